"""Where a document is signed and sent: recipients, authority, signer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from papi_docs.checker.naming.chain import best_chain
from papi_docs.checker.naming.pages import Pages
from papi_docs.checker.naming.patterns import UNLIKE, authority_score, begins_body, date_score, is_note, is_person
from papi_docs.checker.naming.pieces import Piece, Side
from papi_docs.checker.naming.tags import tag_kind
from papi_docs.checker.naming.titles import is_annex_number

__all__ = ["Ending", "find_endings", "name_ending"]

_LABEL: Final = re.compile(
    r"^n[ơo]i\s+(?:nh[ậâa]n|gửi)\s*(?P<colon>[:.;]?)\s*(?P<rest>\S.*)?$", re.IGNORECASE | re.DOTALL
)
_DASH: Final = re.compile(r"^\s*[-–—+•*·]")
_KEPT: Final = re.compile(r"^(?:[-–—+•*·]\s*)?lưu\b", re.IGNORECASE)
_SIGNED: Final = re.compile(r"^[\[(]?\s*đã\s+ký\s*[\])]?\s*[:.]?\s*(?=\w)", re.IGNORECASE)
_DRAFTER: Final = re.compile(r"^[A-ZĐ][\w.]{0,9}\.?\s?\(?\d{0,4}\)?\s*b?\.?$|^[A-ZĐ]{1,5}\.\s?\(\d+\)$")
_CONTACT: Final = re.compile(
    r"^(?:dia chi|dien thoai|dt|sdt|email|e mail|thu dien tu|website|trang thong tin|fax|so dien thoai)\b"
)
_LONG: Final = 130
_NEAR: Final = 5
_LAST: Final = 7
_SHORT: Final = 40
_KNOWN_NAME: Final = 4.0
"""Score of a person's name that begins with a known family name."""


@dataclass(frozen=True, slots=True)
class Ending:
    """Paragraphs of a signature block and its recipients: from ``start`` up to ``end``."""

    start: int
    end: int


def is_label(piece: Piece) -> bool:
    """``Nơi nhận:``, alone or with the recipients behind it."""
    match = _LABEL.match(piece.text)
    return bool(match and (match["colon"] or not match["rest"]))


def find_endings(pages: Pages, start: int) -> list[Ending]:
    """Every ending after a paragraph, in reading order."""
    endings: list[Ending] = []
    index = start
    while index < len(pages):
        ending = _at(pages, index, endings[-1].end if endings else start)
        if ending:
            endings.append(ending)
            index = max(ending.end, index + 1)
        else:
            index += 1
    return endings


def _at(pages: Pages, index: int, floor: int) -> Ending | None:
    paragraph = pages.paragraphs[index]
    text = paragraph.text
    if not text.strip() or len(text) > 2 * _LONG:
        return None
    pieces = pages.pieces(index)
    label = any(is_label(piece) for piece in pieces)
    if not label and not (pages.is_layout(index) and _signs(pages, index, pieces)):
        return None
    first, end = _rows(pages, index) if paragraph.cell else (index, index + 1)
    start = _reach_back(pages, max(first, floor), floor) if label else max(first, floor)
    return Ending(_from_date(pages, start, floor), _reach_on(pages, end))


def _from_date(pages: Pages, start: int, floor: int) -> int:
    """The place and date over a signature, where some papers have them."""
    for index in range(start - 1, max(floor, start - 3) - 1, -1):
        if pages.pieces(index):
            return index if all(_dates(piece) for piece in pages.pieces(index)) else start
    return start


def _dates(piece: Piece) -> bool:
    aside = piece.side is Side.RIGHT or piece.centred
    return aside and piece.paragraph.cell is None and date_score(piece.text) >= 7


def _signs(pages: Pages, index: int, pieces: tuple[Piece, ...]) -> bool:
    """An office in capitals, with a name under it or nothing much to follow."""
    office = any(_office(piece) for piece in pieces)
    if not office and not any(_small_office(piece) for piece in pieces):
        return False
    ahead = [*pieces[1:], *_ahead(pages, index, 40)]
    if not office:
        return _signs_small(ahead)
    near = [piece for piece in ahead[: _NEAR * 2] if len(piece.text) < _LONG]
    if any(is_person(piece.text) >= 1 or is_note(piece.text) for piece in near[:_NEAR]):
        return True
    return len(ahead) <= _LAST and all(len(piece.text) < _LONG for piece in ahead) and pieces[0].side is not Side.FULL


def _signs_small(ahead: list[Piece]) -> bool:
    """The last lines of the paper, with a name among them, under an office in small letters."""
    return 0 < len(ahead) <= _NEAR and any(is_person(piece.text) >= _KNOWN_NAME for piece in ahead)


def _small_office(piece: Piece) -> bool:
    """``Người báo cáo``, set apart from the text."""
    if not (piece.centred or piece.side is Side.RIGHT) or not piece.text[-1:].isalnum():
        return False
    return len(piece.text) < _SHORT and piece.text[:1].isupper() and authority_score(piece.text) >= 4


def _ahead(pages: Pages, index: int, reach: int) -> list[Piece]:
    return pages.stretch(index + 1, index + reach)


def _office(piece: Piece) -> bool:
    return piece.capitals >= 0.75 and authority_score(piece.text) >= 4 and not is_label(piece)


def _rows(pages: Pages, index: int) -> tuple[int, int]:
    """Rows of a table from the first line of an ending on, down to its end."""
    table, first = pages.table_of(index), pages.row(index)
    for other in reversed(table):
        if pages.row(other) > first:
            continue
        if any(len(piece.text) > 2 * _LONG for piece in pages.pieces(other)):
            break
        if any(_office(piece) or is_label(piece) for piece in pages.pieces(other)):
            first = pages.row(other)
    part = [other for other in table if pages.row(other) >= first]
    notes = next((other for other in part if any(piece.folded == "ghi chu" for piece in pages.pieces(other))), None)
    return part[0], part[-1] + 1 if notes is None else notes


def _reach_back(pages: Pages, start: int, floor: int) -> int:
    """The signature block that stands over the recipients instead of beside them."""
    first = start
    for index in range(start - 1, max(floor, start - 16) - 1, -1):
        pieces = pages.pieces(index)
        if not all(_office(piece) or is_person(piece.text) >= 1 or is_note(piece.text) for piece in pieces):
            break
        if any(_office(piece) for piece in pieces):
            first = index
    return first


def _reach_on(pages: Pages, end: int) -> int:
    """Lines below that still belong to it; blank ones only when such a line follows."""
    last = end
    for index in range(end, min(len(pages), end + 40)):
        pieces = pages.pieces(index)
        if pages.paragraphs[index].breaks_page and pieces:
            break
        if pieces and not all(_belongs(pages, piece) for piece in pieces):
            break
        if pieces:
            last = index + 1
    return last


def _belongs(pages: Pages, piece: Piece) -> bool:
    text = piece.text
    if len(text) > _LONG or is_annex_number(piece) or not pages.is_layout(piece.paragraph.index):
        return False
    if is_label(piece) or _office(piece) or is_note(text) or _DASH.match(text) or _KEPT.match(text):
        return True
    return is_person(text) >= 1 or (piece.side is Side.RIGHT and piece.capitals > 0.8)


def name_ending(pages: Pages, start: int, end: int) -> list[tuple[Piece, str, float]]:
    """Every piece of an ending that is an element, with its role and certainty."""
    streams: dict[tuple[int, int] | Side, list[Piece]] = {}
    for index in range(start, end):
        for piece in pages.pieces(index):
            for part in _parted(piece):
                streams.setdefault(_stream(part), []).append(part)
    named = []
    for stream in streams.values():
        choices = best_chain([_evidence(pages, stream, nth) for nth in range(len(stream))], _step)
        named += [
            (piece, choice.state, choice.certainty)
            for piece, choice in zip(stream, choices, strict=True)
            if choice.state
        ]
    return named


def _stream(piece: Piece) -> tuple[int, int] | Side:
    cell = piece.paragraph.cell
    if cell is not None and cell.columns > 1:
        return cell.table, cell.column
    return Side.LEFT if piece.side is Side.FULL and not piece.centred else piece.side


def _parted(piece: Piece) -> Iterator[Piece]:
    """The label parted from the recipients behind it, and those from each other."""
    match = _LABEL.match(piece.text)
    signed = _SIGNED.match(piece.text)
    if signed and is_person(piece.text[signed.end() :]) >= 1:
        yield piece.cut(signed.end())[1]
    elif match and match["rest"] and match["colon"]:
        label, rest = piece.cut(match.start("rest"))
        yield label
        while seam := re.search(r";\s+(?=[-–]\s)", rest.text):
            first, rest = rest.cut(seam.end())
            yield first
        yield rest
    else:
        yield piece


def _evidence(pages: Pages, stream: list[Piece], nth: int) -> Mapping[str, float]:
    piece = stream[nth]
    text = piece.text
    dash = bool(_DASH.match(text)) or bool(_DASH.match(piece.paragraph.label))
    person = is_person(text)
    office = authority_score(text)
    apart = nth > 0 and pages.gap(stream[nth - 1], piece)[0] >= 1
    return {
        "recipients_label": 9.0 if is_label(piece) else UNLIKE,
        "recipients": -1.0
        + (4.0 if dash else 0)
        + (4.0 if _KEPT.match(text) or tag_kind(text) == "recipients" else 0)
        + (1.5 if text.endswith(";") else 0),
        "authority": _authority(piece, office, person),
        "signer": person + (1.0 if nth == len(stream) - 1 else 0) + (1.0 if apart else 0) - (2 if office >= 4 else 0),
        "place_and_date": 7.0 if _dates(piece) else UNLIKE,
        "drafter": 1.5 if _DRAFTER.match(text) and re.search(r"\d", text) else UNLIKE,
        "contact": 5.0 if _CONTACT.match(piece.folded) else UNLIKE,
        "": 8.0 if is_note(text) else 0.0,
    }


def _authority(piece: Piece, office: float, person: float) -> float:
    spelled = 0.0 if tag_kind(piece.text) else 1.5 if piece.capitals >= 0.8 else -1.5
    score = office + spelled + (0.5 if piece.bold > 0.5 else 0)
    score += 1.0 if begins_body(piece.folded) and piece.capitals >= 0.8 else 0
    score -= 4.0 if person >= 3 and office < 4 else 0
    return score - (3.0 if _DASH.match(piece.text) or len(piece.text) > _LONG else 0)


def _step(before: str, after: str) -> float:
    return _STEPS.get((before, after), _STEPS.get(("*", after), 0.0))


_STEPS: Final = {
    ("recipients_label", "recipients"): 3.0,
    ("recipients", "recipients"): 2.0,
    ("drafter", "recipients"): -3.0,
    ("*", "recipients"): -3.0,
    ("authority", "authority"): 1.5,
    ("recipients", "authority"): -2.5,
    ("recipients_label", "authority"): -3.0,
    ("*", "authority"): 0.0,
    ("authority", "signer"): 1.5,
    ("", "signer"): -0.5,
    ("recipients", "signer"): -3.0,
    ("recipients_label", "signer"): -4.0,
    ("signer", "signer"): -1.5,
    ("recipients", "drafter"): 1.0,
    ("*", "drafter"): -5.0,
}
