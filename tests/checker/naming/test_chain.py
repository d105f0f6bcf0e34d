"""The likeliest chain is that of the highest score, by trying all."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from papi_docs.checker.naming.chain import best_chain, logistic

_STATES = ("a", "b", "")
_SCORES = st.floats(-9, 9).map(lambda score: round(score, 3))
_EVIDENCE = st.lists(st.fixed_dictionaries(dict.fromkeys(_STATES, _SCORES)), min_size=1, max_size=5)
_STEPS = st.fixed_dictionaries(dict.fromkeys(product(_STATES, _STATES), _SCORES))


@given(_EVIDENCE, _STEPS)
def test_it_is_the_best_of_all(evidence: list[dict[str, float]], steps: dict[tuple[str, str], float]) -> None:
    def score(path: tuple[str, ...]) -> float:
        own = sum(here[state] for here, state in zip(evidence, path, strict=True))
        return own + sum(steps[pair] for pair in zip(("", *path[:-1]), path, strict=True))

    best = max(score(path) for path in product(_STATES, repeat=len(evidence)))
    found = best_chain(evidence, lambda before, after: steps[before, after])
    for nth, choice in enumerate(found):
        through = max(score(path) for path in product(_STATES, repeat=len(evidence)) if path[nth] == choice.state)
        assert abs(through - best) < 1e-6
        assert 0.49 < choice.certainty <= 1


def test_neighbours_turn_the_scale() -> None:
    evidence = [{"a": 3.0, "b": 0.0}, {"a": 0.0, "b": 0.5}, {"a": 3.0, "b": 0.0}]
    alone = best_chain(evidence, lambda _before, _after: 0)
    together = best_chain(evidence, lambda before, after: 1.0 if before == after else 0.0)
    assert [choice.state for choice in alone] == ["a", "b", "a"]
    assert [choice.state for choice in together] == ["a", "a", "a"]


def test_nothing_has_no_chain() -> None:
    assert best_chain([], lambda _before, _after: 0) == []


def test_a_greater_lead_is_more_certain() -> None:
    assert logistic(0) == 0.5
    assert logistic(1) < logistic(2) < logistic(1000) <= 1
