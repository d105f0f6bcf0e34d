"""Rules of capital letters (viết hoa), Annex II, where they can be told for certain."""

import re
from collections.abc import Iterator
from typing import Final

from papi_docs.checker.anatomy import Anatomy
from papi_docs.checker.rule import Observation, Rule
from papi_docs.checker.rules.text.names import body_slips
from papi_docs.checker.rules.text.place_names import place_slips
from papi_docs.checker.rules.text.prose import LOWER, UPPER, Passage, Seen, Slip, passages, prose, reading, say
from papi_docs.decree30 import DOCUMENT_TYPES
from papi_docs.findings import Severity

__all__ = [
    "CAPITAL_RULES",
    "cited_unit_slips",
    "clause_slips",
    "day_slips",
    "people_slips",
    "sentence_slips",
    "type_slips",
]

_TYPES: Final = (
    *(name for name in DOCUMENT_TYPES if name != "Hợp đồng"),
    "Công văn",
    "Nghị định",
    "Thông tư",
    "Thông tư liên tịch",
    "Kết luận",
    "Pháp lệnh",
    "Giấy chứng nhận",
)
_CITED: Final = "|".join((*_TYPES, "Luật", "Bộ luật", "Hiến pháp", "Điều lệ"))
_MID: Final = rf"(?<=[{LOWER}{UPPER}0-9),;] )"
"""In the middle of a sentence: a letter, a figure or a comma stands before."""

_UNITS: Final = "điều|tiểu mục|mục|chương|phần"
_NUMBER: Final = r"(?:\d+[a-zđ]?|[IVXL]+)\b"
_UNIT: Final = re.compile(
    rf"(?<=khoản )\d+[a-zđ]?,? (?:của )?(?P<after>điều)(?= \d)"
    r"|(?<=[Nn]hư )(?P<own>điều)(?= \d)"
    rf"|\b(?P<unit>{_UNITS})(?= {_NUMBER}(?:,? (?:{_UNITS}) {_NUMBER})*,? (?:của )?(?:{_CITED}))"
)
_CLAUSE: Final = re.compile(
    rf"{_MID}(?P<unit>Khoản|Điểm)(?= (?:\d+[a-zđ]?|[a-zđ])\b"
    r"(?:(?:,| và) (?:[Kk]hoản |[Đđ]iểm )?(?:\d+|[a-zđ])\b)*,? (?:[Kk]hoản|[Đđ]iều|[Mm]ục)\b)"
)
_LOWER_TYPES: Final = "|".join(sorted((name.lower() for name in _TYPES), key=len, reverse=True))
_TYPE: Final = re.compile(rf"(?<!các )(?<!những )\b(?P<type>{_LOWER_TYPES})(?= số:? ?\d+[\w.]*\s?/)")
_SENTENCE: Final = re.compile(
    rf"(?:(?<=[{LOWER}][{LOWER}])|(?<=[)”\"])|(?<=/\d{{4}})|(?<=năm \d{{4}}))"
    rf"[.!?] +(?P<next>[{LOWER}]{{2,}})(?![.\w@])"
)
_LAST_WORD: Final = re.compile(rf"[{LOWER}]+$")
_FAR: Final = 24
"""How many letters before a match are looked at."""
_SHORTENINGS: Final = frozenset(
    "tr tp st stt ths ts đc vd vv tx tt ng pgs gs bs ks cn ntn vs nxb hs gv sl tel fax email".split()
)
_DAY: Final = re.compile(
    r"\bthứ (?P<day>hai|ba|tư|năm|sáu|bảy)\b"
    r"(?=,? (?:ngày )?\d{1,2}[/.\-]\d|,? ngày \d| \(\d{1,2}/| hằng tuần| hàng tuần)"
    r"|(?<=sáng )thứ (?P<sáng>hai|ba|tư|năm|sáu|bảy)\b|(?<=chiều )thứ (?P<chiều>hai|ba|tư|năm|sáu|bảy)\b"
    r"|(?<=\d{4} [(])thứ (?P<dated>hai|ba|tư|năm|sáu|bảy)(?=[),;])"
    r"|(?<!\d )tháng (?P<month>giêng|chạp)\b"
)
_STATE: Final = re.compile(r"\b(?P<before>Đảng(?:,| và) )(?P<word>nhà nước)\b")
_PEOPLE: Final = re.compile(
    r"\b(?P<before>(?:của|và|với|cho|trong|từ|để|tầng lớp|quần chúng|toàn thể|bà con|vận động|phục vụ|nguyện vọng|"
    r"ý kiến) )"
    r"(?P<word>nhân dân)\b(?! tệ| tối cao| các cấp)"
)
_PEOPLE_BEFORE: Final = re.compile(r"(?:ban|án|sát|đồng|an|đội|trang) và $", re.IGNORECASE)


def _capital(word: str) -> str:
    return word[0].upper() + word[1:]


def _shown(word: str, rest: str) -> str:
    """The word with the next one or two, as it is quoted."""
    return f"{word} {' '.join(rest.split()[:2])}".strip(" ,;.")


def _swap(match: re.Match[str], group: str, right: str, text: str, severity: Severity | None = None) -> Slip:
    """The word of a group as it stands and as it should, with what follows it."""
    start, end = match.span(group)
    rest = " ".join(text[end : end + 24].split()[:1]).strip(" ,;.")
    return Slip(start, end, f'"{match[group]} {rest}"', f'"{right} {rest}"', severity)


def cited_unit_slips(text: str) -> Iterator[Slip]:
    """``khoản 2 điều 5``, ``Như điều 3`` want ``Điều``: part, chapter, section and article are capital when cited."""
    for match in _UNIT.finditer(text):
        group = next(name for name, value in match.groupdict().items() if value)
        yield _swap(match, group, _capital(match[group]), text)


def clause_slips(text: str) -> Iterator[Slip]:
    """``theo Khoản 2 Điều 5`` wants ``khoản 2``."""
    for match in _CLAUSE.finditer(text):
        yield _swap(match, "unit", match["unit"].lower(), text)


def type_slips(text: str) -> Iterator[Slip]:
    """``theo kế hoạch số 05/KH-UBND`` wants ``Kế hoạch``: a particular paper is meant."""
    for match in _TYPE.finditer(text):
        after = text[match.end() : match.end() + 12]
        yield Slip(*match.span("type"), f'"{match["type"]}{after}…"', f'"{_capital(match["type"])}{after}…"')


def sentence_slips(text: str) -> Iterator[Slip]:
    """A sentence begins with a capital."""
    for match in _SENTENCE.finditer(text):
        before = text[max(0, match.start() - _FAR) : match.start()]
        word = _LAST_WORD.search(before)
        if not (word and word[0] in _SHORTENINGS) and not before.endswith("v.v"):
            yield Slip(*match.span("next"), f'"{match["next"]}" sau dấu kết thúc câu', f'"{_capital(match["next"])}"')


def day_slips(text: str) -> Iterator[Slip]:
    """``thứ hai, ngày 24/8`` wants ``thứ Hai``; ``tháng giêng`` wants ``tháng Giêng``."""
    for match in _DAY.finditer(text) if "thứ " in text or "tháng " in text else ():
        group = next(name for name, value in match.groupdict().items() if value)
        noun = "tháng" if group == "month" else "thứ"
        yield Slip(match.start(), match.end(), f'"{noun} {match[group]}"', f'"{noun} {_capital(match[group])}"')


def people_slips(text: str) -> Iterator[Slip]:
    """``Đảng và nhà nước`` wants ``Nhà nước``; the people as such are ``Nhân dân``."""
    for match in _STATE.finditer(text):
        yield Slip(*match.span("word"), '"nhà nước"', '"Nhà nước"')
    for match in _PEOPLE.finditer(text):
        if not _PEOPLE_BEFORE.search(text[max(0, match.start("word") - _FAR) : match.start("word")]):
            yield Slip(*match.span("word"), '"nhân dân"', '"Nhân dân"')


def _sentences(passage: Passage) -> bool:
    """Prose, but no entry of a table of data: where nothing ends a cell, a dot in it divides no sentences."""
    return prose(passage) and not (passage.tabular and not _ENDED.search(passage.text))


_STARTS: Final = re.compile(rf"\s*(?:[-+•*–]\s*|(?:\d{{1,3}}|[a-zđ])[.)]\s+)?(?P<word>[{LOWER}]{{2,}})(?![.\w@/])")
_ENDED: Final = re.compile(r"[.;:!?](?:[”\"]|/\.)?\s*$")


def _judge_starts(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    """A line of the text begins with a capital, where the one before it has come to its end."""
    seen: list[Seen] = []
    before: Passage | None = None
    for passage in passages(anatomy):
        match = _STARTS.match(passage.text) if _begins(passage, before) else None
        if match:
            word = match["word"]
            seen.append(Seen(passage.paragraph, Slip(*match.span("word"), f'"{word}" đầu dòng', f'"{_capital(word)}"')))
        before = passage
    yield from say(rule, seen, "all")


def _begins(passage: Passage, before: Passage | None) -> bool:
    """Running text on the page itself after a line that has ended."""
    if passage.role not in {"body", "point", "basis", "heading_1", "heading_2", "article"} or not prose(passage):
        return False
    if passage.paragraph.cell is not None or passage.quotes(0, 1):
        return False
    return before is not None and bool(_ENDED.search(before.text))


CAPITAL_RULES: Final = (
    Rule(
        code="cited-unit-not-capital",
        clause="II.V.7",
        severity=Severity.FAULT,
        element="text",
        title="Viện dẫn Phần, Chương, Mục, Tiểu mục, Điều thì viết hoa",
        explanation=(
            "Khi viện dẫn phần, chương, mục, tiểu mục, điều của một văn bản cụ thể, chữ cái đầu viết hoa; "
            "khoản, điểm thì không."
        ),
        wrong="theo khoản 2 điều 5 Nghị định này",
        right="theo khoản 2 Điều 5 Nghị định này",
        judge=reading(cited_unit_slips),
    ),
    Rule(
        code="cited-clause-capital",
        clause="II.V.7",
        severity=Severity.FAULT,
        element="text",
        title="Viện dẫn khoản, điểm thì không viết hoa",
        explanation="Khi viện dẫn, phần, chương, mục, tiểu mục, điều viết hoa chữ cái đầu; khoản, điểm viết thường.",
        wrong="theo Khoản 2 Điều 5 Nghị định này",
        right="theo khoản 2 Điều 5 Nghị định này",
        judge=reading(clause_slips),
    ),
    Rule(
        code="type-of-paper-not-capital",
        clause="II.V.6",
        severity=Severity.FAULT,
        element="text",
        title="Tên loại văn bản viết hoa khi nói đến một văn bản cụ thể",
        explanation="Viết hoa chữ cái đầu của tên loại khi nó chỉ một văn bản có số, ký hiệu.",
        wrong="thực hiện kế hoạch số 05/KH-UBND",
        right="thực hiện Kế hoạch số 05/KH-UBND",
        judge=reading(type_slips),
    ),
    Rule(
        code="body-name-capitals",
        clause="II.IV.1",
        severity=Severity.FAULT,
        element="text",
        title="Tên cơ quan, tổ chức viết hoa chữ cái đầu của từ chỉ loại hình, chức năng, lĩnh vực",
        explanation=(
            "Viết hoa chữ cái đầu của các từ, cụm từ chỉ loại hình cơ quan, chức năng, lĩnh vực hoạt động: "
            "Ủy ban nhân dân huyện, Phòng Giáo dục và Đào tạo, Sở Văn hóa, Thể thao và Du lịch."
        ),
        wrong="Phòng giáo dục và đào tạo huyện Tân Hồng",
        right="Phòng Giáo dục và Đào tạo huyện Tân Hồng",
        judge=reading(body_slips),
    ),
    Rule(
        code="place-name-capitals",
        clause="II.III.1",
        severity=Severity.FAULT,
        element="text",
        title="Danh từ chung chỉ đơn vị hành chính viết thường trước tên riêng, viết hoa trước số",
        explanation=(
            "Trong câu: huyện Tân Hồng, tỉnh Đồng Tháp; nhưng Quận 1, Phường 5, và riêng Thủ đô Hà Nội, "
            "Thành phố Hồ Chí Minh. Tên người, sự kiện lịch sử cũng viết hoa danh từ chung: Phường Điện Biên Phủ."
        ),
        wrong="trường thuộc quận 1, thành phố Hồ Chí Minh",
        right="trường thuộc Quận 1, Thành phố Hồ Chí Minh",
        judge=reading(place_slips),
    ),
    Rule(
        code="sentence-not-capital",
        clause="II.I",
        severity=Severity.FAULT,
        element="text",
        title="Sau dấu kết thúc câu viết hoa",
        explanation="Viết hoa chữ cái đầu của câu, sau dấu chấm, chấm hỏi, chấm than. Nếu câu chưa hết, sửa lại dấu.",
        wrong="Nhà trường đã tổ chức. kết quả như sau",
        right="Nhà trường đã tổ chức. Kết quả như sau",
        judge=reading(sentence_slips, _sentences),
    ),
    Rule(
        code="line-not-capital",
        clause="II.I",
        severity=Severity.WARNING,
        element="text",
        title="Xuống dòng viết hoa",
        explanation="Khi xuống dòng, chữ cái đầu của âm tiết thứ nhất viết hoa, cả sau số thứ tự hay gạch đầu dòng.",
        wrong="a) tổ chức quán triệt",
        right="a) Tổ chức quán triệt",
        judge=_judge_starts,
    ),
    Rule(
        code="weekday-not-capital",
        clause="II.V.8",
        severity=Severity.FAULT,
        element="text",
        title="Tên ngày trong tuần, tháng trong năm viết hoa khi không dùng chữ số",
        explanation="Viết hoa âm tiết chỉ ngày, tháng: thứ Hai, thứ Tư, tháng Giêng.",
        wrong="sáng thứ hai, ngày 24/8/2026",
        right="sáng thứ Hai, ngày 24/8/2026",
        judge=reading(day_slips),
    ),
    Rule(
        code="people-and-state-not-capital",
        clause="II.V.1",
        severity=Severity.WARNING,
        element="text",
        title='"Nhân dân", "Nhà nước" viết hoa',
        explanation=(
            'Hai danh từ đặc biệt "Nhân dân", "Nhà nước" viết hoa khi đứng riêng, không phải trong tên gọi như '
            "Ủy ban nhân dân."
        ),
        wrong="sự lãnh đạo của Đảng và nhà nước",
        right="sự lãnh đạo của Đảng và Nhà nước",
        judge=reading(people_slips),
    ),
)
"""Of capital letters."""
