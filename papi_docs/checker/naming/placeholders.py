"""A form's own words where those of a document will stand."""

import re
from typing import Final

from papi_docs.checker.naming.folding import fold

__all__ = ["is_placeholder"]

_WORDS: Final = re.compile(
    r"^(?:ten (?:cq|co quan|to chuc)\b.*|(?:tham quyen ban hanh|quyen han chuc vu cua nguoi ky|ho va ten|ho ten|"
    r"ten loai van ban|trich yeu noi dung.*|tieu de(?: cua)? phu luc) ?\d{0,2})$"
)
_DOTS: Final = re.compile(r"…|\.{3,}")
_FIXED: Final = re.compile(
    r"\b(?:so|ngay|thang|nam|v v|ve viec|phu luc|kinh gui|dieu|can cu|theo de nghi cua|luu|vt|nhu|kem theo|"
    r"quyet dinh|van ban|cua)\b"
)


def is_placeholder(role: str, text: str) -> bool:
    """Whether a part's text is what a form prints there: ``TÊN CƠ QUAN``, ``…``, ``Số: … /QĐ-…3…``."""
    folded = fold(text)
    if _WORDS.match(folded) or (role == "basis" and folded in {"can cu", "theo de nghi cua"}):
        return True
    if not _DOTS.search(text):
        return False
    if role == "number":
        symbol = text.partition("/")[2]
        return bool(_DOTS.search(symbol)) or not symbol.strip()
    if role == "place_and_date":
        return not any(letter.isalpha() for letter in text.partition(",")[0])
    own = sum(letter.isalpha() for letter in _FIXED.sub(" ", folded))
    dots = sum(3 if letter == "…" else letter == "." for letter in text) + 3 * text.count("\t")
    return own < dots
