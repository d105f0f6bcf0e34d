"""From a grid of cells to rows with named cells: which row is the heading, which column is which."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from papi_docs.excel.cells import Cell, Faults, did_you_mean
from papi_docs.excel.columns import Column, Sheet
from papi_docs.excel.opening import Grid, Value
from papi_docs.findings import Place
from papi_docs.vietnamese import fold_accents

__all__ = ["Row", "find_sheets", "rows_of"]

_ROWS_SEARCHED = 40
"""A heading stands near the top, under titles."""

_COUNTERS = frozenset({"stt", "tt", "so tt", "so thu tu"})


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of one row by column key; a column that is not there gives an empty cell."""

    cells: Mapping[str, Cell]

    def __getitem__(self, key: str) -> Cell:
        return self.cells[key]


def find_sheets(file: str, grids: Sequence[Grid], known: Iterable[Sheet], faults: Faults) -> dict[str, Grid]:
    """The grid of each known sheet by its key; a required one that is missing is a fault."""
    found: dict[str, Grid] = {}
    names = [grid.name for grid in grids]
    for sheet in known:
        matches = [grid for grid in grids if fold_accents(grid.name) in sheet.folded]
        if matches:
            found[sheet.key] = matches[0]
        elif sheet.required:
            near = did_you_mean(sheet.name, names)
            hint = f"{near} Đổi tên sheet đó." if near else f" Thêm sheet này ({sheet.purpose.lower()})."
            faults.add("sheet-missing", Place(file=file), f'thiếu sheet "{sheet.name}".{hint}')
    return found


def rows_of(file: str, grid: Grid, sheet: Sheet, faults: Faults) -> Iterator[Row]:
    """The rows with data under the heading, in their order; faults of the heading are noted."""
    heading = _heading_row(grid, sheet)
    if heading is None:
        wanted = ", ".join(f'"{column.heading}"' for column in sheet.columns if column.required)
        faults.add("heading-missing", Place(file, grid.name), f"không thấy hàng tiêu đề: cần các cột {wanted}.")
        return
    columns = _columns(file, grid, sheet, heading, faults)
    if columns is None:
        return
    for at in range(heading + 1, len(grid.rows)):
        row = Row({column.key: _cell(file, grid, column, at, columns.get(column.key)) for column in sheet.columns})
        if not _is_filler(row, grid.rows[at], grid.rows[heading]):
            yield row


def _heading_row(grid: Grid, sheet: Sheet) -> int | None:
    known = frozenset().union(*(column.folded for column in sheet.columns))
    scores = [
        (sum(fold_accents(value) in known for value in row if isinstance(value, str)), -at)
        for at, row in enumerate(grid.rows[:_ROWS_SEARCHED])
    ]
    best, at = max(scores, default=(0, 0))
    return -at if best >= min(2, len(sheet.columns)) else None


def _columns(file: str, grid: Grid, sheet: Sheet, heading: int, faults: Faults) -> dict[str, int] | None:
    """Column number by key; None where a required one is missing."""
    labels = {at: text for at, text in enumerate(grid.rows[heading]) if isinstance(text, str) and text.strip()}
    found: dict[str, int] = {}
    _match(labels, sheet.columns, found, own_heading=True)
    _match(labels, sheet.columns, found, own_heading=False)
    place = Place(file, grid.name, f"A{heading + 1}")
    missing = [column for column in sheet.columns if column.required and column.key not in found]
    for column in missing:
        faults.add(
            "column-missing",
            place,
            f'thiếu cột "{column.heading}".{did_you_mean(column.heading, list(labels.values()))}',
        )
    _note_unused(place, labels, sheet, found, faults)
    return None if missing else found


def _match(labels: dict[int, str], columns: Sequence[Column], found: dict[str, int], *, own_heading: bool) -> None:
    """Move labels to the columns they name; a column's own heading wins over another's synonym for it."""
    for column in columns:
        names = {fold_accents(column.heading)} if own_heading else column.folded
        at = next((at for at, text in labels.items() if fold_accents(text) in names), None)
        if at is not None and column.key not in found:
            found[column.key] = at
            del labels[at]


def _note_unused(
    place: Place, labels: Mapping[int, str], sheet: Sheet, found: Mapping[str, int], faults: Faults
) -> None:
    free = [column.heading for column in sheet.columns if column.key not in found]
    taken = frozenset().union(*(column.folded for column in sheet.columns))
    for at, text in labels.items():
        where = Place(place.file, place.sheet, f"{get_column_letter(at + 1)}{place.cell[1:]}")
        if fold_accents(text) in taken:
            faults.add("column-twice", where, f'cột "{text.strip()}" có hai lần: xóa hoặc đổi tên một cột.')
        elif fold_accents(text) not in _COUNTERS:
            faults.warn("column-unused", where, f'cột "{text.strip()}" không được dùng.{did_you_mean(text, free)}')


def _cell(file: str, grid: Grid, column: Column, row: int, at: int | None) -> Cell:
    if at is None:
        return Cell("", column.heading, Place(file, grid.name, str(row + 1)))
    values = grid.rows[row]
    value: Value = values[at] if at < len(values) else ""
    place = Place(file, grid.name, f"{get_column_letter(at + 1)}{row + 1}")
    return Cell(value, column.heading, place, grid.problem(row, at))


def _is_filler(row: Row, values: Sequence[Value], heading: Sequence[Value]) -> bool:
    """Blank rows, a heading repeated for printing, and the row that numbers the columns (1) (2) (3)."""
    if all(cell.is_empty for cell in row.cells.values()) or list(values) == list(heading):
        return True
    filled = [Cell(value, "", Place()).text.strip("()") for value in values if value != ""]
    return len(filled) > 2 and filled == [str(number) for number in range(1, len(filled) + 1)]
