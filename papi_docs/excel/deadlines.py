"""Deadlines as clerks write them: days, months, days counted from the calendar, standing ones."""

import re
from datetime import date

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
_STANDING = re.compile(
    r"(thuong xuyen|hang (ngay|tuan|thang|quy|nam)|ca nam( hoc)?|(trong|suot) (ca )?nam( hoc)?|dinh ky|dot xuat"
    r"|khi co (yeu cau|phat sinh))\b.*"
)
_BEFORE = re.compile(r"^\s*(trước|trước ngày|đến|đến ngày|hết|chậm nhất|hạn|ngày)\s+(?=ngày|\d|tháng)", re.IGNORECASE)
_WITHOUT_YEAR = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})")
_MONTH_WITHOUT_YEAR = re.compile(r"tháng\s+(\d{1,2})", re.IGNORECASE)


def parse_deadline(text: str, calendar: Calendar | None) -> Deadline:
    """The deadline a text means; a day or month without a year falls in the school year.

    Raises:
        ValueError: it means none, with the forms that can be written.
    """
    folded = fold_accents(text)
    if _STANDING.fullmatch(folded):
        return Standing(words=text)
    relative = _relative(folded)
    if relative:
        return relative
    bare = _BEFORE.sub("", text).strip(" .")
    before = bool(re.match(r"\s*trước\b", text, re.IGNORECASE))
    month = parse_month(bare) or _month_of_year(bare, calendar)
    if month:
        return InMonth(year=month[0], month=month[1])
    return FixedDay(day=_day(bare, calendar), before=before)


def _relative(folded: str) -> RelativeDay | None:
    anchor = next((anchor for pattern, anchor in _ANCHORS if pattern.search(folded)), None)
    if anchor is None:
        return None
    days = re.search(r"(\d+) ngay", folded)
    weeks = re.search(r"(\d+) tuan", folded)
    offset = int(days[1]) if days else 7 * int(weeks[1]) if weeks else 0
    return RelativeDay(anchor=anchor, offset=-offset if re.search(r"\btruoc\b", folded) else offset)


def _day(text: str, calendar: Calendar | None) -> date:
    short = _WITHOUT_YEAR.fullmatch(text)
    if short and calendar:
        year = _year_of_month(int(short[2]), calendar)
        return parse_date(f"{short[1]}/{short[2]}/{year}")
    try:
        return parse_date(text)
    except ValueError as error:
        looks_like_a_date = re.search(r"\d.*[/.\-]", text)
        raise ValueError(str(error) if looks_like_a_date else f'không hiểu "{text}": {_FORMS}') from None


def _month_of_year(text: str, calendar: Calendar | None) -> tuple[int, int] | None:
    found = _MONTH_WITHOUT_YEAR.fullmatch(text)
    if not (found and calendar and 1 <= int(found[1]) <= 12):
        return None
    return _year_of_month(int(found[1]), calendar), int(found[1])


def _year_of_month(month: int, calendar: Calendar) -> int:
    start = calendar.period.start
    return calendar.start if start and month >= start.month else calendar.start + 1
