"""Widths of Times New Roman, and names broken where a reader would break them."""

import unicodedata
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_docs.decree30 import MOTTO, NATIONAL_NAME
from papi_docs.typography import Face, _widths, break_lines, text_width, units_of

FONTS = {
    Face.REGULAR: "LiberationSerif-Regular.ttf",
    Face.BOLD: "LiberationSerif-Bold.ttf",
    Face.ITALIC: "LiberationSerif-Italic.ttf",
    Face.BOLD_ITALIC: "LiberationSerif-BoldItalic.ttf",
}
WORDS = st.lists(st.sampled_from("a Ủy ban nhân dân huyện TRƯỜNG và 3 học trung sở mmmmmmmmm".split()), max_size=9)


@pytest.mark.parametrize(("text", "size", "millimetres"), [(NATIONAL_NAME, 13, 95.7), (MOTTO, 14, 60.4), ("", 13, 0.0)])
def test_widths_that_the_decree_implies(text: str, size: float, millimetres: float) -> None:
    assert text_width(text, Face.BOLD, size) == pytest.approx(millimetres, abs=0.07)


@cache
def _font_folder() -> Path | None:
    roots = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts", Path("C:/Windows/Fonts"))
    return next((path.parent for root in roots for path in root.rglob(FONTS[Face.REGULAR])), None)


@pytest.mark.parametrize("face", list(Face))
def test_every_width_is_that_of_the_font(face: Face) -> None:
    folder = _font_folder()
    if folder is None:
        pytest.skip("Liberation Serif 2, which has the metrics of Times New Roman, is not installed")
    ttlib = pytest.importorskip("fontTools.ttLib")
    font = ttlib.TTFont(folder / FONTS[face])
    cmap, metrics = font.getBestCmap(), font["hmtx"].metrics
    assert font["head"].unitsPerEm == 2048
    table = {letter: width for letter, width in _widths()[face].items() if ord(letter) in cmap}
    assert len(table) > 400
    assert {letter: metrics[cmap[ord(letter)]][0] for letter in table} == table


def test_every_vietnamese_letter_has_a_width() -> None:
    vowels = [base + mark for base in "aăâeêioôơuưy" for mark in ("", *"\u0300\u0301\u0303\u0309\u0323")]
    letters = {unicodedata.normalize("NFC", letter) for letter in vowels} | set(
        "bcdđghklmnpqrstvxfjwz0123456789.,;:-/()&"
    )
    for face in Face:
        assert {letter for each in letters for letter in (each, each.upper())} <= set(_widths()[face])


@given(st.text(st.sampled_from("ơỡưựđĐếẶ aA"), max_size=12))
def test_decomposed_text_is_as_wide(text: str) -> None:
    assert text_width(unicodedata.normalize("NFD", text), Face.BOLD, 13) == text_width(text, Face.BOLD, 13)


def test_an_unknown_letter_is_a_full_em() -> None:
    assert text_width("👍", Face.REGULAR, 72) == pytest.approx(25.4)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("", ()),
        ("Trường Tiểu học Tân Phước 3", ("Trường", "Tiểu học", "Tân", "Phước 3")),
        ("TRƯỜNG TRUNG HỌC CƠ SỞ", ("TRƯỜNG", "TRUNG HỌC CƠ SỞ")),
        ("UỶ BAN NHÂN DÂN XÃ", ("UỶ BAN NHÂN DÂN", "XÃ")),
        ("Giáo dục và Đào tạo", ("Giáo dục", "và Đào tạo")),
        ("Trường  A\nB", ("Trường", "A", "B")),
        ("12 12", ("12 12",)),
    ],
)
def test_units(text: str, units: tuple[str, ...]) -> None:
    assert units_of(text) == units


def test_lines_of_a_long_name() -> None:
    units = units_of("TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ NGUYỄN THỊ MINH KHAI")
    assert break_lines(units, 73, Face.BOLD, 13) == ("TRƯỜNG TIỂU HỌC", "VÀ TRUNG HỌC CƠ SỞ", "NGUYỄN THỊ MINH KHAI")


@given(WORDS, st.floats(5, 120), st.sampled_from(Face))
def test_lines_fit_and_join_back(words: list[str], width: float, face: Face) -> None:
    units = units_of(" ".join(words))
    lines = break_lines(units, width, face, 13)
    if lines is None:
        assert any(text_width(word, face, 13) > width for word in words)
    else:
        assert " ".join(lines) == " ".join(words)
        assert all(text_width(line, face, 13) <= width for line in lines)


@given(WORDS, st.floats(25, 120))
def test_no_fewer_lines_would_do(words: list[str], width: float) -> None:
    units = units_of(" ".join(words))
    if any(text_width(unit, Face.BOLD, 13) > width for unit in units):
        return
    lines = break_lines(units, width, Face.BOLD, 13)
    assert lines is not None
    for cuts in combinations(range(1, len(units)), max(len(lines) - 2, 0)):
        ends = (0, *cuts, len(units))
        shorter = [" ".join(units[a:b]) for a, b in pairwise(ends)]
        assert len(lines) <= 1 or any(text_width(line, Face.BOLD, 13) > width for line in shorter)


def test_a_unit_wider_than_a_line_is_broken_between_its_words() -> None:
    assert break_lines(("TRUNG HỌC CƠ SỞ",), 35, Face.BOLD, 13) == ("TRUNG", "HỌC CƠ SỞ")


def test_a_word_wider_than_a_line_fits_nowhere() -> None:
    assert break_lines(("m" * 50, "a"), 50, Face.BOLD, 13) is None


def test_five_thousand_letters_take_no_time() -> None:
    lines = break_lines(["abc"] * 1_250, 70, Face.BOLD, 13)
    assert lines is not None
    assert " ".join(lines) == " ".join(["abc"] * 1_250)
