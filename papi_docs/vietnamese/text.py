"""Text as it is stored, compared and used in file names."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

__all__ = ["clean", "fold_accents", "fold_tone", "is_squeezed", "legible_list", "safe_file_name", "squeeze"]

_UNWANTED: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\ufeff\u200b]")
_LOOK_ALIKES: Final = str.maketrans({"\u00d0": "Đ", "\u00f0": "đ"})
_VIETNAMESE_MARKS: Final = re.compile("[\u0300-\u036f]+")

_WORD: Final = re.compile("[a-z0-9]+")

_REMEMBERED: Final = 1 << 12
"""Words that come again in row after row: positions, states, codes, headings."""

# Open syllables in oa, oe, uy: the only ones for which both places of the tone are taught. After q the u
# belongs to the consonant, so "qúy" is a slip of the pen and no other way to write "quý".
_TONE_ON_FIRST: Final = re.compile(r"(?<!q)(?:([òỏõóọ])([ae])|([ùủũúụ])(y))(?![\w\u0300-\u036f])")

# Windows forbids these, Linux and macOS a part of them. DEL and U+0080-U+009F are legal but unprintable.
_NOT_IN_FILE_NAMES: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]')
_WINDOWS_DEVICE: Final = re.compile(
    r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³]) *(?:\.|$)", re.IGNORECASE
)
_MOST_UNITS: Final = 120
_MOST_OCTETS: Final = 200
_LAST_RESORT: Final = "tai-lieu"
_EXCERPT: Final = 40


def clean(text: str) -> str:
    r"""The text as it is stored: NFC, one kind of line end, nothing that XML 1.0 forbids.

    Ð (U+00D0) and ð, met in place of Đ and đ, become those. Forbidden control characters, lone surrogates,
    U+FFFE, U+FFFF, U+FEFF and U+200B go; ``\n``, ``\t``, emoji, soft hyphens and all else stay, and names
    are never restyled. Cleaning twice changes nothing more.
    """
    if _is_clean(text):
        return text
    one_line_end = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", one_line_end).translate(_LOOK_ALIKES))


def _is_clean(text: str) -> bool:
    """Most text is: nothing that is forbidden is printable, nor is a line end."""
    if text.isascii():
        return text.isprintable()
    look_alike = "\u00d0" in text or "\u00f0" in text
    return not look_alike and text.isprintable() and unicodedata.is_normalized("NFC", text)


def is_squeezed(text: str) -> bool:
    """Whether :func:`squeeze` would leave it as it is: clean text has no whitespace but blanks."""
    return not text or ("  " not in text and text.strip(" ") == text and _is_clean(text))


@lru_cache(_REMEMBERED)
def squeeze(text: str) -> str:
    """The cleaned text with every run of whitespace, no-break spaces too, as one space; none at the ends."""
    return text if is_squeezed(text) else " ".join(clean(text).split())


@lru_cache(_REMEMBERED)
def fold_tone(text: str) -> str:
    """A key to compare by: squeezed, case folded, the tone of oa, oe and uy in one place.

    ``hòa`` equals ``hoà`` and ``Thủy`` equals ``thuỷ``; ``Quý`` and ``Quí`` differ, as do ``quý`` and the
    misspelling ``qúy``.
    """
    folded = unicodedata.normalize("NFD", squeeze(text)).casefold()
    return _TONE_ON_FIRST.sub(_tone_on_second, unicodedata.normalize("NFC", folded))


def _tone_on_second(match: re.Match[str]) -> str:
    first, tone, second = list(unicodedata.normalize("NFD", match[0]))
    return first + unicodedata.normalize("NFC", second + tone)


@lru_cache(_REMEMBERED)
def fold_accents(text: str) -> str:
    """A key to recognise headers by: lower-case ASCII words and numbers joined by one space.

    ``"  Họ  và tên (*) "`` gives ``"ho va ten"``. Marks and invisible characters vanish, any other
    character parts two words.
    """
    decomposed = unicodedata.normalize("NFD", clean(text).casefold()).replace("đ", "d")
    bare = _VIETNAMESE_MARKS.sub("", decomposed)
    if not bare.isascii():
        bare = "".join(letter for letter in bare if unicodedata.category(letter) not in {"Mn", "Cf"})
    return " ".join(_WORD.findall(bare))


@lru_cache(1 << 8)  # every paper of a school asks for the same
def safe_file_name(text: str, *, fallback: str = _LAST_RESORT) -> str:
    """One path component that Windows, macOS and Linux all accept, Vietnamese letters kept.

    A forbidden character becomes ``-``, a device name of Windows (``CON``, ``com1.txt``) gets ``_`` before
    it. What is longer than 120 UTF-16 units or 200 UTF-8 octets loses its end, an extension included: pass
    the stem where the extension counts. Where nothing is left, ``fallback`` is taken, made safe likewise.
    """
    return _legal_name(text) or _legal_name(fallback) or _LAST_RESORT


def _legal_name(text: str) -> str:
    one_line_end = text.replace("\r\n", "\n")
    name = _trim(_cut(_trim(squeeze(_NOT_IN_FILE_NAMES.sub("-", one_line_end)))))
    return _trim(_cut(f"_{name}")) if _WINDOWS_DEVICE.match(name) else name


def _trim(name: str) -> str:
    return name.lstrip(" ").rstrip(" .")


def _cut(name: str) -> str:
    """As much of the name as fits both limits, by whole code points."""
    if 4 * len(name) <= _MOST_OCTETS:  # no code point takes more
        return name
    units = octets = 0
    for place, letter in enumerate(name):
        units += len(letter.encode("utf-16-le")) // 2
        octets += len(letter.encode())
        if units > _MOST_UNITS or octets > _MOST_OCTETS:
            return name[:place]
    return name


def legible_list(items: Sequence[str], last: str = "và") -> str:
    """The items as one reads them out: ``a, b và c``; empty for no item."""
    *others, final = items or [""]
    return f"{', '.join(others)} {last} {final}" if others else final


def excerpt(text: str) -> str:
    """What a message repeats of the user's text: squeezed, its first 40 characters."""
    whole = squeeze(text)
    return whole if len(whole) <= _EXCERPT else f"{whole[:_EXCERPT]}…"
