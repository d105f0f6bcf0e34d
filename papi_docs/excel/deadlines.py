"""Deadlines as clerks write them: days, months, days counted from the calendar, standing ones."""

import re
import unicodedata
from calendar import monthrange
from datetime import date
from functools import lru_cache

from papi_docs.excel.cells import excerpt
from papi_docs.model import Anchor, Calendar, Deadline, FixedDay, InMonth, RelativeDay, Standing
from papi_docs.vietnamese import fold_accents, parse_date, parse_month

__all__ = ["parse_deadline"]

_FORMS = (
    "ghi ngày (15/9/2021), tháng (tháng 9/2021), mốc (trước khi kết thúc học kỳ I 10 ngày), "
    "hoặc thường xuyên, hằng tháng"
)

_ANCHORS = (
    (re.compile(r"\b(hoc k[yi] (i|1)|hk ?(i|1))\b"), Anchor.SEMESTER_1_END),
    (re.compile(r"\b(hoc k[yi] (ii|2)|hk ?(ii|2)|(cuoi|het|ket thuc) nam hoc)\b"), Anchor.YEAR_END),
    (re.compile(r"\bkhai giang\b"), Anchor.FIRST_DAY),
)
_AROUND_AN_ANCHOR = frozenset(
    "truoc sau khi den het cham muon nhat vao luc cuoi ket thuc trong ngay tuan le it hoan thanh".split()
)
_MOST_DAYS = 366
_STANDING = re.compile(
    r"(thuong xuyen|lien tuc|quanh nam|(hang|moi) (ngay|tuan|thang|quy|nam)|ca nam( hoc)?|(trong|suot) (ca )?nam( hoc)?"
    r"|dinh ky|dot xuat|khi co (yeu cau|phat sinh))\b.*"
)
_LEADING = re.compile(r"(?:(?:truoc|den|het|cuoi|cham nhat|muon nhat|han|vao|la|ngay)\s+)+(?=\d|thang)")
_WITHOUT_YEAR = re.compile(r"(\d{1,2})\s*(?:[/.\-]|thang)\s*(\d{1,2})", re.ASCII)
_MONTH_WITHOUT_YEAR = re.compile(r"thang\s+(\d{1,2})", re.ASCII)


@lru_cache(1 << 12)  # tasks of all schools have the same few
def parse_deadline(text: str, calendar: Calendar | None) -> Deadline:
    """The deadline a text means; a day or month without a year falls in the school year.

    Where the calendar is not known, which is a fault of its own, a leap year stands in.

    Raises:
        ValueError: it means none, with the forms that can be written.
    """
    folded = fold_accents(text)
    if _STANDING.fullmatch(folded):
        return Standing(words=text)
    relative = _relative(folded)
    if relative:
        return relative
    plain = _plain(text).strip(" .")
    leading = _LEADING.match(plain)
    words = leading[0].split() if leading else []
    bare = plain[leading.end() :] if leading else plain
    month = parse_month(bare) or _month_of_year(bare, calendar)
    if month:
        return _in_month(*month, words)
    return FixedDay(day=_day(bare, text, calendar), before="truoc" in words)


def _plain(text: str) -> str:
    """Lower case without accents; unlike :func:`fold_accents` it keeps the marks that dates are written with."""
    decomposed = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    return "".join(letter for letter in decomposed if unicodedata.category(letter) != "Mn")


def _relative(folded: str) -> RelativeDay | None:
    """A day counted from an anchor; ``None`` where any word is left over, as it might change the meaning."""
    pattern, anchor = next(((pattern, anchor) for pattern, anchor in _ANCHORS if pattern.search(folded)), (None, None))
    if pattern is None or anchor is None:
        return None
    days = re.search(r"\b(\d{1,4}) (ngay|tuan)\b", folded)
    rest = pattern.sub(" ", folded.replace(days[0], days[2], 1) if days else folded).split()
    if not _AROUND_AN_ANCHOR.issuperset(rest):
        return None
    offset = int(days[1]) * (7 if days[2] == "tuan" else 1) if days else 0
    if offset > _MOST_DAYS or (offset and not {"truoc", "sau"}.intersection(rest)):
        return None
    return RelativeDay(anchor=anchor, offset=-offset if "truoc" in rest else offset)


def _in_month(year: int, month: int, words: list[str]) -> Deadline:
    """Before a month, or until its end, is a day; only the month itself is printed as one."""
    if "truoc" in words:
        return FixedDay(day=date(year, month, 1), before=True)
    if {"het", "cuoi"}.intersection(words):
        return FixedDay(day=date(year, month, monthrange(year, month)[1]))
    return InMonth(year=year, month=month)


def _day(bare: str, text: str, calendar: Calendar | None) -> date:
    short = _WITHOUT_YEAR.fullmatch(bare)
    if short:
        year = _year_of_month(int(short[2]), calendar)
        return parse_date(f"{short[1]}/{short[2]}/{year}")
    try:
        return parse_date(bare)
    except ValueError as error:
        is_one_date = re.fullmatch(r"\d+\s*[/.\-]\s*\d+\s*[/.\-]\s*\d+", bare, re.ASCII)
        raise ValueError(str(error) if is_one_date else f'không hiểu "{excerpt(text)}": {_FORMS}') from None


def _month_of_year(bare: str, calendar: Calendar | None) -> tuple[int, int] | None:
    found = _MONTH_WITHOUT_YEAR.fullmatch(bare)
    if not (found and 1 <= int(found[1]) <= 12):
        return None
    return _year_of_month(int(found[1]), calendar), int(found[1])


def _year_of_month(month: int, calendar: Calendar | None) -> int:
    if calendar is None:
        return 2000
    start = calendar.period.start
    return calendar.start if start and month >= start.month else calendar.start + 1
