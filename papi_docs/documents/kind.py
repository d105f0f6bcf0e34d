"""A kind of paper: the row that says everything about it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from papi_docs.documents.figures import Ledger
from papi_docs.documents.letterhead import Issue
from papi_docs.model import Dossier

__all__ = ["Kind"]


def _one(_: Dossier) -> tuple[str, ...]:
    return ("",)


def _planned(dossier: Dossier) -> date:
    return dossier.drafted_on


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper."""

    key: str
    name: str
    """Vietnamese, as people call it."""
    document_type: str
    """Type of Annex III.I, from which the symbol is made; empty for papers without a number."""
    form: str
    """Form of Annex III; empty for papers the decree does not know."""
    file: str
    """Name of the file made, without its ending."""
    template: str
    fields: type
    compose: Callable[[Dossier, Issue, Ledger], Any]
    day: Callable[[Dossier], date] = _planned
    """Day of a draft where none is asked for: it decides the month printed and who stands above the school."""
    items: Callable[[Dossier], tuple[str, ...]] = _one
    """Codes of the papers of this kind that a dossier gives: one for each inspection."""
    tells_evidence: bool = True
    """Whether what the school did in the year is told; a kind that only promises is shown none of it, so that new
    evidence never makes it anew."""
