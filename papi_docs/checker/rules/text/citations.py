"""Rules of citing other papers (Annex I.II.6.b): in full the first time, and not what cannot be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from papi_docs.checker.anatomy import Anatomy
from papi_docs.checker.rule import Observation, Rule
from papi_docs.checker.rules.text.dates import real_date
from papi_docs.checker.rules.text.prose import Passage, Seen, Slip, passages, prose, reading, say
from papi_docs.decree30 import DOCUMENT_TYPES
from papi_docs.findings import Severity

__all__ = ["CITATION_RULES", "Citation", "citations", "missing_parts", "symbol_slips"]

_TYPES: Final = "|".join(
    sorted(
        (
            *DOCUMENT_TYPES,
            "Công văn",
            "Nghị định",
            "Thông tư liên tịch",
            "Thông tư",
            "Kết luận",
            "Quy chế phối hợp",
            "Văn bản",
        ),
        key=len,
        reverse=True,
    )
)
_CITED: Final = re.compile(
    rf"\b(?P<type>(?i:{_TYPES}))\s+(?:(?i:số):?\s*)?"
    r"(?P<number>\d+[a-z]?(?:\s?-\s?(?=[A-ZĐ]{2})|\s?/\s?)(?P<year>(?:19|20)\d{2}\s?/\s?)?"
    r"(?P<symbol>[A-ZĐÔƯ][\w&Đ.\-–]*(?:/[A-ZĐ][\w&Đ]*)?))"
)
_DATE: Final = re.compile(
    r"\s*[,(]?\s*(?:(?:ban hành|ký)\s+)?ngày\s+(?P<day>\d{1,2})(?:\s*[/.\-]\s*|\s+tháng\s+)"
    r"(?P<month>\d{1,2})(?:\s*[/.\-]\s*|\s+năm\s+)(?P<year>\d{4})\)?"
)
_ISSUER: Final = re.compile(r"[\s,]*của\s+(?P<issuer>[^.;()]*?)(?=[.;()]|/\.|$)")
_STOP: Final = re.compile(r"\s*(?:[.;)]|/\.|$)")
_SUBJECT: Final = re.compile(
    r"\b(?:về|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|bổ sung|V/v|v/v|triển khai|thực hiện|thành lập|kiện toàn|"
    r"điều chỉnh|công bố|tổ chức|phát động|tăng cường|nâng cao|đẩy mạnh|giao|phân công|bổ nhiệm|công nhận|kiểm tra|"
    r"báo cáo|thông báo|ngăn chặn|phòng|đề nghị|bãi bỏ|thay thế|quyết định|xây dựng|kết quả|chương trình|kế hoạch|"
    r"bồi dưỡng|tập huấn)\b"
)
_ELSEWHERE: Final = re.compile(r"(?:\btại|[(])\s*$")
"""Before a citation whose issuer and subject the sentence has just said: ``của Sở Nội vụ tại Tờ trình số …``."""
_NESTED: Final = re.compile(r"\b(?:thực hiện|thi hành|triển khai|của|theo|tại)\s*$")
"""Before a citation that stands in the subject of another one, and so belongs to its name."""
_GAP: Final = re.compile(r"\s+")
_LONGEST_ISSUER: Final = 90
_MISSPELT: Final = (
    (re.compile(r"(?<=[\d/])N[DÐ]-CP\b"), "NĐ-CP"),
    (re.compile(r"(?<=[\d/])NĐ-Cp\b|(?<=[\d/])NĐCP\b"), "NĐ-CP"),
    (re.compile(r"(?<=[\d/])Q[DÐ](?=-[A-ZĐ])"), "QĐ"),
    (re.compile(r"(?<=[\d/](?:QĐ|CT|CĐ)-)(?:TTG|Ttg|ttg)\b"), "TTg"),
    (re.compile(r"(?<=/)TTR(?=-[A-ZĐ])|(?<=/)Ttr(?=-[A-ZĐ])"), "TTr"),
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A paper that a text cites by its number."""

    start: int
    end: int
    """Of its type and number."""
    type_name: str
    number: str
    """With its symbol, without blanks."""
    year: int | None
    """That its number says."""
    dated: date | None
    reach: int
    """Where the date ends; ``end`` where there is none."""
    missing: tuple[str, ...]
    """What a first citation lacks for certain."""

    @property
    def shown(self) -> str:
        """Type and number as one says them."""
        return f"{self.type_name} số {self.number}"


def citations(text: str) -> Iterator[Citation]:
    """The papers cited by number in a text."""
    if "/" not in text:
        return
    found = list(_CITED.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    last = 0
    for match, upto in zip(found, ends, strict=False):
        end = match.start() + len(match[0].rstrip(".-–"))
        dated = _DATE.match(text, end, upto)
        number = _GAP.sub("", match["number"]).rstrip(".-–")
        lacks = missing_parts(text[end:upto], told=_told(text[max(0, match.start() - 8) : match.start()]))
        yield Citation(
            match.start(),
            end,
            match["type"][0].upper() + match["type"][1:].lower(),
            number,
            int(match["year"][:4]) if match["year"] else None,
            real_date(int(dated["day"]), int(dated["month"]), int(dated["year"])) if dated else None,
            dated.end() if dated else end,
            () if last and _nested(text[last : match.start()]) else lacks,
        )
        last = end


def _told(before: str) -> bool:
    return bool(_ELSEWHERE.search(before))


def _nested(between: str) -> bool:
    """Whether a citation stands in the subject of the one before it, by the text between the two."""
    return not re.search(r"[.;]\s", between) and bool(_SUBJECT.search(between) and _NESTED.search(between[-24:]))


def missing_parts(rest: str, *, told: bool = False) -> tuple[str, ...]:
    """What lacks for certain after a number: date, issuer or subject; nothing where that is not plain.

    Args:
        rest: the text after the number.
        told: the sentence has said issuer and subject before.
    """
    dated = _DATE.match(rest)
    lacks = ("thời gian ban hành",) if dated is None and not re.match(r"[\s,]*(?:\(?\s*ngày|năm|và)\b", rest) else ()
    if told or (dated is None and not lacks):
        return lacks
    after = dated.end() if dated else 0
    if _STOP.match(rest, after):
        return (*lacks, "cơ quan ban hành", "trích yếu")
    return (*lacks, "trích yếu") if _ends_with_issuer(rest, after) else lacks


def _ends_with_issuer(rest: str, after: int) -> bool:
    """Nothing but the name of one body stands between the date and the end of the sentence."""
    issuer = _ISSUER.match(rest, after)
    if issuer is None or len(issuer["issuer"]) > _LONGEST_ISSUER:
        return False
    name = issuer["issuer"].rstrip()
    return not (_SUBJECT.search(name) or "," in name or name.endswith(" và"))


def symbol_slips(text: str) -> Iterator[Slip]:
    """Symbols of the whole country that are misspelt: ``ND-CP``, ``QĐ-TTG``."""
    if "-" not in text and "/" not in text:
        return
    for form, right in _MISSPELT:
        for match in form.finditer(text):
            yield Slip(*match.span(), f'ký hiệu "{match[0]}"', f'"{right}"')


_CITING: Final = frozenset({"basis", "body", "point", "article", "heading_2", ""})


def _cited(anatomy: Anatomy) -> Iterator[tuple[Passage, Citation]]:
    """Citations of the running text outside quotation marks, but of the paper itself."""
    own = f"{anatomy.number}/{anatomy.symbol}"
    for passage in passages(anatomy):
        if not prose(passage):
            continue
        for citation in citations(passage.text):
            if citation.number != own and not passage.quotes(citation.start, citation.end):
                yield passage, citation


def _judge_first(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    """The first citation of each paper, in the running text; annexes and tables go on from it."""
    seen: set[str] = set()
    for passage, citation in _cited(anatomy):
        first = citation.number not in seen
        seen.add(citation.number)
        if first and citation.missing and passage.role in _CITING and not passage.tabular:
            yield rule.observe(
                Seen(passage.paragraph, Slip(citation.start, citation.end, "", "")).spot,
                f'"{citation.shown}" viện dẫn lần đầu thiếu {", ".join(citation.missing)}',
                "đủ tên loại, số, ký hiệu, thời gian, cơ quan ban hành và trích yếu",
            )


def _judge_future(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    """A paper cited that is dated after the one that cites it."""
    if anatomy.dated is None:
        return
    for passage, citation in _cited(anatomy):
        if citation.dated and citation.dated > anatomy.dated:
            slip = Slip(
                citation.start,
                citation.reach,
                f'"{citation.shown}" đề ngày {_day(citation.dated)}, sau ngày văn bản này ({_day(anatomy.dated)})',
                "ngày không sau ngày ban hành",
            )
            yield from say(rule, [Seen(passage.paragraph, slip)])


def _judge_year(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    """A number that says another year than the date beside it."""
    for passage, citation in _cited(anatomy):
        if citation.year and citation.dated and citation.year != citation.dated.year:
            slip = Slip(
                citation.start,
                citation.reach,
                f'"{citation.shown}" mà đề ngày {_day(citation.dated)}',
                f"ngày của năm {citation.year}, hoặc số của năm {citation.dated.year}",
            )
            yield from say(rule, [Seen(passage.paragraph, slip)])


def _day(d: date) -> str:
    return f"{d.day:02}/{d.month}/{d.year}"


CITATION_RULES: Final = (
    Rule(
        code="first-citation-incomplete",
        clause="I.II.6.b",
        severity=Severity.WARNING,
        element="text",
        title="Viện dẫn lần đầu ghi đủ tên loại, số, ký hiệu, thời gian, cơ quan ban hành, trích yếu",
        explanation=(
            "Lần đầu viện dẫn một văn bản phải ghi đầy đủ; các lần sau chỉ ghi tên loại và số, ký hiệu. "
            "Luật và pháp lệnh chỉ ghi tên loại và tên gọi."
        ),
        wrong="theo Chỉ thị số 13/CT-UBND",
        right="theo Chỉ thị số 13/CT-UBND ngày 20 tháng 7 năm 2021 của Ủy ban nhân dân tỉnh về cải cách hành chính",
        judge=_judge_first,
    ),
    Rule(
        code="citation-from-the-future",
        clause="I.II.6.b",
        severity=Severity.WARNING,
        element="text",
        title="Văn bản viện dẫn không đề ngày sau văn bản này",
        explanation="Không thể viện dẫn văn bản chưa ban hành. Kiểm tra lại ngày của cả hai văn bản.",
        wrong="(văn bản ngày 05/9/2021) theo Kế hoạch số 861/KH-PGDĐT ngày 01/10/2021",
        right="(văn bản ngày 05/9/2021) theo Kế hoạch số 861/KH-PGDĐT ngày 01/9/2021",
        judge=_judge_future,
    ),
    Rule(
        code="citation-year-differs",
        clause="I.II.6.b",
        severity=Severity.WARNING,
        element="text",
        title="Năm trong số của văn bản viện dẫn khớp với ngày của nó",
        explanation="Số văn bản quy phạm pháp luật có năm ban hành; năm ấy phải là năm của ngày ghi bên cạnh.",
        wrong="Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2021",
        right="Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020",
        judge=_judge_year,
    ),
    Rule(
        code="cited-symbol-misspelt",
        clause="I.II.6.b",
        severity=Severity.WARNING,
        element="text",
        title="Ký hiệu của văn bản viện dẫn ghi đúng như văn bản đó",
        explanation="Ký hiệu chung cả nước như NĐ-CP, QĐ-TTg, CT-TTg ghi đúng chữ hoa, chữ thường và chữ Đ.",
        wrong="Quyết định số 45/2018/QĐ-TTG, Nghị định số 30/2020/ND-CP",
        right="Quyết định số 45/2018/QĐ-TTg, Nghị định số 30/2020/NĐ-CP",
        judge=reading(symbol_slips),
        mendable=True,
    ),
)
"""Of citing other papers."""
