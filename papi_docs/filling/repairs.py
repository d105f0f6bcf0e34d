"""What a rendered part may need besides its values."""

from typing import Final

from docxtpl import DocxTemplate
from lxml import etree

from papi_docs.filling.tags import W

__all__ = ["number_drawings", "repaired", "without_empty_last_section"]

_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FIRST_ID: Final = 1001
"""Where docxtpl begins."""


def number_drawings(tree: etree._Element) -> None:
    """Ids of drawings, which must differ in a part."""
    for at, properties in enumerate(tree.iter(f"{_WP}docPr"), start=_FIRST_ID):
        properties.set("id", str(at))


def repaired(tree: etree._Element) -> etree._Element:
    """A part with drawings of different ids, and tables with as many columns in the grid as in their rows."""
    if next(tree.iter(f"{W}tbl"), None) is not None:
        tree = DocxTemplate(None).fix_tables(etree.tostring(tree))
    number_drawings(tree)
    return tree


_SECTION: Final = b"<w:sectPr"
_SECTION_END: Final = b"</w:sectPr>"
_PARAGRAPH_END: Final = b"</w:p>"


def without_empty_last_section(xml: bytes) -> bytes:
    """Where the annex was left out, its section has no content and would print an empty page."""
    own = xml.rfind(_SECTION)
    end = len(xml[max(own - 99, 0) : own].rstrip()) + max(own - 99, 0)
    if own < 0 or not xml.endswith(_PARAGRAPH_END, 0, end):
        return xml
    earlier = xml.find(_SECTION, max(xml.rfind(_PARAGRAPH_END, 0, end - len(_PARAGRAPH_END)), 0), end)
    if earlier < 0:
        return xml
    after = xml.index(_SECTION_END, earlier) + len(_SECTION_END)
    rest = xml.index(_SECTION_END, own) + len(_SECTION_END)
    return xml[:earlier] + xml[after:end] + xml[earlier:after] + xml[rest:]
