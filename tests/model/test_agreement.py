"""Contradictions in a dossier: each rule with what it says and where, and what is none."""

from datetime import date
from typing import Any

import pytest

from papi_docs import District, Severity
from papi_docs.findings import Place
from papi_docs.model import (
    Dossier,
    Evidence,
    InspectionKind,
    IssuedPaper,
    Semester,
    Tally,
    Target,
    TaskResult,
    TaskState,
    contradictions,
)

PLACE = Place("so.xlsx", "Sheet", "B2")


def with_evidence(dossier: Dossier, **changes: object) -> Dossier:
    return dossier.model_copy(update={"evidence": dossier.evidence.model_copy(update=changes)})


def issued(kind: str, number: int, day: date) -> IssuedPaper:
    return IssuedPaper(kind=kind, number=number, day=day)


def said(dossier: Dossier) -> list[tuple[str, Severity, str, str]]:
    return [(found.code, found.severity, found.where.sheet, found.where.cell) for found in contradictions(dossier)]


def test_the_examples_do_not_contradict_themselves(tan_hong: District, an_phuoc: District) -> None:
    assert [contradictions(dossier) for dossier in (*tan_hong.dossiers, *an_phuoc.dossiers)] == [()] * 7


def test_an_empty_dossier_does_not(thtp3: Dossier) -> None:
    assert contradictions(thtp3.model_copy(update={"evidence": Evidence()})) == ()


@pytest.mark.parametrize(
    ("changes", "code", "severity", "words"),
    [
        ({"task": "NV99"}, "task-not-planned", Severity.FAULT, '"NV99" không có trong kế hoạch'),
        ({"product": "Ảnh chụp"}, "product-differs", Severity.WARNING, 'kế hoạch ghi "Biên bản họp"'),
        ({"day": date(2021, 7, 19)}, "done-before-plan", Severity.WARNING, "trước ngày kế hoạch 20/7/2021"),
        ({"day": date(2022, 6, 1)}, "done-after-year", Severity.WARNING, "sau khi năm học kết thúc (30/5/2022)"),
    ],
)
def test_results(thtp3: Dossier, changes: dict[str, Any], code: str, severity: Severity, words: str) -> None:
    fields: dict[str, Any] = {"task": "NV01", "state": TaskState.DONE, "day": date(2021, 8, 25)}
    cells = dict.fromkeys(("task", "day", "product"), PLACE)
    result = TaskResult.model_validate(fields | {"cells": cells} | changes)

    (finding,) = contradictions(with_evidence(thtp3, results=(result,)))

    assert (finding.code, finding.severity, finding.where) == (code, severity, PLACE)
    assert words in finding.message
    assert finding.schools == ("THTP3",)


def test_the_same_product_in_other_letters_is_the_same(thtp3: Dossier) -> None:
    result = TaskResult(task="NV01", state=TaskState.RUNNING, product="BIÊN BẢN  họp")

    assert contradictions(with_evidence(thtp3, results=(result,))) == ()


def test_a_day_after_the_year_report(thtp3: Dossier) -> None:
    report = issued("year-report", 30, date(2022, 5, 26))

    found = said(thtp3.model_copy(update={"issued": (report,)}))

    assert found == [("done-after-report", Severity.WARNING, "Kết quả nhiệm vụ", "D7")]


@pytest.mark.parametrize(
    ("days", "codes"),
    [
        ([(1, date(2022, 1, 5)), (2, date(2022, 1, 5)), (3, date(2022, 2, 1))], []),
        ([(9, date(2021, 12, 5)), (2, date(2022, 1, 5))], []),
        ([(3, date(2022, 1, 5)), (2, date(2022, 2, 1))], ["numbers-out-of-order"]),
    ],
)
def test_numbers_run_with_the_days(thtp3: Dossier, days: list[tuple[int, date]], codes: list[str]) -> None:
    papers = tuple(issued("inspection-minutes", number, day) for number, day in days)

    assert [finding.code for finding in contradictions(thtp3.model_copy(update={"issued": papers}))] == codes


@pytest.mark.parametrize(
    ("which", "changes", "code", "cell"),
    [
        (1, {"start": date(2022, 1, 15)}, "survey-semester", "C4"),
        (0, {"start": date(2022, 1, 16)}, "survey-semester", "C3"),
        (0, {"given_out": 247}, "more-sheets-than-pupils", "E3"),
        (0, {"answers": {"C77": Tally(yes=1, no=0, unknown=0)}}, "content-not-listed", ""),
    ],
)
def test_surveys(thtp3: Dossier, which: int, changes: dict[str, object], code: str, cell: str) -> None:
    surveys = list(thtp3.evidence.surveys)
    surveys[which] = surveys[which].model_copy(update=changes)

    assert [(found[0], found[3]) for found in said(with_evidence(thtp3, surveys=tuple(surveys)))] == [(code, cell)]


@pytest.mark.parametrize(
    ("changes", "code", "severity", "cell"),
    [
        ({"day": None}, "items-without-inspection", Severity.FAULT, "C3"),
        ({"secretary": "BÙI THỊ THAO"}, "one-person-signs-twice", Severity.WARNING, "H3"),
        ({"kind": InspectionKind.RECHECK}, "recheck-of-nothing", Severity.WARNING, "C3"),
    ],
)
def test_inspections(thtp3: Dossier, changes: dict[str, object], code: str, severity: Severity, cell: str) -> None:
    first, *_ = thtp3.evidence.inspections
    spoilt = with_evidence(thtp3, inspections=(first.model_copy(update=changes),))

    assert [(found[0], found[1], found[3]) for found in said(spoilt)] == [(code, severity, cell)]


def test_an_inspection_held_before_its_day_is_none(thtp3: Dossier) -> None:
    first, *others = thtp3.evidence.inspections
    early = first.model_copy(update={"planned": date(2022, 5, 1)})

    assert contradictions(with_evidence(thtp3, inspections=(early, *others))) == ()


@pytest.mark.parametrize(
    ("school", "cells"),
    [
        ({"phone": "0277.3830.123", "email": "THTP3@example.edu.vn"}, []),
        ({"phone": "+84 277 3830 123"}, []),
        ({"phone": "0277 3830 124"}, ["B3"]),
        ({"phone": "0277 3830 124", "email": "khac@example.edu.vn"}, ["B3", "C3"]),
    ],
)
def test_the_contact_is_the_school_s(thtp3: Dossier, school: dict[str, str], cells: list[str]) -> None:
    other = thtp3.model_copy(update={"school": thtp3.school.model_copy(update=school)})

    assert said(other) == [("contact-differs", Severity.WARNING, "Liên hệ công khai", cell) for cell in cells]


@pytest.mark.parametrize(
    ("target", "code", "severity"),
    [
        (Target(content="C77", share=80), "content-not-listed", Severity.FAULT),
        (Target(content="C1", share=80, previous=81), "target-below-previous", Severity.WARNING),
    ],
)
def test_targets(thtp3: Dossier, target: Target, code: str, severity: Severity) -> None:
    assert [found[:2] for found in said(with_evidence(thtp3, targets=(target,)))] == [(code, severity)]


def test_a_remark_about_nothing_listed(thtp3: Dossier) -> None:
    first, *_ = thtp3.evidence.remarks
    spoilt = with_evidence(thtp3, remarks=(first.model_copy(update={"content": "C77"}),))

    assert said(spoilt) == [("content-not-listed", Severity.FAULT, "Phản ánh", "E3")]


def test_a_late_answer_is_a_fact(thtp3: Dossier) -> None:
    assert any(remark.answered and remark.answered > remark.deadline for remark in thtp3.evidence.remarks)
    assert contradictions(thtp3) == ()


def test_a_report_before_its_request(thtp3: Dossier) -> None:
    report = issued("ad-hoc-report", 9, date(2022, 2, 20))

    found = said(thtp3.model_copy(update={"issued": (report,)}))

    assert found == [("report-before-request", Severity.WARNING, "Báo cáo đột xuất", "D3")]


def test_semesters_of_the_example(thtp3: Dossier) -> None:
    assert [survey.semester for survey in thtp3.evidence.surveys] == list(Semester)
