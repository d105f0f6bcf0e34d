"""Hides who made a remark in texts that are published: names, telephone numbers, e-mail addresses."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Self

from papi_docs.model import Dossier, RemarkIdentity
from papi_docs.vietnamese import clean, fold_accents, fold_tone, squeeze

__all__ = ["MASK", "Mask"]

MASK: Final = "…"
"""Stands where something was hidden."""

_ADDRESSES: Final = (
    "ông", "bà", "anh", "chị", "cô", "chú", "bác", "thầy", "em", "cháu", "dì", "cậu", "mợ", "thím", "dượng",
    "bố", "ba", "mẹ", "má", "cha", "bé", "con", "phụ huynh", "học sinh", "gia đình", "cha mẹ", "bố mẹ",
)  # fmt: skip
_ADDRESS: Final = "|".join(sorted(_ADDRESSES, key=len, reverse=True))
_LEADING_ADDRESS: Final = re.compile(rf"(?:(?:{_ADDRESS})\s+)+", re.IGNORECASE)
_TELLS_NOTHING: Final = (
    *_ADDRESSES, "ẩn danh", "giấu tên", "không nêu tên", "không rõ", "người dân", "cử tri",
    "zalo", "facebook", "messenger", "email", "e-mail", "mail", "điện thoại", "sđt", "đt", "số",
)  # fmt: skip
_NOBODY: Final = frozenset(map(fold_tone, _TELLS_NOTHING))
"""What is written in place of a name or before a number, and tells nothing of anybody."""

_BETWEEN: Final = re.compile(r"[,;:/()\n]|\s-\s")
_GAP: Final = r"[\s.()-]{0,2}"
_PHONE: Final = re.compile(rf"(?<!\d)(?:\+\s?84|84|0)(?:{_GAP}\d){{7,11}}(?!\d)")
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NUMBER: Final = re.compile(rf"\d(?:{_GAP}\d){{5,}}")

_TONED: Final = (
    *zip("oà oả oã oá oạ".split(), "òa ỏa õa óa ọa".split(), strict=True),
    *zip("oè oẻ oẽ oé oẹ".split(), "òe ỏe õe óe ọe".split(), strict=True),
    *zip("uỳ uỷ uỹ uý uỵ".split(), "ùy ủy ũy úy ụy".split(), strict=True),
)
"""The two places where a tone is written: :func:`fold_tone` gives the first."""


_SECOND: Final = re.compile("|".join(second for second, _ in _TONED))
_FIRST: Final = dict(_TONED)


@dataclass(frozen=True, slots=True)
class _Identity:
    """What tells who somebody is."""

    pattern: str
    clue: str
    """Stands in :func:`_bare` of every text that the pattern is found in; looking for it costs no compiling."""


@dataclass(frozen=True, slots=True)
class Mask:
    """What is hidden in the texts of one school."""

    identities: tuple[_Identity, ...]
    phones: frozenset[str]
    """The school's own numbers, which stay."""
    emails: frozenset[str]

    @classmethod
    def of(cls, dossier: Dossier) -> Self:
        """Hides everybody who made a remark, and every number and address but the school's own."""
        contact, school = dossier.evidence.contact, dossier.school
        texts = [school.phone, school.email, *([contact.phone, contact.email] if contact else [])]
        return cls(
            _identities(remark.identity for remark in dossier.evidence.remarks),
            frozenset(_subscriber(found) for text in texts for found in _NUMBER.findall(text)),
            frozenset(found.casefold() for text in texts for found in _EMAIL.findall(text)),
        )

    def over(self, text: str) -> str:
        """The text with everything hidden that tells who made a remark."""
        text = clean(text)
        bare = _bare(text)
        for identity in self.identities:
            if identity.clue in bare:
                text = re.sub(identity.pattern, MASK, text)
        text = _EMAIL.sub(lambda found: found[0] if found[0].casefold() in self.emails else MASK, text)
        return _PHONE.sub(lambda found: found[0] if _subscriber(found[0]) in self.phones else MASK, text)


def _subscriber(phone: str) -> str:
    """The digits without what is dialled before them: ``912345678`` for ``+84 912 345 678``."""
    return re.sub(r"^(?:840?|0)", "", re.sub(r"\D", "", phone))


def _bare(text: str) -> str:
    """Words without marks and capitals, then all digits: dotless i is an i to who ignores capitals, as patterns do."""
    return f"{fold_accents(text.replace('ı', 'i'))}\n{re.sub(_NO_DIGITS, '', text)}"


_NO_DIGITS: Final = r"\D+"


def _clue(words: list[str]) -> str:
    """Nothing where the words have the mask itself in them: it may come into a text after it was looked at."""
    text = " ".join(words)
    return "" if MASK in text else fold_accents(text.replace("ı", "i"))


def _identities(identities: Iterable[RemarkIdentity]) -> tuple[_Identity, ...]:
    """Longest first, so that a name goes whole before a part of it would."""
    found = {one.pattern: one for identity in identities for one in _patterns(identity)}
    return tuple(sorted(found.values(), key=lambda one: len(one.pattern), reverse=True))


def _patterns(identity: RemarkIdentity) -> Iterator[_Identity]:
    for part in _parts(identity.name):
        yield from _of_name(part.split())
    for part in _parts(identity.contact):
        yield _Identity(_whole(_spelt(part.split())), _clue(part.split()))
    for text in (identity.name, identity.contact):
        for digits in map(_subscriber, _NUMBER.findall(text)):
            yield _Identity(_of_number(digits), digits)


def _parts(text: str) -> Iterator[str]:
    """Pieces of what stands for a person that do tell who it is."""
    for part in _BETWEEN.split(clean(text)):
        bare = _LEADING_ADDRESS.sub("", squeeze(part), count=1).strip(" .") if part.strip() else ""
        if bare and fold_tone(bare) not in _NOBODY and fold_tone(part) not in _NOBODY:
            yield bare


def _of_name(words: list[str]) -> Iterator[_Identity]:
    """The full name, also without its marks; the given name alone only where it is used as one.

    Given names are common words too (hoa, lan, học): alone they count with a capital, after a form of address.
    """
    given, clue = words[-1], _clue(words)
    named = rf"(?:{re.escape(given[0].upper())}{_spelt([given[1:]])}|{re.escape(given.upper())})"
    if len(words) == 1:
        yield _Identity(_whole(named), clue)
        return
    yield _Identity(_whole(_spelt(words)), clue)
    unmarked = r"\s+".join(map(re.escape, fold_accents(" ".join(words)).split()))
    yield _Identity(_whole(unmarked, ignore_case=True), clue)
    yield _Identity(_whole(rf"(?i:{_ADDRESS})\s+{named}"), _clue([given]))


def _whole(pattern: str, *, ignore_case: bool = False) -> str:
    return rf"(?<!\w)(?{'i' if ignore_case else ''}:{pattern})(?!\w)"


def _spelt(words: list[str]) -> str:
    """Words in either spelling of their tones, in any case, however far apart."""
    joined = r"\s+".join(map(_either_tone, words))
    return f"(?i:{joined})"


def _either_tone(word: str) -> str:
    return _SECOND.sub(lambda found: f"(?:{found[0]}|{_FIRST[found[0]]})", re.escape(fold_tone(word)))


def _of_number(digits: str) -> str:
    return rf"(?<!\d)(?:\+?{_GAP}84{_GAP}|0{_GAP})?{_GAP.join(digits)}(?!\d)"
