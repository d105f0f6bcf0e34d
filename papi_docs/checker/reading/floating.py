"""Where a table stands that floats: text runs round it (ECMA-376 17.4.57, with what Word makes of it)."""

from lxml import etree

from papi_docs.checker.reading.ooxml import MM_PER_DXA, child, number, value
from papi_docs.checker.reading.placing import SHARE, Column

__all__ = ["floating", "left_of_floating"]


def floating(table: etree._Element) -> etree._Element | None:
    """Its ``w:tblpPr``, unless that is one that Word passes over (MS-OI29500 2.1.162)."""
    place = child(table, "tblPr", "tblpPr")
    if place is None or not place.attrib:
        return None
    moved = any(number(value(place, name)) for name in ("tblpX", "tblpY"))
    named = any(value(place, name) for name in ("tblpXSpec", "tblpYSpec"))
    from_text = value(place, "horzAnchor") in {None, "text"} and value(place, "vertAnchor") != "text"
    return place if moved or named or not from_text else None


def left_of_floating(
    place: etree._Element,
    whole: float,
    out: float,
    around: float | None,
    column: Column | None,
) -> float | None:
    """Left edge of a table as wide as ``whole`` from that of what it stands in, which is as wide as ``around``.

    ``out`` is how far its edge stands out so that its text stands there. ``column`` is the text column of the
    page, ``None`` in a cell, where only the cell is known. All in millimetres.
    """
    start, room = _frame(value(place, "horzAnchor") or "text", around, column)
    if start is None:
        return None
    stated = value(place, "tblpXSpec")
    if stated is None:
        return start + (number(value(place, "tblpX")) or 0.0) * MM_PER_DXA - out
    share = SHARE.get(stated)
    if share == 0:
        return start - out
    return None if room is None or share is None else start + (room - whole) * share


def _frame(name: str, around: float | None, column: Column | None) -> tuple[float | None, float | None]:
    """Where that begins which it is measured from, and how wide it is."""
    if name == "text":
        return 0.0, around
    if column is None:
        return None, None
    return (-column.margin, column.page) if name == "page" else (0.0, column.text)
