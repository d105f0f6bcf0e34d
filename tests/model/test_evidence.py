"""Records of what a school did: what cannot be, and what they answer."""

import pickle
from datetime import date

import pytest
from pydantic import ValidationError

from papi_docs.findings import Place
from papi_docs.model import (
    Cells,
    Evidence,
    Inspection,
    InspectionItem,
    InspectionKind,
    Remark,
    Remedy,
    Semester,
    Survey,
    Tally,
    Target,
    TaskResult,
    TaskState,
    Topic,
    Words,
)

DAY = date(2021, 12, 10)


def inspection(**changes: object) -> Inspection:
    fields = {
        "code": "KT01",
        "kind": InspectionKind.REGULAR,
        "planned": DAY,
        "content": "A",
        "target": "B",
        "lead": "C",
        "secretary": "D",
        "day": DAY,
    }
    return Inspection.model_validate(fields | changes)


def remedy(deadline: date, recheck_day: date | None = None) -> Remedy:
    return Remedy(requirement="Sửa", deadline=deadline, responsible="E", recheck_day=recheck_day)


def survey(**changes: object) -> Survey:
    fields = {"semester": Semester.FIRST, "start": DAY, "end": DAY, "given_out": 10, "returned": 5}
    return Survey.model_validate(fields | changes)


@pytest.mark.parametrize(
    ("state", "day", "words"),
    [(TaskState.DONE, None, "phải có ngày"), (TaskState.RUNNING, DAY, "tình trạng là Hoàn thành")],
)
def test_a_day_goes_with_done(state: TaskState, day: date | None, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        TaskResult(task="NV01", state=state, day=day)


def test_a_limit_has_a_remedy() -> None:
    with pytest.raises(ValidationError, match="hạn chế phải có"):
        InspectionItem(subject="A", limit="B")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (remedy(date(2021, 12, 9)), "thời hạn khắc phục trước"),
        (remedy(date(2021, 12, 20), date(2021, 12, 9)), "ngày phúc tra trước"),
    ],
)
def test_remedies_follow_the_inspection(wrong: Remedy, words: str) -> None:
    items = (InspectionItem(subject="A", limit="B", remedy=wrong),)
    with pytest.raises(ValidationError, match=words):
        inspection(items=items)
    assert not inspection(items=items, day=None).held


def test_remedies_of_an_inspection() -> None:
    item = InspectionItem(subject="A", limit="B", remedy=remedy(DAY))
    assert inspection(items=(InspectionItem(subject="C"), item)).remedies == ((item, item.remedy),)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"returned": 11}, "thu về 11 phiếu, nhiều hơn 10"),
        ({"answers": {"C1": {"yes": 3, "no": 2, "unknown": 1}}}, "C1 có 6 trả lời, nhiều hơn 5"),
        ({"ratings": {"Tốt": 6}}, "đánh giá chung có 6 trả lời"),
        ({"returned": -1}, "returned"),
    ],
)
def test_counts_that_cannot_be(changes: dict[str, object], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        survey(**changes)


def test_an_answer_s_denominator() -> None:
    assert Tally(yes=3, no=2, unknown=1).total == 6


@pytest.mark.parametrize("changes", [{"deadline": date(2021, 12, 9)}, {"answered": date(2021, 12, 9)}])
def test_a_remark_is_answered_after_it_came(changes: dict[str, object]) -> None:
    fields = {"day": DAY, "channel": "A", "text": "B", "handler": "C", "deadline": DAY}
    assert Remark.model_validate(fields | {"answered": date(2022, 1, 1)}).identity.name == ""
    with pytest.raises(ValidationError, match="không thể trước ngày nhận"):
        Remark.model_validate(fields | changes)


@pytest.mark.parametrize("share", [-1, 101])
def test_a_share_is_one(share: int) -> None:
    with pytest.raises(ValidationError):
        Target(content="C1", share=share)


def test_what_evidence_answers() -> None:
    place = Place("so.xlsx", "Khảo sát", "F3")
    held = survey(cells={"returned": place})
    words = Words(semester=Semester.SECOND, topic=Topic.MERITS, text="Tốt.")
    evidence = Evidence(surveys=(held,), words=(words,))

    assert evidence.survey(Semester.FIRST) is held
    assert evidence.survey(Semester.SECOND) is None
    assert evidence.words_of(Semester.SECOND, Topic.MERITS) == ("Tốt.",)
    assert evidence.words_of(Semester.FIRST, Topic.MERITS) == ()
    assert held.cell("returned") == (place,)
    assert held.cell("given_out") == ()


def test_the_cells_of_a_row_are_places_once_they_are_asked_for() -> None:
    columns = {"yes": Place("so.xlsx", "Trả lời", "D"), "no": Place("so.xlsx", "Trả lời", "E")}
    read = Tally(yes=3, no=2, unknown=1, cells=Cells(columns, 17))
    typed = Tally(
        yes=3, no=2, unknown=1, cells={key: Place("so.xlsx", "Trả lời", f"{at.cell}17") for key, at in columns.items()}
    )

    assert read == typed
    assert typed == read
    assert read.cells == pickle.loads(pickle.dumps(read)).cells  # noqa: S301 - our own
    assert str(read.cells) == str(typed.cells)
    assert read.cell("no") == (Place("so.xlsx", "Trả lời", "E17"),)
    assert read.cell("unknown") == ()
    assert "cells" not in read.model_dump()


def test_cells_are_places() -> None:
    with pytest.raises(ValidationError, match="cells"):
        Tally.model_validate({"yes": 3, "no": 2, "unknown": 1, "cells": {"yes": 17}})
    assert Tally.model_json_schema()["properties"]["cells"]["type"] == "object"
