"""Kế hoạch: the plan, form 1.4, with the assigned tasks as its annex (form 2.1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from papi_docs.documents.figures import Ledger
from papi_docs.documents.frame import Titled, titled
from papi_docs.documents.kind import Kind
from papi_docs.documents.letterhead import Issue
from papi_docs.filling import Blank
from papi_docs.model import (
    DISTRICTS_END,
    Assignment,
    Calendar,
    Dossier,
    LegalBasis,
    Role,
    abbreviate,
    symbol_of,
)
from papi_docs.vietnamese import count, fold_tone

__all__ = ["KINDS", "Annex", "AnnexRow", "IndexFields", "OwnLines", "PlanFields", "basis_lines", "compose_plan"]

_TYPE = "Kế hoạch"
_SUBJECT = "Cải thiện, nâng cao Chỉ số Hiệu quả quản trị và Hành chính công trong lĩnh vực Giáo dục và Đào tạo"
_EMPTY = Blank(0)


@dataclass(frozen=True, slots=True)
class IndexFields:
    """Which results of PAPI the plan speaks of."""

    scope: str
    """``huyện`` or ``tỉnh``."""
    result_year: str
    next_year: str
    contents: str
    """How many contents there are: ``09``."""


@dataclass(frozen=True, slots=True)
class OwnLines:
    """The district's and school's own lines, at the end of each section."""

    purpose: tuple[str, ...]
    requirement: tuple[str, ...]
    communication: tuple[str, ...]
    performance: tuple[str, ...]
    inspection: tuple[str, ...]
    reporting: tuple[str, ...]
    solutions: tuple[str, ...]
    school: tuple[str, ...]
    staff: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """A row of the schedule of work."""

    order: str
    task: str
    deadline: str
    lead: str
    helpers: str
    product: str
    note: str


@dataclass(frozen=True, slots=True)
class Annex:
    """The schedule of work (phụ lục)."""

    reference: str
    rows: tuple[AnnexRow, ...]
    notes: tuple[str, ...]
    """What the codes of contents in the last column stand for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFields(Titled):
    """Everything that the template ``plan.docx`` may name."""

    bases: tuple[str, ...]
    superior: str
    """Who issued the plan above this one, as running text calls it."""
    committee: str
    """The people's committee that directs the work."""
    directive: str | None
    """Full citation of the directive that the plan is tied to, if there is one."""
    index: IndexFields
    own: OwnLines
    annex: Annex | None
    """None where no task is assigned."""


def compose_plan(dossier: Dossier, issue: Issue, _: Ledger) -> PlanFields:
    """The plan of a school on a day.

    Raises:
        ModelError: it is not known who stands above the school on that day.
        ComposeError: a line of the letterhead does not fit.
    """
    plan, authority = dossier.plan, dossier.school.authority(issue.on)
    bases = dossier.bases_of(Role.BASIS)
    directive = next((basis.citation for basis in dossier.bases_of(Role.DIRECTIVE)), None)
    return PlanFields(
        **titled(dossier, issue, _TYPE, _SUBJECT, f"Năm học {dossier.calendar.label}"),
        bases=basis_lines([basis.citation for basis in bases]),
        superior=_superior(bases, issue.on) or authority.superior.called,
        committee=authority.committee.called,
        directive=directive,
        index=IndexFields(
            scope=authority.scope,
            result_year=str(plan.index.result_year),
            next_year=str(plan.index.next_year),
            contents=count(len(dossier.contents)),
        ),
        own=OwnLines(*plan.own_lines().values()),
        annex=_annex(dossier, issue) if plan.assignments else None,
    )


def _superior(bases: Iterable[LegalBasis], on: date) -> str:
    """Who issued the plan among the bases; none where that body has gone since."""
    plans = (basis for basis in bases if fold_tone(basis.document_type) == fold_tone(_TYPE) and basis.issuer)
    plan = next(plans, None)
    gone = plan is not None and plan.day is not None and plan.day <= DISTRICTS_END < on
    return "" if plan is None or gone else abbreviate(plan.issuer)


def basis_lines(citations: list[str]) -> tuple[str, ...]:
    """Each on its own line ending ``;``, the last one ending ``.`` (I.II.6.a)."""
    return tuple(
        f"Căn cứ {citation}{'.' if at == len(citations) else ';'}" for at, citation in enumerate(citations, start=1)
    )


def _annex(dossier: Dossier, issue: Issue) -> Annex:
    school, assignments = dossier.school, dossier.plan.assignments
    symbol = symbol_of(_TYPE, school.symbol)
    return Annex(
        reference=f"(Kèm theo {_TYPE} số {issue.number_text}/{symbol} {issue.day_text} của {school.name})",
        rows=tuple([_row(order, one, dossier.calendar) for order, one in enumerate(assignments, start=1)]),
        notes=_meanings(dossier),
    )


def _row(order: int, assignment: Assignment, calendar: Calendar) -> AnnexRow:
    task = assignment.task
    return AnnexRow(
        order=str(order),
        task=task.content,
        deadline=task.deadline.text(calendar),
        lead=assignment.lead.name,
        helpers=", ".join([helper.name for helper in assignment.helpers]) or _EMPTY,
        product=task.product or _EMPTY,
        note="\n".join([part for part in (", ".join(task.contents), task.note) if part]) or _EMPTY,
    )


def _meanings(dossier: Dossier) -> tuple[str, ...]:
    used = {code for assignment in dossier.plan.assignments for code in assignment.task.contents}
    meanings = "; ".join(f"{content.code} - {content.wording}" for content in dossier.contents if content.code in used)
    return (f"Mã nội dung PAPI ở cột Ghi chú: {meanings}.",) if meanings else ()


KINDS = (
    Kind(
        key="plan",
        name="Kế hoạch cải thiện Chỉ số PAPI",
        document_type=_TYPE,
        form="1.4",
        file="ke-hoach",
        template="plan.docx",
        fields=PlanFields,
        compose=compose_plan,
        tells_evidence=False,
    ),
)
