"""What the evidence says of a term, gathered once for all sections of a report."""

import threading
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar, cast

from papi_docs.documents.content_results import ContentResult, Verdict, content_results, survey_of
from papi_docs.documents.figures import Ledger
from papi_docs.documents.progress import (
    Counted,
    TaskProgress,
    Term,
    Timed,
    Timing,
    held_inspections,
    remark_timing,
    remarks_received,
    remedies_asked,
    remedy_timing,
    task_progress,
    timed,
    unheld_inspections,
)
from papi_docs.documents.sentences import Clerk
from papi_docs.model import Dossier, Inspection, Remark, Remedy

__all__ = ["Account", "compared", "counted"]

_T = TypeVar("_T")


class Account:
    """Everything that counts in a term; each thing is gathered, and each part of a report written, once."""

    def __init__(self, dossier: Dossier, term: Term) -> None:
        self.dossier = dossier
        self.term = term
        self.clerk = Clerk(Ledger())
        """Of the part that is being written."""
        self._parts: dict[object, tuple[object, Ledger]] = {}

    @staticmethod
    def of(dossier: Dossier, term: Term) -> "Account":
        """That of a school: the same one for all papers of a dossier that are made one after the other."""
        accounts = _RECENT.of(dossier)
        if term not in accounts:
            accounts[term] = Account(dossier, term)
        return accounts[term]

    def part(self, write: Callable[["Account"], _T], ledger: Ledger) -> _T:
        """A part of a report, its figures noted in the ledger of the paper that prints it."""
        if write not in self._parts:
            self.clerk = Clerk(Ledger())
            self._parts[write] = write(self), self.clerk.ledger
        written, noted = self._parts[write]
        ledger.take_over(noted)
        return cast("_T", written)

    @cached_property
    def tasks(self) -> tuple[TaskProgress, ...]:
        """Every task of the plan."""
        return task_progress(self.dossier, self.term.until)

    @cached_property
    def contents(self) -> tuple[ContentResult, ...]:
        """Every content of PAPI."""
        return content_results(self.dossier, self.term, self.tasks)

    @cached_property
    def remarks(self) -> tuple[Remark, ...]:
        """Remarks received."""
        return remarks_received(self.dossier, self.term.until)

    @cached_property
    def held(self) -> tuple[Inspection, ...]:
        """Inspections that took place."""
        return held_inspections(self.dossier, self.term.until)

    @cached_property
    def unheld(self) -> tuple[Inspection, ...]:
        """Inspections that should have."""
        return unheld_inspections(self.dossier, self.term.until)

    @cached_property
    def remedies(self) -> tuple[Remedy, ...]:
        """What inspections asked to put right."""
        return remedies_asked(self.dossier, self.term.until)

    @cached_property
    def task_counts(self) -> Timed:
        """Tasks by what their deadlines have come to."""
        return timed(((task.timing, task.result) for task in self.tasks), "state", "day")

    @cached_property
    def remark_counts(self) -> Timed:
        """Remarks received by what their deadlines have come to."""
        pairs = ((remark_timing(remark, self.term.until), remark) for remark in self.remarks)
        return timed(pairs, "day", "deadline", "answered")

    @cached_property
    def remedy_counts(self) -> Timed:
        """Remedies asked for by what their deadlines have come to."""
        pairs = ((remedy_timing(remedy, self.term.until), remedy) for remedy in self.remedies)
        return timed(pairs, "deadline", "recheck_day", "done")

    @cached_property
    def lacks_own_survey(self) -> bool:
        """Whether a report of the year has to judge by the survey of semester I."""
        survey = survey_of(self.dossier, self.term)
        return survey is not None and survey.semester is not self.term.semester

    @cached_property
    def says_nothing(self) -> bool:
        """Whether nothing was written down that counts in this term."""
        results = any(task.result for task in self.tasks)
        return not (results or self.remarks or self.held or self.judged)

    @cached_property
    def _by_timing(self) -> Mapping[Timing, tuple[TaskProgress, ...]]:
        return {timing: tuple([task for task in self.tasks if task.timing is timing]) for timing in Timing}

    @cached_property
    def _by_verdict(self) -> Mapping[Verdict, tuple[ContentResult, ...]]:
        return {verdict: tuple([one for one in self.contents if one.verdict is verdict]) for verdict in Verdict}

    def tasks_with(self, timing: Timing) -> tuple[TaskProgress, ...]:
        """Tasks whose deadline has come to that."""
        return self._by_timing[timing]

    def contents_with(self, verdict: Verdict) -> tuple[ContentResult, ...]:
        """Contents with that verdict."""
        return self._by_verdict[verdict]

    @cached_property
    def judged(self) -> tuple[ContentResult, ...]:
        """Contents that were measured against a target."""
        return tuple([one for one in self.contents if one.verdict in (Verdict.REACHED, Verdict.MISSED)])


class _Recent(threading.local):
    """The accounts of the dossier asked for last: a report, its fragment and that of the year tell much the same."""

    def __init__(self) -> None:
        self._dossier: Dossier | None = None
        self._accounts: dict[Term, Account] = {}

    def of(self, dossier: Dossier) -> dict[Term, Account]:
        if dossier is not self._dossier:
            self._dossier, self._accounts = dossier, {}
        return self._accounts


_RECENT = _Recent()


def counted(contents: Sequence[ContentResult]) -> Counted:
    """How many contents there are, with the cells of their answers and targets."""
    return Counted(len(contents), lambda: [cell for content in contents for cell in content.cells])


def compared(contents: Sequence[ContentResult]) -> Counted:
    """The same with the cells of the earlier periods, too."""
    return Counted(len(contents), lambda: [cell for content in contents for cell in content.compared_cells])
