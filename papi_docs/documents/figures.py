"""Figures that a paper prints, each with the cells it came from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from papi_docs.findings import Place

__all__ = ["Figure", "Ledger"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure, what it counts, and the cells behind it (none where a person wrote the record by hand)."""

    label: str
    text: str
    cells: tuple[Place, ...]


@dataclass(slots=True)
class Ledger:
    """Gathers the figures of a paper while it is composed."""

    figures: list[Figure] = field(default_factory=list)
    _once: dict[str, list[Figure]] = field(default_factory=dict)
    """By their labels, those that are not to be noted twice."""

    def note(self, label: str, text: str, cells: Iterable[Place]) -> str:
        """Note a figure and give its text back, to be put into a sentence."""
        self.figures.append(Figure(label, text, _distinct(cells)))
        return text

    def note_once(self, label: str, text: str, cells: Iterable[Place]) -> str:
        """The same, unless that very figure has been noted so before."""
        figure, known = Figure(label, text, _distinct(cells)), self._once.setdefault(label, [])
        if figure not in known:
            known.append(figure)
            self.figures.append(figure)
        return text


_PARTS = attrgetter("file", "sheet", "cell", "paragraph")


def _distinct(cells: Iterable[Place]) -> tuple[Place, ...]:
    """Compared by their parts: a report notes hundreds of cells, and a hash of a place costs a call."""
    found = tuple(cells)
    return tuple({_PARTS(cell): cell for cell in found}.values()) if len(found) > 1 else found
