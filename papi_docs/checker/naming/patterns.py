"""What a text looks like by its words alone: scores in log odds, the higher the likelier."""

import re
from datetime import date
from functools import lru_cache
from typing import Final

from papi_docs.checker.naming.folding import fold, likeness
from papi_docs.checker.naming.tags import blanked, tag_kind
from papi_docs.checker.naming.words import BODY_HEADS, LEGISLATION_TYPES, OTHER_TYPES, SURNAMES, TITLES, TYPES
from papi_docs.decree30 import MOTTO, NATIONAL_NAME

__all__ = [
    "UNLIKE",
    "authority_score",
    "begins_body",
    "begins_type",
    "date_score",
    "has_year",
    "is_note",
    "is_person",
    "letter_subject_score",
    "motto_score",
    "names_paper",
    "national_name_score",
    "number_score",
    "parsed_date",
    "parsed_number",
    "urgency_of",
]

UNLIKE: Final = -8.0
_SURE: Final = 9.0

_NUMBER: Final = re.compile(
    r"^(?:luật\s+|văn bản\s+)?s[ốổôo][̀-ͯ]?\s*[:.;]?\s*(?P<number>[^/]{0,40}?)\s*/\s*(?P<symbol>[^\s].*)$",
    re.IGNORECASE | re.DOTALL,
)
_LONE_NUMBER: Final = re.compile(r"^s[ốổôo]\s*[:.;]\s*(?P<number>[\d.… ]{0,30})$", re.IGNORECASE)
_BARE_SYMBOL: Final = re.compile(r"^\d{0,5}\s*/\s*(?:\d{4}\s*/\s*)?[A-ZĐ][\wĐđ&-]*(?:-[\wĐđ&.]+)*$")
_SYMBOL_HEAD: Final = re.compile(r"[A-Za-zĐđÀ-ỹ…. -]{1,12}")
_STAMP: Final = re.compile(r";.*(?:\d:\d\d|giờ\s*:|giây)", re.DOTALL)
"""What an electronic signature writes at the top of an annex."""
_DATE: Final = re.compile(r"\bng(?:ay|y)\b.*\bth(?:ang|ng)\b.*\bnam\b")
_SOME_DATE: Final = re.compile(r"\bngay\b.*\bthang\b|\bthang\b.*\bnam\b")
_SENTENCE: Final = re.compile(r"(?:can cu|(?:theo|xet) de nghi|thuc hien|hom nay)\b")
"""How a text begins that has a date in it and yet is none."""
_SHORT_DATE: Final = re.compile(r"ng[àa]y\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}", re.IGNORECASE)
_BLANK_DATE: Final = re.compile(r"[A-ZĐÀ-Ỹ…?][^,:\d]{0,40},\s*(?:[Nn]gày\s*)?…\s*$")
"""A place before a tag that stands for the date."""
_DATE_PARTS: Final = re.compile(r"\bngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})\b")
_SHORT_PARTS: Final = re.compile(r"\bngay (\d{1,2}) (\d{1,2}) (\d{4})\b")
_LETTER_SUBJECT: Final = re.compile(r"^\(?\s*v\s*[/.\\:]\s*v\b|^v\s*/\s*v|^vv\b\s*[:.]?|^v/v", re.IGNORECASE)
_ABOUT: Final = re.compile(r"^ve (?:viec|van de)\b")
_POWER: Final = re.compile(r"^\s*(?:T\.?M|K\.?T|T\.?L|T\.?U\.?Q|Q)\s*[.,:;/]\s*\S|^\s*(?:TM|KT|TL|TUQ)\s+[A-ZĐ]")
_NOTE: Final = re.compile(
    r"^[\[({]?\s*(?:da ky|chu ky|ky ghi ro|ky ten|ky va|dau chu ky|ky dong dau|ky)\b|^dau chu ky|^dau cua co quan"
    r"|^(?:ngay|thoi gian|nguoi|co quan) ky (?=\w)"
)
_RANK: Final = re.compile(
    r"^(?:(?:(?:GS|PGS|TSKH|TS|Th\.?\s?[Ss][ĩỹ]?|Ths|BS(?:CK[I1]+)?|CN|KS|KTS|DS|LS|NGƯT|NGND|NSƯT|NSND|Đ/c|CKI{1,2}|"
    r"Ông|Bà|Thầy|Cô|Đồng chí|(?:Thiếu|Trung|Thượng|Đại)\s(?:tá|tướng|úy|uý)|Đại tướng|Tiến sĩ|Thạc sĩ|Giáo sư|"
    r"Phó giáo sư|Bác sĩ|Kỹ sư|Luật sư)\b)[.,:\s]*)+",
)
_INITIAL: Final = re.compile(r"[A-ZĐÀ-Ỹ][A-Za-zĐđÀ-ỹ’'.]*")
_URGENCY: Final = {"hoa toc", "thuong khan", "khan", "hoa toc hen gio", "hoa toc hen gio den"}
_CIRCULATION: Final = {
    "luu hanh noi bo",
    "xem xong tra lai",
    "khong pho bien",
    "tai lieu thu hoi",
    "tra lai sau khi hop",
    "tra lai sau hoi nghi",
    "xem xong tra lai luu hanh noi bo",
}


@lru_cache(maxsize=2048)
def national_name_score(text: str) -> float:
    """How much it is the national name, whole or a line of it."""
    return _model_score(text, NATIONAL_NAME)


@lru_cache(maxsize=2048)
def motto_score(text: str) -> float:
    """How much it is the motto, whatever stands between its words."""
    return _model_score(text, MOTTO)


def _model_score(text: str, model: str) -> float:
    folded, wanted = fold(text), fold(model)
    if folded == wanted:
        return _SURE
    words = folded.split()
    if 2 <= len(words) < len(wanted.split()) and f" {folded} " in f" {wanted} ":
        return 2.0 if len(words) > 2 else 0.5
    likely = likeness(text, model)
    return (likely - 0.68) * 28 if likely > 0.6 else UNLIKE


def number_score(text: str) -> float:
    """How much it is the number and symbol."""
    if tag_kind(text, besides=2) == "number":
        return 7.0
    bare = blanked(text)
    score = _number_score(bare)
    return 7.0 if bare != text and 0 < score < 7 else score


def _number_score(text: str) -> float:
    if len(text) > 90 or _STAMP.search(text):
        return UNLIKE
    match = _NUMBER.match(text)
    if match and _SYMBOL_HEAD.match(match["symbol"].lstrip("0123456789/ ")) and not _ABOUT.match(fold(match["number"])):
        return 8.0
    if match or _LONE_NUMBER.match(text) or text.rstrip(" .…").lower() in {"số:", "số"}:
        return 4.5
    return 4.0 if _BARE_SYMBOL.match(text) else UNLIKE


def parsed_number(text: str) -> tuple[str, str]:
    """The number and the symbol: ``("05", "KH-THTP3")``; what is left blank is empty."""
    text = blanked(text)
    match = _NUMBER.match(text) or re.match(r"(?P<number>\d*)\s*/\s*(?P<symbol>\S.*)", text)
    if not match:
        lone = _LONE_NUMBER.match(text)
        return ("".join(re.findall(r"\d", lone["number"])) if lone else "", "")
    number = re.sub(r"[^\d]", "", match["number"]) if re.search(r"\d", match["number"]) else ""
    symbol = re.sub(r"^\d{4}\s*/\s*", "", match["symbol"].strip())
    return number, re.sub(r"\s+", "", symbol)


def has_year(text: str) -> bool:
    """A number with the year in it, as only legislation has: ``30/2020/NĐ-CP``."""
    match = _NUMBER.match(text)
    return bool(match and re.match(r"(?:19|20)\d\d\s*/|(?:19|20)\d\d/?QH|QH\d", match["symbol"]))


def date_score(text: str) -> float:
    """How much it is the line of place and date."""
    bare = blanked(text)
    if bare != text and (tag_kind(text) == "place_and_date" or _BLANK_DATE.match(bare)):
        return 7.0
    if len(text) > 110 or bare[:1] in "([" or _STAMP.search(text):
        return UNLIKE
    folded = fold(text)
    if text.endswith(";") or _SENTENCE.match(folded):
        return UNLIKE
    if _DATE.search(folded):
        return 7.0 if len(text) < 70 else 4.0
    if _SHORT_DATE.search(text):
        return 4.5
    return 3.0 if _SOME_DATE.search(folded) and len(text) < 70 else UNLIKE


def parsed_date(text: str) -> date | None:
    """The date of a place-and-date line, where it is complete and real."""
    folded = fold(text)
    match = _DATE_PARTS.search(folded) or _SHORT_PARTS.search(folded)
    if not match:
        return None
    day, month, year = map(int, match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def letter_subject_score(text: str) -> float:
    """How much it is the subject of a letter, or its first line."""
    if _LETTER_SUBJECT.match(text):
        return 8.0
    if tag_kind(text) == "subject":
        return 5.0
    return 5.0 if _ABOUT.match(fold(text[:40])) else UNLIKE


def urgency_of(text: str) -> str:
    """``"urgency"`` or ``"circulation"`` where it is such a mark, else nothing."""
    folded = fold(text)
    if folded in _URGENCY:
        return "urgency"
    return "circulation" if folded in _CIRCULATION else ""


def begins_body(folded: str) -> bool:
    """Begins as the name of a body does, by its folded text."""
    if re.match(r"khoa hoc\b|to chuc (?!xa)|so \d|ban hanh|quy dinh|quy che|bo sung|bao cao", folded):
        return False
    return any(folded == head or folded.startswith(f"{head} ") for head in BODY_HEADS)


def begins_type(folded: str) -> str:
    """The key of the type of document that a folded text begins with; empty where it begins with none."""
    for key in _TYPES_BY_LENGTH:
        if folded == key or folded.startswith(f"{key} "):
            return key
    return ""


def names_paper(folded: str) -> bool:
    """Begins as the heading of a paper does that is no type of article 7: ``danh sach``."""
    return any(folded == word or folded.startswith(f"{word} ") for word in OTHER_TYPES)


_TYPES_BY_LENGTH: Final = sorted([*TYPES, *LEGISLATION_TYPES, "ten loai van ban"], key=len, reverse=True)


@lru_cache(maxsize=4096)
def authority_score(text: str) -> float:
    """How much it is a line of a signer's authority or office, by its words."""
    folded = fold(text[:120])
    if kind := tag_kind(text):
        return {"authority": 4.0, "?": 1.5}.get(kind, UNLIKE)
    if _POWER.match(text):
        return 6.0
    if len(text) > 90 or not folded:
        return UNLIKE
    if any(folded == title or folded.startswith(f"{title} ") for title in TITLES):
        return 4.0 if len(text) < 60 else 2.0
    return 0.0


def is_note(text: str) -> bool:
    """A note where the signature stands: ``(Đã ký)``, ``(Ký, ghi rõ họ tên)``."""
    return bool(_NOTE.match(fold(text)))


@lru_cache(maxsize=4096)
def is_person(text: str) -> float:
    """How much it is the name of one person, ranks before it allowed."""
    if fold(text) in {"ho va ten", "ho ten"}:
        return 7.0
    bare = _RANK.sub("", text.strip()).strip(" .,")
    if kind := tag_kind(bare):
        return {"signer": 4.0, "?": 0.5}.get(kind, UNLIKE)
    words = bare.split()
    if not 2 <= len(words) <= 6 or not all(_INITIAL.fullmatch(word) for word in words):
        return UNLIKE
    known = fold(words[0]) in SURNAMES
    if bare.isupper() and len(bare) > 4:
        return 2.0 if known and len(words) <= 4 and not names_paper(fold(bare)) else UNLIKE
    return 4.0 if known else 1.0
