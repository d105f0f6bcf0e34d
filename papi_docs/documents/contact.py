"""Thông báo: the published telephone and e-mail of the school (form 1.4)."""

from dataclasses import dataclass

from papi_docs.documents.figures import Ledger, cells_of
from papi_docs.documents.frame import Titled, titled
from papi_docs.documents.kind import Kind
from papi_docs.documents.letterhead import Issue
from papi_docs.documents.listing import DOTS, one_line, own_plan
from papi_docs.documents.plan import basis_lines
from papi_docs.model import Contact, Dossier
from papi_docs.vietnamese import count, short_date

__all__ = ["KINDS", "ContactFields", "compose_contact"]

_TYPE = "Thông báo"
_LONG = "…" * 17
_SUBJECT = "Công khai số điện thoại, địa chỉ e-mail tiếp nhận phản ánh, kiến nghị"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactFields(Titled):
    """Everything that the template ``contact-notice.docx`` may name. What is not known yet is dotted room."""

    bases: tuple[str, ...]
    phone: str
    email: str
    hours: str
    answerer: str
    reply_days: str
    """``05``: working days."""
    posted: str | None
    """Where and since when it hangs; None where that is not known."""


def compose_contact(dossier: Dossier, issue: Issue, ledger: Ledger) -> ContactFields:
    """How people reach the school, and how and when they are answered.

    Raises:
        ModelError: it is not known who stands above the school on that day.
        ComposeError: a line of the letterhead does not fit.
    """
    contact, school = dossier.evidence.contact, dossier.school
    return ContactFields(
        **titled(dossier, issue, _TYPE, _SUBJECT),
        bases=basis_lines([own_plan(dossier).citation]),
        phone=one_line(contact.phone) if contact else school.phone or DOTS,
        email=one_line(contact.email) if contact else school.email or DOTS,
        hours=one_line(contact.hours) if contact else _LONG,
        answerer=one_line(contact.answerer) if contact else _LONG,
        reply_days=_reply_days(contact, ledger),
        posted=_posted(contact) if contact else None,
    )


def _reply_days(contact: Contact | None, ledger: Ledger) -> str:
    if contact is None:
        return "……"
    return ledger.note("Số ngày làm việc để trả lời", count(contact.reply_days), cells_of([contact], "reply_days"))


def _posted(contact: Contact) -> str | None:
    place = f"tại {one_line(contact.place).removeprefix('tại ')}" if contact.place else ""
    since = f"từ ngày {short_date(contact.posted)}" if contact.posted else ""
    return " ".join(part for part in (place, since) if part) or None


KINDS = (
    Kind(
        key="contact-notice",
        name="Thông báo công khai số điện thoại, e-mail",
        document_type=_TYPE,
        form="1.4",
        file="thong-bao-lien-he",
        template="contact-notice.docx",
        fields=ContactFields,
        compose=compose_contact,
    ),
)
