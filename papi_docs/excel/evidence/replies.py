"""Answers sheet by sheet (phiếu trả lời), tallied."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache

from papi_docs.excel.cells import Cell, excerpt
from papi_docs.excel.columns import content_key
from papi_docs.excel.evidence.sheet import Year
from papi_docs.excel.table import Row
from papi_docs.findings import Place
from papi_docs.model import Rating, Semester, Tally
from papi_docs.vietnamese import fold_accents

__all__ = ["Answer", "Replies", "parse_answer", "read_replies"]


class Answer(Enum):
    """What a sheet answers to a content."""

    YES = auto()
    NO = auto()
    UNKNOWN = auto()


_ANSWERS = {
    Answer.YES: ("co", "c", "x", "v", "dung", "dong y", "yes", "y"),
    Answer.NO: ("khong", "k", "ko", "kh", "khg", "hong", "khong co", "no", "n"),
    Answer.UNKNOWN: (
        *("khong biet", "kb", "k biet", "ko biet", "kh biet", "khong ro", "k ro", "ko ro"),
        *("khong biet ro", "chua biet", "kbiet", "kobiet"),
    ),
}
_BY_SPELLING = {spelling: answer for answer, spellings in _ANSWERS.items() for spelling in spellings}
_TICKS, _QUESTION_MARKS = frozenset("✓✔√☑"), re.compile(r"\?+")
_RATINGS = {"trung binh": Rating.FAIR, "tb": Rating.FAIR} | {
    str(at): rating for at, rating in enumerate(Rating, start=1)
}


@lru_cache(1 << 10)
def parse_answer(text: str) -> Answer:
    """Có, Không or Không biết in any usual spelling: ``c``, ``K.``, ``kb``, ``x`` for a cross at Có.

    Raises:
        ValueError: none of them, with what to write.
    """
    bare = text.strip()
    if bare in _TICKS:
        return Answer.YES
    answer = Answer.UNKNOWN if _QUESTION_MARKS.fullmatch(bare) else _BY_SPELLING.get(fold_accents(bare))
    if answer is None:
        raise ValueError(
            f'"{excerpt(text)}" không hiểu được: ghi Có, Không hoặc Không biết; để trống nếu không trả lời.'
        )
    return answer


@dataclass(slots=True)
class _Heap:
    """The rows of one survey."""

    first: Row
    numbers: list[int] = field(default_factory=list)
    """As Excel counts them."""
    answers: defaultdict[str, Counter[Answer]] = field(default_factory=lambda: defaultdict(Counter))
    ratings: Counter[Rating] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Replies:
    """All sheets of one survey, tallied; a content that nobody answered has no tally."""

    first: Cell
    """Semester of the first sheet."""
    count: int
    tallies: dict[str, Tally]
    ratings: Mapping[Rating, int]
    remarks: Sequence[str]
    rating_place: Place


def read_replies(year: Year) -> dict[tuple[str, Semester], Replies]:
    """Sheets by school and semester."""
    heaps: dict[tuple[str, Semester], _Heap] = {}
    for school, row in year.rows("replies"):
        semester = year.semester(row["semester"])
        heap = _Heap(row)
        if school and semester:
            heap = heaps.setdefault((school, semester), heap)
        _read_sheet(year, row, heap)
    return {key: _tallied(heap) for key, heap in heaps.items()}


def _read_sheet(year: Year, row: Row, heap: _Heap) -> None:
    heap.numbers.append(row["semester"].row)
    for content in year.contents:
        cell = row[content_key(content.code)]
        text = year.faults.text(cell)
        answer = year.faults.converted(cell, parse_answer, text) if text else None
        if answer:
            heap.answers[content.code][answer] += 1
    rating = year.faults.choice(row["rating"], tuple(Rating), also=_RATINGS, required=False)
    if rating:
        heap.ratings[Rating(rating)] += 1
    remark = year.line(row["remark"])
    if remark:
        heap.remarks.append(remark)


def _tallied(heap: _Heap) -> Replies:
    runs = _runs(heap.numbers)
    tallies = {
        code: _tally(counts, _column(heap.first[content_key(code)], runs)) for code, counts in heap.answers.items()
    }
    return Replies(
        first=heap.first["semester"],
        count=len(heap.numbers),
        tallies=tallies,
        ratings={rating: heap.ratings[rating] for rating in Rating} if heap.ratings else {},
        remarks=tuple(heap.remarks),
        rating_place=_column(heap.first["rating"], runs),
    )


def _tally(counts: Counter[Answer], place: Place) -> Tally:
    yes, no, unknown = (counts[answer] for answer in Answer)
    return Tally(yes=yes, no=no, unknown=unknown, cells=dict.fromkeys(("yes", "no", "unknown"), place))


def _runs(numbers: Sequence[int]) -> Sequence[Sequence[int]]:
    """First and last of numbers that follow each other; a single one alone."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return runs


def _column(cell: Cell, runs: Sequence[Sequence[int]]) -> Place:
    """The cells of its column that the sheets stand in, as Excel's name box takes them: ``C3:C42,C50``."""
    column = cell.field.column
    cells = (":".join(f"{column.cell}{number}" for number in run) for run in runs)
    return Place(column.file, column.sheet, ",".join(cells))
