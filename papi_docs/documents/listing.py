"""What registers and tables of a school share: who keeps them, the day they tell of, room to write by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from papi_docs.documents.letterhead import Issue, Signature, signature
from papi_docs.filling import Blank
from papi_docs.model import Content, Dossier, LegalBasis, Role, symbol_of
from papi_docs.vietnamese import long_date

__all__ = [
    "DAY_DOTS",
    "DOTS",
    "EMPTY",
    "FULL_LINE",
    "Listing",
    "bases_and_plan",
    "contents_note",
    "hand_rows",
    "listed",
    "one_line",
    "own_plan",
    "paragraphs_of",
    "state_day",
]

EMPTY = Blank(0)
"""An empty cell."""

DOTS = "…" * 12
"""Room to write a name or an hour by hand."""

DAY_DOTS = "ngày …… tháng …… năm ………"
"""Room to write a date by hand."""

FULL_LINE = "…" * 31
"""Room as wide as a paragraph of the body with its indent, at 14 points."""

_PLAN = "Kế hoạch"
_PLAN_SUBJECT = "cải thiện, nâng cao Chỉ số Hiệu quả quản trị và Hành chính công trong lĩnh vực Giáo dục và Đào tạo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Fields of a register or a table without number: the decree has no form for it."""

    school: str
    """In capitals."""
    school_year: str
    state: str
    """``ngày 31 tháng 12 năm 2021``: the day of which it tells."""
    signature: Signature


def listed(dossier: Dossier, issue: Issue, days: Iterable[date | None]) -> dict[str, Any]:
    """Values of the fields of :class:`Listing`; ``days`` are those of everything written down in it."""
    state = state_day(issue, days)
    return {
        "school": dossier.school.name.upper(),
        "school_year": dossier.calendar.label,
        "state": issue.day_text if state == issue.on else long_date(state),
        "signature": signature(dossier.signer),
    }


def state_day(issue: Issue, days: Iterable[date | None]) -> date:
    """The day a table tells of: the paper's own, or that of the last event in it, which cannot be later."""
    return max([issue.on, *(day for day in days if day)])


def own_plan(dossier: Dossier) -> LegalBasis:
    """The school's own plan as other papers cite it; room for number and date while it has none."""
    issued = dossier.issued_as("plan")
    number = f"{issued.number:02}" if issued else "……"
    symbol = f"{number}/{symbol_of(_PLAN, dossier.school.symbol)}"
    return _plan(symbol, issued.day if issued else None, dossier.school.name, dossier.calendar.label)


@lru_cache(256)
def _plan(number: str, day: date | None, school: str, year: str) -> LegalBasis:
    subject = f"{_PLAN_SUBJECT} năm học {year}"
    return LegalBasis(document_type=_PLAN, number=number, day=day, issuer=school, subject=subject)


def bases_and_plan(dossier: Dossier) -> tuple[LegalBasis, ...]:
    """What the plan stands on, and then the plan itself."""
    return (*dossier.bases_of(Role.BASIS), own_plan(dossier))


def contents_note(contents: Sequence[Content], used: Iterable[str]) -> tuple[str, ...]:
    """What the codes of contents in a table stand for: a line, or none where no code is used."""
    codes = set(used)
    meanings = "; ".join(f"{content.code}: {content.wording}" for content in contents if content.code in codes)
    return (f"Nội dung PAPI ghi trong bảng: {meanings}.",) if meanings else ()


def hand_rows(rows: int) -> tuple[str, ...]:
    """Numbers of rows left to be filled in by hand; the line end makes the row two lines high."""
    return tuple(f"{at}\n" for at in range(1, rows + 1))


def one_line(text: str) -> str:
    """A text of several lines inside a justified sentence, without its full stop: Word would spread broken lines."""
    return " ".join(text.split("\n")).rstrip(" .;,")


def paragraphs_of(text: str) -> tuple[str, ...]:
    """A text of several lines as paragraphs."""
    return tuple(text.split("\n"))
