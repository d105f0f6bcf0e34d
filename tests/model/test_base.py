"""Values: frozen, cleaned, and a period with both its ends."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from papi_docs.model import Period, Value
from papi_docs.model.base import Line, OptionalLine, OptionalText, Text
from papi_docs.vietnamese import clean


class Note(Value):
    text: Text = "a"
    maybe: OptionalText = ""
    line: Line = "a"
    maybe_line: OptionalLine = ""


@pytest.mark.parametrize(
    ("typed", "text", "line"),
    [
        ("  a \t b  ", "a b", "a b"),
        ("a\n\n  b \r\n c", "a\nb\nc", "a b c"),
        (unicodedata.normalize("NFD", "Ủy ban"), "Ủy ban", "Ủy ban"),
        ("a\x00\ud800b", "ab", "ab"),
        ("\u00d0ồng", "Đồng", "Đồng"),
    ],
)
def test_texts_are_cleaned(typed: str, text: str, line: str) -> None:
    note = Note(text=typed, maybe=typed, line=typed, maybe_line=typed)
    assert (note.text, note.maybe, note.line, note.maybe_line) == (text, text, line, line)


@pytest.mark.parametrize("empty", ["", " ", "\n\t", "\u200b", "\ufeff\n\x00", "\u00a0"])
def test_nothing_is_nothing_whatever_it_is_made_of(empty: str) -> None:
    assert (Note(maybe=empty).maybe, Note(maybe_line=empty).maybe_line) == ("", "")
    for field in ("text", "line"):
        with pytest.raises(ValidationError, match="không được để trống: nhập giá trị"):
            Note.model_validate({field: empty})


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = Note(maybe=text, maybe_line=text)
    assert Note(maybe=once.maybe, maybe_line=once.maybe_line) == once
    assert clean(once.maybe) == once.maybe


def test_values_are_frozen_and_know_their_fields() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Note().text = "b"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="other"):
        Note.model_validate({"other": 1})
    assert hash(Note()) == hash(Note())


@pytest.mark.parametrize(
    ("start", "end", "day", "within"),
    [
        (None, None, date(2021, 1, 1), True),
        (date(2021, 1, 1), date(2021, 1, 1), date(2021, 1, 1), True),
        (date(2021, 1, 2), None, date(2021, 1, 1), False),
        (None, date(2025, 6, 30), date(2025, 6, 30), True),
        (None, date(2025, 6, 30), date(2025, 7, 1), False),
    ],
)
def test_period(start: date | None, end: date | None, day: date, within: bool) -> None:
    assert (day in Period(start=start, end=end)) is within


def test_a_period_runs_forwards() -> None:
    with pytest.raises(ValidationError, match=r"từ ngày 02/01/2021 sau đến ngày 01/01/2021: đổi lại hai ngày"):
        Period(start=date(2021, 1, 2), end=date(2021, 1, 1))
