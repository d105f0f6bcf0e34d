"""Styles as docx-plus can take them: what it stops at is mended in a copy."""

import copy
from collections.abc import Iterator
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from lxml import etree

from papi_docs.checker.reading.ooxml import W, child, number, value

__all__ = ["part_root", "sound_styles", "whole_lengths"]

_DEEPEST: Final = 11
"""Word follows no longer chain of styles; docx-plus raises an error at one."""
_LENGTHS: Final = tuple(f"{W}{name}" for name in ("spacing", "ind", "sz"))


def sound_styles(document: Document) -> etree._Element:
    """The styles of a document; none where it has none, for which python-docx would make up its own."""
    root = part_root(document, RELATIONSHIP_TYPE.STYLES)
    if root is None:
        return OxmlElement("w:styles")
    styles = _by_id(root)
    endless = any(_endless(style, styles) for style in styles.values())
    if not endless and not any(_odd_lengths(root)):
        return root
    root = copy.deepcopy(root)
    whole_lengths(root)
    _cut_chains(root)
    return root


def part_root(document: Document, kind: str) -> etree._Element | None:
    """The tree of the part that a document relates to in this way; python-docx would make up a missing one."""
    for relation in document.part.rels.values():
        if relation.reltype == kind and not relation.is_external:
            root = getattr(relation.target_part, "element", None)
            if isinstance(root, etree._Element):  # noqa: SLF001  # lxml has no public name for it
                return root
    return None


def whole_lengths(root: etree._Element) -> None:
    """Write lengths that have a fraction or a unit, as Google Docs and ISO Strict do, in whole units of old."""
    for node, name, length in list(_odd_lengths(root)):
        node.set(name, str(round(length)))


def _odd_lengths(root: etree._Element) -> Iterator[tuple[etree._Element, str, float]]:
    for node in root.iter(*_LENGTHS):
        for name, text in node.attrib.items():
            if not str(text).lstrip("-").isdecimal():
                length = number(str(text))
                if length is not None:
                    in_points = str(text)[-1].isalpha() and node.tag == f"{W}sz"
                    yield node, str(name), length / 10 if in_points else length


def _by_id(root: etree._Element) -> dict[str, etree._Element]:
    return {value(style, "styleId") or "": style for style in root.findall(f"{W}style")}


def _above(style: etree._Element, styles: dict[str, etree._Element]) -> etree._Element | None:
    return styles.get(value(child(style, "basedOn")) or "")


def _endless(style: etree._Element, styles: dict[str, etree._Element]) -> bool:
    """Whether its chain is too long, or comes round to where it was."""
    above: etree._Element | None = style
    for _ in range(_DEEPEST + 1):
        above = None if above is None else _above(above, styles)
    return above is not None


def _cut_chains(root: etree._Element) -> None:
    """Let no style be based on one that is met before it, or too far up."""
    styles = _by_id(root)
    for style in styles.values():
        seen = [style]
        above = _above(style, styles)
        while above is not None:
            if above in seen or len(seen) > _DEEPEST:
                based = child(seen[-1], "basedOn")
                if based is not None:
                    seen[-1].remove(based)
                break
            seen.append(above)
            above = _above(above, styles)
