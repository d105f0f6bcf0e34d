"""Borders of paragraphs, cells and text boxes: those that are read as rules, those that make a frame."""

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from papi_docs.checker.reading.ooxml import child, local, value
from papi_docs.checker.reading.placing import Column
from papi_docs.checker.reading.sides import shows
from papi_docs.checker.reading.styles import Styles
from papi_docs.checker.reading.tables import Tables
from papi_docs.checker.reading.walking import Block
from papi_docs.checker.written import Line, LineKind

__all__ = ["cell_lines", "is_framed", "paragraph_lines"]

_SOLID: Final = frozenset({"single", "thick"})
_EDGES: Final = ("top", "bottom", "left", "right", "between")
_SHAPES: Final = frozenset({"wsp", "shape", "rect", "roundrect"})


def paragraph_lines(
    blocks: Sequence[Block],
    at: int,
    styles: Styles,
    column: Column,
    indents: tuple[float, float],
) -> Iterator[Line]:
    """Rules that the borders of one paragraph of a story draw: neighbours bordered alike share theirs."""
    own = _borders(blocks[at].element, styles)
    if own is None or _is_frame(own):
        return
    left, right = indents
    width = None if column.width is None else round(column.width - left - right, 2)
    above, below = (_joined(blocks, at, other, styles) for other in (at - 1, at + 1))
    for name, drawn in (("top", not above), ("between", above), ("bottom", not below)):
        border = child(own, name)
        if drawn and border is not None and shows(border):
            yield Line(
                LineKind.BORDER,
                width,
                left,
                None if name == "bottom" else 0.0,
                solid=value(border) in _SOLID,
                element=border,
            )


def _borders(paragraph: etree._Element, styles: Styles) -> etree._Element | None:
    return styles.property(paragraph, "pBdr")


def _joined(blocks: Sequence[Block], at: int, other: int, styles: Styles) -> bool:
    """Neighbours in one cell or story with the same borders are bordered as one."""
    if not 0 <= other < len(blocks) or blocks[other].container != blocks[at].container:
        return False
    own, theirs = (_borders(blocks[index].element, styles) for index in (at, other))
    return own is not None and theirs is not None and _written(own) == _written(theirs)


def _written(borders: etree._Element) -> list[list[tuple[str, str]]]:
    sides = (child(borders, name) for name in _EDGES)
    return [[] if side is None else sorted((str(name), str(text)) for name, text in side.items()) for side in sides]


def cell_lines(block: Block, tables: Tables, page: Column, *, first: bool, last: bool) -> Iterator[Line]:
    """Rules that the borders of a layout table's cell draw over its first and under its last paragraph.

    One between two cells stands under the last paragraph of the upper one, whichever of them it is written in.
    """
    slot = block.place.slot
    if slot is None or block.place.box is not None or tables.sides.bordered(slot.table):
        return
    shown = tables.sides.shown(slot)
    if shown >= {"left", "right"}:
        return
    for name, wanted in (("top", first and not tables.sides.hangs_below_another(slot)), ("bottom", last)):
        border = tables.sides.of(slot)[name]
        if wanted and name in shown:
            width, left = tables.outer(slot, page)
            yield Line(
                LineKind.BORDER,
                width,
                left,
                0.0 if name == "top" else None,
                solid=value(border) in _SOLID,
                element=border,
            )


def is_framed(block: Block, styles: Styles, tables: Tables) -> bool:
    """Whether a paragraph stands in a frame: its own borders, its cell's, its text box's."""
    own = _borders(block.element, styles)
    if own is not None and _is_frame(own):
        return True
    if block.place.box is not None:
        return _box_is_framed(block.place.box)
    slot = block.place.slot
    return slot is not None and len(tables.sides.shown(slot)) == 4


def _is_frame(borders: etree._Element) -> bool:
    return all(shows(child(borders, name)) for name in ("top", "bottom", "left", "right"))


def _box_is_framed(box: etree._Element) -> bool:
    """Whether the shape around a text box has an outline; a shape of VML has one unless it says no."""
    shape = next((node for node in box.iterancestors() if local(node) in _SHAPES), None)
    if shape is None:
        return False
    if local(shape) != "wsp":
        return shape.get("stroked") not in {"f", "false"}
    outline = shape.find("{*}spPr/{*}ln")
    styled = shape.find("{*}style/{*}lnRef")
    if outline is None:
        return styled is not None and styled.get("idx") != "0"
    return outline.find("{*}noFill") is None
