"""Second runs: only what changed is made, and nothing of others is touched."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import papi_docs as papi
from papi_docs.batch import Outcome
from papi_docs.batch.files import digest_of
from papi_docs.batch.journal import Ahead, Journal
from papi_docs.batch.order import Order
from papi_docs.documents import KINDS, Issue
from papi_docs.model import District
from tests.batch.conftest import STORE, Store, tree


def outcomes(run: papi.Run) -> dict[str, Outcome]:
    return {paper.school: paper.outcome for paper in run.papers}


def phoned(district: District, code: str, phone: str) -> District:
    """The same district, another telephone of one school."""
    dossiers = []
    for dossier in district.dossiers:
        school = dossier.school
        new = school.model_copy(update={"phone": phone}) if school.code == code else school
        dossiers.append(dossier.model_copy(update={"school": new}))
    return district.model_copy(update={"dossiers": tuple(dossiers)})


def test_only_what_changed_is_made(tan_hong: District, tmp_path: Path) -> None:
    papi.generate(tan_hong, out=tmp_path, kinds=["contact-notice"])
    before = tree(tmp_path)
    run = papi.generate(phoned(tan_hong, "THSR", "0277 3830 999"), out=tmp_path, kinds=["contact-notice"])
    assert run.ok
    assert {code for code, outcome in outcomes(run).items() if outcome is Outcome.MADE} == {"THSR"}
    changed = {path for path, digest in tree(tmp_path).items() if before[path] != digest}
    assert {path.split("/")[0] for path in changed} == {"THSR"}


def test_unchanged_papers_are_not_even_composed(
    tan_hong: District, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = papi.generate(tan_hong, out=tmp_path)

    def never(*_: object, **__: object) -> None:
        pytest.fail("composed again")

    monkeypatch.setattr("papi_docs.batch.making.composed", never)
    second = papi.generate(tan_hong, out=tmp_path)
    assert set(outcomes(second).values()) == {Outcome.UNCHANGED}
    assert second.all_findings == first.all_findings


def test_a_paper_edited_by_hand_is_kept_though_it_changed(tan_hong: District, tmp_path: Path) -> None:
    papi.generate(tan_hong, out=tmp_path, kinds=["contact-notice"])
    (edited,) = tmp_path.glob("THSR/*.docx")
    edited.write_bytes(b"edited by hand")
    run = papi.generate(phoned(tan_hong, "THSR", "0277 3830 999"), out=tmp_path, kinds=["contact-notice"])
    assert outcomes(run)["THSR"] is Outcome.KEPT
    assert edited.read_bytes() == b"edited by hand"
    assert [finding.code for finding in run.papers[2].findings][:1] == ["file-kept"]


def test_a_file_touched_but_not_changed_is_unchanged(tan_hong: District, tmp_path: Path) -> None:
    papi.generate(tan_hong, out=tmp_path)
    paper = tmp_path / "THSR" / "ke-hoach.docx"
    paper.write_bytes(paper.read_bytes())
    assert papi.generate(tan_hong, out=tmp_path).ok


def test_a_removed_paper_is_made_again(tan_hong: District, tmp_path: Path) -> None:
    papi.generate(tan_hong, out=tmp_path)
    before = tree(tmp_path)
    (tmp_path / "THSR" / "ke-hoach.docx").unlink()
    assert outcomes(papi.generate(tan_hong, out=tmp_path))["THSR"] is Outcome.MADE
    assert tree(tmp_path) == before


@pytest.mark.parametrize("damage", [b"", b"not a data base" * 100])
def test_a_lost_journal_costs_time_and_nothing_else(tan_hong: District, tmp_path: Path, damage: bytes) -> None:
    papi.generate(tan_hong, out=tmp_path)
    before = tree(tmp_path)
    (tmp_path / STORE / "journal.sqlite").write_bytes(damage)
    run = papi.generate(tan_hong, out=tmp_path)
    assert run.ok
    assert set(outcomes(run).values()) == {Outcome.UNCHANGED}
    assert tree(tmp_path) == before


def test_one_run_at_a_time(tan_hong: District, tmp_path: Path) -> None:
    with Journal.open(tmp_path, tmp_path / STORE), pytest.raises(papi.UsageError, match="chờ lần đó xong"):
        papi.generate(tan_hong, out=tmp_path)
    assert papi.generate(tan_hong, out=tmp_path).ok


def test_without_a_journal_the_papers_are_made_all_the_same(tan_hong: District, tmp_path: Path) -> None:
    (tmp_path / STORE).write_text("a file where the store should be")
    run = papi.generate(tan_hong, out=tmp_path)
    assert set(outcomes(run).values()) == {Outcome.MADE}
    assert "journal-not-kept" in {finding.code for finding in run.findings}


def test_what_a_stopped_run_wrote_is_its_own(tan_hong: District, tmp_path: Path) -> None:
    """Said ahead, written, never reported; then the workbook changed."""
    papi.generate(tan_hong, out=tmp_path, kinds=["contact-notice"])
    (paper,) = tmp_path.glob("THSR/*.docx")
    newer = papi.compose("contact-notice", phoned(tan_hong, "THSR", "1")["THSR"]).to_bytes()
    _say(tmp_path, "THSR", paper, newer)
    paper.write_bytes(newer)
    run = papi.generate(phoned(tan_hong, "THSR", "2"), out=tmp_path, kinds=["contact-notice"])
    assert outcomes(run)["THSR"] is Outcome.MADE
    assert Store(tmp_path).names == {"journal.sqlite", *_previous(paper)}


def test_what_a_stopped_run_only_said_it_would_write_is_not(tan_hong: District, tmp_path: Path) -> None:
    papi.generate(tan_hong, out=tmp_path, kinds=["contact-notice"])
    (paper,) = tmp_path.glob("THSR/*.docx")
    _say(tmp_path, "THSR", paper, b"never written")
    paper.write_bytes(b"edited by hand")
    run = papi.generate(tan_hong, out=tmp_path, kinds=["contact-notice"])
    assert outcomes(run)["THSR"] is Outcome.KEPT


def _say(out: Path, school: str, paper: Path, data: bytes) -> None:
    path = paper.relative_to(out).as_posix()
    ahead = Ahead(path, school, b"key", digest_of(data), replaced=False, before=b"")
    folder = out / STORE / "ahead"
    folder.mkdir()
    torn = ahead.line()[:20]
    (folder / "1.json").write_text(f"{ahead.line()}\n{torn}", "utf-8")


def _previous(paper: Path) -> set[str]:
    return {"previous", f"previous/{paper.parent.name}", f"previous/{paper.parent.name}/{paper.name}"}


def test_key_tells_papers_apart(tmp_path: Path) -> None:
    order = Order(folder=tmp_path, kinds=("plan",), on=date(2021, 9, 1))
    plan, draft = KINDS["plan"], Issue(date(2021, 8, 1))
    keys = {
        order.key(b"a", plan, draft, b"t"),
        order.key(b"b", plan, draft, b"t"),
        order.key(b"a", plan, draft, b"u"),
        order.key(b"a", plan, Issue(draft.on, 5), b"t"),
        order.key(b"a", plan, Issue(date(2021, 9, 1)), b"t"),
        order.key(b"a", plan, Issue(draft.on, item="x"), b"t"),
        order.key(b"a", KINDS["assignments"], draft, b"t"),
        replace(order, program=b"other").key(b"a", plan, draft, b"t"),
    }
    assert len(keys) == 8
    assert order.key(b"a", plan, draft, b"t") in keys


def test_where_a_record_stood_is_no_part_of_a_paper(tan_hong: District, tmp_path: Path) -> None:
    """A row put in above moves the cells of all below it, and changes nothing that is printed."""
    papi.generate(tan_hong, out=tmp_path, kinds=["semester-report"])
    school = tan_hong["THTP3"]
    moved = [result.model_copy(update={"cells": {}}) for result in school.evidence.results]
    assert any(result.cells for result in school.evidence.results)
    evidence = school.evidence.model_copy(update={"results": tuple(moved)})
    dossiers = (school.model_copy(update={"evidence": evidence}), *tan_hong.dossiers[1:])
    run = papi.generate(tan_hong.model_copy(update={"dossiers": dossiers}), out=tmp_path, kinds=["semester-report"])
    assert set(outcomes(run).values()) == {Outcome.UNCHANGED}


def test_new_evidence_makes_only_the_papers_that_tell_it(tan_hong: District, tmp_path: Path) -> None:
    kinds = ["plan", "assignments", "assignments-annex", "survey-form", "contact-notice"]
    papi.generate(tan_hong, out=tmp_path, kinds=kinds)
    school = tan_hong["THTP3"]
    assert school.evidence.contact is not None
    contact = school.evidence.contact.model_copy(update={"hours": "Cả ngày"})
    evidence = school.evidence.model_copy(update={"contact": contact})
    dossiers = (school.model_copy(update={"evidence": evidence}), *tan_hong.dossiers[1:])
    run = papi.generate(tan_hong.model_copy(update={"dossiers": dossiers}), out=tmp_path, kinds=kinds)
    made = {(paper.school, paper.kind) for paper in run.papers if paper.outcome is Outcome.MADE}
    assert made == {("THTP3", "contact-notice")}
