"""Rules of the page and of how each element is set: Annex I."""

from papi_docs.checker.rule import Rule

__all__ = ["LAYOUT_RULES"]

LAYOUT_RULES: tuple[Rule, ...] = ()
