"""What the layout rules look at: letters that show, parts one may speak of, places that look alike."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from papi_docs.checker.anatomy import Anatomy, Part, Span
from papi_docs.checker.rule import LIKELY, Observation, Rule, Spot, hedged
from papi_docs.checker.rules.tables import in_data
from papi_docs.checker.written import Paragraph, Run
from papi_docs.decree30 import ELEMENTS
from papi_docs.findings import Severity
from papi_docs.typography import Face, text_width

__all__ = [
    "BODY_ROLES",
    "FLOWING",
    "LINE_BREAK",
    "MM_PER_POINT",
    "Deviation",
    "Seen",
    "allowed_width",
    "column_width",
    "deviation",
    "first_line",
    "flowing",
    "grouped",
    "letters",
    "parts_of",
    "run_width",
    "shown_width",
    "text_column",
    "under_table",
]

FLOWING = ("basis", "body", "point", "heading_1", "heading_2", "article")
"""Roles of paragraphs of the running text."""

BODY_ROLES = ("body", "point")
"""Of those, the ones without a look of their own."""

LINE_BREAK = re.compile("\n")
"""Inside a paragraph."""

MM_PER_POINT = 25.4 / 72

_TAB = 12.7
"""Millimetres between the stops that a program sets by itself."""

_FEWEST_LETTERS = 2
"""A single letter that differs is not seen by a reader."""


def parts_of(anatomy: Anatomy, *roles: str) -> Iterator[Part]:
    """Parts of some roles that are likely enough to be spoken of."""
    return (part for part in anatomy.parts if part.role in roles and part.certainty >= LIKELY)


def flowing(anatomy: Anatomy, *roles: str) -> Iterator[Part]:
    """Parts of the running text that stand on the page itself, not in a table or a box."""
    for part in parts_of(anatomy, *roles or FLOWING):
        if part.first.cell is None and not part.first.boxed:
            yield part


def under_table(anatomy: Anatomy, paragraph: Paragraph) -> bool:
    """Whether it is the note of a table of data: right under it, in smaller letters than the law has for text."""
    above = anatomy.written.paragraphs[paragraph.index - 1] if paragraph.index else None
    small = all(run.size < 13 for run in paragraph.runs if letters(run.text))
    return above is not None and in_data(above) and small


@lru_cache(4096)  # every rule of the looks asks it of the same runs
def letters(text: str) -> int:
    """How many letters and digits show in a text."""
    return sum(letter.isalnum() for letter in text)


@dataclass(frozen=True, slots=True)
class Deviation:
    """How much of a part is set wrongly: its share of the letters, and the first run that is."""

    share: float
    span: Span
    run: Run

    @property
    def whole(self) -> bool:
        """The part as a whole, not some words of it."""
        return self.share > 0.5

    @property
    def spot(self) -> Spot:
        """The span where it is the whole part, else the run."""
        if self.whole:
            return Spot.of(self.span)
        return Spot(self.span.paragraph, max(self.run.start, self.span.start), min(self.run.end, self.span.end))


def deviation(part: Part, wrong: Callable[[Run], bool]) -> Deviation | None:
    """How far a part deviates; raised marks of notes, and runs without a letter or digit, do not count."""
    total = off = 0
    first: tuple[Span, Run] | None = None
    for span in part.spans:
        for run in span.runs:
            count = (
                0 if run.raised else letters(span.paragraph.text[max(run.start, span.start) : min(run.end, span.end)])
            )
            total += count
            if count and wrong(run):
                off += count
                first = first or (span, run)
    if first is None or off < min(_FEWEST_LETTERS, total):
        return None
    return Deviation(off / total, *first)


@dataclass(frozen=True, slots=True)
class Seen:
    """One place where something is wrong."""

    spot: Spot
    found: str
    certainty: float = 1
    severity: Severity | None = None


def grouped(rule: Rule, seen: Iterable[Seen], wanted: str, unit: str = "chỗ") -> Iterator[Observation]:
    """One observation for all places that have the same thing wrong: at the first of them, with their count."""
    kinds: dict[str, list[Seen]] = {}
    for one in seen:
        kinds.setdefault(one.found, []).append(one)
    for found, places in kinds.items():
        count = f" ({len(places)} {unit})" if len(places) > 1 else ""
        surest = max(places, key=lambda one: one.certainty)
        about = rule.observe(
            places[0].spot,
            f"{found}{count}",
            wanted,
            severity=hedged(surest.severity or rule.severity, surest.certainty),
        )
        yield replace(about, others=tuple(one.spot for one in places[1:]))


def run_width(run: Run, text: str | None = None) -> float:
    """Millimetres that a run, or a stretch of it, takes on one line."""
    face = {
        (False, False): Face.REGULAR,
        (True, False): Face.BOLD,
        (False, True): Face.ITALIC,
        (True, True): Face.BOLD_ITALIC,
    }[run.bold, run.italic]
    words = run.text if text is None else text
    return text_width(words, face, run.size) * run.stretch + len(words) * run.spread * MM_PER_POINT


def shown_width(span: Span) -> float:
    """Millimetres that a span takes on one line, spaces at its ends left out."""
    text = span.paragraph.text
    start = span.end - len(text[span.start : span.end].lstrip())
    end = span.start + len(text[span.start : span.end].rstrip())
    widths = (
        run_width(run, text[max(run.start, start) : min(run.end, end)].replace("\t", " " * 8))
        for run in span.paragraph.runs
        if run.start < end and run.end > start
    )
    return sum(widths)


def first_line(paragraph: Paragraph) -> float:
    """Millimetres from the margin to the first letter or number, typed tabs and spaces counted."""
    offset = paragraph.left + paragraph.first
    if paragraph.label:
        return offset
    blank = paragraph.text[: len(paragraph.text) - len(paragraph.text.lstrip())]
    for letter in blank:
        offset = (offset // _TAB + 1) * _TAB if letter == "\t" else offset + run_width(paragraph.runs[0], " ")
    return offset


def allowed_width(part: Part, span: Span) -> float:
    """Its width in millimetres, or what it would be at the size the decree prefers where its own is wrong.

    A wrong size is told by itself: it is no second fault that its words then are too long for something.
    """
    sizes = [run.size for run in span.runs if letters(run.text)]
    size = max(sizes, default=0)
    right = ELEMENTS[part.role].size
    share = 1.0 if not size or right.least - 0.1 <= size <= right.most + 0.1 else right.preferred / size
    return shown_width(span) * share


def text_column(anatomy: Anatomy, paragraph: Paragraph) -> float:
    """Millimetres between the margins of the page that a paragraph stands on."""
    section = anatomy.written.sections[min(paragraph.section, len(anatomy.written.sections) - 1)]
    return (section.width - section.left - section.right - section.gutter) / max(section.columns, 1)


def column_width(anatomy: Anatomy, paragraph: Paragraph) -> float | None:
    """Millimetres that a paragraph's lines may take; ``None`` where only the layout engine knows."""
    if paragraph.boxed:
        return None
    whole = text_column(anatomy, paragraph) if paragraph.cell is None else paragraph.cell.width
    return None if whole is None else whole - paragraph.left - paragraph.right
