"""Biên bản kiểm tra: the minutes of an inspection (form 1.9), filled in, prefilled, or blank."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from papi_docs.documents.figures import Ledger, cells_of
from papi_docs.documents.frame import Titled, titled
from papi_docs.documents.letterhead import Issue
from papi_docs.documents.listing import DAY_DOTS, DOTS, FULL_LINE, one_line, paragraphs_of
from papi_docs.filling import Blank
from papi_docs.model import Dossier, Inspection, InspectionItem, InspectionKind, Person, Remedy
from papi_docs.vietnamese import clock, count, fold_tone, long_date, short_date

__all__ = ["Found", "MinutesFields", "compose_minutes", "inspection_codes"]

_TYPE = "Biên bản"
_OF_PLAN = "việc thực hiện Kế hoạch cải thiện, nâng cao Chỉ số PAPI trong lĩnh vực Giáo dục và Đào tạo"
_SUBJECTS = {
    InspectionKind.REGULAR: f"Kiểm tra định kỳ {_OF_PLAN}",
    InspectionKind.UNANNOUNCED: f"Kiểm tra đột xuất {_OF_PLAN}",
    InspectionKind.RECHECK: f"Phúc tra việc khắc phục tồn tại sau kiểm tra {_OF_PLAN}",
}
_RECIPIENTS = ("- Hiệu trưởng (b/c);", "- Tổ kiểm tra, bên được kiểm tra (t/h);", "- Lưu: VT.")
_NOBODY = Blank(0)
_ROOM = (FULL_LINE,) * 3
_SHORT_LINE = "…" * 24


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of one thing looked at."""

    order: str
    subject: str
    merit: str
    limit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesFields(Titled):
    """Everything that the template ``inspection-minutes.docx`` may name."""

    start: str
    place: str
    lead: str
    """With the position, where the staff list knows it."""
    secretary: str
    members: tuple[str, ...]
    target: str
    content: tuple[str, ...]
    findings: tuple[Found, ...]
    remedies: tuple[str, ...]
    remedies_opening: str
    reply: tuple[str, ...]
    end: str
    lead_name: str
    """As it stands under the signature."""
    secretary_name: str


def inspection_codes(dossier: Dossier) -> tuple[str, ...]:
    """A paper for each inspection; without any, a blank form."""
    return tuple(inspection.code for inspection in dossier.evidence.inspections) or ("",)


def compose_minutes(dossier: Dossier, issue: Issue, ledger: Ledger) -> MinutesFields:
    """The minutes of the inspection ``issue.item``, on the day it is held.

    Raises:
        ModelError: it is not known who stands above the school on that day.
        ComposeError: a line of the letterhead does not fit.
    """
    found = [each for each in dossier.evidence.inspections if each.code == issue.item]
    return _minutes(dossier, issue, found[0], ledger) if found else _blank(dossier, issue)


def _blank(dossier: Dossier, issue: Issue) -> MinutesFields:
    return MinutesFields(
        **_frame(dossier, issue, f"Kiểm tra {_OF_PLAN}"),
        start=_moment(None, None),
        place=f"{DOTS}, {dossier.school.name}",
        lead=DOTS,
        secretary=DOTS,
        members=(DOTS, DOTS),
        target=DOTS,
        content=_ROOM,
        findings=_findings((), held=False),
        remedies_opening=_remedies_opening(None, Ledger()),
        remedies=_room_for_remedies(),
        reply=_ROOM,
        end=_moment(None, None),
        lead_name=_NOBODY,
        secretary_name=_NOBODY,
    )


def _minutes(dossier: Dossier, issue: Issue, inspection: Inspection, ledger: Ledger) -> MinutesFields:
    written, positions = inspection.held and bool(inspection.items), _positions(dossier.staff)
    remedies = tuple(_remedy_line(order, remedy) for order, (_, remedy) in enumerate(inspection.remedies, start=1))
    return MinutesFields(
        **_frame(dossier, replace(issue, on=inspection.day or inspection.planned), _SUBJECTS[inspection.kind]),
        start=_moment(inspection.start, inspection.day),
        place=one_line(inspection.place) or dossier.school.name,
        lead=_with_position(inspection.lead, positions),
        secretary=_with_position(inspection.secretary, positions),
        members=tuple(_with_position(member, positions) for member in inspection.members),
        target=one_line(inspection.target),
        content=paragraphs_of(inspection.content),
        findings=_findings(inspection.items, held=inspection.held),
        remedies_opening=_remedies_opening(inspection if written else None, ledger),
        remedies=remedies if written else _room_for_remedies(),
        reply=paragraphs_of(inspection.reply) if inspection.reply else _ROOM,
        end=_end(inspection),
        lead_name=one_line(inspection.lead),
        secretary_name=one_line(inspection.secretary),
    )


def _frame(dossier: Dossier, issue: Issue, subject: str) -> dict[str, Any]:
    return {**titled(dossier, issue, _TYPE, subject), "recipients": _RECIPIENTS}


def _moment(at: time | None, day: date | None) -> str:
    """``hồi 8 giờ 00 ngày 15 tháng 11 năm 2021``, with room for what is not known."""
    return f"hồi {clock(at) if at else '…… giờ ……'} {long_date(day) if day else DAY_DOTS}"


def _end(inspection: Inspection) -> str:
    if inspection.day and inspection.end:
        return f"hồi {clock(inspection.end)} cùng ngày"
    return _moment(inspection.end, inspection.day)


def _positions(staff: Iterable[Person]) -> dict[str, set[str]]:
    """Which positions the bearers of a name hold."""
    held: dict[str, set[str]] = {}
    for person in staff:
        held.setdefault(fold_tone(person.name), set()).add(person.position)
    return held


def _with_position(name: str, positions: Mapping[str, set[str]]) -> str:
    """``ông (bà) Trần Thị B, Phó Hiệu trưởng``; the name alone where the staff list lacks it, or has it twice."""
    held = positions.get(fold_tone(name), set())
    return f"{one_line(name)}, {next(iter(held))}" if len(held) == 1 else one_line(name)


def _findings(items: tuple[InspectionItem, ...], *, held: bool) -> tuple[Found, ...]:
    """What was found; room to write where the inspection is still to be held."""
    if not items:
        return tuple(Found(str(order), DOTS, _SHORT_LINE, _SHORT_LINE) for order in range(1, 4))
    none = "không ghi nhận" if held else _SHORT_LINE
    return tuple(
        Found(str(order), one_line(item.subject), _stop(item.merit) or _stop(none), _stop(item.limit) or _stop(none))
        for order, item in enumerate(items, start=1)
    )


def _stop(text: str) -> str:
    line = one_line(text)
    return f"{line}." if line and not line.endswith("…") else line


def _remedies_opening(inspection: Inspection | None, ledger: Ledger) -> str:
    if inspection is None:
        return "Tổ kiểm tra đề nghị khắc phục các tồn tại sau, đúng thời hạn:"
    remedies = [remedy for _, remedy in inspection.remedies]
    if not remedies:
        return "Không có tồn tại phải khắc phục."
    number = ledger.note("Số nội dung phải khắc phục", count(len(remedies)), cells_of(remedies, "requirement"))
    return f"Tổ kiểm tra đề nghị khắc phục {number} nội dung sau, đúng thời hạn:"


def _remedy_line(order: int, remedy: Remedy) -> str:
    return (
        f"{order}. {one_line(remedy.requirement)}; thời hạn: chậm nhất ngày {short_date(remedy.deadline)}; "
        f"người chịu trách nhiệm: {one_line(remedy.responsible)}."
    )


def _room_for_remedies() -> tuple[str, ...]:
    """Lines short enough to stay whole: Word would spread the words of one broken before its dots."""
    return tuple(
        line
        for order in (1, 2)
        for line in (
            f"{order}. Nội dung phải khắc phục: {'…' * 17}",
            f"Thời hạn: chậm nhất {DAY_DOTS}",
            f"Người chịu trách nhiệm: {'…' * 18}",
        )
    )
