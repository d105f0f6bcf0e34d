"""Texts as keys to recognise them by, whatever is wrong with their letters."""

from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from papi_docs.vietnamese import fold_accents

__all__ = ["fold", "likeness"]

_FOREIGN: Final = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеоѕіјрсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABESIJKMHOPCTYXaeosijpcyxABEZHIKMNOPTYXo",
)
"""Cyrillic and Greek letters that look like ours."""

_ENOUGH: Final = 0.6


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Lower-case ASCII words and numbers joined by one space, look-alike letters of other alphabets read as ours."""
    return fold_accents(text if text.isascii() else text.translate(_FOREIGN))


@lru_cache(maxsize=4096)
def likeness(text: str, model: str) -> float:
    """How much a text looks like a model, from 0 to 1; what cannot look like it is told quickly.

    Both are folded; words run together or apart make no difference.
    """
    left, right = fold(text).replace(" ", ""), fold(model).replace(" ", "")
    if left == right:
        return 1.0
    matcher = SequenceMatcher(None, right, left, autojunk=False)
    if matcher.real_quick_ratio() < _ENOUGH or matcher.quick_ratio() < _ENOUGH:
        return 0.0
    return matcher.ratio()
