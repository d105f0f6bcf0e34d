"""The sheet of settings: what all schools of the workbook share."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from papi_docs.excel.book import Book
from papi_docs.excel.cells import Cell, did_you_mean
from papi_docs.excel.columns import SETTINGS, SHEETS
from papi_docs.findings import Place
from papi_docs.model import Calendar, Level, Period, Recipient, Unit
from papi_docs.vietnamese import fold_accents, parse_school_year, short_date, swap_day_month

__all__ = ["Settings", "check_in_period", "read_settings"]


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
    result_year = book.faults.whole_number(cells["result_year"])
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
    sheet = SHEETS["settings"].name
    found = {setting.key: Cell("", setting.label, Place(book.file, sheet)) for setting in SETTINGS}
    for row in book.rows("settings"):
        label = row["label"].text
        setting = next((setting for setting in SETTINGS if fold_accents(label) in setting.folded), None)
        if setting is None:
            hint = did_you_mean(label, [setting.label for setting in SETTINGS])
            book.faults.warn("setting-unused", row["label"], f'mục "{label}" không được dùng.{hint}')
            continue
        value = row["value"]
        found[setting.key] = Cell(value.value, setting.label, value.place, value.problem)
    return found


def _unit(book: Book, cell: Cell, level: Level, kind: str, *, required: bool = False) -> Unit | None:
    text = book.faults.text(cell, required=required)
    return book.faults.built(cell, lambda: Unit.read(text, level, default_kind=kind)) if text else None


def _calendar(book: Book, cells: Mapping[str, Cell], province: Unit | None) -> Calendar | None:
    cell = cells["school_year"]
    text = book.faults.text(cell, required=True)
    start = book.faults.converted(cell, parse_school_year, text) if text else None
    days = {key: book.faults.date(cells[key]) for key in ("first_day", "semester_1_end", "year_end")}
    own = {key: day for key, day in days.items() if day}
    if start is None:
        return None
    decision = book.faults.text(cells["decision"])
    return book.faults.built(cell, lambda: _merged(start, province, own, decision))


def _merged(start: int, province: Unit | None, own: Mapping[str, date], decision: str) -> Calendar:
    """The known calendar with the workbook's own days in it."""
    if len(own) == 3:
        return Calendar.model_validate({"start": start, "decision": decision or "Sổ của đơn vị", **own})
    known = Calendar.known(start, province.name if province else "")
    if not own:
        return known
    return Calendar.model_validate({**known.model_dump(), **own, "decision": decision or known.decision})


def check_in_period(book: Book, cell: Cell, day: date, period: Period, called: str) -> bool:
    """Whether a day lies in a period; else a fault, which says so where Excel has swapped day and month."""
    if day in period:
        return True
    swapped = swap_day_month(day)
    if swapped and swapped in period:
        book.faults.add(
            "date-swapped",
            cell,
            f"{cell.label} {short_date(day)} ngoài {called}; có lẽ Excel đã đổi chỗ ngày và tháng. "
            f"Ý bạn là {short_date(swapped)}? Gõ lại dạng chữ.",
        )
    else:
        book.faults.add(
            "date-outside",
            cell,
            f"{cell.label} {short_date(day)} ngoài {called}: sửa ngày, hoặc sửa năm học.",
        )
    return False


_PURPOSE = re.compile(r"(.+?)\s*\(([^()]+)\)\s*")


def _recipients(book: Book, cell: Cell) -> tuple[Recipient, ...]:
    lines = [line.strip(" -.") for line in re.split(r"[\n;]", book.faults.text(cell))]
    return tuple(_recipient(line) for line in lines if line and not fold_accents(line).startswith("luu"))


def _recipient(line: str) -> Recipient:
    found = _PURPOSE.fullmatch(line)
    return Recipient(name=found[1], purpose=found[2]) if found else Recipient(name=line)
