"""The sheet of staff, and who is meant where a cell names a person or a position."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, Self

from papi_docs.excel.book import Book
from papi_docs.excel.cells import did_you_mean, excerpt
from papi_docs.excel.table import Row
from papi_docs.model import HEAD_TITLE, Group, Person
from papi_docs.vietnamese import fold_accents, fold_tone

__all__ = ["Staff", "check_contacts", "looks_like_a_person", "read_staff"]

_SURNAMES = frozenset(
    (
        "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn trịnh đinh mai lâm hà cao "
        "tạ lương châu trương phùng tô thái quách la vương tăng giang thạch kim"
    ).split()
)


class _Member(NamedTuple):
    """A person with the parts of what they may be called, loosely."""

    person: Person
    name: str
    position: str
    duty: str

    @classmethod
    def of(cls, person: Person) -> Self:
        return cls(person, _loose(person.name), _loose(person.position), _loose(person.duty))

    @property
    def starts(self) -> set[str]:
        """What they may be called at the least; all else they may be called starts so."""
        title = {_loose(HEAD_TITLE)} if self.person.is_acting_head else set()
        return {self.name, self.position} | title

    def is_called(self, text: str) -> bool:
        """Whether text is one of the parts after another; words put together are loose when each is."""
        name, position, duty = self.name, self.position, self.duty
        if text in (_joined(name, position), _joined(position, name)):
            return True
        with_duty = (_joined(position, duty), _joined(position, "phụ trách", duty), _joined(name, duty))
        return self.person.duty != "" and text in with_duty


@dataclass(frozen=True, slots=True)
class Staff:
    """The people of one school, by everything they may be called."""

    people: tuple[Person, ...]
    starts: Mapping[str, Sequence[_Member]]
    """Everybody by what they may be called at the least, in their order."""
    unread: frozenset[str] = frozenset()
    """Names and positions of rows with a fault: whoever is called so may well be there."""
    _found: dict[str, tuple[Person, ...]] = field(default_factory=dict, compare=False, repr=False)
    """Who was meant before: the same people are named in many rows."""
    _helpers: dict[str, Person | Group | None] = field(default_factory=dict, compare=False, repr=False)
    """Likewise; a group is named in many rows, and to tell it from a near miss takes long."""

    @classmethod
    def of(cls, people: Iterable[Person], unread: Iterable[str] = ()) -> "Staff":
        """Index some people; ``unread`` are names and positions from rows that could not be read."""
        return cls.of_members([_Member.of(person) for person in people], unread)

    @classmethod
    def of_members(cls, members: Sequence[_Member], unread: Iterable[str]) -> "Staff":
        """The same, with the names loosened already."""
        starts: defaultdict[str, list[_Member]] = defaultdict(list)
        for member in members:
            for start in member.starts:
                starts[start].append(member)
        return cls(tuple(member.person for member in members), dict(starts), frozenset(map(_loose, unread)))

    def find(self, text: str) -> tuple[Person, ...]:
        """Everybody who may be meant: one, none, or several."""
        if text not in self._found:
            self._found[text] = self._find(_loose(text))
        return self._found[text]

    def _find(self, name: str) -> tuple[Person, ...]:
        words = name.split(" ")
        shorter = (self.starts.get(" ".join(words[:count]), ()) for count in range(len(words)))
        members = [member for found in shorter for member in found if member.is_called(name)]
        meant = {id(member.person) for member in (*self.starts.get(name, ()), *members)}
        return tuple(person for person in self.people if id(person) in meant) if meant else ()

    def may_have(self, text: str) -> bool:
        """Whether a row that could not be read is about this person."""
        name = _loose(text)
        if _ANYTHING in self.unread and not looks_like_a_person(text):
            return True
        return name in self.unread or (" " in name and any(known.endswith(f" {name}") for known in self.unread))

    def helper(self, text: str) -> Person | Group | None:
        """The person or group meant; ``None`` for what looks like a person who is not there."""
        if text not in self._helpers:
            self._helpers[text] = self._helper(text)
        return self._helpers[text]

    def _helper(self, text: str) -> Person | Group | None:
        found = self.find(text)
        if len(found) == 1:
            return found[0]
        if not found and (looks_like_a_person(text) or self._is_misspelt(text)):
            return None
        return Group(name=text)

    def _is_misspelt(self, text: str) -> bool:
        """A near miss of a name, or a position whose accents alone are wrong."""
        positions = {fold_accents(person.position) for person in self.people}
        return fold_accents(text) in positions or did_you_mean(text, [person.name for person in self.people]) != ""

    def ways_to_say(self, text: str) -> str:
        """What tells those apart who are called the same; a sentence for the message."""
        found = self.find(text)
        for say in (_by_name, _by_position, _by_duty):
            options = [say(person) for person in found]
            if all(self.find(option) == (person,) for option, person in zip(options, found, strict=True)):
                return f" Ghi một trong: {'; '.join(options[:_MOST_OPTIONS])}."
        return " Điền cột Phụ trách ở sheet Nhân sự để phân biệt, rồi ghi họ tên kèm phần phụ trách."

    def suggestion(self, text: str) -> str:
        """`` Ý bạn là "…"?`` for a near miss."""
        names = [person.name for person in self.people] + [person.position for person in self.people]
        return did_you_mean(text, names)


_MOST_OPTIONS = 5
_ANYTHING = "*"
"""The position of a row that gives none."""


def _by_name(person: Person) -> str:
    return person.name


def _by_position(person: Person) -> str:
    return f"{person.name} ({person.position})"


def _by_duty(person: Person) -> str:
    return f"{person.name} ({person.duty or person.position})"


_LOOSENED = re.compile("[()–,-]")


@lru_cache(1 << 12)
def _loose(text: str) -> str:
    return " ".join(_LOOSENED.sub(" ", fold_tone(text)).split())


def _joined(*names: str) -> str:
    """Names one after the other; of those made of signs alone nothing is left."""
    return " ".join(filter(None, names))


def looks_like_a_person(text: str) -> bool:
    """Whether it starts with a usual surname, as no group and no position does."""
    words = text.split()
    return 2 <= len(words) <= 5 and fold_tone(words[0]) in _SURNAMES and all(word[0].isupper() for word in words)


def read_staff(book: Book) -> dict[str, Staff]:
    """Staff by school code, noting every fault; every school has an entry."""
    members: defaultdict[str, list[_Member]] = defaultdict(list)
    unread: defaultdict[str, list[str]] = defaultdict(list)
    met: set[tuple[str, ...]] = set()
    for code, row in book.rows_of("staff", required=True):
        person = _person(book, row)
        if person is None or code is None:
            unread[code or ""] += _said_of(row)
        elif (key := (code, *_folded(person))) in met:
            message = f'"{person.name}" ({person.position}) có hai dòng: xóa một dòng, hoặc ghi Phụ trách khác nhau.'
            book.faults.add("person-twice", row["name"], message)
        else:
            met.add(key)
            members[code].append(_Member.of(person))
    return {code: Staff.of_members(members[code], unread[""] + unread[code]) for code in book.codes.values()}


def _said_of(row: Row) -> tuple[str, ...]:
    """Whatever a row that has a fault may be referred to by."""
    name, position, duty = (row[key].text for key in ("name", "position", "duty"))
    acting = (HEAD_TITLE,) if "hiệu trưởng" in fold_tone(position) else ()
    return (name, position or _ANYTHING, f"{name} {position}", f"{position} {duty}", *acting)


def _person(book: Book, row: Row) -> Person | None:
    faults = book.faults
    fields = {key: faults.text(row[key], required=key in _REQUIRED) for key in _FIELDS}
    faults.text(row["note"])
    check_contacts(book, row)
    if not all(fields[key] for key in _REQUIRED):
        return None
    return faults.built(row["name"], lambda: Person(**fields))


def check_contacts(book: Book, row: Row) -> None:
    """Note a telephone number that Excel has shortened, and what is no telephone number or address at all."""
    phone, email = row["phone"], row["email"]
    if isinstance(phone.value, float) and not (digits := re.sub(r"\D", "", phone.text)).startswith(_WITHOUT_ZERO):
        message = f'{phone.label} {phone.text} mất số 0 ở đầu. Ý bạn là "0{digits}"? Định dạng ô là Text, rồi gõ lại.'
        book.faults.add("phone-lost-zero", phone, message)
    elif isinstance(phone.value, str) and not phone.is_empty and not _MOST_PHONES.fullmatch(phone.text):
        message = f'{phone.label} "{excerpt(phone.text)}" không giống số điện thoại: ghi dạng 0277 3830 123.'
        book.faults.warn("phone-odd", phone, message)
    if isinstance(email.value, str) and not email.is_empty and not _MOST_EMAILS.fullmatch(email.text):
        message = f'{email.label} "{excerpt(email.text)}" không giống địa chỉ email: ghi dạng ten@truong.edu.vn.'
        book.faults.warn("email-odd", email, message)


_FIELDS = ("name", "position", "duty", "team", "phone", "email")
_REQUIRED = ("name", "position")
_WITHOUT_ZERO = ("1800", "1900", "84")
_MOST_PHONES = re.compile(r"(?:[+(]*\d[\d .()\-–]{6,}\d?[\s,;/]*|(?:ext|máy lẻ|nhánh)\W*\d+\s*)+", re.IGNORECASE)
_MOST_EMAILS = re.compile(r"[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]+(?:[\s,;]+[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]+)*")


def _folded(person: Person) -> tuple[str, str, str]:
    """What two rows about one person have in common."""
    return fold_tone(person.name), fold_tone(person.position), fold_tone(person.duty)
