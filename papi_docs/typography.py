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

_REMEMBERED = 1 << 12
"""Texts whose width is kept: a school's name, the subjects, the wordings of tasks come back on paper after paper."""

_TOGETHER = tuple(
    tuple(fold_tone(phrase).split())
    for phrase in (
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


def units_of(text: str, together: Sequence[tuple[str, ...]] = _TOGETHER) -> tuple[str, ...]:
    """``text`` cut into the smallest pieces that a line should not be broken inside.

    ``together`` holds phrases as tuples of words folded by :func:`fold_tone`, the longer ones first.
    """
    return tuple(_units(text.split(), together))


def _units(words: Sequence[str], together: Sequence[tuple[str, ...]]) -> Iterator[str]:
    folded = [fold_tone(word) for word in words]
    at = 0
    while at < len(words):
        length = _phrase_length(folded[at:], together)
        while at + length < len(words) and _ties(folded[at + length - 1], folded[at + length]):
            length += _phrase_length(folded[at + length :], together)
        yield " ".join(words[at : at + length])
        at += length


def _phrase_length(folded: Sequence[str], together: Sequence[tuple[str, ...]]) -> int:
    for phrase in together:
        if tuple(folded[: len(phrase)]) == phrase:
            return len(phrase)
    return 1


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
    best: list[tuple[int, float, tuple[str, ...]] | None] = [(0, 0.0, ())] + [None] * len(pieces)
    for end in range(1, len(pieces) + 1):
        options, wide = [], -blank
        for start in reversed(range(end)):
            before = best[start]
            wide += blank + own[start]
            slack = width - _millimetres(wide, size)
            if slack < 0:
                break  # it only grows
            if before is not None:
                line = " ".join(pieces[start:end])
                options.append((before[0] + 1, before[1] + slack**2, (*before[2], line)))
        best[end] = min(options, default=None)
    found = best[-1]
    return found[2] if found else None
