"""Effective formatting, resolved by docx-plus once for every distinct formatting of a document.

docx-plus resolves a ``Document`` paragraph by paragraph. It passes over runs in tracked insertions, content
controls and text boxes, and asks the same question for every run anew. So the distinct formattings are gathered
into a *probe*: a second body on the same package, one paragraph for each, inside tables of the same shape where
a table style has its say. One sweep of the probe answers for the whole document; the document stays untouched.
"""

import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple, cast

from docx.document import Document
from docx.oxml import OxmlElement
from docx_plus.styles import ResolvedFormatting
from lxml import etree

from papi_docs.checker.reading.answers import answers
from papi_docs.checker.reading.ooxml import W, child, value
from papi_docs.checker.reading.sound import whole_lengths
from papi_docs.checker.reading.styles import Styles
from papi_docs.checker.reading.walking import Slot, slots

__all__ = ["Cascade", "Formatting", "ParagraphKey", "RunKey"]

Formatting = ResolvedFormatting

_CELL = tuple[int, int, int]
_Outline = tuple[object, ...]
ParagraphKey = tuple[_CELL, bytes]
"""What the formatting of a paragraph depends on: its place in a table, its own properties."""
RunKey = tuple[_CELL, str, bytes]
"""What the formatting of a run depends on: its place in a table, the style of its paragraph, its own properties."""
_NOWHERE: _CELL = (-1, 0, 0)
_PERIOD: Final = 12
"""Rows after which bands of one, two, three, four or six rows are as they were."""
_PARAGRAPH_PROPERTIES = (
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "numPr",
    "spacing",
    "ind",
    "contextualSpacing",
    "jc",
    "outlineLvl",
)


@dataclass(slots=True)
class _Wanted:
    """Formattings asked for at one place of the probe."""

    paragraphs: dict[bytes, etree._Element] = field(default_factory=dict)
    runs: dict[str, dict[bytes, etree._Element]] = field(default_factory=dict)


class _Styles(NamedTuple):
    element: etree._Element


class _Probe(Document):
    """A second body on a document's package, with styles that docx-plus can take."""

    def __init__(self, element: Any, part: Any, styles: etree._Element) -> None:  # noqa: ANN401  # python-docx has no public names for them
        super().__init__(element, part)
        self._sound_styles = styles

    @property
    def styles(self) -> Any:  # noqa: ANN401
        """All that docx-plus asks of them."""
        return _Styles(self._sound_styles)


class Cascade:
    """Ask first (:meth:`want`), then resolve all at once, then look up."""

    def __init__(self, document: Document, styles: Styles) -> None:
        self._document = document
        self._styles = styles
        self._wanted: dict[_CELL, _Wanted] = {}
        self._tables: dict[int, Slot] = {}
        self._paragraphs: dict[tuple[_CELL, bytes], ResolvedFormatting] = {}
        self._runs: dict[tuple[_CELL, str, bytes], ResolvedFormatting] = {}
        self._keys: dict[etree._Element, bytes] = {}
        self._same: dict[str, int] = {}
        self._same_properties: dict[_Outline, bytes] = {}
        self._same_letters: dict[_Outline, bytes] = {}
        self._spares: dict[int, int] = {}
        self._cells: dict[etree._Element, _CELL] = {}

    def want(self, paragraph: etree._Element, runs: list[etree._Element], slot: Slot | None) -> None:
        """Ask for the formatting of a paragraph and of some of its runs."""
        wanted = self._wanted.setdefault(self._cell(slot), _Wanted())
        wanted.paragraphs.setdefault(self._paragraph_key(paragraph), paragraph)
        asked = wanted.runs.setdefault(self._styles.style_of(paragraph), {})
        for run in runs:
            asked.setdefault(self._run_key(run), run)

    def resolve(self) -> None:
        """Answer everything asked for so far."""
        body = OxmlElement("w:body")
        order = list(self._build(body))
        root = cast("Any", OxmlElement("w:document"))
        root.append(body)
        found = answers(_Probe(root, self._document.part, self._styles.root))
        for (cell, key, style, runs), (formatting, of_runs) in zip(order, found, strict=True):
            if key is not None:
                self._paragraphs[cell, key] = formatting
            for run_key, run in zip(runs, of_runs, strict=True):
                self._runs[cell, style, run_key] = run

    def paragraph(self, key: ParagraphKey) -> ResolvedFormatting:
        """Of a paragraph; its letter properties are those of the paragraph mark."""
        return self._paragraphs[key]

    def key(self, paragraph: etree._Element, slot: Slot | None) -> ParagraphKey:
        """Equal for paragraphs of one formatting: what is worked out for one holds for all."""
        return self._cell(slot), self._paragraph_key(paragraph)

    def run(self, key: RunKey) -> ResolvedFormatting:
        """Of a run standing in a paragraph."""
        return self._runs[key]

    def run_key(self, run: etree._Element, paragraph: etree._Element, slot: Slot | None) -> RunKey:
        """Equal for runs of one formatting."""
        return self._cell(slot), self._styles.style_of(paragraph), self._run_key(run)

    def _cell(self, slot: Slot | None) -> _CELL:
        """What of its place in a table matters to a table style."""
        if slot is None:
            return _NOWHERE
        known = self._cells.get(slot.cell)
        if known is None:
            known = self._cells[slot.cell] = self._cell_of(slot)
        return known

    def _cell_of(self, slot: Slot) -> _CELL:
        speaks = self._styles.table_speaks(slot.table)
        if not speaks:
            return _NOWHERE
        if speaks == "alike":
            return self._alike(slot)
        self._tables.setdefault(slot.number, slot)
        return slot.number, slot.row - self._left_out(slot), slot.column

    def _alike(self, slot: Slot) -> _CELL:
        """One cell stands for all of all tables of a style without conditions."""
        style = value(child(slot.table, "tblPr", "tblStyle")) or ""
        number = self._same.setdefault(style, -2 - len(self._same))
        self._tables.setdefault(number, slot)
        return number, 0, 0

    def _left_out(self, slot: Slot) -> int:
        """How many rows before it the probe leaves out."""
        spare = self._spare(slot)
        if spare == 0 or slot.row <= _PERIOD:
            return 0
        return spare if slot.row > _PERIOD + spare else (slot.row - 1) // _PERIOD * _PERIOD

    def _spare(self, slot: Slot) -> int:
        """Rows in the middle of a long table that need not be asked for: bands repeat, if all rows are cut alike."""
        if slot.number not in self._spares:
            rows: dict[int, list[tuple[int, int]]] = {}
            for other in slots(slot.table, merged=True):
                rows.setdefault(other.row, []).append((other.column, other.span))
            alike = len({tuple(row) for row in rows.values()}) == 1
            self._spares[slot.number] = max(0, slot.rows - _PERIOD - 2) // _PERIOD * _PERIOD if alike else 0
        return self._spares[slot.number]

    def _paragraph_key(self, paragraph: etree._Element) -> bytes:
        key = self._keys.get(paragraph)
        if key is None:
            own = child(paragraph, "pPr")
            written = () if own is None else _outline(own)
            if written not in self._same_properties:
                self._same_properties[written] = _text_of(_paragraph_properties(paragraph))
            key = self._keys[paragraph] = self._same_properties[written]
        return key

    def _run_key(self, run: etree._Element) -> bytes:
        key = self._keys.get(run)
        if key is None:
            direct = child(run, "rPr")
            key = self._keys[run] = b"" if direct is None else self._run_text(direct)
        return key

    def _run_text(self, direct: etree._Element) -> bytes:
        written = _outline(direct)
        if written not in self._same_letters:
            self._same_letters[written] = _text_of(direct)
        return self._same_letters[written]

    def _build(self, body: etree._Element) -> Iterator[tuple[_CELL, bytes | None, str, list[bytes]]]:
        """Fill the probe's body; in the order of its paragraphs, what each answers for."""
        yield from self._fill(body, _NOWHERE)
        for number, place in self._tables.items():
            table = _skeleton(place.table)
            body.append(table)
            line, row = table, -1
            for slot in self._asked(place, number):
                if slot.row != row:
                    line, row = etree.SubElement(table, f"{W}tr"), slot.row
                yield from self._fill(_bare_cell(line, slot), (number, slot.row, slot.column))

    def _asked(self, place: Slot, number: int) -> Iterator[Slot]:
        """Cells of a table that stand in the probe, in their order, by the rows they have there."""
        if number < 0:
            yield replace(place, number=number, row=0, column=0, span=1, rows=1, columns=1)
            return
        spare = self._spare(place)
        for slot in slots(place.table, number, merged=True):
            if slot.row <= _PERIOD or slot.row > _PERIOD + spare:
                yield replace(slot, row=slot.row - self._left_out(slot))

    def _fill(self, parent: etree._Element, cell: _CELL) -> Iterator[tuple[_CELL, bytes | None, str, list[bytes]]]:
        wanted = self._wanted.get(cell, _Wanted())
        if not wanted.paragraphs and cell is not _NOWHERE:
            etree.SubElement(parent, f"{W}p")
            yield cell, None, "", []
        left = dict(wanted.runs)
        for key, paragraph in wanted.paragraphs.items():
            probe = etree.SubElement(parent, f"{W}p")
            probe.append(_paragraph_properties(paragraph))
            style = self._styles.style_of(paragraph)
            runs = left.pop(style, {})  # of its own properties only the style matters to them
            _add_runs(probe, runs.values())
            yield cell, key, style, list(runs)


def _add_runs(probe: etree._Element, runs: Iterable[etree._Element]) -> None:
    for run in runs:
        copied = etree.SubElement(probe, f"{W}r")
        direct = child(run, "rPr")
        if direct is not None:
            copied.append(_sound(direct))


def _outline(element: etree._Element) -> _Outline:
    """Names and values in it: told faster than its text, and equal only where that says the same."""
    return element.tag, *element.items(), *map(_outline, element)


def _text_of(element: etree._Element) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True, with_comments=False)


def _paragraph_properties(paragraph: etree._Element) -> etree._Element:
    """A copy of what the cascade reads of a ``w:pPr``."""
    properties = OxmlElement("w:pPr")
    own = child(paragraph, "pPr")
    for name in _PARAGRAPH_PROPERTIES if own is not None else ():
        found = child(own, name)
        if found is not None:
            properties.append(_sound(found))
    mark = child(own, "rPr")
    if mark is not None:
        properties.append(_sound(mark))
    return properties


def _sound(element: etree._Element) -> etree._Element:
    copied = copy.deepcopy(element)
    whole_lengths(copied)
    return copied


def _bare_cell(line: etree._Element, slot: Slot) -> etree._Element:
    """A cell that takes as many columns of the grid; only those may take none at its left that begin a row."""
    cell = etree.SubElement(line, f"{W}tc")
    if slot.span > 1:
        properties = etree.SubElement(cell, f"{W}tcPr")
        etree.SubElement(properties, f"{W}gridSpan").set(f"{W}val", str(slot.span))
    return cell


def _skeleton(table: etree._Element) -> etree._Element:
    """A table without rows, of the same style."""
    bare = OxmlElement("w:tbl")
    properties = child(table, "tblPr")
    if properties is not None:
        bare.append(copy.deepcopy(properties))
    return bare
