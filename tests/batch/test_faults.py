"""Disks, folders and names that do not do what they should: said per paper, the rest made, nothing half-written."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import papi_docs as papi
from papi_docs.batch import Outcome
from papi_docs.documents import Issue, Kind, composed
from papi_docs.filling import Template
from papi_docs.model import District
from tests.batch.conftest import STORE, tree


def outcomes(run: papi.Run) -> dict[str, Outcome]:
    return {paper.school: paper.outcome for paper in run.papers}


def leftovers(folder: Path) -> list[Path]:
    return list(folder.rglob("*.tmp"))


def test_a_disk_that_fills_up(tan_hong: District, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some octets fit, then none: for one school's paper."""
    real = os.write
    written = []

    def half(file: object, data: bytes) -> None:
        written.append(len(data))
        handle = file.fileno()  # type: ignore[attr-defined]
        real(handle, bytes(data[: len(data) // 2]))
        if len(written) == 2:
            raise OSError(28, "No space left on device")
        real(handle, bytes(data[len(data) // 2 :]))

    monkeypatch.setattr("papi_docs.package._write_all", half)
    run = papi.generate(tan_hong, out=tmp_path)
    assert list(outcomes(run).values()).count(Outcome.MADE) == 4
    (lost,) = (paper for paper in run.papers if paper.outcome is Outcome.FAILED)
    assert "ổ đĩa đầy" in lost.findings[0].message
    assert not lost.path.exists()
    assert not leftovers(tmp_path)
    monkeypatch.undo()
    assert papi.generate(tan_hong, out=tmp_path).ok


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit on the size of files")
def test_a_limit_of_the_system_on_files(examples: Path, tmp_path: Path) -> None:
    """The system itself refuses what is larger than 15,000 octets: some papers, and the growing journal."""
    script = f"""
        import resource, signal
        import papi_docs as papi
        district = papi.read_workbook({str(examples / "tan-hong-2021-2022.xlsx")!r})
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (15_000, 15_000))
        run = papi.generate(district, out={str(tmp_path)!r}, kinds=["plan", "survey-form"])
        print([(paper.kind, str(paper.outcome)) for paper in run.papers if paper.school == "THTP3"])
        print("journal-not-kept" in {{finding.code for finding in run.findings}})
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["[('plan', 'chưa lập được'), ('survey-form', 'đã lập')]", "True"]
    assert not leftovers(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes where it may not")
def test_a_read_only_folder(tan_hong: District, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir(mode=0o500)
    run = papi.generate(tan_hong, out=folder)
    assert set(outcomes(run).values()) == {Outcome.FAILED}


def test_a_folder_in_which_nothing_can_be_made(
    tan_hong: District, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a read-only folder answers, whoever asks."""

    def refuse(path: object, *_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("papi_docs.package.os.open", refuse)
    monkeypatch.setattr(Path, "mkdir", refuse)
    run = papi.generate(tan_hong, out=tmp_path / "out")
    assert set(outcomes(run).values()) == {Outcome.FAILED}
    assert all("kiểm tra quyền ghi" in paper.findings[0].message for paper in run.papers)
    assert "journal-not-kept" in {finding.code for finding in run.findings}


def test_a_path_too_long_for_the_system(tan_hong: District, tmp_path: Path) -> None:
    """The folder leaves room for some papers and not for others."""
    room = 4096 - len(os.fsencode(str(tmp_path))) - len("/THTP3/ke-hoach.docx") - 1
    deep = tmp_path
    while room > 250:
        deep /= "d" * 200
        room -= 201
    deep = deep / ("d" * (room - 1)) if room > 1 else deep
    run = papi.generate(tan_hong, out=deep, kinds=["plan", "inspection-minutes"], schools=["THTP3"])
    kinds = {paper.outcome for paper in run.papers if paper.kind == "inspection-minutes"}
    assert kinds == {Outcome.FAILED}
    assert all(paper.findings for paper in run.papers if paper.outcome is Outcome.FAILED)


def test_a_file_held_open_by_another_program(
    tan_hong: District, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows lets nobody replace a file that Word has open."""
    papi.generate(tan_hong, out=tmp_path, number=5, on=tan_hong["THTP3"].drafted_on, draft=False)
    before = tree(tmp_path)
    real = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if Path(target).parent.name == "THTP3" and STORE not in Path(target).parts:
            raise PermissionError(13, "The process cannot access the file", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    run = papi.generate(tan_hong, out=tmp_path)
    assert outcomes(run).pop("THTP3") is Outcome.FAILED
    assert list(outcomes(run).values()).count(Outcome.MADE) == 4
    assert "đóng tệp nếu đang mở" in run.papers[0].findings[0].message
    assert tree(tmp_path)["THTP3/ke-hoach.docx"] == before["THTP3/ke-hoach.docx"]
    assert not leftovers(tmp_path)
    monkeypatch.undo()
    assert papi.generate(tan_hong, out=tmp_path).ok


def test_a_fault_of_the_program_costs_one_paper(
    tan_hong: District, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(kind: Kind, dossier: papi.Dossier, issue: Issue, template: Template) -> papi.Document:
        if dossier.school.code == "THSR":
            raise ZeroDivisionError("division by zero")
        return composed(kind, dossier, issue, template)

    monkeypatch.setattr("papi_docs.batch.making.composed", broken)
    run = papi.generate(tan_hong, out=tmp_path)
    assert outcomes(run).pop("THSR") is Outcome.FAILED
    assert "ZeroDivisionError" in run.papers[2].findings[0].message
    assert list(outcomes(run).values()).count(Outcome.MADE) == 4
