"""Whether an element has the size, weight, slant and case that the table of the decree gives it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from papi_docs.checker.anatomy import Anatomy, Form, Part, Span
from papi_docs.checker.rule import Observation, Rule, Spot
from papi_docs.checker.rules.layout.seeing import (
    BODY_ROLES,
    Seen,
    deviation,
    grouped,
    letters,
    parts_of,
    under_table,
)
from papi_docs.checker.rules.tables import in_data
from papi_docs.checker.rules.text.prose import passages
from papi_docs.checker.written import Run
from papi_docs.decree30 import ELEMENTS, Range

__all__ = ["TRAITS", "CaseLook", "SizeLook", "StyleLook", "Trait", "dominant_size", "in_range", "size_words"]

_ROUNDING = 0.1
"""Points: sizes are stored in half points, some programs round them."""

_FOLLOWING = ("basis", "heading_1", "heading_2", "article", "chapter", "chapter_title")
"""Roles whose size is wrong for the one reason that the size of the whole text is."""

_RUNNING = ("body", "point", "basis", "heading_1", "heading_2", "recipients", "contact", "drafter")
"""Roles in which some words may be set off for a reason: a name, a term, a note."""

_SENTENCE = 60
"""Letters from which on a bold or italic paragraph is a sentence, and no heading without a number."""

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|«.*?»")
"""Room that a program will fill in."""

_SENTENCES = re.compile(r":\s|[.;:,…_]\s*$")
"""In what is numbered but no title: it says something, or introduces it."""

_STOPS = " \t\n\u00a0.;,:/"
"""What may stand behind the mark that closes a quotation."""

_RUN_IN = re.compile(r"\s*[IVXLC]+\b\W*(?P<title>[^:]*\w):\s+\S")
"""A heading with what it says behind a colon: ``III. KIẾN NGHỊ: Không.``."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SYLLABLE = re.compile(r"(?:[bcdđghklmnpqrstvx]{0,3})[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|[cmnpt])?")
"""A syllable of Vietnamese without its tone; an abbreviation is none as a rule."""

_DEEPER = re.compile(r"\s*\d+\.\d")
"""``1.1.`` heads a part of a part, of which the decree says nothing: offices set it as they like."""

_LABEL = re.compile(r"\s*Điều\s+\d+[a-zđ]?\s*[.:]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Trait:
    """One property of letters: what stands there, what is wanted, and how one mends it in Word. Vietnamese."""

    found: str
    wanted: str
    mending: str


_BOLD = "Chọn phần chữ đó rồi bấm Ctrl+B."
_ITALIC = "Chọn phần chữ đó rồi bấm Ctrl+I."
_CASE = "Chọn phần chữ đó rồi bấm Shift+F3 cho đến khi đúng."

TRAITS = {
    "not-bold": Trait("chữ không đậm", "chữ đậm", _BOLD),
    "bold": Trait("chữ đậm", "chữ không đậm", _BOLD),
    "not-italic": Trait("chữ đứng", "chữ nghiêng", _ITALIC),
    "italic": Trait("chữ nghiêng", "chữ đứng", _ITALIC),
    "not-capitals": Trait("chữ in thường", "chữ in hoa", _CASE),
    "capitals": Trait("chữ in hoa", "chữ in thường", _CASE),
}
"""By the ends of the codes of their rules."""


def in_range(size: float, allowed: Range) -> bool:
    """Whether a size in points is right, rounding forgiven."""
    return allowed.least - _ROUNDING <= size <= allowed.most + _ROUNDING


def size_words(allowed: Range) -> str:
    """``"cỡ 13 đến 14"``."""
    most = f" đến {_points(allowed.most)}" if allowed.most > allowed.least else ""
    return f"cỡ {_points(allowed.least)}{most}"


def _points(size: float) -> str:
    return f"{round(size, 1):g}".replace(".", ",")


def dominant_size(anatomy: Anatomy) -> float | None:
    """The size in points of most letters of the running text; ``None`` where there is none."""
    weights: dict[float, int] = {}
    for part in _judged(anatomy, *BODY_ROLES):
        for run in part.spans[0].runs:
            weights[run.size] = weights.get(run.size, 0) + letters(run.text)
    return max(weights, key=lambda size: weights[size], default=None)


def _judged(anatomy: Anatomy, *roles: str) -> Iterator[Part]:
    return (
        part
        for part in parts_of(anatomy, *roles)
        if not in_data(part.first) and not (part.role in BODY_ROLES and under_table(anatomy, part.first))
    )


@dataclass(frozen=True, slots=True)
class SizeLook:
    """Judges the size of an element; that of the body tells for its points too."""

    role: str

    def __call__(self, rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
        """One observation for each wrong size."""
        allowed = ELEMENTS[self.role].size
        roles = BODY_ROLES if self.role == "body" else (self.role,)
        told = dominant_size(anatomy) if self.role in _FOLLOWING else None
        seen = (self._wrong(part, allowed, told) for part in _judged(anatomy, *roles))
        return grouped(rule, filter(None, seen), size_words(allowed))

    def _wrong(self, part: Part, allowed: Range, told: float | None) -> Seen | None:
        off = deviation(part, lambda run: run.size != told and not in_range(run.size, allowed))
        if off is None or (self.role == "recipients" and not off.whole):  # the drafter's mark is set small
            return None
        found = f"cỡ {_points(off.run.size)}"
        return Seen(off.spot, found if off.whole else f"{found} ở một số chữ", part.certainty)


@dataclass(frozen=True, slots=True)
class StyleLook:
    """Judges whether an element is bold, or italic, or not."""

    role: str
    trait: str

    def __call__(self, rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
        """One observation for all parts of the role."""
        seen = (
            one for part in _judged(anatomy, self.role) if (one := self._wrong(part)) and not self._meant(anatomy, part)
        )
        return grouped(rule, seen, TRAITS[self.trait].wanted)

    def _meant(self, anatomy: Anatomy, part: Part) -> bool:
        """Whether a paragraph of the text is set off for a reason: words of others, bases without their first word."""
        if self.role not in BODY_ROLES:
            return False
        return _quoted(anatomy, part) or (self.trait == "italic" and _before_the_ruling(anatomy, part))

    def _wrong(self, part: Part) -> Seen | None:
        if self._is_free(part):
            return None
        off = deviation(_label_of(part) if self.role == "article" else part, self._is_wrong)
        if off is None or (self.role in _RUNNING and not self._wholly(part, off.share)):
            return None
        found = TRAITS[self.trait].found
        return Seen(off.spot, found if off.whole else f"{found} ở một số chữ", part.certainty)

    def _is_free(self, part: Part) -> bool:
        """Whether the decree leaves the look to whoever writes, or the label that it speaks of is no word of it."""
        if self.role == "heading_2":
            return bool(_DEEPER.match(part.first.shown))
        return self.role == "article" and self.trait == "not-bold" and _numbered_bold(part)

    def _is_wrong(self, run: Run) -> bool:
        attribute = run.bold if self.trait.endswith("bold") else run.italic
        return attribute is not self.trait.startswith("not-")

    def _wholly(self, part: Part, share: float) -> bool:
        """Whether so much is set wrongly that it is the part and not a word in it."""
        if self.trait.startswith("not-"):
            return share > 0.5 and not (self.role == "heading_2" and _SENTENCES.search(part.text))
        aside = part.text.startswith("(") and part.text.rstrip(".;:,/ ").endswith(")")
        heading = part.role == "body" and letters(part.text) < _SENTENCE
        return share > 0.9 and not aside and not heading


def _quoted(anatomy: Anatomy, part: Part) -> bool:
    """Whether a part stands between quotation marks, as where another paper is told word for word."""
    span = part.spans[0]
    passage = next((one for one in passages(anatomy) if one.paragraph.index == span.paragraph.index), None)
    if passage is None:
        return False
    start = span.end - len(passage.text[span.start : span.end].lstrip())
    return passage.quotes(start, len(passage.text.rstrip(_STOPS)))


def _before_the_ruling(anatomy: Anatomy, part: Part) -> bool:
    """Whether it stands over what a decision decides: bases, whatever they begin with."""
    ruled = [one.first.index for role in ("article", "chapter_title") for one in anatomy.of(role)[:1]]
    return anatomy.form in {Form.DECISION, Form.RESOLUTION} and bool(ruled) and part.first.index < min(ruled)


def _numbered_bold(part: Part) -> bool:
    """Whether Word numbers the article with a bold ``Điều 1.``, which then is no word of its text."""
    return part.first.label_bold and bool(_LABEL.match(part.first.label))


def _label_of(part: Part) -> Part:
    """The words ``Điều 1.`` of an article, whose heading may be bold or not."""
    span = part.spans[0]
    match = _LABEL.match(span.text)
    if match is None:
        return part
    return Part(part.role, (Span(span.paragraph, span.start, span.start + match.end()),), part.certainty)


@dataclass(frozen=True, slots=True)
class CaseLook:
    """Judges whether an element is written in capitals, or not."""

    role: str
    trait: str

    def __call__(self, rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
        """One observation for all parts of the role; a form's own words are not judged."""
        trait = TRAITS[self.trait]
        wrong = _written_small if self.trait == "not-capitals" else _written_large
        seen = (
            Seen(spot, trait.found, part.certainty)
            for part in self._parts(anatomy)
            if not part.placeholder and (spot := wrong(part))
        )
        return grouped(rule, seen, trait.wanted)

    def _parts(self, anatomy: Anatomy) -> list[Part]:
        """What is issued along with the paper may have its subject in capitals, as a charter its title."""
        parts = list(_judged(anatomy, self.role))
        if self.role == "heading_1":
            return [_title_of(part) for part in parts]
        if self.role == "heading_2":
            return [part for part in parts if _is_worded(part)]
        return parts[:1] if self.role == "subject" else parts


def _title_of(part: Part) -> Part:
    """A heading without what stands behind its colon."""
    span = part.spans[0]
    match = _RUN_IN.match(span.text)
    if match is None:
        return part
    title = Span(span.paragraph, span.start, span.start + match.end("title"))
    return Part(part.role, (title,), part.certainty, part.placeholder)


def _is_worded(part: Part) -> bool:
    """Whether it has two words or more: abbreviations and short names are written in capitals anyway."""
    words = (word for word in _WORD.findall(_TAG.sub("", part.text)) if _SYLLABLE.fullmatch(_toneless(word.lower())))
    return sum(1 for _ in words) > 1


def _toneless(word: str) -> str:
    """A word without the marks of its tones, those of its letters kept."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", word) if letter not in _TONES)
    return unicodedata.normalize("NFC", bare)


def _written_small(part: Part) -> Spot | None:
    """The first span with small letters, where those are more than a slip of the shift key."""
    lines = part.spans[:1] if part.role == "annex_title" else part.spans  # a school year or a place stands under it
    spans = [span for span in lines if sum(letter.islower() for letter in span.text) >= 2]
    return Spot.of(spans[0]) if spans else None


def _written_large(part: Part) -> Spot | None:
    """The part's spot where nearly all its letters are capitals and there is a word of them."""
    spelled = [letter for letter in _TAG.sub("", part.text) if letter.isalpha()]
    large = sum(letter.isupper() for letter in spelled)
    return Spot.of(part) if len(spelled) > 2 and large > 0.9 * len(spelled) else None
