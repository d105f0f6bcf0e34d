"""Rules of what is written: numbers, dates, symbols, capitals, letters, bodies, citations."""

from papi_docs.checker.rule import Rule
from papi_docs.checker.rules.text.bodies import BODY_RULES
from papi_docs.checker.rules.text.capitals import CAPITAL_RULES
from papi_docs.checker.rules.text.citing import CITATION_RULES
from papi_docs.checker.rules.text.date_lines import DATE_LINE_RULES
from papi_docs.checker.rules.text.dates import DATE_RULES
from papi_docs.checker.rules.text.leftovers import LEFTOVER_RULES
from papi_docs.checker.rules.text.letters import LETTER_RULES
from papi_docs.checker.rules.text.numbering import NUMBERING_RULES
from papi_docs.checker.rules.text.signing import SIGNING_RULES
from papi_docs.checker.rules.text.spacing import SPACING_RULES
from papi_docs.checker.rules.text.symbols import SYMBOL_RULES

__all__ = ["TEXT_RULES"]

TEXT_RULES: tuple[Rule, ...] = (
    *LETTER_RULES,
    *SYMBOL_RULES,
    *DATE_LINE_RULES,
    *DATE_RULES,
    *NUMBERING_RULES,
    *CITATION_RULES,
    *SIGNING_RULES,
    *BODY_RULES,
    *CAPITAL_RULES,
    *LEFTOVER_RULES,
    *SPACING_RULES,
)
"""In the order of the decree's clauses, the advice last."""
