"""The rules of the text as a whole: each is documented, says only its own code, and is quick."""

import time
from datetime import date

import pytest

from papi_docs.checker.rule import Observation, Rule
from papi_docs.checker.rules.text import TEXT_RULES
from papi_docs.decree30 import CLAUSES, ELEMENTS
from tests.checker.builders import Draft, Paper

RULES = pytest.mark.parametrize("rule", TEXT_RULES, ids=[rule.code for rule in TEXT_RULES])
MOST_SECONDS = 1
"""For one rule on 100 kB in one paragraph: a pattern that goes back over its steps would take minutes."""

HARD = (
    " " * 100_000,
    "." * 100_000,
    "a" * 100_000,
    "khoản 1, " * 11_000,
    "ngày 1 tháng " * 7_700,
    "Kế hoạch số 1/KH-" * 5_900,
    "1.1" * 33_000,
    "A.B-" * 25_000,
    "(“" * 50_000,
    "Tân Hồng " * 11_000,
    "tỉnh Bà Rịa " * 8_300,
    "{{ « < [ nhập " * 7_000,
    "ê\u0301" * 50_000,
    "một  hai,ba. bốn " * 6_000,
    "theo Khoản 2 Điều 5, của nhân dân Huyện Tân Hồng. " * 2_000,
    "số 11hồ..;;«a» UBND huyện Tân Hồng " * 3_000,
)


@RULES
def test_every_rule_is_documented(rule: Rule) -> None:
    assert rule.clause in CLAUSES
    assert rule.element in ELEMENTS or rule.element == "text"
    assert rule.title
    assert rule.title[-1] != "."
    assert rule.explanation.endswith((".", "…"))
    assert rule.wrong != rule.right


def test_codes_are_unique() -> None:
    assert len({rule.code for rule in TEXT_RULES}) == len(TEXT_RULES)


@RULES
@pytest.mark.parametrize("paper", [Paper.plan(), Paper.letter()], ids=["plan", "letter"])
def test_right_papers_are_right(rule: Rule, paper: Paper) -> None:
    assert not list(rule.judge(rule, paper.anatomy()))


@RULES
def test_long_paragraphs_take_no_time(rule: Rule) -> None:
    began = time.process_time()
    for text in HARD:
        anatomy = Paper.plan().after("body", Draft("body", text)).anatomy()
        assert all(isinstance(seen, Observation) and seen.code == rule.code for seen in rule.judge(rule, anatomy))
    assert time.process_time() - began < MOST_SECONDS * len(HARD)


@RULES
def test_bodies_of_today_and_of_then(rule: Rule) -> None:
    """A paper of today by a body of today is right too."""
    line = "Tân Hồng, ngày 05 tháng 9 năm 2026"
    paper = Paper.plan().change("superior", text="UBND XÃ AN PHƯỚC").change("place_and_date", text=line)
    paper = paper.change("recipients", text="- UBND xã An Phước;")
    today = Paper(paper.form, paper.drafts, paper.type_name, date(2026, 9, 5), paper.number, paper.symbol)
    assert not list(rule.judge(rule, today.anatomy()))
