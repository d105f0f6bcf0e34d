"""Running text that reaches into the margins by indents below zero (I.I.3)."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from papi_docs.checker.anatomy import Anatomy, Part
from papi_docs.checker.rule import Observation, Rule, Spot
from papi_docs.checker.rules.layout.page import ROUNDING
from papi_docs.checker.rules.layout.seeing import column_width, flowing, letters, shown_width
from papi_docs.checker.written import Paragraph, Section
from papi_docs.decree30 import PAGE
from papi_docs.findings import Severity

__all__ = ["REACHING_RULES"]

_SEEN = 3.0
"""Millimetres that a reader sees: a figure that hangs a little is nobody's fault."""

_MANY = 3
"""Paragraphs from which on it is no slip."""


def _left(section: Section, paragraph: Paragraph) -> float | None:
    """Millimetres from the edge of the paper to the text; ``None`` where it keeps to its margin."""
    indent = paragraph.left + min(paragraph.first, 0)
    edge = section.left + section.gutter + indent
    return edge if indent <= -_SEEN and edge < PAGE.left.least - ROUNDING else None


def _right(section: Section, paragraph: Paragraph) -> float | None:
    edge = section.right + paragraph.right
    return edge if paragraph.right <= -_SEEN and edge < PAGE.right.least - ROUNDING else None


_SIDES: tuple[tuple[str, Callable[[Section, Paragraph], float | None]], ...] = (
    ("lề trái", _left),
    ("lề phải", _right),
)


def _reaching(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    parts = [part for part in flowing(anatomy) if letters(part.text) and _is_plain(anatomy, part)]
    for name, side in _SIDES:
        found = [
            (part, edge)
            for part in parts
            if (name == "lề trái" or _reaches_its_end(anatomy, part))
            and (edge := side(_section(anatomy, part), part.first)) is not None
        ]
        if len(found) >= _MANY:
            yield _one(rule, name, found)


def _one(rule: Rule, name: str, found: list[tuple[Part, float]]) -> Observation:
    edge = f"{max(0, round(min(edge for _, edge in found), 1)):g} mm".replace(".", ",")
    allowed = PAGE.left if name == "lề trái" else PAGE.right
    first, *others = (part for part, _ in found)
    about = rule.observe(
        first,
        f"chữ lấn vào {name}, chỉ còn cách mép giấy {edge} ({len(found)} đoạn)",
        f"{name} {allowed.least:g} đến {allowed.most:g} mm",
    )
    return replace(about, others=tuple(Spot.of(part) for part in others))


def _section(anatomy: Anatomy, part: Part) -> Section:
    sections = anatomy.written.sections
    return sections[min(part.first.section, len(sections) - 1)]


def _is_plain(anatomy: Anatomy, part: Part) -> bool:
    """Whether it stands on an upright page of one column, whose margins the decree gives."""
    section = _section(anatomy, part)
    return section.width <= section.height and section.columns == 1 and not section.mirrored


def _reaches_its_end(anatomy: Anatomy, part: Part) -> bool:
    """Whether its lines are full: a short one shows nobody where its right edge would be."""
    width = column_width(anatomy, part.first)
    return width is not None and shown_width(part.spans[0]) > width


REACHING_RULES = (
    Rule(
        code="text-in-margin",
        clause="I.I.3",
        severity=Severity.FAULT,
        element="page",
        title="Chữ không lấn vào lề trang",
        explanation="Nhiều đoạn văn có Indentation nhỏ hơn 0 nên lấn vào lề, dù lề trang đặt đúng. "
        "Chọn các đoạn đó rồi đặt Left, Right về 0 ở Paragraph > Indentation.",
        wrong="các đoạn văn có Indentation Right −8 mm",
        right="các đoạn văn có Indentation Right 0",
        judge=_reaching,
    ),
)
"""One rule."""
