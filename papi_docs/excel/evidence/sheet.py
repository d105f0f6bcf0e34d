"""Reading the rows of evidence: what all its sheets may refer to, and how their cells are read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TypeVar

from papi_docs.excel.book import Book
from papi_docs.excel.cells import Cell, Faults, did_you_mean, excerpt
from papi_docs.excel.settings import check_in_period
from papi_docs.excel.staff import Staff
from papi_docs.excel.table import Row
from papi_docs.excel.tasks import Tasks, content_hint
from papi_docs.model import Calendar, Cells, Content, Period, Semester
from papi_docs.vietnamese import fold_accents, parse_semester

__all__ = ["Year", "places"]

_Choice = TypeVar("_Choice", bound=StrEnum)

_YES = frozenset({"co", "x", "c", "v", "da", "roi"})
_YES_OR_NO = _YES | {"khong", "k", "ko", "chua"}
_SEMESTERS = dict(enumerate(Semester, start=1))


@dataclass(frozen=True)
class Year:
    """The workbook, and what its plan has told already."""

    book: Book
    calendar: Calendar | None
    contents: Sequence[Content]
    staff: Mapping[str, Staff]
    tasks: Tasks

    @cached_property
    def faults(self) -> Faults:
        """Where faults are noted."""
        return self.book.faults

    @cached_property
    def _content_codes(self) -> Mapping[str, str]:
        """Codes of the contents by their folded form."""
        return {content.code.casefold(): content.code for content in self.contents}

    @cached_property
    def _task_codes(self) -> Mapping[str, Mapping[str, str]]:
        """Codes of each school's tasks by their folded form."""
        return {
            school: {line.folded_code: line.task.code for line in self.tasks.of_school(school)}
            for school in self.book.codes.values()
        }

    @cached_property
    def _periods(self) -> Mapping[int, Period]:
        """The school year, and with the months that follow it, by their number."""
        if self.calendar is None:
            return {}
        period = self.calendar.period
        return {0: period, 6: Period(start=period.start, end=date(self.calendar.start + 1, 12, 31))}

    @cached_property
    def _in_period(self) -> set[tuple[date, int]]:
        """Days that were found to lie in one of these periods."""
        return set()

    @cached_property
    def _called(self) -> str:
        return f"năm học {self.calendar.label}" if self.calendar else ""

    def rows(self, sheet: str, *, required: bool = True) -> Iterator[tuple[str | None, Row]]:
        """The rows of a sheet with their school, see :meth:`Book.rows_of`; their notes have been read."""
        for school, row in self.book.rows_of(sheet, required=required):
            if "note" in row:
                self.faults.text(row["note"])
            yield school, row

    def line(self, cell: Cell, *, required: bool = False) -> str:
        """Text on one line."""
        return self.faults.text(cell, required=required).replace("\n", " ")

    def day(self, cell: Cell, *, required: bool = False) -> date | None:
        """A day of the school year."""
        return self._day(cell, required=required, months_after=0)

    def deadline(self, cell: Cell, *, required: bool = False) -> date | None:
        """A day until which something is promised, which may lie in the half year after the school year."""
        return self._day(cell, required=required, months_after=6)

    def _day(self, cell: Cell, *, required: bool, months_after: int) -> date | None:
        day = self.faults.date(cell, required=required)
        if day is None or self.calendar is None:
            return day
        if (day, months_after) in self._in_period:
            return day
        if not check_in_period(self.book, cell, day, self._periods[months_after], self._called):
            return None
        self._in_period.add((day, months_after))
        return day

    def semester(self, cell: Cell) -> Semester | None:
        """A semester in any usual spelling; a whole year is its second one."""
        text = self.line(cell, required=True)
        if fold_accents(text) in ("ca nam", "cuoi nam", "nam hoc"):
            return Semester.SECOND
        number = self.faults.converted(cell, parse_semester, text) if text else None
        return _SEMESTERS[number] if number else None

    def choice(self, cell: Cell, of: type[_Choice], also: Mapping[str, str] | None = None) -> _Choice | None:
        """One of the words of an enumeration."""
        found = self.faults.choice(cell, _words(of), also=also or {}, required=True)
        return of(found) if found else None

    def flag(self, cell: Cell) -> bool:
        """Có or Không; an empty cell is no."""
        text = fold_accents(self.faults.text(cell))
        if text and text not in _YES_OR_NO:
            message = f'{cell.label} "{excerpt(cell.text)}" không hiểu được: ghi Có hoặc Không.'
            self.faults.add("choice-unknown", cell, message)
        return text in _YES

    def is_yes(self, cell: Cell) -> bool:
        """Whether a cell says Có, without a word about what else it may say."""
        return fold_accents(cell.text) in _YES

    def content(self, cell: Cell, *, required: bool = False) -> str:
        """Code of a content as the list has it; empty where there is none, or a fault."""
        text = self.line(cell, required=required)
        known = self._content_codes
        if text and text.casefold() not in known:
            message = f'không có nội dung PAPI mã "{excerpt(text)}".{content_hint(text, self.contents)}'
            self.faults.add("content-unknown", cell, message)
        return known.get(text.casefold(), "")

    def task(self, cell: Cell, school: str | None) -> str:
        """Code of a task of the school; empty where there is none."""
        text = self.line(cell, required=True)
        if not text or school is None:
            return ""
        known = self._task_codes[school]
        if text.casefold() not in known and not self.book.is_incomplete("tasks"):
            hint = did_you_mean(text, list(known.values())) or " Thêm việc này ở sheet Nhiệm vụ, hoặc sửa mã."
            message = f'trường {school} không có nhiệm vụ mã "{excerpt(text)}".{hint}'
            self.faults.add("task-unknown", cell, message)
        return known.get(text.casefold(), "")

    def person(self, cell: Cell, school: str | None) -> str:
        """Name of exactly one member of staff, who may be called by a position."""
        text = self.line(cell, required=True)
        staff = self._staff_of(school)
        if not text or staff is None:
            return text
        found = staff.find(text)
        if len(found) > 1:
            message = f'{cell.label} "{excerpt(text)}": trường {school} có nhiều người như vậy.'
            self.faults.add("person-ambiguous", cell, message + staff.ways_to_say(text))
        elif not found and not staff.may_have(text):
            self._note_unknown(cell, text, school or "", staff)
        return found[0].name if len(found) == 1 else text

    def people(self, cell: Cell, school: str | None, names: Sequence[str]) -> tuple[str, ...]:
        """Names of people or groups; what looks like a person and is not there is a fault."""
        staff = self._staff_of(school)
        return tuple(names) if staff is None else tuple(self._helper(cell, name, school or "", staff) for name in names)

    def _helper(self, cell: Cell, name: str, school: str, staff: Staff) -> str:
        meant = staff.helper(name)
        if meant is None and not staff.may_have(name):
            self._note_unknown(cell, name, school, staff)
        return meant.name if meant else name

    def _staff_of(self, school: str | None) -> Staff | None:
        return None if self.book.is_incomplete("staff") else self.staff.get(school or "")

    def _note_unknown(self, cell: Cell, name: str, school: str, staff: Staff) -> None:
        hint = staff.suggestion(name) or " Thêm người này ở sheet Nhân sự, hoặc sửa tên."
        message = f'{cell.label} "{excerpt(name)}" không có trong nhân sự của trường {school}.{hint}'
        self.faults.add("person-unknown", cell, message)

    def is_twice(self, cell: Cell, first: dict[tuple[object, ...], Cell], key: tuple[object, ...], what: str) -> bool:
        """Whether the key was met in an earlier cell, which is a fault; ``first`` is kept up to date."""
        before = first.setdefault(key, cell)
        if before is not cell:
            message = f"{what} đã có ở ô {before.place.cell}: xóa một dòng, hoặc sửa cho khác nhau."
            self.faults.add("record-twice", cell, message)
        return before is not cell


@lru_cache
def _words(of: type[StrEnum]) -> tuple[str, ...]:
    return tuple(of)


def places(row: Row, *keys: str) -> Cells:
    """Where the filled cells of a row stand, by field."""
    columns = {key: cell.field.column for key in keys if not (cell := row[key]).is_empty}
    return Cells(columns, row[keys[0]].row)
