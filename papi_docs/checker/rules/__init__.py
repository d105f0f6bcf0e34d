"""Every rule of the checker, in the order of the decree's clauses."""

from papi_docs.checker.rules.layout import LAYOUT_RULES
from papi_docs.checker.rules.text import TEXT_RULES

__all__ = ["RULES"]

RULES = {rule.code: rule for rule in (*LAYOUT_RULES, *TEXT_RULES)}
"""By their permanent codes."""
