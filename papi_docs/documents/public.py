"""Papers for parents: the summary for the notice board, questions and answers about PAPI."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from papi_docs.documents.figures import Ledger, cells_of
from papi_docs.documents.kind import Kind
from papi_docs.documents.letterhead import Issue
from papi_docs.documents.summary import SummaryFields, compose_summary
from papi_docs.model import Dossier, Evidence, TaskState
from papi_docs.vietnamese import count, short_date

__all__ = ["KINDS", "QuestionsFields", "compose_questions"]

_DOTS = "…" * 12
_LISTED = 8
"""Tasks done that are named; the rest is counted."""
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class QuestionsFields:
    """Everything that the template ``questions-answers.docx`` may name."""

    school: str
    """In capitals."""
    school_called: str
    school_year: str
    number: str
    """How many contents there are: ``09``."""
    contents: tuple[str, ...]
    done: tuple[str, ...]
    """What the school has done; empty where nothing is on record."""
    phone: str
    email: str
    hours: str | None
    answered: str | None
    """Who answers, and within how many working days."""


def compose_questions(dossier: Dossier, _: Issue, ledger: Ledger) -> QuestionsFields:
    """Questions and answers: they inform, and tell nobody what to answer."""
    contact = dossier.evidence.contact
    return QuestionsFields(
        school=dossier.school.name.upper(),
        school_called=dossier.school.name,
        school_year=dossier.calendar.label,
        number=count(len(dossier.contents)),
        contents=_ended(content.wording for content in dossier.contents),
        done=_ended(_done(dossier, ledger)),
        phone=(contact.phone if contact else dossier.school.phone) or _DOTS,
        email=(contact.email if contact else dossier.school.email) or _DOTS,
        hours=contact.hours if contact else None,
        answered=f"{contact.answerer}, trong {count(contact.reply_days)} ngày làm việc" if contact else None,
    )


def _ended(lines: Iterable[str]) -> tuple[str, ...]:
    """Points of one sentence: ``;`` after each, ``.`` after the last."""
    bare = [" ".join(line.split()).rstrip(" .;") for line in lines]
    return tuple(f"{line}{'.' if at == len(bare) else ';'}" for at, line in enumerate(bare, start=1))


def _done(dossier: Dossier, ledger: Ledger) -> Iterator[str]:
    """A line for each sort of thing that is on record."""
    evidence = dossier.evidence
    yield from _tasks_done(dossier, ledger)
    yield from _inspections_held(evidence, ledger)
    yield from _surveys_held(evidence, ledger)
    yield from _remarks_answered(evidence, ledger)
    if evidence.contact and evidence.contact.posted:
        yield f"Công khai số điện thoại, địa chỉ e-mail của trường từ ngày {short_date(evidence.contact.posted)}"


def _tasks_done(dossier: Dossier, ledger: Ledger) -> Iterator[str]:
    tasks = {assignment.task.code: assignment.task for assignment in dossier.plan.assignments}
    results = {result.task: result for result in dossier.evidence.results if result.task in tasks}
    done = [result for result in results.values() if result.state is TaskState.DONE]
    if not done:
        return
    number = ledger.note("Số nhiệm vụ đã hoàn thành", count(len(done)), cells_of(done, "state"))
    whole = ledger.note("Số nhiệm vụ trong kế hoạch", count(len(tasks)), ())
    named = ", ".join(f"“{_short(tasks[result.task].content)}”" for result in done[:_LISTED])
    rest = f" và {count(len(done) - _LISTED)} nhiệm vụ khác" if len(done) > _LISTED else ""
    yield f"Hoàn thành {number}/{whole} nhiệm vụ trong Kế hoạch: {named}{rest}"


def _short(text: str) -> str:
    line = " ".join(text.split()).rstrip(" .;")
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"


def _inspections_held(evidence: Evidence, ledger: Ledger) -> Iterator[str]:
    held = [inspection for inspection in evidence.inspections if inspection.held]
    if held:
        number = ledger.note("Số lần tự kiểm tra", count(len(held)), cells_of(held, "day"))
        yield f"Tự kiểm tra việc thực hiện Kế hoạch {number} lần"


def _surveys_held(evidence: Evidence, ledger: Ledger) -> Iterator[str]:
    for survey in (survey for survey in evidence.surveys if survey.returned):
        name = f"h{survey.semester.value[1:]}"
        back = ledger.note(f"Số phiếu thu về {name}", count(survey.returned), cells_of([survey], "returned"))
        out = ledger.note(f"Số phiếu phát ra {name}", count(survey.given_out), cells_of([survey], "given_out"))
        yield f"Khảo sát ý kiến cha mẹ học sinh {name}, thu về {back}/{out} phiếu phát ra"


def _remarks_answered(evidence: Evidence, ledger: Ledger) -> Iterator[str]:
    answered = [remark for remark in evidence.remarks if remark.answered]
    if answered:
        number = ledger.note("Số phản ánh, kiến nghị đã trả lời", count(len(answered)), cells_of(answered, "answered"))
        received = evidence.remarks
        whole = ledger.note("Số phản ánh, kiến nghị nhận được", count(len(received)), cells_of(received, "day"))
        yield f"Trả lời {number}/{whole} phản ánh, kiến nghị nhận được"


KINDS = (
    Kind(
        key="public-summary",
        name="Bảng tóm tắt kế hoạch công khai",
        document_type="",
        form="",
        file="bang-tom-tat",
        template="public-summary.docx",
        fields=SummaryFields,
        compose=compose_summary,
    ),
    Kind(
        key="questions-answers",
        name="Bộ câu hỏi - đáp về Chỉ số PAPI",
        document_type="",
        form="",
        file="cau-hoi-dap",
        template="questions-answers.docx",
        fields=QuestionsFields,
        compose=compose_questions,
    ),
)
