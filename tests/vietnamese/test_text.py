"""Cleaning, folding and naming of files."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_docs import vietnamese
from papi_docs.vietnamese import (
    clean,
    fold_accents,
    fold_tone,
    legible_list,
    safe_file_name,
    squeeze,
)
from papi_docs.vietnamese.text import is_squeezed

# st.text() alone leaves out lone surrogates and seldom meets the letters that matter here.
AWKWARD = st.text(
    st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from(' .-/\\:*?"<>|\x00\t\n\r\x85\xa0\u200b\u200d\ufeff\ufffe\ud800Ððđoauyeqgòàùỳ\u0300\u0338'),
        st.sampled_from("CONPRAUXLTM019¹²³"),
    )
)


def test_every_name_of_the_package_can_be_imported() -> None:
    assert len(set(vietnamese.__all__)) == len(vietnamese.__all__)
    for name in vietnamese.__all__:
        assert hasattr(vietnamese, name), name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (unicodedata.normalize("NFD", "Nguyễn Đức Thịnh"), "Nguyễn Đức Thịnh"),
        ("\u00d0ồng Tháp, gia \u00f0ình", "Đồng Tháp, gia đình"),
        ("a\r\nb\rc\nd\te", "a\nb\nc\nd\te"),
        ("a\x00b\x0bc\x1fd", "abcd"),
        ("a\ud800b\udfffc\ufffed\uffffe", "abcde"),
        ("\ufeffHọ\u200b tên", "Họ tên"),
        ("e\u200b\u0301", "é"),
        ("👩\u200d🏫 👍🏽 ❤\ufe0f", "👩\u200d🏫 👍🏽 ❤\ufe0f"),
        ("so\u00adạn\u00a0thảo", "so\u00adạn\u00a0thảo"),
        ("nguyễn THỊ  Quí", "nguyễn THỊ  Quí"),
        ("", ""),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(AWKWARD)
def test_clean_text_is_stable_and_fit_for_xml(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert all(letter in "\n\t" or letter >= " " for letter in cleaned)
    assert not set(cleaned) & set("\ufffe\uffff\ufeff\u200b\u00d0\u00f0")
    cleaned.encode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Trường \u00a0 Tiểu học\r\n\tTân Phước 3 ", "Trường Tiểu học Tân Phước 3"),
        ("a\u2003b\u3000c\u202fd", "a b c d"),
        (" \n\u200b ", ""),
    ],
)
def test_squeeze(text: str, expected: str) -> None:
    assert squeeze(text) == expected


@given(AWKWARD)
def test_nothing_is_left_to_squeeze_where_it_is_said(text: str) -> None:
    assert is_squeezed(squeeze(text)) or not squeeze(text).isprintable()
    assert not is_squeezed(text) or " ".join(clean(text).split()) == text


@given(AWKWARD)
def test_squeeze_twice_is_once(text: str) -> None:
    assert squeeze(squeeze(text)) == squeeze(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("CỘNG HÒA", "cộng  hoà"),
        ("Ủy ban", "uỷ ban"),
        ("thủy", "thuỷ"),
        ("khỏe", "khoẻ"),
        ("họa", "hoạ"),
        ("lõa", "loã"),
        ("tủy, xương", "tuỷ, xương"),
        ("Thúy", unicodedata.normalize("NFD", "Thuý")),
        ("\u00d0ức", "đức"),
    ],
)
def test_spellings_that_are_the_same(one: str, other: str) -> None:
    assert fold_tone(one) == fold_tone(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quý", "Quí"),
        ("quý", "qúy"),
        ("quỳ", "qùy"),
        ("quà", "qùa"),
        ("già", "gìa"),
        ("giờ", "gìơ"),
        ("hoàn", "hòan"),
        ("hòa", "hóa"),
        ("hòa", "hoa"),
        ("ba", "bà"),
        ("đức", "dức"),
    ],
)
def test_spellings_that_differ(one: str, other: str) -> None:
    assert fold_tone(one) != fold_tone(other)


@pytest.mark.parametrize(
    "word", ["quà", "quý", "già", "giờ", "quỳ", "hoàn", "tuýt", "ngoài", "khuỷu", "huế", "lúa", "mía"]
)
def test_a_tone_with_one_right_place_stays(word: str) -> None:
    assert fold_tone(word) == word


@given(AWKWARD)
def test_fold_tone_twice_is_once(text: str) -> None:
    assert fold_tone(fold_tone(text)) == fold_tone(text)


@given(AWKWARD)
def test_fold_tone_knows_no_case(text: str) -> None:
    assert fold_tone(squeeze(text).casefold()) == fold_tone(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Họ  và tên (*) ", "ho va ten"),
        ("Ngày/tháng/năm sinh", "ngay thang nam sinh"),
        ("ĐỊA ĐIỂM", "dia diem"),
        ("\u00d0ịa ch\u00adỉ", "dia chi"),
        ("Tiến độ\n(%)", "tien do"),
        (unicodedata.normalize("NFD", "Số điện thoại 2"), "so dien thoai 2"),
        ("Ghi chú…", "ghi chu"),
        ("***", ""),
    ],
)
def test_fold_accents(text: str, expected: str) -> None:
    assert fold_accents(text) == expected


@given(AWKWARD)
def test_folded_accents_are_plain_words(text: str) -> None:
    folded = fold_accents(text)
    assert fold_accents(folded) == folded
    assert set(folded) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
    assert folded.split(" ") == folded.split() or not folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kế hoạch số 861/KH-PGDĐT", "Kế hoạch số 861-KH-PGDĐT"),
        ('a<b>c:d"e/f\\g|h?i*j', "a-b-c-d-e-f-g-h-i-j"),
        ("dòng một\r\ndòng hai\x07", "dòng một-dòng hai-"),
        ("  Báo cáo. . ", "Báo cáo"),
        ("con", "_con"),
        ("CON.txt", "_CON.txt"),
        ("nul .tar.gz", "_nul .tar.gz"),
        ("COM0", "_COM0"),
        ("com\u00b9.docx", "_com\u00b9.docx"),
        ("LPT9", "_LPT9"),
        ("conin$.txt", "_conin$.txt"),
        ("CONOUT$", "_CONOUT$"),
        ("CON" + " " * 200 + "x", "CON x"),
        ("CON" + "." * 200 + "x", "_CON"),
        ("console", "console"),
        ("COM10", "COM10"),
        (".", "tai-lieu"),
        ("..", "tai-lieu"),
        ("../..", "..-"),
        ("", "tai-lieu"),
        ("\u200b . ", "tai-lieu"),
        ("đ" * 150, "đ" * 100),
        ("a" * 150, "a" * 120),
        ("a" * 199 + "đ", "a" * 120),
        ("😀" * 70, "😀" * 50),
        ("ệ" * 100, "ệ" * 66),
        ("a" * 119 + " b", "a" * 119),
    ],
)
def test_safe_file_name(text: str, expected: str) -> None:
    assert safe_file_name(text) == expected


@pytest.mark.parametrize(
    ("fallback", "expected"), [("Kế hoạch", "Kế hoạch"), ("a/b", "a-b"), ("..", "tai-lieu"), ("NUL", "_NUL")]
)
def test_the_fallback_is_made_safe_too(fallback: str, expected: str) -> None:
    assert safe_file_name("...", fallback=fallback) == expected


@given(AWKWARD | st.text(st.sampled_from("CON. 😀ệ"), min_size=60), AWKWARD)
def test_a_safe_file_name_is_legal_everywhere(text: str, fallback: str) -> None:
    name = safe_file_name(text, fallback=fallback)
    assert name
    assert safe_file_name(name) == name
    assert not set(name) & set('<>:"/\\|?*')
    assert all(unicodedata.category(letter) != "Cc" for letter in name)
    assert name == name.strip(" ").rstrip(".")
    assert len(name.encode("utf-16-le")) <= 240
    assert len(name.encode()) <= 200
    stem = name.split(".")[0].rstrip().upper()
    assert stem not in {"CON", "PRN", "AUX", "NUL", *(p + n for p in ("COM", "LPT") for n in "0123456789¹²³")}


def test_a_safe_file_name_can_be_written(tmp_path: Path) -> None:
    name = safe_file_name("Kế hoạch: tự đánh giá 😀 " + "ệ" * 300)
    (tmp_path / name).write_text("x", encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("items", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")],
)
def test_legible_list(items: list[str], expected: str) -> None:
    assert legible_list(items) == expected


def test_legible_list_with_another_word() -> None:
    assert legible_list(("Word", "Excel", "PDF"), "hoặc") == "Word, Excel hoặc PDF"
