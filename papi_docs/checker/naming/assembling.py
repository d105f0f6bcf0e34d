"""Named stretches put together into parts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from papi_docs.checker.anatomy import Part, Span
from papi_docs.checker.naming.pieces import Piece
from papi_docs.checker.naming.placeholders import has_dots, is_placeholder
from papi_docs.decree30 import ELEMENTS

__all__ = ["Scrap", "assembled"]

_GROWING: Final = {
    "superior",
    "issuer",
    "national_name",
    "motto",
    "number",
    "place_and_date",
    "letter_subject",
    "type",
    "subject",
    "addressee",
    "decider",
    "authority",
    "chapter_title",
    "annex_title",
    "annex_reference",
}
"""Elements that may take several lines."""

_OF_FORMS: Final = {"superior", "issuer", "authority", "signer", "annex_title"}
"""A placeholder in one of these says that the whole document is a form."""
_ONE_LINE: Final = frozenset("-–—+•*·")


@dataclass(frozen=True, slots=True)
class Scrap:
    """A stretch that got a role."""

    piece: Piece
    role: str
    certainty: float


def assembled(scraps: Iterable[Scrap]) -> tuple[Part, ...]:
    """The parts of a document in reading order; roles that the table of elements does not know are left out."""
    grown: list[list[Scrap]] = []
    for scrap in scraps:
        if scrap.role not in ELEMENTS or scrap.piece.start >= scrap.piece.end:
            continue
        if grown and _goes_on(grown[-1][-1], scrap):
            grown[-1].append(scrap)
        else:
            grown.append([scrap])
    parts = sorted((_part(group) for group in grown), key=lambda part: (part.first.index, part.spans[0].start))
    if any(part.placeholder and part.role in _OF_FORMS for part in parts):
        return tuple(replace(part, placeholder=part.placeholder or has_dots(part.text)) for part in parts)
    return tuple(parts)


def _goes_on(last: Scrap, scrap: Scrap) -> bool:
    if last.role != scrap.role:
        return False
    if scrap.role == "recipients":
        return not _begins_item(scrap.piece)
    if scrap.role == "authority":
        return _same_column(last.piece, scrap.piece)
    return scrap.role in _GROWING


def _begins_item(piece: Piece) -> bool:
    """A recipient of its own, not the rest of the one above."""
    lead = piece.text[:1]
    return lead in _ONE_LINE or piece.paragraph.label[:1] in _ONE_LINE or piece.folded.startswith("luu")


def _same_column(above: Piece, below: Piece) -> bool:
    first, second = above.paragraph.cell, below.paragraph.cell
    return (first and first.column) == (second and second.column) and above.side is below.side


def _part(group: list[Scrap]) -> Part:
    spans = tuple(Span(scrap.piece.paragraph, scrap.piece.start, scrap.piece.end) for scrap in group)
    text = " ".join(scrap.piece.text for scrap in group)
    role = group[0].role
    certainty = min(scrap.certainty for scrap in group)
    return Part(role, spans, round(certainty, 3), is_placeholder(role, text))
