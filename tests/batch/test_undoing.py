"""What a run replaced can be brought back."""

from datetime import date
from pathlib import Path

import pytest

import papi_docs as papi
from papi_docs.batch import Outcome
from papi_docs.model import District
from tests.batch.conftest import Store, tree

DAYS = (date(2021, 8, 2), date(2021, 9, 6), date(2021, 10, 4))


def test_back_run_by_run_as_far_as_versions_are_kept(tan_hong: District, tmp_path: Path) -> None:
    papi.generate(tan_hong, out=tmp_path, on=DAYS[0])
    first = tree(tmp_path)
    papi.generate(tan_hong, out=tmp_path, on=DAYS[1], schools=["THTP3"])
    second = tree(tmp_path)
    papi.generate(tan_hong, out=tmp_path, on=DAYS[2], schools=["THSR"])
    undone = papi.undo(tmp_path)
    assert undone.ok
    assert [path.parent.name for path in undone.files] == ["THSR"]
    assert tree(tmp_path) == second
    assert str(papi.undo(tmp_path)).endswith("đã lấy lại bản trước của 1 tệp.")
    assert tree(tmp_path) == first
    assert "không có tệp nào" in str(papi.undo(tmp_path))
    assert not [name for name in Store(tmp_path).names if name.endswith(".docx")]


def test_what_came_back_is_ours_and_can_be_replaced_again(tan_hong: District, tmp_path: Path) -> None:
    papi.generate(tan_hong, out=tmp_path, on=DAYS[0])
    papi.generate(tan_hong, out=tmp_path, on=DAYS[1])
    second = tree(tmp_path)
    papi.undo(tmp_path)
    run = papi.generate(tan_hong, out=tmp_path, on=DAYS[1])
    assert {paper.outcome for paper in run.papers} == {Outcome.MADE}
    assert tree(tmp_path) == second


def test_somebodys_file_that_was_overwritten_on_demand_comes_back(tan_hong: District, tmp_path: Path) -> None:
    paper = tmp_path / "THTP3" / "ke-hoach.docx"
    paper.parent.mkdir()
    paper.write_bytes(b"of somebody")
    papi.generate(tan_hong, out=tmp_path, overwrite=True)
    papi.undo(tmp_path)
    assert paper.read_bytes() == b"of somebody"
    kept = papi.generate(tan_hong, out=tmp_path)
    assert kept.papers[0].outcome is Outcome.KEPT


def test_a_file_edited_since_is_left(tan_hong: District, tmp_path: Path) -> None:
    papi.generate(tan_hong, out=tmp_path, on=DAYS[0])
    papi.generate(tan_hong, out=tmp_path, on=DAYS[1])
    paper = tmp_path / "THTP3" / "ke-hoach.docx"
    paper.write_bytes(b"edited by hand")
    undone = papi.undo(tmp_path)
    assert not undone.ok
    assert paper.read_bytes() == b"edited by hand"
    assert len(undone.files) == len(tan_hong.codes) - 1
    assert str(undone).endswith("1 tệp giữ bản đang có.")


def test_a_folder_without_runs(tmp_path: Path) -> None:
    with pytest.raises(papi.UsageError, match="chưa có lần chạy nào"):
        papi.undo(tmp_path)
