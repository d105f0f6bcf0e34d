"""Phiếu khảo sát: the sheet that parents fill in, one sheet of paper whatever it asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from papi_docs.documents.figures import Ledger
from papi_docs.documents.letterhead import Issue
from papi_docs.model import Content, Dossier, Rating

__all__ = ["FormFields", "Question", "compose_form", "one_line"]

_LONGEST = 160
_LONGEST_FINE = 100
"""Letters of a wording that are printed, and in the smaller table."""
_LETTERS_A_LINE = 50
_MOST_LINES = 45
"""Of a table in 12 points that leaves the sheet one sheet of two sides."""


@dataclass(frozen=True, slots=True)
class Question:
    """A row of the sheet."""

    order: str
    wording: str


@dataclass(frozen=True, slots=True)
class FormFields:
    """Everything that the template ``survey-form.docx`` may name."""

    school: str
    """In capitals."""
    school_called: str
    school_year: str
    questions: tuple[Question, ...]
    fine: bool
    """Whether the table is set in 10 points instead of 12, for the sheet to stay one sheet."""
    levels: tuple[str, ...]
    """Of the overall rating."""


def compose_form(dossier: Dossier, _issue: Issue, _: Ledger) -> FormFields:
    """The sheet that parents fill in, the same whatever the day; nothing on it tells who they are."""
    questions, fine = _questions(dossier.contents)
    return FormFields(
        school=dossier.school.name.upper(),
        school_called=dossier.school.name,
        school_year=dossier.calendar.label,
        questions=questions,
        fine=fine,
        levels=tuple(rating.value for rating in Rating),
    )


def _questions(contents: Sequence[Content]) -> tuple[tuple[Question, ...], bool]:
    """The questions, and whether there are so many that they are set smaller and cut shorter."""
    fine = sum(ceil(len(one_line(content.wording)) / _LETTERS_A_LINE) for content in contents) > _MOST_LINES
    longest = _LONGEST_FINE if fine else _LONGEST
    texts = [one_line(content.wording, longest) for content in contents]
    return tuple(Question(str(order), text) for order, text in enumerate(texts, start=1)), fine


def one_line(wording: str, longest: int = _LONGEST) -> str:
    """Without line ends, and cut where it is longer than a row of a table should be."""
    line = " ".join(wording.split())
    return line if len(line) <= longest else f"{line[:longest].rsplit(' ', 1)[0]} …"
