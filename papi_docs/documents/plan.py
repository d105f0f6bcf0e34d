"""Kế hoạch: the plan, form 1.4, with the assigned tasks as its annex (form 2.1)."""

from dataclasses import dataclass

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
from papi_docs.filling import Blank
from papi_docs.layout import SUBJECT_WIDTH
from papi_docs.model import Assignment, Dossier, Role, Section, abbreviate, symbol_of
from papi_docs.typography import Face, break_lines, units_of
from papi_docs.vietnamese import count

__all__ = ["Annex", "AnnexRow", "IndexFields", "OwnLines", "PlanFields", "compose_plan"]

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


@dataclass(frozen=True, slots=True)
class PlanFields:
    """Everything that the template ``plan.docx`` may name."""

    letterhead: Letterhead
    subject: tuple[str, ...]
    subject_rule: int
    """EMU."""
    bases: tuple[str, ...]
    school: str
    school_year: str
    superior: str
    """Who issued the plan above this one, as running text calls it."""
    committee: str
    """The people's committee that directs the work."""
    directive: str | None
    """Full citation of the directive that the plan is tied to, if there is one."""
    index: IndexFields
    own: OwnLines
    recipients: tuple[str, ...]
    signature: Signature
    annex: Annex | None
    """None where no task is assigned."""


def compose_plan(dossier: Dossier, issue: Issue) -> PlanFields:
    """The plan of a school on a day.

    Raises:
        ModelError: it is not known who stands above the school on that day.
        ComposeError: a line of the letterhead does not fit.
    """
    school, plan = dossier.school, dossier.plan
    authority = school.authority(issue.on)
    bases = dossier.bases_of(Role.BASIS)
    directive = next((basis.citation for basis in dossier.bases_of(Role.DIRECTIVE)), None)
    subject = _subject_lines(dossier.calendar.label)
    return PlanFields(
        letterhead=compose_letterhead(dossier, _TYPE, issue),
        subject=subject,
        subject_rule=rule_length(subject, SUBJECT_RULE.preferred, Face.BOLD, ELEMENTS["subject"].size.preferred),
        bases=_basis_lines([basis.citation for basis in bases]),
        school=school.name,
        school_year=dossier.calendar.label,
        superior=abbreviate(bases[0].issuer) if bases and bases[0].issuer else authority.superior.called,
        committee=authority.committee.called,
        directive=directive,
        index=IndexFields(
            scope=authority.scope,
            result_year=str(plan.index.result_year),
            next_year=str(plan.index.next_year),
            contents=count(len(dossier.contents)),
        ),
        own=OwnLines(*(plan.lines_of(section) for section in Section)),
        recipients=recipient_lines(dossier, issue.on),
        signature=signature(dossier.signer),
        annex=_annex(dossier, issue) if plan.assignments else None,
    )


def _subject_lines(school_year: str) -> tuple[str, ...]:
    size = ELEMENTS["subject"].size.preferred
    lines = break_lines(units_of(_SUBJECT), SUBJECT_WIDTH, Face.BOLD, size) or (_SUBJECT,)
    return (*lines, f"Năm học {school_year}")


def _basis_lines(citations: list[str]) -> tuple[str, ...]:
    """Each on its own line ending ``;``, the last one ending ``.`` (I.II.6.a)."""
    return tuple(
        f"Căn cứ {citation}{'.' if at == len(citations) else ';'}" for at, citation in enumerate(citations, start=1)
    )


def _annex(dossier: Dossier, issue: Issue) -> Annex:
    school, assignments = dossier.school, dossier.plan.assignments
    symbol = symbol_of(_TYPE, school.symbol)
    return Annex(
        reference=f"(Kèm theo {_TYPE} số {issue.number_text}/{symbol} {issue.day_text} của {school.name})",
        rows=tuple(_row(order, assignment, dossier) for order, assignment in enumerate(assignments, start=1)),
        notes=_meanings(dossier),
    )


def _row(order: int, assignment: Assignment, dossier: Dossier) -> AnnexRow:
    task = assignment.task
    note = "\n".join(text for text in (", ".join(task.contents), task.note) if text)
    return AnnexRow(
        order=str(order),
        task=task.content,
        deadline=task.deadline.text(dossier.calendar),
        lead=assignment.lead.name,
        helpers=", ".join(helper.name for helper in assignment.helpers) or _EMPTY,
        product=task.product or _EMPTY,
        note=note or _EMPTY,
    )


def _meanings(dossier: Dossier) -> tuple[str, ...]:
    used = {code for assignment in dossier.plan.assignments for code in assignment.task.contents}
    meanings = "; ".join(f"{content.code}: {content.wording}" for content in dossier.contents if content.code in used)
    return (f"Nội dung PAPI ghi ở cột cuối: {meanings}.",) if meanings else ()
