"""The sheet of staff, and who is meant where a cell names a person or a position."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from papi_docs.excel.book import Book
from papi_docs.excel.cells import did_you_mean
from papi_docs.model import HEAD_TITLE, Group, Person
from papi_docs.vietnamese import fold_tone

__all__ = ["Staff", "read_staff"]

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

    @classmethod
    def of(cls, people: Sequence[Person]) -> "Staff":
        """Index some people."""
        called: defaultdict[str, list[Person]] = defaultdict(list)
        for person in people:
            for name in {_loose(name) for name in _names_of(person)}:
                called[name].append(person)
        return cls(tuple(people), {name: tuple(found) for name, found in called.items()})

    def find(self, text: str) -> tuple[Person, ...]:
        """Everybody who may be meant: one, none, or several."""
        return self.called.get(_loose(text), ())

    def helper(self, text: str) -> Person | Group | None:
        """The person or group meant; ``None`` for what looks like a person who is not there."""
        found = self.find(text)
        if len(found) == 1:
            return found[0]
        if not found and (_looks_like_a_person(text) or did_you_mean(text, [person.name for person in self.people])):
            return None
        return Group(name=text)

    def suggestion(self, text: str) -> str:
        """`` Ý bạn là "…"?`` for a near miss."""
        names = [person.name for person in self.people] + [person.position for person in self.people]
        return did_you_mean(text, names)


def _loose(text: str) -> str:
    return " ".join(re.sub(r"[()\-–,]", " ", fold_tone(text)).split())


def _names_of(person: Person) -> Iterator[str]:
    position, duty = person.position, person.duty
    yield from (person.name, position, f"{person.name} {position}", f"{position} {person.name}")
    if duty:
        yield from (f"{position} {duty}", f"{position} phụ trách {duty}", f"{person.name} {duty}")
    if person.is_acting_head:
        yield HEAD_TITLE


def _looks_like_a_person(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 5 and fold_tone(words[0]) in _SURNAMES and all(word[0].isupper() for word in words)


def read_staff(book: Book) -> dict[str, Staff]:
    """Staff by school code, noting every fault."""
    people: defaultdict[str, list[Person]] = defaultdict(list)
    for row in book.rows("staff"):
        code = book.school_of(row["school"], required=True)
        with book.faults.concerning(code or ""):
            fields = {
                key: book.faults.text(row[key], required=key in ("name", "position"))
                for key in ("name", "position", "duty", "team", "phone", "email")
            }
            if not (fields["name"] and fields["position"]):
                continue
            person = book.faults.built(row["name"], lambda fields=fields: Person(**fields))  # type: ignore[misc]
            if person is None or code is None:
                continue
            if any(_same(person, other) for other in people[code]):
                book.faults.add(
                    "person-twice",
                    row["name"],
                    f'"{person.name}" ({person.position}) có hai dòng: xóa một dòng.',
                )
                continue
            people[code].append(person)
    return {code: Staff.of(found) for code, found in people.items()}


def _same(one: Person, other: Person) -> bool:
    return [fold_tone(text) for text in (one.name, one.position, one.duty)] == [
        fold_tone(text) for text in (other.name, other.position, other.duty)
    ]
