"""Every layout rule is broken by its own case, and by no right paper."""

import pytest

from papi_docs.checker.rule import Observation
from papi_docs.checker.rules.layout import LAYOUT_RULES
from tests.checker.builders import Paper
from tests.checker.rules.layout.cases import CASES, LETTER, MINUTES, PLAN, REGULATION

RULES = {rule.code: rule for rule in LAYOUT_RULES}


def seen(paper: Paper) -> list[Observation]:
    anatomy = paper.anatomy()
    rules = (rule for rule in LAYOUT_RULES if anatomy.form in rule.forms)
    answers = [answer for rule in rules for answer in rule.judge(rule, anatomy)]
    return [answer for answer in answers if isinstance(answer, Observation)]


@pytest.mark.parametrize(
    "paper",
    [Paper.plan(), Paper.letter(), PLAN, LETTER, REGULATION, MINUTES],
    ids=["plan", "letter", "full plan", "letter of cases", "regulation", "minutes"],
)
def test_nothing_is_said_of_a_right_paper(paper: Paper) -> None:
    assert [(one.code, one.found) for one in seen(paper)] == []


def test_every_rule_has_a_case() -> None:
    assert set(CASES) == set(RULES)


@pytest.mark.parametrize("code", list(CASES))
def test_a_rule_finds_its_case_and_no_other_does(code: str) -> None:
    found = seen(CASES[code])
    assert [one.code for one in found] == [code], [(one.code, one.found) for one in found]
    (one,) = found
    assert one.found
    assert one.wanted
    assert one.clause == RULES[code].clause
