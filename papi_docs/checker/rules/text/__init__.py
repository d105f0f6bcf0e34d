"""Rules of what is written: numbers, dates, symbols, capitals, letters, bodies, citations."""

from papi_docs.checker.rule import Rule

__all__ = ["TEXT_RULES"]

TEXT_RULES: tuple[Rule, ...] = ()
