"""Borders of the cells of a table as they are drawn: two cells that touch share one."""

from typing import Final

from lxml import etree

from papi_docs.checker.reading.ooxml import child, number, value
from papi_docs.checker.reading.styles import Styles
from papi_docs.checker.reading.walking import Slot, goes_on_above, slots

__all__ = ["Sides", "shows"]

_NAMES: Final = {"top": ("top",), "bottom": ("bottom",), "left": ("left", "start"), "right": ("right", "end")}
_OPPOSITE: Final = {"top": "bottom", "bottom": "top", "left": "right", "right": "left"}

Borders = dict[str, etree._Element | None]  # noqa: SLF001  # lxml has no public name for it


def shows(border: etree._Element | None) -> bool:
    """Whether a border is drawn."""
    return (
        border is not None
        and value(border) not in {None, "nil", "none"}
        and number(value(border, "sz")) != 0
        and (value(border, "color") or "").upper() != "FFFFFF"
    )


class Sides:
    """The four borders of each cell of the tables of a document, each worked out once."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._own: dict[etree._Element, Borders] = {}
        self._shown: dict[etree._Element, frozenset[str]] = {}
        self._drawn: dict[etree._Element, Borders] = {}
        self._bordered: dict[etree._Element, bool] = {}
        self._starts: dict[etree._Element, dict[tuple[int, int], Slot]] = {}
        self._ends: dict[etree._Element, dict[tuple[int, int], Slot]] = {}
        self._whole: dict[tuple[etree._Element, tuple[str, ...]], etree._Element | None] = {}
        self._plain: dict[etree._Element, bool] = {}
        self._seen: dict[etree._Element, bool] = {}
        self._by_place: dict[tuple[etree._Element, tuple[bool, ...]], Borders] = {}

    def of(self, slot: Slot) -> Borders:
        """The borders of a cell: where it has none of its own, that of the cell which it touches there."""
        if slot.cell not in self._drawn:
            foot = self._foot(slot)
            own = self._stated(slot)
            if foot is not slot:
                own = own | {"bottom": self._stated(foot)["bottom"]}
            self._drawn[slot.cell] = own if self._is_plain(slot.table) else self._beside(own, slot, foot)
        return self._drawn[slot.cell]

    def _is_plain(self, table: etree._Element) -> bool:
        """Whether no cell says anything of its borders: cells that touch then say the same of the one they share."""
        if table not in self._plain:
            cells = (slot.cell for slot in self._places(table).values())
            self._plain[table] = all(child(cell, "tcPr", "tcBorders") is None for cell in cells)
        return self._plain[table]

    def _beside(self, own: Borders, slot: Slot, foot: Slot) -> Borders:
        """What is drawn of a cell's own borders and those of its neighbours."""
        touching = {"bottom": self._touching(foot, "bottom")}
        touching |= {side: self._touching(slot, side) for side in ("top", "left", "right")}
        return {side: self._shared(own[side], touching[side], side) for side in own}

    def shown(self, slot: Slot) -> frozenset[str]:
        """Sides of a cell that have a border."""
        if slot.cell not in self._shown:
            self._shown[slot.cell] = frozenset(side for side, border in self.of(slot).items() if self._shows(border))
        return self._shown[slot.cell]

    def _shows(self, border: etree._Element | None) -> bool:
        """Whether it is drawn; many cells share what their table says."""
        if border is None:
            return False
        if border not in self._seen:
            self._seen[border] = shows(border)
        return self._seen[border]

    def hangs_below_another(self, slot: Slot) -> bool:
        """Whether its upper border is the lower one of one cell as wide."""
        return self._touching(slot, "top") is not None

    def bordered(self, table: etree._Element) -> bool:
        """Whether its grid shows: most of its cells have lines on three sides at least."""
        if table not in self._bordered:
            cells = (slot for slot in self._places(table).values() if not goes_on_above(slot.cell))
            boxed = [len(self.shown(slot)) >= 3 for slot in cells]
            self._bordered[table] = len(boxed) > 1 and sum(boxed) * 2 > len(boxed)
        return self._bordered[table]

    def _shared(self, own: etree._Element | None, other: Slot | None, side: str) -> etree._Element | None:
        """A border goes before none (ECMA-376 17.4.66)."""
        if other is None or self._shows(own):
            return own
        theirs = self._stated(other)[_OPPOSITE[side]]
        return theirs if self._shows(theirs) else own

    def _stated(self, slot: Slot) -> Borders:
        """What is said of a cell: its own word goes before the table's, that before the style's."""
        if slot.cell not in self._own:
            own = None if self._is_plain(slot.table) else child(slot.cell, "tcPr", "tcBorders")
            whole = self._at_place(slot)
            if own is not None:
                whole = {side: _first(own, _NAMES[side], border) for side, border in whole.items()}
            self._own[slot.cell] = whole
        return self._own[slot.cell]

    def _at_place(self, slot: Slot) -> Borders:
        """What is said of all cells that lie at the same edges of a table."""
        first, last = slot.row == 0, slot.row == slot.rows - 1
        leftmost, rightmost = slot.column == 0, slot.column + slot.span >= slot.columns
        key = slot.table, (first, last, leftmost, rightmost)
        if key not in self._by_place:
            edges = {
                "top": ("top" if first else "insideH",),
                "bottom": ("bottom" if last else "insideH",),
                "left": ("left", "start") if leftmost else ("insideV",),
                "right": ("right", "end") if rightmost else ("insideV",),
            }
            self._by_place[key] = {side: self._of_table(slot.table, names) for side, names in edges.items()}
        return self._by_place[key]

    def _of_table(self, table: etree._Element, names: tuple[str, ...]) -> etree._Element | None:
        """What a table, or else its style, says of one kind of its edges."""
        if (table, names) not in self._whole:
            self._whole[table, names] = _first(self._styles.table_property(table, "tblBorders"), names, None)
        return self._whole[table, names]

    def _foot(self, slot: Slot) -> Slot:
        """The lowest part of a cell that is merged over several rows."""
        starts = self._places(slot.table)
        below = starts.get((slot.row + 1, slot.column))
        while below is not None and goes_on_above(below.cell):
            slot = below
            below = starts.get((slot.row + 1, slot.column))
        return slot

    def _touching(self, slot: Slot, side: str) -> Slot | None:
        """The cell that it shares a whole side with."""
        starts = self._places(slot.table)
        if side == "left":
            return self._ends[slot.table].get((slot.row, slot.column))
        if side == "right":
            return starts.get((slot.row, slot.column + slot.span))
        found = starts.get((slot.row + (1 if side == "bottom" else -1), slot.column))
        return found if found is not None and found.span == slot.span else None

    def _places(self, table: etree._Element) -> dict[tuple[int, int], Slot]:
        """The cells of a table by row and column."""
        if table not in self._starts:
            everyone = list(slots(table, merged=True))
            self._starts[table] = {(slot.row, slot.column): slot for slot in everyone}
            self._ends[table] = {(slot.row, slot.column + slot.span): slot for slot in everyone}
        return self._starts[table]


def _first(
    borders: etree._Element | None,
    names: tuple[str, ...],
    default: etree._Element | None,
) -> etree._Element | None:
    if borders is None:
        return default
    return next((found for name in names if (found := child(borders, name)) is not None), default)
