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
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Self

from docxtpl import DocxTemplate
from jinja2 import Template as Compiled
from jinja2 import nodes
from jinja2.exceptions import TemplateError as JinjaError
from lxml import etree

from papi_docs.errors import TemplateError
from papi_docs.filling.about import About, core_properties
from papi_docs.filling.charts import Chart
from papi_docs.filling.language import new_environment, refused
from papi_docs.filling.names import NameFault, field_names, name_faults, type_faults
from papi_docs.filling.placed_charts import PlacedChart, fill_charts, find_charts
from papi_docs.filling.reading import core_part, filled_parts, new_parser, read_parts, refuse
from papi_docs.filling.tags import EXCERPT, W, layout_faults, own_text
from papi_docs.filling.values import UnprintableError, empty_fields
from papi_docs.findings import Finding, Place, Severity
from papi_docs.package import pack

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
        _take_lengths_from_alternative_text(tree)
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


@dataclasses.dataclass(frozen=True, slots=True)
class Template:
    """A template ready to be filled, any number of times. Immutable; see :meth:`load`."""

    path: Path
    parts: Mapping[str, bytes]
    sources: Mapping[str, Source]
    compiled: Mapping[str, Compiled]
    charts: tuple[PlacedChart, ...]

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
        compiled = {name: new_environment().from_string(source.text) for name, source in sources.items()}
        return cls(path, parts, sources, compiled, charts)

    def check(self, fields: type) -> None:
        """Compare every name in the template with the fields it will be filled with.

        Raises:
            TemplateError: with every name that no field has, or that is used as what it is not, and
                its place.
        """
        environment = new_environment()
        faults = [
            _fault(self.path, fault.code, fault.message, source.paragraph(fault.line))
            for source in self.sources.values()
            for fault in name_faults(environment.parse(source.text), fields)
        ]
        faults += [
            _fault(self.path, fault.code, f"biểu đồ: {fault.message}", place.paragraph)
            for place in self.charts
            for fault in _chart_faults(place, fields)
        ]
        refuse(self.path, faults)

    def fill(self, fields: object, about: About) -> bytes:
        """The finished .docx; the same bytes for the same fields.

        Raises:
            TemplateError: a field is empty by accident or cannot be printed, or the template builds
                broken XML.
        """
        refuse(self.path, empty_fields(fields))
        values = {name: getattr(fields, name) for name in field_names(type(fields))}
        rendered = {name: self._render(name, values) for name in self.compiled}
        return pack(self._with_charts({**self.parts, **rendered, **self._about(about)}, values))

    def _with_charts(self, parts: Mapping[str, bytes], values: Mapping[str, object]) -> dict[str, bytes]:
        try:
            return fill_charts(parts, self.charts, values)
        except UnprintableError as error:
            raise self._not_filled(str(error), "") from error

    def _about(self, about: About) -> dict[str, bytes]:
        name = core_part(self.path, self.parts)
        try:
            return {name: core_properties(about)} if name else {}
        except UnprintableError as error:
            raise self._not_filled(str(error), "") from error

    def _render(self, name: str, values: Mapping[str, object]) -> bytes:
        try:
            tree = etree.fromstring(_joined(self.compiled[name].generate(values)), new_parser())
        except etree.XMLSyntaxError as error:
            reason = f"mẫu tạo ra {name} hỏng: xem lại các thẻ for, if trong đó"
            raise self._not_filled(reason, "") from error
        except UnprintableError as error:
            raise self._not_filled(str(error), self._place(name, error)) from error
        except Exception as error:  # a template may raise anything: it comes from outside
            reason = "một thẻ không tính được: xem lại tên và phép so sánh trong thẻ"
            raise self._not_filled(reason, self._place(name, error)) from error
        _drop_empty_last_section(tree)
        return etree.tostring(tree, encoding="UTF-8", standalone=True)

    def _not_filled(self, reason: str, paragraph: str) -> TemplateError:
        fault = _fault(self.path, "template-result", reason, paragraph)
        return TemplateError(f"Mẫu {self.path.name} không điền được.", [fault])

    def _place(self, name: str, error: Exception) -> str:
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
        return self.sources[name].paragraph(lines[-1] or 0) if lines else ""


def _fault(path: Path, code: str, message: str, paragraph: str) -> Finding:
    return Finding(code, Severity.FAULT, message, Place(path.name, paragraph=paragraph))


def _charts(path: Path, parts: Mapping[str, bytes], trees: Mapping[str, etree._Element]) -> tuple[PlacedChart, ...]:
    """Charts to be filled; their tags are taken out of the trees."""
    found = [find_charts(path.name, parts, name, tree) for name, tree in trees.items()]
    refuse(path, [fault for _, faults in found for fault in faults])
    return tuple(place for places, _ in found for place in places)


def _chart_faults(place: PlacedChart, fields: type) -> tuple[NameFault, ...]:
    (output,) = new_environment().parse(f"{{{{ {place.field} }}}}").find_all(nodes.Output)
    (expression,) = output.nodes
    return type_faults(expression, fields, Chart, "biểu đồ")


def _language_faults(path: Path, source: Source) -> Iterator[Finding]:
    """What Jinja cannot read, or what a template may not say."""
    try:
        tree = new_environment().parse(source.text)
        for fault in refused(tree):
            yield _fault(path, "template-language", fault.message, source.paragraph(fault.line))
    except (ValueError, RecursionError, JinjaError) as error:
        message = "thẻ viết sai: xem lại dấu nháy, dấu ngoặc và thứ tự từ trong thẻ"
        yield _fault(path, "template-syntax", message, source.paragraph(getattr(error, "lineno", None) or 0))


def _joined(pieces: Iterator[str]) -> bytes:
    found, length = [], 0
    for piece in pieces:
        found.append(piece)
        length += len(piece)
        if length > _LARGEST_RESULT:
            raise UnprintableError("văn bản dài quá mức: bớt for lồng nhau trong mẫu")
    return "".join(found).encode()


def _drop_empty_last_section(tree: etree._Element) -> None:
    """Where the annex was left out, its section has no content and would print an empty page."""
    body = tree.find(f"{W}body")
    if body is None or len(body) < 2:
        return
    own = body[-1]
    earlier = body[-2].find(f"{W}pPr/{W}sectPr")
    if own.tag == f"{W}sectPr" and earlier is not None:
        body.replace(own, earlier)
