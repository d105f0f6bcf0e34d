"""Straight lines drawn in VML, as Word wrote them until 2010 and still writes them beside DrawingML."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from papi_docs.checker.reading.ooxml import MM_PER_POINT, VML, chosen, local
from papi_docs.checker.reading.placing import SHORTEST, THIN, Column, Position, decimal, is_off_page, left_of, ratio
from papi_docs.checker.written import Line, LineKind

__all__ = ["lines_of_shape", "place_of_shape"]

_OFFICE: Final = "{urn:schemas-microsoft-com:office:office}"
_POINTS_PER: Final = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, "pc": 12.0, "emu": 1 / 12700}
_LENGTH: Final = re.compile(r"\s*(-?\d*\.?\d+)\s*(pt|in|cm|mm|px|pc|emu)?\s*")


def place_of_shape(shape: etree._Element, column: Column) -> tuple[float, float] | None:
    """Left edge from that of the column, and width, of a shape; ``None`` for one in the line or of unknown place."""
    style = _style(shape)
    width = (_points(style.get("width")) or 0.0) * MM_PER_POINT
    left = (_points(style.get("margin-left")) or 0.0) * MM_PER_POINT
    start = _left(shape, left, width, column)
    return None if start is None else (start, width)


def lines_of_shape(drawing: etree._Element, shape: etree._Element, column: Column) -> Iterator[Line]:
    """The straight lines in a shape, or in the shapes of a group."""
    name = local(shape)
    style = _style(shape)
    if name == "AlternateContent":
        branch = chosen(shape)
        for inner in branch if branch is not None else ():
            yield from lines_of_shape(drawing, inner, column)
    elif name == "group":
        yield from _of_vml_group(drawing, shape, column)
    elif shape.tag.startswith(VML) and _vml_is_line(shape, style):
        line = _vml_line(drawing, shape, column)
        if line is not None and not is_off_page(line.left, line.width or 0.0, column):
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
    if name == "rect" and shape.get(f"{_OFFICE}hr") in {"t", "true"}:
        return True
    if name == "shape":
        connector = shape.get("type", "").endswith(("_t32", "_t20")) or (
            shape.get(f"{_OFFICE}connectortype") == "straight"
        )
        return connector and not hidden
    filled = shape.get("filled") not in {"f", "false"} and shape.get("fillcolor", "white") != "white"
    return name in {"rect", "roundrect"} and (not hidden or filled) and shape.find(".//{*}txbxContent") is None


def _vml_line(drawing: etree._Element, shape: etree._Element, column: Column) -> Line | None:
    box = _vml_box(shape, _style(shape))
    if box is None:
        return _rule_across(drawing, shape, column)
    left, top, width, height = (length * MM_PER_POINT for length in box)
    drawn = local(shape) in {"line", "shape"}
    if width < SHORTEST or height > (max(THIN, width * 0.03) if drawn else THIN):
        return None
    return Line(
        LineKind.DRAWN,
        round(width, 2),
        _left(shape, left, width, column),
        _below(shape, top, column),
        solid=_vml_solid(shape),
        element=drawing,
    )


def _rule_across(drawing: etree._Element, shape: etree._Element, column: Column) -> Line | None:
    """A horizontal rule of the web kind: as wide as the column, or a share of it in thousandths."""
    if shape.get(f"{_OFFICE}hr") not in {"t", "true"} or column.width is None:
        return None
    share = decimal(shape.get(f"{_OFFICE}hrpct", "1000")) / 1000
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


def _left(shape: etree._Element, left: float, width: float, column: Column) -> float | None:
    style = _style(shape)
    if style.get("position") != "absolute":
        return None
    align = style.get("mso-position-horizontal", "absolute")
    origin = style.get("mso-position-horizontal-relative", "text")
    position = Position(origin, left if align == "absolute" else None, align, shape.get(f"{_OFFICE}allowincell"))
    found = left_of(position, width, column)
    return None if found is None else round(found, 2)


def _below(shape: etree._Element, top: float, column: Column) -> float | None:
    style = _style(shape)
    near = style.get("mso-position-vertical-relative", "text") in {"text", "line"}
    placed = style.get("position") == "absolute" and style.get("mso-position-vertical", "absolute") == "absolute"
    return round(top, 2) if near and placed and not column.frees(shape.get(f"{_OFFICE}allowincell")) else None


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
    x, y = ratio(width, units[0]), ratio(height, units[1])
    for shape in group:
        if not isinstance(shape.tag, str) or not shape.tag.startswith(VML) or not _vml_is_line(shape, _style(shape)):
            continue
        box = _vml_box(shape, _style(shape) | _as_margins(_style(shape)))
        if box is None or box[2] * x * MM_PER_POINT < SHORTEST or box[3] * y * MM_PER_POINT > THIN:
            continue
        start = (_points(style.get("margin-left")) or 0.0) + (box[0] - origin[0]) * x
        top = (_points(style.get("margin-top")) or 0.0) + (box[1] - origin[1]) * y
        length = box[2] * x * MM_PER_POINT
        yield Line(
            LineKind.DRAWN,
            round(length, 2),
            _left(group, start * MM_PER_POINT, length, column),
            _below(group, top * MM_PER_POINT, column),
            solid=_vml_solid(shape),
            element=drawing,
        )


def _as_margins(style: dict[str, str]) -> dict[str, str]:
    return {f"margin-{side}": style[side] for side in ("left", "top") if side in style}
