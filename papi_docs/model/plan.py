"""The plan (kế hoạch): its goals, its tasks, and who does each until when."""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from papi_docs.model.base import Line, OptionalText, Text, Value
from papi_docs.model.calendar import Anchor, Calendar
from papi_docs.model.people import Person
from papi_docs.vietnamese import month_year, short_date

__all__ = [
    "Assignment",
    "Deadline",
    "FixedDay",
    "Group",
    "InMonth",
    "PapiIndex",
    "Plan",
    "PlanLine",
    "RelativeDay",
    "Section",
    "Standing",
    "Task",
]


class FixedDay(Value):
    """Until a day, or until the day before it."""

    form: Literal["day"] = "day"
    day: date
    before: bool = False

    def due(self, calendar: Calendar) -> date:  # noqa: ARG002 - every deadline answers the same call
        """The last day on which it is in time."""
        return self.day - timedelta(days=self.before)

    def text(self, calendar: Calendar) -> str:  # noqa: ARG002 - every deadline answers the same call
        """``15/9/2021``, ``Trước ngày 15/9/2021``."""
        return f"Trước ngày {short_date(self.day)}" if self.before else short_date(self.day)


class InMonth(Value):
    """Some day of a month."""

    form: Literal["month"] = "month"
    year: int
    month: int

    @model_validator(mode="after")
    def _real(self) -> Self:
        month_year(self.year, self.month)
        return self

    def due(self, calendar: Calendar) -> date:  # noqa: ARG002 - every deadline answers the same call
        """The month's last day."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    def text(self, calendar: Calendar) -> str:  # noqa: ARG002 - every deadline answers the same call
        """``Tháng 9/2021``."""
        words = month_year(self.year, self.month)
        return words[0].upper() + words[1:]


_MOST_DAYS = 366


class RelativeDay(Value):
    """So many days before (negative) or after a day of the calendar."""

    form: Literal["relative"] = "relative"
    anchor: Anchor
    offset: int = 0

    @field_validator("offset")
    @classmethod
    def _within_a_year(cls, days: int) -> int:
        if abs(days) > _MOST_DAYS:
            message = f"hạn cách mốc {abs(days)} ngày: ghi nhiều nhất {_MOST_DAYS} ngày, hoặc ghi ngày cụ thể"
            raise ValueError(message)
        return days

    def due(self, calendar: Calendar) -> date:
        """The day in this calendar."""
        return calendar.day_of(self.anchor, self.offset)

    def text(self, calendar: Calendar) -> str:
        """The resolved short date: people cannot keep a deadline they have to work out."""
        return short_date(self.due(calendar))


class Standing(Value):
    """All year long, under the words of the workbook: ``Thường xuyên``, ``Hằng tháng``."""

    form: Literal["standing"] = "standing"
    words: Line

    def due(self, calendar: Calendar) -> date:
        """The end of the school year."""
        return calendar.year_end

    def text(self, calendar: Calendar) -> str:  # noqa: ARG002 - every deadline answers the same call
        """The words, with a capital."""
        return self.words[0].upper() + self.words[1:]


Deadline = Annotated[FixedDay | InMonth | RelativeDay | Standing, Field(discriminator="form")]
"""Thời hạn of a task."""


class Group(Value):
    """Helpers named together: ``Giáo viên chủ nhiệm``, ``Tổ Văn phòng``."""

    name: Line


class Task(Value):
    """What is to be done (nhiệm vụ)."""

    code: Line
    content: Text
    deadline: Deadline
    product: OptionalText = ""
    contents: tuple[Line, ...] = ()
    """Codes of the contents of PAPI it serves."""
    note: OptionalText = ""


class Assignment(Value):
    """A task given to people: one lead (chủ trì), any number of helpers (phối hợp)."""

    task: Task
    lead: Person
    helpers: tuple[Person | Group, ...] = ()


class Section(StrEnum):
    """Sections of the plan that lines can be added to, by the number printed before them."""

    PURPOSE = "I.1"
    REQUIREMENT = "I.2"
    COMMUNICATION = "II.1"
    PERFORMANCE = "II.2"
    INSPECTION = "II.3"
    REPORTING = "II.4"
    SOLUTIONS = "III"
    SCHOOL = "IV.1"
    STAFF = "IV.2"


class PlanLine(Value):
    """A sentence or more of a district or school, put at the end of a section."""

    section: Section
    text: Text


class PapiIndex(Value):
    """Which results of PAPI the plan speaks of."""

    name: Line = "Chỉ số Hiệu quả quản trị và Hành chính công"
    short: Line = "Chỉ số PAPI"
    result_year: int
    """Calendar year of the latest published results."""

    @property
    def next_year(self) -> int:
        """The calendar year that is to be improved."""
        return self.result_year + 1


class Plan(Value):
    """What a school promises for one school year."""

    index: PapiIndex
    lines: tuple[PlanLine, ...] = ()
    assignments: tuple[Assignment, ...] = ()

    @property
    def goals(self) -> tuple[str, ...]:
        """The school's and district's own goals: the lines of section I.1."""
        return self.lines_of(Section.PURPOSE)

    def lines_of(self, section: Section) -> tuple[str, ...]:
        """Own paragraphs of a section, in their order: each line of a cell is one, its own dash goes."""
        return self.own_lines()[section]

    def own_lines(self) -> dict[Section, tuple[str, ...]]:
        """:meth:`lines_of` every section, in their order."""
        found: dict[Section, tuple[str, ...]] = dict.fromkeys(Section, ())
        for line in self.lines:
            found[line.section] += tuple(
                [text for each in line.text.split("\n") if (text := each.lstrip("-–+• ").strip())]
            )
        return found
