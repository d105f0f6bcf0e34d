"""The Vietnamese order, beside that of viet-text-tools.

The oracle compares letter by letter, a toned letter being another letter: it puts ``han`` before ``hà``.
Dictionaries (Vietlex, rule 4.1) and ICU compare all letters of a syllable before any tone: ``hà`` before
``han``. They are right, so the oracle is asked only what both sides must answer alike: about the bare
letters of syllables, and about tones on the same letters. It also takes ``hòa`` and ``hoà`` for different
syllables, so all syllables here come from its own ``normalize_diacritics``.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viet_text_tools import normalize_diacritics, vietnamese_case_insensitive_sort_key

from papi_docs.vietnamese import collation_key, given_name, name_key

TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
ONSETS = ["", *re.findall(r"\w+", "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x")]
RIMES = re.findall(
    r"\w+",
    "a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây e em en "
    "eo ê êm ên ênh êu i ia iêm iên im in inh iu o oa oac oai oan oang oe oi om on ong ô ôi ôm ôn ông ơ "
    "ơi ơm ơn u ua uân uê ui um un ung uôi uôn uông uy uya uyên ư ưa ưi ưng ươi ươn ương ưu y yên yêu",
)


def toned(onset: str, rime: str, tone: str) -> str:
    """A syllable with the tone on its right letter, old style."""
    return str(normalize_diacritics(f"{onset}{rime[0]}{tone}{rime[1:]}"))


def bare(syllable: str) -> str:
    decomposed = unicodedata.normalize("NFD", syllable)
    return unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in TONES))


def rises(keys: Sequence[Any]) -> bool:
    return all(one < other for one, other in pairwise(keys))


SYLLABLES = st.builds(toned, st.sampled_from(ONSETS), st.sampled_from(RIMES), st.sampled_from(TONES))
WORDS = st.lists(SYLLABLES, min_size=1, max_size=4).map(" ".join)


def oracle_key(syllable: str) -> tuple[list[int], list[int]]:
    """The oracle's order of the letters, then its order of the whole syllable."""
    return (
        vietnamese_case_insensitive_sort_key(bare(syllable)),
        vietnamese_case_insensitive_sort_key(syllable),
    )


@given(SYLLABLES, SYLLABLES)
def test_syllables_stand_as_the_oracle_puts_them(one: str, other: str) -> None:
    assert (collation_key(one) < collation_key(other)) == (oracle_key(one) < oracle_key(other))
    assert (collation_key(one) == collation_key(other)) == (one == other)


@given(st.sampled_from(ONSETS), st.sampled_from(RIMES))
def test_tones_stand_as_the_oracle_puts_them(onset: str, rime: str) -> None:
    six = [toned(onset, rime, tone) for tone in TONES]
    assert rises([collation_key(syllable) for syllable in six])
    assert rises([vietnamese_case_insensitive_sort_key(syllable) for syllable in six])


@given(WORDS, WORDS)
def test_words_are_compared_one_after_the_other(one: str, other: str) -> None:
    by_oracle = [oracle_key(word) for word in one.split()] < [oracle_key(word) for word in other.split()]
    assert (collation_key(one) < collation_key(other)) == by_oracle


def test_where_the_oracle_is_wrong() -> None:
    assert collation_key("hà") < collation_key("han")
    assert vietnamese_case_insensitive_sort_key("han") < vietnamese_case_insensitive_sort_key("hà")
    assert collation_key("hòa") == collation_key("hoà")
    assert vietnamese_case_insensitive_sort_key("hoá") < vietnamese_case_insensitive_sort_key("hòa")


@pytest.mark.parametrize(
    "ordered",
    [
        [*"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["ang", "áng", "anh", "ánh"],
        ["ác", "ách"],
        ["bạn", "bàng", "bằng"],
        ["ba", "ba Bình", "bà", "bà An"],
        ["Lớp 1", "Lớp 2", "Lớp 10", "Lớp 10A", "Lớp 10B"],
        ["3A2", "3A10", "3B1"],
        ["1.9", "1.10"],
        ["Dũng", "Đạt", "Em"],
        ["Hòa", "hoả", "Hoã", "hóa", "Họa"],
        ["(a)", "1", "a", "z", "字"],
        ["", "a"],
    ],
)
def test_order(ordered: Sequence[str]) -> None:
    assert rises([collation_key(text) for text in ordered])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa", "hoà"),
        ("Thủy", unicodedata.normalize("NFD", "THUỶ")),
        ("Lớp 02", "lớp  2"),
        ("\u00d0ức", "Đức"),
        ("Muller", "Müller"),
    ],
)
def test_same_place(one: str, other: str) -> None:
    assert collation_key(one) == collation_key(other)


@given(st.lists(st.text(st.characters(exclude_categories=()))))
def test_any_texts_can_be_compared(texts: list[str]) -> None:
    keys = sorted(collation_key(text) for text in texts)
    assert all(one == other or one < other for one, other in pairwise(keys))


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_numbers_stand_by_size(one: int, other: int) -> None:
    assert (collation_key(f"Lớp {one}a") < collation_key(f"Lớp {other}a")) == (one < other)


def test_a_number_may_be_very_long() -> None:
    assert collation_key("9" * 5000) < collation_key("1" + "0" * 5000)


@pytest.mark.parametrize(
    ("full_name", "expected"),
    [
        ("Nguyễn Thị Minh Khai", "Khai"),
        ("  Võ\u00a0Văn  Kiệt ", "Kiệt"),
        ("An", "An"),
        (" ", ""),
    ],
)
def test_given_name(full_name: str, expected: str) -> None:
    assert given_name(full_name) == expected


def test_names_stand_by_given_name_then_surname_then_middle_names() -> None:
    ordered = [
        "",
        "An",
        "Lê Thị An",
        "Nguyễn An",
        "Nguyễn Thị An",
        "Nguyễn Văn An",
        "Nguyễn Văn Bình An",
        "Trần An",
        "Phạm Ân",
        "Lê Văn Ẩn",
        "Đỗ Bình",
        "Dương Thị Dung",
        "Hồ Đan",
        "Đỗ Hoà",
        "Lê Hòa",
        "Bùi Hóa",
    ]
    assert rises([name_key(full_name) for full_name in ordered])


@given(st.lists(SYLLABLES, min_size=2, max_size=5))
def test_a_name_key_is_that_of_its_words_given_name_first(words: list[str]) -> None:
    assert name_key(" ".join(words)) == collation_key(" ".join([words[-1], *words[:-1]]))
