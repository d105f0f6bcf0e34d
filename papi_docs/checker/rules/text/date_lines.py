"""Rules of the place-and-date line (địa danh và thời gian ban hành), Annex I.II.4."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from papi_docs.checker.anatomy import Anatomy, Form, Span
from papi_docs.checker.rule import ADMINISTRATIVE, Observation, Rule, Spot
from papi_docs.checker.rules.text.dates import LINE, month_slips
from papi_docs.checker.rules.text.prose import Find, Slip, judged_parts, reading
from papi_docs.findings import Severity

__all__ = [
    "DATE_LINE_RULES",
    "capital_slips",
    "comma_slips",
    "month_zero_slips",
    "spelled_slips",
    "zero_slips",
]

_SLASHED_LINE: Final = re.compile(r"(?P<date>\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{2,4})")
_LOWER_IN_PLACE: Final = frozenset("tỉnh thành phố huyện quận thị xã trấn phường đặc khu thủ đô và".split())
_CITY: Final = re.compile(r"(?:TP|Tp|T\.P|Thành phố|thành phố)?\s*\.?\s*(?:HCM|H\.C\.M|Hồ Chí Minh)", re.IGNORECASE)
_FULL_CITY: Final = "Thành phố Hồ Chí Minh"


def zero_slips(text: str) -> Iterator[Slip]:
    """``ngày 5 tháng 1`` wants ``05`` and ``01``."""
    match = LINE.search(text)
    if match is None:
        return
    for group, word, most in (("day", "ngày", 9), ("month", "tháng", 2)):
        figure = match[group].strip()
        if re.fullmatch("[1-9]", figure) and int(figure) <= most:
            start = match.start(group) + match[group].index(figure)
            yield Slip(start, start + 1, f"{word} {figure}", f"{word} 0{figure}")


def month_zero_slips(text: str) -> Iterator[Slip]:
    """``tháng 07`` wants ``tháng 7``: only the months 1 and 2 have a zero."""
    match = LINE.search(text)
    figure = match["month"].strip() if match else ""
    if match and re.fullmatch("0[3-9]", figure):
        start = match.start("month") + match["month"].index(figure)
        yield Slip(start, start + 2, f"tháng {figure}", f"tháng {figure[1]}")


def spelled_slips(text: str) -> Iterator[Slip]:
    """``Hà Nội, 05/7/2021`` is not in words; ``năm 21`` is not in full."""
    match = LINE.search(text)
    if match is None:
        slashed = _SLASHED_LINE.search(text)
        if slashed:
            yield Slip(*slashed.span(), f'"{slashed[0]}"', '"ngày … tháng … năm …"')
        return
    short = re.match(r"\s*(\d{2})\s*$", match["year"])
    if short and short[1] not in {"19", "20"}:
        yield Slip(match.start("year"), match.end("year"), f"năm {short[1]}", "năm đủ bốn chữ số")


def comma_slips(text: str) -> Iterator[Slip]:
    """``Tân Hồng ngày`` wants a comma after the place."""
    match = LINE.search(text)
    if match and re.search(r"[^\W\d_]", match["place"]) and match["comma"].strip() != ",":
        start = match.start() + len(match["place"].rstrip()) - len(match["place"].split()[-1])
        yield Slip(start, match.end("word"), "sau địa danh không có dấu phẩy", f'"{match["place"].split()[-1]}, ngày"')


def capital_slips(text: str) -> Iterator[Slip]:
    """``tân hồng, Ngày`` wants ``Tân Hồng, ngày``; ``TP. HCM`` the city's whole name."""
    match = LINE.search(text)
    if match is None:
        return
    place = match["place"].strip(" ,.…_")
    start = match.start("place") + match["place"].find(place)
    if _CITY.fullmatch(place) and place != _FULL_CITY:
        yield Slip(start, start + len(place), f'"{place}"', f'"{_FULL_CITY}"', Severity.WARNING)
    elif any(word.islower() and word not in _LOWER_IN_PLACE for word in re.findall(r"[^\W\d_]+", place)):
        yield Slip(start, start + len(place), f'địa danh "{place}"', f'"{_titled(place)}"')
    for word in ("word", "tháng", "năm"):
        if match[word][0].isupper() and place:
            yield Slip(*match.span(word), f'"{match[word]}"', f'"{match[word].lower()}"', Severity.WARNING)


def _titled(place: str) -> str:
    """The place with capitals, its common noun as it is."""
    return " ".join(word if word in _LOWER_IN_PLACE else word[0].upper() + word[1:].lower() for word in place.split())


def _judge_months(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    """The line itself, and the dates in words of other papers in the text, which are those of their lines."""
    yield from _line_judge(month_zero_slips)(rule, anatomy)
    yield from reading(month_slips, fold="all")(rule, anatomy)


def _line_judge(find: Find) -> Callable[[Rule, Anatomy], Iterator[Observation]]:
    """A judge of the place-and-date line."""

    def judge(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
        for part in judged_parts(anatomy, "place_and_date"):
            for span in part.spans:
                for slip in find(span.text):
                    yield rule.observe(_spot(span, slip), slip.found, slip.wanted, severity=slip.severity)

    return judge


def _spot(span: Span, slip: Slip) -> Spot:
    return Spot(span.paragraph, span.start + slip.start, span.start + slip.end)


_PLACED: Final = ADMINISTRATIVE - {Form.MINUTES, Form.ANNEX}
"""Minutes bear no place-and-date line of their own."""

DATE_LINE_RULES: Final = (
    Rule(
        code="date-without-zero",
        clause="I.II.4",
        severity=Severity.FAULT,
        element="place_and_date",
        title="Ngày nhỏ hơn 10 và tháng 1, 2 có số 0 phía trước",
        explanation="Ở dòng địa danh, thời gian: ngày từ 1 đến 9 và tháng 1, tháng 2 thêm số 0 phía trước.",
        wrong="Tân Hồng, ngày 5 tháng 1 năm 2021",
        right="Tân Hồng, ngày 05 tháng 01 năm 2021",
        judge=_line_judge(zero_slips),
        forms=_PLACED,
    ),
    Rule(
        code="month-with-needless-zero",
        clause="I.II.4",
        severity=Severity.WARNING,
        element="place_and_date",
        title="Tháng 3 đến tháng 9 không có số 0 phía trước",
        explanation=(
            "Chỉ tháng 1 và tháng 2 được thêm số 0; các tháng 3 đến 9 ghi một chữ số. Ngày tháng của văn bản được "
            "viện dẫn ghi như ở văn bản đó."
        ),
        wrong="Tân Hồng, ngày 05 tháng 07 năm 2021",
        right="Tân Hồng, ngày 05 tháng 7 năm 2021",
        judge=_judge_months,
        forms=_PLACED,
    ),
    Rule(
        code="date-not-in-words",
        clause="I.II.4",
        severity=Severity.FAULT,
        element="place_and_date",
        title="Thời gian ban hành viết đầy đủ: ngày … tháng … năm …",
        explanation="Thời gian ban hành viết đủ các chữ ngày, tháng, năm và năm bốn chữ số, không dùng dấu gạch.",
        wrong="Tân Hồng, 05/7/2021",
        right="Tân Hồng, ngày 05 tháng 7 năm 2021",
        judge=_line_judge(spelled_slips),
        forms=_PLACED,
    ),
    Rule(
        code="place-without-comma",
        clause="I.II.4",
        severity=Severity.FAULT,
        element="place_and_date",
        title="Sau địa danh có dấu phẩy",
        explanation="Giữa địa danh và thời gian ban hành có dấu phẩy.",
        wrong="Tân Hồng ngày 05 tháng 7 năm 2021",
        right="Tân Hồng, ngày 05 tháng 7 năm 2021",
        judge=_line_judge(comma_slips),
        forms=_PLACED,
    ),
    Rule(
        code="place-and-date-capitals",
        clause="I.II.4",
        severity=Severity.FAULT,
        element="place_and_date",
        title="Địa danh viết hoa đúng tên gọi chính thức; ngày, tháng, năm viết thường",
        explanation=(
            "Chữ cái đầu các âm tiết của địa danh viết hoa, địa danh ghi tên gọi chính thức, không viết tắt; "
            "các chữ ngày, tháng, năm viết thường."
        ),
        wrong="tân hồng, Ngày 05 tháng 7 năm 2021",
        right="Tân Hồng, ngày 05 tháng 7 năm 2021",
        judge=_line_judge(capital_slips),
        forms=_PLACED,
    ),
)
"""Of the place-and-date line."""
