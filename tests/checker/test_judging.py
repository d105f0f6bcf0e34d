"""Which rules are asked, in which order they answer, and what a broken one leaves alone."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from papi_docs.checker.anatomy import Anatomy, Form
from papi_docs.checker.judging import RuleWarning, chosen_rules, judge
from papi_docs.checker.rule import CannotTell, Observation, Rule, Spot
from papi_docs.checker.rules import RULES
from tests.checker.builders import Paper
from tests.checker.reports import observed

PLAN = Paper.plan().anatomy()
MODEL = next(iter(RULES.values()))


def rule(code: str, *answers: Observation | CannotTell) -> Rule:
    """A rule that always gives these answers."""
    return replace(MODEL, code=code, judge=lambda _rule, _anatomy: iter(answers))


def broken(rule: Rule, anatomy: Anatomy) -> Iterator[Observation | CannotTell]:
    yield observed(rule.code)
    raise ZeroDivisionError(anatomy.symbol)


def test_observations_stand_in_reading_order_the_page_first() -> None:
    later, sooner = (Spot.of(PLAN.written.paragraphs[at]) for at in (9, 2))
    inside = replace(later, start=3)
    report = judge(
        PLAN,
        [
            rule("one", observed("one", inside), observed("one", later)),
            rule("two", observed("two", sooner), observed("two", later)),
            rule("three", observed("three", Spot(section=1)), observed("three")),
        ],
    )
    places = [(seen.code, seen.spot) for seen in report]
    assert places == [
        ("three", Spot()),
        ("three", Spot(section=1)),
        ("two", sooner),
        ("one", later),
        ("two", later),
        ("one", inside),
    ]


def test_a_rule_is_asked_only_of_the_forms_it_applies_to() -> None:
    letters_only = replace(rule("one", observed("one")), forms=frozenset({Form.LETTER}))
    assert judge(PLAN, [letters_only]).ok
    assert not judge(replace(PLAN, form=Form.LETTER), [letters_only]).ok


def test_what_cannot_be_told_is_no_observation() -> None:
    unsure = CannotTell("one", "không rõ")
    report = judge(PLAN, [rule("one", unsure)])
    assert (report.observations, report.cannot_tell) == ((), (unsure,))


def test_a_rule_that_breaks_down_is_said_and_the_others_go_on() -> None:
    with pytest.warns(RuleWarning, match=r"rule one on van-ban\.docx: ZeroDivisionError"):
        report = judge(PLAN, [replace(MODEL, code="one", judge=broken), rule("two", observed("two"))])
    assert [seen.code for seen in report] == ["one", "two"]
    assert [unsure.code for unsure in report.cannot_tell] == ["one"]
    assert "lỗi của chương trình" in report.cannot_tell[0].why


def test_a_rule_that_breaks_down_fails_a_test() -> None:
    with pytest.raises(RuleWarning):
        judge(PLAN, [replace(MODEL, code="one", judge=broken)])


def test_all_rules_are_asked_in_the_order_of_the_clauses() -> None:
    assert chosen_rules((), ()) == tuple(RULES.values())


def test_rules_are_chosen_and_left_out_by_code() -> None:
    codes = [rule.code for rule in chosen_rules(["margin", "motto-size"], ["margin-top"])]
    assert codes == [code for code in RULES if code in {"margin-bottom", "margin-left", "margin-right", "motto-size"}]
