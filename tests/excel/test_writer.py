"""What is written is what is read."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from papi_docs import District, Finding, UsageError, new_workbook, read_workbook
from papi_docs.excel.columns import GUIDE, SHEETS
from papi_docs.model import nine_contents
from papi_docs.vietnamese import clean

Rows = dict[str, list[dict[str, Any]]]
DistrictOf = Callable[[Rows], District]


def test_an_empty_workbook_says_what_to_fill_in(
    tmp_path: Path, findings_in: Callable[[Path], tuple[Finding, ...]]
) -> None:
    found = findings_in(new_workbook(tmp_path / "so.xlsx"))

    assert [(finding.code, finding.where.cell) for finding in found] == [
        ("cell-empty", "B5"),
        ("cell-empty", "B4"),
        ("cell-empty", "B7"),
        ("no-school", ""),
    ]


def test_sheets_and_styles(right_book: Path) -> None:
    book = openpyxl.load_workbook(right_book)

    assert book.sheetnames == [GUIDE, *(sheet.name for sheet in SHEETS.values())]
    for sheet in (general.with_contents(nine_contents()) for general in SHEETS.values()):
        page = book[sheet.name]
        assert page.freeze_panes == "A3"
        assert page["A2"].font.b
        assert {cell.number_format for row in page.iter_rows(min_row=3) for cell in row} <= {"@"}
        assert {page.column_dimensions[cell.coordinate[0]].number_format for cell in page[2]} == {"@"}
        labels = [str(cell.value).removesuffix(" *") for cell in page[2]]
        assert labels == [column.heading for column in sheet.columns]
        assert all(len(item.promptTitle or "") <= 32 for item in page.data_validations.dataValidation)
        assert all(len(item.formula1 or "") <= 255 for item in page.data_validations.dataValidation)


def test_an_existing_file_is_kept(tmp_path: Path) -> None:
    path = new_workbook(tmp_path / "so.xlsx")
    with pytest.raises(FileExistsError):
        new_workbook(path)


@pytest.mark.parametrize(
    "rows", [{"teachers": []}, {"schools": [{"kode": "A"}]}, {"settings": [{"year": "2021-2022"}]}]
)
def test_unknown_names(tmp_path: Path, rows: Any) -> None:  # noqa: ANN401 - wrong on purpose
    with pytest.raises(KeyError):
        new_workbook(tmp_path / "so.xlsx", rows)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ({"settings": [{"name": "A"}, {"name": "B"}]}, "một dòng"),
        ({"lines": [{"text": "x" * 32_768}]}, "32767"),
    ],
)
def test_what_cannot_be_written_is_refused(tmp_path: Path, rows: Any, words: str) -> None:  # noqa: ANN401
    with pytest.raises(UsageError, match=words):
        new_workbook(tmp_path / "so.xlsx", rows)


@pytest.mark.parametrize("text", ["=1+1", "#REF!", "#N/A", "+A1", "-B2", "@x", "001", "TRUE", "5/7/2021", "a\nb"])
def test_text_stays_text(*, rows: Rows, district_of: DistrictOf, text: str) -> None:
    rows["tasks"][0]["content"] = text

    assert district_of(rows)["THTP3"].plan.assignments[0].task.content == text


@pytest.mark.parametrize(
    "day", [date(1890, 5, 17), date(1900, 1, 1), date(1900, 2, 28), date(1900, 3, 1), date(2021, 7, 16)]
)
def test_days_of_all_centuries(*, rows: Rows, district_of: DistrictOf, day: date) -> None:
    rows["bases"][0]["day"] = day

    assert district_of(rows)["THTP3"].bases[0].day == day


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(max_size=60), min_size=4, max_size=4))
def test_round_trip(*, rows: Rows, tmp_path: Path, texts: list[str]) -> None:
    kept = ["\n".join(" ".join(line.split()) for line in clean(text).splitlines() if line.strip()) for text in texts]
    content, product, line, note = (text or "Việc" for text in kept)
    rows["tasks"][0] |= {"content": content, "product": product, "note": note}
    rows["lines"][0]["text"] = line

    district = read_workbook(new_workbook(tmp_path / "so.xlsx", rows, overwrite=True))

    task = district["THSR"].plan.assignments[0].task
    assert (task.content, task.product, task.note) == (content, product, note)
    assert district["THSR"].plan.lines[0].text == line


def test_every_cell_with_data_has_the_same_style(tmp_path: Path) -> None:
    people = [{"school": "THTP3", "name": f"Người {at}"} for at in range(3)]

    path = new_workbook(tmp_path / "so.xlsx", {"staff": people, "results": [{"day": date(2026, 9, 5)}]})
    book = openpyxl.load_workbook(path)

    cells = [
        cell for name in ("Nhân sự", "Kết quả nhiệm vụ") for row in book[name].iter_rows(min_row=3) for cell in row
    ]
    assert {(cell.font.name, cell.font.size, cell.border.left.style, cell.alignment.vertical) for cell in cells} == {
        ("Times New Roman", 12, "thin", "top")
    }
    assert {cell.number_format for cell in cells if not isinstance(cell.value, date)} == {"@"}
    assert {cell.number_format for cell in cells if isinstance(cell.value, date)} == {"dd/mm/yyyy"}
