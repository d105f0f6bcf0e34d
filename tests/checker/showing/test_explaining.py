"""The rules to be read."""

import re

import pytest

from papi_docs.checker.mending import MENDABLE
from papi_docs.checker.rules import RULES
from papi_docs.checker.showing import explain, explain_all
from papi_docs.decree30 import CLAUSES, ELEMENTS
from papi_docs.errors import UsageError


@pytest.mark.parametrize("code", list(RULES))
def test_a_rule_says_what_it_wants_why_and_where(code: str) -> None:
    rule, text = RULES[code], explain(code)
    assert text.startswith(f"## {code} ({rule.severity}): {rule.title}\n")
    for part in (rule.explanation, rule.wrong, rule.right, CLAUSES[rule.clause]):
        assert part in text


@pytest.mark.parametrize("code", list(RULES))
def test_a_rule_says_whether_a_copy_can_be_mended(code: str) -> None:
    assert ("--fix" in explain(code)) == (code in MENDABLE)


def test_first_words_explain_every_rule_that_begins_with_them() -> None:
    assert re.findall(r"^## (\S+)", explain("margin"), re.MULTILINE) == [
        "margin-top",
        "margin-bottom",
        "margin-left",
        "margin-right",
    ]


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(UsageError, match="margin-left"):
        explain("margin-lef")


def test_the_whole_table_stands_in_the_order_of_the_decree() -> None:
    clauses = re.findall(r"^## .* \(([^()]+)\)$", explain_all(), re.MULTILINE)
    assert clauses == [clause for clause in CLAUSES if clause in clauses]
    assert len(clauses) == len(set(clauses))


def test_the_whole_table_holds_every_rule_once() -> None:
    assert sorted(re.findall(r"^\| `([^`]+)` \|", explain_all(), re.MULTILINE)) == sorted(RULES)


def test_the_whole_table_holds_every_element_with_its_setting() -> None:
    text = explain_all()
    for element in ELEMENTS.values():
        assert re.search(
            rf"^\| {re.escape(element.name)} \| [\d -]+ \| [^|]+ \| in (hoa|thường) \|$", text, re.MULTILINE
        )
    assert "| Quốc hiệu | 12 - 13 | đậm | in hoa |" in text
    assert "| Lề trái | 30 - 35 |" in text


def test_every_table_is_markdown() -> None:
    for block in re.findall(r"(?:^\|.*\n?)+", explain_all(), re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}
        assert len(widths) == 1
