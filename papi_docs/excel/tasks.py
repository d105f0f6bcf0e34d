"""The sheet of tasks: a list for all schools, lines of one school that add to it or replace in it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from papi_docs.excel.book import Book
from papi_docs.excel.cells import Cell, did_you_mean, excerpt
from papi_docs.excel.deadlines import parse_deadline
from papi_docs.excel.settings import check_in_period
from papi_docs.excel.staff import Staff, looks_like_a_person
from papi_docs.excel.table import Row
from papi_docs.model import Assignment, Calendar, Content, Deadline, FixedDay, Group, Period, Person, Standing, Task
from papi_docs.vietnamese import fold_accents, short_date

__all__ = ["TaskLine", "Tasks", "assignments_of", "check_people", "content_hint", "read_tasks", "split_names"]


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task as a row gives it: its people are still words, meant for one school or for all (``""``)."""

    school: str
    task: Task
    lead: Cell
    lead_name: str
    """Empty where a fault has been noted."""
    helpers: Cell
    helper_names: tuple[str, ...] = ()

    @property
    def folded_code(self) -> str:
        """What lines of one task share."""
        return self.task.code.casefold()


@dataclass(frozen=True, slots=True)
class Tasks:
    """Every line, and which of them a school has."""

    lines: tuple[TaskLine, ...]
    shared: tuple[TaskLine, ...]
    own: Mapping[str, Sequence[TaskLine]]
    """Lines with a school code, by that code."""
    _of_school: dict[str, tuple[TaskLine, ...]] = field(default_factory=dict, compare=False, repr=False)
    """What was put together before: every school is asked for its tasks again and again."""

    @classmethod
    def of(cls, lines: Sequence[TaskLine]) -> "Tasks":
        """Index some lines."""
        by_school: defaultdict[str, list[TaskLine]] = defaultdict(list)
        for line in lines:
            by_school[line.school].append(line)
        return cls(tuple(lines), tuple(by_school.pop("", ())), by_school)

    def of_school(self, school: str) -> tuple[TaskLine, ...]:
        """The district's list with the school's own lines in place of those of the same code, then its others."""
        if school not in self._of_school:
            self._of_school[school] = self._together(school)
        return self._of_school[school]

    def _together(self, school: str) -> tuple[TaskLine, ...]:
        own: defaultdict[str, list[TaskLine]] = defaultdict(list)
        for line in self.own.get(school, ()):
            own[line.folded_code].append(line)
        codes = {line.folded_code for line in self.shared}
        replaced = [other for line in self.shared for other in own.get(line.folded_code, [line])]
        return (*replaced, *(line for code, added in own.items() if code not in codes for line in added))


def read_tasks(book: Book, calendar: Calendar | None, contents: Sequence[Content]) -> Tasks:
    """Every line, noting every fault; what could not be read has a stand-in that reaches no paper."""
    lines: list[TaskLine] = []
    first: dict[tuple[str, str], Cell] = {}
    known = {content.code.casefold(): content for content in contents}
    for school, row in book.rows_of("tasks"):
        line = _line(book, row, school, calendar, known)
        _note_twice(book, row["code"], line, first)
        if school is not None:
            lines.append(line)
    return Tasks.of(lines)


def _note_twice(book: Book, cell: Cell, line: TaskLine, first: dict[tuple[str, str], Cell]) -> None:
    if cell.is_empty or cell.problem:
        return
    before = first.setdefault((line.school, line.folded_code), cell)
    if before is not cell:
        message = f'mã nhiệm vụ "{excerpt(line.task.code)}" đã có ở ô {before.place.cell}: đổi mã, hoặc xóa một dòng.'
        book.faults.add("task-twice", cell, message)


_STAND_IN = "?"


def _line(
    book: Book, row: Row, school: str | None, calendar: Calendar | None, contents: Mapping[str, Content]
) -> TaskLine:
    faults = book.faults
    code, content, lead = (faults.text(row[key], required=True) for key in ("code", "content", "lead"))
    product, note, helpers = (faults.text(row[key]) for key in ("product", "note", "helpers"))
    task = Task(
        code=code or _STAND_IN,
        content=content or _STAND_IN,
        deadline=_deadline(book, row["deadline"], calendar) or Standing(words=_STAND_IN),
        product=product,
        contents=_content_codes(book, row["contents"], contents),
        note=note,
    )
    return TaskLine(school or "", task, row["lead"], lead, row["helpers"], split_names(helpers))


@lru_cache(1 << 12)
def split_names(text: str) -> tuple[str, ...]:
    """The names in a cell, cut at semicolons and new lines, else at commas outside brackets."""
    parts = re.split(r"[;\n]", text) if re.search(r"[;\n]", text) else re.split(r",(?![^(]*\))", text)
    return tuple(name for part in parts if (name := part.strip(" -–•+.")))


def _deadline(book: Book, cell: Cell, calendar: Calendar | None) -> Deadline | None:
    deadline: Deadline | None
    if isinstance(cell.value, date | float) and not isinstance(cell.value, bool):
        day = book.faults.date(cell)
        deadline = FixedDay(day=day) if day else None
    else:
        text = book.faults.text(cell, required=True)
        deadline = book.faults.converted(cell, lambda text: parse_deadline(text, calendar), text) if text else None
    if deadline is not None and calendar is not None:
        _check_in_year(book, cell, deadline, calendar)
    return deadline


def _check_in_year(book: Book, cell: Cell, deadline: Deadline, calendar: Calendar) -> None:
    period, called = _year_of(calendar)
    if isinstance(deadline, FixedDay):
        check_in_period(book, cell, deadline.day, period, called)
    elif (due := deadline.due(calendar)) not in period:
        message = f'{cell.label} "{excerpt(cell.text)}" (đến {short_date(due)}) ngoài {called}: sửa thời hạn.'
        book.faults.add("date-outside", cell, message)


@lru_cache
def _year_of(calendar: Calendar) -> tuple[Period, str]:
    """The school year, and what it is called."""
    return calendar.period, f"năm học {calendar.label}"


_BETWEEN_CODES = re.compile(r"[,;\n]")


def _content_codes(book: Book, cell: Cell, known: Mapping[str, Content]) -> tuple[str, ...]:
    codes: list[str] = []
    for text in filter(None, map(str.strip, _BETWEEN_CODES.split(book.faults.text(cell)))):
        words = [text] if text.casefold() in known else text.split()
        if all(word.casefold() in known for word in words):
            codes += [known[word.casefold()].code for word in words]
        else:
            message = f'không có nội dung PAPI mã "{excerpt(text)}".{content_hint(text, tuple(known.values()))}'
            book.faults.add("content-unknown", cell, message)
    return tuple(dict.fromkeys(codes))


def content_hint(text: str, contents: Sequence[Content]) -> str:
    """What to write in place of an unknown content: the near miss, or all codes."""
    meant = next((item.code for item in contents if fold_accents(item.wording) == fold_accents(text)), None)
    codes = [content.code for content in contents]
    near = f' Ý bạn là "{meant}"?' if meant else did_you_mean(text, codes)
    return near or f" Ghi một trong {', '.join(codes)}."


_Unclear = dict[tuple[Cell, str], list[str]]
"""Schools by the cell and name that are unclear there."""


def check_people(book: Book, tasks: Tasks, staff: Mapping[str, Staff]) -> None:
    """Note every task whose lead or helper is nobody, or not one person; once a cell, with the schools."""
    missing: _Unclear = {}
    several: _Unclear = {}
    for school, people in staff.items():
        for line in tasks.of_school(school):
            _check_line(line, school, people, missing, several)
    helpers = {id(line.helpers) for line in tasks.lines}
    for (cell, name), schools in missing.items():
        with book.faults.concerning(*schools):
            is_lead = id(cell) not in helpers
            hint = staff[schools[0]].suggestion(name) or _way_out(name, is_lead=is_lead)
            message = f'{cell.label} "{excerpt(name)}" không có trong nhân sự của {_listed(schools)}.{hint}'
            book.faults.add("person-unknown", cell, message)
    for (cell, name), schools in several.items():
        with book.faults.concerning(*schools):
            hint = staff[schools[0]].ways_to_say(name)
            message = f'{cell.label} "{excerpt(name)}": {_listed(schools)} có nhiều người như vậy.{hint}'
            book.faults.add("person-ambiguous", cell, message)


def _check_line(line: TaskLine, school: str, people: Staff, missing: _Unclear, several: _Unclear) -> None:
    found = people.find(line.lead_name)
    if len(found) > 1:
        several.setdefault((line.lead, line.lead_name), []).append(school)
    if line.lead_name and not found and not people.may_have(line.lead_name):
        missing.setdefault((line.lead, line.lead_name), []).append(school)
    for name in line.helper_names:
        if people.helper(name) is None and not people.may_have(name):
            missing.setdefault((line.helpers, name), []).append(school)


def _way_out(name: str, *, is_lead: bool) -> str:
    if is_lead and len(split_names(name)) > 1:
        return " Chủ trì là một người: ghi một người, chuyển những người khác sang cột Phối hợp."
    if is_lead and not looks_like_a_person(name):
        return " Chủ trì là một người: ghi họ tên hoặc chức vụ có ở sheet Nhân sự, hoặc thêm người này."
    return " Thêm người này ở sheet Nhân sự, hoặc sửa tên."


def _listed(schools: Sequence[str]) -> str:
    shown = ", ".join(schools[:5])
    return f"trường {shown}" if len(schools) <= 5 else f"trường {shown} và {len(schools) - 5} trường khác"


def assignments_of(tasks: Tasks, school: str, staff: Staff) -> tuple[Assignment, ...]:
    """The school's tasks with its own people; lines that :func:`check_people` noted are left out."""
    return tuple(
        Assignment(task=line.task, lead=leads[0], helpers=_helpers(line, staff))
        for line in tasks.of_school(school)
        if len(leads := staff.find(line.lead_name)) == 1
    )


def _helpers(line: TaskLine, staff: Staff) -> tuple[Person | Group, ...]:
    found = (staff.helper(name) for name in line.helper_names)
    return tuple(helper for helper in found if helper is not None)
