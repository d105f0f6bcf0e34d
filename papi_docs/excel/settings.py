"""The sheet of settings: what all schools of the workbook share."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from papi_docs.excel.book import Book
from papi_docs.excel.cells import Cell, Field, did_you_mean, excerpt
from papi_docs.excel.columns import SETTINGS, Setting
from papi_docs.model import Calendar, Level, Period, Recipient, Unit
from papi_docs.vietnamese import fold_accents, parse_school_year, school_year, short_date, swap_day_month

__all__ = ["Settings", "add_swapped", "check_in_period", "read_settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the sheet says; ``None`` where a fault has been noted instead."""

    name: str
    calendar: Calendar | None
    province: Unit | None
    district: Unit | None
    drafted_on: date | None
    result_year: int | None
    recipients: tuple[Recipient, ...]


def read_settings(book: Book) -> Settings:
    """Read the sheet, noting every fault."""
    cells = _cells(book)
    province = _unit(book, cells["province"], Level.PROVINCE, "tỉnh", required=True)
    district = _unit(book, cells["district"], Level.DISTRICT, "huyện")
    calendar = _calendar(book, cells, province)
    drafted_on = book.faults.date(cells["drafted_on"], required=True)
    if drafted_on and calendar:
        check_in_period(book, cells["drafted_on"], drafted_on, calendar.period, f"năm học {calendar.label}")
    result_year = _result_year(book, cells["result_year"], drafted_on)
    return Settings(
        name=book.faults.text(cells["name"]) or (district or province or _NOWHERE).full,
        calendar=calendar,
        province=province,
        district=district,
        drafted_on=drafted_on,
        result_year=result_year or (calendar.start - 1 if calendar else None),
        recipients=_recipients(book, cells["recipients"]),
    )


_NOWHERE = Unit(level=Level.PROVINCE, kind="tỉnh", name="?")


def _cells(book: Book) -> Mapping[str, Cell]:
    """The value of each setting, with the setting's own label."""
    place = book.place("settings")
    found: dict[str, Cell] = {}
    for row in book.rows("settings"):
        setting = _setting(book, row["label"])
        if setting is None:
            continue
        if setting.key in found:
            message = f'mục "{setting.label}" đã có ở ô {found[setting.key].place.cell}: xóa một dòng.'
            book.faults.add("setting-twice", row["label"], message)
            continue
        value = row["value"]
        found[setting.key] = value._replace(field=replace(value.field, label=setting.label))
    for setting in SETTINGS:
        if setting.key not in found:
            found[setting.key] = Cell("", Field(setting.label, place, is_noted=True), row=0)
            if setting.required and not book.is_incomplete("settings"):
                message = f'thiếu mục "{setting.label}": thêm một dòng có mục này và giá trị.'
                book.faults.add("setting-missing", place, message)
    return found


def _setting(book: Book, cell: Cell) -> Setting | None:
    label = book.faults.text(cell, required=True)
    setting = next((setting for setting in SETTINGS if fold_accents(label) in setting.folded), None)
    if setting is None and label:
        hint = did_you_mean(label, [setting.label for setting in SETTINGS])
        message = f'mục "{excerpt(label)}" không được dùng.{hint or " Xóa dòng này nếu không cần."}'
        book.faults.warn("setting-unused", cell, message)
    return setting


_FIRST_RESULTS = 2009
"""The pilot of PAPI."""


def _result_year(book: Book, cell: Cell, drafted_on: date | None) -> int | None:
    year = book.faults.whole_number(cell)
    last = drafted_on.year - 1 if drafted_on else None
    if year is None or (last is None and year >= _FIRST_RESULTS) or (last and _FIRST_RESULTS <= year <= last):
        return year
    until = f" đến {last}" if last else ""
    book.faults.add("result-year", cell, f"{cell.label} là {year}: ghi năm đã công bố, từ {_FIRST_RESULTS}{until}.")
    return None


_NAMES_OF_BODIES = ("phong gd", "phong giao duc", "ubnd", "uy ban nhan dan", "so gd", "so giao duc")


def _unit(book: Book, cell: Cell, level: Level, kind: str, *, required: bool = False) -> Unit | None:
    text = book.faults.text(cell, required=required)
    if fold_accents(text).startswith(_NAMES_OF_BODIES):
        message = f'{cell.label} "{excerpt(text)}" là tên cơ quan: chỉ ghi tên đơn vị hành chính, dạng {kind} Tân Hồng.'
        book.faults.add("unit-is-body", cell, message)
        return None
    return book.faults.built(cell, lambda: Unit.read(text, level, default_kind=kind)) if text else None


def _calendar(book: Book, cells: Mapping[str, Cell], province: Unit | None) -> Calendar | None:
    cell = cells["school_year"]
    text = book.faults.text(cell, required=True)
    start = book.faults.converted(cell, parse_school_year, text) if text else None
    own = _own_days(book, cells, start)
    if start is None:
        return None
    decision = book.faults.text(cells["decision"])
    return book.faults.built(cell, lambda: _merged(start, province, own, decision))


def _own_days(book: Book, cells: Mapping[str, Cell], start: int | None) -> dict[str, date]:
    days = {key: book.faults.date(cells[key]) for key in ("first_day", "semester_1_end", "year_end")}
    if start is None:
        return {}
    period = Period(start=date(start, 7, 1), end=date(start + 1, 6, 30))
    called = f"năm học {school_year(start)}"
    return {key: day for key, day in days.items() if day and check_in_period(book, cells[key], day, period, called)}


def _merged(start: int, province: Unit | None, own: Mapping[str, date], decision: str) -> Calendar:
    """The known calendar with the workbook's own days in it."""
    if len(own) == 3:
        return Calendar.model_validate({"start": start, "decision": decision or "Sổ của đơn vị", **own})
    known = Calendar.known(start, province.name if province else "")
    if not own:
        return known
    return Calendar.model_validate({**known.model_dump(), **own, "decision": decision or known.decision})


def check_in_period(book: Book, cell: Cell, day: date, period: Period, called: str) -> bool:
    """Whether a day lies in a period; else a fault, which says so where day and month may have changed places."""
    if day in period:
        return True
    swapped = swap_day_month(day)
    if swapped and swapped in period:
        add_swapped(book, cell, f"{short_date(day)} ngoài {called}", swapped)
    else:
        book.faults.add("date-outside", cell, _outside(cell, day, period, called))
    return False


def _outside(cell: Cell, day: date, period: Period, called: str) -> str:
    first, last = (short_date(end) if end else "" for end in (period.start, period.end))
    return f"{cell.label} {short_date(day)} ngoài {called} ({first} đến {last}): sửa ngày, hoặc sửa năm học."


def add_swapped(book: Book, cell: Cell, problem: str, swapped: date) -> None:
    """Note a day that is wrong, and right with day and month in each other's place."""
    who = "Excel đã đổi chỗ" if isinstance(cell.value, date) else "đã ghi ngược"
    book.faults.add(
        "date-swapped",
        cell,
        f"{cell.label} {problem}; có lẽ {who} ngày và tháng. Ý bạn là {short_date(swapped)}? Gõ lại dạng chữ.",
    )


_PURPOSE = re.compile(r"(.+?)\s*\(([^()]+)\)\s*")


def _recipients(book: Book, cell: Cell) -> tuple[Recipient, ...]:
    lines = [line.strip(" -.") for line in re.split(r"[\n;]", book.faults.text(cell))]
    return tuple(_recipient(line) for line in lines if line and not _is_frame(line))


def _is_frame(line: str) -> bool:
    """The heading and the last line, which every paper has of itself."""
    return fold_accents(line) == "noi nhan" or re.match(r"luu( |$)", fold_accents(line)) is not None


def _recipient(line: str) -> Recipient:
    found = _PURPOSE.fullmatch(line)
    return Recipient(name=found[1], purpose=found[2]) if found else Recipient(name=line)
