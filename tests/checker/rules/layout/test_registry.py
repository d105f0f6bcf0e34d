"""The layout rules as a table: codes, clauses, words."""

import re
from collections import Counter

import pytest

from papi_docs.checker.rule import Rule
from papi_docs.checker.rules.layout import LAYOUT_RULES
from papi_docs.decree30 import CLAUSES, ELEMENTS
from papi_docs.findings import Severity

ALL = pytest.mark.parametrize("rule", LAYOUT_RULES, ids=lambda rule: rule.code)
VIETNAMESE = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)


def test_codes_are_unique() -> None:
    assert [code for code, count in Counter(rule.code for rule in LAYOUT_RULES).items() if count > 1] == []


@ALL
def test_code_is_words_in_lower_case(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", rule.code)


@ALL
def test_clause_is_in_the_table(rule: Rule) -> None:
    assert rule.clause in CLAUSES


@ALL
def test_element_has_a_name(rule: Rule) -> None:
    assert rule.element in {*ELEMENTS, "page", "page_number", "text"}
    assert VIETNAMESE.search(rule.element_name)


@ALL
def test_words_are_vietnamese_and_short(rule: Rule) -> None:
    assert VIETNAMESE.search(rule.title)
    assert len(rule.title) <= 80
    assert VIETNAMESE.search(rule.explanation)
    assert rule.explanation.endswith(".")
    assert len(rule.explanation) <= 260


@ALL
def test_examples_differ(rule: Rule) -> None:
    assert rule.wrong
    assert rule.right
    assert rule.wrong != rule.right


@ALL
def test_applies_to_something(rule: Rule) -> None:
    assert rule.forms


def test_most_rules_say_faults_and_some_advise() -> None:
    assert {rule.severity for rule in LAYOUT_RULES} == set(Severity)


def test_every_element_has_its_rules() -> None:
    assert set(ELEMENTS) - {rule.element for rule in LAYOUT_RULES} == set()


def test_every_clause_says_its_place_and_its_heading() -> None:
    assert all(re.match(r"(Phụ lục [IV]+|Điều \d+).*: \S", place) for place in CLAUSES.values())
    assert len(set(CLAUSES.values())) == len(CLAUSES)


def test_every_element_cites_a_clause_of_the_table() -> None:
    assert {element.clause for element in ELEMENTS.values()} <= set(CLAUSES)
