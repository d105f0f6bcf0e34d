"""Where headers stand, and which of their pieces is which element."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from papi_docs.checker.naming.chain import Choice, best_chain
from papi_docs.checker.naming.folding import fold
from papi_docs.checker.naming.pages import Pages
from papi_docs.checker.naming.patterns import (
    UNLIKE,
    begins_body,
    begins_type,
    date_score,
    letter_subject_score,
    motto_score,
    national_name_score,
    number_score,
    urgency_of,
)
from papi_docs.checker.naming.pieces import Piece, Side
from papi_docs.checker.naming.tags import tag_kind

__all__ = ["Head", "copy_head", "find_heads", "is_copy_mark", "is_copy_note", "name_head"]

_ANCHOR: Final = 4.0
_NATION: Final = frozenset("cong hoa xa hoi chu nghia viet nam doc lap tu do hanh phuc".split())
_FIRST: Final = 40
"""Paragraphs at the beginning in which a header is looked for with more patience."""
_LONGEST: Final = 400
_BEFORE: Final = 5
_AFTER: Final = 10
_OTHER: Final = re.compile(r"^(?:du thao|mau so|mau \d|bieu mau|dang cong san viet nam|doan tncs|phu luc)\b")
_COPY: Final = {"sao y", "sao luc", "trich sao", "sao y ban chinh", "ban sao"}
_COPY_STAMP: Final = re.compile(r"^(?:SAO Y|SAO LỤC|TRÍCH SAO)\s*;|^…1…;.*giờ:", re.IGNORECASE)
"""What an electronic copy says at its top, and the room for that in the decree's form."""
_COPY_NOTE: Final = re.compile(r"^(?:\d{1,2} )?hinh thuc sao\b.*\bsao (?:y|luc)\b")
"""What the decree's form of a copy says under it."""
_RANKS: Final = {
    "body_name": (0, 0),
    "number": (0, 1),
    "letter_subject": (0, 2),
    "national_name": (1, 0),
    "motto": (1, 1),
    "place_and_date": (1, 2),
}


@dataclass(frozen=True, slots=True)
class Head:
    """Paragraphs of a header: from ``start`` up to ``end``."""

    start: int
    end: int


def is_copy_mark(piece: Piece) -> bool:
    """The form of a copy: ``SAO Y``, or the stamp of an electronic one that begins with it."""
    return piece.folded in _COPY or bool(_COPY_STAMP.match(piece.text))


def is_copy_note(piece: Piece) -> bool:
    """The note of a form that says which forms of copies there are."""
    return bool(_COPY_NOTE.match(piece.folded))


def find_heads(pages: Pages) -> list[Head]:
    """Every header, in reading order: most documents have one."""
    heads: list[Head] = []
    for index in range(len(pages)):
        if heads and index < heads[-1].end:
            continue
        if _is_anchor(pages, index, patient=index < _FIRST):
            heads.append(_around(pages, index, heads[-1].end if heads else 0))
    if not heads or heads[0].start > _FIRST:
        heads = [*_without_nation(pages, 0, heads[0].start if heads else _FIRST), *heads]
    return heads


def copy_head(pages: Pages, start: int, end: int) -> list[Head]:
    """The header of a copy under the document that was copied: no national name, but number and date."""
    return _without_nation(pages, start, end)


def _is_anchor(pages: Pages, index: int, *, patient: bool) -> bool:
    paragraph = pages.paragraphs[index]
    if len(paragraph.text) > 250 or not paragraph.text.strip():
        return False
    if not patient and len(_NATION.intersection(fold(paragraph.text[:160]).split())) < 4:
        return False
    return any(_nation(part) >= _ANCHOR for piece in pages.pieces(index) for part in _parted(piece))


def _nation(piece: Piece) -> float:
    return max(national_name_score(piece.text), motto_score(piece.text))


def _without_nation(pages: Pages, start: int, end: int) -> list[Head]:
    """A header told by its number and its date, where the nation's lines are missing."""
    pieces = [part for piece in pages.stretch(start, end)[:30] for part in _parted(piece) if len(part.text) < 120]
    numbers = [piece for piece in pieces if number_score(piece.text) >= 7]
    dates = [piece for piece in pieces if date_score(piece.text) >= 6]
    for number in numbers:
        for dated in dates:
            apart = abs(dated.paragraph.index - number.paragraph.index)
            if apart <= 8 or (dated.paragraph.cell and pages.same_table(dated.paragraph.index, number.paragraph.index)):
                return [_around(pages, min(number.paragraph.index, dated.paragraph.index), start)]
    for number in numbers[:1]:
        if number.paragraph.index <= start + 8:
            return [_around(pages, number.paragraph.index, start)]
    return []


def _around(pages: Pages, anchor: int, floor: int) -> Head:
    start, end = _table_part(pages, anchor) if pages.paragraphs[anchor].cell else (anchor, anchor + 1)
    return Head(_reach_back(pages, max(start, floor), floor), _reach_on(pages, end))


def _table_part(pages: Pages, anchor: int) -> tuple[int, int]:
    """Rows of the table of an anchor down to the last that holds something of a header."""
    table, top = pages.table_of(anchor), pages.row(anchor)
    strong = [top]
    strong += [
        pages.row(index)
        for index in table
        if top <= pages.row(index) <= top + 6 and any(_belongs(part) for part in _all(pages, index))
    ]
    part = [index for index in table if top - 4 <= pages.row(index) <= max(strong)]
    return part[0], part[-1] + 1


def _all(pages: Pages, index: int) -> Iterator[Piece]:
    for piece in pages.pieces(index):
        yield from _parted(piece)


def _belongs(piece: Piece) -> bool:
    """Only a header has such a piece."""
    text = piece.text
    if len(text) > _LONGEST:
        return False
    if max(number_score(text), date_score(text), _nation(piece)) >= _ANCHOR or urgency_of(text):
        return True
    return letter_subject_score(text) >= 8 and piece.side is not Side.FULL


def _reach_back(pages: Pages, start: int, floor: int) -> int:
    """Lines above that belong to it: a body's name, a mark of urgency."""
    first, seen, blank = start, 0, 0
    for index in range(start - 1, floor - 1, -1):
        pieces = pages.pieces(index)
        if not pieces:
            blank += 1
            if blank > 3:
                break
            continue
        seen += 1
        if seen > _BEFORE or not all(_above(piece) for piece in pieces):
            break
        first = index
    return first


def _above(piece: Piece) -> bool:
    if len(piece.text) > 90 or begins_type(piece.folded) or piece.paragraph.cell:
        return False
    return bool(urgency_of(piece.text)) or (piece.capitals >= 0.8 and begins_body(piece.folded)) or _belongs(piece)


def _reach_on(pages: Pages, end: int) -> int:
    """Lines below that belong to it: a number, a date, the lines of a letter's subject."""
    last, seen, subject = end, 0, False
    for index in range(end, len(pages)):
        pieces = list(_all(pages, index))
        if not pieces:
            continue
        seen += 1
        if seen > _AFTER or any(_ends_head(piece) for piece in pieces):
            break
        subject = subject or (
            any(letter_subject_score(piece.text) >= 8 for piece in pieces) and not _over_type(pages, index)
        )
        if any(_belongs(piece) for piece in pieces) or subject or all(_name_like(piece) for piece in pieces):
            last = index + 1
    return last


def _over_type(pages: Pages, index: int) -> bool:
    """A subject in the middle of the page with the type under it, which has changed places with it."""
    if not all(piece.centred and piece.side is Side.FULL for piece in pages.pieces(index)):
        return False
    below = pages.stretch(index + 1, index + _AFTER)[:1]
    return any(piece.centred and begins_type(piece.folded) == piece.folded for piece in below)


def _name_like(piece: Piece) -> bool:
    return piece.side is Side.LEFT and piece.capitals >= 0.8 and begins_body(piece.folded)


def _ends_head(piece: Piece) -> bool:
    if _belongs(piece):
        return False
    if piece.folded.startswith("kinh gui") or len(piece.text) > 160:
        return True
    return piece.capitals > 0.8 and piece.side is Side.FULL and not begins_body(piece.folded)


def _parted(piece: Piece) -> list[Piece]:
    """A piece cut where two elements follow each other without a gap."""
    text = piece.text
    for pattern in _SEAMS:
        match = pattern.search(text)
        if match and match.start("next"):
            first, second = piece.cut(match.start("next"), Side.RIGHT if piece.side is not Side.LEFT else None)
            return [*_parted(first), *_parted(second)]
    return [piece]


_SEAMS: Final = (
    re.compile(r"\S\s*(?P<next>C[ỘÔO]NG\s+H[ÒOÀ][ÀAÒ]?\S*\s+XÃ\s+HỘI)"),
    re.compile(r"VIỆT\s+NAM\s+(?P<next>Độc\s+lập)", re.IGNORECASE),
    re.compile(r"(?i:s[ốô])\s*:[^/]*/\s*[^\s,]+\s+(?P<next>[A-ZĐÀ-Ỹ][^,/\d]{1,40},\s*ngày)"),
    re.compile(r"(?i:s[ốô])\s*:[^/]*/\s*[^\s,]+\s+(?P<next>V/v)", re.IGNORECASE),
)


def name_head(pages: Pages, start: int, end: int) -> list[tuple[Piece, str, float]]:
    """Every piece of a header that is an element, with its role (``"body_name"`` for issuers) and certainty."""
    streams: dict[Side, list[Piece]] = {side: [] for side in Side}
    for index in range(start, end):
        for piece in _all(pages, index):
            streams[piece.side].append(piece)
    named: list[tuple[Piece, str, float]] = []
    for stream in streams.values():
        for piece, choice in zip(stream, _chosen(stream), strict=True):
            if choice.state:
                named.append((piece, choice.state, choice.certainty))
    return named


def _chosen(stream: list[Piece]) -> list[Choice]:
    return best_chain([_evidence(stream, nth) for nth in range(len(stream))], _step)


def _evidence(stream: list[Piece], nth: int) -> Mapping[str, float]:
    piece = stream[nth]
    text = piece.text
    mark = urgency_of(text)
    scores = {
        "national_name": national_name_score(text),
        "motto": motto_score(text),
        "number": number_score(text),
        "place_and_date": max(date_score(text), _place(stream, nth)),
        "letter_subject": letter_subject_score(text) if len(text) < _LONGEST else UNLIKE,
        "body_name": _body_name(piece),
        "": 9.0 if _OTHER.match(piece.folded) or is_copy_mark(piece) else 0.0,
    }
    if scores["letter_subject"] < 0 and not text[:1].isdigit():
        scores["letter_subject"] = -1.5
    if mark:
        scores[mark] = 9.0
    return scores


def _place(stream: list[Piece], nth: int) -> float:
    """A place on a line of its own over its date."""
    text = stream[nth].text
    if not text.endswith(",") or len(text) > 40 or nth + 1 >= len(stream):
        return UNLIKE
    return 4.0 if date_score(stream[nth + 1].text) > 0 else UNLIKE


def _body_name(piece: Piece) -> float:
    text = piece.text
    if len(text) > 110 or text.endswith(":") or text[0] in "-(*+" or not any(letter.isalpha() for letter in text):
        return UNLIKE
    if kind := tag_kind(text):
        return {"body_name": 4.0, "?": 1.0}.get(kind, UNLIKE) if piece.side is Side.LEFT else UNLIKE
    score = -1.5 + (2.5 if piece.capitals >= 0.8 else -1) + (2.5 if begins_body(piece.folded) else 0)
    return score + {Side.LEFT: 1.5, Side.RIGHT: -4.0, Side.FULL: -0.5}[piece.side]


def _step(before: str, after: str) -> float:
    if after == "letter_subject":
        return {"letter_subject": 4.0, "number": 1.0}.get(before, -1.0)
    if (before, after) == ("letter_subject", "number"):
        return -7.0
    if before == after:
        return {"body_name": 1.0, "national_name": 1.5, "place_and_date": 0.5, "motto": 0.5}.get(
            after, -2.0 if after else 0
        )
    if before in _RANKS and after in _RANKS and _RANKS[before][0] == _RANKS[after][0]:
        return 0.5 if _RANKS[before][1] < _RANKS[after][1] else -3.0
    return 0.0
