"""What a survey says of each content: counts, and shares with their denominator."""

from collections.abc import Sequence
from dataclasses import dataclass

from papi_docs.findings import Place
from papi_docs.model import Content, Survey, Tally
from papi_docs.vietnamese import percent

__all__ = ["ContentShare", "content_shares"]


@dataclass(frozen=True, slots=True)
class ContentShare:
    """A content and the answers to it; no tally where it was not measured."""

    content: Content
    tally: Tally | None

    @property
    def measured(self) -> bool:
        """Whether anybody answered."""
        return self.tally is not None and self.tally.total > 0

    @property
    def yes_percent(self) -> float | None:
        """Share of ``Có`` among all answers, per cent."""
        if self.tally is None or self.tally.total == 0:
            return None
        return 100 * self.tally.yes / self.tally.total

    @property
    def yes_text(self) -> str:
        """``93,4%``; only where :attr:`measured`."""
        if self.tally is None:
            raise ValueError(self.content.code)
        return percent(self.tally.yes, self.tally.total)

    @property
    def cells(self) -> tuple[Place, ...]:
        """Cells of the three counts."""
        return tuple(self.tally.cells.values()) if self.tally else ()


def content_shares(survey: Survey | None, contents: Sequence[Content]) -> tuple[ContentShare, ...]:
    """A row for every content, measured or not, in the order of the list."""
    answers = survey.answers if survey else {}
    return tuple(ContentShare(content, answers.get(content.code)) for content in contents)
