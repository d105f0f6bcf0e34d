"""A workbook while it is read: its sheets, its faults, and what every sheet may refer to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from papi_docs.excel.cells import Cell, Faults, did_you_mean, excerpt
from papi_docs.excel.columns import SHEETS
from papi_docs.excel.opening import Grid
from papi_docs.excel.table import Row, Table, table_of
from papi_docs.findings import Finding, Place
from papi_docs.model import Content, nine_contents
from papi_docs.vietnamese import squeeze

__all__ = ["Book"]


@dataclass(slots=True)
class Book:
    """Sheets by their key, and the school codes by their folded form."""

    file: str
    sheets: Mapping[str, Grid]
    faults: Faults = field(default_factory=Faults)
    """Of the rows; those of the headings are :meth:`heading_findings`."""
    codes: dict[str, str] = field(default_factory=dict)
    _tables: dict[str, tuple[Table, Faults]] = field(default_factory=dict)
    """Those that were asked for, with the faults of their headings: the others may not be parsed yet."""
    _met: dict[str, str] = field(default_factory=dict)
    """Codes by the text of the cells that named them: each stands in many rows."""

    def rows(self, sheet: str) -> Iterator[Row]:
        """Rows of a sheet, made as they are asked for; none where it is missing."""
        return self._table(sheet)[0].rows() if sheet in self.sheets else iter(())

    def is_incomplete(self, sheet: str) -> bool:
        """Whether it is not there, or lacks a required column: what it does not say proves nothing."""
        return sheet not in self.sheets or not self._table(sheet)[0].is_whole

    def heading_findings(self) -> list[Finding]:
        """Faults of the headings of all sheets."""
        return [finding for sheet in self.sheets for finding in self._table(sheet)[1].findings]

    def _table(self, key: str) -> tuple[Table, Faults]:
        if key not in self._tables:
            sheet, noted = SHEETS[key], Faults()
            if sheet.contents_after:
                sheet = sheet.with_contents(self._listed_contents())
            self._tables[key] = table_of(self.file, self.sheets[key], sheet, noted), noted
        return self._tables[key]

    def _listed_contents(self) -> Sequence[Content]:
        """The contents that have columns in other sheets; the faults of their own sheet are noted when it is read."""
        listed = {
            row["code"].text.casefold(): (squeeze(row["code"].text), row["wording"].text)
            for row in self.rows("contents")
        }
        own = [Content(code=code, wording=wording) for code, wording in listed.values() if code and wording]
        return own or nine_contents()

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
        return Place(self.file, self.sheets[sheet].name if sheet in self.sheets else SHEETS[sheet].name)

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
        if code is None and not self.is_incomplete("schools"):
            known = list(self.codes.values())
            hint = did_you_mean(text, known) or " Thêm trường này ở sheet Trường, hoặc sửa mã."
            self.faults.add("school-unknown", cell, f'không có trường mã "{excerpt(text)}".{hint}')
        elif code is not None:
            self._met[cell.text] = code
        return code


def _key(code: str) -> str:
    return squeeze(code).casefold()
