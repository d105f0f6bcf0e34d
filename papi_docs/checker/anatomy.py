"""The parts of an official document by their names, once found among its paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from papi_docs.checker.written import Paragraph, Run, Written

__all__ = ["CERTAIN", "LIKELY", "Anatomy", "Form", "Part", "Span"]

CERTAIN = 0.8
"""Certainty of a part from which on something may be called a fault because of it."""

LIKELY = 0.5
"""Certainty of a part below which nothing is said of it."""

_SHOWN = 90


class Form(StrEnum):
    """The sample form of Annex III (or article 7) that a document follows; it decides which clauses apply."""

    NAMED = "văn bản có tên loại"
    """Form 1.4: plan, report, notice, guidance, submission…"""
    LETTER = "công văn"
    """Form 1.5."""
    DECISION = "quyết định"
    """Forms 1.2 and 1.3."""
    RESOLUTION = "nghị quyết"
    """Form 1.1."""
    TELEGRAM = "công điện"
    """Form 1.6."""
    INVITATION = "giấy mời"
    """Form 1.7."""
    INTRODUCTION = "giấy giới thiệu"
    """Form 1.8."""
    MINUTES = "biên bản"
    """Form 1.9."""
    LEAVE = "giấy nghỉ phép"
    """Form 1.10."""
    ANNEX = "phụ lục"
    """Forms 2.1 and 2.2: an annex as a file of its own, or what a decision issues along with itself."""
    COPY = "bản sao"
    """Forms 3.1 and 3.2."""
    LEGISLATION = "văn bản quy phạm pháp luật"
    """A law, an ordinance, a decree, a circular: laid out by other rules, which this checker does not hold."""
    OTHER = "không phải văn bản hành chính"
    """No official element was found: a table, a form, a page of notes."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one paragraph."""

    paragraph: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        """Of the stretch, as the reader sees it."""
        return self.paragraph.text[self.start : self.end]

    @property
    def runs(self) -> Iterator[Run]:
        """Runs that show a visible letter inside the stretch; they may reach beyond it."""
        for run in self.paragraph.runs:
            first, last = max(run.start, self.start), min(run.end, self.end)
            if first < last and self.paragraph.text[first:last].strip():
                yield run


@dataclass(frozen=True, slots=True)
class Part:
    """One element of the document, such as its motto; a subject of three lines is one part of three spans."""

    role: str
    """A key of :data:`papi_docs.decree30.ELEMENTS`."""
    spans: tuple[Span, ...]
    certainty: float = 1
    """From 0 to 1. Below :data:`CERTAIN` nothing is called a fault because of it."""
    placeholder: bool = False
    """A form's own words in its place (``TÊN CƠ QUAN``, ``…``): not to be judged as text."""

    @property
    def text(self) -> str:
        """Its lines, joined by a space."""
        return " ".join(" ".join(span.text.split()) for span in self.spans)

    @property
    def first(self) -> Paragraph:
        """The paragraph it begins in."""
        return self.spans[0].paragraph


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What the paragraphs of a document are."""

    written: Written
    form: Form
    parts: tuple[Part, ...]
    """In reading order."""
    type_name: str = ""
    """``"Kế hoạch"``; empty for a letter."""
    dated: date | None = None
    """Its place-and-date line, where that is complete and real."""
    number: str = ""
    """``"05"``; empty where room is left for it."""
    symbol: str = ""
    """``"KH-THTP3"``."""
    why_uncertain: dict[str, str] = field(default_factory=dict)
    """Roles that could not be told for certain, each with the reason in Vietnamese."""
    _roles: dict[int, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __str__(self) -> str:
        """A line for each part: its paragraph, role, certainty (``?`` where low) and the beginning of its text."""
        lines = [f"{self.written.path.name}: {self.form}"]
        for part in self.parts:
            doubt = "?" if part.certainty < CERTAIN else "…" if part.placeholder else " "
            lines.append(f"{part.first.index:5} {part.role:<16} {part.certainty:4.2f}{doubt} {part.text[:_SHOWN]}")
        return "\n".join(lines)

    def of(self, role: str) -> tuple[Part, ...]:
        """Every part of one role, in reading order."""
        return tuple(part for part in self.parts if part.role == role)

    def one(self, role: str) -> Part | None:
        """The first part of a role, if there is one."""
        return next(iter(self.of(role)), None)

    def role_of(self, paragraph: Paragraph) -> str:
        """The role of the first part that stands in a paragraph; empty where it has none."""
        if not self._roles:
            for part in reversed(self.parts):
                self._roles.update((span.paragraph.index, part.role) for span in part.spans)
        return self._roles.get(paragraph.index, "")
