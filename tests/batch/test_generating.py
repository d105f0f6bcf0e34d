"""Whole runs: what is written where, what is kept, what a fault in one school leaves alone."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.shared import Mm

import papi_docs as papi
from papi_docs.batch import Outcome
from papi_docs.filling.search import SHIPPED
from papi_docs.model import District, Evidence, IssuedPaper, TaskResult, TaskState


def files_under(folder: Path) -> list[str]:
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if path.parts[0] != ".papi-docs")


def outcomes(run: papi.Run) -> dict[str, Outcome]:
    return {paper.school: paper.outcome for paper in run.papers}


def test_one_folder_a_school(tan_hong: District, tmp_path: Path) -> None:
    run = papi.generate(tan_hong, out=tmp_path / "out")
    assert run.ok
    assert files_under(tmp_path / "out") == sorted(f"{code}/ke-hoach.docx" for code in tan_hong.codes)
    assert str(run).splitlines() == [
        f"5 trường, thư mục {tmp_path / 'out'}: 5 văn bản đã lập.",
        "0 lỗi, 2 cảnh báo.",
    ]


def test_chosen_schools_in_the_order_asked(tan_hong: District, tmp_path: Path) -> None:
    run = papi.generate(tan_hong, out=tmp_path, schools=["THSR", "THTP3"])
    assert list(outcomes(run)) == ["THSR", "THTP3"]


def test_all_kinds(tan_hong: District, tmp_path: Path) -> None:
    run = papi.generate(tan_hong, out=tmp_path, kinds=["all"])
    assert {paper.kind for paper in run.papers} == set(papi.KINDS)


def test_a_second_run_changes_nothing(tan_hong: District, tmp_path: Path) -> None:
    papi.generate(tan_hong, out=tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.docx")}
    run = papi.generate(tan_hong, out=tmp_path)
    assert run.ok
    assert set(outcomes(run).values()) == {Outcome.UNCHANGED}
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.docx")} == before


def test_an_edited_paper_is_kept_unless_asked(tan_hong: District, tmp_path: Path) -> None:
    papi.generate(tan_hong, out=tmp_path)
    edited = tmp_path / "THTP3" / "ke-hoach.docx"
    edited.write_bytes(b"edited by hand")
    run = papi.generate(tan_hong, out=tmp_path)
    assert not run.ok
    assert outcomes(run)["THTP3"] is Outcome.KEPT
    assert edited.read_bytes() == b"edited by hand"
    assert "--overwrite" in run.papers[0].findings[0].message
    assert papi.generate(tan_hong, out=tmp_path, overwrite=True).ok
    assert edited.read_bytes()[:2] == b"PK"


def test_a_fault_in_one_school_leaves_the_others_alone(tan_hong: District, tmp_path: Path) -> None:
    name = "Trường Tiểu học " + "W" * 60
    broken = tan_hong["THTP1"]
    broken = broken.model_copy(update={"school": broken.school.model_copy(update={"name": name})})
    others = tuple(broken if item.school.code == "THTP1" else item for item in tan_hong.dossiers)
    run = papi.generate(tan_hong.model_copy(update={"dossiers": others}), out=tmp_path)
    assert outcomes(run).pop("THTP1") is Outcome.FAILED
    assert sum(outcome is Outcome.MADE for outcome in outcomes(run).values()) == 4
    assert not (tmp_path / "THTP1").exists()
    fault = next(paper for paper in run.papers if paper.school == "THTP1").findings[0]
    assert "quá dài" in fault.message


def test_a_folder_that_cannot_be_made_is_said_per_paper(tan_hong: District, tmp_path: Path) -> None:
    (tmp_path / "THTP3").write_text("a file where a folder should be")
    run = papi.generate(tan_hong, out=tmp_path)
    assert outcomes(run)["THTP3"] is Outcome.FAILED
    assert list(outcomes(run).values()).count(Outcome.MADE) == 4
    assert "kiểm tra quyền ghi" in run.papers[0].findings[0].message


def test_a_file_that_cannot_be_written(tan_hong: District, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(path: Path, data: bytes) -> None:  # noqa: ARG001 - as the real one
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("papi_docs.batch.making.replace_whole", locked)
    run = papi.generate(tan_hong, out=tmp_path)
    assert set(outcomes(run).values()) == {Outcome.FAILED}
    assert all("đóng tệp nếu đang mở" in finding.message for paper in run.papers for finding in paper.findings)


def test_a_dossier_that_contradicts_itself_is_not_printed(tan_hong: District, tmp_path: Path) -> None:
    result = TaskResult(task="NV99", state=TaskState.RUNNING)
    wrong = tan_hong["THTP3"].model_copy(update={"evidence": Evidence(results=(result,))})
    run = papi.generate(tan_hong.model_copy(update={"dossiers": (wrong, tan_hong["THTP1"])}), out=tmp_path)
    assert outcomes(run) == {"THTP3": Outcome.FAILED, "THTP1": Outcome.MADE}
    assert not (tmp_path / "THTP3").exists()
    assert any('"NV99" không có trong kế hoạch' in finding.message for finding in run.all_findings)


def test_nothing_temporary_is_left(tan_hong: District, tmp_path: Path) -> None:
    papi.generate(tan_hong, out=tmp_path)
    others = [path.name for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".docx"]
    assert others == ["journal.sqlite"]


def test_issued_by_number_and_date(tan_hong: District, tmp_path: Path) -> None:
    day = date(2021, 7, 20)
    run = papi.generate(tan_hong, out=tmp_path, schools=["THTP3"], on=day, number=5, draft=False)
    direct = papi.compose("plan", tan_hong["THTP3"], on=day, number=5)
    assert run.ok
    assert run.papers[0].path.read_bytes() == direct.to_bytes()


def test_issued_by_the_workbook(tan_hong: District, tmp_path: Path) -> None:
    paper = IssuedPaper(kind="plan", number=5, day=date(2021, 7, 20))
    dossier = tan_hong["THTP3"].model_copy(update={"issued": (paper,)})
    district = tan_hong.model_copy(update={"dossiers": (dossier, tan_hong["THTP1"])})
    run = papi.generate(district, out=tmp_path, draft=False)
    assert outcomes(run) == {"THTP3": Outcome.MADE, "THTP1": Outcome.FAILED}
    assert "chưa có số" in run.papers[1].findings[0].message


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"number": 5, "on": date(2021, 7, 20)}, "draft=False"),
        ({"number": 5, "draft": False}, "thêm ngày"),
        ({"kinds": "plan"}, "kinds"),
        ({"kinds": ["bao-cao"]}, "chọn trong plan"),
        ({"schools": ["THTP9"]}, "chọn trong THTP3"),
        ({"templates": [Path("khong-co")]}, "không có plan.docx"),
        ({"draft": False, "on": date(2021, 7, 20)}, "thêm number"),
    ],
)
def test_misuse_is_said_before_anything_is_written(
    tan_hong: District, tmp_path: Path, arguments: dict[str, object], reason: str
) -> None:
    with pytest.raises(papi.UsageError, match=reason):
        papi.generate(tan_hong, out=tmp_path / "out", **arguments)  # type: ignore[arg-type]
    assert not (tmp_path / "out").exists()


def test_out_is_not_a_file(tan_hong: District, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(papi.UsageError, match="chọn một thư mục"):
        papi.generate(tan_hong, out=tmp_path / "out")


def test_own_templates_come_first(tan_hong: District, tmp_path: Path) -> None:
    own = tmp_path / "mau"
    own.mkdir()
    (own / "plan.docx").write_bytes(b"not a template")
    run = papi.generate(tan_hong, out=tmp_path / "out", templates=[own])
    assert set(outcomes(run).values()) == {Outcome.FAILED}
    assert "plan.docx" in str(run.all_findings[-1])


@pytest.fixture
def narrow(tmp_path: Path) -> Path:
    """A folder with a template of the plan whose left margin is 25 mm."""
    folder = tmp_path / "mau"
    folder.mkdir()
    document = docx.Document(str(SHIPPED / "plan.docx"))
    for section in document.sections:
        section.left_margin = Mm(25)
    document.save(str(folder / "plan.docx"))
    return folder


def test_papers_are_judged_as_written_where_asked(tan_hong: District, tmp_path: Path, narrow: Path) -> None:
    run = papi.generate(tan_hong, out=tmp_path / "out", schools=["THTP3"], templates=[narrow], check=True)
    (paper,) = run.papers
    margins = [finding for finding in paper.findings if finding.code == "margin-left"]
    assert margins
    assert {(finding.where.file, finding.schools) for finding in margins} == {(str(paper.path), ("THTP3",))}
    assert paper.outcome is Outcome.MADE
    assert not run.ok
    again = papi.generate(tan_hong, out=tmp_path / "out", schools=["THTP3"], templates=[narrow], check=True)
    assert again.papers[0].outcome is Outcome.UNCHANGED
    assert again.papers[0].findings == paper.findings


def test_papers_are_not_judged_unasked(tan_hong: District, tmp_path: Path, narrow: Path) -> None:
    assert papi.generate(tan_hong, out=tmp_path / "out", templates=[narrow]).ok


def test_a_paper_that_was_kept_is_not_judged(tan_hong: District, tmp_path: Path) -> None:
    papi.generate(tan_hong, out=tmp_path, schools=["THTP3"])
    (tmp_path / "THTP3" / "ke-hoach.docx").write_bytes(b"edited by hand")
    run = papi.generate(tan_hong, out=tmp_path, schools=["THTP3"], check=True)
    codes = {finding.code for finding in run.papers[0].findings}
    assert "file-kept" in codes
    assert not {code for code in codes if code.startswith("document-")}


def test_advice_is_counted_where_there_is_any(tan_hong: District, tmp_path: Path) -> None:
    run = papi.generate(tan_hong, out=tmp_path, schools=["THTP3"])
    advised = replace(run, findings=(*run.findings, papi.Finding("x", papi.Severity.ADVICE, "nên khác")))
    assert str(advised).endswith("0 lỗi, 2 cảnh báo, 1 gợi ý.")
