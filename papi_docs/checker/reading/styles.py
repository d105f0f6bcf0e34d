"""What docx-plus leaves out of a cascade: the faces of the four font slots, borders, automatic spacing."""

from collections.abc import Iterator
from typing import Final, Literal

from docx.document import Document
from docx_plus.styles.theme import load_theme, resolve_theme_font
from lxml import etree

from papi_docs.checker.reading.ooxml import W, child, local, number, value
from papi_docs.checker.reading.sound import sound_styles

__all__ = ["SLOTS", "Styles"]

SLOTS: Final = ("ascii", "hAnsi", "eastAsia", "cs")
_LONGEST_CHAIN: Final = 20
_USUAL_CELL_MARGIN: Final = 108.0

Slots = tuple[str, str, str, str]
_StyleKey = tuple[str, str, str]
"""Styles of the table, the paragraph and the run."""


class Styles:
    """The styles of a document by their id, each with those it is based on."""

    def __init__(self, document: Document) -> None:
        self.root = sound_styles(document)
        root = self.root
        self._by_id = {value(style, "styleId") or "": style for style in root.findall(f"{W}style")}
        self._defaults = child(root, "docDefaults")
        self._theme = load_theme(document)
        self._default = self._find_default()
        self._table_default = next((style for style in self._by_id.values() if _is_default(style, "table")), None)
        self._margins: dict[tuple[str, str], float] = {}
        self._chains: dict[str, list[etree._Element]] = {}
        self._of_table: dict[tuple[etree._Element, str], etree._Element | None] = {}
        self._direct: dict[etree._Element, dict[str, etree._Element]] = {}
        self._named: dict[etree._Element, str] = {}
        self._stated: dict[tuple[str, str], list[etree._Element]] = {}
        self._letters: dict[_StyleKey, etree._Element | None] = {}
        self._slots: dict[_StyleKey, Slots] = {}
        self._own_slots: dict[tuple[_StyleKey, tuple[tuple[str | bytes, str | bytes], ...]], Slots] = {}
        self._speaks: dict[etree._Element, Literal["", "alike", "by place"]] = {}

    def _find_default(self) -> str:
        defaults = [identifier for identifier, style in self._by_id.items() if _is_default(style, "paragraph")]
        return defaults[-1] if defaults else "Normal"

    def chain(self, identifier: str, kind: str) -> list[etree._Element]:
        """A style and what it is based on, itself first; stops where the chain bites its tail."""
        if identifier not in self._chains:
            self._chains[identifier] = list(self._climb(identifier))
        return [style for style in self._chains[identifier] if _kind(style) == kind]

    def _climb(self, identifier: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while identifier in self._by_id and identifier not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(identifier)
            style = self._by_id[identifier]
            yield style
            identifier = value(child(style, "basedOn")) or ""

    def of_paragraph(self, identifier: str) -> list[etree._Element]:
        """The chain of a paragraph's style; of the default one where there is no such paragraph style."""
        return self.chain(identifier, "paragraph") or self.chain(self._default, "paragraph")

    def properties(self, paragraph: etree._Element, name: str) -> Iterator[etree._Element]:
        """A paragraph property wherever it is stated, the strongest first."""
        own = self._own(paragraph)
        if name in own:
            yield own[name]
        yield from self._of_style(self.style_of(paragraph), name)

    def style_of(self, paragraph: etree._Element) -> str:
        """The id of the style that a paragraph names; empty where it names none."""
        named = self._named.get(paragraph)
        if named is None:
            named = self._named[paragraph] = value(self._own(paragraph).get("pStyle")) or ""
        return named

    def property(self, paragraph: etree._Element, name: str) -> etree._Element | None:
        """A paragraph property where it is stated strongest."""
        own = self._own(paragraph).get(name)
        if own is not None:
            return own
        stated = self._of_style(self.style_of(paragraph), name)
        return stated[0] if stated else None

    def _own(self, paragraph: etree._Element) -> dict[str, etree._Element]:
        """What a paragraph says of itself, by name; the first where one stands twice."""
        if paragraph not in self._direct:
            stated = child(paragraph, "pPr")
            self._direct[paragraph] = {} if stated is None else {local(node): node for node in reversed(stated)}
        return self._direct[paragraph]

    def _of_style(self, identifier: str, name: str) -> list[etree._Element]:
        """A paragraph property wherever the chain of a style or the defaults state it."""
        known = self._stated.get((identifier, name))
        if known is None:
            places = [child(style, "pPr", name) for style in self.of_paragraph(identifier)]
            places.append(child(self._defaults, "pPrDefault", "pPr", name))
            known = self._stated[identifier, name] = [found for found in places if found is not None]
        return known

    def table_property(self, table: etree._Element, name: str) -> etree._Element | None:
        """A table's own, or the nearest that its style states."""
        if (table, name) not in self._of_table:
            style = value(child(table, "tblPr", "tblStyle")) or ""
            stated = (child(place, "tblPr", name) for place in (table, *self.chain(style, "table")))
            self._of_table[table, name] = next((found for found in stated if found is not None), None)
        return self._of_table[table, name]

    def table_speaks(self, table: etree._Element) -> Literal["", "alike", "by place"]:
        """Whether the style of a table says anything on letters and paragraphs, and if so to all cells alike."""
        if table not in self._speaks:
            chain = self.chain(value(child(table, "tblPr", "tblStyle")) or "", "table")
            said = {name for style in chain for name in ("rPr", "pPr", "tblStylePr") if child(style, name) is not None}
            self._speaks[table] = "by place" if "tblStylePr" in said else "alike" if said else ""
        return self._speaks[table]

    def usual_cell_margin(self, sides: tuple[str, str]) -> float:
        """Left or right inner margin of cells where neither table nor style says, in twentieths of a point.

        The default table style gives it, to tables that name no style too.
        """
        if sides not in self._margins:
            stated = (number(value(child(self._table_default, "tblPr", "tblCellMar", side), "w")) for side in sides)
            self._margins[sides] = next((margin for margin in stated if margin is not None), _USUAL_CELL_MARGIN)
        return self._margins[sides]

    def letter_property(self, direct: etree._Element | None, paragraph_style: str, name: str) -> etree._Element | None:
        """A property of letters where it is stated most strongly: by a run, its style, its paragraph's, the defaults.

        ``direct`` is the run's ``w:rPr``, if it has one.
        """
        own = child(direct, name)
        if own is not None:
            return own
        key = (name, paragraph_style, value(child(direct, "rStyle")) or "")
        if key not in self._letters:
            chains = (*self.chain(key[2], "character"), *self.of_paragraph(paragraph_style))
            places = (*(child(style, "rPr", name) for style in chains), self._letter_default(name))
            self._letters[key] = next((found for found in places if found is not None), None)
        return self._letters[key]

    def _letter_default(self, name: str) -> etree._Element | None:
        return child(self._defaults, "rPrDefault", "rPr", name)

    def slots(self, direct: etree._Element | None, paragraph_style: str, table: etree._Element | None) -> Slots:
        """Faces of a run for ASCII, other letters, East Asian and complex script; empty where nobody says one.

        ``direct`` is its ``w:rPr``, if it has one.
        """
        table_style = (value(child(table, "tblPr", "tblStyle")) or "") if table is not None else ""
        key = (table_style, paragraph_style, value(child(direct, "rStyle")) or "")
        if key not in self._slots:
            self._slots[key] = self._style_slots(*key)
        own = child(direct, "rFonts")
        if own is None:
            return self._slots[key]
        written = (key, tuple(own.items()))
        if written not in self._own_slots:
            self._own_slots[written] = self._over(self._slots[key], own)
        return self._own_slots[written]

    def _style_slots(self, table_style: str, paragraph_style: str, run_style: str) -> Slots:
        slots: Slots = ("", "", "", "")
        slots = self._over(slots, child(self._defaults, "rPrDefault", "rPr", "rFonts"))
        chains = (
            self.chain(table_style, "table"),
            self.of_paragraph(paragraph_style),
            self.chain(run_style, "character"),
        )
        for chain in chains:
            for style in reversed(chain):
                slots = self._over(slots, child(style, "rPr", "rFonts"))
        return slots

    def _over(self, slots: Slots, fonts: etree._Element | None) -> Slots:
        if fonts is None:
            return slots
        own = [self._face(fonts, slot) for slot in SLOTS]
        first, second, third, fourth = (mine or below for mine, below in zip(own, slots, strict=True))
        return first, second, third, fourth

    def _face(self, fonts: etree._Element, slot: str) -> str:
        token = value(fonts, "cstheme" if slot == "cs" else f"{slot}Theme")
        return (resolve_theme_font(self._theme, token) if token else None) or value(fonts, slot) or ""


def _kind(style: etree._Element) -> str:
    return value(style, "type") or "paragraph"


def _is_default(style: etree._Element, kind: str) -> bool:
    return _kind(style) == kind and value(style, "default") in {"1", "true", "on"}
