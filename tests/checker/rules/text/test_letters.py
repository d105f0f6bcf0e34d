import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest

from papi_docs.checker.rule import Observation
from papi_docs.checker.rules.text import letters
from papi_docs.checker.rules.text.letters import LETTER_RULES
from papi_docs.checker.written import Run
from tests.checker.builders import Paper, piece

RULES = {rule.code: rule for rule in LETTER_RULES}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("\u00d0ồng Tháp", '"Đồng"'),
        ("đƣợc phép", '"được"'),
        ("k\u0435t quả", '"ket"'),
        ("HIỆU TR\u03a9NG", None),
        ("TRƯ\u0415NG", '"TRƯENG"'),
        ("\uff24ồng", '"Dồng"'),
    ],
)
def test_foreign_letters_within_words(text: str, right: str | None) -> None:
    assert [slip.wanted for slip in letters.foreign_slips(text)] == ([right] if right else [])


@pytest.mark.parametrize(
    "text",
    [
        "Trường Tiểu học",
        "điện trở 5 Ω, góc α",
        "Москва",
        "ΑΒΓ",
        "25 µm",
        "Krông Pắk, Đắk Lắk",
        "x², 5°C, 1½",
        "“Đúng” – 100%…",
    ],
)
def test_letters_that_are_right(text: str) -> None:
    assert not list(letters.foreign_slips(text))
    assert not list(letters.garbled_slips(text))
    assert not list(letters.legacy_slips(text))


def test_full_width_punctuation() -> None:
    assert [slip.wanted for slip in letters.foreign_slips("giáo viên，nhân viên")] == ['","']


@pytest.mark.parametrize("text", ["Trưá»ng Tiểu há»c TÃ¢n", "Tr\ufffdờng", "Ä\u0091á»\u0093ng ThÃ¡p"])
def test_garbled_text(text: str) -> None:
    assert len(list(letters.garbled_slips(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Tr­êng TiÓu häc T©n Ph­íc xin b¸o c¸o kÕt qu¶",
        "Tröôøng Tieåu hoïc Taân Phöôùc xin baùo caùo keát quaû",
        "Tru+o+`ng Tie^?u ho.c Ta^n Phu+o+'c ba'o ca'o",
    ],
)
def test_old_encodings(text: str) -> None:
    assert len(list(letters.legacy_slips(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Le garçon est là-bas, près de la forêt où naît l'été",
        "Die Prüfung für alle Klassen ist heute etwas größer als früher",
        "x^2 + y^2 = z^2 (công thức)",
        "This is an English sentence of some words",
        "SỐ 12 §3 ©2021",
        "báo cáo",
    ],
)
def test_other_languages_are_no_old_encoding(text: str) -> None:
    assert not list(letters.legacy_slips(text))


def test_decomposed_words_are_found_at_their_place(observed: Callable[[str, Paper], list[Observation]]) -> None:
    typed = "Nhằm liên " + unicodedata.normalize("NFD", "kết") + " các tổ."
    text = unicodedata.normalize("NFC", typed)
    plan = Paper.plan().change("body", text=text).anatomy()
    paragraphs = tuple(
        replace(one, runs=(Run(text, typed, 0, ("Times New Roman",), 14),)) if one.text == text else one
        for one in plan.written.paragraphs
    )
    anatomy = replace(plan, written=replace(plan.written, paragraphs=paragraphs))
    rule = RULES["decomposed-letters"]
    (seen,) = rule.judge(rule, anatomy)
    assert isinstance(seen, Observation)
    assert seen.spot.quote == "kết"
    assert not observed("decomposed-letters", Paper.plan())


def test_invisible_characters(judged: Callable[[str, Paper], list[str]]) -> None:
    assert judged("invisible-characters", Paper.plan().change("body", text="kế\u200bhoạch")) == ["\u200b"]
    assert not judged("invisible-characters", Paper.plan().change("body", text="kế\u00a0hoạch"))


def test_old_fonts(judged: Callable[[str, Paper], list[str]]) -> None:
    old = Paper.plan().change("body", pieces=(piece("KÕ ho¹ch", fonts=(".VnTime",)),))
    assert judged("legacy-encoding", old) == ["KÕ ho¹ch"]
    assert not judged("legacy-encoding", Paper.plan().change("body", fonts=("Arial",)))
