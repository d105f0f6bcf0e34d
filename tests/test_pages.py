"""Pictures of pages: counted, named apart, and an honest text where there is no LibreOffice."""

import shutil
from pathlib import Path

import pytest

import papi_docs as papi
from papi_docs import pages as module
from papi_docs.model import Dossier

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


@pytest.fixture
def papers(thtp3: Dossier, tmp_path: Path) -> list[Path]:
    document = papi.compose("plan", thtp3)
    return [document.save(tmp_path / school / "ke-hoach.docx") for school in ("THTP3", "THTP1")]


@pytest.mark.office
@needs_office
def test_a_pdf_and_a_picture_for_each_page(papers: list[Path], tmp_path: Path) -> None:
    written, findings = papi.write_previews(papers, tmp_path / "out")
    assert findings == ()
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names[:2] == ["THTP1-ke-hoach-1.png", "THTP1-ke-hoach-2.png"]
    assert "THTP3-ke-hoach.pdf" in names
    assert all(path.read_bytes()[:4] == b"\x89PNG" for path in (tmp_path / "out").glob("*.png"))
    assert sum(map(len, written.values())) == len(names)


@pytest.mark.office
@needs_office
def test_files_beyond_one_call_are_not_lost(
    papers: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOST_FILES", 1)
    written, findings = papi.write_previews(papers, tmp_path / "out")
    assert (len(written), findings) == (2, ())


@pytest.mark.office
@needs_office
def test_a_file_that_cannot_be_drawn_is_said(papers: list[Path], tmp_path: Path) -> None:
    missing = tmp_path / "khong-co.docx"
    written, findings = papi.write_previews([*papers, missing], tmp_path / "out")
    assert len(written) == 2
    assert [finding.where.file for finding in findings] == [str(missing)]


@pytest.mark.office
@needs_office
def test_a_notebook_gets_pictures(thtp3: Dossier) -> None:
    shown = papi.preview(papi.compose("plan", thtp3))
    assert len(shown.pages) == 5
    assert shown._repr_html_().count("<img ") == 5


def test_without_office_the_text_is_shown_and_the_reason(thtp3: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    shown = papi.preview(papi.compose("plan", thtp3))
    html = shown._repr_html_()
    assert "Chưa có LibreOffice" in html
    assert "<p>KẾ HOẠCH</p>" in html
    with pytest.raises(papi.PreviewError, match="cài LibreOffice"):
        papi.write_previews([Path("x.docx")], Path("out"))


def test_text_is_escaped(thtp3: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    school = thtp3.school.model_copy(update={"name": "Trường <script>alert(1)</script>"})
    shown = papi.preview(papi.compose("plan", thtp3.model_copy(update={"school": school})))
    assert "<script>" not in shown._repr_html_()
