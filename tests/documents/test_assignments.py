"""The decision on who does what, and the same table as an annex of the plan."""

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from lxml import etree

import papi_docs as papi
from papi_docs.documents.assignments import AnnexFields, DecisionFields
from papi_docs.model import Assignment, Dossier, IssuedPaper, LegalBasis, PapiIndex, Plan, Signer
from papi_docs.vietnamese import name_key

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Paragraphs = Callable[[bytes], list[str]]


def decision(dossier: Dossier, on: date = date(2021, 9, 6), number: int | None = 7) -> DecisionFields:
    fields = papi.compose("assignments", dossier, on=on, number=number).fields
    assert isinstance(fields, DecisionFields)
    return fields


def annex(dossier: Dossier, number: int | None = None) -> AnnexFields:
    fields = papi.compose("assignments-annex", dossier, on=date(2021, 9, 6), number=number).fields
    assert isinstance(fields, AnnexFields)
    return fields


def without_tasks(dossier: Dossier) -> Dossier:
    return dossier.model_copy(update={"plan": Plan(index=PapiIndex(result_year=2020))})


def issued(dossier: Dossier) -> Dossier:
    return dossier.model_copy(update={"issued": (IssuedPaper(kind="plan", number=5, day=date(2021, 7, 20)),)})


def test_says_what_a_decision_says(thtp3: Dossier, paragraphs: Paragraphs) -> None:
    texts = paragraphs(papi.compose("assignments", thtp3, on=date(2021, 9, 6), number=7).to_bytes())
    for text in (
        "QUYẾT ĐỊNH",
        "Số: 07/QĐ-THTP3",
        "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3",
        "QUYẾT ĐỊNH:",
        "(Kèm theo Quyết định số 07/QĐ-THTP3 ngày 06 tháng 9 năm 2021 của Hiệu trưởng Trường Tiểu học Tân Phước 3)",
        "- Như Điều 3;",
    ):
        assert text in texts
    articles = [text for text in texts if text.startswith("Điều ")]
    assert [text[:7] for text in articles] == ["Điều 1.", "Điều 2.", "Điều 3."]
    assert articles[0].startswith("Điều 1. Phân công 15 nhiệm vụ cho 05 người chủ trì thực hiện Kế hoạch")
    assert articles[2].endswith("./.")


def test_figures_are_noted(thtp3: Dossier) -> None:
    figures = papi.compose("assignments", thtp3).sources()
    assert [(figure.label, figure.text) for figure in figures] == [
        ("Số nhiệm vụ được phân công", "15"),
        ("Số người chủ trì", "05"),
    ]


def test_every_task_once_by_rank_then_given_name(thtp3: Dossier) -> None:
    rows = decision(thtp3).table.rows
    assert len(rows) == len(thtp3.plan.assignments)
    first = [row for row in rows if row.first]
    assert [row.order for row in first] == [str(at) for at in range(1, len(first) + 1)]
    assert [row.position for row in first[:2]] == ["Hiệu trưởng", "Phó Hiệu trưởng"]
    others = [row.name for row in first[2:]]
    assert others == sorted(others, key=name_key)
    assert all(row.name == row.position == row.order == "" for row in rows if not row.first)


def test_a_person_is_one_cell_down_the_table(thtp3: Dossier) -> None:
    data = papi.compose("assignments", thtp3).to_bytes()
    tree = etree.fromstring(zipfile.ZipFile(BytesIO(data)).read("word/document.xml"))
    merges = [node.get(f"{W}val", "continue") for node in tree.iter(f"{W}vMerge")]
    rows = decision(thtp3).table.rows
    people = sum(row.first for row in rows)
    assert (merges.count("restart"), merges.count("continue")) == (3 * people, 3 * (len(rows) - people))


def test_contents_stand_with_the_task_and_are_explained(thtp3: Dossier) -> None:
    table = decision(thtp3).table
    assert any(row.task.endswith("(C4, C5)") for row in table.rows)
    assert "C1: Lớp học kiên cố; C2: " in table.notes[0]


@pytest.mark.parametrize(
    ("name", "on", "basis"),
    [
        ("Trường Tiểu học A", date(2021, 9, 6), "Căn cứ Thông tư số 28/2020/TT-BGDĐT ngày 04 tháng 9 năm 2020 của Bộ"),
        ("Trường Tiểu học A", date(2020, 9, 6), "Căn cứ Thông tư số ……"),
        ("Trường Tiểu học A", date(2026, 9, 6), "Căn cứ Thông tư số ……"),
        ("Trường Tiểu học và Trung học cơ sở A", date(2021, 9, 6), "Căn cứ Thông tư số ……"),
    ],
)
def test_the_power_to_decide_comes_first(thtp3: Dossier, name: str, on: date, basis: str) -> None:
    school = thtp3.school.model_copy(update={"name": name})
    assert decision(thtp3.model_copy(update={"school": school}), on).bases[0].startswith(basis)


def test_a_charter_in_the_workbook_wins(thtp3: Dossier) -> None:
    charter = LegalBasis(document_type="Thông tư", number="1/TT", subject="ban hành Điều lệ trường phổ thông")
    bases = decision(thtp3.model_copy(update={"bases": (charter, *thtp3.bases)})).bases
    assert sum("Điều lệ" in basis for basis in bases) == 1
    assert bases[0].startswith("Căn cứ Thông tư số 1/TT ")


def test_the_plan_is_cited_with_its_number_once_it_has_one(thtp3: Dossier) -> None:
    assert decision(thtp3).bases[-1].startswith("Căn cứ Kế hoạch số ……/KH-THTP3 ngày ……")
    last = decision(issued(thtp3)).bases[-1]
    assert last.startswith(
        "Căn cứ Kế hoạch số 05/KH-THTP3 ngày 20 tháng 7 năm 2021 của Trường Tiểu học Tân Phước 3 về "
    )
    assert last.endswith("năm học 2021-2022.")


def test_recipients_are_those_of_article_3(thtp3: Dossier) -> None:
    assert decision(thtp3).recipients == ("- Như Điều 3;", "- PGDĐT (b/c);", "- Lưu: VT.")
    assert decision(thtp3, date(2026, 9, 10)).recipients[1] == "- UBND xã An Phước (b/c);"


def test_a_deputy_signs_but_the_head_decides(thtp3: Dossier) -> None:
    deputy = next(person for person in thtp3.staff if person.is_deputy)
    fields = decision(thtp3.model_copy(update={"signer": Signer.usual(deputy)}))
    assert fields.authority == "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3"
    assert fields.signature.lines[0] == "KT. HIỆU TRƯỞNG"


@pytest.mark.parametrize("kind", ["assignments", "assignments-annex"])
def test_without_tasks_there_is_room_to_write(thtp3: Dossier, paragraphs: Paragraphs, kind: str) -> None:
    texts = paragraphs(papi.compose(kind, without_tasks(thtp3)).to_bytes())
    assert "10" in texts
    assert not any("0 nhiệm vụ" in text or "None" in text for text in texts)


def test_the_annex_goes_with_the_plan(thtp3: Dossier) -> None:
    plain = "(Kèm theo Kế hoạch số {} của Trường Tiểu học Tân Phước 3)".format
    assert annex(thtp3).table.reference == plain("      /KH-THTP3 ngày      tháng 9 năm 2021")
    assert annex(thtp3, 9).table.reference == plain("09/KH-THTP3 ngày 06 tháng 9 năm 2021")
    assert annex(issued(thtp3)).table.reference == plain("05/KH-THTP3 ngày 20 tháng 7 năm 2021")
    assert annex(thtp3).table.rows == decision(thtp3).table.rows


def test_forty_tasks_and_a_very_long_one(thtp3: Dossier) -> None:
    first = thtp3.plan.assignments[0]
    task = first.task.model_copy(update={"content": "chữ " * 1250})
    many = tuple(Assignment(task=task, lead=first.lead) for _ in range(40))
    dossier = thtp3.model_copy(update={"plan": thtp3.plan.model_copy(update={"assignments": many})})
    assert len(decision(dossier).table.rows) == 40
    assert papi.compose("assignments", dossier).to_bytes()
