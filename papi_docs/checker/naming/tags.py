"""Tags of templates and merge fields where words will stand: ``{{ten_truong}}``, ``«HoTen»``, ``[Địa danh]``."""

import re
from functools import lru_cache
from typing import Final

from papi_docs.checker.naming.folding import fold

__all__ = ["blanked", "tag_kind", "tag_length", "without_tags"]

_TAG: Final = re.compile(
    r"\{\{[^{}\n]{0,80}\}\}|\{%[^{}\n]{0,80}%\}|\$\{[^{}\n]{1,60}\}|«[^«»\s]{1,60}»|<<[^<>\n]{1,60}>>"
)
_PROMPT: Final = re.compile(r"\[[^\[\]\n]{1,60}\]|<[^<>\n]{1,60}>")
"""A tag only where its words are those of an element, or dots: brackets have other uses."""
_OPENS: Final = frozenset("{$«<[")
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DOTS: Final = re.compile(r"[.…_\s]+")
_KINDS: Final = tuple(
    (kind, re.compile(rf"\b(?:{words})\b"))
    for kind, words in (
        ("type", r"(?:ten )?loai(?: van ban)?|ten van ban"),
        ("subject", r"trich yeu|ve viec"),
        ("number", r"so (?:va )?ky hieu|so van ban|so hieu|ky hieu|^so(?: (?:qd|kh|cv|tb|bc|ttr|bb|gm|nq))?$"),
        ("place_and_date", r"dia danh|ngay|noi ban hanh"),
        ("authority", r"chuc (?:vu|danh)|quyen han|tham quyen"),
        ("signer", r"nguoi ky|ho (?:va )?ten|hieu truong|giam doc|lanh dao|chu tich"),
        ("recipients", r"noi nhan"),
        ("addressee", r"kinh gui"),
        ("body_name", r"co quan|don vi|to chuc|truong|ubnd|chu quan"),
    )
)


@lru_cache(maxsize=4096)
def without_tags(text: str) -> str:
    """A text with nothing where its tags stood."""
    return _replaced(text, "")


@lru_cache(maxsize=4096)
def blanked(text: str) -> str:
    """A text with dots where its tags stood, as a form has them."""
    return _replaced(text, "…")


def tag_length(text: str) -> int:
    """How many letters its tags take; 0 for a text without any."""
    return len(text) - len(without_tags(text))


def tag_kind(text: str, *, besides: int = 0) -> str:
    """The element that a text of nothing but tags stands for.

    Empty where it has more letters besides than it may; ``"?"`` where the tags do not say what they are.
    """
    bare = without_tags(text)
    if bare == text or sum(letter.isalnum() for letter in bare) > besides:
        return ""
    return _kind(_HUMP.sub(" ", text)) or "?"


def _kind(words: str) -> str:
    folded = fold(words)
    return next((kind for kind, form in _KINDS if form.search(folded)), "")


def _replaced(text: str, by: str) -> str:
    if _OPENS.isdisjoint(text):
        return text
    return _PROMPT.sub(lambda match: by if _prompts(match[0]) else match[0], _TAG.sub(by, text))


def _prompts(bracketed: str) -> bool:
    inside = bracketed[1:-1]
    return bool(_DOTS.fullmatch(inside)) or ("_" in inside and " " not in inside) or bool(_kind(inside))
