"""Figures, shares, Roman numerals and the letters of points, written and read."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import lru_cache
from typing import Final

from babel.numbers import get_decimal_symbol, get_group_symbol

from papi_docs.vietnamese.text import excerpt, squeeze

__all__ = [
    "POINT_LETTERS",
    "count",
    "figure",
    "parse_number",
    "parse_roman",
    "percent",
    "point",
    "roman",
]

POINT_LETTERS: Final = tuple("abcdđeghiklmnopqrstuvxy")
"""Letters of points (điểm) in the order of Annex I.II.6: đ has its place, f j w z have none."""

_GROUPS: Final = get_group_symbol("vi")
_FRACTION: Final = get_decimal_symbol("vi")
_REMEMBERED: Final = 1 << 12
"""Spellings of numbers: in a workbook most are counts, and come again."""
_SHOWN_DECIMALS: Final = 6
_MOST_DECIMALS: Final = 20
_MOST_DIGITS: Final = 310  # the greatest float has 309
_SURELY_SHORT: Final = 10**15
_EXACT: Final = Context(prec=_MOST_DIGITS + _MOST_DECIMALS)

_MINUS: Final = "[-−]?"
_WHOLE: Final = re.compile(rf"({_MINUS})([0-9]+)(?:,([0-9]+))?")
_GROUPED: Final = re.compile(rf"({_MINUS})([1-9][0-9]{{0,2}}(?:(?:\.[0-9]{{3}})+|(?: [0-9]{{3}})+))(?:,([0-9]+))?")
# Three digits after a dot are a group, except where no group can end: after a lone 0 or a fourth digit.
_POINTED: Final = re.compile(rf"({_MINUS})([0-9]+)\.([0-9]{{1,2}}|[0-9]{{4,}})")
_UNGROUPED: Final = re.compile(rf"({_MINUS})(0|[1-9][0-9]{{3,}})\.([0-9]{{3}})")
_NUMBER_FORMS: Final = (_WHOLE, _GROUPED, _POINTED, _UNGROUPED)
_PERCENT: Final = re.compile(" ?%$")

_NUMERALS: Final = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_VALUES: Final = {numeral: value for value, numeral in _NUMERALS}
_LAST_ROMAN: Final = 3999


def figure(value: Decimal | float, decimals: int | None = None) -> str:
    """A number as Vietnamese print it: ``1.234,5``.

    Args:
        value: the number, an int too; a float counts as the decimal that it prints.
        decimals: how many to show, 0 to 20, rounded half up; ``None`` shows those there are, at most six.

    Raises:
        ValueError: NaN, infinity, more than 310 digits, or a number of decimals out of range.
    """
    if type(value) is int and not decimals and abs(value) < _SURELY_SHORT:
        return f"{value:,}".replace(",", _GROUPS)
    places = _SHOWN_DECIMALS if decimals is None else _checked_decimals(decimals, _MOST_DECIMALS)
    with localcontext(_EXACT):
        rounded = _finite(value).quantize(Decimal((0, (1,), -places)), ROUND_HALF_UP)
        unsigned_zero = rounded.copy_abs() if rounded.is_zero() else rounded
        whole, _, fraction = f"{unsigned_zero:,f}".partition(".")
    shown = fraction.rstrip("0") if decimals is None else fraction
    grouped = whole.replace(",", _GROUPS)
    return f"{grouped}{_FRACTION}{shown}" if shown else grouped


def _checked_decimals(decimals: int, most: int) -> int:
    if not 0 <= decimals <= most:
        raise ValueError(f"Không làm tròn được đến {decimals} chữ số thập phân. Chọn từ 0 đến {most}.")
    return decimals


def _finite(value: Decimal | float) -> Decimal:
    number = Decimal(str(float(value))) if isinstance(value, float) else Decimal(value)
    if not number.is_finite() or number.adjusted() >= _MOST_DIGITS:
        raise ValueError(f"Không in được giá trị {excerpt(str(number))}. Nhập một số theo dạng 1.234,5.")
    return number


@lru_cache(1 << 12)
def percent(part: int, whole: int, decimals: int = 1) -> str:
    """The share of a part in a whole: ``98,5%``, ``100%``, trailing zeros dropped.

    Rounded half up, exactly; but only the whole prints as ``100%`` and only nothing as ``0%``: with one
    decimal 9999 of 10000 is ``99,9%`` and 1 of 10000 is ``0,1%``.

    Args:
        part: how many, 0 to ``whole``.
        whole: of how many, above 0.
        decimals: decimals to round to, 0 to 6.

    Raises:
        ValueError: an argument is out of its range.
    """
    _check_share(part, whole)
    unit = 10 ** _checked_decimals(decimals, _SHOWN_DECIMALS)
    steps = (200 * unit * part + whole) // (2 * whole)
    if 0 < part < whole:
        steps = min(max(steps, 1), 100 * unit - 1)
    return f"{figure(Decimal(steps) / unit)}%"


def _check_share(part: int, whole: int) -> None:
    if whole <= 0:
        raise ValueError(f"Tổng số phải lớn hơn 0, đang là {whole}. Kiểm tra lại tổng số.")
    if not 0 <= part <= whole:
        raise ValueError(f"Số thành phần là {part}, tổng số là {whole}. Nhập số từ 0 đến {whole}.")


def count(n: int) -> str:
    """A number of things, at least two digits: ``09``, ``12``, ``1.250``; none is ``0``.

    Raises:
        ValueError: a negative number.
    """
    if 0 < n < _TWO_DIGITS:
        return _COUNTS[n]
    if n < 0:
        raise ValueError(f"Số lượng không được âm, đang là {n}. Nhập số từ 0 trở lên.")
    return figure(n)


_TWO_DIGITS: Final = 100
_COUNTS: Final = tuple([f"{n:02}" for n in range(_TWO_DIGITS)])


@lru_cache(_REMEMBERED)
def parse_number(text: str) -> Decimal:
    """The number that a text holds, Vietnamese or plain: ``1.234,5``, ``1 234,5``, ``1234,5``, ``0.5``.

    A comma is always the decimal comma. A dot before exactly three digits parts groups (``1.234`` is 1234)
    unless no group can end there (``0.125``, ``1234.567``); any other dot is a decimal point. A percent
    sign at the end is dropped: ``98,5%`` is 98.5.

    Raises:
        ValueError: anything else.
    """
    bare = _PERCENT.sub("", squeeze(text))
    match = next(filter(None, (form.fullmatch(bare) for form in _NUMBER_FORMS)), None)
    if not match:
        raise ValueError(f'"{excerpt(text)}" không phải số. Viết theo dạng 1.234,5.')
    digits = match[2].replace(".", "").replace(" ", "")
    number = Decimal(f"{digits}.{match[3] or ''}")
    return number.copy_negate() if match[1] and number else number


def roman(n: int) -> str:
    """A number from 1 to 3999 in Roman numerals: ``XIV``.

    Raises:
        ValueError: a number out of that range.
    """
    if not 1 <= n <= _LAST_ROMAN:
        raise ValueError(f"Không viết được {n} bằng số La Mã. Chọn số từ 1 đến {_LAST_ROMAN}.")
    numerals = []
    for value, numeral in _NUMERALS:
        times, n = divmod(n, value)
        numerals.append(numeral * times)
    return "".join(numerals)


def parse_roman(text: str) -> int:
    """The number of capital Roman numerals in their one proper form: 4 for ``IV``, nothing for ``IIII``.

    Raises:
        ValueError: anything else, small letters and blanks included.
    """
    number = sum(_VALUES[numeral] for numeral in re.findall("CM|CD|XC|XL|IX|IV|[MDCLXVI]", text))
    if not 1 <= number <= _LAST_ROMAN or roman(number) != text:
        raise ValueError(f'"{excerpt(text)}" không phải số La Mã. Viết theo dạng XIV.')
    return number


def point(n: int) -> str:
    """The letter of the n-th point (điểm), counted from 1: ``đ`` is the fifth, Annex I.II.6.

    Raises:
        ValueError: no letter is left, or ``n`` is below 1.
    """
    if not 1 <= n <= len(POINT_LETTERS):
        raise ValueError(f"Không có chữ cho điểm thứ {n}. Mỗi khoản có từ 1 đến {len(POINT_LETTERS)} điểm.")
    return POINT_LETTERS[n - 1]
