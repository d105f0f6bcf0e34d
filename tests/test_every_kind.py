"""Every kind of paper for a full dossier, an empty one and an overfull one, under both kinds of government."""

import json
import re
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest

import papi_docs as papi
from papi_docs.decree30 import MOTTO, NATIONAL_NAME
from papi_docs.model import District, Dossier, Evidence

LONG = "Nội dung dài để thử xem bảng có bị vỡ hay không. " * 12


def overfull(dossier: Dossier) -> Dossier:
    """Three times the tasks and remarks, long texts in them."""
    evidence, plan = dossier.evidence, dossier.plan
    tasks = tuple(
        assignment.model_copy(
            update={
                "task": assignment.task.model_copy(update={"code": f"{assignment.task.code}-{at}", "content": LONG})
            }
        )
        for at in range(3)
        for assignment in plan.assignments
    )
    remarks = tuple(remark.model_copy(update={"text": LONG}) for remark in evidence.remarks) * 7
    return dossier.model_copy(
        update={
            "plan": plan.model_copy(update={"assignments": tasks}),
            "evidence": evidence.model_copy(update={"remarks": remarks, "results": ()}),
        }
    )


@pytest.fixture(scope="module")
def dossiers(tan_hong: District, an_phuoc: District) -> dict[str, Dossier]:
    full = tan_hong["THTP3"]
    return {
        "full": full,
        "empty": full.model_copy(update={"evidence": Evidence()}),
        "overfull": overfull(full),
        "raw": tan_hong["THSR"],
        "commune": an_phuoc["THTP3"],
    }


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, dossiers: dict[str, Dossier]) -> list[Path]:
    folder = tmp_path_factory.mktemp("papers")
    return [
        papi.compose(kind.key, dossier, item=item).save(folder / f"{name}-{kind.key}-{at}.docx")
        for name, dossier in dossiers.items()
        for kind in papi.KINDS.values()
        for at, item in enumerate(kind.items(dossier))
    ]


def test_nothing_is_blank_by_accident(files: list[Path], paragraphs: Callable[[bytes], list[str]]) -> None:
    for file in files:
        text = " ".join(paragraphs(file.read_bytes()))
        wrong = re.findall(r"None|nan\b|\{\{|\}\}|\{%|(?<!\d)0/0(?!\d)|điểm PAPI của", text)
        assert wrong == [], file.name
        assert len(text) > 100, file.name


def test_python_docx_opens_every_paper(files: list[Path]) -> None:
    for file in files:
        assert docx.Document(str(file)).paragraphs


@pytest.mark.parametrize("kind", papi.KINDS)
def test_same_input_same_bytes(kind: str, dossiers: dict[str, Dossier]) -> None:
    dossier = dossiers["full"]
    item = papi.KINDS[kind].items(dossier)[0]
    first, second = (papi.compose(kind, dossier, item=item).to_bytes() for _ in range(2))
    assert first == second


def test_figures_of_reports_have_their_cells(dossiers: dict[str, Dossier]) -> None:
    for kind in ("semester-report", "year-report", "survey-results"):
        sources = papi.compose(kind, dossiers["full"]).sources()
        assert sources
        assert all(cell.sheet and cell.cell for figure in sources for cell in figure.cells)
        assert any(figure.cells for figure in sources)


@pytest.mark.parametrize(
    ("kind", "month"),
    [("plan", "tháng 7 năm 2021"), ("semester-report", "tháng 01 năm 2022"), ("year-report", "tháng 5 năm 2022")],
)
def test_drafts_are_dated_when_they_are_due(
    kind: str, month: str, dossiers: dict[str, Dossier], paragraphs: Callable[[bytes], list[str]]
) -> None:
    assert any(
        f"Tân Hồng, ngày      {month}" in text for text in paragraphs(papi.compose(kind, dossiers["full"]).to_bytes())
    )


def test_the_same_task_has_the_same_person_and_deadline_everywhere(
    thtp3: Dossier, paragraphs: Callable[[bytes], list[str]]
) -> None:
    for kind in ("plan", "assignments", "assignments-annex", "year-report"):
        text = " ".join(paragraphs(papi.compose(kind, thtp3).to_bytes()))
        for assignment in thtp3.plan.assignments:
            assert assignment.lead.name in text, kind
            assert assignment.task.deadline.text(thtp3.calendar) in text, (kind, assignment.task.code)


def test_one_letterhead_differs_by_the_day_alone(thtp3: Dossier) -> None:
    before, after = (papi.compose("contact-notice", thtp3, on=day) for day in (date(2025, 6, 30), date(2025, 7, 1)))
    assert before.to_bytes() != after.to_bytes()


@pytest.mark.office
def test_pages(files: list[Path], pdf_text: Callable[[list[Path]], dict[str, list[str]]]) -> None:
    pages = pdf_text(files)
    assert len(pages) == len(files)
    for name, texts in pages.items():
        assert all(text.strip() for text in texts), name
        lines = [" ".join(line.split()) for line in texts[0].splitlines()]
        if any("CỘNG HÒA" in line for line in lines):
            assert any(line.endswith(NATIONAL_NAME) for line in lines), name
            assert any(line.endswith(MOTTO) for line in lines), name
        signed = [text for text in texts if "- Lưu: VT." in text]
        assert all("Nơi nhận:" in text for text in signed), name


@pytest.mark.office
def test_one_sheet_papers_stay_on_one_sheet(
    files: list[Path], pdf_text: Callable[[list[Path]], dict[str, list[str]]]
) -> None:
    pages = pdf_text([file for file in files if re.search(r"public-summary|survey-form", file.name)])
    for name, texts in pages.items():
        assert len(texts) <= (2 if "survey-form" in name else 1), name


@pytest.mark.office
def test_validator_finds_nothing(files: list[Path], validator: list[str]) -> None:
    for file in files:
        done = subprocess.run([*validator, file], check=False, capture_output=True, text=True, timeout=120)
        assert json.loads(done.stdout)["errors"] == [], (file.name, done.stdout)
