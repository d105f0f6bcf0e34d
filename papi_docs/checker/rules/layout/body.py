"""How the running text is set: justified, indented, spaced (I.II.6)."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise

from papi_docs.checker.anatomy import Anatomy, Form, Part
from papi_docs.checker.rule import Observation, Rule, Spot, hedged
from papi_docs.checker.rules.layout.length import SINGLE
from papi_docs.checker.rules.layout.looks import in_range
from papi_docs.checker.rules.layout.seeing import (
    BODY_ROLES,
    FLOWING,
    Seen,
    column_width,
    first_line,
    flowing,
    grouped,
    letters,
    shown_width,
    under_table,
)
from papi_docs.checker.written import Align
from papi_docs.decree30 import ELEMENTS
from papi_docs.findings import Severity

__all__ = ["BODY_RULES"]

_INDENTED = ("basis", "body", "point", "article")
_INDENTS = (9.0, 14.2)
"""Millimetres: 10 or 12.7, rounded as one rounds; between the two nobody sees a difference."""

_LEAST_BETWEEN = 6.0
"""Points between paragraphs."""

_LEADING = (0.97, 1.53)
"""Times single spacing; the ends rounded."""

_EXACT_LEADING = (0.94, 1.6)
"""The same where the height of a line is given in points: programs take single spacing as 1.15 to 1.2 sizes."""

_SOME = 0.25
"""Share of the paragraphs from which on something is the document's habit and no slip."""


def _several_lines(anatomy: Anatomy, part: Part) -> bool:
    """Whether a paragraph runs over lines for certain: on one line nobody sees how it is aligned."""
    paragraph = part.first
    width = column_width(anatomy, paragraph)
    return width is not None and shown_width(part.spans[0]) + max(paragraph.first, 0) > width * 1.05


def _texts(anatomy: Anatomy, *roles: str) -> list[Part]:
    """Paragraphs of the document's own text: no blanks to fill, no notes under a table, no annexes."""
    annex = anatomy.one("annex_number")
    end = 0 if anatomy.form is Form.ANNEX else annex.first.index if annex else len(anatomy.written.paragraphs)
    return [
        part
        for part in flowing(anatomy, *roles)
        if part.first.index < end
        and not part.placeholder
        and not _is_blank(part.text)
        and not under_table(anatomy, part.first)
    ]


def _is_blank(text: str) -> bool:
    """Whether dots and room to write make up most of it."""
    return letters(text) < 0.5 * len("".join(text.split()))


def _told(rule: Rule, seen: Iterable[Seen], among: int, wanted: str) -> Iterator[Observation]:
    """One observation, at the commonest of what is wrong; a warning where only few paragraphs are so."""
    places = _alike(list(seen))
    habit = len(places) >= max(2, among * _SOME) or len(places) == among
    for one in grouped(rule, places, wanted, unit="đoạn"):
        yield one if habit else replace(one, severity=hedged(one.severity, 0))


def _alike(places: list[Seen]) -> list[Seen]:
    """The same under the name of the commonest, its own places first."""
    counts = Counter(one.found for one in places)
    if len(counts) < 2:
        return places
    commonest, _ = counts.most_common(1)[0]
    ordered = sorted(places, key=lambda one: one.found != commonest)
    return [replace(one, found=f"{commonest}, có đoạn khác nữa") for one in ordered]


def _justified(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    parts = [part for part in _texts(anatomy, *_INDENTED) if _several_lines(anatomy, part)]
    names = {Align.LEFT: "canh trái", Align.RIGHT: "canh phải", Align.CENTRE: "canh giữa"}
    seen = (
        Seen(Spot.of(part), names[part.first.align], part.certainty)
        for part in parts
        if part.first.align is not Align.JUSTIFIED
    )
    return _told(rule, seen, len(parts), "canh đều cả hai lề")


def _indents(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    parts = [part for part in _texts(anatomy, *_INDENTED) if part.first.align in {Align.JUSTIFIED, Align.LEFT}]
    seen = (Seen(Spot.of(part), found, part.certainty) for part in parts if (found := _indent(part)))
    return _told(rule, seen, len(parts), "dòng đầu lùi vào 10 mm hoặc 12,7 mm")


def _indent(part: Part) -> str:
    """What is wrong with the indent of a paragraph; empty where it is right or a matter of lists."""
    offset = first_line(part.first)
    if offset < _INDENTS[0] - 2:
        return "dòng đầu không lùi vào" if offset < 2 else f"dòng đầu lùi vào {_millimetres(offset)}"
    deeper = part.role in {"point", "body"} and (part.first.label or part.text[:1] in "-+•*")
    if offset > _INDENTS[1] and not deeper:
        return f"dòng đầu lùi vào {_millimetres(offset)}"
    return ""


def _millimetres(length: float) -> str:
    return f"{round(length, 1):g} mm".replace(".", ",")


def _neighbours(anatomy: Anatomy) -> Iterator[tuple[Part, Part]]:
    """Paragraphs of the running text that follow each other with nothing between."""
    parts = _texts(anatomy, *FLOWING)
    for above, below in pairwise(parts):
        if below.first.index == above.spans[-1].paragraph.index + 1 and not below.first.breaks_page:
            yield above, below


def _spacing(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    pairs = list(_neighbours(anatomy))
    seen = (
        Seen(Spot.of(below), f"cách đoạn trước {_points(gap)}", min(above.certainty, below.certainty))
        for above, below in pairs
        if (gap := above.spans[-1].paragraph.after + below.first.before) < _LEAST_BETWEEN - 0.2
    )
    return _told(rule, seen, len(pairs), "cách đoạn trước ít nhất 6 pt")


def _points(size: float) -> str:
    return f"{round(size, 1):g} pt".replace(".", ",")


def _leading(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    parts = _texts(anatomy, *BODY_ROLES, "basis", "article")
    seen = (one for part in parts if (one := _line_spacing(part)))
    return _told(rule, seen, len(parts), "cách dòng từ đơn đến 1,5 dòng")


def _line_spacing(part: Part) -> Seen | None:
    """What is wrong with the line spacing, if anything is."""
    paragraph = part.first
    if paragraph.leading_rule == "multiple":
        wrong = not _LEADING[0] <= paragraph.leading <= _LEADING[1]
        found = f"cách dòng {round(paragraph.leading, 2):g} dòng".replace(".", ",")
        return Seen(Spot.of(part), found, part.certainty) if wrong else None
    size = max((run.size for run in paragraph.runs if letters(run.text)), default=14)
    times = paragraph.leading / (size * SINGLE)
    least = 0 if paragraph.leading_rule == "least" else _EXACT_LEADING[0]
    if least <= times <= _EXACT_LEADING[1]:
        return None
    near = 0.85 <= times <= 1.75
    found = f"cách dòng {_points(paragraph.leading)} cho chữ cỡ {size:g}"
    return Seen(Spot.of(part), found, part.certainty, Severity.WARNING if near else None)


def _mixed(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    sizes: dict[float, list[Part]] = {}
    for part in _texts(anatomy, *BODY_ROLES):
        own = {run.size for run in part.spans[0].runs if letters(run.text) and not run.raised}
        if len(own) == 1 and in_range(size := own.pop(), ELEMENTS["body"].size):
            sizes.setdefault(size, []).append(part)
    usual, *others = sorted(sizes, key=lambda size: -len(sizes[size])) or [0.0]
    for size in others:
        seen = (Seen(Spot.of(part), f"cỡ {size:g}".replace(".", ",")) for part in sizes[size])
        yield from grouped(rule, seen, f"cỡ {usual:g} như các đoạn khác".replace(".", ","), unit="đoạn")


_row = partial(Rule, clause="I.II.6", severity=Severity.FAULT, element="body")

BODY_RULES = (
    _row(
        code="body-not-justified",
        title="Nội dung canh đều cả hai lề",
        explanation="Nội dung văn bản được canh đều cả hai lề. Chọn các đoạn đó rồi bấm Ctrl+J.",
        wrong="đoạn văn nhiều dòng canh trái",
        right="đoạn văn nhiều dòng canh đều hai lề",
        judge=_justified,
    ),
    _row(
        code="body-indent",
        title="Dòng đầu lùi vào 10 mm hoặc 12,7 mm",
        explanation="Khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm. Đặt ở Paragraph > Special > First line.",
        wrong="dòng đầu sát lề",
        right="dòng đầu lùi vào 12,7 mm",
        judge=_indents,
        severity=Severity.WARNING,
    ),
    _row(
        code="body-spacing",
        title="Các đoạn cách nhau ít nhất 6 pt",
        explanation="Khoảng cách giữa các đoạn văn tối thiểu là 6 pt. Đặt ở Paragraph > Spacing > Before hoặc After.",
        wrong="hai đoạn cách nhau 0 pt",
        right="hai đoạn cách nhau 6 pt",
        judge=_spacing,
    ),
    _row(
        code="body-leading",
        title="Cách dòng từ đơn đến 1,5 dòng",
        explanation="Khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 dòng. "
        "Đặt ở Paragraph > Line spacing.",
        wrong="cách dòng 2 dòng",
        right="cách dòng 1,15 dòng",
        judge=_leading,
    ),
    _row(
        code="body-mixed-size",
        title="Nội dung cùng một cỡ chữ",
        explanation="Cỡ 13 và 14 đều đúng, nhưng trong một văn bản nội dung dùng một cỡ. "
        "Chọn các đoạn đó rồi chọn lại cỡ chữ.",
        wrong="phần lớn các đoạn cỡ 14, vài đoạn cỡ 13",
        right="mọi đoạn cỡ 14",
        judge=_mixed,
        severity=Severity.WARNING,
    ),
)
"""In the order of the clause."""
