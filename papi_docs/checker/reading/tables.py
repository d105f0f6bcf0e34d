"""Where the cells of a table stand on the page, and whether its grid shows."""

from dataclasses import replace
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from papi_docs.checker.reading.floating import floating, left_of_floating
from papi_docs.checker.reading.grids import fitted, grid_of
from papi_docs.checker.reading.ooxml import MM_PER_DXA, W, child, number, value
from papi_docs.checker.reading.placing import Column
from papi_docs.checker.reading.sides import Sides
from papi_docs.checker.reading.sound import part_root
from papi_docs.checker.reading.styles import Styles
from papi_docs.checker.reading.walking import Slot
from papi_docs.checker.written import Cell

__all__ = ["Tables", "compatibility"]

_OLD: Final = 12
_SIDES: Final = (("left", "start"), ("right", "end"))
_MODERN: Final = 15
"""Compatibility mode of Word 2013, since which a table's edge rather than its text stands on the margin."""


def compatibility(document: Document) -> int:
    """The Word whose layout a document asks for: 15 since 2013, 12 where it does not say."""
    settings = part_root(document, RELATIONSHIP_TYPE.SETTINGS)
    compat = None if settings is None else child(settings, "compat")
    for setting in compat.findall(f"{W}compatSetting") if compat is not None else ():
        if value(setting, "name") == "compatibilityMode":
            return int(number(value(setting)) or _OLD)
    return _OLD


class Tables:
    """The geometry of the tables of a document, each worked out once."""

    def __init__(self, styles: Styles, mode: int = _OLD) -> None:
        self._styles = styles
        self.sides = Sides(styles)
        self._modern = mode >= _MODERN
        self._grids: dict[etree._Element, list[float]] = {}
        self._cells: dict[etree._Element, Cell] = {}
        self._around: dict[etree._Element, tuple[float, float]] = {}
        self._inner: dict[etree._Element, tuple[float, float]] = {}
        self._edges: dict[tuple[etree._Element, float | None, Column], float | None] = {}

    def cell(self, slot: Slot, column: Column) -> Cell:
        """A cell, lengths in millimetres; ``column`` is the text column that the outermost table is in."""
        known = self._cells.get(slot.cell)
        if known is None:
            known = self._cells[slot.cell] = self._measured(slot, column)
        return known

    def column(self, slot: Slot, column: Column) -> Column:
        """What positions of drawings anchored in a cell are measured in."""
        cell = self.cell(slot, column)
        return replace(column, width=cell.width, left=cell.left, insets=self._insets(slot), keeps_all=self._modern)

    def _insets(self, slot: Slot) -> tuple[float, float]:
        """Left and right inner margins of a cell in millimetres."""
        if slot.cell not in self._around:
            whole = self._margins(slot.table)
            own = child(slot.cell, "tcPr", "tcMar")
            start, end = whole if own is None else (_margin(own, *pair) for pair in zip(_SIDES, whole, strict=True))
            self._around[slot.cell] = start * MM_PER_DXA, end * MM_PER_DXA
        return self._around[slot.cell]

    def _measured(self, slot: Slot, column: Column) -> Cell:
        width, left = self._box(slot, column)
        return Cell(
            slot.number,
            slot.row,
            slot.column,
            slot.rows,
            slot.columns,
            None if width is None else round(width, 2),
            None if left is None else round(left, 2),
            bordered=self.sides.bordered(slot.table),
        )

    def _box(self, slot: Slot, column: Column) -> tuple[float | None, float | None]:
        """Inner width and inner left edge, the latter from the left edge of the text column."""
        around: float | None = column.width
        origin: float | None = 0.0
        if slot.place.slot is not None:
            around, origin = self._box(slot.place.slot, column)
        width = self._width(slot, around)
        left = self._left(slot, around, column)
        return width, None if left is None or origin is None else origin + left

    def _width(self, slot: Slot, around: float | None) -> float | None:
        outer = self._outer_width(slot, around)
        if outer is None:
            return None
        return max(0.0, outer - sum(self._insets(slot)))

    def _outer_width(self, slot: Slot, around: float | None) -> float | None:
        grid = self._scaled(slot.table, around)
        span = grid[slot.column : slot.column + slot.span]
        if len(span) == slot.span and sum(span) > 0:
            return sum(span)
        stated = child(slot.cell, "tcPr", "tcW")
        if value(stated, "type") in {"dxa", None} and number(value(stated, "w")):
            return (number(value(stated, "w")) or 0) * MM_PER_DXA
        return None

    def _scaled(self, table: etree._Element, around: float | None) -> list[float]:
        """Widths of the columns in millimetres."""
        if table not in self._grids:
            self._grids[table] = [width * MM_PER_DXA for width in fitted(table, grid_of(table), around)]
        return self._grids[table]

    def _margins(self, table: etree._Element) -> tuple[float, float]:
        """Left and right inner margins of the cells of a table, in twentieths of a point."""
        if table not in self._inner:
            stated = self._styles.table_property(table, "tblCellMar")
            start, end = (_margin(stated, names, self._styles.usual_cell_margin(names)) for names in _SIDES)
            self._inner[table] = start, end
        return self._inner[table]

    def _left(self, slot: Slot, around: float | None, column: Column) -> float | None:
        """Of the inner left edge of a cell from the edge of what its table stands in."""
        grid = self._scaled(slot.table, around)
        if len(grid) < slot.column:
            return None
        key = slot.table, around, column
        if key not in self._edges:
            self._edges[key] = self._edge(slot, sum(grid), around, column)
        edge = self._edges[key]
        return None if edge is None else edge + sum(grid[: slot.column]) + self._insets(slot)[0]

    def _edge(self, slot: Slot, whole: float, around: float | None, column: Column) -> float | None:
        """Of the left edge of a table from the edge of what it stands in."""
        table, nested = slot.table, slot.place.slot is not None
        first = self._margins(table)[0] * MM_PER_DXA
        out = 0.0 if self._modern or nested else first
        place = None if slot.place.box is not None else floating(table)
        if place is not None:
            return left_of_floating(place, whole, out, around, None if nested else column)
        match value(self._styles.table_property(table, "jc")):
            case "center":
                return None if around is None else (around - whole) / 2
            case "right" | "end":
                return None if around is None else around - whole
            case _:
                return (number(value(self._styles.table_property(table, "tblInd"), "w")) or 0) * MM_PER_DXA - out

    def outer(self, slot: Slot, column: Column) -> tuple[float | None, float]:
        """Outer width of a cell, and its left edge from the inner one, in millimetres."""
        start, end = self._insets(slot)
        width = self.cell(slot, column).width
        return None if width is None else round(width + start + end, 2), round(-start, 2)


def _margin(margins: etree._Element | None, names: tuple[str, str], default: float) -> float:
    stated = (number(value(child(margins, name), "w")) for name in names)
    return next((margin for margin in stated if margin is not None), default)
