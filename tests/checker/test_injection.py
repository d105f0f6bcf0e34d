"""One fault put into a right paper: that is found, at its place, and nothing else."""

from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from papi_docs.checker import Report, check
from papi_docs.checker.rules import RULES
from tests.checker.injection import Injection
from tests.checker.injections import INJECTIONS, MISSED, UNREACHED
from tests.checker.papers import PAPERS


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    """What is said of each right paper."""
    folder = tmp_path_factory.mktemp("right")
    for name, build in PAPERS.items():
        build().save(str(folder / f"{name}.docx"))
    return {name: check(folder / f"{name}.docx") for name in PAPERS}


def said(report: Report) -> set[str]:
    return {seen.code for seen in report.observations}


def marked(injection: Injection) -> ParameterSet:
    """A row as a parameter; one that is known to be missed must fail, so that nobody forgets to say it is mended."""
    why = MISSED.get(injection.name)
    marks = [pytest.mark.xfail(reason=why, strict=True)] if why else []
    return pytest.param(injection, id=injection.name, marks=marks)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_right_paper_has_nothing_wrong(paper: str, right: dict[str, Report]) -> None:
    assert [(seen.code, seen.spot.quote, seen.found) for seen in right[paper].observations] == []


@pytest.mark.parametrize("injection", [marked(injection) for injection in INJECTIONS])
def test_the_fault_is_found_and_no_other(injection: Injection, tmp_path: Path) -> None:
    report = check(spoiled(injection, tmp_path))
    assert said(report) - injection.also == {injection.code}
    spots = [spot for seen in report.observations for spot in (seen.spot, *seen.others) if seen.code == injection.code]
    assert not injection.at or any(spot.paragraph and injection.at in spot.paragraph.text for spot in spots)


def spoiled(injection: Injection, folder: Path) -> Path:
    document = PAPERS[injection.paper]()
    injection.edit(document)
    path = folder / "spoiled.docx"
    document.save(str(path))
    return path


def test_every_rule_has_a_fault_that_it_finds() -> None:
    aimed_at = {injection.code for injection in INJECTIONS}
    assert RULES.keys() - aimed_at == UNREACHED.keys()
    assert aimed_at <= RULES.keys()
    assert all(UNREACHED.values())


def test_each_fault_is_another() -> None:
    names = [injection.name for injection in INJECTIONS]
    assert len(names) == len(set(names)) > 60
    assert MISSED.keys() <= set(names)
