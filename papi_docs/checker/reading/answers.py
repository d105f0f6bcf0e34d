"""What docx-plus said of formattings, remembered for papers of the same styles that ask the same.

Papers of one kind and one program are formatted alike, and resolving is a great part of reading them.
"""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx_plus.styles import ResolvedFormatting, iter_resolved_paragraphs
from lxml import etree

from papi_docs.checker.reading.ooxml import child

__all__ = ["Answer", "answers"]

Answer = tuple[ResolvedFormatting, tuple[ResolvedFormatting, ...]]
"""Of a paragraph and of its runs."""

_PAPERS: Final = 32
_LONGEST: Final = 300
"""Paragraphs of a probe whose answers are kept; one with more is of no common kind."""
_READ_TOO: Final = frozenset({RELATIONSHIP_TYPE.NUMBERING, RELATIONSHIP_TYPE.THEME})
"""Parts besides the styles that formatting follows from as wholes; of the settings only the colours matter."""
_known: dict[bytes, tuple[Answer, ...]] = {}


def answers(probe: Document) -> tuple[Answer, ...]:
    """Of the paragraphs of a document, in their order."""
    key = _key(probe)
    found = _known.get(key)
    if found is None:
        found = tuple(_resolved(probe))
        if len(found) <= _LONGEST:
            _keep(key, found)
    return found


def _keep(key: bytes, found: tuple[Answer, ...]) -> None:
    while len(_known) >= _PAPERS:
        _known.pop(next(iter(_known)), None)
    _known[key] = found


def _resolved(probe: Document) -> Iterator[Answer]:
    known = list(probe.element.iter())  # docx-plus looks at each again and again; lxml would make it anew every time
    for one in iter_resolved_paragraphs(probe):
        yield one.formatting, tuple(run.formatting for run in one.runs)
    del known


def _key(probe: Document) -> bytes:
    """Equal where everything is that the answers follow from."""
    digest = blake2b(digest_size=32)
    for data in _written(probe):
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.digest()


def _written(probe: Document) -> Iterator[bytes]:
    yield etree.tostring(probe.element)
    yield etree.tostring(probe.styles.element)
    for relation in probe.part.rels.values():
        if relation.is_external:
            continue
        part = relation.target_part
        if relation.reltype in _READ_TOO:
            yield relation.reltype.encode()
            yield etree.tostring(part.element) if isinstance(part, XmlPart) else part.blob
        elif relation.reltype == RELATIONSHIP_TYPE.SETTINGS and isinstance(part, XmlPart):
            colours = child(part.element, "clrSchemeMapping")
            yield b"" if colours is None else etree.tostring(colours, with_tail=False)
