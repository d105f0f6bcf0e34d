"""Layout and text rules together: one table of codes."""

from collections import Counter

from papi_docs.checker.rules import RULES
from papi_docs.checker.rules.layout import LAYOUT_RULES
from papi_docs.checker.rules.text import TEXT_RULES
from papi_docs.decree30 import CLAUSES, ELEMENTS


def test_no_code_is_used_twice() -> None:
    codes = Counter(rule.code for rule in (*LAYOUT_RULES, *TEXT_RULES))
    assert [code for code, count in codes.items() if count > 1] == []


def test_every_clause_that_is_cited_exists() -> None:
    cited = {rule.clause for rule in RULES.values()} | {element.clause for element in ELEMENTS.values()}
    assert cited - set(CLAUSES) == set()


def test_rules_are_held_by_their_codes() -> None:
    assert all(code == rule.code for code, rule in RULES.items())
