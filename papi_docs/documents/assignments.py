"""Phân công nhiệm vụ: who does what, as a decision (form 1.2) and as an annex of the plan (form 2.1)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from papi_docs.documents.figures import Ledger
from papi_docs.documents.frame import Titled, titled
from papi_docs.documents.kind import Kind
from papi_docs.documents.letterhead import Issue
from papi_docs.documents.listing import EMPTY, bases_and_plan, contents_note, hand_rows
from papi_docs.documents.plan import basis_lines
from papi_docs.model import Assignment, Capacity, Dossier, LegalBasis, Period, Person, Signer, symbol_of
from papi_docs.vietnamese import count, fold_tone

__all__ = ["KINDS", "AnnexFields", "DecisionFields", "Row", "Table", "compose_annex", "compose_decision"]

_TYPE = "Quyết định"
_PLAN = "Kế hoạch"
_SUBJECT = (
    "Về việc phân công nhiệm vụ thực hiện Kế hoạch cải thiện, nâng cao Chỉ số Hiệu quả quản trị "
    "và Hành chính công trong lĩnh vực Giáo dục và Đào tạo"
)
_ROWS_BY_HAND = 10

_CHARTER = "điều lệ trường"
_PRIMARY_CHARTER = LegalBasis(
    document_type="Thông tư",
    number="28/2020/TT-BGDĐT",
    day=date(2020, 9, 4),
    issuer="Bộ trưởng Bộ Giáo dục và Đào tạo",
    subject="ban hành Điều lệ trường tiểu học",
)
_CHARTER_PERIOD = Period(start=date(2020, 10, 20), end=date(2025, 6, 30))
"""In force from its article 2; whether later papers may still cite it is for the school to say."""


@dataclass(frozen=True, slots=True)
class Row:
    """A task of a person; ``first`` of that person, or beneath another one."""

    first: bool
    order: str
    name: str
    position: str
    task: str
    helpers: str
    deadline: str
    product: str
    note: str


@dataclass(frozen=True, slots=True)
class Table:
    """The tasks by person."""

    reference: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    """What the codes of contents stand for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFields(Titled):
    """Everything that the template ``assignments.docx`` may name."""

    authority: str
    """Who decides, in capitals (form 1.2)."""
    bases: tuple[str, ...]
    extent: str | None
    """``15 nhiệm vụ cho 08 người``; None where no task is assigned yet."""
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexFields:
    """Everything that the template ``assignments-annex.docx`` may name."""

    school_year: str
    table: Table


def compose_decision(dossier: Dossier, issue: Issue, ledger: Ledger) -> DecisionFields:
    """The head's decision on who does what.

    Raises:
        ModelError: it is not known who stands above the school on that day.
        ComposeError: a line of the letterhead does not fit.
    """
    frame = titled(dossier, issue, _TYPE, _SUBJECT, f"Năm học {dossier.calendar.label}")
    decides = dossier.signer.collective or "Hiệu trưởng"
    return DecisionFields(
        **{**frame, "recipients": _recipients(frame["recipients"])},
        authority=_authority(dossier.signer, dossier.school.name),
        bases=basis_lines([basis.citation for basis in _bases(dossier, issue.on)]),
        extent=_extent(dossier.plan.assignments, ledger) if dossier.plan.assignments else None,
        table=_table(dossier, f"{decides} {dossier.school.name}", _TYPE, issue),
    )


def compose_annex(dossier: Dossier, issue: Issue, _: Ledger) -> AnnexFields:
    """The table of tasks by person, as an annex of the plan under the plan's number and date."""
    plan = dossier.issued_as("plan")
    if issue.is_draft and plan:
        issue = Issue(plan.day, plan.number)
    return AnnexFields(school_year=dossier.calendar.label, table=_table(dossier, dossier.school.name, _PLAN, issue))


def _authority(signer: Signer, school: str) -> str:
    decides = signer.collective if signer.capacity is Capacity.ON_BEHALF else "Hiệu trưởng"
    return f"{decides} {school}".upper()


def _recipients(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Those who carry the decision out stand in its article 3."""
    return ("- Như Điều 3;", *(line for line in lines if not line.endswith("(t/h);")))


def _bases(dossier: Dossier, on: date) -> tuple[LegalBasis, ...]:
    """What gives the head the power to decide comes first, unless the workbook names it itself."""
    bases = bases_and_plan(dossier)
    if any(_CHARTER in fold_tone(f"{basis.document_type} {basis.subject}") for basis in bases):
        return bases
    return (_charter(dossier.school.name, on), *bases)


def _charter(school: str, on: date) -> LegalBasis:
    """The charter of the school's kind; room to write in the number where it is not known."""
    words = fold_tone(school)
    primary = "tiểu học" in words and "trung học" not in words
    if primary and on in _CHARTER_PERIOD:
        return _PRIMARY_CHARTER
    subject = _PRIMARY_CHARTER.subject if primary else "ban hành Điều lệ trường ……………"
    return _PRIMARY_CHARTER.model_copy(update={"number": "", "day": None, "subject": subject})


def _extent(assignments: tuple[Assignment, ...], ledger: Ledger) -> str:
    leads = {assignment.lead for assignment in assignments}
    tasks = ledger.note("Số nhiệm vụ được phân công", count(len(assignments)), ())
    people = ledger.note("Số người chủ trì", count(len(leads)), ())
    return f"{tasks} nhiệm vụ cho {people} người chủ trì"


def _table(dossier: Dossier, issuer: str, document_type: str, issue: Issue) -> Table:
    symbol = symbol_of(document_type, dossier.school.symbol)
    assignments = dossier.plan.assignments
    used = {code for assignment in assignments for code in assignment.task.contents}
    return Table(
        reference=f"(Kèm theo {document_type} số {issue.number_text}/{symbol} {issue.day_text} của {issuer})",
        rows=_rows(dossier) or _rows_by_hand(),
        notes=contents_note(dossier.contents, used),
    )


def _rows(dossier: Dossier) -> tuple[Row, ...]:
    by_person: defaultdict[Person, list[Assignment]] = defaultdict(list)
    for assignment in dossier.plan.assignments:
        by_person[assignment.lead].append(assignment)
    people = sorted(by_person, key=lambda person: person.rank)
    return tuple(
        _row(str(order), assignment, dossier, first=not at)
        for order, person in enumerate(people, start=1)
        for at, assignment in enumerate(by_person[person])
    )


def _row(order: str, assignment: Assignment, dossier: Dossier, *, first: bool) -> Row:
    task, lead = assignment.task, assignment.lead
    return Row(
        first=first,
        order=order if first else EMPTY,
        name=lead.name if first else EMPTY,
        position=lead.position if first else EMPTY,
        task=f"{task.content} ({', '.join(task.contents)})" if task.contents else task.content,
        helpers=", ".join([helper.name for helper in assignment.helpers]) or EMPTY,
        deadline=task.deadline.text(dossier.calendar),
        product=task.product or EMPTY,
        note=task.note or EMPTY,
    )


def _rows_by_hand() -> tuple[Row, ...]:
    return tuple(Row(True, order, *[EMPTY] * 7) for order in hand_rows(_ROWS_BY_HAND))


KINDS = (
    Kind(
        key="assignments",
        name="Quyết định phân công nhiệm vụ",
        document_type=_TYPE,
        form="1.2",
        file="quyet-dinh-phan-cong",
        template="assignments.docx",
        fields=DecisionFields,
        compose=compose_decision,
        tells_evidence=False,
    ),
    Kind(
        key="assignments-annex",
        name="Bảng phân công nhiệm vụ (phụ lục của Kế hoạch)",
        document_type="",
        form="2.1",
        file="bang-phan-cong",
        template="assignments-annex.docx",
        fields=AnnexFields,
        compose=compose_annex,
        tells_evidence=False,
    ),
)
