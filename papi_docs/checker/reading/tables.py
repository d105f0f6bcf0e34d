"""Where the cells of a table stand on the page, and whether its grid shows."""

from collections.abc import Iterator
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from papi_docs.checker.reading.ooxml import MM_PER_DXA, W, child, children, local, number, value
from papi_docs.checker.reading.sound import part_root
from papi_docs.checker.reading.styles import Styles
from papi_docs.checker.reading.walking import Slot, slots
from papi_docs.checker.written import Cell

__all__ = ["Tables", "compatibility", "shows"]

_OLD: Final = 12
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


def shows(border: etree._Element | None) -> bool:
    """Whether a border is drawn."""
    return (
        border is not None
        and value(border) not in {None, "nil", "none"}
        and number(value(border, "sz")) != 0
        and (value(border, "color") or "").upper() != "FFFFFF"
    )


class Tables:
    """The geometry of the tables of a document, each worked out once."""

    def __init__(self, styles: Styles, mode: int = _OLD) -> None:
        self._styles = styles
        self._hangs_out = mode < _MODERN
        self._grids: dict[etree._Element, list[float]] = {}
        self._bordered: dict[etree._Element, bool] = {}
        self._cells: dict[etree._Element, Cell] = {}
        self._properties: dict[tuple[etree._Element, str], etree._Element | None] = {}

    def cell(self, slot: Slot, column_width: float) -> Cell:
        """A cell, lengths in millimetres; ``column_width`` is that of the text column the outermost table is in."""
        known = self._cells.get(slot.cell)
        if known is None:
            known = self._cells[slot.cell] = self._measured(slot, column_width)
        return known

    def _measured(self, slot: Slot, column_width: float) -> Cell:
        width, left = self._box(slot, column_width)
        return Cell(
            slot.number,
            slot.row,
            slot.column,
            slot.rows,
            slot.columns,
            None if width is None else round(width, 2),
            None if left is None else round(left, 2),
            bordered=self.bordered(slot.table),
        )

    def _box(self, slot: Slot, column_width: float) -> tuple[float | None, float | None]:
        """Inner width and inner left edge, the latter from the left edge of the text column."""
        around, origin = column_width, 0.0
        if slot.place.slot is not None:
            outer_width, outer_left = self._box(slot.place.slot, column_width)
            if outer_width is None or outer_left is None:
                return self._width(slot, None), None
            around, origin = outer_width, outer_left
        width = self._width(slot, around)
        left = self._left(slot, around)
        return width, None if left is None else origin + left

    def _width(self, slot: Slot, around: float | None) -> float | None:
        outer = self._outer_width(slot, around)
        if outer is None:
            return None
        start, end = self._margins(slot.table, slot.cell)
        return max(0.0, outer - (start + end) * MM_PER_DXA)

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
            self._grids[table] = _grid(table)
        return [width * MM_PER_DXA for width in _fitted(table, self._grids[table], around)]

    def _margins(self, table: etree._Element, cell: etree._Element | None) -> tuple[float, float]:
        """Left and right inner margins of a cell, in twentieths of a point."""
        return self._margin(table, cell, ("left", "start")), self._margin(table, cell, ("right", "end"))

    def _margin(self, table: etree._Element, cell: etree._Element | None, sides: tuple[str, str]) -> float:
        for place in (child(cell, "tcPr", "tcMar"), self._table_property(table, "tblCellMar")):
            for side in sides:
                stated = number(value(child(place, side), "w"))
                if stated is not None:
                    return stated
        return self._styles.usual_cell_margin(sides)

    def _left(self, slot: Slot, around: float | None) -> float | None:
        """Of the inner left edge of a cell from the edge of what its table stands in."""
        table = slot.table
        grid = self._scaled(table, around)
        if child(table, "tblPr", "tblpPr") is not None or len(grid) < slot.column:
            return None
        start, _ = self._margins(table, slot.cell)
        first, _ = self._margins(table, None)
        before = sum(grid[: slot.column]) + start * MM_PER_DXA
        match value(self._table_property(table, "jc")):
            case "center":
                return None if around is None else (around - sum(grid)) / 2 + before
            case "right" | "end":
                return None if around is None else around - sum(grid) + before
            case _:
                indent = number(value(self._table_property(table, "tblInd"), "w")) or 0
                nested = slot.place.slot is not None
                return (indent - (first if self._hangs_out and not nested else 0)) * MM_PER_DXA + before

    def _table_property(self, table: etree._Element, name: str) -> etree._Element | None:
        """A table's own, or the nearest that its style states."""
        if (table, name) not in self._properties:
            style = value(child(table, "tblPr", "tblStyle")) or ""
            stated = (child(place, "tblPr", name) for place in (table, *self._styles.chain(style, "table")))
            self._properties[table, name] = next((found for found in stated if found is not None), None)
        return self._properties[table, name]

    def outer(self, slot: Slot) -> tuple[float | None, float]:
        """Outer width of a cell, and its left edge from the inner one, in millimetres."""
        start, _ = self._margins(slot.table, slot.cell)
        width = self._outer_width(slot, None)
        return None if width is None else round(width, 2), round(-start * MM_PER_DXA, 2)

    def sides(self, slot: Slot) -> dict[str, etree._Element | None]:
        """The four borders of a cell: its own word goes before the table's, that before the style's."""
        own = child(slot.cell, "tcPr", "tcBorders")
        whole = self._table_property(slot.table, "tblBorders")
        edges = {
            "top": ("top" if slot.row == 0 else "insideH",),
            "bottom": ("bottom" if slot.row == slot.rows - 1 else "insideH",),
            "left": ("left", "start") if slot.column == 0 else ("insideV",),
            "right": ("right", "end") if slot.column + slot.span >= slot.columns else ("insideV",),
        }
        names = {"top": ("top",), "bottom": ("bottom",), "left": ("left", "start"), "right": ("right", "end")}
        return {side: _first(own, names[side], _first(whole, edges[side], None)) for side in edges}

    def bordered(self, table: etree._Element) -> bool:
        """Whether its grid shows: most of its cells have lines on three sides at least."""
        if table not in self._bordered:
            boxed = [sum(shows(side) for side in self.sides(slot).values()) >= 3 for slot in slots(table)]
            self._bordered[table] = len(boxed) > 1 and sum(boxed) * 2 > len(boxed)
        return self._bordered[table]


def _first(
    borders: etree._Element | None,
    names: tuple[str, ...],
    default: etree._Element | None,
) -> etree._Element | None:
    return next((found for name in names if (found := child(borders, name)) is not None), default)


def _grid(table: etree._Element) -> list[float]:
    """Widths of the grid's columns in twentieths of a point, the cells' own word going before the grid's."""
    grid = [number(value(column, "w")) or 0.0 for column in _columns(table)]
    for column, span, width in _stated(table):
        if span != 1:
            continue
        while len(grid) <= column:
            grid.append(0.0)
        grid[column] = width
    return grid


def _columns(table: etree._Element) -> list[etree._Element]:
    grid = child(table, "tblGrid")
    return [] if grid is None else grid.findall(f"{W}gridCol")


def _stated(table: etree._Element) -> Iterator[tuple[int, int, float]]:
    """Cells of the first row that say how wide they are: column, span, width."""
    for line in children(table):
        if local(line) != "tr":
            continue
        column = int(number(value(child(line, "trPr", "gridBefore"))) or 0)
        for cell in children(line):
            if local(cell) != "tc":
                continue
            span = max(1, int(number(value(child(cell, "tcPr", "gridSpan"))) or 1))
            width = child(cell, "tcPr", "tcW")
            stated = number(value(width, "w"))
            if stated and value(width, "type") in {"dxa", None}:
                yield column, span, stated
            column += span
        return


def _fitted(table: etree._Element, grid: list[float], around: float | None) -> list[float]:
    """A table as wide as a part of what it stands in says so in fiftieths of a percent."""
    width = child(table, "tblPr", "tblW")
    stated = value(width, "w") or ""
    share = number(stated.rstrip("%"))
    if value(width, "type") != "pct" or share is None or around is None or not sum(grid):
        return grid
    part = share / 100 if stated.endswith("%") else share / 5000
    whole = part * around / MM_PER_DXA
    return [column * whole / sum(grid) for column in grid]
