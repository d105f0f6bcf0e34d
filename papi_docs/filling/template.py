"""A .docx template, compiled once: checked against the fields it is to be filled with, then filled.

The tags are docxtpl's (``{{ name }}``, ``{%p for … %}``, ``{%tr for … %}``); docxtpl turns the XML of
Word into Jinja source. Templates come from outside and are not trusted: they run in an immutable
sandbox, every value is escaped, every name has to exist, and the result has to be well-formed.

A drawn line whose alternative text is ``{{ letterhead.motto_rule }}`` takes that length (EMU).
"""

import dataclasses
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Self
from xml.sax.saxutils import escape as escape_xml

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2 import Template as Compiled
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from papi_docs.errors import TemplateError
from papi_docs.filling.names import unknown_names
from papi_docs.filling.values import empty_fields, to_xml
from papi_docs.findings import Finding, Place, Severity
from papi_docs.package import pack, unpack

__all__ = ["About", "Template"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_FILLED_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ALONE = {"p": (f"{_W}p", "đoạn"), "tr": (f"{_W}tr", "hàng")}
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


@dataclasses.dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself (File > Info in Word)."""

    title: str
    author: str
    day: date


@dataclasses.dataclass(frozen=True, slots=True)
class Template:
    """A template ready to be filled, any number of times. Immutable; see :meth:`load`."""

    path: Path
    parts: Mapping[str, bytes]
    sources: Mapping[str, str]
    compiled: Mapping[str, Compiled]

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read and compile a template.

        Raises:
            TemplateError: it is no plain .docx, has pending changes or macros, or a tag is wrong;
                with every such fault.
        """
        parts = _read(path)
        trees = {name: etree.fromstring(data, _PARSER) for name, data in parts.items() if _FILLED_PARTS.fullmatch(name)}
        _refuse(path, [finding for tree in trees.values() for finding in _layout_faults(path.name, tree)])
        sources = {name: _source(tree) for name, tree in trees.items()}
        compiled, faults = {}, []
        for name, source in sources.items():
            try:
                compiled[name] = _environment().from_string(source)
            except TemplateSyntaxError as error:
                faults.append(_fault("template-syntax", f"thẻ sai: {error.message}", path.name, source, error.lineno))
        _refuse(path, faults)
        return cls(path, parts, sources, compiled)

    def check(self, fields: type) -> None:
        """Compare every name in the template with the fields it will be filled with.

        Raises:
            TemplateError: with every name that no field has, and its place.
        """
        environment = _environment()
        faults = [
            _fault("unknown-name", _unknown_message(found.name, found.known), self.path.name, source, found.line)
            for source in self.sources.values()
            for found in unknown_names(environment.parse(source), fields)
        ]
        _refuse(self.path, faults)

    def fill(self, fields: object, about: About) -> bytes:
        """The finished .docx; the same bytes for the same fields.

        Raises:
            TemplateError: a field is empty by accident, or the template builds broken XML.
        """
        _refuse(self.path, empty_fields(fields))
        values = _values(fields)
        rendered = {name: self._render(name, values) for name in self.compiled}
        return pack({**self.parts, **rendered, "docProps/core.xml": _core_properties(about)})

    def _render(self, name: str, values: Mapping[str, object]) -> bytes:
        try:
            text = self.compiled[name].render(values)
            tree = etree.fromstring(text.encode(), _PARSER)
        except (JinjaError, ValueError, etree.XMLSyntaxError) as error:
            finding = Finding("template-result", Severity.FAULT, f"{name}: {error}", Place(file=self.path.name))
            raise TemplateError(f"Mẫu {self.path.name} không điền được.", [finding]) from error
        _drop_empty_last_section(tree)
        return etree.tostring(tree, encoding="UTF-8", standalone=True)


def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=to_xml)


def _values(fields: object) -> dict[str, object]:
    names = [field.name for field in dataclasses.fields(fields)]  # type: ignore[arg-type]
    names += [name for name, member in vars(type(fields)).items() if isinstance(member, property)]
    return {name: getattr(fields, name) for name in names}


def _refuse(path: Path, faults: "list[Finding] | tuple[Finding, ...]") -> None:
    if faults:
        raise TemplateError(f"Mẫu {path.name} chưa dùng được ({len(faults)} lỗi).", faults)


def _read(path: Path) -> dict[str, bytes]:
    try:
        parts = unpack(path.read_bytes())
    except zipfile.BadZipFile:
        parts = {}
    if "word/document.xml" not in parts:
        finding = Finding(
            "template-not-docx",
            Severity.FAULT,
            "không phải tệp .docx: mở bằng Word rồi lưu thành .docx",
            Place(path.name),
        )
        _refuse(path, [finding])
    if b"macroEnabled" in parts["[Content_Types].xml"]:
        finding = Finding(
            "template-macros",
            Severity.FAULT,
            "mẫu có macro: lưu lại thành .docx, không phải .docm",
            Place(path.name),
        )
        _refuse(path, [finding])
    return parts


def _layout_faults(file: str, tree: etree._Element) -> Iterator[Finding]:
    """Faults of a template that Jinja cannot see: pending changes, text that a tag would swallow."""
    if next(tree.iter(f"{_W}ins", f"{_W}del"), None) is not None:
        yield Finding(
            "template-changes",
            Severity.FAULT,
            "mẫu còn theo dõi thay đổi (Track Changes): bấm Accept All rồi lưu",
            Place(file),
        )
    for kind, (tag, word) in _ALONE.items():
        for element in tree.iter(tag):
            text = _text(element)
            tags = re.findall(rf"\{{[%{{]{kind} .*?[%}}]\}}", text)
            if tags and text.strip() != tags[0]:
                yield Finding(
                    "tag-not-alone",
                    Severity.FAULT,
                    f"thẻ {tags[0]} phải đứng một mình trong {word}: chuyển phần còn lại sang {word} khác",
                    Place(file, paragraph=text[:60]),
                )


def _text(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{_W}t"))


def _source(tree: etree._Element) -> str:
    """Jinja source of a part, one paragraph a line so that a line number tells the paragraph."""
    _take_lengths_from_alternative_text(tree)
    xml = unicodedata.normalize("NFC", etree.tostring(tree, encoding="unicode"))
    patched: str = DocxTemplate(None).patch_xml(xml)
    return re.sub(r"(<w:p[ >/])", r"{#\n#}\1", patched)


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


def _fault(code: str, message: str, file: str, source: str, line: int) -> Finding:
    lines = source.split("\n")
    paragraph = re.sub(r"\{#|#\}|<[^>]+>", "", lines[line - 1] if line <= len(lines) else "")
    return Finding(code, Severity.FAULT, message, Place(file, paragraph=paragraph.strip()[:60]))


def _unknown_message(name: str, known: tuple[str, ...]) -> str:
    return f'không có trường "{name}": chọn trong {", ".join(known)}' if known else f'"{name}" không có trường con nào'


def _drop_empty_last_section(tree: etree._Element) -> None:
    """Where the annex was left out, its section has no content and would print an empty page."""
    body = tree.find(f"{_W}body")
    if body is None or len(body) < 2:
        return
    own = body[-1]
    earlier = body[-2].find(f"{_W}pPr/{_W}sectPr")
    if own.tag == f"{_W}sectPr" and earlier is not None:
        body.replace(own, earlier)


def _core_properties(about: About) -> bytes:
    moment = f"{about.day:%Y-%m-%d}T00:00:00Z"
    return (
        f"{_DECLARATION}"
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape_xml(about.title)}</dc:title><dc:creator>{escape_xml(about.author)}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    ).encode()
