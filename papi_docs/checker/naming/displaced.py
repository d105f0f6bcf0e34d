"""Elements that stand out of their order and yet cannot be mistaken."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from papi_docs.checker.naming.assembling import Scrap
from papi_docs.checker.naming.patterns import begins_type, date_score, letter_subject_score, number_score
from papi_docs.checker.naming.pieces import Piece, Side

__all__ = ["displaced_scores", "with_late_title"]

_SURE: Final = 9.0
_CERTAINTY: Final = 0.9
_MOSTLY: Final = 0.7
_LINES: Final = 4
"""Of a subject at most."""
_LONGEST: Final = 90
"""Letters of an element of one line at most."""
_PLACED: Final = re.compile(r"[A-ZĐÀ-Ỹ…][^,:;]{1,40},\s*ngày\b")


def displaced_scores(pieces: Sequence[Piece], nth: int) -> dict[str, float]:
    """Scores of what a piece of a title may be besides: a number or a date under the type, a subject over it."""
    piece, below = pieces[nth], pieces[nth + 1 : nth + 2]
    if len(piece.text) > _LONGEST:
        return {}
    fits = {
        "number": number_score(piece.text) >= 7,
        "place_and_date": _is_date(piece),
        "subject_above": piece.centred and letter_subject_score(piece.text) > 0 and any(map(_is_bare_type, below)),
    }
    return {role: _SURE for role, fit in fits.items() if fit}


def _is_date(piece: Piece) -> bool:
    aside = piece.centred or piece.side is Side.RIGHT
    return aside and bool(_PLACED.match(piece.text)) and date_score(piece.text) >= 7


def _is_bare_type(piece: Piece) -> bool:
    """A type and nothing else, as a title shows it."""
    if not piece.centred or piece.capitals <= _MOSTLY or not piece.text[-1:].isalpha():
        return False
    return begins_type(piece.folded) == piece.folded


def with_late_title(scraps: Sequence[Scrap]) -> list[Scrap]:
    """The scraps of a document, its type and subject named where they follow the bases and stand nowhere else."""
    named = list(scraps)
    after = max((nth for nth, scrap in enumerate(named) if scrap.role == "basis"), default=-1) + 1
    if not 0 < after < len(named) or any(scrap.role == "type" for scrap in named) or not _is_type(named[after]):
        return named
    named[after] = replace(named[after], role="type", certainty=_CERTAINTY)
    for nth in range(after + 1, min(after + 1 + _LINES, len(named))):
        if not _is_subject(named[nth]):
            break
        named[nth] = replace(named[nth], role="subject", certainty=_CERTAINTY)
    return named


def _is_type(scrap: Scrap) -> bool:
    return scrap.role == "body" and _set_out(scrap.piece) and _is_bare_type(scrap.piece)


def _is_subject(scrap: Scrap) -> bool:
    return scrap.role == "body" and _set_out(scrap.piece) and not scrap.piece.text.endswith((":", "."))


def _set_out(piece: Piece) -> bool:
    return piece.centred and piece.bold > _MOSTLY
