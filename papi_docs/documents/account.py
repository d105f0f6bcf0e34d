"""What the evidence says of a term, gathered once for all sections of a report."""

from dataclasses import dataclass
from typing import Self

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

__all__ = ["Account", "counted"]


@dataclass(frozen=True, slots=True)
class Account:
    """Everything that counts in a term."""

    dossier: Dossier
    term: Term
    clerk: Clerk
    tasks: tuple[TaskProgress, ...]
    contents: tuple[ContentResult, ...]
    remarks: tuple[Remark, ...]
    held: tuple[Inspection, ...]
    unheld: tuple[Inspection, ...]
    remedies: tuple[Remedy, ...]
    task_counts: Timed
    """Tasks by what their deadlines have come to."""
    remark_counts: Timed
    """Remarks received, likewise."""
    remedy_counts: Timed
    """Remedies asked for, likewise."""

    @classmethod
    def of(cls, dossier: Dossier, term: Term, ledger: Ledger) -> Self:
        """Gather it; figures that are printed are noted in the ledger."""
        until = term.until
        tasks, remarks = task_progress(dossier, until), remarks_received(dossier, until)
        remedies = remedies_asked(dossier, until)
        return cls(
            dossier,
            term,
            Clerk(ledger),
            tasks,
            content_results(dossier, term, tasks),
            remarks,
            held_inspections(dossier, until),
            unheld_inspections(dossier, until),
            remedies,
            timed(((task.timing, task.result) for task in tasks), "state", "day"),
            timed(((remark_timing(remark, until), remark) for remark in remarks), "day", "deadline", "answered"),
            timed(((remedy_timing(remedy, until), remedy) for remedy in remedies), "deadline", "recheck_day", "done"),
        )

    @property
    def lacks_own_survey(self) -> bool:
        """Whether a report of the year has to judge by the survey of semester I."""
        survey = survey_of(self.dossier, self.term)
        return survey is not None and survey.semester is not self.term.semester

    @property
    def says_nothing(self) -> bool:
        """Whether nothing was written down that counts in this term."""
        results = any(task.result for task in self.tasks)
        return not (results or self.remarks or self.held or self.contents_with(Verdict.REACHED, Verdict.MISSED))

    def tasks_with(self, timing: Timing) -> tuple[TaskProgress, ...]:
        """Tasks whose deadline has come to that."""
        return tuple(task for task in self.tasks if task.timing is timing)

    def contents_with(self, *verdicts: Verdict) -> tuple[ContentResult, ...]:
        """Contents with one of those verdicts."""
        return tuple(content for content in self.contents if content.verdict in verdicts)


def counted(contents: tuple[ContentResult, ...]) -> Counted:
    """How many contents there are, with the cells of their answers and targets."""
    return Counted(len(contents), tuple(cell for content in contents for cell in content.cells))
