"""What a survey says of each content: counts, and shares with their denominator."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from papi_docs.filling import Chart, Series
from papi_docs.findings import Place
from papi_docs.model import Content, Survey, Tally
from papi_docs.vietnamese import percent

__all__ = ["FEWEST", "ContentShare", "content_shares", "shares_chart", "tells_too_much"]

FEWEST: Final = 5
"""Fewer answers than this are not published: they would tell who answered what."""


@dataclass(frozen=True, slots=True)
class ContentShare:
    """A content and the answers to it; no tally where it was not measured."""

    content: Content
    tally: Tally | None
    total: int
    """Of all answers: the denominator."""

    @classmethod
    def of(cls, content: Content, tally: Tally | None) -> Self:
        """What these answers say."""
        return cls(content, tally, tally.total if tally else 0)

    @property
    def measured(self) -> bool:
        """Whether anybody answered."""
        return self.total > 0

    @property
    def published(self) -> bool:
        """Whether enough answered for a share that tells nobody's answer."""
        return self.total >= FEWEST

    @property
    def yes_percent(self) -> float | None:
        """Share of ``Có`` among all answers, per cent."""
        return 100 * self.tally.yes / self.total if self.tally and self.total else None

    @property
    def yes_text(self) -> str:
        """``93,4%``; only where :attr:`measured`."""
        if self.tally is None:
            raise ValueError(self.content.code)
        return percent(self.tally.yes, self.total)

    @property
    def cells(self) -> tuple[Place, ...]:
        """Cells of the three counts."""
        return tuple(self.tally.cells.values()) if self.tally else ()


def content_shares(survey: Survey | None, contents: Sequence[Content]) -> tuple[ContentShare, ...]:
    """A row for every content, measured or not, in the order of the list."""
    answers = survey.answers if survey else {}
    return tuple([ContentShare.of(content, answers.get(content.code)) for content in contents])


def tells_too_much(survey: Survey) -> bool:
    """Whether so few sheets came back that their answers are not published."""
    return survey.returned < FEWEST


def shares_chart(
    title: str, surveys: Sequence[Survey], contents: Sequence[Content], names: Sequence[str]
) -> Chart | None:
    """Shares of ``Có`` of each content, a series for each survey; None where there is none to publish.

    ``names``: what the contents are called beside the bars.
    """
    series = tuple(
        Series(
            survey.semester.value,
            tuple(share.yes_percent if share.published else None for share in shares),
            tuple(share.yes_text if share.published else None for share in shares),
        )
        for survey in surveys
        if not tells_too_much(survey)
        for shares in [content_shares(survey, contents)]
        if any(share.published for share in shares)
    )
    return Chart(title, tuple(names), series) if series else None
