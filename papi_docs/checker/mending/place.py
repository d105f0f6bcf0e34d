"""What a mender is given: the copy, and the places where one thing is wrong."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement

from papi_docs.checker.anatomy import Anatomy, Part, Span
from papi_docs.checker.mending.copying import Copy
from papi_docs.checker.mending.errors import CannotMend
from papi_docs.checker.rule import Observation, Spot
from papi_docs.checker.written import Paragraph

__all__ = ["Mender", "Place", "parts_at"]


@dataclass(frozen=True, slots=True)
class Place:
    """One observation and the copy to mend it in. Paragraphs belong to the reading the observation was made on."""

    copy: Copy
    anatomy: Anatomy
    observation: Observation
    roles: tuple[str, ...]
    """Of the elements that its rule speaks of."""

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Every place it speaks of."""
        return _spots(self.observation)

    @property
    def spans(self) -> Iterator[Span]:
        """The stretches of text among them."""
        return _spans(self.observation)

    def parts(self) -> Iterator[Part]:
        """The parts it speaks of, each once: those of its element that share letters with one of its spots."""
        return parts_at(self.anatomy, self.observation, self.roles)

    def prepare(self) -> None:
        """Look for its paragraphs in the copy, before any of them is changed."""
        spans = [*self.spans, *(span for part in self.parts() for span in part.spans)]
        elements = [span.paragraph.element for span in spans if span.paragraph.element is not None]
        elements += [section.element for section in self.anatomy.written.sections if section.element is not None]
        for element in elements:
            with suppress(CannotMend):
                self.copy.twin(element)

    def twin(self, paragraph: Paragraph) -> BaseOxmlElement:
        """The paragraph of the copy.

        Raises:
            CannotMend: it holds tracked changes, which are for their author to settle, or it is not there.
        """
        if paragraph.element is None:
            raise CannotMend("không tìm thấy đoạn này trong tệp")
        twin = self.copy.twin(paragraph.element)
        if self.copy.is_tracked(twin):
            raise CannotMend("đoạn có thay đổi chưa duyệt (Track Changes): duyệt rồi sửa lại")
        return twin


def parts_at(anatomy: Anatomy, seen: Observation, roles: tuple[str, ...]) -> Iterator[Part]:
    """Parts of some roles that share letters with a spot of an observation, each once."""
    spots = list(_spans(seen))
    for part in anatomy.parts:
        if part.role in roles and any(_meet(span, spot) for span in part.spans for spot in spots):
            yield part


def _spots(seen: Observation) -> tuple[Spot, ...]:
    return (seen.spot, *seen.others)


def _spans(seen: Observation) -> Iterator[Span]:
    for spot in _spots(seen):
        if spot.paragraph is not None:
            yield Span(spot.paragraph, spot.start, spot.end or len(spot.paragraph.text))


def _meet(one: Span, other: Span) -> bool:
    if one.paragraph.index != other.paragraph.index:
        return False
    return max(one.start, other.start) < min(one.end, other.end) or one.start == one.end == other.start


Mender = Callable[[Place], None]
"""Mends one observation in the copy; raises :class:`CannotMend` where that is not certain."""
