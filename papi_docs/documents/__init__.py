"""Papers: a row for each kind, and the way from a dossier to the fields of its template."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from papi_docs.documents.document import Document
from papi_docs.documents.letterhead import Issue
from papi_docs.documents.plan import PlanFields, compose_plan
from papi_docs.errors import ComposeError, ModelError, UsageError
from papi_docs.filling import About, Template, find_template
from papi_docs.findings import Finding, Severity
from papi_docs.model import Dossier

__all__ = ["KINDS", "Document", "Issue", "Kind", "compose", "kind_of"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper."""

    key: str
    name: str
    """Vietnamese, as people call it."""
    document_type: str
    """Type of Annex III.I, from which the symbol is made."""
    form: str
    """Form of Annex III."""
    file: str
    """Name of the file made, without its ending."""
    template: str
    fields: type
    compose: Callable[[Dossier, Issue], Any]


KINDS = {
    kind.key: kind
    for kind in (
        Kind(
            key="plan",
            name="Kế hoạch cải thiện Chỉ số PAPI",
            document_type="Kế hoạch",
            form="1.4",
            file="ke-hoach",
            template="plan.docx",
            fields=PlanFields,
            compose=compose_plan,
        ),
    )
}
"""Every kind of paper by its key."""


def kind_of(key: str) -> Kind:
    """The kind with that key.

    Raises:
        UsageError: there is none.
    """
    if key not in KINDS:
        raise UsageError(f'không có loại văn bản "{key}": chọn trong {", ".join(KINDS)}')
    return KINDS[key]


def compose(
    kind: str,
    dossier: Dossier,
    *,
    on: date | None = None,
    number: int | None = None,
    templates: Sequence[Path] = (),
) -> Document:
    """Make a paper of a school.

    Args:
        kind: a key of :data:`KINDS`.
        dossier: the school.
        on: the paper's day, which decides who stands above the school; by default that of the drafts.
        number: the number it is issued with; without one the paper is a draft, with room for number and day.
        templates: folders to look for templates in before the shipped ones.

    Raises:
        UsageError: there is no such kind, or a number that is not positive.
        ComposeError: the paper cannot be made from this dossier on this day.
        TemplateError: its template cannot be used.
    """
    row = kind_of(kind)
    if number is not None and number < 1:
        raise UsageError(f"số văn bản bắt đầu từ 1, không phải {number}")
    issue = Issue(on or dossier.drafted_on, number)
    template = _template(find_template(row.template, templates), row.fields)
    about = About(f"{row.name}, năm học {dossier.calendar.label}", dossier.school.name, issue.on)
    return Document(row.key, row.name, _fields(row, dossier, issue), template, about)


def _fields(row: Kind, dossier: Dossier, issue: Issue) -> object:
    try:
        return row.compose(dossier, issue)
    except ModelError as error:
        finding = Finding("cannot-compose", Severity.FAULT, str(error), schools=(dossier.school.code,))
        raise ComposeError(f"Không lập được {row.name} của {dossier.school.name}.", [finding]) from error


@cache
def _template(path: Path, fields: type) -> Template:
    template = Template.load(path)
    template.check(fields)
    return template
