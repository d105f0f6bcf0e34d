"""Which lines over the number name the superior body, and which the issuing one."""

import re
from collections.abc import Sequence
from typing import Final

from papi_docs.checker.naming.chain import logistic
from papi_docs.checker.naming.patterns import begins_body
from papi_docs.checker.naming.pieces import Piece

__all__ = ["issuer_begins"]

_HANGS: Final = re.compile(r"(?:\b(?:VÀ|CỦA|THUỘC|VỀ|CHO)|[-–,&])\s*$", re.IGNORECASE)
_PLACE: Final = re.compile(
    r"^(?:tinh|thanh pho|tp|huyen|quan|thi xa|tx|thi tran|tt|xa|phuong|dac khu|va|cua|thuoc|nganh|khu vuc)\b"
)
_WHOLE_BODY: Final = re.compile(
    r"^(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|so|phong|bo|cuc|chi cuc|tong cuc|truong|ubmttq)\b(?: \w+){1,}"
)


def issuer_begins(lines: Sequence[Piece]) -> tuple[int, float]:
    """The first of the lines that names the issuing body, and how certain that is.

    Words decide more than weight does, since it is the weight that will be judged.
    """
    if len(lines) < 2:
        return 0, 1.0 if lines else 0.0
    leads = [_boundary(lines[nth - 1], lines[nth]) for nth in range(1, len(lines))]
    begins = max((nth for nth, lead in enumerate(leads, start=1) if lead > 0), default=0)
    decisive = leads[begins - 1 :] if begins else leads
    return begins, min(logistic(abs(lead)) for lead in decisive)


def _boundary(above: Piece, below: Piece) -> float:
    """How much a new body begins with the lower line."""
    return _by_words(above, below) + _by_weight(above, below)


def _by_words(above: Piece, below: Piece) -> float:
    if _HANGS.search(above.text) or _PLACE.match(below.folded):
        return -3.5
    if begins_body(below.folded):
        return 3.0 if _WHOLE_BODY.match(above.folded) or not _ends_short(above) else 1.0
    return -1.0


def _ends_short(above: Piece) -> bool:
    """A line that cannot be a whole name, such as ``TRƯỜNG``."""
    return len(above.folded.split()) < 2


def _by_weight(above: Piece, below: Piece) -> float:
    if above.bold < 0.5 <= below.bold:
        return 2.5
    if above.bold >= 0.5 > below.bold:
        return 0.5
    return -0.7
