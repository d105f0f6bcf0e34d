"""The typeface put right at its root: document defaults, styles, numbering, then every run that says otherwise.

What is written in a legacy encoding (``.VnTime``, ``VNI-Times``) stays in its face: in another one its letters
would be others. Faces of signs, such as those of bullets and formulas, stay too.
"""

import re
from collections.abc import Iterator
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from papi_docs.checker.mending.copying import Copy
from papi_docs.checker.mending.place import Place
from papi_docs.decree30 import FONT

__all__ = ["refont"]

_SLOTS: Final = ("ascii", "hAnsi", "cs")
_THEMES: Final = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "cs": "cstheme"}
_KEPT: Final = re.compile(
    r"\.?Vn\w*|VNI\W.*|VNI|.*\b(?:Symbol|Wingdings|Webdings|Dingbats|Math|MT Extra|Emoji)\b.*", re.IGNORECASE
)
_STORIES: Final = ("header", "footer", "footnotes", "endnotes")


def refont(place: Place) -> None:
    """Every Latin letter of the document in Times New Roman."""
    copy = place.copy
    for name in copy.kind("styles"):
        _set_defaults(copy.tree(name))
        _set_all(copy, copy.tree(name))
    for name in (copy.main, *(part for kind in _STORIES for part in copy.kind(kind))):
        _set_all(copy, copy.tree(name))


def _set_all(copy: Copy, root: BaseOxmlElement) -> None:
    for fonts in _settable(copy, root):
        _set(fonts)


def _settable(copy: Copy, root: BaseOxmlElement) -> Iterator[etree._Element]:
    for fonts in list(root.iter(qn("w:rFonts"))):
        if not copy.is_tracked(fonts):
            yield fonts


def _set(fonts: etree._Element) -> None:
    """The slots that are said, by name or through the theme; the others go on inheriting."""
    for slot in _SLOTS:
        themed = fonts.attrib.pop(qn(f"w:{_THEMES[slot]}"), "")
        named = fonts.get(qn(f"w:{slot}"))
        if (named is not None or themed) and not _KEPT.fullmatch(named or ""):
            fonts.set(qn(f"w:{slot}"), FONT)


def _set_defaults(styles: BaseOxmlElement) -> None:
    """What nothing else says. Without it Word takes Times New Roman, other programs their own."""
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is None:
        return
    fonts = defaults.find(qn("w:rFonts"))
    if fonts is None:
        fonts = etree.SubElement(defaults, qn("w:rFonts"))
        defaults.insert(0, fonts)
    for slot in _SLOTS:
        fonts.attrib.pop(qn(f"w:{_THEMES[slot]}"), "")
        fonts.set(qn(f"w:{slot}"), FONT)
