"""Which faults can be mended, and how: a row a code."""

from typing import Final

from papi_docs.checker.mending.fonts import refont
from papi_docs.checker.mending.layout import LAYOUT_MENDERS
from papi_docs.checker.mending.looks import LOOK_MENDERS
from papi_docs.checker.mending.pages import PAGE_MENDERS
from papi_docs.checker.mending.place import Mender
from papi_docs.checker.mending.words import WORD_MENDERS

__all__ = ["HARMLESS", "MENDERS", "RETYPING"]

_MEANT: Final = frozenset(
    {"body-bold", "body-italic", "heading-2-not-bold", "heading-2-bold", "point-bold", "point-italic"}
)
"""Someone may have meant it so: the author decides."""

_ALL: Final = {"font-not-times": refont} | PAGE_MENDERS | LOOK_MENDERS | LAYOUT_MENDERS | WORD_MENDERS

MENDERS: Final[dict[str, Mender]] = {code: mender for code, mender in _ALL.items() if code not in _MEANT}
"""By the codes of the rules, some of which may not be there."""

RETYPING: Final = frozenset(WORD_MENDERS) | {code for code in MENDERS if code.endswith("-capitals")}
"""Codes whose mending changes words."""

HARMLESS: Final = frozenset(
    {
        "font-not-times",
        "decomposed-letters",
        "invisible-characters",
        "double-space",
        "space-before-mark",
        "no-space-after-figure",
        "no-space-after-mark",
        "link-coloured",
    }
)
"""Codes that are mended however mildly they are told: nobody can have meant them so."""
