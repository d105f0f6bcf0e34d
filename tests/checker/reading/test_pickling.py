"""What is read can go to another process, where its XML cannot."""

import dataclasses
import pickle
from collections.abc import Callable, Iterator

import pytest

from papi_docs.checker.written import Line, PageNumber, Paragraph, Run, Section, Written

Reads = Callable[..., Written]
PAGE = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>{}</w:p>'.format(
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
ROW = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p><w:r><w:t>_____</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


@pytest.fixture
def document(written: Reads) -> Written:
    return written(ROW + SECTION, header1=PAGE)


def parts(document: Written) -> Iterator[object]:
    yield from document.sections
    yield from (number for section in document.sections for number in section.page_numbers)
    yield from document.paragraphs
    yield from (run for one in document.paragraphs for run in one.runs)
    yield from (line for one in document.paragraphs for line in one.lines)


def again(value: object) -> object:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes


def test_a_whole_document(document: Written) -> None:
    assert again(document) == document


def test_each_part_is_the_same_but_for_its_element(document: Written) -> None:
    found = list(parts(document))
    assert {type(one) for one in found} == {Section, PageNumber, Paragraph, Run, Line}
    for one in found:
        copied = again(one)
        assert copied == one
        assert getattr(one, "element") is not None  # noqa: B009 - five classes have one
        assert getattr(copied, "element") is None  # noqa: B009


@pytest.mark.parametrize("kind", [Section, PageNumber, Paragraph, Run, Line])
def test_they_have_no_dictionary(kind: type) -> None:
    assert dataclasses.is_dataclass(kind)
    assert "__dict__" not in dir(kind)
