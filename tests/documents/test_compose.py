"""What is remembered between papers never shows: an edited template, another school, another day are seen."""

import os
import shutil
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

import papi_docs as papi
from papi_docs.documents import Issue
from papi_docs.documents.figures import Ledger
from papi_docs.errors import TemplateError
from papi_docs.filling import SHIPPED
from papi_docs.findings import Place
from papi_docs.model import District, Dossier, Evidence, Level, Unit


def test_an_edited_template_is_seen_by_the_next_paper(thtp3: Dossier, tmp_path: Path) -> None:
    own = tmp_path / "plan.docx"
    shutil.copy(SHIPPED / "plan.docx", own)
    first, second = (papi.compose("plan", thtp3, templates=[tmp_path]).template for _ in range(2))
    assert first is second
    assert first.path == own
    os.utime(own, ns=(0, 0))
    assert papi.compose("plan", thtp3, templates=[tmp_path]).template is not first
    own.write_bytes(b"edited badly")
    with pytest.raises(TemplateError, match="chưa dùng được"):
        papi.compose("plan", thtp3, templates=[tmp_path])
    own.unlink()
    assert papi.compose("plan", thtp3, templates=[tmp_path]).template.path == SHIPPED / "plan.docx"


def test_a_folder_of_that_name_is_no_template(thtp3: Dossier, tmp_path: Path) -> None:
    (tmp_path / "plan.docx").mkdir()
    assert papi.compose("plan", thtp3, templates=[tmp_path]).template.path == SHIPPED / "plan.docx"


def test_a_copy_with_another_commune_stands_under_another_committee(thtp3: Dossier) -> None:
    day = date(2025, 9, 1)
    before = thtp3.school.authority(day)
    moved = thtp3.school.model_copy(
        update={"commune": Unit(level=Level.COMMUNE, kind="xã", name="Nơi Khác"), "district": None}
    )
    assert before.superior.name == "Ủy ban nhân dân xã An Phước"
    assert moved.authority(day).superior.name == "Ủy ban nhân dân xã Nơi Khác"
    assert thtp3.school.authority(day) == before
    assert thtp3.school.authority(date(2025, 6, 30)) != before


def test_no_dossier_is_kept(thtp3: Dossier) -> None:
    """Papers of a thousand schools leave names and widths behind, not schools."""

    def make(number: int) -> None:
        school = thtp3.school.model_copy(update={"name": f"Trường Tiểu học Tân Phước {number}"})
        dossier = thtp3.model_copy(update={"school": school, "evidence": thtp3.evidence.model_copy(deep=True)})
        for kind in ("plan", "semester-report", "survey-results"):
            papi.compose(kind, dossier)

    make(0)
    tracemalloc.start()
    try:
        for number in range(1, 41):
            make(number)
        assert tracemalloc.get_traced_memory()[0] < 40 * 20_000
    finally:
        tracemalloc.stop()


def test_a_figure_is_noted_once_where_it_is_said_often() -> None:
    cells = (Place("so.xlsx", "A", "B1"), Place("so.xlsx", "A", "B1"), Place("so.xlsx", "A", "B2"))
    ledger = Ledger()
    for text in ("09", "09", "10"):
        assert ledger.note_once("Phiếu", text, cells) == text
    assert [(figure.text, figure.cells) for figure in ledger.figures] == [
        (text, (cells[0], cells[2])) for text in ("09", "10")
    ]
    assert [ledger.note("Phiếu", "09", ()) for _ in range(2)] == ["09", "09"]
    assert len(ledger.figures) == 4


@pytest.mark.parametrize("kind", [kind for kind, row in papi.KINDS.items() if not row.tells_evidence])
def test_a_kind_that_tells_no_evidence_reads_none(kind: str, tan_hong: District) -> None:
    """It is not made anew for new evidence, so none may be printed."""
    row = papi.KINDS[kind]
    assert any(dossier.evidence != Evidence() for dossier in tan_hong.dossiers)
    for dossier in tan_hong.dossiers:
        issue, without = Issue(row.day(dossier)), dossier.without_evidence
        assert (row.day(without), row.items(without)) == (issue.on, row.items(dossier)) == (issue.on, ("",))
        assert row.compose(dossier, issue, Ledger()) == row.compose(without, issue, Ledger())


@pytest.mark.parametrize("kind", [kind for kind in papi.KINDS if "report" in kind])
def test_a_report_says_the_same_alone_and_after_the_others(kind: str, thtp3: Dossier) -> None:
    """They are written from one account: neither words nor figures depend on who asked for it first."""
    alone = papi.compose(kind, thtp3.model_copy())
    shared = thtp3.model_copy()
    for other in (*papi.KINDS, *reversed(papi.KINDS)):
        if other != kind and "report" in other:
            papi.compose(other, shared)
    after = papi.compose(kind, shared)
    assert after.fields == alone.fields
    assert after.sources() == alone.sources()
