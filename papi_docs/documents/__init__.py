"""Papers: a row for each kind, and the way from a dossier to the fields of its template."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from papi_docs.documents.assignments import KINDS as ASSIGNMENTS
from papi_docs.documents.cautions import cautions
from papi_docs.documents.contact import KINDS as CONTACT
from papi_docs.documents.document import Document
from papi_docs.documents.figures import Figure, Ledger
from papi_docs.documents.inspections import KINDS as INSPECTIONS
from papi_docs.documents.kind import Kind
from papi_docs.documents.letterhead import Issue
from papi_docs.documents.plan import KINDS as PLAN
from papi_docs.documents.public import KINDS as PUBLIC
from papi_docs.documents.remarks import KINDS as REMARKS
from papi_docs.documents.reports import KINDS as REPORTS
from papi_docs.documents.surveys import KINDS as SURVEYS
from papi_docs.documents.templates import Found, found_template
from papi_docs.errors import ComposeError, ModelError, UsageError
from papi_docs.filling import About, Template
from papi_docs.findings import Finding, Severity
from papi_docs.model import Dossier

__all__ = [
    "KINDS",
    "Document",
    "Figure",
    "Found",
    "Issue",
    "Kind",
    "cautions",
    "compose",
    "composed",
    "found_template",
    "kind_of",
]


KINDS: dict[str, Kind] = {
    kind.key: kind for kind in (*PLAN, *ASSIGNMENTS, *PUBLIC, *INSPECTIONS, *SURVEYS, *REMARKS, *CONTACT, *REPORTS)
}
"""Every kind of paper by its key, in the order in which people meet them."""


def kind_of(key: str) -> Kind:
    """The kind with that key.

    Raises:
        UsageError: there is none.
    """
    if key not in KINDS:
        raise UsageError(f'không có loại văn bản "{key}": chọn trong {", ".join(KINDS)}')
    return KINDS[key]


def compose(  # noqa: PLR0913 - everything about one paper, by name
    kind: str,
    dossier: Dossier,
    *,
    on: date | None = None,
    number: int | None = None,
    item: str = "",
    templates: Sequence[Path] = (),
) -> Document:
    """Make a paper of a school.

    Args:
        kind: a key of :data:`KINDS`.
        dossier: the school.
        on: the paper's day, which decides who stands above the school; by default that of drafts of the kind.
        number: the number it is issued with; without one the paper is a draft, with room for number and day.
        item: which of several papers of the kind; one of ``KINDS[kind].items(dossier)``.
        templates: folders to look for templates in before the shipped ones.

    Raises:
        UsageError: there is no such kind, or a number that is not positive.
        ComposeError: the paper cannot be made from this dossier on this day.
        TemplateError: its template cannot be used.
    """
    row = kind_of(kind)
    if item not in row.items(dossier):
        raise UsageError(f'{row.name} không có bản "{item}": chọn trong {", ".join(row.items(dossier))}')
    return composed(row, dossier, Issue(on or row.day(dossier), number, item), found_template(row, templates).template)


def composed(row: Kind, dossier: Dossier, issue: Issue, template: Template) -> Document:
    """A paper of a known kind, from a template that is at hand.

    Raises:
        ComposeError: it cannot be made from this dossier on this day.
    """
    if not row.tells_evidence:
        dossier = dossier.without_evidence
    ledger = Ledger()
    about = About(f"{row.name}, năm học {dossier.calendar.label}", dossier.school.name, issue.on)
    fields = _fields(row, dossier, issue, ledger)
    return Document(row.key, row.name, fields, template, about, ledger, cautions(dossier, issue))


def _fields(row: Kind, dossier: Dossier, issue: Issue, ledger: Ledger) -> object:
    try:
        return row.compose(dossier, issue, ledger)
    except ModelError as error:
        finding = Finding("cannot-compose", Severity.FAULT, str(error), schools=(dossier.school.code,))
        raise ComposeError(f"Không lập được {row.name} của {dossier.school.name}.", [finding]) from error
