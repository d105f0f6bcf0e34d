"""The table of the decree is the one of its digest."""

import re
import unicodedata

import pytest

from papi_docs import decree30
from papi_docs.decree30 import DOCUMENT_TYPES, ELEMENTS, ISSUER_RULE, MOTTO_RULE, PAGE, PAGE_NUMBER, SUBJECT_RULE, Range

DIGEST = {
    "national_name": ("12-13 [13]", "bold capitals"),
    "motto": ("13-14 [14]", "bold"),
    "superior": ("12-13 [13]", "capitals"),
    "issuer": ("12-13 [13]", "bold capitals"),
    "number": ("13-13 [13]", ""),
    "place_and_date": ("13-14 [14]", "italic"),
    "type": ("13-14 [14]", "bold capitals"),
    "subject": ("13-14 [14]", "bold"),
    "letter_subject": ("12-13 [12]", ""),
    "basis": ("13-14 [14]", "italic"),
    "body": ("13-14 [14]", ""),
    "heading_1": ("13-14 [14]", "bold capitals"),
    "heading_2": ("13-14 [14]", "bold"),
    "authority": ("13-14 [14]", "bold capitals"),
    "signer": ("13-14 [14]", "bold"),
    "addressee": ("13-14 [14]", ""),
    "recipients_label": ("12-12 [12]", "bold italic"),
    "recipients": ("11-11 [11]", ""),
    "chapter": ("13-14 [14]", "bold"),
    "chapter_title": ("13-14 [14]", "bold capitals"),
    "article": ("13-14 [14]", "bold"),
    "point": ("13-14 [14]", ""),
    "end_mark": ("13-14 [14]", ""),
    "urgency": ("13-14 [13]", "bold capitals"),
    "circulation": ("13-14 [13]", "bold capitals"),
    "drafter": ("11-11 [11]", ""),
    "contact": ("11-12 [11]", ""),
    "annex_number": ("14-14 [14]", "bold"),
    "annex_title": ("13-14 [14]", "bold capitals"),
    "annex_reference": ("13-14 [14]", "italic"),
}


@pytest.mark.parametrize("key", list(ELEMENTS))
def test_elements(key: str) -> None:
    element = ELEMENTS[key]
    size = f"{element.size.least:g}-{element.size.most:g} [{element.size.preferred:g}]"
    marks = [mark for mark in ("bold", "italic", "capitals") if getattr(element, mark)]
    assert (size, " ".join(marks)) == DIGEST[key]
    assert re.fullmatch(r"I\.I{1,3}\.\d(\.[a-z])?", element.clause)


def test_every_element_of_the_digest_is_there() -> None:
    assert set(ELEMENTS) == set(DIGEST)
    assert (PAGE_NUMBER.size.least, PAGE_NUMBER.size.most, PAGE_NUMBER.bold) == (13, 14, False)


RANGES = [PAGE.top, PAGE.bottom, PAGE.left, PAGE.right, MOTTO_RULE, ISSUER_RULE, SUBJECT_RULE]


@pytest.mark.parametrize("allowed", [*RANGES, *(element.size for element in ELEMENTS.values())])
def test_what_is_preferred_is_allowed(allowed: Range) -> None:
    assert allowed.preferred in allowed
    assert allowed.least in allowed
    assert allowed.most in allowed
    assert allowed.least - 0.01 not in allowed
    assert allowed.most + 0.01 not in allowed


def test_paper_and_margins() -> None:
    margins = [(side.least, side.most) for side in (PAGE.top, PAGE.bottom, PAGE.left, PAGE.right)]
    assert (PAGE.width, PAGE.height, margins) == (210, 297, [(20, 25), (20, 25), (30, 35), (15, 20)])


def test_rules() -> None:
    assert (ISSUER_RULE.least, ISSUER_RULE.most) == (SUBJECT_RULE.least, SUBJECT_RULE.most) == (1 / 3, 1 / 2)
    assert MOTTO_RULE.preferred == 1


def test_types_of_documents() -> None:
    listed = "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB"
    assert list(DOCUMENT_TYPES.values()) == listed.split()


def test_fixed_words_are_composed_and_exact() -> None:
    words = (decree30.NATIONAL_NAME, decree30.MOTTO, decree30.FONT, decree30.END_MARK, *DOCUMENT_TYPES)
    assert all(unicodedata.is_normalized("NFC", word) for word in words)
    assert decree30.NATIONAL_NAME == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert decree30.MOTTO == "Độc lập - Tự do - Hạnh phúc"
