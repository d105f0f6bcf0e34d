"""Numbered lines: headings, articles, points, and what only looks like them."""

import re
from dataclasses import dataclass
from typing import Final

from papi_docs.checker.naming.folding import fold
from papi_docs.vietnamese import parse_roman

__all__ = ["Numbered", "is_heading", "numbered"]

_ARTICLE: Final = re.compile(r"điều\s+(?P<number>\d+[a-zđ]?|[.…]{1,})\s*(?:[.:…]|[-–]\s(?=\D)|$)", re.IGNORECASE)
_CHAPTER: Final = re.compile(
    r"(?:phần|chương|mục|tiểu mục)\s+(?P<number>[IVXLC]+|\d+|thứ\s+\w+)"
    r"\s*(?:[.:–-]\s*(?P<title>.*)|$|\n(?P<below>.*))",
    re.IGNORECASE | re.DOTALL,
)
_ROMAN: Final = re.compile(r"(?P<number>[IVXL]+)\s*(?:[./:)–-]\s*(?P<rest>\S.*)|[./]\s*$)", re.DOTALL)
_LETTERED: Final = re.compile(r"(?P<number>[A-HĐ])\s*[./]\s*(?P<rest>\S.*)", re.DOTALL)
_ARABIC: Final = re.compile(r"(?P<number>\d{1,3})\s*(?:[.)/](?!\d)|(?=\s[-–]\s))\s*(?P<rest>\S.*|$)", re.DOTALL)
_DEEPER: Final = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?\s+(?P<rest>[^\d\s%].*)", re.DOTALL)
_POINT: Final = re.compile(r"(?P<number>[a-zđ]{1,2}(?:\.?\d{1,2})?)\s?[)./]\s*(?P<rest>\S.*|$)", re.DOTALL)
_ABBREVIATION: Final = re.compile(r"[a-zđ]\.\s?[a-zđ]\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numbered:
    """What the beginning of a line says: its kind, its number as written, and what follows."""

    kind: str
    """``chapter``, ``article``, ``roman``, ``letter``, ``arabic``, ``deeper`` or ``point``."""
    number: str
    rest: str


def numbered(text: str) -> Numbered | None:
    """How a line is numbered; ``None`` where it is not, as in quoted text."""
    bare = text.strip()
    if not bare[:1].isalnum():
        return None
    return _chapter(bare) or _article(bare) or _roman(bare) or _plain(bare)


def is_heading(text: str) -> bool:
    """Numbered as an article, a chapter or a heading is."""
    found = numbered(text)
    return found is not None and found.kind != "point"


def _chapter(text: str) -> Numbered | None:
    match = _CHAPTER.match(text)
    if not match:
        return None
    title = (match["title"] or match["below"] or "").strip()
    if (title and not title.isupper() and len(title) >= 120) or len(text) > 250:
        return None
    return Numbered("chapter", match["number"], title)


def _article(text: str) -> Numbered | None:
    match = _ARTICLE.match(text)
    return match and Numbered("article", match["number"], text[match.end() :].strip())


def _roman(text: str) -> Numbered | None:
    match = _ROMAN.match(text)
    if match:
        try:
            parse_roman(match["number"])
        except ValueError:
            return None
        rest = match["rest"] or ""
        return Numbered("roman", match["number"], rest.strip())
    match = _LETTERED.match(text)
    if match and not _ABBREVIATION.match(text):
        return Numbered("letter", match["number"], match["rest"].strip())
    return None


def _plain(text: str) -> Numbered | None:
    for kind, pattern in (("deeper", _DEEPER), ("arabic", _ARABIC), ("point", _POINT)):
        match = pattern.match(text)
        if match and not (kind == "point" and (_ABBREVIATION.match(text) or not fold(match["number"]))):
            return Numbered(kind, match["number"], match["rest"].strip())
    return None
