"""Paragraphs cut into the pieces that a reader sees apart: lines, and what stands left and right in one line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Final

from papi_docs.checker.anatomy import Span
from papi_docs.checker.naming.folding import fold
from papi_docs.checker.naming.tags import without_tags
from papi_docs.checker.written import Align, Cell, Paragraph, Section

__all__ = ["Piece", "Side", "is_layout", "pieces_of", "whole"]

_LINE: Final = re.compile(r"[^\n]+")
_GAP: Final = re.compile(r"[ \u00a0\u2002\u2003]*\t[\t \u00a0\u2002\u2003]*|[ \u00a0\u2002\u2003]{3,}")
_OPEN: Final = re.compile(r"(?:\bs[ốổô]\s*[:.;]?|\bngày|\btháng|\bnăm|/)$", re.IGNORECASE)
_CLOSES: Final = re.compile(r"/|tháng\b|năm\b|ngày\b", re.IGNORECASE)
_TAB: Final = 12.7
_MIDDLE: Final = 24.0
_BLANK: Final = 1.2
"""Millimetres of a space in 14 points."""
_WIDE: Final = 0.7
"""Share of the text's width from which on a cell counts as the whole width."""
_MANY_ROWS: Final = 12
_ASIDE: Final = 0.58
_FOLDED: Final = 160


class Side(StrEnum):
    """Where on the page something stands."""

    LEFT = "left"
    RIGHT = "right"
    FULL = "full"


@dataclass(frozen=True)
class Piece:
    """A stretch of one line, without blanks at its ends."""

    paragraph: Paragraph
    start: int
    end: int
    side: Side = Side.FULL

    @cached_property
    def text(self) -> str:
        """As the reader sees it."""
        return self.paragraph.text[self.start : self.end]

    @cached_property
    def folded(self) -> str:
        """The key of its first words."""
        return fold(self.text[:_FOLDED])

    @cached_property
    def capitals(self) -> float:
        """Share of its letters that are capitals, tags of a template apart; 0 where it has none."""
        return _capitals(self.text)

    @cached_property
    def bold(self) -> float:
        """Share of its visible letters that are bold."""
        return self._share("bold")

    @cached_property
    def italic(self) -> float:
        """Share of its visible letters that are italic."""
        return self._share("italic")

    @property
    def span(self) -> Span:
        """The stretch it takes."""
        return Span(self.paragraph, self.start, self.end)

    @property
    def centred(self) -> bool:
        """Set in the middle of its column, by its alignment or by blanks before it."""
        before = self.paragraph.text[: self.start].rpartition("\n")[2]
        return self.paragraph.align is Align.CENTRE or (not before.strip() and _lead(before) > _MIDDLE)

    def _share(self, trait: str) -> float:
        shown = marked = 0
        for run in self.paragraph.runs:
            stretch = run.text[max(0, self.start - run.start) : max(0, self.end - run.start)]
            letters = sum(not letter.isspace() for letter in stretch)
            shown += letters
            marked += letters if getattr(run, trait) else 0
        return marked / shown if shown else 0

    def cut(self, at: int, side: Side | None = None) -> tuple["Piece", "Piece"]:
        """Itself parted at an offset of its text, the second half on a side of its own."""
        first = _trimmed(self.paragraph, self.start, self.start + at, self.side)
        second = _trimmed(self.paragraph, self.start + at, self.end, side or self.side)
        return first, second


@lru_cache(maxsize=4096)
def _capitals(text: str) -> float:
    letters = [letter for letter in without_tags(text) if letter.isalpha()]
    return sum(map(str.isupper, letters)) / len(letters) if letters else 0


def is_layout(paragraph: Paragraph) -> bool:
    """Not in a table that shows its grid or is long and wide: such hold data."""
    cell = paragraph.cell
    return cell is None or not (cell.bordered or (cell.rows > _MANY_ROWS and cell.columns > 2))


def whole(paragraph: Paragraph) -> Piece:
    """A paragraph as one piece."""
    return _trimmed(paragraph, 0, len(paragraph.text), Side.FULL)


def pieces_of(paragraph: Paragraph, section: Section | None = None) -> Iterator[Piece]:
    """Lines of a paragraph, each cut at its wide gaps, with the side that each stands on."""
    for line in _LINE.finditer(paragraph.text):
        narrow = _in_narrow_cell(paragraph, section)
        stretches = [line.span()] if narrow else list(_stretches(paragraph.text, line.start(), line.end()))
        for nth, (start, end) in enumerate(stretches):
            side = _side(paragraph, section, start - line.start(), line[0][: start - line.start()])
            if len(stretches) > 1:
                side = Side.RIGHT if nth else Side.LEFT
            piece = _trimmed(paragraph, start, end, side)
            if piece.start < piece.end:
                yield piece


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for gap in _GAP.finditer(text, start, end):
        if text[start : gap.start()].strip():
            if _to_be_written(text[start : gap.start()], text[gap.end() : end]):
                continue
            yield start, gap.start()
        start = gap.end()
    if text[start:end].strip():
        yield start, end


def _to_be_written(before: str, after: str) -> bool:
    """A gap that is room for a number or a date."""
    return bool(_OPEN.search(before) or _CLOSES.match(after))


def _trimmed(paragraph: Paragraph, start: int, end: int, side: Side) -> Piece:
    stretch = paragraph.text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    return Piece(paragraph, min(start, end), max(min(start, end), start + len(stretch.strip())), side)


def _in_narrow_cell(paragraph: Paragraph, section: Section | None) -> bool:
    cell = paragraph.cell
    return cell is not None and cell.columns > 1 and (cell.width or 0) < _WIDE * _text_width(section)


def _text_width(section: Section | None) -> float:
    return section.width - section.left - section.right if section else 160


def _lead(before: str) -> float:
    """Millimetres that tabs and blanks before a text take."""
    return before.count("\t") * _TAB + (len(before) - before.count("\t")) * _BLANK


def _side(paragraph: Paragraph, section: Section | None, offset: int, before: str) -> Side:
    width = _text_width(section)
    if paragraph.cell is not None and paragraph.cell.columns > 1:
        return _cell_side(paragraph.cell, width)
    if paragraph.align is Align.RIGHT and not paragraph.boxed:
        return Side.RIGHT
    if paragraph.align is Align.CENTRE and not paragraph.boxed:
        return _centred_side(paragraph.left, paragraph.right, width)
    lead = paragraph.left + (_lead(before) if offset else 0) + max(paragraph.first, 0)
    return Side.RIGHT if lead > (1 - _ASIDE) * width and not paragraph.boxed else Side.FULL


def _cell_side(cell: Cell, width: float) -> Side:
    if cell.width is None or cell.left is None:
        return Side.RIGHT if cell.column * 2 >= cell.columns else Side.LEFT
    if cell.width >= _WIDE * width:
        return Side.FULL
    return Side.LEFT if cell.left + cell.width / 2 < width / 2 else Side.RIGHT


def _centred_side(left: float, right: float, width: float) -> Side:
    """Of a centred paragraph whose indents push it aside."""
    middle = left + (width - left - right) / 2
    if middle > _ASIDE * width:
        return Side.RIGHT
    return Side.LEFT if middle < (1 - _ASIDE) * width else Side.FULL
