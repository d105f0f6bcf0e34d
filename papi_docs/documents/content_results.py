"""Each content of PAPI in a report: what was aimed at, what the school's own survey says, and how it moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Self

from papi_docs.documents.progress import TaskProgress, Term
from papi_docs.documents.shares import ContentShare, content_shares
from papi_docs.findings import Place
from papi_docs.model import Dossier, Semester, Survey, Target
from papi_docs.vietnamese import percent

__all__ = ["ContentResult", "Trend", "Verdict", "content_results", "exact_percent", "survey_of"]

_MOST_DECIMALS = 6


class Verdict(StrEnum):
    """What the survey says of a target."""

    REACHED = "Đạt"
    MISSED = "Chưa đạt"
    UNMEASURED = "Chưa đo"
    UNTARGETED = "Chưa đặt chỉ tiêu"


class Trend(StrEnum):
    """Against an earlier period."""

    UP = "Tăng"
    DOWN = "Giảm"
    SAME = "Giữ nguyên"


@dataclass(frozen=True, slots=True)
class ContentResult:
    """A content with its target, its answers now and in semester I, and the tasks that serve it.

    Every section of a report asks again what follows from these: it is worked out once.
    """

    share: ContentShare
    target: Target | None
    semester_1: ContentShare
    """What ``share`` is compared with; not measured where it is semester I itself."""
    tasks: tuple[TaskProgress, ...]
    verdict: Verdict
    text: str
    """``93,4%``, with as many decimals as it takes not to look like a target it misses; empty where not measured."""
    since_semester_1: Trend | None
    """Against the survey of semester I; None where one of the two is missing."""
    since_last_year: Trend | None
    """Against the share of the year before; None where one of the two is missing."""

    @classmethod
    def of(
        cls, share: ContentShare, target: Target | None, semester_1: ContentShare, tasks: tuple[TaskProgress, ...]
    ) -> Self:
        """What follows from these."""
        yes, then = share.tally.yes if share.tally else 0, semester_1.tally.yes if semester_1.tally else 0
        aim, last = (target.share, target.previous) if target else (None, None)
        return cls(
            share,
            target,
            semester_1,
            tasks,
            _verdict(share, aim),
            exact_percent(yes, share.total, aim) if share.measured else "",
            _trend(yes * semester_1.total, then * share.total) if share.measured and semester_1.measured else None,
            _trend(100 * yes, last * share.total) if share.measured and last is not None else None,
        )

    @property
    def name(self) -> str:
        """Its wording."""
        return self.share.content.wording

    @property
    def cells(self) -> tuple[Place, ...]:
        """Cells of the answers and of the target."""
        return (*self.share.cells, *(self.target.cell("share") if self.target else ()))

    @property
    def compared_cells(self) -> tuple[Place, ...]:
        """The same, and those of the earlier periods."""
        return (*self.cells, *self.semester_1.cells, *(self.target.cell("previous") if self.target else ()))


def _verdict(share: ContentShare, aim: int | None) -> Verdict:
    """Whether the target is reached, by the exact share and not by the rounded one."""
    if share.tally is None or not share.measured:
        return Verdict.UNMEASURED
    if aim is None:
        return Verdict.UNTARGETED
    return Verdict.REACHED if 100 * share.tally.yes >= aim * share.total else Verdict.MISSED


def _trend(now: int, then: int) -> Trend:
    if now == then:
        return Trend.SAME
    return Trend.UP if now > then else Trend.DOWN


@lru_cache(1 << 10)
def exact_percent(part: int, whole: int, target: int | None) -> str:
    """The share with one decimal; with more where rounding would make it equal to a target that it is not."""
    for decimals in range(1, _MOST_DECIMALS):
        text = percent(part, whole, decimals)
        if text != f"{target}%" or 100 * part == (target or 0) * whole:
            return text
    return percent(part, whole, _MOST_DECIMALS)


def survey_of(dossier: Dossier, term: Term) -> Survey | None:
    """The survey that a report judges by: of its semester; of the year, the latest one."""
    evidence = dossier.evidence
    return evidence.survey(term.semester) or (evidence.survey(Semester.FIRST) if term.is_year else None)


def content_results(dossier: Dossier, term: Term, tasks: Sequence[TaskProgress]) -> tuple[ContentResult, ...]:
    """Every content, measured or not, in the order of the list, each with those of the ``tasks`` that serve it."""
    survey = survey_of(dossier, term)
    first = dossier.evidence.survey(Semester.FIRST)
    before = content_shares(first if first is not survey else None, dossier.contents)
    targets = {target.content: target for target in dossier.evidence.targets}
    serving: dict[str, list[TaskProgress]] = {}
    for task in tasks:
        for code in dict.fromkeys(task.assignment.task.contents):
            serving.setdefault(code, []).append(task)
    return tuple(
        ContentResult.of(share, targets.get(share.content.code), then, tuple(serving.get(share.content.code, ())))
        for share, then in zip(content_shares(survey, dossier.contents), before, strict=True)
    )
