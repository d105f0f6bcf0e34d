"""Straight lines drawn on the page, in DrawingML and in VML, with their width and where they stand."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from papi_docs.checker.reading.ooxml import MM_PER_EMU, MM_PER_POINT, VML, W, chosen, local
from papi_docs.checker.written import Line, LineKind

__all__ = ["Column", "is_picture", "lines_of", "place_of"]

_THIN: Final = 0.8
"""Millimetres: a shape no higher than this is a line to its reader."""
_SHORTEST: Final = 3.0
_STRAIGHT: Final = frozenset({"line", "lineInv", "straightConnector1", "bentConnector2"})
_SHARE: Final = {"left": 0.0, "inside": 0.0, "center": 0.5, "right": 1.0, "outside": 1.0}
_POINTS_PER: Final = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, "pc": 12.0, "emu": 1 / 12700}
_LENGTH: Final = re.compile(r"\s*(-?\d*\.?\d+)\s*(pt|in|cm|mm|px|pc|emu)?\s*")


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
            yield from _of_vml(drawing, shape, column)


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
        style = _style(node) if node.tag.startswith(VML) else {}
        if style.get("position") == "absolute":
            width = (_points(style.get("width")) or 0.0) * MM_PER_POINT
            start = (_points(style.get("margin-left")) or 0.0) * MM_PER_POINT
            from_left = _vml_left(node, style, start, width, column)
            return None if from_left is None else (from_left, width)
    return None


# --- DrawingML ---


def _of_frame(drawing: etree._Element, frame: etree._Element, column: Column) -> Iterator[Line]:
    extent = next(iter(frame.findall("{*}extent")), None)
    whole = _emu(extent, "cx"), _emu(extent, "cy")
    left, top = _position(frame, column, whole[0])
    for shape in _shapes(frame, whole):
        yield Line(
            LineKind.DRAWN,
            round(shape.width, 2),
            None if left is None else round(left + shape.left, 2),
            None if top is None else round(top + shape.top, 2),
            solid=shape.solid,
            element=drawing,
        )


def _emu(element: etree._Element | None, name: str) -> float:
    return _float(element.get(name)) * MM_PER_EMU if element is not None else 0.0


def _float(text: str | None) -> float:
    try:
        found = float(text or 0)
    except ValueError:
        return 0.0
    return found if math.isfinite(found) else 0.0


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
    x = scale.x * _ratio(_emu(outer, "cx"), _emu(inner, "cx"))
    y = scale.y * _ratio(_emu(outer, "cy"), _emu(inner, "cy"))
    left = scale.left + _emu(at, "x") * scale.x - _emu(start, "x") * x
    top = scale.top + _emu(at, "y") * scale.y - _emu(start, "y") * y
    return _Scale(x, y, left, top)


def _ratio(outer: float, inner: float) -> float:
    return outer / inner if outer and inner else 1.0


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
    turned = frame is not None and round(_float(frame.get("rot")) / 5_400_000) % 2 == 1
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
    level = height <= max(_THIN, width * 0.03) if straight else height <= _THIN
    return width >= _SHORTEST and level and (not unseen or (filled and not straight))


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
    left = _left(across.get("relativeFrom", "") if across is not None else "", offset, align, width, column)
    below, _ = _offset(down)
    near = down is not None and down.get("relativeFrom") in {"paragraph", "line"}
    return left, below if near else None


def _offset(position: etree._Element | None) -> tuple[float | None, str]:
    offset = position.find("{*}posOffset") if position is not None else None
    align = position.find("{*}align") if position is not None else None
    far = None if offset is None else _float(offset.text) * MM_PER_EMU
    return far, (align.text or "").strip() if align is not None else ""


def _left(origin: str, offset: float | None, align: str, width: float, column: Column) -> float | None:
    """Left edge from that of the column, whatever it was measured from."""
    start, whole = _origin(origin, column)
    if start is None or offset is not None:
        return None if start is None or offset is None else start + offset
    share = _SHARE.get(align)
    return None if whole is None or share is None else start + (whole - width) * share


def _origin(name: str, column: Column) -> tuple[float | None, float | None]:
    """Where a frame of reference begins, from the left edge of the column, and how wide it is."""
    if name in {"", "column", "text"}:
        return 0.0, column.width
    frames = {
        "margin": (0.0, column.text),
        "page": (-column.margin, column.page),
        "leftMargin": (-column.margin, column.margin),
        "rightMargin": (column.text, column.page - column.text - column.margin),
    }
    if column.left is None or name not in frames:
        return None, None
    start, width = frames[name]
    return start - column.left, width


# --- VML ---


def _of_vml(drawing: etree._Element, shape: etree._Element, column: Column) -> Iterator[Line]:
    name = local(shape)
    style = _style(shape)
    if name == "AlternateContent":
        branch = chosen(shape)
        for inner in branch if branch is not None else ():
            yield from _of_vml(drawing, inner, column)
    elif name == "group":
        yield from _of_vml_group(drawing, shape, column)
    elif shape.tag.startswith(VML) and _vml_is_line(shape, style):
        line = _vml_line(drawing, shape, style, column)
        if line is not None:
            yield line


def _style(shape: etree._Element) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in shape.get("style", "").split(";") if ":" in part)
    return {name.strip().lower(): text.strip() for name, text in pairs}


def _points(text: str | None) -> float | None:
    found = _LENGTH.fullmatch(text) if text else None
    return None if found is None else float(found[1]) * _POINTS_PER.get(found[2] or "pt", 1.0)


def _vml_is_line(shape: etree._Element, style: dict[str, str]) -> bool:
    hidden = style.get("visibility") == "hidden" or shape.get("stroked") in {"f", "false"}
    name = local(shape)
    if name == "line":
        return not hidden
    office = "{urn:schemas-microsoft-com:office:office}"
    if name == "rect" and shape.get(f"{office}hr") in {"t", "true"}:
        return True
    if name == "shape":
        connector = shape.get("type", "").endswith(("_t32", "_t20")) or (
            shape.get(f"{office}connectortype") == "straight"
        )
        return connector and not hidden
    filled = shape.get("filled") not in {"f", "false"} and shape.get("fillcolor", "white") != "white"
    return name in {"rect", "roundrect"} and (not hidden or filled) and shape.find(".//{*}txbxContent") is None


def _vml_line(drawing: etree._Element, shape: etree._Element, style: dict[str, str], column: Column) -> Line | None:
    box = _vml_box(shape, style)
    if box is None:
        return _rule_across(drawing, shape, column)
    left, top, width, height = (length * MM_PER_POINT for length in box)
    drawn = local(shape) in {"line", "shape"}
    if width < _SHORTEST or height > (max(_THIN, width * 0.03) if drawn else _THIN):
        return None
    return Line(
        LineKind.DRAWN,
        round(width, 2),
        _vml_left(shape, style, left, width, column),
        round(top, 2) if _vml_near(style) else None,
        solid=_vml_solid(shape),
        element=drawing,
    )


def _rule_across(drawing: etree._Element, shape: etree._Element, column: Column) -> Line | None:
    """A horizontal rule of the web kind: as wide as the column, or a share of it in thousandths."""
    office = "{urn:schemas-microsoft-com:office:office}"
    if shape.get(f"{office}hr") not in {"t", "true"} or column.width is None:
        return None
    share = _float(shape.get(f"{office}hrpct", "1000")) / 1000
    return Line(LineKind.DRAWN, round(column.width * share, 2), element=drawing)


def _vml_box(shape: etree._Element, style: dict[str, str]) -> tuple[float, float, float, float] | None:
    """Left, top, width, height in points."""
    ends = [_pair(shape.get(name)) for name in ("from", "to")]
    if local(shape) == "line" and ends[0] is not None and ends[1] is not None:
        (x1, y1), (x2, y2) = ends[0], ends[1]
        return min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)
    width, height = _points(style.get("width")), _points(style.get("height"))
    if not width:
        return None
    left, top = _points(style.get("margin-left")), _points(style.get("margin-top"))
    return left or 0.0, top or 0.0, width, height or 0.0


def _pair(text: str | None) -> tuple[float, float] | None:
    ends = [_points(part) for part in (text or "").split(",")]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        return None
    return ends[0], ends[1]


def _vml_left(
    shape: etree._Element,
    style: dict[str, str],
    left: float,
    width: float,
    column: Column,
) -> float | None:
    if style.get("position") != "absolute":
        return None
    origin = style.get("mso-position-horizontal-relative", "text")
    align = style.get("mso-position-horizontal", "absolute")
    names = {"left-margin-area": "leftMargin", "right-margin-area": "rightMargin"}
    offset = left if align == "absolute" else None
    found = _left(names.get(origin, origin), offset, align, width, column)
    return None if found is None else round(found, 2)


def _vml_near(style: dict[str, str]) -> bool:
    absolute = style.get("position") == "absolute"
    origin = style.get("mso-position-vertical-relative", "text")
    return absolute and origin in {"text", "line"} and style.get("mso-position-vertical", "absolute") == "absolute"


def _vml_solid(shape: etree._Element) -> bool:
    stroke = shape.find(f"{VML}stroke")
    if stroke is None:
        return True
    return stroke.get("dashstyle", "solid") == "solid" and stroke.get("linestyle", "single") == "single"


def _of_vml_group(drawing: etree._Element, group: etree._Element, column: Column) -> Iterator[Line]:
    """Lines in a group, whose children count in the group's own units."""
    style = _style(group)
    width = _points(style.get("width")) or 0.0
    units = _pair(group.get("coordsize", "1000,1000")) or (1000.0, 1000.0)
    origin = _pair(group.get("coordorigin", "0,0")) or (0.0, 0.0)
    height = _points(style.get("height")) or 0.0
    x, y = _ratio(width, units[0]), _ratio(height, units[1])
    for shape in group:
        if not isinstance(shape.tag, str) or not shape.tag.startswith(VML) or not _vml_is_line(shape, _style(shape)):
            continue
        box = _vml_box(shape, _style(shape) | _as_margins(_style(shape)))
        if box is None or box[2] * x * MM_PER_POINT < _SHORTEST or box[3] * y * MM_PER_POINT > _THIN:
            continue
        start = (_points(style.get("margin-left")) or 0.0) + (box[0] - origin[0]) * x
        top = (_points(style.get("margin-top")) or 0.0) + (box[1] - origin[1]) * y
        length = box[2] * x * MM_PER_POINT
        yield Line(
            LineKind.DRAWN,
            round(length, 2),
            _vml_left(group, style, start * MM_PER_POINT, length, column),
            round(top * MM_PER_POINT, 2) if _vml_near(style) else None,
            solid=_vml_solid(shape),
            element=drawing,
        )


def _as_margins(style: dict[str, str]) -> dict[str, str]:
    return {f"margin-{side}": style[side] for side in ("left", "top") if side in style}
