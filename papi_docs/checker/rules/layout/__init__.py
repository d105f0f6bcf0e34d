"""Rules of the page and of how each element is set: Annex I."""

from papi_docs.checker.rule import Rule
from papi_docs.checker.rules.layout.annexes import ANNEX_RULES
from papi_docs.checker.rules.layout.bases import BASIS_RULES
from papi_docs.checker.rules.layout.body import BODY_RULES
from papi_docs.checker.rules.layout.centring import CENTRE_RULES
from papi_docs.checker.rules.layout.fixed_words import FIXED_WORD_RULES
from papi_docs.checker.rules.layout.fonts import FONT_RULES
from papi_docs.checker.rules.layout.look_rules import LOOK_RULES
from papi_docs.checker.rules.layout.page import PAGE_RULES
from papi_docs.checker.rules.layout.page_numbers import PAGE_NUMBER_RULES
from papi_docs.checker.rules.layout.places import PLACE_RULES
from papi_docs.checker.rules.layout.presence import PRESENCE_RULES
from papi_docs.checker.rules.layout.reaching import REACHING_RULES
from papi_docs.checker.rules.layout.recipients import RECIPIENT_RULES
from papi_docs.checker.rules.layout.rulings import RULING_RULES
from papi_docs.checker.rules.layout.typing_habits import HABIT_RULES

__all__ = ["LAYOUT_RULES"]

LAYOUT_RULES: tuple[Rule, ...] = (
    *PAGE_RULES,
    *REACHING_RULES,
    *FONT_RULES,
    *PAGE_NUMBER_RULES,
    *PRESENCE_RULES,
    *FIXED_WORD_RULES,
    *LOOK_RULES,
    *RULING_RULES,
    *CENTRE_RULES,
    *PLACE_RULES,
    *BODY_RULES,
    *BASIS_RULES,
    *RECIPIENT_RULES,
    *ANNEX_RULES,
    *HABIT_RULES,
)
"""The page first, then the elements."""
