"""Retyping letters and giving stretches runs of their own."""

import unicodedata

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.paragraph import CT_P
from hypothesis import given
from hypothesis import strategies as st

from papi_docs.checker.mending.errors import CannotMend
from papi_docs.checker.mending.letters import between, letters_of, retype, runs_between

WORDS = st.lists(st.sampled_from([*"aăâbcdđ ếệABĐ,-5", "e\u0302\u0301", "a\u0323"]), max_size=12).map("".join)
"""Composed and decomposed letters side by side."""


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>ab</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def paragraph(*runs: str, inside: str = "") -> CT_P:
    """A paragraph of runs; ``inside`` stands before them as XML."""
    texts = "".join(f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    made = parse_xml(f"<w:p {nsdecls('w')}>{inside}{texts}</w:p>")
    assert isinstance(made, CT_P)
    return made


def shown(element: CT_P) -> str:
    return unicodedata.normalize("NFC", "".join(node.text or "" for node in element.xpath(".//w:t")))


@given(st.lists(WORDS, min_size=1, max_size=4), WORDS)
def test_retyping_gives_the_words_and_keeps_the_runs(runs: list[str], wanted: str) -> None:
    element = paragraph(*runs)
    before = len(element.xpath("./w:r"))
    letters = letters_of(element, shown(element))
    if letters:
        retype(letters, wanted)
        assert "".join(node.text or "" for node in element.xpath(".//w:t")) == wanted
    assert len(element.xpath("./w:r")) == before


@given(st.lists(WORDS, min_size=1, max_size=4), st.data())
def test_a_stretch_gets_runs_without_other_visible_letters(runs: list[str], data: st.DataObject) -> None:
    element = paragraph(*runs)
    text = shown(element)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    typed = "".join(node.text or "" for node in element.xpath(".//w:t"))
    got = runs_between(element, text, start, end)
    assert "".join(node.text or "" for node in element.xpath(".//w:t")) == typed
    texts = (node.text or "" for run in got for node in run.iter(qn("w:t")))
    inside = unicodedata.normalize("NFC", "".join(texts))
    # A run of blanks only may be left out: nobody sees it.
    assert not text[start:end].strip() or "".join(inside.split()) == "".join(text[start:end].split())
    assert all(run.xpath("./w:rPr/w:b") for run in element.xpath("./w:r"))


def test_places_count_letters_as_they_are_read() -> None:
    element = paragraph(unicodedata.normalize("NFD", "Tiếng"), " Việt")
    letters = letters_of(element, "Tiếng Việt")
    assert "".join(letter.char for letter in letters[between(letters, 6, 10)]) == "Việt"
    stretch = letters[between(letters, 2, 3)]
    assert unicodedata.normalize("NFC", "".join(letter.char for letter in stretch)) == "ế"


def test_letters_that_nobody_sees_have_no_place() -> None:
    element = paragraph("Một\u200b số\u00a0đầu\u00ad")
    letters = letters_of(element, "Một số đầu")
    assert "".join(letter.char for letter in letters[between(letters, 4, 6)]) == "số"
    assert between(letters, 0, 10) == slice(0, 12)


def test_retyping_touches_no_more_than_needed() -> None:
    element = paragraph("Số: ", "5", "/KH")
    retype(letters_of(element, "Số: 5/KH"), "Số: 05/KH")
    assert [node.text for node in element.xpath(".//w:t")] in (["Số: 0", "5", "/KH"], ["Số: ", "05", "/KH"])


@pytest.mark.parametrize(
    "inside",
    [
        "<w:r><w:tab/></w:r>",
        '<w:fldSimple w:instr="DATE"><w:r><w:t>ab</w:t></w:r></w:fldSimple>',
        FIELD,
    ],
    ids=["tab", "simple field", "field"],
)
def test_tabs_and_fields_are_not_retyped(inside: str) -> None:
    element = paragraph("cd", inside=inside)
    text = "\tcd" if "tab" in inside else "abcd"
    with pytest.raises(CannotMend):
        retype(letters_of(element, text), "xyz")


def test_letters_that_were_not_read_are_left_alone() -> None:
    with pytest.raises(CannotMend):
        letters_of(paragraph("abc"), "ab")
