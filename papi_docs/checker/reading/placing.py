"""Where drawings stand on the page: the frames of reference that they are measured from."""

import math
from dataclasses import dataclass
from typing import Final, NamedTuple

__all__ = ["SHARE", "SHORTEST", "THIN", "Column", "Position", "decimal", "is_off_page", "left_of", "ratio"]

THIN: Final = 0.8
"""Millimetres: a shape no higher than this is a line to its reader."""
SHORTEST: Final = 3.0
"""Millimetres: anything shorter is no rule."""
SHARE: Final = {"left": 0.0, "inside": 0.0, "center": 0.5, "right": 1.0, "outside": 1.0}
"""Of the room to spare that is left before what is aligned so."""
_SAME: Final = {"": "column", "text": "column", "left-margin-area": "leftMargin", "right-margin-area": "rightMargin"}
"""Other names of frames of reference, those of VML among them."""
_Frames = dict[str, tuple[float | None, float | None]]
"""Where each frame of reference begins, from the left edge of the column, and how wide it is."""


@dataclass(frozen=True, slots=True)
class Column:
    """What positions of drawings are measured in: all in millimetres."""

    width: float | None
    """Of the column or cell that the drawing is anchored in."""
    left: float | None
    """Of its left edge from the left margin."""
    margin: float
    """Of the page's left margin from its edge."""
    page: float
    """Width of the page."""
    text: float
    """Width between the margins."""
    insets: tuple[float, float] | None = None
    """Left and right margin of the cell around its text; ``None`` outside tables."""
    keeps_all: bool = True
    """Whether a drawing stays in its cell even where it says that it may leave it: so since Word 2013."""

    def frees(self, in_cell: str | None) -> bool:
        """Whether a drawing with this ``layoutInCell`` is measured from the page though it is anchored in a cell."""
        return self.insets is not None and not self.keeps_all and in_cell in {"0", "false", "f"}


class Position(NamedTuple):
    """Where a drawing says that it stands from left to right."""

    origin: str
    """What it is measured from."""
    offset: float | None
    """Millimetres."""
    align: str = ""
    in_cell: str | None = None
    """Its ``layoutInCell``."""


def left_of(position: Position, width: float, column: Column) -> float | None:
    """Left edge of a drawing from that of the column, whatever it was measured from."""
    free = column.frees(position.in_cell)
    frames = _on_page(column, free=free) if free or column.insets is None else _in_cell(column)
    start, whole = frames.get(_SAME.get(position.origin, position.origin), (None, None))
    if start is None or position.offset is not None:
        return None if start is None or position.offset is None else start + position.offset
    share = SHARE.get(position.align)
    return None if whole is None or share is None else start + (whole - width) * share


def is_off_page(left: float | None, width: float, column: Column) -> bool:
    """Whether nothing of a drawing is to be seen, its left edge measured from that of the column."""
    if left is None:
        return False
    edge = left + column.margin + (column.left or 0.0)
    return edge + width < 0 or edge > column.page


def _in_cell(column: Column) -> _Frames:
    """Frames of reference in a cell: for the margin its text, for the page its edges."""
    start, end = column.insets or (0.0, 0.0)
    outer = None if column.width is None else column.width + start + end
    return {"column": (0.0, column.width), "margin": (0.0, column.width), "page": (-start, outer)}


def _on_page(column: Column, *, free: bool) -> _Frames:
    """Frames of reference, from the left edge of the column; in a cell that a drawing is free of from the cell's."""
    frames: _Frames = {} if free else {"column": (0.0, column.width)}
    if column.left is None:
        return frames
    right = column.page - column.text - column.margin
    return {
        "column": (-column.left, column.text),
        "margin": (-column.left, column.text),
        "page": (-column.margin - column.left, column.page),
        "leftMargin": (-column.margin - column.left, column.margin),
        "rightMargin": (column.text - column.left, right),
    } | frames


def decimal(text: str | None) -> float:
    """A number as written in an attribute; 0 where it is none."""
    try:
        found = float(text or 0)
    except ValueError:
        return 0.0
    return found if math.isfinite(found) else 0.0


def ratio(outer: float, inner: float) -> float:
    """How much larger a group is drawn than its own units say."""
    return outer / inner if outer and inner else 1.0
