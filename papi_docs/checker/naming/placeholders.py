"""A form's own words where those of a document will stand."""

import re
from typing import Final

from papi_docs.checker.naming.folding import fold
from papi_docs.checker.naming.tags import blanked, tag_kind, tag_length, without_tags

__all__ = ["has_dots", "is_placeholder"]

_WORDS: Final = re.compile(
    r"^(?:ten (?:cq|co quan|to chuc)\b.*|(?:tham quyen ban hanh|quyen han chuc vu cua nguoi ky|ho va ten|ho ten|"
    r"ten loai van ban|trich yeu noi dung.*|tieu de(?: cua)? phu luc) ?\d{0,2})$"
)
_LONGEST: Final = 80
_RUNNING: Final = {"body", "basis", "article", "point", "heading_1", "heading_2", "chapter_title"}
"""Running text is judged as text, whatever tags are left in it."""
_DOTS: Final = re.compile(r"…|\.{3,}")
_FIXED: Final = re.compile(
    r"\b(?:so|ngay|thang|nam|v v|ve viec|phu luc|kinh gui|dieu|can cu|theo de nghi cua|luu|vt|nhu|kem theo|"
    r"quyet dinh|van ban|cua)\b"
)


def has_dots(text: str) -> bool:
    """Whether it has a row of dots to write on."""
    return bool(_DOTS.search(text))


def is_placeholder(role: str, text: str) -> bool:
    """Whether a part's text is what a form prints there: ``TÊN CƠ QUAN``, ``…``, ``Số: … /QĐ-…3…``."""
    if role not in _RUNNING and (tags := tag_length(text)):
        return _is_of_tags(role, text, tags)
    if not has_dots(text):
        return len(text) <= _LONGEST and _is_prompt(role, fold(text))
    return _is_prompt(role, fold(text)) or _is_of_dots(role, text)


def _is_prompt(role: str, folded: str) -> bool:
    return bool(_WORDS.match(folded)) or (role == "basis" and folded in {"can cu", "theo de nghi cua"})


def _is_of_dots(role: str, text: str) -> bool:
    """Whether dots stand for what matters in it."""
    if role == "number":
        symbol = text.partition("/")[2]
        return bool(_DOTS.search(symbol)) or not symbol.strip()
    if role == "place_and_date":
        return not any(letter.isalpha() for letter in text.partition(",")[0])
    own = sum(letter.isalpha() for letter in _FIXED.sub(" ", fold(text)))
    dots = sum(3 if letter == "…" else letter == "." for letter in text) + 3 * text.count("\t")
    return own < dots


def _is_of_tags(role: str, text: str, tags: int) -> bool:
    """Whether the tags of a template are more of it than its own words."""
    if role == "place_and_date":
        return True
    if role == "recipients":
        return bool(tag_kind(text))
    if role == "number":
        return not any(letter.isalnum() for letter in blanked(text).partition("/")[2])
    return sum(letter.isalpha() for letter in _FIXED.sub(" ", fold(without_tags(text)))) < tags
