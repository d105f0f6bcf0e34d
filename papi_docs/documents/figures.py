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

    def note(self, label: str, text: str, cells: Iterable[Place]) -> str:
        """Note a figure and give its text back, to be put into a sentence."""
        self.figures.append(Figure(label, text, tuple(dict.fromkeys(cells))))
        return text
