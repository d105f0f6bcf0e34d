"""Straight lines drawn on the page, with their width and where they stand; here those of DrawingML."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from papi_docs.checker.reading.ooxml import MM_PER_EMU, VML, W, chosen, local
from papi_docs.checker.reading.placing import SHORTEST, THIN, Column, Position, decimal, is_off_page, left_of, ratio
from papi_docs.checker.reading.vml import lines_of_shape, place_of_shape
from papi_docs.checker.written import Line, LineKind

__all__ = ["is_picture", "lines_of", "place_of"]

_STRAIGHT: Final = frozenset({"line", "lineInv", "straightConnector1", "bentConnector2"})


@dataclass(frozen=True, slots=True)
class _Shape:
    width: float
    height: float
    left: float
    """Of its left end from that of the whole drawing."""
    top: float
    solid: bool


def lines_of(drawing: etree._Element, column: Column) -> Iterator[Line]:
    """The straight lines in a ``w:drawing`` or a ``w:pict``."""
    if drawing.tag == f"{W}drawing":
        for frame in drawing:
            if local(frame) in {"inline", "anchor"}:
                yield from _of_frame(drawing, frame, column)
    else:
        for shape in drawing:
            yield from lines_of_shape(drawing, shape, column)


def is_picture(drawing: etree._Element) -> bool:
    """Whether it shows something besides lines and text boxes: an image, a chart, an embedded object."""
    names = {"pic", "chart", "relIds", "imagedata", "OLEObject", "control"}
    return any(local(node) in names for node in drawing.iter() if isinstance(node.tag, str))


def place_of(box: etree._Element, column: Column) -> tuple[float, float] | None:
    """Left edge from that of the column, and width, of the drawing that a text box is in; ``None`` in the line."""
    for node in box.iterancestors():
        if local(node) == "anchor":
            width = _emu(node.find("{*}extent"), "cx")
            left, _ = _position(node, column, width)
            return None if left is None else (left, width)
        if node.tag.startswith(VML) and "position:absolute" in node.get("style", ""):
            return place_of_shape(node, column)
    return None


def _of_frame(drawing: etree._Element, frame: etree._Element, column: Column) -> Iterator[Line]:
    extent = next(iter(frame.findall("{*}extent")), None)
    whole = _emu(extent, "cx"), _emu(extent, "cy")
    left, top = _position(frame, column, whole[0])
    for shape in _shapes(frame, whole):
        start = None if left is None else round(left + shape.left, 2)
        if is_off_page(start, shape.width, column):
            continue
        yield Line(
            LineKind.DRAWN,
            round(shape.width, 2),
            start,
            None if top is None else round(top + shape.top, 2),
            solid=shape.solid,
            element=drawing,
        )


def _emu(element: etree._Element | None, name: str) -> float:
    return decimal(element.get(name)) * MM_PER_EMU if element is not None else 0.0


def _shapes(frame: etree._Element, whole: tuple[float, float]) -> Iterator[_Shape]:
    data = frame.find("{*}graphic/{*}graphicData")
    for node in data if data is not None else ():
        yield from _of_node(node, _Scale(), whole)


@dataclass(frozen=True, slots=True)
class _Scale:
    """From the coordinates of a group's children to millimetres in the drawing."""

    x: float = 1.0
    y: float = 1.0
    left: float = 0.0
    top: float = 0.0


def _of_node(node: etree._Element, scale: _Scale, whole: tuple[float, float] | None) -> Iterator[_Shape]:
    match local(node):
        case "AlternateContent":
            branch = chosen(node)
            for inner in branch if branch is not None else ():
                yield from _of_node(inner, scale, whole)
        case "wgp" | "grpSp" | "wpc":
            inside = _into(node, scale)
            for inner in node:
                yield from _of_node(inner, inside, None)
        case "wsp" | "cxnSp" | "sp":
            shape = _of_shape(node, scale, whole)
            if shape is not None:
                yield shape


def _into(group: etree._Element, scale: _Scale) -> _Scale:
    frame = group.find("{*}grpSpPr/{*}xfrm")
    outer, inner = (frame.find(f"{{*}}{name}") if frame is not None else None for name in ("ext", "chExt"))
    at, start = (frame.find(f"{{*}}{name}") if frame is not None else None for name in ("off", "chOff"))
    x = scale.x * ratio(_emu(outer, "cx"), _emu(inner, "cx"))
    y = scale.y * ratio(_emu(outer, "cy"), _emu(inner, "cy"))
    left = scale.left + _emu(at, "x") * scale.x - _emu(start, "x") * x
    top = scale.top + _emu(at, "y") * scale.y - _emu(start, "y") * y
    return _Scale(x, y, left, top)


def _of_shape(node: etree._Element, scale: _Scale, whole: tuple[float, float] | None) -> _Shape | None:
    properties = node.find("{*}spPr")
    if properties is None:
        return None
    frame = properties.find("{*}xfrm")
    extent = frame.find("{*}ext") if frame is not None else None
    at = frame.find("{*}off") if frame is not None else None
    width, height = _emu(extent, "cx") * scale.x, _emu(extent, "cy") * scale.y
    if whole is not None and extent is None:
        width, height = whole
    turned = frame is not None and round(decimal(frame.get("rot")) / 5_400_000) % 2 == 1
    if turned:
        width, height = height, width
    if not _is_line(properties, width, height) or node.find(".//{*}txbxContent") is not None:
        return None
    left = 0.0 if whole is not None else scale.left + _emu(at, "x") * scale.x
    top = 0.0 if whole is not None else scale.top + _emu(at, "y") * scale.y
    return _Shape(width, height, left, top, _is_solid(properties))


def _is_line(properties: etree._Element, width: float, height: float) -> bool:
    """Level, long enough to be seen as a rule, and drawn at all."""
    outline = properties.find("{*}ln")
    unseen = outline is not None and outline.find("{*}noFill") is not None
    preset = properties.find("{*}prstGeom")
    straight = preset is not None and preset.get("prst") in _STRAIGHT
    filled = properties.find("{*}solidFill") is not None
    level = height <= max(THIN, width * 0.03) if straight else height <= THIN
    return width >= SHORTEST and level and (not unseen or (filled and not straight))


def _is_solid(properties: etree._Element) -> bool:
    outline = properties.find("{*}ln")
    dash = outline.find("{*}prstDash") if outline is not None else None
    single = outline is None or outline.get("cmpd", "sng") == "sng"
    return single and (dash is None or dash.get("val", "solid") == "solid")


def _position(frame: etree._Element, column: Column, width: float) -> tuple[float | None, float | None]:
    """Of an anchored drawing: left edge from that of the column, top from that of the paragraph."""
    if local(frame) == "inline":
        return None, None
    across, down = frame.find("{*}positionH"), frame.find("{*}positionV")
    if frame.get("simplePos") in {"1", "true"}:
        return None, None
    offset, align = _offset(across)
    in_cell = frame.get("layoutInCell")
    origin = across.get("relativeFrom", "") if across is not None else ""
    left = left_of(Position(origin, offset, align, in_cell), width, column)
    below, _ = _offset(down)
    near = down is not None and down.get("relativeFrom") in {"paragraph", "line"} and not column.frees(in_cell)
    return left, below if near else None


def _offset(position: etree._Element | None) -> tuple[float | None, str]:
    offset = position.find("{*}posOffset") if position is not None else None
    align = position.find("{*}align") if position is not None else None
    far = None if offset is None else decimal(offset.text) * MM_PER_EMU
    return far, (align.text or "").strip() if align is not None else ""
