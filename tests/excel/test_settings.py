"""The sheet of settings: each line, its faults, and what follows from none."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook

from papi_docs import District, Finding

Rows = dict[str, list[dict[str, Any]]]
FoundIn = Callable[[Rows], tuple[Finding, ...]]
Spoilt = Callable[[Callable[[Workbook], object]], tuple[Finding, ...]]


@pytest.mark.parametrize(
    ("key", "value", "cell", "code", "words"),
    [
        ("school_year", "", "B4", "cell-empty", "Năm học để trống"),
        ("school_year", "2021-2023", "B4", "cell-not-understood", "2021-2022"),
        ("school_year", "1995-1996", "B4", "value-refused", "chưa có lịch năm học 1995-1996"),
        ("province", "", "B5", "cell-empty", "Tỉnh"),
        ("district", "Phòng GDĐT huyện Tân Hồng", "B6", "unit-is-body", "chỉ ghi tên đơn vị"),
        ("drafted_on", "", "B7", "cell-empty", "Ngày dự kiến"),
        ("drafted_on", "31/02/2022", "B7", "cell-not-understood", "28/02/2022"),
        ("drafted_on", "20/6/2020", "B7", "date-outside", "01/7/2021 đến 30/6/2022"),
        ("drafted_on", date(2021, 1, 8), "B7", "date-swapped", "Excel đã đổi chỗ ngày và tháng. Ý bạn là 01/8/2021?"),
        ("result_year", "2021", "B8", "result-year", "từ 2009 đến 2020"),
        ("result_year", "20200", "B8", "result-year", "20200"),
        ("result_year", "hai nghìn", "B8", "cell-not-understood", "không phải số"),
        ("first_day", datetime(2021, 5, 9), "B10", "date-swapped", "05/9/2021"),  # noqa: DTZ001
        ("semester_1_end", "15/01/2021", "B11", "date-outside", "Kết thúc học kỳ I"),
    ],
)
def test_one_fault(*, rows: Rows, found_in: FoundIn, key: str, value: object, cell: str, code: str, words: str) -> None:
    rows["settings"][0][key] = value

    found = [finding for finding in found_in(rows) if finding.where.sheet == "Cài đặt"]

    assert [(finding.code, finding.where.cell) for finding in found] == [(code, cell)]
    assert words in found[0].message


@pytest.mark.parametrize("text", ["2021 – 2022", "2021 - 2022", "Năm học 2021-2022", "2021/2022"])
def test_school_years(*, rows: Rows, district_of: Callable[[Rows], District], text: str) -> None:
    rows["settings"][0]["school_year"] = text

    assert district_of(rows)["THTP3"].calendar.start == 2021


def test_own_days_win(*, rows: Rows, district_of: Callable[[Rows], District]) -> None:
    rows["settings"][0] |= {"first_day": "06/9/2021", "decision": "Quyết định số 1/QĐ-UBND"}

    calendar = district_of(rows)["THTP3"].calendar

    assert (calendar.first_day, calendar.semester_1_end) == (date(2021, 9, 6), date(2022, 1, 15))
    assert calendar.decision == "Quyết định số 1/QĐ-UBND"


def test_recipients(*, rows: Rows, district_of: Callable[[Rows], District]) -> None:
    rows["settings"][0]["recipients"] = "Nơi nhận:\n- Chi bộ (b/c);\n- CBCC, VC (t/h);\n- Lưu: VT."

    assert [recipient.text for recipient in district_of(rows)["THSR"].recipients] == ["Chi bộ (b/c)", "CBCC, VC (t/h)"]


def test_a_line_twice_and_a_line_misspelt(spoilt: Spoilt) -> None:
    def edit(book: Workbook) -> None:
        book["Cài đặt"]["A14"], book["Cài đặt"]["B14"] = "Năm học", "2022-2023"
        book["Cài đặt"]["A15"], book["Cài đặt"]["B15"] = "Tỉnhh", "An Giang"

    twice, unused = spoilt(edit)

    assert (twice.code, twice.where.cell) == ("setting-twice", "A14")
    assert "ô B4" in twice.message
    assert (unused.code, unused.where.cell) == ("setting-unused", "A15")
    assert 'Ý bạn là "Tỉnh"?' in unused.message


def test_a_line_that_is_not_there(spoilt: Spoilt) -> None:
    (finding,) = spoilt(lambda book: book["Cài đặt"].delete_rows(5))

    assert (finding.code, finding.where.sheet) == ("setting-missing", "Cài đặt")
    assert 'thiếu mục "Tỉnh"' in finding.message


def test_no_district_before_july_2025_is_one_fault_for_all_schools(*, rows: Rows, found_in: FoundIn) -> None:
    rows["settings"][0]["district"] = ""

    (finding,) = found_in(rows)

    assert (finding.code, finding.schools) == ("superior-unknown", ("THTP3", "THSR"))
    assert "ghi huyện ở sheet Cài đặt" in finding.message
