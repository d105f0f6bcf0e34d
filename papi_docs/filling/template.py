"""A .docx template, compiled once: checked against the fields it is to be filled with, then filled.

The tags are docxtpl's (``{{ name }}``, ``{%p for … %}``, ``{%tr for … %}``); docxtpl turns the XML of
Word into Jinja source. Templates come from outside and are not trusted: they may say little, run in
an immutable sandbox, every value is escaped, every name has to exist, the result has to be well-formed.

A drawn line whose alternative text is ``{{ letterhead.motto_rule }}`` takes that length (EMU); a chart
whose alternative text is ``{{ chart }}`` takes the data of that field.
"""

import dataclasses
import re
import traceback
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, Self

from docxtpl import DocxTemplate
from jinja2 import Template as Compiled
from jinja2 import nodes
from jinja2.exceptions import TemplateError as JinjaError
from lxml import etree

from papi_docs.errors import TemplateError
from papi_docs.filling.about import About, core_properties
from papi_docs.filling.charts import Chart
from papi_docs.filling.compiling import Rendering, compiled
from papi_docs.filling.language import new_environment, refused
from papi_docs.filling.names import NameFault, field_names, name_faults, type_faults
from papi_docs.filling.placed_charts import Drawn, PlacedChart, chart_parts, find_charts, tagged, without_charts
from papi_docs.filling.reading import core_part, filled_parts, new_parser, read_parts, refuse
from papi_docs.filling.repairs import number_drawings, repaired, without_empty_last_section
from papi_docs.filling.tags import EXCERPT, W, layout_faults, own_text
from papi_docs.filling.values import UnprintableError, all_filled, empty_fields
from papi_docs.findings import Finding, Place, Severity
from papi_docs.package import FAST, Codec, Package

__all__ = ["Template"]

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TAG = re.compile(r"\{[{%].*?[%}]\}")
_LARGEST_RESULT = 32 * 2**20


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """Jinja source of a part. A line of it is a paragraph, told by the number that ends the line before."""

    text: str
    paragraphs: tuple[str, ...]

    @classmethod
    def of(cls, tree: etree._Element) -> Self:
        """The source of a part, its tags in NFC as typed on no Mac."""
        paragraphs = tuple(own_text(paragraph).strip() for paragraph in tree.iter(f"{W}p"))
        number_drawings(tree)
        for node in tree.iter(f"{W}t"):
            node.text = unicodedata.normalize("NFC", node.text or "")
        patched = DocxTemplate(None).patch_xml(_numbered(etree.tostring(tree, encoding="unicode")))
        return cls(_TAG.sub(lambda tag: unicodedata.normalize("NFC", tag[0]), patched), paragraphs)

    def paragraph(self, line: int) -> str:
        """Beginning of the paragraph, or of the first one in the row, that a line of the source is."""
        before = self.text.split("\n")[: line - 1]
        number = re.search(r"\{#([0-9]+)$", before[-1]) if before else None
        return self.paragraphs[int(number[1])][:EXCERPT] if number else ""


def _numbered(xml: str) -> str:
    """A comment with a line end before each paragraph, row and cell: the number of the next paragraph."""
    pieces = re.split(r"(?=<w:(?:p|tr|tc)[ >/])", xml)
    numbered, number = [pieces[0]], 0
    for piece in pieces[1:]:
        numbered.append(f"{{#{number}\n#}}{piece}")
        number += re.match(r"<w:p[ >/]", piece) is not None
    return "".join(numbered)


def _take_lengths_from_alternative_text(tree: etree._Element) -> None:
    """A length cannot be a tag where Word wants a number, but the drawing's alternative text can."""
    for drawing in tree.iter(f"{_WP}inline", f"{_WP}anchor"):
        properties = drawing.find(f"{_WP}docPr")
        if properties is None or "{{" not in properties.get("descr", ""):
            continue
        length = properties.attrib.pop("descr")
        for extent in drawing.iter(f"{_WP}extent", f"{_A}ext"):
            if "cx" in extent.attrib:
                extent.set("cx", length)


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Template:
    """A template ready to be filled, any number of times; see :meth:`load`.

    Immutable, safe to share between threads, and pickled as it is.
    """

    path: Path
    parts: Mapping[str, bytes]
    """Those that no tag changes; the charts as drawn in the template."""
    sources: Mapping[str, Source]
    renderings: Mapping[str, Rendering | None]
    """The parts that tags change; None where only Jinja and a parser are sure to make it right."""
    charts: tuple[PlacedChart, ...]
    core: str | None
    """Name of the part that says what the file is."""

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read and compile a template.

        Raises:
            TemplateError: it is no plain .docx, has pending changes or macros, or a tag is wrong;
                with every such fault.
        """
        parts = read_parts(path)
        trees = filled_parts(path, parts)
        refuse(path, [fault for tree in trees.values() for fault in layout_faults(path.name, tree)])
        charts = _charts(path, parts, trees)
        sources = {name: Source.of(tree) for name, tree in trees.items()}
        refuse(path, [fault for source in sources.values() for fault in _language_faults(path, source)])
        added = [place.name for place in charts]
        read = {name: _read(source.text) for name, source in sources.items()}
        changing_ = {name: tree for name, tree in read.items() if _has_tags(tree)}
        fixed = {name: _strictly([_whole(read[name])]) for name in read.keys() - changing_.keys()}
        return cls(
            path,
            {**parts, **{name: _serialized(tree) for name, tree in fixed.items()}},
            {name: sources[name] for name in changing_},
            {name: compiled(tree, added) for name, tree in changing_.items()},
            charts,
            core_part(path, parts),
        )

    def check(self, fields: type) -> None:
        """Compare every name in the template with the fields it will be filled with.

        Raises:
            TemplateError: with every name that no field has, or that is used as what it is not, and
                its place.
        """
        added: dict[str, type] = {place.name: Drawn for place in self.charts}
        faults = [
            _fault(self.path, fault.code, fault.message, source.paragraph(fault.line))
            for source in self.sources.values()
            for fault in name_faults(_read(source.text), fields, added)
        ]
        faults += [
            _fault(self.path, fault.code, f"biểu đồ: {fault.message}", place.paragraph)
            for place in self.charts
            for fault in _chart_faults(place, fields)
        ]
        refuse(self.path, faults)

    def fill(self, fields: object, about: About, codec: Codec = FAST) -> bytes:
        """The finished .docx; the same bytes for the same fields and codec.

        Raises:
            TemplateError: a field is empty by accident or cannot be printed, or the template builds
                broken XML.
        """
        if not all_filled(fields):
            refuse(self.path, empty_fields(fields))
        try:
            charts = {place: place.value(fields) for place in self.charts}
            more = {place.name: place.drawn(self.parts, chart) for place, chart in charts.items()}
            rendered = {name: self._render(name, fields, more) for name in self.renderings}
            drawn = {place: chart for place, chart in charts.items() if chart and place.is_drawn(rendered[place.part])}
            changing = [*rendered.values(), *([core_properties(about)] if self.core else [])]
            for place, chart in drawn.items():
                changing += chart_parts(place, self.parts, chart, codec)
        except UnprintableError as error:
            raise self._not_filled(str(error), "") from error
        return _package(self, codec, tuple(drawn)).pack(changing)

    def _render(self, name: str, fields: object, more: Mapping[str, object]) -> bytes:
        rendering = self.renderings[name]
        if rendering is not None:
            with suppress(Exception):  # whatever it is, Jinja says what and where, or makes it right
                return without_empty_last_section(rendering(fields, more))
            refuse(self.path, empty_fields(fields))
        return self.render_carefully(name, fields, more)

    def render_carefully(self, name: str, fields: object, more: Mapping[str, object]) -> bytes:
        """A part by Jinja, parsed and repaired as docxtpl does it: slow, right for every template, and with a place.

        Raises:
            TemplateError: a value cannot be printed, or the result is broken.
        """
        kind: Any = type(fields)
        values = {key: getattr(fields, key) for key in field_names(kind)}
        try:
            tree = _strictly(_judge(self.sources[name].text).generate({**values, **more}))
        except etree.XMLSyntaxError as error:
            reason = f"mẫu tạo ra {name} hỏng: xem lại các thẻ for, if trong đó"
            raise self._not_filled(reason, "") from error
        except UnprintableError as error:
            raise self._not_filled(str(error), self._place(name, error)) from error
        except Exception as error:  # a template may raise anything: it comes from outside
            reason = "một thẻ không tính được: xem lại tên và phép so sánh trong thẻ"
            raise self._not_filled(reason, self._place(name, error)) from error
        return without_empty_last_section(_serialized(repaired(tree)))

    def _not_filled(self, reason: str, paragraph: str) -> TemplateError:
        fault = _fault(self.path, "template-result", reason, paragraph)
        return TemplateError(f"Mẫu {self.path.name} không điền được.", [fault])

    def _place(self, name: str, error: Exception) -> str:
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
        return self.sources[name].paragraph(lines[-1] or 0) if lines else ""


@lru_cache(64)
def _read(source: str) -> nodes.Template:
    """What Jinja reads: nobody changes it."""
    return new_environment().parse(source)


@lru_cache(128)
def _judge(source: str) -> Compiled:
    return new_environment().from_string(source)


@lru_cache(512)
def _package(template: Template, codec: Codec, drawn: tuple[PlacedChart, ...]) -> Package:
    """The constant parts of a paper with these charts, deflated once."""
    changing = [*template.renderings, *([template.core] if template.core else [])]
    changing += [part for place in drawn for part in (place.chart, place.workbook)]
    parts = without_charts(template.parts, [place for place in template.charts if place not in drawn])
    return Package.of({name: data for name, data in parts.items() if name not in changing}, changing, codec)


def _has_tags(tree: nodes.Template) -> bool:
    return any(not isinstance(node, nodes.TemplateData) for node in _printed(tree)) or any(
        tree.find_all((nodes.For, nodes.If, nodes.Assign))
    )


def _printed(tree: nodes.Template) -> Iterator[nodes.Node]:
    return (child for output in tree.find_all(nodes.Output) for child in output.nodes)


def _whole(tree: nodes.Template) -> str:
    """Text of a part without tags."""
    return "".join(node.data for node in _printed(tree) if isinstance(node, nodes.TemplateData))


def _serialized(tree: etree._Element) -> bytes:
    return etree.tostring(tree, encoding="UTF-8", standalone=True)


def _fault(path: Path, code: str, message: str, paragraph: str) -> Finding:
    return Finding(code, Severity.FAULT, message, Place(path.name, paragraph=paragraph))


def _charts(path: Path, parts: Mapping[str, bytes], trees: Mapping[str, etree._Element]) -> tuple[PlacedChart, ...]:
    """Charts to be filled; the tags in alternative texts of drawings move to where they are filled."""
    found = [find_charts(path.name, parts, name, tree) for name, tree in trees.items()]
    refuse(path, [fault for _, faults in found for fault in faults])
    places = tuple(place for places, _ in found for place in places)
    for name, tree in trees.items():
        _take_lengths_from_alternative_text(tree)
        tagged(tree, [place for place in places if place.part == name])
    return places


def _chart_faults(place: PlacedChart, fields: type) -> tuple[NameFault, ...]:
    (output,) = new_environment().parse(f"{{{{ {place.field} }}}}").find_all(nodes.Output)
    (expression,) = output.nodes
    return type_faults(expression, fields, Chart, "biểu đồ")


def _language_faults(path: Path, source: Source) -> Iterator[Finding]:
    """What Jinja cannot read, or what a template may not say."""
    try:
        for fault in refused(_read(source.text)):
            yield _fault(path, "template-language", fault.message, source.paragraph(fault.line))
    except (ValueError, RecursionError, JinjaError) as error:
        message = "thẻ viết sai: xem lại dấu nháy, dấu ngoặc và thứ tự từ trong thẻ"
        yield _fault(path, "template-syntax", message, source.paragraph(getattr(error, "lineno", None) or 0))


def _strictly(pieces: Iterable[str]) -> etree._Element:
    found, length = [], 0
    for piece in pieces:
        found.append(piece)
        length += len(piece)
        if length > _LARGEST_RESULT:
            raise UnprintableError("văn bản dài quá mức: bớt for lồng nhau trong mẫu")
    return etree.fromstring("".join(found).encode(), new_parser())
