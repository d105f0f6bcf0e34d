"""Charts drawn in a template: found by their alternative text, filled, or taken out with all their parts.

A chart whose alternative text is ``{{ survey.chart }}`` takes the data of that field; where it is None,
the paragraph with the drawing goes. The drawing gets tags of its own for that, so that a part with charts is filled
like any other.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from typing import Final

from lxml import etree

from papi_docs.filling.chart_part import chart_part, has_series
from papi_docs.filling.charts import Chart
from papi_docs.filling.embedded import workbook
from papi_docs.filling.reading import new_parser
from papi_docs.filling.tags import EXCERPT, W, own_text
from papi_docs.filling.values import printable
from papi_docs.findings import Finding, Place, Severity
from papi_docs.package import Codec

__all__ = ["Drawn", "PlacedChart", "chart_parts", "find_charts", "tagged", "without_charts"]

_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CONTENT_TYPES: Final = "[Content_Types].xml"
_NAME: Final = re.compile(r"\{\{\s*([A-Za-z]\w*(?:\.[A-Za-z]\w*)*)\s*\}\}")


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the tags of a drawing are filled with."""

    height: int
    """EMU."""
    described: str


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A chart of a template that is to be filled."""

    name: str
    """What its drawing is called in the tags put around it."""
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

    def value(self, fields: object) -> Chart | None:
        """The data, or None where they or anything on the way to them are None."""
        value = reduce(
            lambda owner, name: None if owner is None else getattr(owner, name), self.field.split("."), fields
        )
        return value if isinstance(value, Chart) else None

    def is_drawn(self, xml: bytes) -> bool:
        """Whether its drawing is there in the filled part: it may stand in a branch that was not taken."""
        return f':id="{self.relation}"'.encode() in xml

    def drawn(self, parts: Mapping[str, bytes], chart: Chart | None) -> Drawn | None:
        """What the tags around the drawing take; None takes it out.

        Raises:
            UnprintableError: the title has a character that no XML can hold.
        """
        if chart is None:
            return None
        described = f"Biểu đồ: {printable(chart.title)}".replace("\n", " ").replace("\t", " ")
        return Drawn(chart_part(parts[self.chart], self.height, chart).room.height(chart), described)


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
    called = f"_chart_{relation}_{posixpath.basename(part).partition('.')[0]}"
    return PlacedChart(re.sub(r"\W", "_", called), part, relation, name[1], chart, book, height, _near(drawing))


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


def tagged(tree: etree._Element, places: Sequence[PlacedChart]) -> None:
    """Put tags into the drawings of charts: whether they stay, how high they are, what they show."""
    own = {place.relation: place for place in places}
    for drawing, relation in _drawings(tree):
        if relation in own:
            name = own[relation].name
            _extent(drawing).set("cy", f"{{{{ {name}.height }}}}")
            for properties in drawing.iter(f"{_WP}docPr"):
                properties.set("descr", f"{{{{ {name}.described }}}}")
            _wrap(drawing, name)


def _wrap(drawing: etree._Element, name: str) -> None:
    """The paragraph goes, unless it ends a section, is all that a cell has, or holds another drawing."""
    run, paragraph = (next(drawing.iterancestors(f"{W}{tag}")) for tag in "rp")
    home = paragraph.getparent()
    assert home is not None  # noqa: S101 - a paragraph stands in a body or a cell
    alone = len(home.findall(f"{W}p")) == 1 and home.tag == f"{W}tc"
    shared = len(list(paragraph.iter(f"{_WP}inline", f"{_WP}anchor"))) > 1
    stays = alone or shared or paragraph.find(f"{W}pPr/{W}sectPr") is not None
    for text, put in ((f"if {name}", "addprevious"), ("endif", "addnext")):
        holder = run if stays else paragraph
        getattr(holder, put)(_tag(f"{{%{'r' if stays else 'p'} {text} %}}", in_paragraph=not stays))


def _tag(text: str, *, in_paragraph: bool) -> etree._Element:
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}t").text = text
    if not in_paragraph:
        return run
    paragraph = etree.Element(f"{W}p")
    paragraph.append(run)
    return paragraph


def chart_parts(place: PlacedChart, parts: Mapping[str, bytes], chart: Chart, codec: Codec) -> tuple[bytes, bytes]:
    """The chart's own part and the workbook inside it.

    Raises:
        UnprintableError: a text of the chart has a character that no XML can hold.
    """
    return _drawn(parts[place.chart], place.height, _Itself(chart), codec)


@dataclass(frozen=True, slots=True, eq=False)
class _Itself:
    """A chart that equals no other: 1 and 1.0 are equal, and written differently."""

    chart: Chart

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.chart is self.chart

    def __hash__(self) -> int:
        return id(self.chart)


@lru_cache(1)  # a report and the section to paste of it, made one after the other, show the same chart
def _drawn(part: bytes, height: int, shown: _Itself, codec: Codec) -> tuple[bytes, bytes]:
    chart = shown.chart
    rows = zip(chart.categories, *(series.values for series in chart.series), strict=True)
    book = workbook([[None, *(series.name for series in chart.series)], *rows], codec)
    return chart_part(part, height, chart).fill(chart), book


def without_charts(parts: Mapping[str, bytes], places: Sequence[PlacedChart]) -> dict[str, bytes]:
    """The constant parts of a paper without these charts: no part is left that nothing leads to."""
    return reduce(_without, places, dict(parts))


def _without(parts: Mapping[str, bytes], place: PlacedChart) -> dict[str, bytes]:
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
