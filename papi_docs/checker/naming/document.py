"""Naming the parts of a whole document."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from papi_docs.checker.anatomy import CERTAIN, Anatomy, Form, Part
from papi_docs.checker.naming.assembling import Scrap, assembled
from papi_docs.checker.naming.bodies import name_body
from papi_docs.checker.naming.displaced import with_late_title
from papi_docs.checker.naming.endings import name_ending
from papi_docs.checker.naming.forms import form_of, type_name_of
from papi_docs.checker.naming.heads import is_copy_mark, is_copy_note, name_head
from papi_docs.checker.naming.issuers import issuer_begins
from papi_docs.checker.naming.joint import with_joint_issuers
from papi_docs.checker.naming.letters import without_bases
from papi_docs.checker.naming.pages import Pages
from papi_docs.checker.naming.patterns import parsed_date, parsed_number
from papi_docs.checker.naming.pieces import Piece, whole
from papi_docs.checker.naming.titles import name_title
from papi_docs.checker.naming.zones import Zone, zones_of
from papi_docs.checker.written import Paragraph, Written

__all__ = ["name"]

_PARTY: Final = re.compile(r"^(?:dang cong san viet nam|doan tncs ho chi minh|doan thanh nien cong san)")
_WHY: Final = {
    "superior": "không chắc dòng nào là cơ quan chủ quản, dòng nào là cơ quan ban hành",
    "issuer": "không chắc dòng nào là cơ quan chủ quản, dòng nào là cơ quan ban hành",
    "type": "không chắc dòng nào là tên loại văn bản",
    "subject": "không chắc trích yếu bắt đầu và kết thúc ở đâu",
    "basis": "không chắc đoạn nào là căn cứ",
    "authority": "không chắc dòng nào ghi quyền hạn, chức vụ của người ký",
    "signer": "không chắc dòng nào là họ tên người ký",
    "heading_1": "có dòng đánh số không rõ là đề mục hay câu văn",
    "heading_2": "có dòng đánh số không rõ là đề mục hay câu văn",
    "annex_title": "không chắc dòng nào là tên phụ lục",
}
_CONTACT: Final = re.compile(
    r"^dia chi\b|^d ?t \d|"
    r"\b(?:dien thoai|email|e mail|thu dien tu|website|trang thong tin dien tu|fax)\b(?=.*\d|.*\bvn\b)"
)
_OF_CONTACT: Final = 0.9


def name(written: Written) -> Anatomy:
    """What the paragraphs of a document are.

    Never fails: what nothing speaks for gets no role, and a document without any official element is
    :attr:`~papi_docs.checker.anatomy.Form.OTHER`.
    """
    pages = Pages(written)
    zones = list(zones_of(pages))
    scraps = with_late_title([scrap for zone in zones for scrap in _named(pages, zone)])
    parts = assembled([*scraps, *_contacts(written.margins)])
    form = form_of(parts, party=_is_party(pages), copied=_is_copy(pages, zones))
    if form is Form.LETTER:
        parts = without_bases(parts)
    number, symbol = _number(parts)
    parts = with_joint_issuers(parts, symbol) if form is not Form.MINUTES else parts
    return Anatomy(
        written,
        form,
        parts,
        type_name="" if form is Form.LETTER else type_name_of(parts),
        dated=_dated(parts),
        number=number,
        symbol=symbol,
        why_uncertain=_why_uncertain(parts),
    )


def _named(pages: Pages, zone: Zone) -> Iterator[Scrap]:
    """Named stretches of one zone."""
    if zone.kind == "head":
        yield from _head(pages, zone)
    elif zone.kind in {"title", "annex"}:
        named = name_title(pages, zone.start, zone.end, annex=zone.kind == "annex", headed=zone.headed).named
        yield from (Scrap(piece, role, certainty) for piece, role, certainty in named)
    elif zone.kind == "ending":
        yield from (
            Scrap(piece, role, certainty) for piece, role, certainty in name_ending(pages, zone.start, zone.end)
        )
    elif zone.kind == "body":
        yield from (Scrap(one.piece, one.role, one.certainty) for one in name_body(pages, zone.indices))
    elif zone.kind == "rest":
        yield from _contacts([pages.paragraphs[index] for index in zone.indices])


def _contacts(paragraphs: Iterable[Paragraph]) -> Iterator[Scrap]:
    """Addresses and telephone numbers at the foot of a page, or under the signature."""
    for paragraph in paragraphs:
        piece = whole(paragraph)
        if _CONTACT.search(piece.folded):
            yield Scrap(piece, "contact", _OF_CONTACT)


def _head(pages: Pages, zone: Zone) -> Iterator[Scrap]:
    named = name_head(pages, zone.start, zone.end)
    yield from (Scrap(piece, role, certainty) for piece, role, certainty in named if role != "body_name")
    number = next((piece for piece, role, _ in named if role == "number"), None)
    lines = [(piece, certainty) for piece, role, certainty in named if role == "body_name"]
    if number is not None and any(_is_above(piece, number) for piece, _ in lines):
        lines = [line for line in lines if _is_above(line[0], number)]
    begins, sure = issuer_begins([piece for piece, _ in lines])
    for nth, (piece, certainty) in enumerate(lines):
        yield Scrap(piece, "superior" if nth < begins else "issuer", min(certainty, sure))


def _is_above(piece: Piece, number: Piece) -> bool:
    """In a table the order of reading is not that of the page where cells stand side by side."""
    return (piece.paragraph.index, piece.start) < (number.paragraph.index, number.start)


def _is_party(pages: Pages) -> bool:
    """A paper of the Party or of the youth union, which other rules lay out."""
    return any(_PARTY.match(piece.folded) for piece in pages.stretch(0, min(20, len(pages)))[:20])


def _is_copy(pages: Pages, zones: Sequence[Zone]) -> bool:
    heads = [zone for zone in zones if zone.kind == "head"]
    top = pages.stretch(0, heads[0].start) if heads else []
    marks = [*top, *(piece for zone in heads for piece in pages.stretch(zone.start, zone.end))]
    notes = [piece for zone in zones if zone.kind == "notes" for piece in pages.stretch(zone.start, zone.end)]
    return any(is_copy_mark(piece) for piece in marks) or any(is_copy_note(piece) for piece in notes)


def _number(parts: Sequence[Part]) -> tuple[str, str]:
    part = next((part for part in parts if part.role == "number"), None)
    if part is None:
        return "", ""
    number, symbol = parsed_number(part.text)
    return number, "" if part.placeholder else symbol


def _dated(parts: Sequence[Part]) -> date | None:
    part = next((part for part in parts if part.role == "place_and_date"), None)
    return parsed_date(part.text) if part else None


def _why_uncertain(parts: Iterable[Part]) -> dict[str, str]:
    return {part.role: _WHY[part.role] for part in parts if part.certainty < CERTAIN and part.role in _WHY}
