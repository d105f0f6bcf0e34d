"""Dates, months, school years and semesters, written and read.

Days below 10 and the months 1 and 2 get a leading zero, other months do not (Decree 30/2020/NĐ-CP,
Annex I, Part I, II.4). No CLDR pattern prints that, so this module does without Babel.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, time
from functools import lru_cache
from typing import Final, Self

from papi_docs.vietnamese.text import excerpt, fold_tone

__all__ = [
    "DAY_ROOM",
    "MONTH_ROOM",
    "YEAR_ROOM",
    "PartialDate",
    "clock",
    "long_date",
    "month_year",
    "parse_date",
    "parse_month",
    "parse_school_year",
    "parse_semester",
    "school_year",
    "semester",
    "short_date",
    "swap_day_month",
]

DAY_ROOM: Final = " " * 6
"""Room to write a day by hand, the blanks on both its sides included."""
MONTH_ROOM: Final = " " * 6
"""Room to write a month by hand, the blanks on both its sides included."""
YEAR_ROOM: Final = " " * 8
"""Room to write a year by hand, the blank before it included."""

_FIRST_SCHOOL_YEAR: Final = 1990
_LAST_YEAR: Final = 2100
_MONTHS: Final = range(1, 13)
_REMEMBERED: Final = 1 << 12
"""Spellings of days: a workbook has a few hundred, each many times."""

_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"))
_DAY: Final = r"(?P<day>[0-9]{1,2})"
_MONTH: Final = r"(?P<month>[0-9]{1,2})"
_YEAR: Final = r"(?P<year>[12][0-9]{3})"
_TIME: Final = r"(?:[ t][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
_BEFORE_YEAR: Final = r"(?:[ ,/]+(?:n[ăa]m ?)?|n[ăa]m ?)"
_DATE_FORMS: Final = (
    re.compile(rf"(?:ng[àa]y ?)?{_DAY} ?([/.-]) ?{_MONTH} ?\2 ?(?P<year>[12][0-9]{{3}}|[0-9]{{2}}){_TIME}"),
    re.compile(rf"{_YEAR} ?([/.-]) ?{_MONTH} ?\2 ?{_DAY}{_TIME}"),
    re.compile(rf"(?:ng[àa]y ?)?{_DAY} ?th[áa]ng ?{_MONTH}{_BEFORE_YEAR}{_YEAR}"),
)
_MONTH_FORMS: Final = (
    re.compile(rf"(?:th[áa]ng ?|t\.? ?)?{_MONTH} ?[/-] ?{_YEAR}"),
    re.compile(rf"(?:th[áa]ng ?|t\.? ?){_MONTH}{_BEFORE_YEAR}{_YEAR}"),
)
_SCHOOL_YEAR: Final = re.compile(r"(?:n[ăa]m h[ọo]c ?:? ?)?([0-9]{4}) ?[-/] ?([0-9]{4})")
_SEMESTER: Final = re.compile(r"(?:(?:(?:h[ọo]c )?k[ỳìyi]|hk) ?)?(1|2|ii?)")
_SEMESTERS: Final = {1: "học kỳ I", 2: "học kỳ II"}


@dataclass(frozen=True, slots=True, order=False)
class PartialDate:
    """A date whose end may still be blank: ``None`` is a part to be written by hand.

    Raises:
        ValueError: a day without a month, a month without a year, or no real date (message in Vietnamese).
    """

    year: int | None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        _check_order(self.year, self.month, self.day)
        if self.year is not None and not MINYEAR <= self.year <= MAXYEAR:
            raise ValueError(f"Năm {self.year} không có thật. Viết năm bốn chữ số, dạng 2021.")
        if self.year is not None and self.month is not None:
            _check_parts(self.year, self.month, self.day)

    @classmethod
    def of(cls, d: date) -> Self:
        """The same date with no blank."""
        return cls(d.year, d.month, d.day)

    def without_day(self) -> "PartialDate":
        """The same month with the day left blank, as a draft has it."""
        return PartialDate(self.year, self.month)


def _check_order(year: int | None, month: int | None, day: int | None) -> None:
    if day is not None and month is None:
        raise ValueError(f"Có ngày {day} mà không có tháng. Ghi thêm tháng hoặc để trống ngày.")
    if month is not None and year is None:
        raise ValueError(f"Có tháng {month} mà không có năm. Ghi thêm năm hoặc để trống tháng.")


def _check_parts(year: int, month: int, day: int | None) -> None:
    if day is None:
        _check_month(month, f"Tháng {month}/{year}")
    else:
        _real_date(year, month, day, f"{day:02}/{month:02}/{year}")


def _check_month(month: int, shown: str) -> None:
    if month not in _MONTHS:
        raise ValueError(f"{shown} không có thật: tháng từ 1 đến 12. Viết theo dạng tháng 9/2021.")


def _real_date(year: int, month: int, day: int, shown: str) -> date:
    """The date of these parts, or a ValueError that shows what was written and what to write."""
    if month not in _MONTHS or day < 1:
        form = f"{month:02}/{day:02}/{year}" if month > 12 and day in _MONTHS and month <= 28 else "05/07/2021"
        raise ValueError(f"{shown} không phải ngày có thật. Viết ngày trước, tháng sau, theo dạng {form}.")
    last = monthrange(year, month)[1]
    if day > last:
        raise ValueError(f"{shown} không phải ngày có thật. Sửa thành dạng {last:02}/{month:02}/{year}.")
    return date(year, month, day)


def _month_figures(month: int) -> str:
    return f"{month:02}" if month <= 2 else str(month)


@lru_cache(1 << 10)
def long_date(d: date | PartialDate) -> str:
    """The date as a document bears it, without the place: ``ngày 05 tháng 7 năm 2021``, Annex I.II.4.

    A blank part is its room and nothing else: ``"ngày" + DAY_ROOM + "tháng 7 năm 2021"``. Where the year
    is blank, the text ends with ``YEAR_ROOM``.
    """
    known = d if isinstance(d, PartialDate) else PartialDate.of(d)
    day = DAY_ROOM if known.day is None else f" {known.day:02} "
    month = MONTH_ROOM if known.month is None else f" {_month_figures(known.month)} "
    year = YEAR_ROOM if known.year is None else f" {known.year}"
    return f"ngày{day}tháng{month}năm{year}"


@lru_cache(1 << 12)
def short_date(d: date) -> str:
    """The date in figures under the same zero rule: ``05/7/2021``, ``05/01/2022``."""
    return f"{d.day:02}/{_month_figures(d.month)}/{d.year}"


@lru_cache(1 << 10)
def month_year(year: int, month: int) -> str:
    """A month of a year: ``tháng 9/2021``, ``tháng 02/2022``.

    Raises:
        ValueError: no such month.
    """
    PartialDate(year, month)
    return f"tháng {_month_figures(month)}/{year}"


def clock(t: time) -> str:
    """The time of day to the minute: ``8 giờ 00``, ``14 giờ 05``."""
    return f"{t.hour} giờ {t.minute:02}"


@lru_cache(_REMEMBERED)
def parse_date(text: str) -> date:
    """The date that a text holds in any usual spelling, the day first except in ISO 8601.

    ``5/7/2021``, ``05-07-21`` (20xx), ``2021-07-05 00:00:00`` (the time is dropped), ``ngày 05 tháng 7
    năm 2021`` and the like; years 1000 to 2999.

    Raises:
        ValueError: not a date, or one that is not real; the message shows what to write.
    """
    bare = _bare(text)
    for form in _DATE_FORMS:
        if match := form.fullmatch(bare):
            year = int(match["year"])
            full_year = year if year > 99 else 2000 + year
            return _real_date(full_year, int(match["month"]), int(match["day"]), excerpt(text))
    raise ValueError(f'"{excerpt(text)}" không phải ngày. Viết ngày trước, tháng sau, theo dạng 05/07/2021.')


def _bare(text: str) -> str:
    return fold_tone(text).translate(_DASHES)


def parse_month(text: str) -> tuple[int, int] | None:
    """Year and month of ``tháng 9/2021``, ``9/2021``, ``T9/2021`` or ``Tháng 9 năm 2021``, else ``None``.

    Raises:
        ValueError: the text is of that form but there is no such month.
    """
    bare = _bare(text)
    for form in _MONTH_FORMS:
        if match := form.fullmatch(bare):
            _check_month(int(match["month"]), excerpt(text))
            return int(match["year"]), int(match["month"])
    return None


def swap_day_month(d: date) -> date | None:
    """What the date was meant to be if day and month were mixed up; ``None`` if impossible or the same."""
    if d.day not in _MONTHS or d.day == d.month:
        return None
    return date(d.year, d.day, d.month)


def school_year(start: int) -> str:
    """The school year (năm học) that starts in the given year: ``2021-2022``.

    Raises:
        ValueError: a part of it lies outside 1990-2100.
    """
    if not _FIRST_SCHOOL_YEAR <= start < _LAST_YEAR:
        raise ValueError(
            f"Năm học {start}-{start + 1} nằm ngoài khoảng {_FIRST_SCHOOL_YEAR}-{_LAST_YEAR}. Viết theo dạng 2021-2022."
        )
    return f"{start}-{start + 1}"


def parse_school_year(text: str) -> int:
    """The first year of a school year: 2021 for ``2021-2022``, ``Năm học 2021 – 2022``, ``2021/2022``.

    Raises:
        ValueError: another form, years that do not follow one another, or years outside 1990-2100.
    """
    match = _SCHOOL_YEAR.fullmatch(_bare(text))
    if not match:
        raise ValueError(f'"{excerpt(text)}" không phải năm học. Viết theo dạng 2021-2022.')
    start, end = int(match[1]), int(match[2])
    proper = school_year(start)
    if end != start + 1:
        raise ValueError(f'Năm học "{excerpt(text)}" không gồm hai năm liền nhau. Sửa thành dạng {proper}.')
    return start


def semester(number: int) -> str:
    """The name of a semester (học kỳ): ``học kỳ I`` or ``học kỳ II``.

    Raises:
        ValueError: neither 1 nor 2.
    """
    if number not in _SEMESTERS:
        raise ValueError(f"Không có học kỳ {number}. Chọn học kỳ 1 hoặc 2.")
    return _SEMESTERS[number]


@lru_cache(_REMEMBERED)
def parse_semester(text: str) -> int:
    """1 or 2 for ``học kỳ I``, ``Học kì 2``, ``HK1``, ``HKII``, ``1`` and the like.

    Raises:
        ValueError: anything else.
    """
    match = _SEMESTER.fullmatch(fold_tone(text))
    if not match:
        raise ValueError(f'"{excerpt(text)}" không phải học kỳ. Viết theo dạng học kỳ I hoặc học kỳ II.')
    return 1 if match[1] in {"1", "i"} else 2
