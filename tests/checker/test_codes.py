"""Codes as a user types them."""

import pytest

from papi_docs.checker.codes import codes_meant
from papi_docs.checker.rules import RULES
from papi_docs.errors import UsageError


def test_a_whole_code_is_itself() -> None:
    assert codes_meant(["margin-left"]) == {"margin-left"}


def test_first_words_stand_for_every_code_that_begins_with_them() -> None:
    assert codes_meant(["margin"]) == {"margin-top", "margin-bottom", "margin-left", "margin-right"}


def test_a_word_is_whole() -> None:
    with pytest.raises(UsageError, match="marg"):
        codes_meant(["marg"])


def test_several_are_joined() -> None:
    assert codes_meant(["margin-left", "margin-top", "margin-left"]) == {"margin-left", "margin-top"}


@pytest.mark.parametrize("code", list(RULES))
def test_a_slip_is_answered_with_the_code_that_was_meant(code: str) -> None:
    with pytest.raises(UsageError, match=rf"có phải .*{code}"):
        codes_meant([code + "x"])


def test_a_word_like_no_other_is_answered_with_the_way_to_all_codes() -> None:
    with pytest.raises(UsageError, match="papi-docs explain --all"):
        codes_meant(["???"])


def test_a_bare_text_is_refused() -> None:
    with pytest.raises(UsageError, match=r'\("motto",\)'):
        codes_meant("motto")
