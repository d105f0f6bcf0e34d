"""The report of a run: papers, findings, sources of figures."""

from pathlib import Path

import openpyxl
import pytest

import papi_docs as papi
from papi_docs.model import District


def test_every_paper_and_finding_is_in_it(tan_hong: District, tmp_path: Path) -> None:
    run = papi.generate(tan_hong, out=tmp_path / "out")
    book = openpyxl.load_workbook(papi.save_report(run, tmp_path / "bao-cao.xlsx"))
    assert book.sheetnames == ["Văn bản", "Lỗi và cảnh báo", "Nguồn số liệu"]
    papers = list(book["Văn bản"].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in papers] == list(tan_hong.codes)
    assert {row[2] for row in papers} == {"đã lập"}
    assert book["Lỗi và cảnh báo"].max_row == 1 + len(run.all_findings)


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
