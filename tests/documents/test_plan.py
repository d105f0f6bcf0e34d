"""The plan of 2021, sentence for sentence, and what changes with the date."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import papi_docs as papi
from papi_docs.documents import Document
from papi_docs.documents.plan import PlanFields
from papi_docs.model import Dossier, LegalBasis, PapiIndex, Plan, PlanLine, Role, Section

ORIGINAL = Path(__file__).parents[1] / "data" / "ke-hoach-2021.txt"

CORRECTIONS = (
    ("III. TỔ CHỨC THỰC HIỆN", "IV. TỔ CHỨC THỰC HIỆN"),
    ("- Lưu VT.", "- Lưu: VT."),
    ("trong lĩnh vực Giáo dục và Đào tạo,\n", "trong lĩnh vực Giáo dục và Đào tạo.\n"),
    ("2021 – 2022", "2021-2022"),
    ("2020 - 2021", "2020-2021"),
    ("2021- 2022", "2021-2022"),
    ("- PGD&ĐT (b/c)", "- PGDĐT (b/c)"),
    ("thân thiện,\n\nphục vụ", "thân thiện, phục vụ"),
    ("Tuyên truyền đội ngũ", "Tuyên truyền tới đội ngũ"),
    ("Ủy ban nhân dân Tỉnh", "Ủy ban nhân dân tỉnh"),
    # One of the words that Annex II.V.1 writes with a capital; the checker found it.
    ("tầng lớp nhân dân", "tầng lớp Nhân dân"),
    # What the plan of 2021 does not say, and so the workbook does not either: room to write it in.
    ("số 13/CT-UBND của Ủy ban nhân dân tỉnh", "số 13/CT-UBND ngày … tháng … năm … của Ủy ban nhân dân tỉnh về …"),
    # The body has to mention its annex (Annex I.III.1).
    ("triển khai thực hiện.\n\n3. Kiểm tra", "triển khai thực hiện (Phụ lục kèm theo).\n\n3. Kiểm tra"),
)


def plain(text: str) -> str:
    """Without layout: runs of blanks and of dots to write on count as one."""
    return " ".join(re.sub("…+", "…", text).split())


def expected_words() -> str:
    text = ORIGINAL.read_text(encoding="utf-8")
    for wrong, right in CORRECTIONS:
        assert wrong in text, wrong
        text = text.replace(wrong, right)
    return plain(text)


def fields_of(document: Document) -> PlanFields:
    assert isinstance(document.fields, PlanFields)
    return document.fields


def test_says_what_the_plan_of_2021_says(thtp3: Dossier, paragraphs: Callable[[bytes], list[str]]) -> None:
    texts = [plain(text) for text in paragraphs(papi.compose("plan", thtp3).to_bytes())]
    body = " ".join(texts[: texts.index("Phụ lục")])
    letterhead, _, rest = body.partition("KẾ HOẠCH ")
    assert letterhead == (
        "PHÒNG GDĐT HUYỆN TÂN HỒNG TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM "
        "Độc lập - Tự do - Hạnh phúc Số: /KH-THTP3 Tân Hồng, ngày tháng 7 năm 2021 "
    )
    expected = expected_words()
    assert f"KẾ HOẠCH {rest}" == expected[expected.index("KẾ HOẠCH ") :]


def test_a_draft_has_room_for_number_and_day(thtp3: Dossier) -> None:
    letterhead = fields_of(papi.compose("plan", thtp3)).letterhead
    assert letterhead.number == "Số:       /KH-THTP3"
    assert letterhead.place_and_date == "Tân Hồng, ngày      tháng 7 năm 2021"


@pytest.mark.parametrize(
    ("on", "number", "number_line", "place_and_date"),
    [
        (date(2021, 7, 20), 5, "Số: 05/KH-THTP3", "Tân Hồng, ngày 20 tháng 7 năm 2021"),
        (date(2022, 1, 5), 12, "Số: 12/KH-THTP3", "Tân Hồng, ngày 05 tháng 01 năm 2022"),
        (date(2025, 6, 30), 120, "Số: 120/KH-THTP3", "Tân Hồng, ngày 30 tháng 6 năm 2025"),
        (date(2025, 7, 1), 1, "Số: 01/KH-THTP3", "An Phước, ngày 01 tháng 7 năm 2025"),
    ],
)
def test_issued(thtp3: Dossier, on: date, number: int, number_line: str, place_and_date: str) -> None:
    fields = fields_of(papi.compose("plan", thtp3, on=on, number=number))
    assert fields.letterhead.number == number_line
    assert fields.letterhead.place_and_date == place_and_date
    assert fields.annex is not None
    assert fields.annex.reference == (
        f"(Kèm theo Kế hoạch {number_line.replace('Số:', 'số')} {place_and_date.partition(', ')[2]} "
        "của Trường Tiểu học Tân Phước 3)"
    )


def test_the_same_dossier_in_2026_is_under_the_commune(thtp3: Dossier) -> None:
    fields = fields_of(papi.compose("plan", thtp3, on=date(2026, 9, 10)))
    assert fields.letterhead.superior == ("UBND XÃ AN PHƯỚC",)
    assert fields.letterhead.place_and_date.startswith("An Phước, ")
    assert fields.recipients == ("- UBND xã An Phước (b/c);", "- CBCC, VC (t/h);", "- Lưu: VT.")
    assert fields.committee == "UBND xã An Phước"
    assert fields.index.scope == "tỉnh"
    assert fields.superior == "UBND xã An Phước"


def test_rows_of_the_annex(thtp3: Dossier) -> None:
    annex = fields_of(papi.compose("plan", thtp3)).annex
    assert annex is not None
    assert [row.order for row in annex.rows] == [str(at) for at in range(1, 16)]
    first, second = annex.rows[:2]
    assert (first.deadline, first.lead, first.helpers) == ("Tháng 8/2021", "Bùi Thị Thao", "Trần Thị B")
    assert (second.deadline, second.lead, second.helpers) == ("Trước ngày 15/9/2021", "Phạm Thị D", "")
    assert annex.rows[13].deadline == "15/01/2022"
    assert annex.notes[0].startswith("Mã nội dung PAPI ở cột Ghi chú: C1 - Lớp học kiên cố; C2 - ")


def test_without_tasks_there_is_no_annex(thtp3: Dossier, paragraphs: Callable[[bytes], list[str]]) -> None:
    bare = thtp3.model_copy(update={"plan": Plan(index=PapiIndex(result_year=2020))})
    texts = paragraphs(papi.compose("plan", bare).to_bytes())
    assert not any("Phụ lục" in text for text in texts)
    assert texts[-1] == "Bùi Thị Thao"


def test_the_plan_above_is_found_behind_a_decree(thtp3: Dossier) -> None:
    decree = LegalBasis(document_type="Nghị định", number="1/NĐ-CP", day=date(2020, 1, 1), issuer="Chính phủ")
    fields = fields_of(papi.compose("plan", thtp3.model_copy(update={"bases": (decree, *thtp3.bases)})))
    assert fields.superior == "Phòng GDĐT"


def test_own_lines_are_paragraphs(thtp3: Dossier) -> None:
    lines = (PlanLine(section=Section.SOLUTIONS, text="- Một\n- Hai"),)
    plan = thtp3.plan.model_copy(update={"lines": lines})
    fields = fields_of(papi.compose("plan", thtp3.model_copy(update={"plan": plan})))
    assert fields.own.solutions == ("Một", "Hai")


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2021, 7, 20), []),
        (date(2021, 7, 1), ["sau ngày văn bản 01/7/2021"]),
        (date(2030, 9, 10), ["ngoài năm học 2021-2022", 'nhắc "huyện"']),
    ],
)
def test_doubtful_days_are_said(thtp3: Dossier, on: date, words: list[str]) -> None:
    messages = [finding.message for finding in papi.compose("plan", thtp3, on=on).findings]
    assert len(messages) == len(words)
    assert all(word in message for word, message in zip(words, messages, strict=True))


def test_without_a_directive_the_sentence_stays_whole(thtp3: Dossier, paragraphs: Callable[[bytes], list[str]]) -> None:
    bare = thtp3.model_copy(update={"bases": thtp3.bases_of(Role.BASIS)})
    texts = paragraphs(papi.compose("plan", bare).to_bytes())
    assert any(text.startswith("- Triển khai thực hiện nghiêm túc Kế hoạch của Phòng GDĐT") for text in texts)


def test_bases_end_with_semicolons_and_a_full_stop(thtp3: Dossier) -> None:
    law = LegalBasis(document_type="Luật Giáo dục", day=date(2019, 6, 14))
    fields = fields_of(papi.compose("plan", thtp3.model_copy(update={"bases": (law, *thtp3.bases)})))
    assert fields.bases[0] == "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;"
    assert fields.bases[1].startswith("Căn cứ Kế hoạch số 861/KH-PGD&ĐT ngày 16 tháng 7 năm 2021 của ")
    assert fields.bases[1].endswith(".")


HOSTILE = (
    "{{ 7*7 }}",
    "{% raw %}",
    "<w:p/>",
    "Thu & chi <c> \"x\" 'y'",
    "🏫 trường 👩‍🏫",
    "chữ " * 1250,
    "{_{ x }_}",
    "{# ẩn #}",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_data_comes_out_as_itself(thtp3: Dossier, paragraphs: Callable[[bytes], list[str]], text: str) -> None:
    text = text.strip()
    assignment = thtp3.plan.assignments[0]
    task = assignment.task.model_copy(update={"content": text, "product": text, "note": text})
    plan = thtp3.plan.model_copy(update={"assignments": (assignment.model_copy(update={"task": task}),)})
    texts = paragraphs(papi.compose("plan", thtp3.model_copy(update={"plan": plan})).to_bytes())
    assert texts.count(text) == 3


def test_same_input_same_bytes(thtp3: Dossier) -> None:
    assert papi.compose("plan", thtp3).to_bytes() == papi.compose("plan", thtp3).to_bytes()


def test_an_unknown_superior_is_a_fault_with_the_way_out(thtp3: Dossier) -> None:
    school = thtp3.school.model_copy(update={"district": None})
    with pytest.raises(papi.ComposeError, match="ghi huyện ở sheet Cài đặt"):
        papi.compose("plan", thtp3.model_copy(update={"school": school}), on=date(2021, 7, 20))


def test_misuse(thtp3: Dossier) -> None:
    with pytest.raises(papi.UsageError, match="chọn trong plan"):
        papi.compose("ke-hoach", thtp3)
    with pytest.raises(papi.UsageError, match="bắt đầu từ 1"):
        papi.compose("plan", thtp3, on=date(2021, 7, 20), number=0)
