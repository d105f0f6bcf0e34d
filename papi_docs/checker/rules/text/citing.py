"""Rules of citing other papers (Annex I.II.6.b): in full the first time, and not what cannot be."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from papi_docs.checker.anatomy import Anatomy
from papi_docs.checker.rule import Observation, Rule
from papi_docs.checker.rules.text.citations import Citation, citations, symbol_slips
from papi_docs.checker.rules.text.prose import Passage, Seen, Slip, passages, prose, reading, say
from papi_docs.findings import Severity

__all__ = ["CITATION_RULES"]

_CITING: Final = frozenset({"basis", "body", "point", "article", ""})
"""Roles that cite; a heading names the paper which the text under it is about."""


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
                severity=_severity(passage, citation),
            )


def _severity(passage: Passage, citation: Citation) -> Severity | None:
    """A sentence often says what the paper is about before it names it: then its subject may be left out."""
    return Severity.ADVICE if citation.missing == ("trích yếu",) and passage.role != "basis" else None


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
    ),
)
"""Of citing other papers."""
