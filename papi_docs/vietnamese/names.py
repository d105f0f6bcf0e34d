"""The Vietnamese alphabetical order, of names and of any text.

Syllables are compared one after the other: first by all their letters (a ă â b c d đ …), and only where
these are the same by the tone (ngang huyền hỏi ngã sắc nặng). That is the rule of the Vietnam Lexicography
Centre (vietlex.com, "Quy tắc sắp xếp đơn vị từ vựng trong từ điển tiếng Việt", 4.1-4.3) and, within a
syllable, of CLDR's collation ``vi``. CLDR looks at tones only after the last syllable (``bà An`` before
``ba Bình``); we follow the lexicographers, as a list of names should keep equal given names together.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final, TypeAlias

from papi_docs.vietnamese.text import fold_tone, squeeze

__all__ = ["collation_key", "given_name", "name_key"]

WordKey: TypeAlias = tuple[tuple[tuple[int, int], ...], tuple[int, ...]]
"""Of one word: its letters as (class, rank), then the tone of each."""

_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES: Final = "\u0300\u0309\u0303\u0301\u0323"  # huyền hỏi ngã sắc nặng; ngang has no mark
_SHAPES: Final = "\u0306\u0302\u031b"  # the marks that make another letter: ă, â ê ô, ơ ư
_PIECE: Final = re.compile(r"[0-9]+|[^0-9][\u0300-\u036f]*")

# Marks, then figures, then Vietnamese letters, then letters of others.
_MARK, _NUMBER, _LETTER, _FOREIGN = range(4)


def given_name(full_name: str) -> str:
    """The last word of a full name (tên); empty for a blank one."""
    return squeeze(full_name).rpartition(" ")[2]


@lru_cache(1 << 12)
def name_key(full_name: str) -> tuple[WordKey, ...]:
    """A key to sort persons by: given name, then surname, then middle names, each as Vietnamese sort."""
    *family, given = squeeze(full_name).split() or [""]
    return collation_key(" ".join([given, *family]))


def collation_key(text: str) -> tuple[WordKey, ...]:
    """A key to sort any text by, word by word, whole numbers by their size: ``Lớp 2`` before ``Lớp 10``.

    Case, the place of the tone (``hòa``, ``hoà``) and leading zeros make no difference.
    """
    return tuple(_word_key(word) for word in fold_tone(text).split())


def _word_key(word: str) -> WordKey:
    pieces: list[str] = _PIECE.findall(unicodedata.normalize("NFD", word))
    ranks = [rank for piece in pieces for rank in _ranks(piece)]
    return tuple(ranks), tuple(_tone(piece) for piece in pieces)


def _ranks(piece: str) -> list[tuple[int, int]]:
    if not piece.isascii() or not piece.isdigit():
        return [_letter_rank(piece)]
    # The length goes first, so that longer numbers are greater, without building ints of any size.
    digits = piece.lstrip("0")
    return [(_NUMBER, len(digits)), *((_NUMBER, int(digit)) for digit in digits)]


def _letter_rank(piece: str) -> tuple[int, int]:
    shaped = unicodedata.normalize("NFC", piece[0] + "".join(mark for mark in piece[1:] if mark in _SHAPES))
    for letter in (shaped, piece[0]):
        if len(letter) == 1 and letter in _ALPHABET:
            return _LETTER, _ALPHABET.index(letter)
    return (_FOREIGN if piece[0].isalnum() else _MARK), ord(piece[0])


def _tone(piece: str) -> int:
    return max((_TONES.find(mark) + 1 for mark in piece[1:]), default=0)
