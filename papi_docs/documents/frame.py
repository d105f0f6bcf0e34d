"""What stands around the content of every paper, as fields."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from papi_docs.decree30 import ELEMENTS, SUBJECT_RULE
from papi_docs.documents.letterhead import (
    Issue,
    Letterhead,
    Signature,
    compose_letterhead,
    recipient_lines,
    rule_length,
    signature,
)
from papi_docs.layout import SUBJECT_WIDTH
from papi_docs.model import Dossier
from papi_docs.typography import Face, break_lines, units_of

__all__ = ["Paper", "Titled", "framed", "titled"]

_SUBJECT_SIZE = ELEMENTS["subject"].size.preferred


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Fields of a paper with a letterhead."""

    letterhead: Letterhead
    recipients: tuple[str, ...]
    signature: Signature
    school: str
    school_year: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled(Paper):
    """Fields of a paper with a type and a subject (form 1.4)."""

    subject: tuple[str, ...]
    subject_rule: int
    """EMU."""


def framed(dossier: Dossier, issue: Issue, document_type: str, *, addressed: bool = False) -> dict[str, Any]:
    """Values of the fields of :class:`Paper`.

    ``addressed``: the paper has a ``Kính gửi``, so that its recipients begin with ``Như trên`` (I.II.9.b).

    Raises:
        ModelError: it is not known who stands above the school on that day.
        ComposeError: a line of the letterhead does not fit.
    """
    return {
        "letterhead": compose_letterhead(dossier, document_type, issue),
        "recipients": recipient_lines(dossier, issue.on, addressed=addressed),
        "signature": signature(dossier.signer),
        "school": dossier.school.name,
        "school_year": dossier.calendar.label,
    }


def titled(
    dossier: Dossier, issue: Issue, document_type: str, subject: str, *last: str, addressed: bool = False
) -> dict[str, Any]:
    """Values of the fields of :class:`Titled`; ``last`` are lines of the subject that stand by themselves."""
    lines = (*_subject_lines(subject), *last)
    return {
        **framed(dossier, issue, document_type, addressed=addressed),
        "subject": lines,
        "subject_rule": rule_length(lines, SUBJECT_RULE.preferred, Face.BOLD, _SUBJECT_SIZE),
    }


@lru_cache(256)
def _subject_lines(subject: str) -> tuple[str, ...]:
    """Most subjects are those of every school."""
    return break_lines(units_of(subject), SUBJECT_WIDTH, Face.BOLD, _SUBJECT_SIZE) or (subject,)
