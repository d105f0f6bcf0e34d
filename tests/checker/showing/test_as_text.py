"""Many files to be read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from papi_docs.checker.files import Checked
from papi_docs.checker.mending import Mended
from papi_docs.checker.showing import FORMATS
from papi_docs.findings import Finding, Place, Severity
from tests.checker.reports import checked, observed, report_of

as_text = FORMATS["text"]
MISSING = Checked(Path("x/a.docx"), findings=(Finding("c", Severity.FAULT, "không có tệp này.", Place("a.docx")),))


def test_one_file_has_no_summary() -> None:
    report = report_of(observed())
    assert list(as_text([checked(report)])) == [str(report)]


def test_several_files_are_summed_up() -> None:
    files = [checked(report_of()), checked(report_of(observed(), observed(severity=Severity.ADVICE))), MISSING]
    assert list(as_text(files))[-1] == ("3 tệp: 1 không có lỗi, 1 có lỗi, 1 không xét được; tất cả 1 lỗi, 1 gợi ý.")


def test_a_file_is_shown_before_the_next_is_judged() -> None:
    def files() -> Iterator[Checked]:
        yield checked(report_of())
        pytest.fail("the second file was asked for")

    shown = as_text(files())
    assert next(shown).startswith("van-ban.docx")


def test_why_a_file_was_not_judged_is_said_with_its_whole_path() -> None:
    assert list(as_text([MISSING])) == ["x/a.docx: không có tệp này."]


def test_copies_are_said() -> None:
    seen = observed()
    mended = Mended(Path("sua/a.docx"), (seen,), ())
    file = Checked(Path("a.docx"), report_of(seen), annotated=Path("chu-thich/a.docx"), mended=mended)
    (text,) = as_text([file])
    assert "Bản chú thích: chu-thich/a.docx" in text
    assert f"Bản đã sửa: {mended}" in text
