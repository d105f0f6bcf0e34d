"""Which rules (đường kẻ) stand under an element, and how long its words are."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from papi_docs.checker.anatomy import Anatomy, Part, Span
from papi_docs.checker.rules.layout.length import height, line_count
from papi_docs.checker.rules.layout.seeing import (
    LINE_BREAK,
    MM_PER_POINT,
    column_width,
    run_width,
    shown_width,
    text_column,
)
from papi_docs.checker.written import Cell, Line, LineKind, Paragraph

__all__ = ["SOLID", "Ruling", "gap_above", "longest_lines", "ruling_of"]

SOLID = {LineKind.DRAWN, LineKind.BORDER, LineKind.UNDERSCORES}
"""What prints as a solid line."""

_REACH = 3
"""Paragraphs after an element in which its rule may be anchored."""

_ABOVE = 3.0
"""Millimetres under the top of a paragraph within which a rule anchored there belongs to what stands above."""


_LINE = 7.0
"""Millimetres, about, of a line."""

_HEADS = ("superior", "issuer", "national_name", "motto")
"""Elements of the letterhead, two of which have rules."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """The rules under an element."""

    lines: tuple[Line, ...]
    hidden: bool
    """A picture or another object stands there, which may be the rule."""

    @property
    def solid(self) -> tuple[Line, ...]:
        """Those that are lines as the decree wants them."""
        return tuple(line for line in self.lines if line.kind in SOLID and line.solid)


def ruling_of(anatomy: Anatomy, part: Part) -> Ruling:
    """The rules under a part: anchored in it, before it in its column, or in what follows it without words."""
    places = list(_places(anatomy, part))
    lines = tuple(line for paragraph in places for line in _lines(anatomy, part, paragraph))
    return Ruling(lines, any(paragraph.holds_object for paragraph in places))


def _lines(anatomy: Anatomy, part: Part, anchor: Paragraph) -> Iterator[Line]:
    """Rules of one paragraph that a reader sees under the part."""
    own = {span.paragraph.index for span in part.spans}
    for line in anchor.lines:
        if line.kind is LineKind.UNDERLINE:
            if anchor.index in own and _underlined(part, anchor):
                yield line
            continue
        if _is_next(anatomy, part, anchor) and not _is_above(part, line):
            continue
        if _in_column(anatomy, part, anchor, line):
            yield line


def _underlined(part: Part, anchor: Paragraph) -> bool:
    """Whether words of the part are underlined, and not those that a tab parts from it on the same line."""
    return any(run.underline for span in part.spans if span.paragraph.index == anchor.index for run in span.runs)


def _is_next(anatomy: Anatomy, part: Part, anchor: Paragraph) -> bool:
    """Whether a paragraph is that of an element further down."""
    role = anatomy.role_of(anchor)
    return anchor.index > part.spans[-1].paragraph.index and bool(role) and role not in _HEADS


def _is_above(part: Part, line: Line) -> bool:
    """Whether a rule stands above the words of the paragraph that it is anchored in."""
    if line.below is None:
        return part.role in _HEADS
    return line.below <= _ABOVE


def _places(anatomy: Anatomy, part: Part) -> Iterator[Paragraph]:
    """Paragraphs in which the rule of a part may be anchored, in reading order."""
    paragraphs = anatomy.written.paragraphs
    first, last = part.spans[0].paragraph.index, part.spans[-1].paragraph.index
    if part.role in {"motto", "issuer"}:
        yield from _letterhead(anatomy, part)
        return
    before = [paragraph for paragraph in paragraphs[max(0, first - 1) : first] if anatomy.role_of(paragraph) == "type"]
    yield from (*before, *paragraphs[first : last + 1])
    yield from _following(anatomy, paragraphs[last + 1 :])


def _following(anatomy: Anatomy, paragraphs: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    """Paragraphs without words, and the one after them."""
    bare = list(takewhile(lambda paragraph: not anatomy.role_of(paragraph), paragraphs[:_REACH]))
    yield from bare
    yield from paragraphs[len(bare) : len(bare) + 1]


def _letterhead(anatomy: Anatomy, part: Part) -> Iterator[Paragraph]:
    """Paragraphs from the top down to the line of number and date, and the one after."""
    ends = [found.first.index for role in ("number", "place_and_date") for found in anatomy.of(role)[:1]]
    heads = [
        found.first.index for role in ("superior", "issuer", "national_name", "motto") for found in anatomy.of(role)[:1]
    ]
    last = part.spans[-1].paragraph.index
    stop = max([end for end in ends if end > last] or [last + _REACH])
    yield from anatomy.written.paragraphs[min(heads) : stop + 1]


def _in_column(anatomy: Anatomy, part: Part, anchor: Paragraph, line: Line) -> bool:
    """Whether a rule stands in the half of the letterhead that its element does."""
    if part.role not in {"motto", "issuer"}:
        return True
    return _on_the_right(anatomy, part, anchor, line) == (part.role == "motto")


def _on_the_right(anatomy: Anatomy, part: Part, anchor: Paragraph, line: Line) -> bool:
    """Whether a rule belongs to the right half: that of its cell, where each half has one or nobody knows more."""
    cell, right = anchor.cell, _right_half(anatomy)
    if cell and right and cell.table == right.table:
        own = cell.column >= right.column
        if cell.left is None or _other_half_ruled(anatomy, part, right, own=own):
            return own
    return _centre(anatomy, anchor, line) > _middle_of_letterhead(anatomy, part)


def _right_half(anatomy: Anatomy) -> Cell | None:
    """The cell of the national name, where the issuer stands in one beside it."""
    right, left = (
        next((found.first.cell for role in roles for found in anatomy.of(role)[:1]), None)
        for roles in (("national_name", "motto"), ("issuer", "superior"))
    )
    return right if right and left and right.table == left.table and left.column < right.column else None


def _other_half_ruled(anatomy: Anatomy, part: Part, right: Cell, *, own: bool) -> bool:
    """Whether a rule is anchored in the other half of the letterhead too."""
    cells = (paragraph.cell for paragraph in _letterhead(anatomy, part) if _drawn(paragraph))
    return any(cell.table == right.table and (cell.column >= right.column) != own for cell in cells if cell)


def _drawn(paragraph: Paragraph) -> bool:
    return any(line.kind is not LineKind.UNDERLINE for line in paragraph.lines)


def _middle_of_letterhead(anatomy: Anatomy, part: Part) -> float:
    """Where the right half begins, in millimetres from the left margin of the page."""
    right = _right_half(anatomy)
    return right.left if right and right.left and right.left > 0 else text_column(anatomy, part.first) / 2


def _centre(anatomy: Anatomy, anchor: Paragraph, line: Line) -> float:
    """The middle of a rule in millimetres from the left margin of the page, that of its words where unknown."""
    edge = (anchor.cell.left or 0) if anchor.cell else 0.0
    if line.left is not None and line.width is not None:
        return edge + line.left + line.width / 2
    if anchor.cell:
        return edge + (anchor.cell.width or 0) / 2
    for role in ("motto", "national_name", "issuer", "superior"):
        part = anatomy.one(role)
        if part and any(span.paragraph.index == anchor.index for span in part.spans):
            alone = len({found.role for found in anatomy.parts if found.first.index == anchor.index}) == 1
            right = role in {"motto", "national_name"}
            return text_column(anatomy, anchor) * (0.75 if right else 0.25) if alone else 0
    return text_column(anatomy, anchor) / 2 + anchor.left / 2 - anchor.right / 2


def gap_above(anatomy: Anatomy, part: Part) -> float:
    """Millimetres, about, between the words of a part and its drawn rule; 0 where that is not known."""
    last = part.spans[-1].paragraph
    for anchor in _places(anatomy, part):
        drawn = [line for line in _lines(anatomy, part, anchor) if line.kind is LineKind.DRAWN]
        if drawn and anchor.index > last.index:
            between = anatomy.written.paragraphs[last.index + 1 : anchor.index]
            column = [paragraph for paragraph in between if _column(paragraph) == _column(anchor)]
            return sum(height(anatomy, paragraph) for paragraph in column) + (drawn[0].below or 0)
        if drawn:
            return _drop(anatomy, anchor, last, drawn[0].below)
    return 0


def _drop(anatomy: Anatomy, anchor: Paragraph, last: Paragraph, below: float | None) -> float:
    """How far a rule hangs under words that it is anchored in or over; words that may wrap count a line more."""
    words = [
        paragraph
        for paragraph in anatomy.written.paragraphs[anchor.index : last.index + 1]
        if _column(paragraph) == _column(anchor)
    ]
    if below is None or last not in words or any(column_width(anatomy, one) is None for one in words):
        return 0
    wrapped = sum(_LINE for paragraph in words if line_count(anatomy, paragraph) > 1)
    tall = sum(height(anatomy, paragraph) for paragraph in words) - last.after * MM_PER_POINT
    return max(0.0, below - wrapped - tall)


def _column(paragraph: Paragraph) -> int | None:
    return paragraph.cell.column if paragraph.cell else None


def longest_lines(anatomy: Anatomy, part: Part) -> tuple[float, ...]:
    """Widths in millimetres of the lines that the words of a part run over, as a reader sees them."""
    return tuple(width for span in part.spans for width in _line_widths(anatomy, span) if width > 0)


def _line_widths(anatomy: Anatomy, span: Span) -> Iterator[float]:
    room = column_width(anatomy, span.paragraph)
    at = span.start
    for text in LINE_BREAK.split(span.text):
        line = Span(span.paragraph, at, at + len(text))
        whole = shown_width(line)
        yield from [whole] if room is None or whole <= room else _broken(line, room)
        at += len(text) + 1


def _broken(span: Span, room: float) -> Iterator[float]:
    """Widths of the lines that a stretch is broken into, as full as they may be."""
    runs = list(span.runs)
    wide = 0.0
    for word in span.text.split():
        width, blank = run_width(runs[0], word), run_width(runs[0], " ")
        if wide and wide + blank + width > room:
            yield wide
            wide = width
        else:
            wide += (blank if wide else 0) + width
    yield wide
