"""Papers for parents: the summary stays one page, questions and answers inform and never coach."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import papi_docs as papi
from papi_docs.documents.public import QuestionsFields
from papi_docs.documents.summary import SummaryFields
from papi_docs.model import (
    Assignment,
    Contact,
    Dossier,
    Evidence,
    PlanLine,
    Section,
    Semester,
    Survey,
    Tally,
    TaskResult,
    TaskState,
)

Paragraphs = Callable[[bytes], list[str]]
Pages = Callable[[list[Path]], dict[str, list[str]]]
LONG = "Việc rất dài mà nhà trường phải làm cho học sinh và cha mẹ học sinh trong năm học này. " * 50
CONTACT = Contact(
    phone="0277 3830 123",
    email="th@tanhong.edu.vn",
    hours="7 giờ 00 đến 11 giờ 00",
    answerer="Văn thư",
    reply_days=5,
    posted=date(2021, 9, 6),
)


@pytest.fixture
def empty(thtp3: Dossier) -> Dossier:
    return thtp3.model_copy(update={"evidence": Evidence()})


@pytest.fixture
def full(thtp3: Dossier) -> Dossier:
    tally = Tally(yes=170, no=8, unknown=4)
    held = Survey(
        semester=Semester.FIRST,
        start=date(2021, 12, 1),
        end=date(2021, 12, 6),
        given_out=210,
        returned=182,
        answers={content.code: tally for content in thtp3.contents},
    )
    done = tuple(
        TaskResult(task=row.task.code, state=TaskState.DONE, day=date(2021, 12, 1))
        for row in thtp3.plan.assignments[:12]
    )
    return thtp3.model_copy(update={"evidence": Evidence(surveys=(held,), contact=CONTACT, results=done)})


def with_plan(dossier: Dossier, assignments: tuple[Assignment, ...], lines: tuple[PlanLine, ...] = ()) -> Dossier:
    plan = dossier.plan.model_copy(update={"assignments": assignments, "lines": lines})
    return dossier.model_copy(update={"plan": plan})


def long_tasks(dossier: Dossier, number: int) -> tuple[Assignment, ...]:
    first = dossier.plan.assignments[0]
    codes = [content.code for content in dossier.contents]
    return tuple(
        first.model_copy(
            update={
                "task": first.task.model_copy(update={"code": f"N{at}", "content": LONG, "contents": (codes[at % 9],)})
            }
        )
        for at in range(number)
    )


def summary(dossier: Dossier) -> SummaryFields:
    fields = papi.compose("public-summary", dossier).fields
    assert isinstance(fields, SummaryFields)
    return fields


def questions(dossier: Dossier) -> QuestionsFields:
    fields = papi.compose("questions-answers", dossier).fields
    assert isinstance(fields, QuestionsFields)
    return fields


def test_each_content_has_the_tasks_with_its_code(empty: Dossier) -> None:
    fields = summary(empty)
    assert [row.content for row in fields.rows] == [content.wording for content in empty.contents]
    assert fields.rows[8].work == (
        "Công khai số điện thoại bàn, địa chỉ email và bảng tóm tắt kế hoạch tại trường; "
        "Công khai các khoản thu, chi với cha mẹ học sinh"
    )
    assert fields.rows[8].person == "Phạm Thị D; Lê Văn C"
    assert fields.general == "Ngoài các việc trên, Kế hoạch của trường còn 05 việc chung cho các nội dung."
    assert fields.shortened is None


def test_a_content_without_a_task_says_so(empty: Dossier) -> None:
    fields = summary(with_plan(empty, ()))
    assert {row.work for row in fields.rows} == {"Chưa giao nhiệm vụ riêng"}
    assert fields.general is None


def test_contact_has_room_where_it_is_not_known(empty: Dossier, full: Dossier) -> None:
    assert "Điện thoại: ……" in summary(empty).contact
    assert summary(full).contact == (
        "Điện thoại: 0277 3830 123; e-mail: th@tanhong.edu.vn; thời gian: 7 giờ 00 đến 11 giờ 00."
    )


def test_survey_is_drawn_where_the_page_has_room(full: Dossier) -> None:
    few = with_plan(full, full.plan.assignments[3:5])
    assert summary(few).chart is not None
    assert summary(with_plan(full, long_tasks(full, 40))).chart is None
    assert "thu về 182/210 phiếu (86,7%)" in (summary(few).survey or "")


def test_what_is_cut_is_said_to_be(full: Dossier) -> None:
    fields = summary(with_plan(full, long_tasks(full, 40)))
    assert fields.fine
    assert fields.shortened is not None
    assert all(row.work.endswith("…") for row in fields.rows)


@pytest.mark.office
def test_summary_is_one_page(empty: Dossier, full: Dossier, tmp_path: Path, pdf_text: Pages) -> None:
    goals = tuple(PlanLine(section=Section.PURPOSE, text=LONG) for _ in range(6))
    cases = {
        "empty": empty,
        "full": full,
        "few": with_plan(full, full.plan.assignments[3:5]),
        "long": with_plan(full, long_tasks(full, 40), goals),
        "triple": with_plan(full, full.plan.assignments * 3),
    }
    files = [papi.compose("public-summary", case).save(tmp_path / f"{name}.docx") for name, case in cases.items()]
    assert {name: len(pages) for name, pages in pdf_text(files).items()} == dict.fromkeys(cases, 1)


def test_what_was_done_is_counted(full: Dossier) -> None:
    fields = questions(full)
    assert fields.done[0].startswith("Hoàn thành 12/15 nhiệm vụ trong Kế hoạch: “Quán triệt")
    assert fields.done[0].endswith("và 04 nhiệm vụ khác;")
    assert fields.done[1:] == (
        "Khảo sát ý kiến cha mẹ học sinh học kỳ I, thu về 182/210 phiếu phát ra;",
        "Công khai số điện thoại, địa chỉ e-mail của trường từ ngày 06/9/2021.",
    )


def test_nothing_done_is_said(empty: Dossier, paragraphs: Paragraphs) -> None:
    assert questions(empty).done == ()
    texts = paragraphs(papi.compose("questions-answers", empty).to_bytes())
    assert any("chưa ghi nhận việc nào đã hoàn thành" in text for text in texts)


def test_nobody_is_told_what_to_answer_and_no_school_is_scored(full: Dossier, paragraphs: Paragraphs) -> None:
    text = " ".join(paragraphs(papi.compose("questions-answers", full).to_bytes()))
    assert "không chấm điểm, không xếp hạng từng trường học" in text
    assert not [phrase for phrase in ("hãy trả lời “Có”", "nên trả lời", "điểm PAPI của trường") if phrase in text]
    assert all(content.wording in text for content in full.contents)
