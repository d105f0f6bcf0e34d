"""Every kind of paper that this library makes is right by its own checker."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import papi_docs as papi
from papi_docs.checker import check
from papi_docs.checker.rules import RULES
from papi_docs.findings import Severity
from papi_docs.model import District

KNOWN = {
    "room-in-issued-paper": "the example leaves cells blank on purpose; the paper prints room to write in",
}
"""Codes of what is said rightly of our papers and can be borne, each with the reason."""


def papers(district: District, kind: str, number: int | None) -> Iterator[papi.Document]:
    """That kind for each school, drafts without a ``number``."""
    for dossier in district.dossiers:
        for item in papi.KINDS[kind].items(dossier):
            yield papi.compose(kind, dossier, item=item, number=number)


@pytest.mark.parametrize("number", [None, 5, 12], ids=["draft", "issued", "issued later"])
@pytest.mark.parametrize("workbook", ["tan_hong", "an_phuoc"])
@pytest.mark.parametrize("kind", papi.KINDS)
def test_our_paper_is_right(
    kind: str, workbook: str, number: int | None, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    wrong = []
    for at, paper in enumerate(papers(request.getfixturevalue(workbook), kind, number)):
        report = check(paper.save(tmp_path / f"{at}.docx"))
        wrong += [
            (seen.code, seen.spot.quote, seen.found, seen.wanted)
            for seen in report.observations
            if seen.severity is not Severity.ADVICE and seen.code not in KNOWN
        ]
    assert wrong == []


def test_every_known_exception_says_why() -> None:
    assert all(KNOWN.values())
    assert KNOWN.keys() <= RULES.keys()
