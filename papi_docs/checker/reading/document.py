"""Reading a whole document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from papi_docs.checker.reading.cascade import Cascade
from papi_docs.checker.reading.letters import Letters
from papi_docs.checker.reading.numbering import Numbering
from papi_docs.checker.reading.ooxml import W, is_tracked, value
from papi_docs.checker.reading.opening import open_document
from papi_docs.checker.reading.page_numbers import page_numbers
from papi_docs.checker.reading.paragraphs import Reader
from papi_docs.checker.reading.sections import Setup, column_of, set_ups
from papi_docs.checker.reading.styles import Styles
from papi_docs.checker.reading.tables import Tables, compatibility
from papi_docs.checker.reading.walking import Block, Walk
from papi_docs.checker.written import PageNumber, Paragraph, Section, Written

__all__ = ["read", "read_document"]


def read(path: str | Path) -> Written:
    """The document in a .docx (or .dotx) file, formatting resolved.

    Raises:
        CheckError: the file cannot be read as a document; says why and what to do.
    """
    return read_document(open_document(path), path)


def read_document(document: Document, path: str | Path) -> Written:
    """A document that is open already; ``element`` everywhere points into it, so that it can be mended and saved."""
    known = [list(root.iter()) for root in _trees(document)]
    written = _read(document, path)
    del known  # until here lxml needed no second object for an element, which costs more than to look at it
    return written


def _trees(document: Document) -> Iterator[etree._Element]:
    """Of the parts that are gone through again and again."""
    yield document.element
    for relation in document.part.rels.values():
        root = None if relation.is_external else getattr(relation.target_part, "element", None)
        if isinstance(root, etree._Element):  # noqa: SLF001  # lxml has no public name for it
            yield root


def _read(document: Document, path: str | Path) -> Written:
    setups = set_ups(document)
    styles = Styles(document)
    cascade = Cascade(document, styles)
    walk = Walk(_note_numbers(document))
    body = list(walk.story(document.element.body))
    margins = _margin_stories(setups, walk)
    note_roots = _notes(document)
    notes = [list(walk.story(note)) for note in note_roots]
    _ask(cascade, [body, *margins.values(), *notes])
    cascade.resolve()
    reader = Reader(
        cascade,
        styles,
        Tables(styles, compatibility(document)),
        Numbering(document),
        setups,
        [column_of(setup.section) for setup in setups],
        Letters(cascade, styles),
    )
    paragraphs = reader.read(body)
    others: list[Paragraph] = []
    read_margins: dict[etree._Element, list[Paragraph]] = {}
    for root, blocks in margins.items():
        read_margins[root] = reader.read(blocks, len(paragraphs) + len(others))
        others += read_margins[root]
    for blocks in notes:
        others += reader.read(blocks, len(paragraphs) + len(others))
    return Written(
        Path(path),
        tuple(paragraphs),
        tuple(_with_numbers(setup, margins, read_margins, (body, paragraphs), styles) for setup in setups),
        tuple(others),
        tracked=any(map(is_tracked, (document.element.body, *margins, *note_roots))),
        application=_application(document),
    )


def _margin_stories(setups: Sequence[Setup], walk: Walk) -> dict[etree._Element, list[Block]]:
    """Headers and footers in force somewhere, each once, as seen from the first section that shows it."""
    stories: dict[etree._Element, list[Block]] = {}
    for setup in setups:
        walk.section = setup.section.index
        for margin in setup.margins:
            if margin.root not in stories:
                stories[margin.root] = list(walk.story(margin.root))
    return stories


def _ask(cascade: Cascade, stories: Iterable[Sequence[Block]]) -> None:
    for blocks in stories:
        for block in blocks:
            cascade.want(block.element, [atom.run for atom in block.content.atoms], block.place.slot)


def _with_numbers(
    setup: Setup,
    margins: dict[etree._Element, list[Block]],
    paragraphs: dict[etree._Element, list[Paragraph]],
    body: tuple[Sequence[Block], Sequence[Paragraph]],
    styles: Styles,
) -> Section:
    found: list[PageNumber] = []
    for margin in setup.margins:
        shown = zip(margins[margin.root], paragraphs[margin.root], strict=True)
        found += page_numbers(margin.where, margin.page, shown, setup, styles)
    own = [pair for pair in zip(*body, strict=True) if pair[1].section == setup.section.index]
    found += page_numbers("body", "default", own, setup, styles)
    return replace(setup.section, page_numbers=tuple(found))


def _note_roots(document: Document) -> list[etree._Element]:
    kinds = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)
    return [
        etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
        for relation in document.part.rels.values()
        if relation.reltype in kinds and not relation.is_external
    ]


def _notes(document: Document) -> list[etree._Element]:
    return [
        note
        for root in _note_roots(document)
        for note in root
        if isinstance(note.tag, str) and value(note, "type") in {None, "normal"}
    ]


def _note_numbers(document: Document) -> dict[str, str]:
    """Printed number of each footnote and endnote, by the kind of its reference and its id."""
    numbers: dict[str, str] = {}
    for name in ("footnoteReference", "endnoteReference"):
        for reference in document.element.body.iter(f"{W}{name}"):
            numbers[f"{name}{value(reference, 'id')}"] = str(sum(key.startswith(name) for key in numbers) + 1)
    return numbers


def _application(document: Document) -> str:
    """What the extended properties say; empty where they say nothing."""
    for relation in document.part.package.rels.values():
        if relation.is_external or not relation.reltype.endswith("/extended-properties"):
            continue
        try:
            root = etree.fromstring(
                relation.target_part.blob,
                etree.XMLParser(resolve_entities=False, no_network=True),
            )
        except etree.XMLSyntaxError:
            return ""
        return (root.findtext("{*}Application") or "").strip()
    return ""
