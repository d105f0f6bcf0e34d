"""A written document laid out as pieces, with what stands between them."""

from dataclasses import dataclass
from functools import cached_property

from papi_docs.checker.naming.pieces import Piece, is_layout, pieces_of
from papi_docs.checker.written import Paragraph, Written

__all__ = ["Pages"]


@dataclass(frozen=True)
class Pages:
    """The paragraphs of a document and their pieces, cut when first asked for."""

    written: Written

    @cached_property
    def _pieces(self) -> dict[int, tuple[Piece, ...]]:
        return {}

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Of the body, in reading order."""
        return self.written.paragraphs

    def __len__(self) -> int:
        return len(self.paragraphs)

    def pieces(self, index: int) -> tuple[Piece, ...]:
        """Those of one paragraph that show letters, figures or dots to write on."""
        known = self._pieces.get(index)
        if known is None:
            paragraph = self.paragraphs[index]
            sections = self.written.sections
            section = sections[paragraph.section] if paragraph.section < len(sections) else None
            known = tuple(piece for piece in pieces_of(paragraph, section) if _says(piece.text))
            self._pieces[index] = known
        return known

    def stretch(self, start: int, end: int) -> list[Piece]:
        """Pieces of the paragraphs from ``start`` up to ``end``."""
        return [piece for index in range(start, min(end, len(self))) for piece in self.pieces(index)]

    def same_table(self, index: int, other: int) -> bool:
        """Whether two paragraphs stand in one table."""
        here, there = self.paragraphs[index].cell, self.paragraphs[other].cell
        return here is not None and there is not None and here.table == there.table

    def table_of(self, index: int) -> range:
        """Paragraphs of the table that one stands in, those of tables inside it too; itself alone where in none."""
        first = last = index
        while first > 0 and self.same_table(index, first - 1):
            first -= 1
        while last + 1 < len(self) and self.same_table(index, last + 1):
            last += 1
        return range(first, last + 1)

    def row(self, index: int) -> int:
        """The row of its table that a paragraph stands in; -1 where in none."""
        cell = self.paragraphs[index].cell
        return cell.row if cell else -1

    def is_layout(self, index: int) -> bool:
        """Whether a paragraph stands on the page itself or in a table that only lays out."""
        return is_layout(self.paragraphs[index])

    def gap(self, before: Piece, after: Piece) -> tuple[int, bool]:
        """Blank paragraphs between two pieces, and whether a rule stands there."""
        between = self.paragraphs[before.paragraph.index + 1 : after.paragraph.index]
        ruled = any(paragraph.lines for paragraph in (*between, before.paragraph))
        return sum(not paragraph.lines for paragraph in between), ruled


def _says(text: str) -> bool:
    return any(letter.isalnum() for letter in text) or "…" in text or "..." in text
