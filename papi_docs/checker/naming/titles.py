"""What follows a header, or begins an annex: type, subject, addressees, the authority that decides."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from papi_docs.checker.naming.chain import best_chain
from papi_docs.checker.naming.displaced import displaced_scores
from papi_docs.checker.naming.headings import is_heading, numbered
from papi_docs.checker.naming.pages import Pages
from papi_docs.checker.naming.patterns import (
    UNLIKE,
    authority_score,
    begins_body,
    begins_type,
    letter_subject_score,
    names_paper,
)
from papi_docs.checker.naming.pieces import Piece, Side, is_layout
from papi_docs.checker.naming.tags import tag_kind

__all__ = ["Title", "is_annex_number", "is_reference", "name_title"]

_MOST: Final = 24
"""Pieces that a title has at most, its addressees included."""
_BEHIND_A_TITLE: Final = 0.6
_NEVER: Final = -60.0
_ANNEX: Final = re.compile(r"^(?:phu luc|phu bieu)(?: so)?(?: [ivxlc]{1,6}| \d{1,3}[a-z]?| [a-z])?$")
_ANNEX_TITLED: Final = re.compile(
    r"^(?:phụ lục|phụ biểu)(?:\s+số)?\s+(?:[IVXLC]{1,6}|\d{1,3}[a-z]?|[A-Z])\s*[.:–-]\s*(?=\S)", re.IGNORECASE
)
_REFERENCE: Final = re.compile(r"^(?:kem theo|ban hanh kem theo|dinh kem|(?:duoc )?(?:ban hanh|phe duyet) kem theo)\b")
_ASIDE: Final = re.compile(r"^\s*[(\[]")
_BASIS: Final = re.compile(
    r"^(?:can cu|theo de nghi|xet de nghi|theo quy dinh|thuc hien|thi hanh|tren co so|nham|de )\b"
)
_CITES: Final = re.compile(r"^(?:can cu|theo de nghi)\b")
_ABOUT: Final = re.compile(r"^(?:ve |v v |ban hanh|phe duyet)")
_DECIDES: Final = frozenset({"quyet dinh", "nghi quyet", "chi thi", "lenh"})
_DOTS: Final = re.compile(r"…|\.{3,}")
_AUTHORITY_OF_FORM: Final = "tham quyen ban hanh"
_TELEGRAPHS: Final = re.compile(r"\bđiện\s?:$")
_ADDRESS: Final = 120
"""Letters that whoever sends a telegram takes at most."""
_BESIDE: Final = 6.0
_ADDRESSEE: Final = re.compile(r"^(?:kinh gui|kinh trinh|gui)\b")


@dataclass(frozen=True, slots=True)
class Title:
    """What the pieces of a title are, and the paragraph where the text begins."""

    named: tuple[tuple[Piece, str, float], ...]
    end: int


def is_annex_number(piece: Piece) -> bool:
    """``Phụ lục I`` on a line of its own, or with its title behind it."""
    bare = re.sub(r"[…._]+\s*\d*\s*[…._]*", " ", piece.text).strip()
    if re.fullmatch(r"phụ lục", bare, re.IGNORECASE):
        return piece.centred or piece.bold > 0.8 or piece.side is Side.RIGHT
    if _ANNEX.match(piece.folded):
        return piece.centred or piece.capitals > 0.6 or piece.bold > 0.8 or piece.side is Side.RIGHT
    return bool(_ANNEX_TITLED.match(piece.text)) and len(piece.text) < 150 and (piece.centred or piece.bold > 0.8)


def is_reference(piece: Piece) -> bool:
    """``(Kèm theo …)``."""
    return (piece.text[:1] in "([" or piece.centred) and bool(_REFERENCE.match(piece.folded))


def name_title(pages: Pages, start: int, stop: int, *, annex: bool = False, headed: bool = True) -> Title:
    """Names the pieces from ``start`` on until the text begins, at the latest at ``stop``.

    Args:
        pages: the document.
        start: the first paragraph.
        stop: the one after the last.
        annex: the title of an annex may stand here.
        headed: a header stands above.
    """
    pieces = _candidates(pages, start, stop)
    if not pieces:
        return Title((), start)
    states = [_evidence(pages, pieces, nth, annex=annex, headed=headed) for nth in range(len(pieces))]
    choices = best_chain(states, _step)
    named: list[tuple[Piece, str, float]] = []
    for piece, choice in zip(pieces, choices, strict=True):
        if choice.state == "text":
            return _ended(named, piece)
        if choice.state:
            named += _cut(piece, choice.state.removesuffix("_item").removesuffix("_above"), choice.certainty)
    return Title(tuple(named), pieces[-1].paragraph.index + 1)


def _ended(named: list[tuple[Piece, str, float]], text: Piece) -> Title:
    """Where the text begins; behind line breaks it may begin in the paragraph of the title."""
    if not named or named[-1][0].paragraph is not text.paragraph:
        return Title(tuple(named), text.paragraph.index)
    rest = replace(text, end=len(text.paragraph.text.rstrip()))
    return Title((*named, (rest, "body", _BEHIND_A_TITLE)), text.paragraph.index + 1)


def _candidates(pages: Pages, start: int, stop: int) -> list[Piece]:
    found: list[Piece] = []
    for index in range(start, min(stop, len(pages))):
        paragraph = pages.paragraphs[index]
        if not is_layout(paragraph) or len(found) >= _MOST:
            break
        found += pages.pieces(index)
        if found and _is_surely_text(found[-1]):
            break
    return found


def _is_surely_text(piece: Piece) -> bool:
    """No title goes on behind it."""
    mark = numbered(piece.text)
    if mark is not None and (mark.kind in {"chapter", "article"} or not piece.centred):
        return True
    if _CITES.match(piece.folded) and not piece.centred:
        return True
    return len(piece.text) > 250 and not piece.centred and not _ABOUT.match(piece.folded)


def _cut(piece: Piece, state: str, certainty: float) -> list[tuple[Piece, str, float]]:
    """A type with its subject behind it in one line, or an annex's number with its title, as the two they are."""
    if state == "type" and (behind := _type_end(piece)) and piece.text[behind:].strip(" :.–-"):
        first, second = piece.cut(behind)
        return [(first, "type", certainty), (_without_lead(second), "subject", min(certainty, 0.7))]
    if state == "annex_number" and (match := _ANNEX_TITLED.match(piece.text)):
        first, second = piece.cut(match.end())
        return [
            (replace(first, end=first.end), "annex_number", certainty),
            (second, "annex_title", min(certainty, 0.7)),
        ]
    if state == "annex_title" and piece.capitals < 0.8:
        return [(piece, state, min(certainty, 0.75))]
    return [(piece, state, certainty)]


def _without_lead(piece: Piece) -> Piece:
    lead = len(piece.text) - len(piece.text.lstrip(" :.–-"))
    return replace(piece, start=piece.start + lead)


def _type_end(piece: Piece) -> int:
    """Where the words of the type end in a piece that goes on."""
    key = begins_type(piece.folded)
    if not key or key == "ten loai van ban":
        return 0
    words = list(re.finditer(r"\S+", piece.text))
    count = len(key.split())
    return words[count - 1].end() if len(words) > count else 0


def _evidence(pages: Pages, pieces: Sequence[Piece], nth: int, *, annex: bool, headed: bool) -> Mapping[str, float]:
    piece = pieces[nth]
    broken = _broken(pages, pieces, nth)
    scores = {
        "type": _type(piece, headed=headed, alone=annex),
        "subject": _subject(piece) - broken,
        "addressee": 9.0 if _addresses(piece) else _NEVER,
        "addressee_item": _addressee_item(piece) + (_BESIDE if _stands_beside_address(pieces, nth) else 0),
        "decider": _decider(piece, pieces[:nth]),
        "annex_reference": 8.0 if is_reference(piece) or _closes_reference(pieces, nth) else _NEVER,
        "text": _text(piece),
        "": _nothing(piece),
        **(displaced_scores(pieces, nth) if headed and not annex else {}),
    }
    if annex:
        scores["annex_number"] = 9.0 if is_annex_number(piece) else _NEVER
        scores["annex_title"] = _subject(piece) + (1.5 if piece.capitals > 0.8 else 0) - broken
    return scores


def _nothing(piece: Piece) -> float:
    """How much it is none of the title's elements: the mark of a draft, a note in brackets."""
    if piece.folded.startswith("du thao"):
        return 9.0
    return 1.0 if _ASIDE.match(piece.text) and not is_reference(piece) else -2.5


def _closes_reference(pieces: Sequence[Piece], nth: int) -> bool:
    """The rest of a reference whose bracket was still open."""
    if not nth or not is_reference(pieces[nth - 1]) or not pieces[nth].text.rstrip().endswith(")"):
        return False
    return pieces[nth - 1].text.count("(") > pieces[nth - 1].text.count(")")


def _broken(pages: Pages, pieces: Sequence[Piece], nth: int) -> float:
    """How much a rule or blank paragraphs part a piece from the one before; after a type they mean little."""
    if not nth or pieces[nth].paragraph is pieces[nth - 1].paragraph:
        return 0
    blank, ruled = pages.gap(pieces[nth - 1], pieces[nth])
    far = (2.5 if ruled else 0) + min(blank, 2) * 1.2
    return far * (0.3 if begins_type(pieces[nth - 1].folded) else 1)


def _type(piece: Piece, *, headed: bool, alone: bool) -> float:
    key, folded = begins_type(piece.folded), piece.folded
    set_apart = (
        (1.5 if piece.capitals >= 0.8 else -1) + (1 if piece.centred else -0.5) + (0.5 if piece.bold > 0.5 else 0)
    )
    if (key and key in {folded, "ten loai van ban"}) or tag_kind(piece.text) == "type":
        return (5 if headed else 3) + set_apart - (5 if piece.text.endswith(":") else 0)
    if key and len(piece.text) < 160 and _type_words_capital(piece, key):
        return 3.0 + (1 if piece.centred else -1.5) - (0 if headed else 1.5)
    if not (headed or alone) or piece.capitals < 0.8 or len(piece.text) > 90:
        return UNLIKE
    if names_paper(folded):
        return 3.5 if piece.centred else 1.0
    return 1.0 if headed and piece.centred and piece.bold > 0.8 and folded else UNLIKE


def _type_words_capital(piece: Piece, key: str) -> bool:
    words = " ".join(piece.text.split()[: len(key.split())])
    return words.isupper()


def _subject(piece: Piece) -> float:
    text = piece.text
    if _ADDRESSEE.match(piece.folded) or is_reference(piece):
        return UNLIKE
    score = (2.0 if piece.centred else -1.5) + (2.0 if piece.bold > 0.7 else -0.5)
    score += 3.0 if letter_subject_score(text) > 0 else 1.0 if _ABOUT.match(piece.folded) else 0
    score -= 5.0 if text.endswith(":") else 2.0 if text.endswith((".", ";")) and not _DOTS.search(text) else 0
    score -= (3.0 if len(text) > 220 else 0) + (3.0 if len(text) > 400 else 0)
    score -= 5.0 if is_heading(text) else 0
    score -= 4.0 if _BASIS.match(piece.folded) else 0
    score -= 2.5 if _ASIDE.match(text) else 0
    return score


def _addresses(piece: Piece) -> bool:
    """``Kính gửi:``, or ``Chủ tịch Ủy ban nhân dân tỉnh điện:`` of a telegram."""
    if piece.folded.startswith("kinh gui") or tag_kind(piece.text) == "addressee":
        return True
    return bool(_TELEGRAPHS.search(piece.text)) and len(piece.text) < _ADDRESS


def _stands_beside_address(pieces: Sequence[Piece], nth: int) -> bool:
    """What a tab parts from the words ``Kính gửi:`` in the same line."""
    above = pieces[nth - 1] if nth else None
    return above is not None and above.folded == "kinh gui" and above.paragraph is pieces[nth].paragraph


def _addressee_item(piece: Piece) -> float:
    """How much it is a line of a list of addressees, by its form alone."""
    text = piece.text
    if len(text) > 160 or is_heading(text) or (tag_kind(text) and text[:1] not in "-–+•"):
        return UNLIKE
    dash = text[:1] in "-–+•" or piece.paragraph.label.strip() in {"-", "–", "+", "•"}
    hung = piece.paragraph.left + max(piece.paragraph.first, 0) > 28 or piece.centred
    return -4.0 + (3.0 if dash else 0) + (2.0 if hung else 0) + (0.5 if text.endswith((";", ".")) else 0)


def _decider(piece: Piece, above: Sequence[Piece]) -> float:
    if piece.folded.startswith(_AUTHORITY_OF_FORM):
        return 9.0
    if piece.capitals < 0.8 or len(piece.text) > 150:
        return UNLIKE
    named = authority_score(piece.text) >= 2 or begins_body(piece.folded)
    decides = any(begins_type(other.folded) in _DECIDES for other in above)
    return (3.0 if named else -1.0) + (2.5 if decides else -3.0) + (1.0 if piece.centred else -1.0)


def _text(piece: Piece) -> float:
    text = piece.text
    mark = numbered(text)
    score = 0.0 if mark is None else 7.0 if mark.kind in {"chapter", "article"} else 2.0
    score += 2.5 if _BASIS.match(piece.folded) else 0
    score += 2.0 if len(text) > 150 and not piece.centred else 0
    score += 1.0 if text.endswith((".", ";", ":")) else 0
    score += 1.0 if text[:1] in "-+" else 0
    return score + (-1.5 if piece.centred else 1.0)


def _step(before: str, after: str) -> float:
    if before == "text":
        return 0.0 if after == "text" else _NEVER
    return _STEPS.get((before, after), _STEPS.get(("*", after), 0.0))


_STEPS: Final = {
    ("", "type"): 1.0,
    ("type", "type"): -4.0,
    ("subject", "type"): -7.0,
    ("number", "subject"): 1.0,
    ("place_and_date", "subject"): 1.0,
    ("addressee", "type"): -3.0,
    ("addressee_item", "type"): -3.0,
    ("annex_title", "type"): -6.0,
    ("annex_number", "type"): -4.0,
    ("annex_reference", "type"): -8.0,
    ("decider", "type"): -5.0,
    ("type", "subject"): 2.0,
    ("subject", "subject"): 1.0,
    ("*", "subject"): -6.0,
    ("addressee", "addressee_item"): 5.0,
    ("addressee_item", "addressee_item"): 5.0,
    ("*", "addressee_item"): _NEVER,
    ("subject", "decider"): 1.0,
    ("type", "decider"): -0.5,
    ("decider", "decider"): 0.5,
    ("*", "decider"): -6.0,
    ("annex_number", "annex_title"): 2.5,
    ("annex_title", "annex_title"): 1.0,
    ("*", "annex_title"): -6.0,
    ("annex_reference", "annex_reference"): -2.0,
    ("", "text"): -1.0,
    ("type", "text"): -1.0,
    ("annex_number", "text"): -1.5,
}
