"""Opening a workbook that comes from outside: what kind of file it is, its cells, its limits.

Cells are read by calamine, which is fast enough for sheets whose empty rows are formatted down to
the bottom. It cannot tell a formula that was never calculated, or an error, from an empty cell: those
are looked up in the sheet's XML, so that nothing goes missing without a word.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from lxml import etree
from openpyxl.utils import column_index_from_string, get_column_letter
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, load_workbook

from papi_docs.errors import WorkbookError
from papi_docs.findings import Finding, Place, Severity

__all__ = ["Grid", "Value", "open_workbook"]

Value = str | float | bool | date | datetime | time | timedelta
"""What a cell holds; ``""`` where it is empty."""

_MOST_BYTES = 300 * 1024 * 1024
"""Unpacked. A province's workbook has some ten; more is a bomb, not a workbook."""

_MOST_CELLS = 5_000_000
"""From A1 to the last filled cell of a sheet: one stray letter in XFD1048576 would take all memory."""

_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DAMAGED = "tệp hỏng: mở bằng Excel, chọn Save As thành tệp .xlsx mới"


class _Content(NamedTuple):
    rows: list[list[Value]]
    problems: Mapping[tuple[int, int], str]
    merged_right: Mapping[tuple[int, int], int]


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """The cells of a sheet, and which of them cannot be trusted; to ask for them is to :meth:`check` it first."""

    name: str
    _path: Path
    _parsed: Future[_Content]

    @property
    def rows(self) -> list[list[Value]]:
        """The values of its cells."""
        return self._content.rows

    @property
    def problems(self) -> Mapping[tuple[int, int], str]:
        """Reason by row and column, counted from 0: a formula never calculated, an error value."""
        return self._content.problems

    @property
    def merged_right(self) -> Mapping[tuple[int, int], int]:
        """Last column of a cell merged over several columns, by its row and first column."""
        return self._content.merged_right

    def check(self) -> None:
        """Wait until the sheet is parsed.

        Raises:
            WorkbookError: it is damaged.
        """
        with _refusing_damage(self._path):
            self._parsed.result()

    @property
    def _content(self) -> _Content:
        self.check()
        return self._parsed.result()

    def problem(self, row: int, column: int) -> str:
        """Why a cell cannot be read, counted from 0; empty where it can."""
        return self.problems.get((row, column), "")


@contextmanager
def open_workbook(path: Path) -> Iterator[tuple[Grid, ...]]:
    """Every visible or hidden sheet with its cells; sheets that are charts have none and are left out.

    Calamine parses them in a thread of its own, so that the first can be read while the last are not there yet;
    they are there to be asked for as long as the workbook is open.

    Raises:
        WorkbookError: the file is missing, empty, encrypted, of another kind, damaged or absurdly large.
    """
    _check_start(path)
    parser = ThreadPoolExecutor(max_workers=1)
    try:
        with _refusing_damage(path), zipfile.ZipFile(path) as archive:
            _check_parts(path, archive)
            grids = _grids(path, archive, parser)
        yield grids
        for grid in grids:
            grid.check()  # also those that nobody asked for
    finally:
        parser.shutdown(cancel_futures=True)


@contextmanager
def _refusing_damage(path: Path) -> Iterator[None]:
    try:
        yield
    except (
        OSError,
        ValueError,
        KeyError,
        EOFError,
        OverflowError,
        RuntimeError,  # a part under a password, an unknown compression
        CalamineError,
        etree.XMLSyntaxError,
        zipfile.BadZipFile,
        zlib.error,
    ) as error:
        raise _refusal(path, "workbook-damaged", _DAMAGED) from error


def _check_start(path: Path) -> None:
    start = _start(path)
    if not start:
        raise _refusal(path, "workbook-empty", "tệp rỗng (0 byte): lấy lại bản gốc")
    if start.startswith(_OLD_EXCEL):
        raise _old_or_encrypted(path)
    if not start.startswith(b"PK"):
        raise _refusal(path, "workbook-unknown", "không phải tệp Excel: chọn tệp .xlsx")


def _start(path: Path) -> bytes:
    if path.is_dir():
        raise _refusal(path, "workbook-is-folder", "đây là thư mục: chọn tệp .xlsx ở trong đó")
    try:
        with path.open("rb") as file:
            return file.read(8)
    except (OSError, ValueError) as error:
        missing = isinstance(error, FileNotFoundError | ValueError)
        reason = (
            "không có tệp này: kiểm tra lại đường dẫn"
            if missing
            else "không mở được tệp: đóng tệp trong Excel, kiểm tra quyền đọc rồi chạy lại"
        )
        raise _refusal(path, "workbook-missing" if missing else "workbook-locked", reason) from error


def _old_or_encrypted(path: Path) -> WorkbookError:
    if _ENCRYPTED in path.read_bytes():
        return _refusal(
            path,
            "workbook-encrypted",
            "tệp có mật khẩu: mở bằng Excel, bỏ mật khẩu (File > Info > Protect Workbook) rồi lưu lại",
        )
    return _refusal(path, "workbook-old", "tệp Excel 97-2003 (.xls): mở bằng Excel, chọn Save As dạng .xlsx")


def _check_parts(path: Path, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    names = {member.filename for member in members}
    if "word/document.xml" in names:
        raise _refusal(path, "workbook-is-word", "đây là tệp Word đổi đuôi: chọn tệp .xlsx")
    if "xl/workbook.xml" not in names:
        raise _refusal(path, "workbook-unknown", "không phải tệp Excel .xlsx: mở bằng Excel, chọn Save As dạng .xlsx")
    if sum(member.file_size for member in members) > _MOST_BYTES:
        raise _refusal(path, "workbook-too-large", "tệp lớn bất thường: chép các sheet sang một tệp mới")
    if archive.testzip():  # also finds a part that is longer than it says
        raise _refusal(path, "workbook-damaged", _DAMAGED)


def _refusal(path: Path, code: str, reason: str, sheet: str = "", cell: str = "") -> WorkbookError:
    finding = Finding(code, Severity.FAULT, f"{reason}.", Place(path.name or str(path), sheet, cell))
    return WorkbookError(f"Không đọc được {path.name or path}.", [finding])


def _grids(path: Path, archive: zipfile.ZipFile, parser: ThreadPoolExecutor) -> tuple[Grid, ...]:
    """The sheets, which are parsed while we look for what calamine cannot tell, and after that."""
    parts = set(archive.namelist())
    loaded = parser.submit(_loaded, path)
    parsed = {}
    for name, part in _sheet_paths(archive).items():
        problems = _problems(path, name, archive.read(part) if part in parts else b"")
        parsed[name] = parser.submit(_parsed, loaded, name, problems)
    _, names = loaded.result()
    parsed |= {name: parser.submit(_parsed, loaded, name, {}) for name in names if name not in parsed}
    return tuple(Grid(name, path, parsed[name]) for name in names)


_Loaded = tuple[CalamineWorkbook, list[str]]
"""A workbook and the names of its sheets; while one of them is parsed it cannot be asked for these."""


def _loaded(path: Path) -> _Loaded:
    workbook = load_workbook(path)
    return workbook, [sheet.name for sheet in workbook.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet]


def _parsed(loaded: Future[_Loaded], name: str, problems: dict[tuple[int, int], str]) -> _Content:
    workbook, _ = loaded.result()
    sheet = workbook.get_sheet_by_name(name)
    rows = _values(sheet)
    _make_room(rows, problems)
    merged = sheet.merged_cell_ranges or []
    _spread_merged(sheet, rows, problems)
    wide = {(top, left): right for (top, left), (_, right) in merged if right > left}
    return _Content(rows, problems, wide)


def _values(sheet: CalamineSheet) -> list[list[Value]]:
    """The cells' values.

    Raises:
        ValueError: calamine gives up, as on a date thousands of years away; its panic is no Exception.
    """
    try:
        return sheet.to_python(skip_empty_area=False)
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise ValueError(sheet.name) from None


def _make_room(rows: list[list[Value]], problems: Mapping[tuple[int, int], str]) -> None:
    """Cells that cannot be read may lie beyond the last one that can."""
    width = max((len(row) for row in rows), default=0)
    for row, column in problems:
        while len(rows) <= row:
            rows.append([""] * width)
        rows[row].extend([""] * (column + 1 - len(rows[row])))


def _spread_merged(sheet: CalamineSheet, rows: list[list[Value]], problems: dict[tuple[int, int], str]) -> None:
    """A value merged over several rows stands in each of them, as its reader sees it."""
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or []:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        for at in range(top + 1, min(bottom + 1, len(rows))):
            rows[at].extend([""] * (left + 1 - len(rows[at])))
            rows[at][left] = rows[top][left]
            if (top, left) in problems:
                problems[at, left] = problems[top, left]


def _sheet_paths(archive: zipfile.ZipFile) -> dict[str, str]:
    """Part of the package that holds each sheet, by the sheet's name."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    book = etree.fromstring(archive.read("xl/workbook.xml"), parser)
    relations = etree.fromstring(archive.read("xl/_rels/workbook.xml.rels"), parser)
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    return {sheet.get("name", ""): _absolute(targets.get(_relation(sheet), "")) for sheet in book.iter("{*}sheet")}


def _relation(sheet: etree._Element) -> str:
    """Its relation's id; the namespace differs between the two kinds of .xlsx (transitional and strict)."""
    return next((str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")


def _absolute(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl", target))


_PREFIX = re.compile(rb"<(\w+:)?worksheet[\s>]")
_REFERENCE = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_ERROR = re.compile(rb"""\bt=["']e["']""")
_TEXT_RESULT = re.compile(rb"""\bt=["']str["']""")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_RESULT = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>[^<]")


def _problems(path: Path, sheet: str, xml: bytes) -> dict[tuple[int, int], str]:
    """Why cells cannot be read.

    Raises:
        WorkbookError: the filled cells stretch over more than can be held.
    """
    found: dict[tuple[int, int], str] = {}
    if _is_plain(xml):
        return found
    rows = columns = 0
    for place, attributes, content in _filled_cells(xml):
        rows, columns = max(rows, place[0] + 1), max(columns, place[1] + 1)
        if rows * columns > _MOST_CELLS:
            far = f"{get_column_letter(place[1] + 1)}{place[0] + 1}"
            reason = "ô này ở quá xa bảng: xóa hàng và cột của nó (Delete), rồi lưu lại"
            raise _refusal(path, "sheet-too-large", reason, sheet, far)
        problem = _problem(attributes, content)
        if problem:
            found[place] = problem
    return found


_NOT_PLAIN_CELL = re.compile(rb'<c (?!r="(?:[A-Z]|A[A-X])[0-9]{1,5}")')
"""Plain ones lie in the first 50 columns and 99,999 rows, which can be held."""
_NOT_PLAIN = {b"f": (b"<f", b":f"), b"'": (b"t='e'",), b't="e"': (b't="e"',)}
"""Without these there is no formula and no error, whatever the prefix of the tags.

Each by a part of it: Vietnamese has no f, and a single letter is looked for in a tenth of the time.
"""


def _is_plain(xml: bytes) -> bool:
    """Whether a sheet has no problem, seen at one go: nearly every one has none, and a province's has a million cells.

    Each of its cells must be written as Excel and openpyxl do, so that none is overlooked.
    """
    prefix, start, end = _PREFIX.search(xml), xml.find(b"<sheetData"), xml.rfind(b"</c>") + 1
    if prefix is None or prefix[1] or start < 0:
        return False
    marks = (mark for part, marks in _NOT_PLAIN.items() if xml.find(part, start, end) >= 0 for mark in marks)
    return not any(xml.find(mark, start, end) >= 0 for mark in marks) and _NOT_PLAIN_CELL.search(xml) is None


def _filled_cells(xml: bytes) -> Iterator[tuple[tuple[int, int], bytes, bytes]]:
    """Place, attributes and content of each; of the empty ones there may be a million."""
    prefix = _PREFIX.search(xml)
    name = ((prefix and prefix[1]) or b"") + b"c"
    *cells, _ = xml.split(b"</%s>" % name)
    for cell in cells:
        attributes, _, content = cell[cell.rfind(b"<%s " % name) :].partition(b">")
        reference = _REFERENCE.search(attributes) if content else None
        if reference:
            yield (int(reference[2]) - 1, column_index_from_string(reference[1].decode()) - 1), attributes, content


def _problem(attributes: bytes, content: bytes) -> str:
    if _ERROR.search(attributes):
        return "ô báo lỗi công thức: sửa công thức hoặc gõ thẳng giá trị"
    if _FORMULA.search(content) and not (_RESULT.search(content) or _TEXT_RESULT.search(attributes)):
        return "ô có công thức chưa tính: mở tệp bằng Excel rồi lưu lại, hoặc gõ thẳng giá trị"
    return ""
