"""Figures that a paper prints, each with the cells it came from."""

from collections.abc import Iterable
from dataclasses import dataclass, field

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
    _labelled: dict[str, list[Figure]] = field(default_factory=dict)

    def note(self, label: str, text: str, cells: Iterable[Place]) -> str:
        """Note a figure and give its text back, to be put into a sentence."""
        figure = Figure(label, text, tuple(dict.fromkeys(cells)))
        self._labelled.setdefault(label, []).append(figure)
        self.figures.append(figure)
        return text

    def note_once(self, label: str, text: str, cells: Iterable[Place]) -> str:
        """The same, unless that very figure is noted already."""
        figure = Figure(label, text, tuple(dict.fromkeys(cells)))
        known = self._labelled.setdefault(label, [])
        if figure not in known:
            known.append(figure)
            self.figures.append(figure)
        return text
