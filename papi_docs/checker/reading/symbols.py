"""Letters of the symbol faces, which Word stores by the face's own code, as the letters a reader takes them for."""

import re
from typing import Final

__all__ = ["readable", "symbol"]

_SYMBOL: Final = {
    0xB7: "•", 0x2D: "-", 0xA8: "♦", 0xB0: "°", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB9: "≠",
    0xAE: "→", 0xDE: "⇒", 0xA5: "∞", 0xBE: "—", 0x2A: "*", 0xD7: "·", 0x61: "α", 0x62: "β", 0x44: "Δ", 0x53: "Σ",
}  # fmt: skip
_WINGDINGS: Final = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9F: "•", 0xA7: "▪", 0xA8: "□",
    0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x22: "✂", 0x28: "☎", 0x2D: "-",
}  # fmt: skip
_WINGDINGS_2: Final = {0x50: "✓", 0x52: "☑", 0x54: "☒", 0xA3: "□", 0x97: "•"}
_FACES: Final = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_ALIKE: Final = frozenset({"symbol", ""})
"""Faces whose digits and marks are those of ASCII."""
_UNKNOWN: Final = "▪"
_PRIVATE: Final = re.compile("[\uf000-\uf0ff]")


def symbol(face: str, code: str) -> str:
    """The letter that a ``w:sym`` draws; ``code`` is hexadecimal."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    return readable(chr(point), face) if point < 0x11_0000 else ""


def readable(text: str, face: str) -> str:
    """A text with its private letters replaced by those of the face they are drawn in."""
    face = face.casefold()
    if face not in _FACES and not _PRIVATE.search(text):
        return text
    return "".join(_letter(letter, face) for letter in text)


def _letter(letter: str, face: str) -> str:
    point = ord(letter)
    private = 0xF000 <= point <= 0xF0FF
    if not private and face not in _FACES:
        return letter
    point = point - 0xF000 if private else point
    known = _FACES.get(face, _SYMBOL)
    if point in known:
        return known[point]
    plain = face in _ALIKE and (point <= 0x3F or chr(point) in "[]{|}_")
    return chr(point) if plain or chr(point).isspace() else _UNKNOWN
