"""A workbook while it is read: its tables, its faults, and what every sheet may refer to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from papi_docs.excel.cells import Cell, Faults, did_you_mean, excerpt
from papi_docs.excel.columns import SHEETS
from papi_docs.excel.table import Row, Table
from papi_docs.findings import Place
from papi_docs.vietnamese import squeeze

__all__ = ["Book"]


@dataclass(slots=True)
class Book:
    """Tables by sheet key, and the school codes by their folded form."""

    file: str
    tables: Mapping[str, Table]
    faults: Faults
    names: Mapping[str, str] = field(default_factory=dict)
    """What the file calls its sheets, by sheet key."""
    incomplete: frozenset[str] = frozenset()
    """Sheets that are not there, or lack a required column: what they do not say proves nothing."""
    codes: dict[str, str] = field(default_factory=dict)
    _met: dict[str, str] = field(default_factory=dict)
    """Codes by the text of the cells that named them: each stands in many rows."""

    def rows(self, sheet: str) -> Iterator[Row]:
        """Rows of a sheet, made as they are asked for; none where it is missing."""
        return self.tables[sheet].rows() if sheet in self.tables else iter(())

    def rows_of(self, sheet: str, *, required: bool = False) -> Iterator[tuple[str | None, Row]]:
        """The rows of a sheet with their school; while one is read, faults are about its school.

        The school is ``""`` where a row is for all and that is allowed, ``None`` where it is not known.
        """
        for row in self.rows(sheet):
            school = self.school_of(row["school"], required=required)
            self.faults.concerned = (school,) if school else ()
            try:
                yield school, row
            finally:
                self.faults.concerned = ()

    def place(self, sheet: str) -> Place:
        """The sheet itself, for what has no cell."""
        return Place(self.file, self.names.get(sheet, SHEETS[sheet].name))

    def add_code(self, code: str) -> None:
        """Let rows refer to a school."""
        self.codes[_key(code)] = code

    def school_of(self, cell: Cell, *, required: bool = False) -> str | None:
        """Code of the school a row is about: ``""`` for all, ``None`` (and a fault) for an unknown one."""
        if cell.is_plain and cell.text in self._met:
            return self._met[cell.text]
        text = squeeze(self.faults.text(cell, required=required))
        if not text:
            return "" if cell.is_empty and not required else None
        code = self.codes.get(_key(text))
        if code is None and "schools" not in self.incomplete:
            known = list(self.codes.values())
            hint = did_you_mean(text, known) or " Thêm trường này ở sheet Trường, hoặc sửa mã."
            self.faults.add("school-unknown", cell, f'không có trường mã "{excerpt(text)}".{hint}')
        elif code is not None:
            self._met[cell.text] = code
        return code


def _key(code: str) -> str:
    return squeeze(code).casefold()
