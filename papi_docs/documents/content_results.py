"""Each content of PAPI in a report: what was aimed at, what the school's own survey says, and how it moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

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


@dataclass(frozen=True)
class ContentResult:
    """A content with its target, its answers now and in semester I, and the tasks that serve it.

    Every section of a report asks again what follows from these: it is worked out once.
    """

    share: ContentShare
    target: Target | None
    semester_1: ContentShare
    """What ``share`` is compared with; not measured where it is semester I itself."""
    tasks: tuple[TaskProgress, ...]

    @property
    def name(self) -> str:
        """Its wording."""
        return self.share.content.wording

    @cached_property
    def verdict(self) -> Verdict:
        """Whether the target is reached, by the exact share and not by the rounded one."""
        tally = self.share.tally
        if tally is None or not self.share.measured:
            return Verdict.UNMEASURED
        if self.target is None:
            return Verdict.UNTARGETED
        return Verdict.REACHED if 100 * tally.yes >= self.target.share * tally.total else Verdict.MISSED

    @cached_property
    def text(self) -> str:
        """``93,4%``, with as many decimals as it takes not to look like a target it misses."""
        tally = self.share.tally
        assert tally is not None  # noqa: S101 - asked only where it was measured
        return exact_percent(tally.yes, tally.total, self.target.share if self.target else None)

    @cached_property
    def since_semester_1(self) -> Trend | None:
        """Against the survey of semester I; None where one of the two is missing."""
        now, then = self.share.tally, self.semester_1.tally
        if now is None or then is None or not now.total or not then.total:
            return None
        return _trend(now.yes * then.total, then.yes * now.total)

    @cached_property
    def since_last_year(self) -> Trend | None:
        """Against the share of the year before; None where one of the two is missing."""
        tally = self.share.tally
        if tally is None or not tally.total or self.target is None or self.target.previous is None:
            return None
        return _trend(100 * tally.yes, self.target.previous * tally.total)

    @cached_property
    def cells(self) -> tuple[Place, ...]:
        """Cells of the answers and of the target."""
        return (*self.share.cells, *(self.target.cell("share") if self.target else ()))

    @cached_property
    def compared_cells(self) -> tuple[Place, ...]:
        """The same, and those of the earlier periods."""
        return (*self.cells, *self.semester_1.cells, *(self.target.cell("previous") if self.target else ()))


def _trend(now: int, then: int) -> Trend:
    if now == then:
        return Trend.SAME
    return Trend.UP if now > then else Trend.DOWN


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
    return tuple(
        ContentResult(
            share,
            targets.get(share.content.code),
            then,
            tuple(task for task in tasks if share.content.code in task.assignment.task.contents),
        )
        for share, then in zip(content_shares(survey, dossier.contents), before, strict=True)
    )
