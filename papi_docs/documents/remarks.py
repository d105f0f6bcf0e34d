"""Phản ánh, kiến nghị: the full register (sổ tiếp nhận) and its published extract, which names nobody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from papi_docs.documents.figures import Ledger, cells_of
from papi_docs.documents.kind import Kind
from papi_docs.documents.letterhead import Issue
from papi_docs.documents.listing import EMPTY, Listing, contents_note, hand_rows, listed, state_day
from papi_docs.documents.masking import Mask
from papi_docs.model import Dossier, Remark
from papi_docs.vietnamese import count, short_date

__all__ = [
    "KINDS",
    "ExtractFields",
    "ExtractRow",
    "RegisterFields",
    "RegisterRow",
    "compose_extract",
    "compose_register",
]

_ROWS_BY_HAND = 6


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A remark as the school keeps it, with who made it."""

    order: str
    day: str
    person: str
    channel: str
    text: str
    content: str
    handler: str
    deadline: str
    result: str
    answered: str
    published: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFields(Listing):
    """Everything that the template ``remarks-register.docx`` may name."""

    summary: str
    rows: tuple[RegisterRow, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExtractRow:
    """A remark as everybody may read it: there is no field for who made it."""

    order: str
    day: str
    channel: str
    text: str
    content: str
    handler: str
    result: str
    answered: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractFields(Listing):
    """Everything that the template ``remarks-extract.docx`` may name."""

    summary: str
    publication: str | None
    rows: tuple[ExtractRow, ...] | None
    """None where nothing is published."""
    notes: tuple[str, ...]


def compose_register(dossier: Dossier, issue: Issue, ledger: Ledger) -> RegisterFields:
    """Every remark with the person who made it: for the school alone."""
    remarks = _in_order(dossier)
    rows = tuple(_register_row(str(order), remark) for order, remark in enumerate(remarks, start=1))
    return RegisterFields(
        **listed(dossier, issue, _days(remarks)),
        summary=_summary(remarks, issue, ledger),
        rows=rows or tuple(RegisterRow(order, *[EMPTY] * 10) for order in hand_rows(_ROWS_BY_HAND)),
        notes=contents_note(dossier.contents, (remark.content for remark in remarks)),
    )


def compose_extract(dossier: Dossier, issue: Issue, ledger: Ledger) -> ExtractFields:
    """The remarks whose outcome is published, without who made them, in the columns or in the words."""
    remarks = _in_order(dossier)
    published = [remark for remark in remarks if remark.published]
    mask = Mask.of(dossier)
    rows = tuple(_extract_row(str(order), remark, mask) for order, remark in enumerate(published, start=1))
    return ExtractFields(
        **listed(dossier, issue, _days(remarks)),
        summary=_summary(remarks, issue, ledger),
        publication=_publication(remarks, published, ledger),
        rows=rows or None,
        notes=contents_note(dossier.contents, (remark.content for remark in published)),
    )


def _in_order(dossier: Dossier) -> list[Remark]:
    return sorted(dossier.evidence.remarks, key=lambda remark: remark.day)


def _days(remarks: Sequence[Remark]) -> list[date | None]:
    return [day for remark in remarks for day in (remark.day, remark.answered)]


def _register_row(order: str, remark: Remark) -> RegisterRow:
    person = "\n".join(text for text in (remark.identity.name, remark.identity.contact) if text)
    return RegisterRow(
        order=order,
        day=short_date(remark.day),
        person=person or "Không nêu tên",
        channel=remark.channel,
        text=remark.text,
        content=remark.content or EMPTY,
        handler=remark.handler,
        deadline=short_date(remark.deadline),
        result=remark.result or "Đang xử lý",
        answered=short_date(remark.answered) if remark.answered else EMPTY,
        published="Có" if remark.published else "Không",
    )


def _extract_row(order: str, remark: Remark, mask: Mask) -> ExtractRow:
    return ExtractRow(
        order=order,
        day=short_date(remark.day),
        channel=mask.over(remark.channel),
        text=mask.over(remark.text),
        content=remark.content or EMPTY,
        handler=mask.over(remark.handler),
        result=mask.over(remark.result) or "Đang xử lý",
        answered=short_date(remark.answered) if remark.answered else EMPTY,
    )


def _summary(remarks: Sequence[Remark], issue: Issue, ledger: Ledger) -> str:
    """How many came, were answered and in time, and are open: zero, one, some and all read differently."""
    if not remarks:
        return "Chưa tiếp nhận phản ánh, kiến nghị nào."
    answered = [remark for remark in remarks if remark.answered]
    opened = [remark for remark in remarks if not remark.answered]
    received = _noted("Số phản ánh, kiến nghị đã tiếp nhận", remarks, ledger)
    parts = [*_answered(answered, opened, ledger), *_open(opened, answered, issue, remarks, ledger)]
    return f"Đã tiếp nhận {received} phản ánh, kiến nghị; {'; '.join(parts)}."


def _answered(answered: list[Remark], opened: list[Remark], ledger: Ledger) -> list[str]:
    if not answered:
        return []
    number = _noted("Số đã trả lời", answered, ledger)
    late = [remark for remark in answered if remark.answered and remark.answered > remark.deadline]
    how_many = _all_of(answered) if not opened else f" {number}"
    return [f"đã trả lời{how_many}{_in_time(answered, late, ledger)}"]


def _in_time(answered: list[Remark], late: list[Remark], ledger: Ledger) -> str:
    if not late:
        return ", đúng hạn" if len(answered) == 1 else ", đều đúng hạn"
    if len(late) == len(answered):
        return ", quá hạn" if len(answered) == 1 else ", đều quá hạn"
    soon = _noted("Số trả lời đúng hạn", [remark for remark in answered if remark not in late], ledger)
    return f" ({soon} đúng hạn, {_noted('Số trả lời quá hạn', late, ledger)} quá hạn)"


def _open(
    opened: list[Remark], answered: list[Remark], issue: Issue, remarks: Sequence[Remark], ledger: Ledger
) -> list[str]:
    if not opened:
        return []
    today = state_day(issue, _days(remarks))
    overdue = [remark for remark in opened if remark.deadline < today]
    number = _noted("Số đang xử lý", opened, ledger)
    return [f"đang xử lý{f' {number}' if answered else _all_of(opened)}{_late(opened, overdue, ledger)}"]


def _all_of(remarks: list[Remark]) -> str:
    return "" if len(remarks) == 1 else " tất cả"


def _late(opened: list[Remark], overdue: list[Remark], ledger: Ledger) -> str:
    if not overdue:
        return ""
    if len(overdue) == len(opened):
        return ", đã quá hạn" if len(opened) == 1 else ", đều đã quá hạn"
    return f", trong đó {_noted('Số đang xử lý đã quá hạn', overdue, ledger)} đã quá hạn"


def _publication(remarks: Sequence[Remark], published: list[Remark], ledger: Ledger) -> str | None:
    if not published:
        return "Chưa có kết quả xử lý nào được công khai." if remarks else None
    number = _noted("Số kết quả được công khai", published, ledger)
    return f"Kết quả xử lý {number} phản ánh, kiến nghị được công khai như sau:"


def _noted(label: str, remarks: Sequence[Remark], ledger: Ledger) -> str:
    return ledger.note(label, count(len(remarks)), cells_of(remarks, "day", "deadline", "answered"))


KINDS = (
    Kind(
        key="remarks-register",
        name="Sổ tiếp nhận phản ánh, kiến nghị",
        document_type="",
        form="",
        file="so-phan-anh",
        template="remarks-register.docx",
        fields=RegisterFields,
        compose=compose_register,
    ),
    Kind(
        key="remarks-extract",
        name="Công khai kết quả xử lý phản ánh, kiến nghị",
        document_type="",
        form="",
        file="phan-anh-cong-khai",
        template="remarks-extract.docx",
        fields=ExtractFields,
        compose=compose_extract,
    ),
)
