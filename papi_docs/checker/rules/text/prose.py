"""The running text of a document as the rules of the text read it, and how they say what they saw."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from papi_docs.checker.anatomy import Anatomy, Part
from papi_docs.checker.rule import LIKELY, Observation, Rule, Spot
from papi_docs.checker.rules.tables import in_data
from papi_docs.checker.written import Paragraph
from papi_docs.findings import Severity

__all__ = [
    "LOWER",
    "UPPER",
    "Find",
    "Passage",
    "Seen",
    "Slip",
    "any_text",
    "is_form",
    "is_party",
    "judged_parts",
    "passages",
    "prose",
    "quotes",
    "reading",
    "say",
    "sentence_around",
    "slips_in",
]

UPPER: Final = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""Vietnamese capitals, for the brackets of a pattern."""
LOWER: Final = "a-zđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
"""Vietnamese small letters, likewise."""

_HEAD: Final = frozenset(
    "national_name motto superior issuer number place_and_date type urgency circulation drafter contact "
    "annex_number authority signer recipients_label end_mark".split()
)
"""Roles that are no running text; rules of their own look at them."""

_PARTY: Final = re.compile(r"ĐẢNG CỘNG SẢN VIỆT NAM")
_HEAD_PARAGRAPHS: Final = 12
_MOST_QUOTED_PARAGRAPHS: Final = 200
_LONGEST_REMEMBERED: Final = 1000
"""Letters of a text for which it is worth the memory to know later what was found in it."""
_FORM_ROLES: Final = frozenset({"issuer", "superior", "type", "subject", "number", "signer", "authority"})
_SENTENCE_END: Final = re.compile(rf"[.!?](?=\s+[\"“(]?[{UPPER}])")

Fold = Literal["alike", "all", "none"]


@dataclass(frozen=True, slots=True)
class Slip:
    """Something wrong in a stretch of a text."""

    start: int
    end: int
    found: str
    wanted: str
    severity: Severity | None = None


Find = Callable[[str], Iterable[Slip]]
"""Says what is wrong in one text."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A slip and the paragraph that it stands in."""

    paragraph: Paragraph
    slip: Slip

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return Spot(self.paragraph, self.slip.start, self.slip.end)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with what the rules of the text must know of it."""

    paragraph: Paragraph
    text: str
    """Its visible text, without an automatic number."""
    role: str
    """Of the first part in it; empty where it has none."""
    placeholder: bool
    quoted: tuple[tuple[int, int], ...]
    """Stretches between quotation marks: words of others."""

    @property
    def tabular(self) -> bool:
        """A cell of a table of data."""
        return in_data(self.paragraph)

    @property
    def capitals(self) -> bool:
        """Set in capitals as a whole."""
        return self.text.isupper()

    def quotes(self, start: int, end: int) -> bool:
        """A stretch of it stands between quotation marks."""
        return any(first <= start and end <= last for first, last in self.quoted)


class _Same:
    """An anatomy that equals itself alone: what may be looked up by it is valid for no other."""

    def __init__(self, anatomy: Anatomy) -> None:
        self.anatomy = anatomy

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.anatomy is self.anatomy

    def __hash__(self) -> int:
        return id(self.anatomy)


def passages(anatomy: Anatomy) -> tuple[Passage, ...]:
    """Every paragraph of the body that has a letter in it, in reading order."""
    return _passages(_Same(anatomy))


@lru_cache(maxsize=1)
def _passages(same: _Same) -> tuple[Passage, ...]:
    anatomy = same.anatomy
    first: dict[int, Part] = {}
    for part in anatomy.parts:
        for span in part.spans:
            first.setdefault(span.paragraph.index, part)
    texts = [paragraph.text for paragraph in anatomy.written.paragraphs]
    return tuple(
        Passage(paragraph, text, part.role if part else "", part.placeholder if part else False, quoted)
        for paragraph, text, quoted in zip(anatomy.written.paragraphs, texts, quotes(texts), strict=True)
        if text.strip()
        for part in [first.get(paragraph.index)]
    )


@lru_cache(maxsize=8)
def _of_kind(same: _Same, where: Callable[[Passage], bool]) -> tuple[Passage, ...]:
    """Those that one kind of rules reads; many rules read the same."""
    return tuple(filter(where, _passages(same)))


def quotes(texts: list[str]) -> list[tuple[tuple[int, int], ...]]:
    """The stretches of each text that stand between quotation marks, across paragraphs too.

    Curly marks may open in one paragraph and close in a later one, as where a law gives the new wording of
    another; a mark that is never closed opens nothing. Straight marks count within one paragraph.
    """
    found: list[list[tuple[int, int]]] = [[] for _ in texts]
    opened: tuple[int, int] | None = None
    for place, text in enumerate(texts):
        for match in re.finditer("[“”]", text):
            if match[0] == "“":
                opened = opened or (place, match.start())
            elif opened is not None:
                _quote(found, texts, opened, (place, match.end()))
                opened = None
        if opened is not None and place - opened[0] > _MOST_QUOTED_PARAGRAPHS:
            opened = None
        found[place] += [match.span() for match in re.finditer(r'"[^"]*"', text)]
    return [tuple(stretches) for stretches in found]


def _quote(found: list[list[tuple[int, int]]], texts: list[str], begin: tuple[int, int], end: tuple[int, int]) -> None:
    for place in range(begin[0], end[0] + 1):
        start = begin[1] if place == begin[0] else 0
        stop = end[1] if place == end[0] else len(texts[place])
        found[place].append((start, stop))


def prose(passage: Passage) -> bool:
    """Running text: no letterhead, no signature block, not in capitals, no words of a form."""
    return passage.role not in _HEAD and not passage.placeholder and not passage.capitals


def any_text(passage: Passage) -> bool:
    """Whatever is written but the words of a form."""
    return not passage.placeholder


def is_party(anatomy: Anatomy) -> bool:
    """A paper of the Party, which is laid out by rules of its own."""
    return any(_PARTY.fullmatch(one.text.strip()) for one in passages(anatomy)[:_HEAD_PARAGRAPHS])


def is_form(anatomy: Anatomy) -> bool:
    """A form to fill: its issuer, type, number or signer are still the form's own words."""
    return any(part.placeholder for part in anatomy.parts if part.role in _FORM_ROLES)


def judged_parts(anatomy: Anatomy, *roles: str) -> Iterator[Part]:
    """Parts of some roles that are likely and no placeholder."""
    return (part for part in anatomy.parts if part.role in roles and not part.placeholder and part.certainty >= LIKELY)


def sentence_around(text: str, place: int) -> str:
    """The sentence of a text that a place lies in."""
    begin, end = 0, len(text)
    for match in _SENTENCE_END.finditer(text):
        if match.end() <= place:
            begin = match.end()
        else:
            end = match.end()
            break
    return text[begin:end]


def reading(
    find: Find, where: Callable[[Passage], bool] = prose, *, fold: Fold = "alike", quoted: bool = False
) -> Callable[[Rule, Anatomy], Iterator[Observation]]:
    """A judge that reads every passage of a kind and says what a function finds in its text.

    Args:
        find: what is wrong in one text.
        where: which passages it reads.
        fold: which slips make one observation: those alike, all of the document, or none.
        quoted: whether it reads what stands between quotation marks too.
    """

    def judge(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
        seen = (
            Seen(passage.paragraph, slip)
            for passage in _of_kind(_Same(anatomy), where)
            for slip in slips_in(find, passage.text)
            if quoted or not passage.quotes(slip.start, slip.end)
        )
        return say(rule, seen, fold)

    return judge


def slips_in(find: Find, text: str) -> Iterable[Slip]:
    """What a function finds in one text; papers of one kind say much in the same words."""
    return _found(find, text) if len(text) <= _LONGEST_REMEMBERED else find(text)


@lru_cache(maxsize=16384)
def _found(find: Find, text: str) -> tuple[Slip, ...]:
    return tuple(find(text))


def say(rule: Rule, seen: Iterable[Seen], fold: Fold = "alike") -> Iterator[Observation]:
    """What was seen as observations, one for all that belong together, at the first of them."""
    groups: dict[object, list[Seen]] = {}
    for place, one in enumerate(seen):
        key: dict[Fold, object] = {"alike": (one.slip.found, one.slip.wanted), "all": "", "none": place}
        groups.setdefault(key[fold], []).append(one)
    for first, *others in groups.values():
        count = f" (và {len(others)} chỗ khác)" if others else ""
        about = rule.observe(
            first.spot,
            first.slip.found + count,
            first.slip.wanted,
            severity=first.slip.severity,
        )
        yield replace(about, others=tuple(one.spot for one in others))
