"""What a school did in the year: results of tasks, inspections, surveys, remarks of citizens, contacts.

Every record keeps the cells it was read from, so that a printed figure can be followed back to them.
"""

from collections.abc import Iterator, Mapping
from datetime import date, time
from enum import StrEnum
from typing import Self

from pydantic import Field, InstanceOf, model_validator
from pydantic.json_schema import SkipJsonSchema

from papi_docs.findings import Place
from papi_docs.model.base import OptionalText, Text, Value
from papi_docs.model.papers import LegalBasis

__all__ = [
    "AdHocRequest",
    "Cells",
    "Contact",
    "Evidence",
    "Inspection",
    "InspectionItem",
    "InspectionKind",
    "Rating",
    "Record",
    "Remark",
    "RemarkIdentity",
    "Remedy",
    "Semester",
    "Survey",
    "Tally",
    "Target",
    "TaskResult",
    "TaskState",
    "Topic",
    "Words",
]


class Cells(Mapping[str, Place]):
    """The cells of one row, by field name; most are never asked for, and a province has hundreds of thousands."""

    __slots__ = ("_columns", "_row")

    def __init__(self, columns: Mapping[str, Place], row: int) -> None:
        self._columns = columns
        self._row = row

    def __getitem__(self, field: str) -> Place:
        return self._columns[field].in_row(self._row)

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    def __repr__(self) -> str:
        return repr(dict(self))


class Record(Value):
    """Something written down in the workbook."""

    cells: SkipJsonSchema[InstanceOf[Cells]] | Mapping[str, Place] = Field(
        default_factory=dict, repr=False, exclude=True, union_mode="left_to_right"
    )
    """The cell of each figure, by field name; empty for records made by hand. No part of what was done: not dumped."""

    def cell(self, field: str) -> tuple[Place, ...]:
        """The cell of a field, if it is known."""
        return (self.cells[field],) if field in self.cells else ()


class Semester(StrEnum):
    """Which half of the school year a record is about."""

    FIRST = "Học kỳ I"
    SECOND = "Học kỳ II"


class TaskState(StrEnum):
    """How far a task is (tình trạng)."""

    DONE = "Hoàn thành"
    RUNNING = "Đang thực hiện"
    NOT_STARTED = "Chưa thực hiện"


class TaskResult(Record):
    """What became of a task (kết quả nhiệm vụ)."""

    task: Text
    """Code of the task."""
    state: TaskState
    day: date | None = None
    """When it was done."""
    product: OptionalText = ""
    evidence: OptionalText = ""
    """Minh chứng: the paper or thing that shows it."""
    cause: OptionalText = ""
    """Why it is late or not done."""

    @model_validator(mode="after")
    def _day_goes_with_done(self) -> Self:
        if (self.state is TaskState.DONE) != (self.day is not None):
            message = (
                "nhiệm vụ hoàn thành phải có ngày hoàn thành"
                if self.day is None
                else "có ngày hoàn thành thì tình trạng là Hoàn thành"
            )
            raise ValueError(message)
        return self


class InspectionKind(StrEnum):
    """Định kỳ, đột xuất, phúc tra."""

    REGULAR = "Định kỳ"
    UNANNOUNCED = "Đột xuất"
    RECHECK = "Phúc tra"


class Remedy(Record):
    """What has to be put right after an inspection (khắc phục), until when, and its re-check (phúc tra)."""

    requirement: Text
    deadline: date
    responsible: Text
    recheck_day: date | None = None
    recheck_result: OptionalText = ""
    done: bool = False
    """Whether the re-check found it put right."""


class InspectionItem(Record):
    """One thing looked at: its merits (ưu điểm) and limits (hạn chế)."""

    subject: Text
    merit: OptionalText = ""
    limit: OptionalText = ""
    remedy: Remedy | None = None

    @model_validator(mode="after")
    def _a_limit_has_a_remedy(self) -> Self:
        if self.limit and self.remedy is None:
            message = "hạn chế phải có yêu cầu khắc phục, thời hạn và người chịu trách nhiệm"
            raise ValueError(message)
        return self


class Inspection(Record):
    """A self-inspection (tự kiểm tra), planned or held."""

    code: Text
    kind: InspectionKind
    planned: date
    content: Text
    target: Text
    """Đối tượng kiểm tra."""
    lead: Text
    """Chairs the minutes (chủ trì)."""
    secretary: Text
    members: tuple[Text, ...] = ()
    day: date | None = None
    """When it was held; None while it is only planned."""
    start: time | None = None
    end: time | None = None
    place: OptionalText = ""
    reply: OptionalText = ""
    """The inspected side's words."""
    items: tuple[InspectionItem, ...] = ()

    @property
    def held(self) -> bool:
        """Whether it took place."""
        return self.day is not None

    @property
    def remedies(self) -> tuple[tuple[InspectionItem, Remedy], ...]:
        """Items with something to put right."""
        return tuple((item, item.remedy) for item in self.items if item.remedy)

    @model_validator(mode="after")
    def _remedies_follow(self) -> Self:
        for _, remedy in self.remedies:
            if self.day and remedy.deadline < self.day:
                message = "thời hạn khắc phục trước ngày kiểm tra"
                raise ValueError(message)
            if self.day and remedy.recheck_day and remedy.recheck_day < self.day:
                message = "ngày phúc tra trước ngày kiểm tra"
                raise ValueError(message)
        return self


class Tally(Record):
    """Answers to one content: yes, no, do not know."""

    yes: int = Field(ge=0)
    no: int = Field(ge=0)
    unknown: int = Field(ge=0)

    @property
    def total(self) -> int:
        """Every answer: the denominator of its shares."""
        return self.yes + self.no + self.unknown


class Rating(StrEnum):
    """Overall rating in five levels."""

    VERY_BAD = "Rất kém"
    BAD = "Kém"
    FAIR = "Bình thường"
    GOOD = "Tốt"
    VERY_GOOD = "Rất tốt"


class Survey(Record):
    """A survey of parents (khảo sát ý kiến cha mẹ học sinh)."""

    semester: Semester
    start: date
    end: date
    given_out: int = Field(ge=0)
    returned: int = Field(ge=0)
    answers: Mapping[str, Tally] = Field(default_factory=dict)
    """By content code."""
    ratings: Mapping[Rating, int] = Field(default_factory=dict)
    remarks: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _counts_fit(self) -> Self:
        reasons = list(self._faults())
        if reasons:
            raise ValueError("; ".join(reasons))
        return self

    def _faults(self) -> Iterator[str]:
        if self.returned > self.given_out:
            yield f"thu về {self.returned} phiếu, nhiều hơn {self.given_out} phiếu phát ra"
        for code, tally in self.answers.items():
            if tally.total > self.returned:
                yield f"{code} có {tally.total} trả lời, nhiều hơn {self.returned} phiếu thu về"
        if sum(self.ratings.values()) > self.returned:
            yield f"đánh giá chung có {sum(self.ratings.values())} trả lời, nhiều hơn {self.returned} phiếu thu về"


class RemarkIdentity(Value):
    """Who made a remark; never reaches a published extract."""

    name: OptionalText = ""
    contact: OptionalText = ""


class Remark(Record):
    """A citizen's remark or petition (phản ánh, kiến nghị)."""

    day: date
    channel: Text
    text: Text
    content: OptionalText = ""
    """Code of the content of PAPI, where it is about one."""
    handler: Text
    deadline: date
    result: OptionalText = ""
    answered: date | None = None
    published: bool = False
    identity: RemarkIdentity = RemarkIdentity()

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.deadline < self.day or (self.answered and self.answered < self.day):
            message = "hạn và ngày trả lời không thể trước ngày nhận phản ánh"
            raise ValueError(message)
        return self


class Contact(Record):
    """What the school publishes so that people can reach it."""

    phone: Text
    email: Text
    hours: Text
    answerer: Text
    reply_days: int = Field(ge=1)
    """Working days within which an answer is given."""
    posted: date | None = None
    """When it was put up at the school."""
    place: OptionalText = ""


class Target(Record):
    """Chỉ tiêu of one content: the share of ``Có`` that the school aims at, in per cent."""

    content: Text
    share: int = Field(ge=0, le=100)
    previous: int | None = Field(default=None, ge=0, le=100)
    """The share of the year before, where it is known."""
    measure: OptionalText = ""
    """Biện pháp."""


class Topic(StrEnum):
    """Parts of a report whose words are chosen from the evidence unless the workbook gives its own."""

    SITUATION = "Đặc điểm tình hình"
    MERITS = "Ưu điểm"
    LIMITS = "Hạn chế"
    CAUSES = "Nguyên nhân"
    LESSONS = "Bài học kinh nghiệm"
    NEXT = "Phương hướng"
    PETITIONS = "Kiến nghị"


class Words(Record):
    """The school's own words for a part of a report."""

    semester: Semester
    """The second one stands for the report of the whole year."""
    topic: Topic
    text: Text


class AdHocRequest(Record):
    """A report asked for out of turn (báo cáo đột xuất)."""

    request: LegalBasis
    addressee: Text
    subject: Text
    summary: Text
    course: Text
    causes: Text
    measures: Text
    proposals: OptionalText = ""


class Evidence(Record):
    """All that a school wrote down during the year; empty at its start."""

    results: tuple[TaskResult, ...] = ()
    inspections: tuple[Inspection, ...] = ()
    surveys: tuple[Survey, ...] = ()
    remarks: tuple[Remark, ...] = ()
    contact: Contact | None = None
    targets: tuple[Target, ...] = ()
    words: tuple[Words, ...] = ()
    request: AdHocRequest | None = None
    class_count: int | None = None
    pupil_count: int | None = None

    def survey(self, semester: Semester) -> Survey | None:
        """The survey of a semester, if one was held."""
        return next((survey for survey in self.surveys if survey.semester is semester), None)

    def words_of(self, semester: Semester, topic: Topic) -> tuple[str, ...]:
        """The school's own words on a topic; none where the evidence is to speak."""
        return tuple(words.text for words in self.words if (words.semester, words.topic) == (semester, topic))
