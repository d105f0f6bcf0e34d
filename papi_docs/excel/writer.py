"""An empty workbook to fill in: styled, with drop-downs, hints and a sheet of instructions."""

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from papi_docs.errors import UsageError
from papi_docs.excel.columns import GUIDE, SETTINGS, SHEETS, Column, Sheet
from papi_docs.model import Content, nine_contents
from papi_docs.package import write_whole
from papi_docs.vietnamese import clean, short_date
from papi_docs.vietnamese.text import excerpt

__all__ = ["Rows", "new_workbook"]

Rows = Mapping[str, Sequence[Mapping[str, str | int | date]]]
"""Rows by sheet key, each by column key; the sheet ``settings`` has one row, by setting key."""

_LAST_ROW = 2000
"""Drop-downs and text format reach down to here; rows below work all the same."""

_LONGEST_TEXT = 32_767
"""Characters that a cell can hold."""

_HEADING = PatternFill("solid", fgColor="1F4E78")
_OPTIONAL_HEADING = PatternFill("solid", fgColor="5B7FA6")
_LINE = Side(style="thin", color="BFBFBF")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_WRAP = Alignment(wrap_text=True, vertical="top")
_TEXT_FORMAT = "@"
"""Excel leaves what is typed as it is: no swapped dates, no lost zeros."""

_GUIDE_LINES = (
    "Cách điền sổ này",
    "1. Điền lần lượt các sheet: Cài đặt, Trường, Nhân sự, Nhiệm vụ, Căn cứ, Mục tiêu. Cột có dấu * là bắt buộc.",
    "2. Ngày ghi dạng 15/9/2021 (ngày trước, tháng sau). Các ô đã để dạng chữ nên Excel không tự đổi.",
    "3. Ở Nhiệm vụ, Căn cứ, Mục tiêu: để trống Mã trường là áp dụng cho mọi trường.",
    "4. Muốn một trường làm khác việc chung: thêm dòng có mã trường và cùng mã nhiệm vụ.",
    "5. Chủ trì là đúng một người. Ghi chức vụ (Hiệu trưởng, Kế toán …) thì mỗi trường tự lấy người của mình.",
    "6. Sheet Nội dung PAPI và Cơ quan chủ quản chỉ điền khi khác mặc định.",
    "7. Trong năm, điền dần các sheet từ Kết quả nhiệm vụ trở đi; sheet nào chưa có gì thì để trống.",
    "8. Khảo sát: điền sheet Khảo sát, rồi Trả lời khảo sát (đã đếm phiếu) hoặc Phiếu trả lời (mỗi phiếu một dòng).",
    "9. Lưu tệp rồi chạy: papi-docs generate TÊN_SỔ.xlsx --out THƯ_MỤC",
    "10. Có lỗi thì chương trình chỉ rõ sheet, ô và cách sửa; khi đó chưa có tệp nào được ghi.",
)


def new_workbook(path: str | Path, rows: Rows | None = None, *, overwrite: bool = False) -> Path:
    """Write a workbook that :func:`read_workbook` reads; empty, or with rows from another system.

    Raises:
        FileExistsError: there is a file, and ``overwrite`` is false.
        KeyError: ``rows`` names a sheet, column or setting that is not there.
        UsageError: settings in several rows, or a text longer than a cell of Excel can hold.
    """
    rows = rows or {}
    unknown = rows.keys() - SHEETS.keys()
    if unknown:
        raise KeyError(*sorted(unknown))
    book = Workbook()
    guide = book.active
    assert isinstance(guide, Worksheet)  # noqa: S101 - a new workbook has one
    _write_guide(guide)
    contents = _contents_of(rows.get("contents", ()))
    for general in SHEETS.values():
        sheet = general.with_contents(contents)
        page = book.create_sheet(sheet.name)
        _write_sheet(page, sheet)
        lines = _setting_rows(rows.get("settings", ())) if sheet.key == "settings" else rows.get(sheet.key, ())
        _write_rows(page, sheet, lines)
    buffer = BytesIO()
    book.save(buffer)
    write_whole(Path(path), buffer.getvalue(), overwrite=overwrite)
    return Path(path)


def _contents_of(rows: Sequence[Mapping[str, str | int | date]]) -> Sequence[Content]:
    """The contents that have columns of their own: the rows' list, else the nine."""
    own = {str(row["code"]).casefold(): row for row in rows if _is_content(row)}
    listed = [Content(code=str(row["code"]), wording=str(row["wording"])) for row in own.values()]
    return listed or nine_contents()


def _is_content(row: Mapping[str, str | int | date]) -> bool:
    return all(str(row.get(key, "")).strip() for key in ("code", "wording"))


def _write_guide(page: Worksheet) -> None:
    page.title = GUIDE
    page.column_dimensions["A"].width = 110
    page.sheet_view.showGridLines = False
    for at, line in enumerate(_GUIDE_LINES, start=1):
        cell = page.cell(at, 1, line)
        cell.alignment = _WRAP
        cell.font = Font(name="Times New Roman", size=16 if at == 1 else 13, bold=at == 1)
    for at, sheet in enumerate(SHEETS.values(), start=len(_GUIDE_LINES) + 2):
        page.cell(at, 1, f"Sheet {sheet.name}: {sheet.purpose[0].lower()}{sheet.purpose[1:]}.").font = Font(
            name="Times New Roman", size=13
        )


def _write_sheet(page: Worksheet, sheet: Sheet) -> None:
    title = page.cell(1, 1, sheet.purpose)
    title.font = Font(name="Times New Roman", size=12, italic=True)
    for at, column in enumerate(sheet.columns, start=1):
        letter = get_column_letter(at)
        cell = page.cell(2, at, f"{column.heading} *" if column.required else column.heading)
        cell.font = Font(name="Times New Roman", size=12, bold=True, color="FFFFFF")
        cell.fill = _HEADING if column.required else _OPTIONAL_HEADING
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        cell.border = _GRID
        page.column_dimensions[letter].width = column.width
        page.column_dimensions[letter].number_format = _TEXT_FORMAT
        _add_validation(page, column, f"{letter}3:{letter}{_LAST_ROW}")
    page.freeze_panes = "A3"
    page.row_dimensions[2].height = 32
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _add_validation(page: Worksheet, column: Column, cells: str) -> None:
    """A drop-down that also takes other words, and the column's hint beside the chosen cell."""
    choices = _choices(column)
    if not choices and not column.hint:
        return
    validation = DataValidation(
        type="list" if choices else None, formula1=choices, allow_blank=True, showErrorMessage=False
    )
    if column.hint:
        validation.promptTitle, validation.prompt = column.heading, column.hint[:250]
        validation.showInputMessage = True
    page.add_data_validation(validation)
    validation.add(cells)


def _choices(column: Column) -> str | None:
    if column.key == "school":
        return f"='{SHEETS['schools'].name}'!$A$3:$A${_LAST_ROW}"
    return f'"{",".join(column.choices)}"' if column.choices else None


def _setting_rows(given: Sequence[Mapping[str, str | int | date]]) -> list[dict[str, str | int | date]]:
    if len(given) > 1:
        raise UsageError("sheet settings chỉ có một dòng: gộp các dòng lại")
    values = dict(given[0]) if given else {}
    lines: list[dict[str, str | int | date]] = [
        {
            "label": f"{setting.label} *" if setting.required else setting.label,
            "value": values.pop(setting.key, ""),
            "hint": setting.hint,
        }
        for setting in SETTINGS
    ]
    if values:
        raise KeyError(*values)
    return lines


def _write_rows(page: Worksheet, sheet: Sheet, rows: Sequence[Mapping[str, str | int | date]]) -> None:
    columns = {column.key: at for at, column in enumerate(sheet.columns, start=1)}
    text, day = _pattern(page, _TEXT_FORMAT), _pattern(page, "dd/mm/yyyy")
    for at, row in enumerate(rows, start=3):
        cells = {key: page.cell(at, column) for key, column in columns.items()}
        for cell in cells.values():
            _dress(cell, text)
        for key, value in row.items():
            _write_value(cells[key], value, day)


def _pattern(page: Worksheet, number_format: str) -> Cell:
    """A cell of no row, in the style of those with data."""
    cell = Cell(page, row=1, column=1)
    cell.number_format, cell.alignment, cell.border = number_format, _WRAP, _GRID
    cell.font = Font(name="Times New Roman", size=12)
    return cell


def _dress(cell: Cell | MergedCell, pattern: Cell) -> None:
    """Let a cell share the style of another; to look up each part of it takes far longer, a million times over."""
    # openpyxl has no public way that does not look it up
    cell._style = pattern._style  # type: ignore[union-attr,attr-defined]  # noqa: SLF001


def _write_value(cell: Cell | MergedCell, value: str | int | date, day: Cell) -> None:
    """Text stays text, be it ``=1+1`` or ``#N/A``; so do days before 1 March 1900, which Excel counts wrong."""
    if isinstance(value, date) and (value.year, value.month) < (1900, 3):
        value = short_date(value)
    if isinstance(value, date):
        _dress(cell, day)
    if not isinstance(value, str):
        cell.value = value
        return
    text = clean(value)
    if len(text) > _LONGEST_TEXT:
        raise UsageError(f'"{excerpt(text)}" dài {len(text)} ký tự: một ô Excel chứa được {_LONGEST_TEXT}')
    if text:
        cell.value = text
        cell.data_type = "s"
