"""A workbook of many schools: every fault among a thousand right rows, no more work a school than in a small one."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from papi_docs import District, Finding, Severity, UsageError, new_workbook, read_workbook
from papi_docs.excel.columns import SHEETS
from papi_docs.model import nine_contents
from tests.benchmarks.province import Rows, province, rows_of

SCHOOLS = 40
FAULTS: tuple[tuple[str, int, str, str | int | date, str], ...] = (
    ("staff", 520, "school", "THXX9", "school-unknown"),
    ("staff", 915, "name", "", "cell-empty"),
    ("staff", 1015, "name", "Thầy Nguyễn Văn An", "value-refused"),
    ("tasks", 120, "deadline", "31/02/2027", "cell-not-understood"),
    ("tasks", 233, "contents", "C77", "content-unknown"),
    ("tasks", 401, "lead", "Nguyễn Văn Lạ", "person-unknown"),
    ("results", 77, "task", "NV99", "task-unknown"),
    ("results", 303, "state", "Gần xong", "choice-unknown"),
    ("results", 480, "day", "05/9/2035", "date-outside"),
    ("inspections", 66, "lead", "Trần Thị Không", "person-unknown"),
    ("items", 100, "code", "KT09", "inspection-unknown"),
    ("answers", 400, "yes", "nhiều", "cell-not-understood"),
    ("surveys", 21, "returned", date(2026, 9, 5), "cell-is-date"),
    ("remarks", 150, "handler", "Lê Thị Vắng", "person-unknown"),
    ("targets", 222, "share", 150, "share-out-of-range"),
    ("contacts", 31, "reply_days", "", "cell-empty"),
    ("issued", 50, "number", "năm", "cell-not-understood"),
)
"""Sheet, row of data, column, what is written there, and the fault it is."""
UNREADABLE = (("words", 99, "text", "=1+1"), ("items", 180, "merit", "#N/A"))
"""Likewise: a formula that was never calculated, an error."""


def _cell(sheet: str, at: int, key: str) -> str:
    columns = [column.key for column in SHEETS[sheet].with_contents(nine_contents()).columns]
    return f"{get_column_letter(columns.index(key) + 1)}{at + 3}"


def _twice(rows: Rows, sheet: str, at: int, code: str, key: str) -> tuple[str, str, str]:
    """Write the row before once more in its place."""
    rows[sheet][at] = dict(rows[sheet][at - 1])
    return code, SHEETS[sheet].name, _cell(sheet, at, key)


def test_every_fault_is_found_at_its_cell(tmp_path: Path, findings_in: Callable[[Path], tuple[Finding, ...]]) -> None:
    rows = rows_of(SCHOOLS)
    for sheet, at, key, value, _ in FAULTS:
        rows[sheet][at][key] = value
    expected = {(code, SHEETS[sheet].name, _cell(sheet, at, key)) for sheet, at, key, _, code in FAULTS}
    expected |= {("cell-not-readable", SHEETS[sheet].name, _cell(sheet, at, key)) for sheet, at, key, _ in UNREADABLE}
    expected |= {
        _twice(rows, "staff", 716, "person-twice", "name"),
        _twice(rows, "tasks", 501, "task-twice", "code"),
        _twice(rows, "results", 203, "record-twice", "task"),
        _twice(rows, "remarks", 32, "record-twice", "text"),
    }
    path = new_workbook(tmp_path / "so.xlsx", rows)
    book = openpyxl.load_workbook(path)
    for sheet, at, key, value in UNREADABLE:
        book[SHEETS[sheet].name][_cell(sheet, at, key)] = value
    book.save(path)

    faults = [finding for finding in findings_in(path) if finding.severity is Severity.FAULT]

    assert sorted((fault.code, fault.where.sheet, fault.where.cell) for fault in faults) == sorted(expected)
    assert all(len(fault.schools) == 1 for fault in faults if fault.code != "school-unknown")


def _calls(path: Path) -> tuple[int, District]:
    """How many functions are called while a workbook is read: work that no busy machine changes."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        district = read_workbook(path)
    finally:
        sys.setprofile(None)
    return calls, district


def test_a_school_costs_the_same_among_many(tmp_path: Path) -> None:
    few, _ = _calls(province(tmp_path / "few.xlsx", SCHOOLS // 4))
    many, district = _calls(province(tmp_path / "many.xlsx", SCHOOLS))

    assert district.findings == ()
    assert many / SCHOOLS < 1.1 * few / (SCHOOLS // 4)


def test_schools_are_looked_up_by_code(tmp_path: Path) -> None:
    district = read_workbook(province(tmp_path / "so.xlsx", 3))

    assert [district[code].school.code for code in district.codes] == list(district.codes)
    without_first = district.model_copy(update={"dossiers": district.dossiers[1:]})
    assert without_first[district.codes[1]] is district[district.codes[1]]
    with pytest.raises(UsageError, match=f'không có trường "{district.codes[0]}"'):
        without_first[district.codes[0]]
