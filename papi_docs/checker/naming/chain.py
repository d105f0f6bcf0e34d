"""The likeliest names of things in a row: each has its own evidence, and neighbours bear on each other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

__all__ = ["Choice", "best_chain", "logistic"]

_NEVER = -1000.0


@dataclass(frozen=True, slots=True)
class Choice:
    """The state that a thing got, and how certain that is, from 0 to 1."""

    state: str
    certainty: float


def logistic(margin: float) -> float:
    """The certainty that a lead in scores (log odds) gives."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, margin))))


def best_chain(evidence: Sequence[Mapping[str, float]], step: Callable[[str, str], float]) -> list[Choice]:
    """States of the path with the highest score, each with its lead over the best path that differs there.

    Args:
        evidence: for each thing the score of every state that it may have.
        step: what it adds that a state (the second) follows another (the first, empty at the beginning).
    """
    if not evidence:
        return []
    forward = _sums(evidence, step, start=True)
    backward = _sums(evidence[::-1], lambda before, after: step(after, before), start=False)[::-1]
    totals = [
        {state: ahead[state] + behind[state] - here[state] for state in here}
        for here, ahead, behind in zip(evidence, forward, backward, strict=True)
    ]
    return [_chosen(total) for total in totals]


def _sums(
    evidence: Sequence[Mapping[str, float]], step: Callable[[str, str], float], *, start: bool
) -> list[dict[str, float]]:
    sums = [{state: score + (step("", state) if start else 0) for state, score in evidence[0].items()}]
    for here in evidence[1:]:
        last = sums[-1]
        sums.append(
            {state: score + max(last[before] + step(before, state) for before in last) for state, score in here.items()}
        )
    return sums


def _chosen(total: Mapping[str, float]) -> Choice:
    state = max(total, key=lambda name: total[name])
    rest = max((score for name, score in total.items() if name != state), default=_NEVER)
    return Choice(state, logistic(total[state] - rest))
