"""A workbook while it is read: its tables, its faults, and what every sheet may refer to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from papi_docs.excel.cells import Cell, Faults, did_you_mean
from papi_docs.excel.table import Row
from papi_docs.findings import Place

__all__ = ["Book"]


@dataclass(slots=True)
class Book:
    """Rows by sheet key, and the school codes by their folded form."""

    file: str
    tables: Mapping[str, tuple[Row, ...]]
    faults: Faults
    codes: dict[str, str] = field(default_factory=dict)

    def rows(self, sheet: str) -> tuple[Row, ...]:
        """Rows of a sheet; none where it is missing."""
        return self.tables.get(sheet, ())

    def place(self, sheet: str) -> Place:
        """The sheet itself, for what has no cell."""
        return Place(self.file, sheet)

    def school_of(self, cell: Cell, *, required: bool = False) -> str | None:
        """Code of the school a row is about: ``""`` for all, ``None`` (and a fault) for an unknown one."""
        text = self.faults.text(cell, required=required)
        if not text:
            return None if required or cell.problem else ""
        code = self.codes.get(text.casefold())
        if code is None:
            known = list(self.codes.values())
            hint = did_you_mean(text, known) or " Thêm trường này ở sheet Trường, hoặc sửa mã."
            self.faults.add("school-unknown", cell, f'không có trường mã "{text}".{hint}')
        return code
