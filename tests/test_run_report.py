"""The report of a run: papers, findings, sources of figures."""

from pathlib import Path

import openpyxl
import pytest

import papi_docs as papi
from papi_docs.model import District, Evidence, TaskResult, TaskState


def test_every_paper_and_finding_is_in_it(tan_hong: District, tmp_path: Path) -> None:
    run = papi.generate(tan_hong, out=tmp_path / "out")
    book = openpyxl.load_workbook(papi.save_report(run, tmp_path / "bao-cao.xlsx"))
    assert book.sheetnames == ["Văn bản", "Theo trường", "Lỗi và cảnh báo", "Nguồn số liệu"]
    papers = list(book["Văn bản"].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in papers] == list(tan_hong.codes)
    assert {(row[2], row[4]) for row in papers} == {("đã lập", None)}
    schools = list(book["Theo trường"].iter_rows(min_row=2, values_only=True))
    assert schools == [(code, "1", "0", "0", "0") for code in tan_hong.codes]
    assert book["Lỗi và cảnh báo"].max_row == 1 + len(run.all_findings)


def test_what_was_kept_or_failed_says_why(tan_hong: District, tmp_path: Path) -> None:
    result = TaskResult(task="NV99", state=TaskState.RUNNING)
    wrong = tan_hong["THTP1"].model_copy(update={"evidence": Evidence(results=(result,))})
    district = tan_hong.model_copy(update={"dossiers": (tan_hong["THTP3"], wrong)})
    (tmp_path / "THTP3").mkdir()
    (tmp_path / "THTP3" / "ke-hoach.docx").write_bytes(b"of somebody")
    book = openpyxl.load_workbook(papi.save_report(papi.generate(district, out=tmp_path), tmp_path / "bao-cao.xlsx"))
    kept, failed = book["Văn bản"].iter_rows(min_row=2, values_only=True)
    assert (kept[2], failed[2]) == ("giữ bản có sẵn", "chưa lập được")
    assert "--overwrite" in str(kept[4])
    assert "NV99" in str(failed[4])
    assert list(book["Theo trường"].iter_rows(min_row=2, values_only=True)) == [
        ("THTP3", "0", "0", "1", "0"),
        ("THTP1", "0", "0", "0", "1"),
    ]


def test_figures_are_composed_anew_with_their_cells(tan_hong: District, tmp_path: Path) -> None:
    run = papi.generate(tan_hong, out=tmp_path, kinds=["semester-report"], schools=["THTP3"])
    expected = papi.compose("semester-report", tan_hong["THTP3"]).sources()
    assert [figure for _, figure in run.figures()] == list(expected)
    assert expected
    one_by_one = papi.generate(iter(tan_hong.dossiers), out=tmp_path / "b", kinds=["semester-report"])
    assert not list(one_by_one.figures())


def test_it_is_not_overwritten_unless_asked(tan_hong: District, tmp_path: Path) -> None:
    run = papi.generate(tan_hong, out=tmp_path / "out")
    papi.save_report(run, tmp_path / "bao-cao.xlsx")
    with pytest.raises(FileExistsError):
        papi.save_report(run, tmp_path / "bao-cao.xlsx")
    papi.save_report(run, tmp_path / "bao-cao.xlsx", overwrite=True)


def test_values_show_themselves_as_tables(tan_hong: District, tmp_path: Path) -> None:
    run = papi.generate(tan_hong, out=tmp_path / "out")
    assert tan_hong._repr_html_().count("<tr>") == 1 + 5
    assert "Bùi Thị Thao" in tan_hong["THTP3"]._repr_html_()
    assert run._repr_html_().count("<tr>") == 1 + 5
    shown = (tan_hong, tan_hong["THTP3"], run, papi.compose("plan", tan_hong["THTP3"]))
    assert all(len(repr(value)) < 200 for value in shown)
    assert "papi.preview" in papi.compose("plan", tan_hong["THTP3"])._repr_html_()
