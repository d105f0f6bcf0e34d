"""Opening a workbook that comes from outside: what kind of file it is, its cells, its limits.

Cells are read by calamine, which is fast enough for sheets whose empty rows are formatted down to
the bottom. It cannot tell a formula that was never calculated, or an error, from an empty cell: those
are looked up in the sheet's XML, so that nothing goes missing without a word.
"""

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path, PurePosixPath

from lxml import etree
from openpyxl.utils import get_column_letter
from python_calamine import CalamineSheet, CalamineWorkbook, WorksheetNotFound, load_workbook

from papi_docs.errors import WorkbookError
from papi_docs.findings import Finding, Place, Severity

__all__ = ["Grid", "Value", "open_workbook"]

Value = str | float | bool | date | datetime | time | timedelta
"""What a cell holds; ``""`` where it is empty."""

_MOST_BYTES = 300 * 1024 * 1024
"""Unpacked. A province's workbook has some ten; more is a bomb, not a workbook."""

_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a sheet, and which of them cannot be trusted."""

    name: str
    rows: list[list[Value]]
    problems: Mapping[str, str] = field(default_factory=dict)
    """Reason by cell (``B7``): a formula never calculated, an error value."""

    def problem(self, row: int, column: int) -> str:
        """Why a cell cannot be read, counted from 0; empty where it can."""
        return self.problems.get(f"{get_column_letter(column + 1)}{row + 1}", "") if self.problems else ""


def open_workbook(path: Path) -> tuple[Grid, ...]:
    """Every visible or hidden sheet with its cells.

    Raises:
        WorkbookError: the file is missing, empty, encrypted, of another kind, damaged or absurdly large.
    """
    parts = _parts(path)
    try:
        workbook = load_workbook(path)
        paths = _sheet_paths(path)
        return tuple(
            _grid(workbook, name, _problems(path, paths.get(name, ""), parts)) for name in workbook.sheet_names
        )
    except (
        OSError,
        ValueError,
        KeyError,
        WorksheetNotFound,
        etree.XMLSyntaxError,
        zipfile.BadZipFile,
    ) as error:
        raise _refusal(path, "workbook-damaged", "tệp hỏng: mở bằng Excel, chọn Save As thành tệp .xlsx mới") from error


def _parts(path: Path) -> set[str]:
    try:
        start = path.open("rb").read(8)
    except OSError as error:
        reason = "không có tệp này: kiểm tra lại đường dẫn" if not path.exists() else "không mở được: tệp đang bị khóa?"
        raise _refusal(path, "workbook-missing", reason) from error
    if not start:
        raise _refusal(path, "workbook-empty", "tệp rỗng (0 byte): lấy lại bản gốc")
    if start.startswith(_OLD_EXCEL):
        raise _old_or_encrypted(path)
    return _parts_of_zip(path)


def _old_or_encrypted(path: Path) -> WorkbookError:
    if _ENCRYPTED in path.read_bytes():
        return _refusal(
            path,
            "workbook-encrypted",
            "tệp có mật khẩu: mở bằng Excel, bỏ mật khẩu (File > Info > Protect Workbook)",
        )
    return _refusal(path, "workbook-old", "tệp Excel 97-2003 (.xls): mở bằng Excel, chọn Save As dạng .xlsx")


def _parts_of_zip(path: Path) -> set[str]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile:
        raise _refusal(path, "workbook-unknown", "không phải tệp Excel: chọn tệp .xlsx") from None
    names = {member.filename for member in members}
    if "word/document.xml" in names:
        raise _refusal(path, "workbook-is-word", "đây là tệp Word đổi đuôi: chọn tệp .xlsx")
    if "xl/workbook.xml" not in names:
        raise _refusal(path, "workbook-unknown", "không phải tệp Excel: mở bằng Excel, chọn Save As dạng .xlsx")
    if sum(member.file_size for member in members) > _MOST_BYTES:
        raise _refusal(path, "workbook-too-large", "tệp lớn bất thường: chép các sheet sang một tệp mới")
    return names


def _refusal(path: Path, code: str, reason: str) -> WorkbookError:
    finding = Finding(code, Severity.FAULT, reason, Place(file=path.name))
    return WorkbookError(f"Không đọc được {path.name}.", [finding])


def _grid(workbook: CalamineWorkbook, name: str, problems: Mapping[str, str]) -> Grid:
    sheet = workbook.get_sheet_by_name(name)
    rows: list[list[Value]] = sheet.to_python(skip_empty_area=False)
    _spread_merged(sheet, rows)
    return Grid(name, rows, problems)


def _spread_merged(sheet: CalamineSheet, rows: list[list[Value]]) -> None:
    """A value merged over several rows stands in each of them, as its reader sees it."""
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or []:
        if bottom > top and top < len(rows) and left < len(rows[top]):
            for row in rows[top + 1 : bottom + 1]:
                row[left] = rows[top][left]


def _sheet_paths(path: Path) -> dict[str, str]:
    """Part of the package that holds each sheet, by the sheet's name."""
    with zipfile.ZipFile(path) as archive:
        book = etree.fromstring(archive.read("xl/workbook.xml"))
        relations = etree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    return {sheet.get("name", ""): _absolute(targets.get(sheet.get(_RELATION), "")) for sheet in book.iter("{*}sheet")}


def _absolute(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl", target))


_CELL = re.compile(
    rb"<(?:\w+:)?c\s([^>]*?)>((?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?f[\s>/].*?|(?:(?!<(?:\w+:)?[cf][\s>]).)*?)</(?:\w+:)?c>",
    re.DOTALL,
)
_REFERENCE = re.compile(rb'\br="([A-Z]+[0-9]+)"')


def _problems(path: Path, part: str, parts: set[str]) -> dict[str, str]:
    if part not in parts:
        return {}
    with zipfile.ZipFile(path) as archive:
        xml = archive.read(part)
    if b'"e"' not in xml and not re.search(rb"<(?:\w+:)?f[\s>/]", xml):
        return {}
    found: dict[str, str] = {}
    for attributes, content in _CELL.findall(xml):
        reference = _REFERENCE.search(attributes)
        problem = _problem(attributes, content)
        if reference and problem:
            found[reference[1].decode()] = problem
    return found


def _problem(attributes: bytes, content: bytes) -> str:
    if b't="e"' in attributes:
        return "ô báo lỗi công thức: sửa công thức hoặc gõ thẳng giá trị"
    if re.search(rb"<(?:\w+:)?f[\s>/]", content) and not re.search(rb"<(?:\w+:)?v[\s>/]", content):
        return "ô có công thức chưa tính: mở tệp bằng Excel rồi lưu lại, hoặc gõ thẳng giá trị"
    return ""
