"""A title that stands after the bases instead of before them."""

from collections.abc import Sequence
from dataclasses import replace

from papi_docs.checker.naming.assembling import Scrap
from papi_docs.checker.naming.patterns import begins_type
from papi_docs.checker.naming.pieces import Piece

__all__ = ["with_late_title"]

_CERTAINTY = 0.9
_MOSTLY = 0.7
_LINES = 4
"""Of a subject at most."""


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
    piece = scrap.piece
    if scrap.role != "body" or begins_type(piece.folded) != piece.folded:
        return False
    return _set_out(piece) and piece.capitals > _MOSTLY and piece.text[-1:].isalpha()


def _is_subject(scrap: Scrap) -> bool:
    return scrap.role == "body" and _set_out(scrap.piece) and not scrap.piece.text.endswith((":", "."))


def _set_out(piece: Piece) -> bool:
    return piece.centred and piece.bold > _MOSTLY
