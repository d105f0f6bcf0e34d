"""From a grid of cells to rows with named cells: which row is the heading, which column is which."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from operator import attrgetter
from typing import TypeAlias

from openpyxl.utils import get_column_letter

from papi_docs.excel.cells import Cell, Faults, Field, did_you_mean, excerpt, text_of
from papi_docs.excel.columns import GUIDE, Column, Sheet
from papi_docs.excel.opening import Grid, Value
from papi_docs.findings import Place
from papi_docs.vietnamese import fold_accents

__all__ = ["Row", "Table", "find_sheets", "table_of"]

_ROWS_SEARCHED = 40
"""A heading stands near the top, under titles."""

_COUNTERS = frozenset({"stt", "tt", "so tt", "so thu tu"})


Row: TypeAlias = Mapping[str, Cell]
"""Cells of one row by column key; a column that is not there gives an empty cell."""


@dataclass(frozen=True, slots=True)
class _Heading:
    """Which column is which: column numbers by key, and the labels that name none."""

    grid: Grid
    at: int
    columns: dict[str, int] = field(default_factory=dict)
    unused: dict[int, str] = field(default_factory=dict)

    def place(self, file: str, column: int = 0) -> Place:
        return Place(file, self.grid.name, f"{get_column_letter(column + 1)}{self.at + 1}")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows with data of a sheet, in their order."""

    heading: _Heading | None = None
    fields: Mapping[str, Field] = field(default_factory=dict)
    """Every column of the sheet by its key, those that are not there too."""
    is_whole: bool = False
    """Its heading and all its required columns are there."""

    def rows(self) -> Iterator[Row]:
        """The rows, made anew each time: all rows of a province at once take more memory than what is read."""
        return _rows(self.heading, self.fields) if self.heading else iter(())


def find_sheets(file: str, grids: Sequence[Grid], known: Iterable[Sheet], faults: Faults) -> dict[str, Grid]:
    """The grid of each known sheet by its key; one that is missing, there twice or unknown is noted.

    A near miss of a missing sheet is read in its place, so that its own faults come in the same pass.
    """
    known = tuple(known)
    found: dict[str, Grid] = {}
    free = [grid for grid in grids if fold_accents(grid.name) != fold_accents(GUIDE)]
    for sheet in known:
        matches = [grid for grid in free if fold_accents(grid.name) in sheet.folded]
        free = [grid for grid in free if grid not in matches]
        if matches:
            found[sheet.key] = matches[0]
            _note_twice(file, matches, faults)
    for sheet in known:
        if sheet.required and sheet.key not in found:
            near = _note_missing(file, sheet, free, faults)
            found.update({sheet.key: near} if near else {})
            free = [grid for grid in free if grid is not near]
    _note_unread(file, free, [sheet.name for sheet in known if sheet.key not in found], faults)
    return found


def _note_twice(file: str, matches: Sequence[Grid], faults: Faults) -> None:
    for grid in matches[1:]:
        faults.add(
            "sheet-twice",
            Place(file, grid.name),
            f'cùng loại với sheet "{matches[0].name}": chuyển dữ liệu về một sheet, xóa sheet kia.',
        )


def _note_missing(file: str, sheet: Sheet, free: Sequence[Grid], faults: Faults) -> Grid | None:
    near = next((grid for grid in free if did_you_mean(grid.name, [sheet.name])), None)
    hint = (
        f' Đổi tên sheet "{near.name}" thành "{sheet.name}".'
        if near
        else f" Thêm sheet này ({sheet.purpose[0].lower()}{sheet.purpose[1:]})."
    )
    faults.add("sheet-missing", Place(file=file), f'thiếu sheet "{sheet.name}".{hint}')
    return near


def _note_unread(file: str, grids: Sequence[Grid], absent: Sequence[str], faults: Faults) -> None:
    for grid in grids:
        if any(value != "" for row in grid.rows for value in row):
            hint = did_you_mean(grid.name, absent) or " Bỏ qua lời này nếu đó là sheet riêng của bạn."
            faults.warn("sheet-unused", Place(file, grid.name), f"sheet này không được đọc.{hint}")


def table_of(file: str, grid: Grid, sheet: Sheet, faults: Faults) -> Table:
    """The rows under the heading; faults of the heading are noted."""
    at = _heading_row(grid, sheet)
    if at is None:
        wanted = ", ".join(f'"{column.heading}"' for column in sheet.columns if column.required)
        message = f"không thấy hàng tiêu đề: thêm một hàng có các cột {wanted} ở trên dữ liệu."
        faults.add("heading-missing", Place(file, grid.name), message)
        return Table()
    heading = _read_heading(grid, sheet, at)
    missing = _note_missing_columns(file, heading, sheet, faults)
    _note_unused(file, heading, sheet, faults)
    _note_unnamed(file, heading, faults)
    return Table(heading, _fields(file, heading, sheet), is_whole=not missing)


def _fields(file: str, heading: _Heading, sheet: Sheet) -> dict[str, Field]:
    return {column.key: _field(file, heading, column) for column in sheet.columns}


def _field(file: str, heading: _Heading, column: Column) -> Field:
    at = heading.columns.get(column.key)
    letter, is_noted = get_column_letter((at or 0) + 1), at is None and column.required
    return Field(column.heading, Place(file, heading.grid.name, letter), is_noted)


_NOWHERE = -1
"""Column of what has none: the empty cell that is put behind the others."""


def _rows(heading: _Heading, fields: Mapping[str, Field]) -> Iterator[Row]:
    grid, columns = heading.grid, {key: heading.columns.get(key, _NOWHERE) for key in fields}
    unreadable = {row for row, _ in grid.problems}
    labels, *rows = grid.rows[heading.at :]
    filled = {
        at: values
        for at, values in enumerate(rows, start=heading.at + 1)
        if at in unreadable or values.count("") < len(values)
    }
    numbers, nothing = [at + 1 for at in filled], [""] * len(filled)
    values_at = dict(enumerate(zip_longest(*filled.values(), fillvalue="")))
    by_column = (Cell.column(fields[key], values_at.get(at, nothing), numbers) for key, at in columns.items())
    for (at, values), cells in zip(filled.items(), zip(*by_column, strict=True), strict=True):
        row = dict(zip(fields, cells))  # noqa: B905 - a cell a field, and to count them takes half as long again
        if at in unreadable:
            row = {
                key: Cell(cell.value, cell.field, at + 1, grid.problem(at, columns[key])) for key, cell in row.items()
            }
        if not _is_filler(row, values, labels):
            yield row


def _heading_row(grid: Grid, sheet: Sheet) -> int | None:
    known = frozenset().union(*(column.folded for column in sheet.columns))
    scores = [
        (len({fold_accents(value) for value in row if isinstance(value, str)} & known), -at)
        for at, row in enumerate(grid.rows[:_ROWS_SEARCHED])
    ]
    best, at = max(scores, default=(0, 0))
    return -at if best >= min(2, len(sheet.columns)) else None


def _read_heading(grid: Grid, sheet: Sheet, at: int) -> _Heading:
    labels = {at: text for at, text in enumerate(grid.rows[at]) if isinstance(text, str) and text.strip()}
    heading = _Heading(grid, at, unused=labels)
    _match(heading, sheet.columns, own_heading=True)
    _match(heading, sheet.columns, own_heading=False)
    return heading


def _match(heading: _Heading, columns: Sequence[Column], *, own_heading: bool) -> None:
    """Move labels to the columns they name; a column's own heading wins over another's synonym for it."""
    for column in columns:
        names = {fold_accents(column.heading)} if own_heading else column.folded
        at = next((at for at, text in heading.unused.items() if fold_accents(text) in names), None)
        if at is not None and column.key not in heading.columns:
            heading.columns[column.key] = at
            del heading.unused[at]


def _note_missing_columns(file: str, heading: _Heading, sheet: Sheet, faults: Faults) -> bool:
    """Whether a required column is missing."""
    missing = [column for column in sheet.columns if column.required and column.key not in heading.columns]
    for column in missing:
        hint = did_you_mean(column.heading, list(heading.unused.values()))
        rename = " Đổi tên cột đó." if hint else " Thêm cột này, hoặc sửa tên cột đang chứa dữ liệu đó."
        faults.add("column-missing", heading.place(file), f'thiếu cột "{column.heading}".{hint}{rename}')
    return bool(missing)


def _note_unused(file: str, heading: _Heading, sheet: Sheet, faults: Faults) -> None:
    free = [column.heading for column in sheet.columns if column.key not in heading.columns]
    for at, text in heading.unused.items():
        same = next((column for column in sheet.columns if fold_accents(text) in column.folded), None)
        if same and same.key in heading.columns:
            first = get_column_letter(heading.columns[same.key] + 1)
            message = f'cột "{excerpt(text)}" cùng nghĩa với cột {first}: xóa hoặc đổi tên một trong hai cột.'
            faults.add("column-twice", heading.place(file, at), message)
        elif fold_accents(text) not in _COUNTERS:
            hint = did_you_mean(text, free) or " Đổi tên cột theo sổ mẫu nếu cần dùng."
            faults.warn("column-unused", heading.place(file, at), f'cột "{excerpt(text)}" không được dùng.{hint}')


def _note_unnamed(file: str, heading: _Heading, faults: Faults) -> None:
    """Data under no label are not read; under a label merged over two columns half of a name would be lost."""
    named = {*heading.columns.values(), *heading.unused}
    rows = heading.grid.rows[heading.at + 1 :]
    width = max((len(row) for row in rows), default=0)
    for at in sorted(set(range(width)) - named):
        if not any(at < len(row) and str(row[at]).strip() for row in rows):
            continue
        left = max((column for column in named if column < at), default=-1)
        letter = get_column_letter(at + 1)
        if heading.grid.merged_right.get((heading.at, left), -1) >= at:
            message = (
                f'tiêu đề "{excerpt(str(heading.grid.rows[heading.at][left]))}" gộp cả cột {letter}, '
                f"nơi có dữ liệu: chép dữ liệu về một cột ({get_column_letter(left + 1)}), bỏ gộp ô."
            )
            faults.add("heading-merged", heading.place(file, left), message)
        else:
            message = f"cột {letter} có dữ liệu mà không có tiêu đề nên không được đọc: ghi tiêu đề, hoặc xóa cột."
            faults.warn("column-unnamed", heading.place(file, at), message)


_IS_EMPTY = attrgetter("is_empty")


def _is_filler(row: Row, values: list[Value], heading: list[Value]) -> bool:
    """Blank rows, a heading repeated for printing, and the row that numbers the columns (1) (2) (3)."""
    if all(map(_IS_EMPTY, row.values())) or values == heading:
        return True
    first = values[0] or next((value for value in values if value != ""), "")
    if (isinstance(first, str) and first.isalnum() and first != "1") or _number_of(first) != "1":
        return False  # as nearly every row: the others need no look
    filled = [value for value in values if value != ""]
    return len(filled) > 2 and all(_number_of(value) == str(at) for at, value in enumerate(filled, start=1))


def _number_of(value: Value) -> str:
    return text_of(value).strip("()")
