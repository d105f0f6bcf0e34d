"""Rules of dates anywhere in a paper: those that cannot be, and how they are written (Annex I.II.4)."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from papi_docs.checker.anatomy import Anatomy, Form, Part
from papi_docs.checker.rule import ANY_FORM, Observation, Rule
from papi_docs.checker.rules.text.prose import Slip, any_text, passages, reading
from papi_docs.findings import Severity

__all__ = [
    "DATE_RULES",
    "LINE",
    "impossible_slips",
    "known_since",
    "month_slips",
    "real_date",
    "weekday_slips",
]

EFFECTIVE: Final = date(2020, 3, 5)
"""From this day the decree holds (article 37)."""

LINE: Final = re.compile(
    r"(?P<place>[^\n]*?)(?P<comma>\s*[,.;]?\s*)(?P<word>\bngày)(?P<day>[^\n]*?)(?P<tháng>\btháng)(?P<month>[^\n]*?)"
    r"(?P<năm>\bnăm)(?P<year>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""A place-and-date line."""
_LONG: Final = re.compile(
    r"\bng[àa]y\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})", re.IGNORECASE
)
_SHORT: Final = re.compile(
    r"(?<![\w/.\-])(?P<day>\d{1,2})\s?([/.\-])\s?(?P<month>\d{1,2})\s?\2\s?(?P<year>\d{4})(?![\d/]|[.\-]\d)"
)
_DAYS: Final = ("hai", "ba", "tư", "năm", "sáu", "bảy")
_NAMES: Final = (*(f"thứ {day.title()}" for day in _DAYS), "Chủ nhật")
_WEEKDAY: Final = re.compile(
    r"\b(?P<name>thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)\s*[,(\-–]*\s*(?:ngày\s+)?"
    r"(?P<date>\d{1,2}\s*(?:/|\.|-|\s+tháng\s+)\s*\d{1,2}\s*(?:/|\.|-|\s+năm\s+)\s*\d{4})",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(
    r"\W*(?:\d\.\s*)?(?:hôm nay|vào|hồi|thời gian|bắt đầu|khai mạc).{0,60}?(?:năm|/)\s*(?P<year>(?:19|20)\d{2})\b",
    re.IGNORECASE,
)
_FIGURES: Final = re.compile(r"\d+")


def real_date(day: int, month: int, year: int) -> date | None:
    """The date of three figures, ``None`` where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def known_since(anatomy: Anatomy) -> date | None:
    """The first day that the document can bear: its date, or that of the month or year which a draft names."""
    if anatomy.dated:
        return anatomy.dated
    for part in anatomy.of("place_and_date"):
        match = LINE.search(part.text)
        year = match and re.fullmatch(r"\s*((?:19|20)\d{2})\D*", match["year"])
        if match and year:
            month = re.fullmatch(r"\s*(\d{1,2})\s*", match["month"])
            number = int(month[1]) if month else 1
            return real_date(1, number if 1 <= number <= 12 else 1, int(year[1]))
    return _held(anatomy) if anatomy.form is Form.MINUTES else None


def _held(anatomy: Anatomy) -> date | None:
    """The day of minutes, or the first day of its year: they have no line for it but say it as they open."""
    for passage in passages(anatomy):
        match = _OPENING.match(passage.text)
        if match:
            day = _LONG.search(match[0]) or _SHORT.search(match[0])
            known = real_date(int(day["day"]), int(day["month"]), int(day["year"])) if day else None
            return known or date(int(match["year"]), 1, 1)
    return None


def impossible_slips(text: str) -> Iterator[Slip]:
    """``31/02/2021`` is no day."""
    for form in (_LONG, _SHORT):
        for match in form.finditer(text):
            day, month, year = (int(match[name]) for name in ("day", "month", "year"))
            if 1900 <= year <= 2199 and real_date(day, month, year) is None:
                yield Slip(*match.span(), f'"{match[0]}" không có trong lịch', "ngày có thật")


def weekday_slips(text: str) -> Iterator[Slip]:
    """``thứ Hai, ngày 25/8/2026`` was a Tuesday."""
    for match in _WEEKDAY.finditer(text):
        day, month, year = (int(figure) for figure in _FIGURES.findall(match["date"]))
        actual = real_date(day, month, year)
        if actual and _weekday(match["name"]) != actual.weekday():
            right = _NAMES[actual.weekday()]
            yield Slip(*match.span(), f'"{match["name"]}" cho ngày {day}/{month}/{year}', right)


def _weekday(name: str) -> int:
    """The weekday of a name, Monday 0."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    if last == "nhật":
        return 6
    return int(last) - 2 if last.isdigit() else _DAYS.index(last)


def _judge_age(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    """A paper of before the decree was laid out by an older circular."""
    since = known_since(anatomy)
    part: Part | None = anatomy.one("place_and_date")
    if since and part and since < EFFECTIVE and (anatomy.dated or since.year < EFFECTIVE.year):
        yield rule.observe(
            part, f"văn bản của năm {since.year}", "thể thức theo quy định có hiệu lực vào ngày ban hành"
        )


def _body_zero(text: str) -> Iterator[Slip]:
    """``ngày 5 tháng 7 năm 2021`` within a sentence: the zero is custom there."""
    for match in _LONG.finditer(text):
        day, month = match["day"], match["month"]
        if (len(day) == 1 and day != "0") or month in {"1", "2"}:
            right = f"ngày {int(day):02} tháng {month.zfill(2) if int(month) <= 2 else month}"
            yield Slip(*match.span(), f'"ngày {day} tháng {month}"', f'"{right}"')


def month_slips(text: str) -> Iterator[Slip]:
    """``ngày 12 tháng 06 năm 2025`` within a sentence: only the months 1 and 2 have a zero."""
    for match in _LONG.finditer(text):
        if re.fullmatch("0[3-9]", match["month"]):
            yield Slip(*match.span("month"), f"tháng {match['month']}", f"tháng {match['month'][1]}")


DATE_RULES: Final = (
    Rule(
        code="date-not-real",
        clause="I.II.4",
        severity=Severity.FAULT,
        element="text",
        title="Ngày tháng phải có thật",
        explanation="Ngày ghi trong văn bản không có trong lịch (như 31/02). Sửa lại theo văn bản gốc hoặc lịch.",
        wrong="trước ngày 31/02/2021",
        right="trước ngày 28/02/2021",
        judge=reading(impossible_slips, any_text),
        forms=ANY_FORM,
    ),
    Rule(
        code="weekday-contradicts-date",
        clause="I.II.6",
        severity=Severity.FAULT,
        element="text",
        title="Thứ trong tuần khớp với ngày",
        explanation="Thứ ghi cạnh ngày khác với lịch. Kiểm tra lại ngày hoặc sửa thứ.",
        wrong="thứ Hai, ngày 25/8/2026",
        right="thứ Ba, ngày 25/8/2026",
        judge=reading(weekday_slips, any_text),
        forms=ANY_FORM,
    ),
    Rule(
        code="date-in-text-without-zero",
        clause="I.II.4",
        severity=Severity.ADVICE,
        element="text",
        title="Ngày viết bằng chữ trong nội dung nên có số 0 như ở dòng thời gian",
        explanation=(
            "Quy định về số 0 chỉ nói đến thời gian ban hành. Trong nội dung nên viết thống nhất: "
            "ngày 05 tháng 7, ngày 15 tháng 01."
        ),
        wrong="ngày 5 tháng 7 năm 2021",
        right="ngày 05 tháng 7 năm 2021",
        judge=reading(_body_zero, fold="all"),
    ),
    Rule(
        code="paper-before-decree",
        clause="I.II.4",
        severity=Severity.ADVICE,
        element="place_and_date",
        title="Văn bản ban hành trước ngày 05/3/2020 theo quy định cũ",
        explanation=(
            "Nghị định 30/2020/NĐ-CP có hiệu lực từ ngày 05/3/2020. Văn bản trước ngày đó theo quy định về thể thức "
            "lúc bấy giờ; chỉ dùng kết quả kiểm tra này khi soạn lại theo quy định mới."
        ),
        wrong="ngày 10 tháng 4 năm 2012",
        right="ngày 10 tháng 4 năm 2022",
        judge=_judge_age,
    ),
)
"""Of dates."""
