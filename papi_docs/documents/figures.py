"""Figures that a paper prints, each with the cells it came from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TypeAlias

from papi_docs.findings import Place
from papi_docs.model import Record

__all__ = ["Cells", "Figure", "Ledger", "cells_of", "found_cells"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure, what it counts, and the cells behind it (none where a person wrote the record by hand)."""

    label: str
    text: str
    cells: tuple[Place, ...]


Cells: TypeAlias = Sequence[Place] | Callable[[], Sequence[Place]]
"""The cells behind a figure, or how they are found: of the figures noted, few are ever asked for theirs."""

_Note: TypeAlias = tuple[str, str, Cells, bool]
"""Label, text, cells, and whether the figure counts each time it is noted."""


def found_cells(cells: Cells) -> Sequence[Place]:
    """The cells themselves."""
    return cells() if callable(cells) else cells


def cells_of(records: Sequence[Record | None], *fields: str) -> Cells:
    """The cells of some fields of records, record by record; a thing that nothing was written of is None."""
    return lambda: [cell for record in records if record for field in fields for cell in record.cell(field)]


@dataclass(slots=True)
class Ledger:
    """Gathers the figures of a paper while it is composed, and puts them in order once somebody asks."""

    notes: list[_Note] = field(default_factory=list)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure noted, in order."""
        found: list[Figure] = []
        once: set[tuple[str, str, tuple[Place, ...]]] = set()
        for label, text, cells, every_time in self.notes:
            figure = Figure(label, text, _distinct(found_cells(cells)))
            told = (label, text, figure.cells)
            if every_time or told not in once:
                found.append(figure)
            if not every_time:
                once.add(told)
        return tuple(found)

    def note(self, label: str, text: str, cells: Cells) -> str:
        """Note a figure and give its text back, to be put into a sentence."""
        self.notes.append((label, text, cells, True))
        return text

    def note_once(self, label: str, text: str, cells: Cells) -> str:
        """The same, unless that very figure has been noted so before."""
        self.notes.append((label, text, cells, False))
        return text

    def take_over(self, other: "Ledger") -> None:
        """Note everything that another has, as if it were noted now."""
        self.notes += other.notes


_PARTS = attrgetter("file", "sheet", "cell", "paragraph")


def _distinct(cells: Sequence[Place]) -> tuple[Place, ...]:
    """Compared by their parts: a report notes hundreds of cells, and a hash of a place costs a call."""
    return tuple({_PARTS(cell): cell for cell in cells}.values()) if len(cells) > 1 else tuple(cells)
