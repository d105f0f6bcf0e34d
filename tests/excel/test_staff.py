"""Who is meant where a cell names a person or a position."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_docs import Finding
from papi_docs.excel.staff import Staff
from papi_docs.model import Group, Person
from papi_docs.vietnamese import fold_tone

Rows = dict[str, list[dict[str, Any]]]
FoundIn = Callable[[Rows], tuple[Finding, ...]]

HEAD = Person(name="Bùi Thị Thao", position="Hiệu trưởng")
ONE = Person(name="Trần Thị Bình", position="Phó Hiệu trưởng", duty="chuyên môn")
TWO = Person(name="Lê Văn Hòa", position="Phó Hiệu trưởng", duty="cơ sở vật chất")
STAFF = Staff.of([HEAD, ONE, TWO])


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Hiệu trưởng", (HEAD,)),
        ("bùi thị thao", (HEAD,)),
        ("Bùi Thị Thao - Hiệu trưởng", (HEAD,)),
        ("Lê Văn Hoà", (TWO,)),
        ("Phó Hiệu trưởng (chuyên môn)", (ONE,)),
        ("Phó Hiệu trưởng phụ trách cơ sở vật chất", (TWO,)),
        ("Phó Hiệu trưởng", (ONE, TWO)),
        ("Kế toán", ()),
    ],
)
def test_find(text: str, people: tuple[Person, ...]) -> None:
    assert STAFF.find(text) == people


_PARTS = st.sampled_from(["An", "Hòa", "Giáo viên", "Giáo", "viên", "Quyền Hiệu trưởng", "phụ trách", "lớp - 1", "-"])
_PEOPLE = st.builds(Person, name=_PARTS, position=_PARTS, duty=_PARTS | st.just(""))


def _all_names(person: Person) -> set[str]:
    """Everything they may be called, put together before anybody asks."""
    name, position, duty = person.name, person.position, person.duty
    names = {name, position, f"{name} {position}", f"{position} {name}"}
    if duty:
        names |= {f"{position} {duty}", f"{position} phụ trách {duty}", f"{name} {duty}"}
    if person.is_acting_head:
        names.add("Hiệu trưởng")
    return {" ".join(re.sub("[()–,-]", " ", fold_tone(name)).split()) for name in names}


@given(st.lists(_PEOPLE, max_size=6), st.lists(_PARTS, max_size=4).map(" ".join))
def test_those_are_found_who_are_called_so(people: list[Person], text: str) -> None:
    bare = " ".join(re.sub("-", " ", fold_tone(text)).split())

    assert Staff.of(people).find(text) == tuple(person for person in people if bare in _all_names(person))


@pytest.mark.parametrize(
    ("text", "helper"),
    [
        ("Hiệu trưởng", HEAD),
        ("Phó Hiệu trưởng", Group(name="Phó Hiệu trưởng")),
        ("Giáo viên chủ nhiệm", Group(name="Giáo viên chủ nhiệm")),
        ("Nguyễn Văn Lạ", None),
        ("Bùi Thi Thao", None),
        ("Hiệu trường", None),
    ],
)
def test_helper(text: str, helper: object) -> None:
    assert STAFF.helper(text) == helper


@pytest.mark.parametrize(
    ("people", "text", "words"),
    [
        ((ONE, TWO), "Phó Hiệu trưởng", "Ghi một trong: Trần Thị Bình; Lê Văn Hòa."),
        (
            (Person(name="Lê An", position="Kế toán"), Person(name="Lê An", position="Văn thư")),
            "Lê An",
            "Ghi một trong: Lê An (Kế toán); Lê An (Văn thư).",
        ),
        (
            tuple(Person(name="Lê An", position="Giáo viên", duty=duty) for duty in ("lớp 1A", "lớp 1B")),
            "Lê An",
            "Ghi một trong: Lê An (lớp 1A); Lê An (lớp 1B).",
        ),
    ],
)
def test_the_way_to_tell_people_apart_works(people: tuple[Person, ...], text: str, words: str) -> None:
    staff = Staff.of(people)

    assert words in staff.ways_to_say(text)
    for option in words.removeprefix("Ghi một trong: ").rstrip(".").split("; "):
        assert len(staff.find(option)) == 1


@pytest.mark.parametrize(
    ("change", "cell", "code", "words"),
    [
        ({"name": ""}, "B3", "cell-empty", "Họ và tên"),
        ({"position": ""}, "C3", "cell-empty", "Chức vụ"),
        ({"name": "ThS. Bùi Thị Thao"}, "B3", "value-refused", 'ghi "Bùi Thị Thao"'),
        ({"school": "THTP33"}, "A3", "school-unknown", 'Ý bạn là "THTP3"?'),
        ({"school": ""}, "A3", "cell-empty", "Mã trường"),
        ({"name": True}, "B3", "cell-is-boolean", "TRUE"),
    ],
)
def test_a_fault_of_a_row_brings_no_false_followers(
    *, rows: Rows, found_in: FoundIn, change: dict[str, Any], cell: str, code: str, words: str
) -> None:
    rows["staff"][0] |= change

    (finding,) = found_in(rows)

    assert (finding.code, finding.where.sheet, finding.where.cell) == (code, "Nhân sự", cell)
    assert words in finding.message


def test_somebody_twice(*, rows: Rows, found_in: FoundIn) -> None:
    rows["staff"].append({"school": "thtp3", "name": "BÙI THỊ THAO", "position": "hiệu trưởng"})

    (finding,) = found_in(rows)

    assert (finding.code, finding.where.cell, finding.schools) == ("person-twice", "B11", ("THTP3",))
