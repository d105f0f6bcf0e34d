"""What the tests of the rules of the text share."""

from collections.abc import Callable

import pytest

from papi_docs.checker.rule import Observation
from papi_docs.checker.rules.text import TEXT_RULES
from tests.checker.builders import Paper

RULES = {rule.code: rule for rule in TEXT_RULES}


@pytest.fixture
def observed() -> Callable[[str, Paper], list[Observation]]:
    """What one rule says of a paper."""

    def ask(code: str, paper: Paper) -> list[Observation]:
        rule, anatomy = RULES[code], paper.anatomy()
        return [answer for answer in rule.judge(rule, anatomy) if isinstance(answer, Observation)]

    return ask


@pytest.fixture
def judged(observed: Callable[[str, Paper], list[Observation]]) -> Callable[[str, Paper], list[str]]:
    """The words that one rule finds wrong in a paper."""

    def ask(code: str, paper: Paper) -> list[str]:
        spots = [seen.spot for seen in observed(code, paper)]
        return [spot.paragraph.text[spot.start : spot.end] if spot.paragraph else "" for spot in spots]

    return ask
