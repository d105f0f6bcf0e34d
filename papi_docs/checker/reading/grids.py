"""Widths of the columns of a table."""

from collections.abc import Iterator

from lxml import etree

from papi_docs.checker.reading.ooxml import MM_PER_DXA, W, child, children, local, number, value

__all__ = ["fitted", "grid_of"]


def grid_of(table: etree._Element) -> list[float]:
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


def fitted(table: etree._Element, grid: list[float], around: float | None) -> list[float]:
    """A table as wide as a part of what it stands in says so in fiftieths of a percent."""
    width = child(table, "tblPr", "tblW")
    stated = value(width, "w") or ""
    share = number(stated.rstrip("%"))
    if value(width, "type") != "pct" or share is None or around is None or not sum(grid):
        return grid
    part = share / 100 if stated.endswith("%") else share / 5000
    whole = part * around / MM_PER_DXA
    return [column * whole / sum(grid) for column in grid]
