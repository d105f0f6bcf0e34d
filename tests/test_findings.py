"""Findings are values that print where to go and what to do."""

import pickle

import pytest

from papi_docs.findings import Finding, Place, Severity, faults


def test_a_cell_of_a_column() -> None:
    assert Place("so.xlsx", "Nhiệm vụ", "D").in_row(17) == Place("so.xlsx", "Nhiệm vụ", "D17")


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place(), ""),
        (Place("so.xlsx", "Nhiệm vụ", "D17"), 'so.xlsx, sheet "Nhiệm vụ", ô D17'),
        (Place("mau.docx", paragraph="{{ a }}"), 'mau.docx, đoạn "{{ a }}"'),
        (Place(cell="A1"), "ô A1"),
    ],
)
def test_place(place: Place, text: str) -> None:
    assert str(place) == text


@pytest.mark.parametrize(
    ("severity", "where", "text"),
    [
        (Severity.FAULT, Place(), "sai"),
        (Severity.FAULT, Place(cell="A1"), "ô A1: sai"),
        (Severity.WARNING, Place(), "[cảnh báo] sai"),
        (Severity.ADVICE, Place(cell="A1"), "[gợi ý] ô A1: sai"),
    ],
)
def test_finding(severity: Severity, where: Place, text: str) -> None:
    assert str(Finding("code", severity, "sai", where)) == text


def test_findings_are_values() -> None:
    finding = Finding("code", Severity.FAULT, "sai", Place("a"), ("THTP3",))
    assert {finding, pickle.loads(pickle.dumps(finding))} == {finding}  # noqa: S301 - our own bytes


def test_faults_in_their_order() -> None:
    one, two, three = (Finding(str(at), each, "x") for at, each in enumerate(Severity))
    assert faults([three, one, two, one]) == (one, one)
