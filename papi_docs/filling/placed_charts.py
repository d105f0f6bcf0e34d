"""Charts drawn in a template: found by their alternative text, filled, or taken out with all their parts.

A chart whose alternative text is ``{{ survey.chart }}`` takes the data of that field; where it is None,
the paragraph with the drawing goes.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Final

from lxml import etree

from papi_docs.filling.chart_part import fill_chart, has_series, height_of
from papi_docs.filling.charts import Chart
from papi_docs.filling.embedded import workbook
from papi_docs.filling.reading import new_parser
from papi_docs.filling.tags import EXCERPT, W, own_text
from papi_docs.filling.values import printable
from papi_docs.findings import Finding, Place, Severity

__all__ = ["PlacedChart", "fill_charts", "find_charts"]

_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CONTENT_TYPES: Final = "[Content_Types].xml"
_NAME: Final = re.compile(r"\{\{\s*([A-Za-z]\w*(?:\.[A-Za-z]\w*)*)\s*\}\}")


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A chart of a template that is to be filled."""

    part: str
    """The part it is drawn in: ``word/document.xml``."""
    relation: str
    field: str
    """Path of the field with its data: ``survey.chart``."""
    chart: str
    """Its own part."""
    workbook: str
    height: int
    """Of the template's drawing, EMU."""
    paragraph: str

    def value(self, fields: Mapping[str, object]) -> object:
        """The data, or None where they or anything on the way to them are None."""
        first, *rest = self.field.split(".")
        return reduce(lambda owner, name: None if owner is None else getattr(owner, name), rest, fields[first])


def find_charts(
    file: str, parts: Mapping[str, bytes], part: str, tree: etree._Element
) -> tuple[list[PlacedChart], list[Finding]]:
    """Every chart with a tag for alternative text; the tag is taken out of ``tree``. And what is wrong with them."""
    places, faults = [], []
    for drawing, relation in _drawings(tree):
        properties = drawing.find(f"{_WP}docPr")
        if properties is None or "{{" not in properties.get("descr", ""):
            continue
        found = _placed(parts, part, drawing, relation, str(properties.attrib.pop("descr")))
        if isinstance(found, PlacedChart):
            places.append(found)
        else:
            faults.append(Finding("chart-unusable", Severity.FAULT, found, Place(file, paragraph=_near(drawing))))
    return places, faults


def _drawings(tree: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Drawings of charts, each with the relationship that leads to its part."""
    for drawing in list(tree.iter(f"{_WP}inline", f"{_WP}anchor")):
        chart = next(drawing.iter(_CHART), None)
        if chart is not None:
            yield drawing, chart.get(f"{_R}id", "")


def _placed(
    parts: Mapping[str, bytes], part: str, drawing: etree._Element, relation: str, text: str
) -> PlacedChart | str:
    """The chart of a drawing, or what is wrong with it."""
    name = _NAME.fullmatch(text.strip())
    if name is None:
        return f'văn bản thay thế "{text}" của biểu đồ phải là đúng một tên trong ngoặc: {{{{ ten_muc }}}}'
    chart = _targets(parts, part).get(relation, "")
    if chart not in parts or not has_series(_tree(parts[chart])):
        return "biểu đồ mẫu không có dãy số liệu nào: chèn lại biểu đồ trong Word"
    data = _tree(parts[chart]).find(_CHART.removesuffix("chart") + "externalData")
    book = "" if data is None else _targets(parts, chart).get(data.get(f"{_R}id", ""), "")
    if book not in parts:
        return "biểu đồ mẫu không có bảng số liệu kèm theo: chèn lại biểu đồ trong Word"
    height = int(_extent(drawing).get("cy", "0"))
    return PlacedChart(part, relation, name[1], chart, book, height, _near(drawing))


def _near(drawing: etree._Element) -> str:
    """The beginning of the paragraph that holds a drawing, or of the last one before it that has text."""
    holder = next(drawing.iterancestors(f"{W}p"))
    paragraphs = (holder, *holder.itersiblings(f"{W}p", preceding=True))
    texts = (own_text(paragraph).strip() for paragraph in paragraphs)
    return next((text[:EXCERPT] for text in texts if text), "")


def _extent(drawing: etree._Element) -> etree._Element:
    found = drawing.find(f"{_WP}extent")
    assert found is not None  # noqa: S101 - the schema wants one
    return found


def _tree(data: bytes) -> etree._Element:
    return etree.fromstring(data, new_parser())


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _targets(parts: Mapping[str, bytes], part: str) -> dict[str, str]:
    """Parts that a part leads to, by the id of the relationship."""
    relations = _relations_of(part)
    if relations not in parts:
        return {}
    return {
        relation.get("Id", ""): _resolved(part, relation.get("Target", ""))
        for relation in _tree(parts[relations])
        if relation.get("TargetMode") != "External"
    }


def _resolved(part: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def fill_charts(
    parts: Mapping[str, bytes], places: Iterable[PlacedChart], fields: Mapping[str, object]
) -> dict[str, bytes]:
    """The parts of a filled paper with the data of its charts; without the charts that have none.

    Raises:
        UnprintableError: a text of a chart has a character that no XML can hold.
    """
    filled, seen = dict(parts), list(places)
    for part in dict.fromkeys(place.part for place in seen):
        own = {place.relation: place for place in seen if place.part == part}
        tree = _tree(filled[part])
        drawn = set(_set_drawings(tree, own, filled, fields))
        filled[part] = etree.tostring(tree, encoding="UTF-8", standalone=True)
        for relation, place in own.items():
            if relation in drawn:
                filled |= _with_data(place, parts, place.value(fields))
            else:
                filled = _without(filled, place)
    return filled


def _set_drawings(
    tree: etree._Element,
    places: Mapping[str, PlacedChart],
    parts: Mapping[str, bytes],
    fields: Mapping[str, object],
) -> Iterator[str]:
    """Give each drawing its height and alternative text, or take it out; the relationships of those that stay."""
    for drawing, relation in _drawings(tree):
        if relation not in places:
            continue
        place = places[relation]
        chart = place.value(fields)
        if not isinstance(chart, Chart):
            _take_out(drawing)
            continue
        _extent(drawing).set("cy", str(height_of(_tree(parts[place.chart]), place.height, chart)))
        for properties in drawing.iter(f"{_WP}docPr"):
            properties.set("descr", f"Biểu đồ: {printable(chart.title)}")
        yield relation


def _take_out(drawing: etree._Element) -> None:
    """The paragraph goes, unless it ends a section or is all that a cell has."""
    paragraph = next(drawing.iterancestors(f"{W}p"))
    home = paragraph.getparent()
    assert home is not None  # noqa: S101 - a paragraph stands in a body or a cell
    alone = len(home.findall(f"{W}p")) == 1 and home.tag == f"{W}tc"
    if alone or paragraph.find(f"{W}pPr/{W}sectPr") is not None:
        run = next(drawing.iterancestors(f"{W}r"))
        paragraph.remove(run)
    else:
        home.remove(paragraph)


def _with_data(place: PlacedChart, parts: Mapping[str, bytes], chart: object) -> dict[str, bytes]:
    assert isinstance(chart, Chart)  # noqa: S101 - otherwise it was taken out
    rows = zip(chart.categories, *(series.values for series in chart.series), strict=True)
    book = workbook([[None, *(series.name for series in chart.series)], *rows])
    return {place.chart: fill_chart(_tree(parts[place.chart]), place.height, chart), place.workbook: book}


def _without(parts: Mapping[str, bytes], place: PlacedChart) -> dict[str, bytes]:
    """No part is left that nothing leads to."""
    gone = {place.chart, _relations_of(place.chart), *_targets(parts, place.chart).values()}
    kept = {name: data for name, data in parts.items() if name not in gone}
    own = {relation for relation, target in _targets(parts, place.part).items() if target == place.chart}
    for name, key in ((_relations_of(place.part), "Id"), (_CONTENT_TYPES, "PartName")):
        tree = _tree(kept[name])
        for row in list(tree):
            if row.get(key, "").lstrip("/") in own | gone:
                tree.remove(row)
        kept[name] = etree.tostring(tree, encoding="UTF-8", standalone=True)
    return kept
