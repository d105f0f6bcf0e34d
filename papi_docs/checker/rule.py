"""What a rule is, and what it says of a document."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from papi_docs.checker.anatomy import CERTAIN, LIKELY, Anatomy, Form, Part, Span
from papi_docs.checker.written import Paragraph
from papi_docs.decree30 import ELEMENTS
from papi_docs.findings import Finding, Place, Severity
from papi_docs.vietnamese import squeeze

__all__ = ["ADMINISTRATIVE", "ANY_FORM", "CERTAIN", "LIKELY", "CannotTell", "Observation", "Rule", "Spot", "hedged"]

_OTHER_ELEMENTS = {"page": "Trang giấy", "page_number": "Số trang", "text": "Văn bản"}

ANY_FORM = frozenset(Form)
"""Rules of the text hold for whatever is written."""

ADMINISTRATIVE = ANY_FORM - {Form.LEGISLATION, Form.OTHER}
"""Forms of article 7 of the decree, which its Annex I lays out."""

_MOST_QUOTED = 80


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something was seen.

    Attributes:
        paragraph: the paragraph, ``None`` for the page as a whole.
        start: of the stretch of its text that is meant.
        end: likewise; 0 for the whole paragraph.
        section: of the page set-up, where that is meant.
    """

    paragraph: Paragraph | None = None
    start: int = 0
    end: int = 0
    section: int | None = None

    @classmethod
    def of(cls, where: Part | Span | Paragraph) -> "Spot":
        """The spot of a part (its first span), a span, or a whole paragraph."""
        if isinstance(where, Paragraph):
            return cls(where, 0, len(where.text))
        span = where.spans[0] if isinstance(where, Part) else where
        return cls(span.paragraph, span.start, span.end)

    @property
    def quote(self) -> str:
        """The text that is meant, shortened to be read at a glance."""
        if self.paragraph is None:
            return ""
        text = squeeze(self.paragraph.text[self.start : self.end or None])
        return text if len(text) <= _MOST_QUOTED else f"{text[:_MOST_QUOTED]}…"


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing that a rule found wrong. Texts are Vietnamese.

    Attributes:
        code: of the rule, permanent.
        clause: of the decree, as :data:`papi_docs.decree30.CLAUSES` has it.
        severity: of the rule, or milder where the rule says so.
        element: name of the element, ``"Tiêu ngữ"``.
        spot: where.
        found: what stands there: ``"cỡ 15"``.
        wanted: what the law wants: ``"cỡ 13 đến 14"``.
        others: further places where the same is wrong.
    """

    code: str
    clause: str
    severity: Severity
    element: str
    spot: Spot
    found: str
    wanted: str
    others: tuple[Spot, ...] = ()

    def finding(self, file: str) -> Finding:
        """The same as a finding of the house."""
        message = f"{self.element}: {self.found}; đúng là {self.wanted} ({self.clause})"
        return Finding(self.code, self.severity, message, Place(file=file, paragraph=self.spot.quote))


def hedged(severity: Severity, certainty: float) -> Severity:
    """A severity, milder where the part that it is about is not certain."""
    return Severity.WARNING if severity is Severity.FAULT and certainty < CERTAIN else severity


@dataclass(frozen=True, slots=True)
class CannotTell:
    """A rule that applies but cannot be decided on what the file says, and why (Vietnamese)."""

    code: str
    why: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One clause as the checker asks it.

    Attributes:
        code: permanent, English, named for what is wrong: ``"motto-not-bold"``.
        clause: a key of :data:`papi_docs.decree30.CLAUSES`.
        severity: the gravest that it says.
        element: key of :data:`papi_docs.decree30.ELEMENTS`, or ``"page"`` or ``"text"``.
        title: Vietnamese, what is wanted, one line.
        explanation: Vietnamese, what it means and how one mends it.
        wrong: an example of what it finds.
        right: the same put right.
        judge: says what is wrong in a document. It yields only its own code.
        forms: documents that it applies to.
    """

    code: str
    clause: str
    severity: Severity
    element: str
    title: str
    explanation: str
    wrong: str
    right: str
    judge: Callable[["Rule", Anatomy], Iterable[Observation | CannotTell]]
    forms: frozenset[Form] = ADMINISTRATIVE

    @property
    def element_name(self) -> str:
        """Vietnamese name of the element it is about."""
        return ELEMENTS[self.element].name if self.element in ELEMENTS else _OTHER_ELEMENTS[self.element]

    def observe(
        self,
        where: Spot | Part | Span | Paragraph,
        found: str,
        wanted: str,
        *,
        severity: Severity | None = None,
    ) -> Observation:
        """What it saw somewhere; its own severity unless said otherwise.

        What is said of a part that is not certain is no fault.
        """
        certainty = where.certainty if isinstance(where, Part) else 1
        return Observation(
            self.code,
            self.clause,
            hedged(severity or self.severity, certainty),
            self.element_name,
            where if isinstance(where, Spot) else Spot.of(where),
            found,
            wanted,
        )

    def unsure(self, why: str) -> CannotTell:
        """That it cannot be decided, and why (Vietnamese)."""
        return CannotTell(self.code, why)
