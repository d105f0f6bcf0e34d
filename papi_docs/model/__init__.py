"""What is true of schools, people, plans and papers: frozen values, no input or output."""

from papi_docs.model.base import Period, Value
from papi_docs.model.bodies import DISTRICTS_END, Authority, Body, Level, Succession, Unit, abbreviate, successions
from papi_docs.model.calendar import Anchor, Calendar
from papi_docs.model.contents import Content, nine_contents
from papi_docs.model.dossier import District, Dossier, School
from papi_docs.model.papers import IssuedPaper, LegalBasis, Recipient, Role, Symbol, number_text, suggest_symbol, symbol_of
from papi_docs.model.people import HEAD_TITLE, Capacity, Person, Signer
from papi_docs.model.plan import (
    Assignment,
    Deadline,
    FixedDay,
    Group,
    InMonth,
    PapiIndex,
    Plan,
    PlanLine,
    RelativeDay,
    Section,
    Standing,
    Task,
)

__all__ = [
    "DISTRICTS_END",
    "HEAD_TITLE",
    "Anchor",
    "Assignment",
    "Authority",
    "Body",
    "Calendar",
    "Capacity",
    "Content",
    "Deadline",
    "District",
    "Dossier",
    "FixedDay",
    "Group",
    "InMonth",
    "IssuedPaper",
    "LegalBasis",
    "Level",
    "PapiIndex",
    "Period",
    "Person",
    "Plan",
    "PlanLine",
    "Recipient",
    "RelativeDay",
    "Role",
    "School",
    "Section",
    "Signer",
    "Standing",
    "Succession",
    "Symbol",
    "Task",
    "Unit",
    "Value",
    "abbreviate",
    "nine_contents",
    "number_text",
    "successions",
    "suggest_symbol",
    "symbol_of",
]
