"""How wide a text is in Times New Roman, and where a line that is too long may be broken.

The widths come from a metric-compatible face; nothing is asked of the machine's fonts.
"""

import json
import unicodedata
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from papi_docs.vietnamese import fold_tone

__all__ = ["Face", "break_lines", "text_width", "units_of"]

_UNITS_PER_EM = 2048
_MM_PER_POINT = 25.4 / 72
_UNKNOWN = _UNITS_PER_EM
"""A letter outside the table (an emoji) counts as a full em: too wide rather than too narrow."""

_REMEMBERED = 1 << 11
"""Texts whose width is kept: a school's name, the subjects, the wordings of tasks come back on paper after paper."""

_TOGETHER = (
    "trung học phổ thông",
    "trung học cơ sở",
    "phổ thông",
    "dân tộc",
    "bán trú",
    "nội trú",
    "tiểu học",
    "mầm non",
    "mẫu giáo",
    "ủy ban nhân dân",
    "giáo dục",
    "đào tạo",
    "hành chính công",
    "hiệu quả",
    "quản trị",
    "chỉ số",
    "lĩnh vực",
    "nâng cao",
    "cải thiện",
    "năm học",
)
"""Words that a reader takes as one: a line is not broken inside them while it can be helped."""

_TIES_TO_NEXT = frozenset({"và", "của", "về", "trong", "-"})
"""A line ends before these words rather than after them."""


class Face(StrEnum):
    """A cut of Times New Roman."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"
    BOLD_ITALIC = "bold_italic"

    __hash__ = str.__hash__  # the usual one of an enum is a call, and every width asks for it


class _Widths(dict[str, int]):
    """Of letters, in units of the em."""

    def __missing__(self, letter: str) -> int:
        return _UNKNOWN


@cache
def _widths() -> dict[Face, _Widths]:
    text = files("papi_docs").joinpath("data/times_new_roman.json").read_text(encoding="utf-8")
    table = json.loads(text)
    return {
        face: _Widths({letter: int(width) for width, letters in table[face].items() for letter in letters})
        for face in Face
    }


def text_width(text: str, face: Face, size: float) -> float:
    """Width in millimetres of ``text`` on one line, at ``size`` points."""
    return _millimetres(_units_wide(text, face), size)


@lru_cache(_REMEMBERED)
def _units_wide(text: str, face: Face) -> int:
    composed = unicodedata.normalize("NFC", text)
    return sum(map(_widths()[face].__getitem__, composed))


def _millimetres(units: int, size: float) -> float:
    return units / _UNITS_PER_EM * size * _MM_PER_POINT


def units_of(text: str) -> tuple[str, ...]:
    """``text`` cut into the smallest pieces that a line should not be broken inside."""
    return tuple(_units(text.split()))


def _units(words: Sequence[str]) -> Iterator[str]:
    folded = tuple(map(fold_tone, words))
    at = 0
    while at < len(words):
        end = at + _phrase_length(folded, at)
        while end < len(words) and _ties(folded[end - 1], folded[end]):
            end += _phrase_length(folded, end)
        yield " ".join(words[at:end])
        at = end


def _phrase_length(folded: tuple[str, ...], at: int) -> int:
    """Of the phrase that begins there, in words."""
    for phrase in _phrases().get(folded[at], ()):
        if folded[at : at + len(phrase)] == phrase:
            return len(phrase)
    return 1


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """By their first word, the longer ones first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted((tuple(fold_tone(phrase).split()) for phrase in _TOGETHER), key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found


def _ties(last: str, following: str) -> bool:
    """Whether a line must not end between two words: after ``và``, before a number."""
    return last in _TIES_TO_NEXT or following[0].isdigit()


def break_lines(units: Sequence[str], width: float, face: Face, size: float) -> tuple[str, ...] | None:
    """The fewest lines of at most ``width`` millimetres, then the most even ones.

    Lines break between units only; a unit that is wider than a line is broken between its words.
    ``None`` where a single word is too wide.
    """
    pieces = [piece for unit in units for piece in ([unit] if text_width(unit, face, size) <= width else unit.split())]
    own, blank = [_units_wide(piece, face) for piece in pieces], _units_wide(" ", face)
    # of the first pieces, each time one more: how many lines, how uneven, where the last one starts
    best: list[tuple[int, float, int] | None] = [(0, 0.0, 0)]
    for end in range(1, len(pieces) + 1):
        found, wide = None, -blank
        for start in range(end - 1, -1, -1):
            wide += blank + own[start]
            slack = width - _millimetres(wide, size)
            if slack < 0:
                break  # it only grows
            before = best[start]
            if before is not None:
                option = before[0] + 1, before[1] + slack**2, start
                found = option if found is None else min(option, found)
        best.append(found)
    lines, end = [], len(pieces)
    while end and (last := best[end]) is not None:
        lines.append(" ".join(pieces[last[2] : end]))
        end = last[2]
    return tuple(reversed(lines)) if best[-1] else None
