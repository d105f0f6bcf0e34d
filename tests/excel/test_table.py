"""Sheets and columns under any spelling, headings with titles above them, data that would be lost."""

import random
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from papi_docs import Finding, Severity, read_workbook
from papi_docs.excel.columns import SHEETS
from papi_docs.model import nine_contents
from papi_docs.vietnamese import fold_accents

Spoilt = Callable[[Callable[[Workbook], object]], tuple[Finding, ...]]


def _restyled(text: str, draw: random.Random) -> str:
    text = draw.choice([text, text.upper(), text.lower(), text.title()])
    text = draw.choice([" ", "  ", "\n", "\u00a0"]).join(text.split())
    text = fold_accents(text) if draw.random() < 0.3 else f" {text} "
    return unicodedata.normalize("NFD", text) if draw.random() < 0.5 else text


def _shuffled(book: Workbook, draw: random.Random) -> None:
    for sheet in (general.with_contents(nine_contents()) for general in SHEETS.values()):
        page = book[sheet.name]
        order = list(range(1, len(sheet.columns) + 1))
        draw.shuffle(order)
        lines = [[page.cell(row, at).value for at in order] for row in range(2, page.max_row + 1)]
        names = {column.heading: draw.choice([column.heading, *column.synonyms]) for column in sheet.columns}
        taken = [fold_accents(column.heading) for column in sheet.columns]
        page.delete_rows(1, page.max_row)
        for _ in range(draw.randrange(4)):
            page.append(["Tiêu đề chung"])
        own = {name for heading, name in names.items() if name != heading and fold_accents(name) in taken}
        for line in lines[:1]:
            labels = [str(label).removesuffix(" *") for label in line]
            page.append([_restyled(label if names[label] in own else names[label], draw) for label in labels])
        for line in lines[1:]:
            page.append(line)
        page.title = _restyled(sheet.name, draw).replace("\n", " ")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_any_order_case_accent_and_spacing(right_book: Path, tmp_path: Path, seed: int) -> None:
    book = openpyxl.load_workbook(right_book)
    _shuffled(book, random.Random(seed))  # noqa: S311 - not for secrets
    book.save(tmp_path / "so.xlsx")

    assert read_workbook(tmp_path / "so.xlsx") == read_workbook(right_book)


def _where(found: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.where.sheet, finding.where.cell) for finding in found]


def test_a_missing_sheet_brings_no_false_followers(spoilt: Spoilt) -> None:
    (finding,) = spoilt(lambda book: book.remove(book["Nhân sự"]))

    assert finding.code == "sheet-missing"
    assert 'thiếu sheet "Nhân sự"' in finding.message


@pytest.mark.parametrize("name", ["Cài đặt", "Trường", "Nhân sự", "Nhiệm vụ", "Căn cứ"])
def test_every_required_sheet(spoilt: Spoilt, name: str) -> None:
    found = spoilt(lambda book: book.remove(book[name]))

    assert _where(found) == [("sheet-missing", "", "")]


def test_a_near_miss_is_named_and_read_all_the_same(spoilt: Spoilt) -> None:
    def edit(book: Workbook) -> None:
        book["Nhiệm vụ"].title = "Nhiệm vụu"
        book["Nhiệm vụu"]["D3"] = "31/02/2022"

    missing, late = spoilt(edit)

    assert 'Đổi tên sheet "Nhiệm vụu" thành "Nhiệm vụ"' in missing.message
    assert (late.where.sheet, late.where.cell) == ("Nhiệm vụu", "D3")


def test_sheets_that_are_not_read(spoilt: Spoilt) -> None:
    def edit(book: Workbook) -> None:
        book["Mục tiêu"].title = "Mục tiiêu"
        book.create_sheet("Trống")
        book.create_sheet("Phân công")["A1"] = "Mã"

    twice, unused = spoilt(edit)

    assert (twice.code, twice.where.sheet) == ("sheet-twice", "Phân công")
    assert (unused.code, unused.where.sheet, unused.severity) == ("sheet-unused", "Mục tiiêu", Severity.WARNING)
    assert 'Ý bạn là "Mục tiêu"?' in unused.message


def test_a_missing_column_hides_no_other_fault(spoilt: Spoilt) -> None:
    def edit(book: Workbook) -> None:
        book["Nhiệm vụ"]["E2"] = "Ai chủ trì"
        book["Nhiệm vụ"]["D3"] = "31/02/2022"
        book["Nhiệm vụ"]["H4"] = "C77"

    found = spoilt(edit)

    assert _where(found) == [
        ("column-missing", "Nhiệm vụ", "A2"),
        ("column-unused", "Nhiệm vụ", "E2"),
        ("cell-not-understood", "Nhiệm vụ", "D3"),
        ("content-unknown", "Nhiệm vụ", "H4"),
    ]
    assert 'Ý bạn là "Ai chủ trì"?' in found[0].message


@pytest.mark.parametrize(("sheet", "cell"), [("Trường", "A2"), ("Nhân sự", "A2"), ("Nhân sự", "B2")])
def test_a_missing_column_brings_no_false_followers(spoilt: Spoilt, sheet: str, cell: str) -> None:
    found = spoilt(lambda book: book[sheet].__setitem__(cell, None))

    assert [finding.code for finding in found] == ["column-missing", "column-unnamed"]


def test_a_column_twice(spoilt: Spoilt) -> None:
    (finding,) = spoilt(lambda book: book["Nhân sự"].__setitem__("I2", "HỌ TÊN"))

    assert (finding.code, finding.where.cell) == ("column-twice", "I2")
    assert "cột B" in finding.message


def test_no_heading(spoilt: Spoilt) -> None:
    (finding,) = spoilt(lambda book: book["Nhân sự"].delete_rows(2))

    assert (finding.code, finding.where.sheet) == ("heading-missing", "Nhân sự")
    assert '"Họ và tên"' in finding.message


def test_half_a_name_under_a_merged_heading(spoilt: Spoilt) -> None:
    def edit(book: Workbook) -> None:
        page = book["Nhân sự"]
        page.insert_cols(3)
        page["B3"], page["C3"] = "Bùi Thị", "Thao"
        page.merge_cells("B2:C2")

    (finding,) = spoilt(edit)

    assert (finding.code, finding.where.cell) == ("heading-merged", "B2")
    assert "cột C" in finding.message


def test_a_heading_in_two_rows(right_book: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(right_book)
    page = book["Nhân sự"]
    page.insert_rows(2)
    for at in range(1, 9):
        page.cell(2, at).value = page.cell(3, at).value
        if at not in (6, 7):
            page.cell(3, at).value = None
            page.merge_cells(start_row=2, end_row=3, start_column=at, end_column=at)
    page["F2"] = "Liên hệ"
    page["G2"] = None
    page.merge_cells("F2:G2")
    book.save(tmp_path / "so.xlsx")

    assert read_workbook(tmp_path / "so.xlsx") == read_workbook(right_book)


def test_fillers_are_no_data(right_book: Path, tmp_path: Path) -> None:
    def edit(page: Any) -> None:  # noqa: ANN401 - openpyxl's
        page.insert_rows(3)
        for at in range(1, 9):
            page.cell(3, at).value = f"({at})"
        page.append([page.cell(2, at).value for at in range(1, 9)])
        page.append([" ", "\u00a0"])

    book = openpyxl.load_workbook(right_book)
    edit(book["Nhân sự"])
    book.save(tmp_path / "so.xlsx")

    assert read_workbook(tmp_path / "so.xlsx") == read_workbook(right_book)


def test_headings_come_before_rows(spoilt: Spoilt) -> None:
    def edit(book: Workbook) -> None:
        book["Trường"]["D3"] = "Tân Phước"
        book["Nhân sự"]["I2"] = "Ngày sinh"
        book["Mục tiêu"]["F2"] = "Tháng"
        book.create_sheet("Sổ khác")["A1"] = "Mã"

    assert _where(spoilt(edit)) == [
        ("sheet-unused", "Sổ khác", ""),
        ("column-unused", "Nhân sự", "I2"),
        ("column-unused", "Mục tiêu", "F2"),
        ("value-refused", "Trường", "D3"),
    ]
