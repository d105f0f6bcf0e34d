"""Files that are no workbook, and workbooks that hide things."""

import struct
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from papi_docs import Finding, read_workbook
from papi_docs.excel.opening import open_workbook

Read = Callable[[Path], tuple[Finding, ...]]
Spoilt = Callable[[Callable[[Workbook], object]], tuple[Finding, ...]]
Patched = Callable[[str, Callable[[bytes], bytes]], Path]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _zip(path: Path, *names: str) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, b"<x/>")


@pytest.mark.parametrize(
    ("make", "code", "words"),
    [
        (Path.exists, "workbook-missing", "không có tệp này"),
        (lambda path: path.mkdir(), "workbook-is-folder", "thư mục"),
        (lambda path: path.write_bytes(b""), "workbook-empty", "rỗng"),
        (lambda path: path.write_bytes(b"Ma truong,Ten"), "workbook-unknown", "không phải tệp Excel"),
        (lambda path: path.write_bytes(OLE + bytes(600)), "workbook-old", "97-2003"),
        (
            lambda path: path.write_bytes(OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le")),
            "workbook-encrypted",
            "mật khẩu",
        ),
        (lambda path: _zip(path, "word/document.xml"), "workbook-is-word", "Word"),
        (lambda path: _zip(path, "content.xml"), "workbook-unknown", "Save As"),
        (lambda path: _zip(path, "xl/workbook.xml"), "workbook-damaged", "hỏng"),
    ],
)
def test_each_wrong_file_has_its_own_message(
    *, tmp_path: Path, findings_in: Read, make: Callable[[Path], object], code: str, words: str
) -> None:
    make(tmp_path / "so.xlsx")

    (finding,) = findings_in(tmp_path / "so.xlsx")

    assert (finding.code, finding.where.file) == (code, "so.xlsx")
    assert words in finding.message


@pytest.mark.parametrize("keep", [10, 500, 5000, -1])
def test_truncated(right_book: Path, tmp_path: Path, findings_in: Read, keep: int) -> None:
    path = tmp_path / "so.xlsx"
    path.write_bytes(right_book.read_bytes()[:keep])

    assert [finding.code for finding in findings_in(path)] == ["workbook-damaged"]


def test_damaged_within_a_part(right_book: Path, tmp_path: Path, findings_in: Read) -> None:
    data = bytearray(right_book.read_bytes())
    for at in range(3000, 6000, 7):
        data[at] ^= 0x55
    (tmp_path / "so.xlsx").write_bytes(data)

    assert [finding.code for finding in findings_in(tmp_path / "so.xlsx")] == ["workbook-damaged"]


def test_bomb_that_says_its_size(right_book: Path, tmp_path: Path, findings_in: Read) -> None:
    path = tmp_path / "so.xlsx"
    path.write_bytes(right_book.read_bytes())
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("bomb.xml", "w") as part:
        for _ in range(301):
            part.write(bytes(1024 * 1024))

    assert [finding.code for finding in findings_in(path)] == ["workbook-too-large"]


def test_bomb_that_lies_about_its_size(right_book: Path, tmp_path: Path, findings_in: Read) -> None:
    path = tmp_path / "so.xlsx"
    size = 20 * 1024 * 1024
    path.write_bytes(right_book.read_bytes())
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/bomb.xml", bytes(size))
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", size), struct.pack("<I", 100)))

    assert [finding.code for finding in findings_in(path)] == ["workbook-damaged"]


def test_entities_are_not_resolved(patched: Patched, findings_in: Read) -> None:
    secret = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "bomb">]><workbook'
    path = patched("xl/workbook.xml", lambda xml: xml.replace(b"<workbook", secret, 1))

    assert findings_in(path) == ()


@pytest.mark.parametrize("cell", ["A1048576", "XFD20000"])
def test_a_letter_far_away_is_named_and_takes_no_memory(spoilt: Spoilt, cell: str) -> None:
    (finding,) = spoilt(lambda book: book["Trường"].__setitem__(cell, "x"))

    assert (finding.code, finding.where.sheet, finding.where.cell) == ("sheet-too-large", "Trường", cell)


def test_a_formula_never_calculated_is_a_fault_of_its_own_cell(spoilt: Spoilt) -> None:
    (finding,) = spoilt(lambda book: book["Nhiệm vụ"].__setitem__("C3", '="Quán "&"triệt"'))

    assert (finding.code, finding.where.sheet, finding.where.cell) == ("cell-not-readable", "Nhiệm vụ", "C3")
    assert "công thức chưa tính" in finding.message


@pytest.mark.parametrize(
    ("xml", "problems"),
    [
        (b'<c r="A1" s="1"/><c r="B1"><f>1+1</f></c>', {(0, 1): "chưa tính"}),
        (b'<c r="A1" s="1"></c><c r="B1"><f>1+1</f><v></v></c>', {(0, 1): "chưa tính"}),
        (b'<c r="B1"><f>1+1</f><v/></c>', {(0, 1): "chưa tính"}),
        (b'<c r="B1"><f>1+1</f><v>2</v></c>', {}),
        (b'<c r="B1" t="str"><f>""</f><v></v></c>', {}),
        (b'<c r="B1"><f t="shared" si="0"/><v>2</v></c>', {}),
        (b'<c r="B1"><f t="shared" si="0"/></c>', {(0, 1): "chưa tính"}),
        (b'<c r="C7" t="e"><v>#REF!</v></c>', {(6, 2): "báo lỗi"}),
        (b"<c r='C7' t='e'><v>#REF!</v></c>", {(6, 2): "báo lỗi"}),
        (b'<c r="A1" t="inlineStr"><is><t>e</t></is></c>', {}),
    ],
)
def test_what_the_reader_of_cells_leaves_blank(
    patched: Patched, xml: bytes, problems: dict[tuple[int, int], str]
) -> None:
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    path = patched("xl/worksheets/sheet1.xml", lambda _: sheet + b"<row>" + xml + b"</row></sheetData></worksheet>")

    with open_workbook(path) as grids:
        grid = grids[0]
        assert grid.problems.keys() == problems.keys()
        assert all(words in grid.problem(*place) for place, words in problems.items())
        assert all(grid.rows[row][column] == "" for row, column in problems)


@pytest.mark.parametrize("part", ["sheet1", "sheet4", "sheet21"])
def test_a_damaged_sheet_whether_it_is_read_or_not(patched: Patched, findings_in: Read, part: str) -> None:
    path = patched(f"xl/worksheets/{part}.xml", lambda xml: xml.replace(b"</sheetData>", b"</row></sheetData>"))

    assert [finding.code for finding in findings_in(path)] == ["workbook-damaged"]


def test_prefixed_sheets(patched: Patched) -> None:
    sheet = (
        b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row>'
        b'<x:c r="B1"><x:f>1+1</x:f></x:c></x:row></x:sheetData></x:worksheet>'
    )

    with open_workbook(patched("xl/worksheets/sheet1.xml", lambda _: sheet)) as grids:
        assert (0, 1) in grids[0].problems


def test_merged_cells_stand_in_every_row(right_book: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(right_book)
    staff = book["Nhân sự"]
    for row in (4, 5, 6):
        staff.cell(row, 1).value = None
    staff.merge_cells("A3:A6")
    book.save(tmp_path / "so.xlsx")

    assert read_workbook(tmp_path / "so.xlsx") == read_workbook(right_book)


def test_a_merged_formula_is_a_fault_in_every_row(spoilt: Spoilt) -> None:
    def edit(book: Any) -> None:  # noqa: ANN401 - openpyxl's
        book["Nhân sự"]["A3"] = '="THTP3"'
        book["Nhân sự"].merge_cells("A3:A6")

    assert [finding.where.cell for finding in spoilt(edit)] == ["A3", "A4", "A5", "A6"]


def test_chart_sheets_and_hidden_sheets(right_book: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(right_book)
    book.create_chartsheet("Biểu đồ", 0)
    book["Nhân sự"].sheet_state = "hidden"
    book["Nhiệm vụ"].sheet_state = "veryHidden"
    book.save(tmp_path / "so.xlsx")

    assert read_workbook(tmp_path / "so.xlsx") == read_workbook(right_book)


def test_the_dates_of_old_macs(right_book: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(right_book)
    book.epoch = CALENDAR_MAC_1904
    book["Nhiệm vụ"]["D3"] = date(2021, 9, 15)
    book["Nhiệm vụ"]["D3"].number_format = "dd/mm/yyyy"
    book.save(tmp_path / "so.xlsx")

    assert read_workbook(tmp_path / "so.xlsx") == read_workbook(right_book)


def test_inline_strings(patched: Patched) -> None:
    def inline(xml: bytes) -> bytes:
        at = xml.index(b'<c r="B3"')
        end = xml.index(b"</c>", at)
        return (
            xml[:at]
            + '<c r="B3" t="inlineStr"><is><r><t xml:space="preserve">Võ </t></r><r><t>An</t></r></is>'.encode()
            + xml[end:]
        )

    assert read_workbook(patched("xl/worksheets/sheet4.xml", inline))["THTP3"].staff[0].name == "Võ An"


def test_rows_formatted_to_the_bottom_cost_little(right_book: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(right_book)
    fill = PatternFill("solid", fgColor="FFFF00")
    for row in range(20, 20_000):
        for column in range(1, 13):
            book["Nhiệm vụ"].cell(row, column).fill = fill
    book.save(tmp_path / "so.xlsx")

    district = read_workbook(tmp_path / "so.xlsx")

    assert district == read_workbook(right_book)
