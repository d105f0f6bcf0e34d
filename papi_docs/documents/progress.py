"""How far a school got by a day: tasks, answers to remarks and remedies, done, late or still to do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Self

from papi_docs.documents.figures import Cells, cells_of, found_cells
from papi_docs.findings import Place
from papi_docs.model import (
    Assignment,
    Calendar,
    Dossier,
    Inspection,
    Record,
    Remark,
    Remedy,
    Semester,
    TaskResult,
)
from papi_docs.vietnamese import short_date

__all__ = [
    "Counted",
    "TaskProgress",
    "Term",
    "Timed",
    "Timing",
    "held_inspections",
    "remark_timing",
    "remarks_received",
    "remedies_asked",
    "remedy_timing",
    "task_progress",
    "timed",
    "unheld_inspections",
]


@dataclass(frozen=True, slots=True)
class Term:
    """What a report looks back on: semester I, or the whole year.

    What was done after ``until`` belongs to the next report; a report issued before the end of its
    term looks back from its own day.
    """

    semester: Semester
    """The second one stands for the whole year."""
    until: date
    name: str
    """``học kỳ I``, ``năm học 2021-2022``."""

    @classmethod
    def first(cls, calendar: Calendar, on: date = date.max) -> Self:
        """Semester I (học kỳ I), as a report of the day ``on`` sees it."""
        return cls(Semester.FIRST, min(calendar.semester_1_end, on), "học kỳ I")

    @classmethod
    def year(cls, calendar: Calendar, on: date = date.max) -> Self:
        """The school year (năm học), as a report of the day ``on`` sees it."""
        return cls(Semester.SECOND, min(calendar.year_end, on), f"năm học {calendar.label}")

    @property
    def is_year(self) -> bool:
        """Whether it is the whole year."""
        return self.semester is Semester.SECOND

    @property
    def as_of(self) -> str:
        """``Tính đến ngày 30/5/2022``."""
        return f"Tính đến ngày {short_date(self.until)}"


class Timing(StrEnum):
    """What a deadline has come to by a day."""

    ON_TIME = "Đúng thời hạn"
    LATE = "Chậm so với thời hạn"
    DUE = "Đã đến hạn, chưa hoàn thành"
    PENDING = "Chưa đến hạn"

    @property
    def done(self) -> bool:
        """Whether it is done, late or not."""
        return self in (Timing.ON_TIME, Timing.LATE)

    @classmethod
    def of(cls, deadline: date, done: date | None, until: date) -> "Timing":
        """What a deadline has come to at the end of the day ``until``; what was done later does not count."""
        if done is not None and done <= until:
            return cls.ON_TIME if done <= deadline else cls.LATE
        return cls.DUE if deadline <= until else cls.PENDING


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """How many things there are, and the cells that say so."""

    number: int
    told_by: Cells = ()

    @property
    def cells(self) -> Sequence[Place]:
        """The cells, found."""
        return found_cells(self.told_by)

    @classmethod
    def of(cls, records: Iterable[Record | None], *fields: str) -> Self:
        """Count records by the cells of some fields; a thing that nothing was written of is None."""
        found = list(records)
        return cls(len(found), cells_of(found, *fields))

    def __add__(self, other: "Counted") -> "Counted":
        return Counted(self.number + other.number, lambda: (*self.cells, *other.cells))

    def __sub__(self, other: "Counted") -> "Counted":
        """What came to the ``other`` things, which are among these."""
        return Counted(self.number - other.number, lambda: _without(self.cells, frozenset(other.cells)))


def _without(cells: Sequence[Place], known: frozenset[Place]) -> Sequence[Place]:
    return [cell for cell in cells if cell not in known]


@dataclass(frozen=True, slots=True)
class Timed:
    """Things with a deadline, each counted once."""

    on_time: Counted
    late: Counted
    due: Counted
    pending: Counted

    done: Counted = field(init=False)
    """Done, late or not."""
    rest: Counted = field(init=False)
    """Not done."""
    total: Counted = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "done", self.on_time + self.late)
        object.__setattr__(self, "rest", self.due + self.pending)
        object.__setattr__(self, "total", self.done + self.rest)


def timed(things: Iterable[tuple[Timing, Record | None]], *fields: str) -> Timed:
    """Count records by what their deadlines have come to; ``fields`` are those that decide it."""
    found: dict[Timing, list[Record | None]] = {timing: [] for timing in Timing}
    for timing, record in things:
        found[timing].append(record)
    return Timed(*(Counted.of(records, *fields) for records in found.values()))


@dataclass(frozen=True, slots=True)
class TaskProgress:
    """A task, what was written of it, and what its deadline has come to."""

    assignment: Assignment
    result: TaskResult | None
    due: date
    timing: Timing
    day: date | None
    """When it was done, if that counts already."""

    @property
    def name(self) -> str:
        """What is to be done."""
        return self.assignment.task.content

    @property
    def done(self) -> bool:
        """Whether it is, late or not."""
        return self.day is not None


def task_progress(dossier: Dossier, until: date) -> tuple[TaskProgress, ...]:
    """Every task of the plan by a day, in the order of the plan."""
    results: dict[str, list[TaskResult]] = {}
    for result in dossier.evidence.results:
        results.setdefault(result.task, []).append(result)
    return tuple(
        _progress(assignment, results.get(assignment.task.code, []), dossier.calendar, until)
        for assignment in dossier.plan.assignments
    )


def _progress(assignment: Assignment, results: Sequence[TaskResult], calendar: Calendar, until: date) -> TaskProgress:
    result = _result_of(results)
    due = assignment.task.deadline.due(calendar)
    day = result.day if result and result.day and result.day <= until else None
    return TaskProgress(assignment, result, due, Timing.of(due, day, until), day)


def _result_of(results: Sequence[TaskResult]) -> TaskResult | None:
    """The first time it was done; else what was written last."""
    done = [result for result in results if result.day]
    return min(done, key=lambda result: result.day or date.max) if done else (results[-1] if results else None)


def remarks_received(dossier: Dossier, until: date) -> tuple[Remark, ...]:
    """Remarks of citizens received by a day."""
    return tuple(remark for remark in dossier.evidence.remarks if remark.day <= until)


def remark_timing(remark: Remark, until: date) -> Timing:
    """Whether a remark was answered by a day, and in time."""
    return Timing.of(remark.deadline, remark.answered, until)


def held_inspections(dossier: Dossier, until: date) -> tuple[Inspection, ...]:
    """Inspections held by a day."""
    return tuple(one for one in dossier.evidence.inspections if one.day and one.day <= until)


def unheld_inspections(dossier: Dossier, until: date) -> tuple[Inspection, ...]:
    """Inspections planned for a day that has come, and not held by it."""
    held = held_inspections(dossier, until)
    return tuple(one for one in dossier.evidence.inspections if one.planned <= until and one not in held)


def remedies_asked(dossier: Dossier, until: date) -> tuple[Remedy, ...]:
    """What the inspections held by a day asked to be put right."""
    return tuple(remedy for one in held_inspections(dossier, until) for _, remedy in one.remedies)


def remedy_timing(remedy: Remedy, until: date) -> Timing:
    """Whether something was put right by a day.

    A re-check after the deadline does not say that the thing was put right late: it is never ``LATE``.
    """
    if remedy.done and (remedy.recheck_day or until) <= until:
        return Timing.ON_TIME
    return Timing.of(remedy.deadline, None, until)
