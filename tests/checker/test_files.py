"""Which files are meant, and where copies of them go."""

from pathlib import Path

import pytest

from papi_docs.checker.files import check_file, papers_in


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")


def copies(*places: Path, leave_out: tuple[Path, ...] = ()) -> dict[str, str]:
    papers, _ = papers_in(places, leave_out=leave_out)
    return {paper.path.as_posix(): paper.copy.as_posix() for paper in papers}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("here")
def test_a_folder_stands_for_the_papers_at_any_depth() -> None:
    touch(*map(Path, ["out/b.docx", "out/THTP3/a.docx", "out/C.DOCX", "out/~$b.docx", "out/d.doc", "out/e.xlsx"]))
    assert copies(Path("out")) == {"out/C.DOCX": "C.DOCX", "out/THTP3/a.docx": "THTP3/a.docx", "out/b.docx": "b.docx"}


@pytest.mark.usefixtures("here")
def test_a_file_is_taken_whatever_its_name() -> None:
    assert copies(Path("x/khong-co.doc")) == {"x/khong-co.doc": "khong-co.doc"}


@pytest.mark.usefixtures("here")
def test_each_paper_is_taken_once() -> None:
    touch(Path("out/a.docx"))
    assert copies(Path("out/a.docx"), Path("out"), Path("out/../out/a.docx")) == {"out/a.docx": "a.docx"}


@pytest.mark.usefixtures("here")
def test_papers_of_one_name_have_copies_of_their_own() -> None:
    touch(*map(Path, ["x/a.docx", "y/a.docx", "z/A.docx"]))
    assert list(copies(Path("x/a.docx"), Path("y"), Path("z")).values()) == ["a.docx", "a-2.docx", "A-3.docx"]


@pytest.mark.usefixtures("here")
def test_folders_of_copies_are_not_judged_again() -> None:
    touch(*map(Path, ["out/a.docx", "out/chu-thich/a.docx"]))
    assert copies(Path("out"), leave_out=(Path("out/chu-thich"),)) == {"out/a.docx": "a.docx"}


@pytest.mark.usefixtures("here")
def test_a_folder_without_papers_is_said() -> None:
    Path("rong").mkdir()
    touch(Path("a.docx"))
    papers, empty = papers_in([Path("rong"), Path("a.docx")])
    assert [paper.path.name for paper in papers] == ["a.docx"]
    assert [str(finding) for finding in empty] == ["rong: thư mục không có tệp .docx nào"]


def test_a_file_that_cannot_be_read_is_a_result(tmp_path: Path) -> None:
    result = check_file(tmp_path / "khong-co.docx")
    assert not result.ok
    assert result.report is None
    assert [finding.code for finding in result.all_findings] == ["document-missing"]


def test_a_bug_met_in_a_file_is_a_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_path: Path) -> None:
        raise KeyError("w:p")

    monkeypatch.setattr("papi_docs.checker.judging.read", broken)
    (finding,) = check_file(tmp_path / "a.docx").findings
    assert finding.code == "checker-broke"
    assert "KeyError('w:p')" in finding.message
