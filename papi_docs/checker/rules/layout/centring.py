"""What is centred: the elements of the letterhead, the title, chapters, annexes (I.II)."""

from collections.abc import Iterator
from dataclasses import dataclass

from papi_docs.checker.anatomy import Anatomy, Span
from papi_docs.checker.rule import Observation, Rule, Spot
from papi_docs.checker.rules.layout.seeing import Seen, column_width, grouped, parts_of, run_width, shown_width
from papi_docs.checker.rules.tables import in_data
from papi_docs.checker.written import Align, Paragraph
from papi_docs.decree30 import ELEMENTS
from papi_docs.findings import Severity

__all__ = ["CENTRE_RULES", "OFF_CENTRE", "middle"]

_CENTRED = {
    "national_name": "Quốc hiệu",
    "motto": "dưới Quốc hiệu",
    "superior": "tên cơ quan chủ quản",
    "issuer": "tên cơ quan ban hành",
    "number": "dưới tên cơ quan ban hành",
    "place_and_date": "dưới Quốc hiệu và Tiêu ngữ",
    "type": "giữa trang",
    "subject": "dưới tên loại",
    "letter_subject": "dưới số, ký hiệu",
    "chapter": "giữa trang",
    "chapter_title": "giữa trang",
    "annex_number": "giữa trang",
    "annex_title": "dưới số thứ tự của phụ lục",
    "annex_reference": "dưới tên phụ lục",
}
"""Elements that are centred, and where."""

OFF_CENTRE = 6.0
"""Millimetres from the middle of its column that a reader sees."""

_OFF_INDENTED = 8.0
"""The same of what is centred but for an indent that it was given before."""

_NAMES = {Align.LEFT: "canh trái", Align.RIGHT: "canh phải", Align.JUSTIFIED: "canh đều, sát lề trái"}


@dataclass(frozen=True, slots=True)
class _Centred:
    role: str

    def __call__(self, rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
        seen = (
            Seen(Spot.of(span), _NAMES.get(span.paragraph.align, "lệch khỏi giữa"), part.certainty)
            for part in parts_of(anatomy, self.role)
            if not in_data(part.first) and not (self.role in _HALVES and _pushed(part.first))
            for span in part.spans[:1]
            if _off_centre(anatomy, span)
        )
        return grouped(rule, seen, "canh giữa")


def _pushed(paragraph: Paragraph) -> bool:
    """Whether nobody but tabs and spaces says which column a paragraph of the letterhead stands in."""
    return paragraph.cell is None and not paragraph.boxed


_HALVES = ("national_name", "motto", "superior", "issuer", "number", "place_and_date", "letter_subject")
"""Elements of the two halves of the letterhead: outside a table tabs and spaces push them to their place."""


def _off_centre(anatomy: Anatomy, span: Span) -> bool:
    """Whether the reader sees that a span is not in the middle of its column.

    A span that shares its paragraph with others, or begins with a tab, is laid out by tabs: not told here.
    """
    paragraph = span.paragraph
    width = column_width(anatomy, paragraph)
    shares = bool(paragraph.text[: span.start].strip() or paragraph.text[span.end :].strip())
    if width is None or shares or "\t" in paragraph.text:
        return False
    wide = shown_width(span)
    if wide > width - OFF_CENTRE:
        return False
    blank = paragraph.text[: len(paragraph.text) - len(paragraph.text.lstrip())]
    lead = run_width(paragraph.runs[0], blank) + paragraph.first
    off = abs(middle(paragraph.align, lead, wide, width) + (paragraph.left - paragraph.right) / 2)
    return off > (_OFF_INDENTED if paragraph.align is Align.CENTRE else OFF_CENTRE)


def middle(align: Align, lead: float, wide: float, width: float) -> float:
    """How far right of the middle of its lines' room a text of one line stands, in millimetres."""
    if align is Align.CENTRE:
        return lead / 2
    if align is Align.RIGHT:
        return (width - wide) / 2
    return lead + (wide - width) / 2


def _centred_rule(role: str) -> Rule:
    element = ELEMENTS[role]
    weak = role in {"chapter", "chapter_title", "letter_subject"}
    return Rule(
        code=f"{role.replace('_', '-')}-not-centred",
        clause=element.clause,
        severity=Severity.WARNING if weak else Severity.FAULT,
        element=role,
        title=f"{element.name}: canh giữa",
        explanation=f"{element.name} được canh giữa ({_CENTRED[role]}). Đặt con trỏ vào dòng đó rồi bấm Ctrl+E; "
        "đừng đẩy bằng dấu cách.",
        wrong=f"{element.name} canh trái",
        right=f"{element.name} canh giữa",
        judge=_Centred(role),
    )


CENTRE_RULES = tuple(_centred_rule(role) for role in _CENTRED)
"""In the order of the elements."""
