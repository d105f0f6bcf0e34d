"""The face each letter is drawn in: Word chooses among four by the letter, not by the run (ECMA-376 17.3.2.26)."""

import re
from collections import Counter
from typing import Final

from papi_docs.checker.reading.styles import Slots

__all__ = ["faces"]

_WESTERN: Final = re.compile(r"[\u0000-\u058f\u1e00-\u206f\u2100-\u22ff]*")
"""Letters of the first two slots whatever else is set; nearly all Vietnamese text, so it is answered at once."""


def faces(text: str, slots: Slots, hint: str = "", *, complex_script: bool = False) -> tuple[str, ...]:
    """Faces of the visible letters of a text, the commonest first.

    ``slots`` are the faces for ASCII, other letters, East Asian and complex script. ``hint`` is ``w:hint``.
    """
    if slots[0] == slots[1] and not hint and not complex_script and _WESTERN.fullmatch(text):
        return slots[:1] if slots[0] and text.strip() else ()
    counts: Counter[str] = Counter()
    for letter, times in Counter(text).items():
        if not letter.isspace():
            counts[slots[3 if complex_script else _slot(letter, hint)]] += times
    return tuple(face for face, _ in counts.most_common() if face)


def _slot(letter: str, hint: str) -> int:
    point = ord(letter)
    if point < 0x80:
        return 0
    if _is_east_asian(point):
        return 2
    if 0x590 <= point <= 0x8FF:
        return 3
    return 2 if hint == "eastAsia" and _may_be_east_asian(point, letter) else 1


def _is_east_asian(point: int) -> bool:
    return (
        0x1100 <= point <= 0x11FF
        or 0x2E80 <= point <= 0xD7FF
        or 0xF900 <= point <= 0xFAFF
        or 0xFE30 <= point <= 0xFE6F
        or 0xFF00 <= point <= 0xFFEF
        or 0x20000 <= point <= 0x3FFFF
    )


def _may_be_east_asian(point: int, letter: str) -> bool:
    """Letters that ``hint`` moves to the East Asian face: signs, marks, and Vietnamese letters of U+1E00 to U+1EFF."""
    if 0xA0 <= point <= 0xFF:
        return letter in "¡¤§¨ª­¯°±²³´¶·¸¹º¼½¾¿×÷"
    return 0x2B0 <= point <= 0x4FF or 0x1E00 <= point <= 0x1EFF or 0x2000 <= point <= 0x2BFF or point >= 0xE000
