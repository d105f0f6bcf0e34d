"""Kiểm tra: the plan of inspections (form 1.4), and what has to be put right after them until when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from papi_docs.documents.figures import Ledger, cells_of
from papi_docs.documents.frame import Titled, titled
from papi_docs.documents.kind import Kind
from papi_docs.documents.letterhead import Issue
from papi_docs.documents.listing import EMPTY, Listing, bases_and_plan, hand_rows, listed, one_line, state_day
from papi_docs.documents.minutes import MinutesFields, compose_minutes, inspection_codes
from papi_docs.documents.plan import basis_lines
from papi_docs.model import Dossier, Inspection, InspectionItem, InspectionKind, Remedy, Semester
from papi_docs.vietnamese import count, fold_tone, short_date

__all__ = [
    "KINDS",
    "InspectionPlanFields",
    "RemediesFields",
    "RemedyRow",
    "Visit",
    "compose_inspection_plan",
    "compose_remedies",
]

_PLAN = "Kế hoạch"
_SUBJECT = (
    "Kiểm tra việc thực hiện Kế hoạch cải thiện, nâng cao Chỉ số Hiệu quả quản trị "
    "và Hành chính công trong lĩnh vực Giáo dục và Đào tạo"
)
_ROWS_BY_HAND = 6
_EVERYBODY = ("Các tổ chuyên môn, tổ văn phòng và cá nhân được giao nhiệm vụ tại Kế hoạch",)


@dataclass(frozen=True, slots=True)
class Visit:
    """A row of the schedule of inspections."""

    order: str
    time: str
    content: str
    target: str
    inspectors: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionPlanFields(Titled):
    """Everything that the template ``inspection-plan.docx`` may name."""

    bases: tuple[str, ...]
    contents: str
    """How many contents there are: ``09``."""
    wordings: str
    targets: tuple[str, ...]
    regular: str | None
    """How many inspections of each kind are planned; None where none is."""
    unannounced: str | None
    recheck: str | None
    scheduled: bool
    visits: tuple[Visit, ...]


def compose_inspection_plan(dossier: Dossier, issue: Issue, ledger: Ledger) -> InspectionPlanFields:
    """The plan of the year's inspections, which does not give the day of unannounced ones away.

    Raises:
        ModelError: it is not known who stands above the school on that day.
        ComposeError: a line of the letterhead does not fit.
    """
    inspections = dossier.evidence.inspections
    regular, unannounced, recheck = (_how_many(kind, inspections, ledger) for kind in InspectionKind)
    return InspectionPlanFields(
        **titled(dossier, issue, _PLAN, _SUBJECT, f"Năm học {dossier.calendar.label}"),
        bases=basis_lines([basis.citation for basis in bases_and_plan(dossier)]),
        contents=count(len(dossier.contents)),
        wordings="; ".join(content.wording for content in dossier.contents),
        targets=tuple(dict.fromkeys(one_line(inspection.target) for inspection in inspections)) or _EVERYBODY,
        regular=regular,
        unannounced=unannounced,
        recheck=recheck,
        scheduled=bool(inspections),
        visits=_visits(dossier) or tuple(Visit(order, *[EMPTY] * 4) for order in hand_rows(_ROWS_BY_HAND)),
    )


def _how_many(kind: InspectionKind, inspections: tuple[Inspection, ...], ledger: Ledger) -> str | None:
    of_kind = [inspection for inspection in inspections if inspection.kind is kind]
    if not of_kind:
        return None
    return ledger.note(f"Số cuộc kiểm tra: {kind.lower()}", count(len(of_kind)), cells_of(of_kind, "kind"))


def _visits(dossier: Dossier) -> tuple[Visit, ...]:
    """In order of time; unannounced ones at the end of their semester, where no neighbour gives their day away."""

    def when(inspection: Inspection) -> tuple[bool, bool, date]:
        secret = inspection.kind is InspectionKind.UNANNOUNCED
        return _is_late(inspection, dossier), secret, date.min if secret else inspection.planned

    ordered = sorted(dossier.evidence.inspections, key=when)
    return tuple(
        Visit(
            order=str(order),
            time=_time(inspection, dossier),
            content=inspection.content,
            target=inspection.target,
            inspectors=_inspectors(inspection),
        )
        for order, inspection in enumerate(ordered, start=1)
    )


def _is_late(inspection: Inspection, dossier: Dossier) -> bool:
    return inspection.planned > dossier.calendar.semester_1_end


def _time(inspection: Inspection, dossier: Dossier) -> str:
    if inspection.kind is InspectionKind.UNANNOUNCED:
        semester = Semester.SECOND if _is_late(inspection, dossier) else Semester.FIRST
        return f"{semester}\n(đột xuất, không báo trước)"
    return f"{short_date(inspection.planned)}\n({inspection.kind.lower()})"


def _inspectors(inspection: Inspection) -> str:
    lines = [f"Chủ trì: {inspection.lead}", f"Thư ký: {inspection.secretary}"]
    return "\n".join([*lines, *([f"Thành viên: {', '.join(inspection.members)}"] if inspection.members else [])])


@dataclass(frozen=True, slots=True)
class RemedyRow:
    """Something to put right."""

    order: str
    limit: str
    requirement: str
    deadline: str
    responsible: str
    result: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemediesFields(Listing):
    """Everything that the template ``remedies.docx`` may name."""

    summary: str
    rows: tuple[RemedyRow, ...]


@dataclass(frozen=True, slots=True)
class _Open:
    """A remedy with the inspection and the item that asked for it."""

    inspection: Inspection
    item: InspectionItem
    remedy: Remedy


def compose_remedies(dossier: Dossier, issue: Issue, ledger: Ledger) -> RemediesFields:
    """What inspections asked to put right, and what the re-checks found."""
    inspections = [inspection for inspection in dossier.evidence.inspections if inspection.held]
    asked = list(_asked(inspections))
    days = [*(inspection.day for inspection in inspections), *(each.remedy.recheck_day for each in asked)]
    today = state_day(issue, days)
    rows = tuple(_remedy_row(str(order), each, today) for order, each in enumerate(asked, start=1))
    return RemediesFields(
        **listed(dossier, issue, days),
        summary=_summary(asked, ledger) if asked else _nothing_asked(inspections, ledger),
        rows=rows or tuple(RemedyRow(order, *[EMPTY] * 6) for order in hand_rows(_ROWS_BY_HAND)),
    )


def _asked(inspections: list[Inspection]) -> Iterator[_Open]:
    for inspection in sorted(inspections, key=lambda inspection: inspection.day or inspection.planned):
        for item, remedy in inspection.remedies:
            yield _Open(inspection, item, remedy)


def _remedy_row(order: str, each: _Open, today: date) -> RemedyRow:
    remedy, day = each.remedy, each.inspection.day or each.inspection.planned
    return RemedyRow(
        order=order,
        limit=f"{each.item.limit or each.item.subject}\n(kiểm tra ngày {short_date(day)})",
        requirement=remedy.requirement,
        deadline=short_date(remedy.deadline),
        responsible=remedy.responsible,
        result=_result(remedy, today),
        day=short_date(remedy.recheck_day) if remedy.recheck_day else EMPTY,
    )


def _result(remedy: Remedy, today: date) -> str:
    if not remedy.done and remedy.recheck_day is None:
        return "Chưa phúc tra, đã quá thời hạn" if remedy.deadline < today else "Chưa phúc tra, còn thời hạn"
    found = "Đã khắc phục" if remedy.done else "Chưa khắc phục xong"
    if "khắc phục" in fold_tone(remedy.recheck_result):
        return remedy.recheck_result
    return f"{found}: {remedy.recheck_result}" if remedy.recheck_result else found


_STATES = ("đã khắc phục", "đã phúc tra nhưng chưa khắc phục xong", "chưa phúc tra")


def _state(each: _Open) -> str:
    if each.remedy.done:
        return _STATES[0]
    return _STATES[1] if each.remedy.recheck_day else _STATES[2]


def _summary(asked: list[_Open], ledger: Ledger) -> str:
    opening = f"Có {_noted('Số tồn tại phải khắc phục', asked, ledger)} tồn tại phải khắc phục"
    of_state = {state: [each for each in asked if _state(each) == state] for state in _STATES}
    found = {state: group for state, group in of_state.items() if group}
    if len(found) == 1:
        return f"{opening}, {'' if len(asked) == 1 else 'tất cả '}{next(iter(found))}."
    parts = [f"{_noted(f'Số tồn tại {state}', group, ledger)} {state}" for state, group in found.items()]
    return f"{opening}: {', '.join(parts)}."


def _noted(label: str, asked: list[_Open], ledger: Ledger) -> str:
    remedies = [each.remedy for each in asked]
    return ledger.note(label, count(len(asked)), cells_of(remedies, "requirement", "recheck_day", "done"))


def _nothing_asked(inspections: list[Inspection], ledger: Ledger) -> str:
    if not inspections:
        return "Chưa tổ chức cuộc kiểm tra nào nên chưa có tồn tại phải khắc phục."
    held = ledger.note("Số cuộc kiểm tra đã tổ chức", count(len(inspections)), cells_of(inspections, "day"))
    return f"Qua {held} cuộc kiểm tra, không có tồn tại phải khắc phục."


KINDS = (
    Kind(
        key="inspection-plan",
        name="Kế hoạch kiểm tra",
        document_type=_PLAN,
        form="1.4",
        file="ke-hoach-kiem-tra",
        template="inspection-plan.docx",
        fields=InspectionPlanFields,
        compose=compose_inspection_plan,
    ),
    Kind(
        key="inspection-minutes",
        name="Biên bản kiểm tra",
        document_type="Biên bản",
        form="1.9",
        file="bien-ban-kiem-tra",
        template="inspection-minutes.docx",
        fields=MinutesFields,
        compose=compose_minutes,
        items=inspection_codes,
    ),
    Kind(
        key="remedies",
        name="Theo dõi khắc phục, phúc tra",
        document_type="",
        form="",
        file="theo-doi-khac-phuc",
        template="remedies.docx",
        fields=RemediesFields,
        compose=compose_remedies,
    ),
)
