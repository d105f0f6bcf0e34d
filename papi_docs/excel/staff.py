"""The sheet of staff, and who is meant where a cell names a person or a position."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

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


@dataclass(frozen=True, slots=True)
class Staff:
    """The people of one school, by everything they may be called."""

    people: tuple[Person, ...]
    called: Mapping[str, tuple[Person, ...]]
    unread: frozenset[str] = frozenset()
    """Names and positions of rows with a fault: whoever is called so may well be there."""
    _helpers: dict[str, Person | Group | None] = field(default_factory=dict, compare=False, repr=False)
    """Who was meant before: a group is named in many rows, and to tell it from a near miss takes long."""

    @classmethod
    def of(cls, people: Sequence[Person], unread: Iterable[str] = ()) -> "Staff":
        """Index some people; ``unread`` are names and positions from rows that could not be read."""
        called: defaultdict[str, list[Person]] = defaultdict(list)
        for person in people:
            for name in _names_of(person):
                called[name].append(person)
        return cls(
            tuple(people), {name: tuple(found) for name, found in called.items()}, frozenset(map(_loose, unread))
        )

    def find(self, text: str) -> tuple[Person, ...]:
        """Everybody who may be meant: one, none, or several."""
        return self.called.get(_loose(text), ())

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


def _names_of(person: Person) -> set[str]:
    """All that the person may be called, loosely; words put together are loose when each is."""
    name, position = _loose(person.name), _loose(person.position)
    names = {name, position, _joined(name, position), _joined(position, name)}
    if person.duty:
        duty = _loose(person.duty)
        names |= {_joined(position, duty), _joined(position, "phụ trách", duty), _joined(name, duty)}
    if person.is_acting_head:
        names.add(_loose(HEAD_TITLE))
    return names


def _joined(*names: str) -> str:
    """Names one after the other; of those made of signs alone nothing is left."""
    return " ".join(filter(None, names))


def looks_like_a_person(text: str) -> bool:
    """Whether it starts with a usual surname, as no group and no position does."""
    words = text.split()
    return 2 <= len(words) <= 5 and fold_tone(words[0]) in _SURNAMES and all(word[0].isupper() for word in words)


def read_staff(book: Book) -> dict[str, Staff]:
    """Staff by school code, noting every fault; every school has an entry."""
    people: defaultdict[str, list[Person]] = defaultdict(list)
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
            people[code].append(person)
    return {code: Staff.of(people[code], unread[""] + unread[code]) for code in book.codes.values()}


def _said_of(row: Row) -> tuple[str, ...]:
    """Whatever a row that has a fault may be referred to by."""
    name, position, duty = (row[key].text for key in ("name", "position", "duty"))
    acting = (HEAD_TITLE,) if "hiệu trưởng" in fold_tone(position) else ()
    return (name, position or _ANYTHING, f"{name} {position}", f"{position} {duty}", *acting)


def _person(book: Book, row: Row) -> Person | None:
    faults = book.faults
    fields = {key: faults.text(row[key], required=key in _REQUIRED) for key in _FIELDS}
    fields |= {key: " ".join(fields[key].split()) for key in _REQUIRED}
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


def _folded(person: Person) -> tuple[str, ...]:
    """What two rows about one person have in common."""
    return tuple(fold_tone(text) for text in (person.name, person.position, person.duty))
