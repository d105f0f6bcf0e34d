"""Inspections, what they found, and what has to be put right."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from papi_docs.excel.cells import Cell, did_you_mean, excerpt
from papi_docs.excel.evidence.sheet import Year, places
from papi_docs.excel.table import Row
from papi_docs.excel.tasks import split_names
from papi_docs.model import Inspection, InspectionItem, InspectionKind, Remedy
from papi_docs.vietnamese import fold_tone, short_date

__all__ = ["read_inspections"]

_First = dict[tuple[object, ...], Cell]


@dataclass(slots=True)
class _Found:
    """What the two sheets say: codes as typed, inspections and items by school and folded code."""

    codes: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    inspections: dict[tuple[str, str], Inspection] = field(default_factory=dict)
    items: defaultdict[tuple[str, str], list[InspectionItem]] = field(default_factory=lambda: defaultdict(list))


def read_inspections(year: Year) -> dict[str, list[Inspection]]:
    """Inspections by school, in the order of the sheet, with their items."""
    found = _Found()
    first: _First = {}
    for school, row in year.rows("inspections"):
        _read_inspection(year, school, row, found, first)
    for school, row in year.rows("items"):
        _read_item(year, school, row, found, first)
    by_school: defaultdict[str, list[Inspection]] = defaultdict(list)
    for (school, code), inspection in found.inspections.items():
        by_school[school].append(inspection.model_copy(update={"items": tuple(found.items[school, code])}))
    return by_school


def _read_inspection(year: Year, school: str | None, row: Row, found: _Found, first: _First) -> None:
    inspection = _inspection(year, school, row)
    code = year.faults.text(row["code"], required=True)
    if not school or not code:
        return
    found.codes[school].append(code)
    twice = year.is_twice(row["code"], first, (school, code.casefold()), f'mã kiểm tra "{excerpt(code)}"')
    if inspection and not twice:
        found.inspections[school, code.casefold()] = inspection


def _inspection(year: Year, school: str | None, row: Row) -> Inspection | None:
    faults = year.faults
    kind, planned = year.choice(row["kind"], InspectionKind), year.day(row["planned"], required=True)
    content, target = (faults.text(row[key], required=True) for key in ("content", "target"))
    lead, secretary = (year.person(row[key], school) for key in ("lead", "secretary"))
    members = year.people(row["members"], school, split_names(faults.text(row["members"])))
    day, start, end = year.day(row["day"]), faults.time(row["start"]), faults.time(row["end"])
    place, reply = faults.text(row["place"]), faults.text(row["reply"])
    if start and end and end <= start:
        faults.add("time-order", row["end"], f"{row['end'].label} không sau {row['start'].label.lower()}: sửa giờ.")
    _note_without_day(year, row)
    if not (row["code"].text and kind and planned and content and target and lead and secretary):
        return None
    return Inspection(
        code=row["code"].text,
        kind=kind,
        planned=planned,
        content=content,
        target=target,
        lead=lead,
        secretary=secretary,
        members=members,
        day=day,
        start=start,
        end=end,
        place=place,
        reply=reply,
        cells=places(row, "code", "kind", "planned", "day", "start", "end", "lead", "secretary"),
    )


def _note_without_day(year: Year, row: Row) -> None:
    given = next((row[key] for key in ("start", "end", "reply") if not row[key].is_empty), None)
    if given and row["day"].is_empty:
        other = f"{given.label.lower()} ở ô {given.place.cell}"
        message = f"{row['day'].label} để trống mà có {other}: ghi ngày đã kiểm tra, hoặc xóa ô đó."
        year.faults.add("inspection-day", row["day"], message)


def _read_item(year: Year, school: str | None, row: Row, found: _Found, first: _First) -> None:
    code, subject = (year.faults.text(row[key], required=True) for key in ("code", "subject"))
    key = (school or "", code.casefold())
    inspection = found.inspections.get(key)
    if school and code:
        _check_code(year, school, row["code"], code, found.codes[school])
    item = _item(year, school, row, inspection)
    if not school or not subject or item is None:
        return
    if not year.is_twice(row["subject"], first, (*key, "item", fold_tone(subject)), f'nội dung "{excerpt(subject)}"'):
        found.items[key].append(item)


def _check_code(year: Year, school: str, cell: Cell, code: str, known: Sequence[str]) -> None:
    if code.casefold() in {one.casefold() for one in known} or not _is_whole(year):
        return
    hint = did_you_mean(code, known) or " Thêm cuộc kiểm tra này ở sheet Kiểm tra, hoặc sửa mã."
    message = f'trường {school} không có cuộc kiểm tra mã "{excerpt(code)}".{hint}'
    year.faults.add("inspection-unknown", cell, message)


def _is_whole(year: Year) -> bool:
    """A sheet with a broken heading proves nothing; one that is not there has no inspection."""
    return not year.book.is_incomplete("inspections") or "inspections" not in year.book.sheets


def _item(year: Year, school: str | None, row: Row, inspection: Inspection | None) -> InspectionItem | None:
    faults = year.faults
    subject, merit, limit = (faults.text(row[key]) for key in ("subject", "merit", "limit"))
    remedy = _remedy(year, school, row, inspection)
    if not subject or (limit and remedy is None):
        return None
    cells = places(row, "subject", "merit", "limit")
    return InspectionItem(subject=subject, merit=merit, limit=limit, remedy=remedy, cells=cells)


_OF_REMEDY = ("requirement", "deadline", "responsible")
_OF_RECHECK = ("recheck_day", "recheck_result", "done")


def _remedy(year: Year, school: str | None, row: Row, inspection: Inspection | None) -> Remedy | None:
    wanted = any(not row[key].is_empty for key in ("limit", *_OF_REMEDY, *_OF_RECHECK))
    if wanted:
        _note_incomplete(year, row)
    requirement, recheck_result = (year.faults.text(row[key]) for key in ("requirement", "recheck_result"))
    deadline, recheck_day = year.deadline(row["deadline"]), year.deadline(row["recheck_day"])
    responsible = ", ".join(year.people(row["responsible"], school, split_names(year.faults.text(row["responsible"]))))
    done = year.flag(row["done"])
    in_order = inspection is None or _in_order(year, row, inspection, deadline, recheck_day)
    if not (requirement and deadline and responsible and in_order):
        return None
    return Remedy(
        requirement=requirement,
        deadline=deadline,
        responsible=responsible,
        recheck_day=recheck_day,
        recheck_result=recheck_result,
        done=done,
        cells=places(row, *_OF_REMEDY, *_OF_RECHECK),
    )


def _note_incomplete(year: Year, row: Row) -> None:
    reason = "có hạn chế thì phải có yêu cầu khắc phục, thời hạn và người chịu trách nhiệm"
    for key in _OF_REMEDY:
        if row[key].is_empty:
            message = f"{row[key].label} để trống: {reason}. Điền ô này."
            year.faults.add("remedy-incomplete", row[key], message)
    rechecked = not row["recheck_result"].is_empty or year.is_yes(row["done"])
    if rechecked and row["recheck_day"].is_empty:
        message = f"{row['recheck_day'].label} để trống mà đã có kết quả: ghi ngày phúc tra."
        year.faults.add("recheck-day", row["recheck_day"], message)


def _in_order(year: Year, row: Row, inspection: Inspection, deadline: date | None, recheck_day: date | None) -> bool:
    """Whether deadline and re-check follow the inspection."""
    held = inspection.day
    if held is None:
        return True
    fits = True
    for key, code, day in (("deadline", "remedy-early", deadline), ("recheck_day", "recheck-early", recheck_day)):
        if day and day < held:
            called = f"{row[key].label} {short_date(day)}"
            message = f"{called} trước ngày kiểm tra {short_date(held)}: sửa một trong hai ngày."
            year.faults.add(code, row[key], message)
            fits = False
    return fits
