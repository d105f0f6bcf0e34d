"""The bases: each on a line of its own that ends as the decree says (I.II.6)."""

import re
from collections.abc import Iterator

from papi_docs.checker.anatomy import Anatomy, Form, Part, Span
from papi_docs.checker.rule import Observation, Rule, Spot
from papi_docs.checker.rules.layout.seeing import Seen, grouped, parts_of
from papi_docs.findings import Severity
from papi_docs.vietnamese import fold_tone

__all__ = ["BASIS_RULES", "WITH_BASES"]


_CONTINUES = re.compile(r"[-–+•*]?\s*(?:xét|theo đề nghị|thực hiện|trên cơ sở|được sự)")
"""How a sentence begins that goes on the bases without the word for it."""


WITH_BASES = frozenset({Form.NAMED, Form.DECISION, Form.RESOLUTION, Form.MINUTES})
"""In the other forms a line that begins like a basis is a sentence of the text."""

_BASIS = re.compile(r"[-–+•*]?\s*(?:căn cứ|theo đề nghị|theo đề xuất|xét\b|trên cơ sở)")
"""How a basis begins, dashes before it allowed; what begins otherwise may be a sentence between them."""

_CLOSING = frozenset({"article", "chapter", "chapter_title", "heading_1", "authority", "signer", "type"})
"""Elements after which bases are those of another paper in the same file."""


def _ends(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    parts = [part for part in parts_of(anatomy, "basis") if part.text.strip()]
    if any(part.placeholder for part in parts):
        return iter(())
    last = _last_ones(anatomy)
    seen = [
        Seen(Spot.of(part.spans[-1]), found, part.certainty)
        for part in parts
        if _BASIS.match(fold_tone(part.text))
        if (found := _wrong_end(anatomy, part, last=part.first.index in last))
    ]
    return grouped(rule, seen, 'căn cứ kết thúc bằng ";", căn cứ cuối cùng bằng "."')


def _last_ones(anatomy: Anatomy) -> set[int]:
    """Where the last basis of each paper in the file begins."""
    found: set[int] = set()
    last: Part | None = None
    for part in anatomy.parts:
        if part.role == "basis":
            last = part
        elif last and part.role in _CLOSING:
            found.add(last.first.index)
            last = None
    return found | ({last.first.index} if last else set())


def _wrong_end(anatomy: Anatomy, part: Part, *, last: bool) -> str:
    """What is wrong with the end of a basis; empty where nothing is."""
    mark, wanted = part.text.rstrip()[-1], "." if last else ";"
    if mark == wanted or (last and mark in ",;:" and _goes_on(anatomy, part.spans[-1])):
        return ""
    which = "căn cứ cuối cùng" if last else "căn cứ"
    return f'{which} kết thúc bằng "{mark}"' if mark in ".,;:" else f'{which} không có dấu "{wanted}" ở cuối'


def _goes_on(anatomy: Anatomy, span: Span) -> bool:
    """Whether the bases run on into a sentence of the body."""
    below = anatomy.written.paragraphs[span.paragraph.index + 1 : span.paragraph.index + 2]
    return any(
        _CONTINUES.match(fold_tone(paragraph.text)) or paragraph.text.lstrip()[:1].islower() for paragraph in below
    )


BASIS_RULES = (
    Rule(
        code="basis-end",
        clause="I.II.6.a",
        severity=Severity.FAULT,
        element="basis",
        title='Căn cứ kết thúc bằng ";", căn cứ cuối cùng bằng "."',
        explanation="Mỗi căn cứ ở một dòng, kết thúc bằng dấu chấm phẩy (;); căn cứ cuối cùng kết thúc bằng dấu chấm.",
        wrong="Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019,",
        right="Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019.",
        judge=_ends,
        forms=WITH_BASES,
    ),
)
"""One rule, of the marks at the ends."""
