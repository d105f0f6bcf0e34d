"""Reports against figures worked out by hand, sentence by sentence, and what holds for any evidence."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import papi_docs as papi
from papi_docs.documents import Document
from papi_docs.documents.ad_hoc_reports import AdHocReportFields
from papi_docs.documents.reports import KINDS, Findings, SemesterReportFields, YearReportFields
from papi_docs.findings import Place
from papi_docs.model import (
    AdHocRequest,
    Assignment,
    Contact,
    Content,
    Dossier,
    Evidence,
    FixedDay,
    Inspection,
    InspectionItem,
    InspectionKind,
    LegalBasis,
    PapiIndex,
    Plan,
    Rating,
    Remark,
    Remedy,
    Semester,
    Standing,
    Survey,
    Tally,
    Target,
    Task,
    TaskResult,
    TaskState,
    Topic,
    Words,
)

KEYS = [kind.key for kind in KINDS]
SIGNED = [key for key in KEYS if not key.endswith("-fragment")]
CONTENTS = (
    Content(code="C1", wording="Lớp học kiên cố"),
    Content(code="C2", wording="Nhà vệ sinh sạch sẽ"),
    Content(code="C3", wording="Nước sạch để uống"),
)


def at(sheet: str, row: int, **columns: str) -> dict[str, Place]:
    return {name: Place(sheet=sheet, cell=f"{column}{row}") for name, column in columns.items()}


def result(number: int, day: date | None, cause: str = "") -> TaskResult:
    return TaskResult(
        task=f"V{number}",
        state=TaskState.DONE if day else TaskState.RUNNING,
        day=day,
        evidence=f"Biên bản {number}",
        cause=cause,
        cells=at("Kết quả", number, state="C", day="D"),
    )


def plan_of(dossier: Dossier) -> Plan:
    """Fifteen tasks: V1 to V12 due on the last day of a month, V13 to V15 standing."""
    days = [date(2021, 8, 31), date(2021, 9, 30), date(2021, 10, 31), date(2021, 11, 30)] * 2 + [date(2022, 4, 30)] * 4
    deadlines = [*(FixedDay(day=day) for day in days), *(Standing(words="Thường xuyên") for _ in range(3))]
    return Plan(
        index=PapiIndex(result_year=2020),
        assignments=tuple(
            Assignment(
                task=Task(code=f"V{number}", content=f"Việc {number}", deadline=deadline, contents=("C1",)),
                lead=dossier.staff[number % 2],
            )
            for number, deadline in enumerate(deadlines, start=1)
        ),
    )


RATINGS = {Rating.GOOD: 100, Rating.VERY_GOOD: 60}


def survey(
    semester: Semester, given_out: int, returned: int, yes: tuple[int, int], ratings: dict[Rating, int] = RATINGS
) -> Survey:
    start = date(2021, 12, 20) if semester is Semester.FIRST else date(2022, 5, 10)
    row = 2 if semester is Semester.FIRST else 3
    return Survey(
        semester=semester,
        start=start,
        end=start + timedelta(days=5),
        given_out=given_out,
        returned=returned,
        answers={
            code: Tally(
                yes=count, no=returned - count, unknown=0, cells=at("Trả lời", row * 10 + order, yes="D", no="E")
            )
            for order, (code, count) in enumerate(zip(("C1", "C2"), yes, strict=True))
        },
        ratings=ratings,
        remarks=("Cần thêm vòi nước",),
        cells=at("Khảo sát", row, given_out="C", returned="D") | {Rating.GOOD.value: Place(cell=f"G{row}")},
    )


# Semester I: V1 to V4 in time, V5 to V7 late (a day after), V8 due and open; the rest is not due.
# The year: V9 to V12 and V13 in time as well, V14 and V15 open: 9 in time + 3 late = 12 of 15, 3 due and open.
RESULTS = (
    *(result(number, date(2021, 8, 20)) for number in range(1, 5)),
    *(result(number, date(2021, month, 1), "Chờ kinh phí") for number, month in ((5, 9), (6, 10), (7, 11))),
    result(8, None, "Thiếu người"),
    *(result(number, date(2022, 3, 15)) for number in range(9, 14)),
)
REMARKS = tuple(
    Remark(
        day=date(2021, 10, number),
        channel="Hộp thư",
        text="Nước uống",
        handler="Võ Văn E",
        deadline=date(2021, 10, 20),
        answered=answered,
        published=number < 3,
        cells=at("Phản ánh", number, day="B", deadline="F", answered="H", published="I"),
    )
    for number, answered in enumerate(
        [date(2021, 10, 10), date(2021, 10, 20), date(2021, 10, 21), date(2022, 2, 1)], start=1
    )
)
INSPECTIONS = (
    Inspection(
        code="KT1",
        kind=InspectionKind.REGULAR,
        planned=date(2021, 11, 10),
        day=date(2021, 11, 12),
        content="Vệ sinh",
        target="Tổ Văn phòng",
        lead="A",
        secretary="B",
        items=(
            InspectionItem(
                subject="Nước",
                limit="Vòi hỏng",
                remedy=Remedy(
                    requirement="Thay vòi nước",
                    deadline=date(2021, 12, 1),
                    responsible="C",
                    recheck_day=date(2022, 2, 1),
                    done=True,
                ),
            ),
        ),
    ),
    Inspection(
        code="KT2",
        kind=InspectionKind.UNANNOUNCED,
        planned=date(2022, 3, 1),
        day=date(2022, 3, 1),
        content="Bếp",
        target="Tổ Văn phòng",
        lead="A",
        secretary="B",
    ),
)
EVIDENCE = Evidence(
    results=RESULTS,
    inspections=INSPECTIONS,
    surveys=(survey(Semester.FIRST, 200, 180, (162, 126)), survey(Semester.SECOND, 210, 182, (170, 120))),
    remarks=REMARKS,
    contact=Contact(
        phone="0277 3830 123",
        email="a@b.vn",
        hours="Giờ hành chính",
        answerer="Văn thư",
        reply_days=5,
        posted=date(2021, 9, 14),
        place="bảng tin",
    ),
    targets=(
        Target(content="C1", share=90, previous=88, cells=at("Chỉ tiêu", 2, share="C", previous="D")),
        Target(content="C2", share=80, previous=66, measure="Quét dọn hằng ngày", cells=at("Chỉ tiêu", 3, share="C")),
        Target(content="C3", share=85),
    ),
    class_count=9,
    pupil_count=246,
)


@pytest.fixture
def worked(thtp3: Dossier) -> Dossier:
    return thtp3.model_copy(
        update={"contents": CONTENTS, "plan": plan_of(thtp3), "evidence": EVIDENCE, "bases": (), "issued": ()}
    )


def with_evidence(dossier: Dossier, **changes: object) -> Dossier:
    return dossier.model_copy(update={"evidence": dossier.evidence.model_copy(update=changes)})


def findings_of(kind: str, dossier: Dossier) -> Findings:
    report = papi.compose(kind, dossier).fields
    assert isinstance(report, SemesterReportFields)
    return report.report


def texts_of(value: object) -> Iterator[str]:
    """Every text in some fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))


SEMESTER = {
    "situation": ("Năm học 2021-2022, Trường Tiểu học Tân Phước 3 có 09 lớp với 246 học sinh.",),
    "direction": (
        (
            "Nhà trường xây dựng Kế hoạch cải thiện, nâng cao Chỉ số PAPI năm học 2021-2022. "
            "Kế hoạch phân công 15 nhiệm vụ cho 02 người chủ trì."
        ),
        (
            "Tính đến ngày 15/01/2022, nhà trường đã hoàn thành 07 trong tổng số 15 nhiệm vụ của kế hoạch (46,7%), "
            "trong đó 04 nhiệm vụ đúng thời hạn, 03 nhiệm vụ chậm so với thời hạn. Còn 08 nhiệm vụ chưa hoàn thành, "
            "trong đó 01 nhiệm vụ đã đến hạn, 07 nhiệm vụ chưa đến hạn."
        ),
    ),
    "contents": (
        (
            "Theo kết quả khảo sát của trường, 01 trong tổng số 02 nội dung có chỉ tiêu và được đo đạt chỉ tiêu (50%), "
            "01 nội dung chưa đạt chỉ tiêu. 01 nội dung chưa được đo."
        ),
        "So với năm học trước, tỷ lệ trả lời “Có” tăng ở 02 nội dung có số liệu để so sánh.",
    ),
    "survey": (
        (
            "Trong học kỳ I, nhà trường tổ chức khảo sát ý kiến cha mẹ học sinh từ ngày "
            "20/12/2021 đến ngày 25/12/2021. "
            "Nhà trường phát ra 200 phiếu, thu về 180 phiếu (đạt 90% số phiếu phát ra). Về đánh giá chung, trong 160 "
            "phiếu có trả lời: 60 phiếu (37,5%) đánh giá “Rất tốt”, 100 phiếu (62,5%) đánh giá “Tốt”. "
            "Phiếu thu về ghi thêm 01 ý kiến góp ý."
        ),
    ),
    "remarks": (
        (
            "Trong học kỳ I, nhà trường tiếp nhận 04 phản ánh, kiến nghị. Tính đến ngày "
            "15/01/2022, nhà trường đã trả lời "
            "03 trong tổng số 04 phản ánh, kiến nghị đã tiếp nhận (75%), trong đó 02 phản "
            "ánh, kiến nghị đúng thời hạn, "
            "01 phản ánh, kiến nghị chậm so với thời hạn. Còn 01 phản ánh, kiến nghị chưa trả lời, đã đến hạn. "
            "Kết quả xử lý 02 trong tổng số 03 phản ánh, kiến nghị đã trả lời được công khai."
        ),
        "Số điện thoại 0277 3830 123 và địa chỉ thư điện tử a@b.vn được công khai từ ngày 14/9/2021 tại bảng tin.",
    ),
    "inspections": (
        "Trong học kỳ I, nhà trường đã tiến hành 01 cuộc kiểm tra định kỳ.",
        (
            "Tính đến ngày 15/01/2022, 01 yêu cầu khắc phục nêu ra qua kiểm tra chưa được ghi nhận khắc phục. "
            "Yêu cầu khắc phục này đã đến hạn."
        ),
    ),
    "merits": (
        "Hoàn thành đúng thời hạn 04 trong tổng số 15 nhiệm vụ của kế hoạch.",
        "01 nội dung đạt chỉ tiêu: Lớp học kiên cố.",
        "02 nội dung có tỷ lệ trả lời “Có” tăng so với năm học trước: Lớp học kiên cố; Nhà vệ sinh sạch sẽ.",
    ),
    "limits": (
        "01 nhiệm vụ đã đến hạn nhưng chưa được ghi nhận hoàn thành: Việc 8 (thời hạn 30/11/2021).",
        (
            "03 nhiệm vụ hoàn thành chậm so với thời hạn: Việc 5 (thời hạn 31/8/2021, hoàn thành 01/9/2021); "
            "Việc 6 (thời hạn 30/9/2021, hoàn thành 01/10/2021); Việc 7 (thời hạn 31/10/2021, hoàn thành 01/11/2021)."
        ),
        "01 nội dung chưa đạt chỉ tiêu: Nhà vệ sinh sạch sẽ (70%, chỉ tiêu 80%).",
        "01 nội dung có chỉ tiêu nhưng chưa được đo: Nước sạch để uống.",
        "01 yêu cầu khắc phục nêu ra qua kiểm tra chưa khắc phục xong: Thay vòi nước (thời hạn 01/12/2021).",
        "01 phản ánh, kiến nghị trả lời chậm so với thời hạn.",
        "01 phản ánh, kiến nghị đã đến hạn nhưng chưa trả lời.",
    ),
    "causes": (
        "Việc 8: Thiếu người.",
        "Việc 5: Chờ kinh phí.",
        "Việc 6: Chờ kinh phí.",
        "Việc 7: Chờ kinh phí.",
    ),
    "next": (
        "Tiếp tục thực hiện kế hoạch cải thiện, nâng cao Chỉ số PAPI năm học 2021-2022 trong học kỳ II.",
        "Hoàn thành các nhiệm vụ đã đến hạn: Việc 8.",
        "Hoàn thành đúng thời hạn 07 nhiệm vụ còn lại của kế hoạch.",
        "Đối với nội dung “Nhà vệ sinh sạch sẽ”: Quét dọn hằng ngày.",
        "Khắc phục dứt điểm các tồn tại đã nêu ra qua kiểm tra và tổ chức phúc tra.",
        "Trả lời các phản ánh, kiến nghị còn lại và công khai kết quả xử lý.",
        "Tổ chức khảo sát ý kiến cha mẹ học sinh trong học kỳ II để đánh giá kết quả các nội dung.",
    ),
    "petitions": ("Học kỳ I, nhà trường chưa có kiến nghị với cấp trên.",),
}

YEAR = {
    "direction": (
        SEMESTER["direction"][0],
        (
            "Tính đến ngày 30/5/2022, nhà trường đã hoàn thành 12 trong tổng số 15 nhiệm vụ của kế hoạch (80%), "
            "trong đó 09 nhiệm vụ đúng thời hạn, 03 nhiệm vụ chậm so với thời hạn. Còn 03 nhiệm vụ chưa hoàn thành, "
            "đều đã đến hạn. Trong số đó, 07 nhiệm vụ hoàn thành trong học kỳ I, 05 nhiệm "
            "vụ hoàn thành trong học kỳ II."
        ),
    ),
    "contents": (
        SEMESTER["contents"][0],
        (
            "So với học kỳ I, trong 02 nội dung có số liệu để so sánh, tỷ lệ trả lời “Có” tăng ở 01 nội dung và giảm ở "
            "01 nội dung. So với năm học trước, trong 02 nội dung có số liệu để so sánh, tỷ lệ trả lời “Có” tăng ở "
            "01 nội dung và giảm ở 01 nội dung."
        ),
    ),
    "survey": (
        SEMESTER["survey"][0],
        (
            "Trong học kỳ II, nhà trường tổ chức khảo sát ý kiến cha mẹ học sinh từ ngày 10/5/2022 đến ngày 15/5/2022. "
            "Nhà trường phát ra 210 phiếu, thu về 182 phiếu (đạt 86,7% số phiếu phát ra). Về đánh giá chung, trong 160 "
            "phiếu có trả lời: 60 phiếu (37,5%) đánh giá “Rất tốt”, 100 phiếu (62,5%) đánh giá “Tốt”. "
            "Phiếu thu về ghi thêm 01 ý kiến góp ý."
        ),
        "Tỷ lệ phiếu thu về giảm so với học kỳ I (học kỳ I: 90%, học kỳ II: 86,7% số phiếu phát ra).",
    ),
    "inspections": (
        "Trong năm học 2021-2022, nhà trường đã tiến hành 02 cuộc kiểm tra, gồm 01 cuộc định kỳ và 01 cuộc đột xuất.",
        "Tính đến ngày 30/5/2022, nhà trường đã khắc phục 01 yêu cầu khắc phục duy nhất nêu ra qua kiểm tra.",
    ),
}


@pytest.mark.parametrize("section", SEMESTER)
def test_semester_report_says_what_was_worked_out_by_hand(worked: Dossier, section: str) -> None:
    assert getattr(findings_of("semester-report", worked), section) == SEMESTER[section]


@pytest.mark.parametrize("section", YEAR)
def test_year_report_says_what_was_worked_out_by_hand(worked: Dossier, section: str) -> None:
    assert getattr(findings_of("year-report", worked), section) == YEAR[section]


def test_the_printed_paper_says_so_too(worked: Dossier, paragraphs: Callable[[bytes], list[str]]) -> None:
    printed = paragraphs(papi.compose("semester-report", worked).to_bytes())
    for section in ("direction", "survey", "remarks", "inspections"):
        assert set(SEMESTER[section]) <= set(printed)
    assert {f"- {line}" for section in ("merits", "limits", "causes", "next") for line in SEMESTER[section]} <= set(
        printed
    )


@pytest.mark.parametrize("kind", ["semester-report", "year-report"])
def test_the_fragment_says_the_same(worked: Dossier, kind: str) -> None:
    fragment = papi.compose(f"{kind}-fragment", worked)
    assert getattr(fragment.fields, "report", None) == findings_of(kind, worked)


def test_a_fragment_has_neither_letterhead_nor_signature(
    worked: Dossier, paragraphs: Callable[[bytes], list[str]]
) -> None:
    for kind in set(KEYS) - set(SIGNED):
        printed = "\n".join(paragraphs(papi.compose(kind, worked).to_bytes()))
        assert "CỘNG HÒA" not in printed
        assert "Nơi nhận" not in printed
        assert "HIỆU TRƯỞNG" not in printed


def test_tables_of_the_year(worked: Dossier) -> None:
    report = papi.compose("year-report", worked).fields
    assert isinstance(report, YearReportFields)
    assert [(row.name, row.first, row.second, row.year) for row in report.halves] == [
        ("Nhiệm vụ hoàn thành", "07", "05", "12"),
        ("Trong đó: đúng thời hạn", "04", "05", "09"),
        ("Trong đó: chậm so với thời hạn", "03", "0", "03"),
        ("Phản ánh, kiến nghị tiếp nhận", "04", "0", "04"),
        ("Phản ánh, kiến nghị đã trả lời", "03", "01", "04"),
        ("Cuộc kiểm tra đã tiến hành", "01", "01", "02"),
        ("Yêu cầu khắc phục nêu ra qua kiểm tra", "01", "0", "01"),
        ("Yêu cầu khắc phục đã thực hiện xong", "0", "01", "01"),
        ("Phiếu khảo sát phát ra", "200", "210", "410"),
        ("Phiếu khảo sát thu về", "180", "182", "362"),
    ]
    first = report.compared[0]
    assert (first.last_year, first.semester_1, first.now) == ("88%", "90% (162/180)", "93,4% (170/182)")
    assert (first.since_last_year, first.since_semester_1) == ("Tăng", "Tăng")
    assert report.compared[2].now == "Chưa có số liệu"
    assert (report.tasks[4].day, report.tasks[4].timing, report.tasks[4].cause) == (
        "01/9/2021",
        "Chậm so với thời hạn",
        "Chờ kinh phí",
    )


def test_rows_of_the_contents(worked: Dossier) -> None:
    first, second, third = findings_of("semester-report", worked).rows
    assert (first.target, first.result, first.verdict) == (
        "90%",
        "90% (162/180 phiếu)\nHoàn thành 07/15 nhiệm vụ",
        "Đạt",
    )
    assert (second.result, second.evidence, second.verdict) == ("70% (126/180 phiếu)", "Phiếu khảo sát", "Chưa đạt")
    assert (third.result, third.evidence, third.verdict) == ("Chưa khảo sát", "", "Chưa đo")


def test_the_chart_leaves_a_gap_where_nothing_was_measured(worked: Dossier) -> None:
    chart = findings_of("year-report", worked).chart
    assert chart is not None
    assert [series.name for series in chart.series] == ["Học kỳ I", "Năm học 2021-2022", "Chỉ tiêu"]
    assert chart.series[1].values[2] is None
    assert chart.series[1].labels[:2] == ("93,4%", "65,9%")


def test_figures_lead_to_their_cells(worked: Dossier) -> None:
    figures = {figure.label: figure for figure in papi.compose("semester-report", worked).sources()}
    returned = figures["Khảo sát học kỳ I: phiếu thu về"]
    assert (returned.text, returned.cells) == ("180", (Place(sheet="Khảo sát", cell="D2"),))
    late = figures["Nhiệm vụ: chậm so với thời hạn"]
    assert {place.cell for place in late.cells} == {"C5", "D5", "C6", "D6", "C7", "D7"}


@pytest.mark.parametrize("topic", Topic)
def test_own_words_stand_in_place_of_ours(worked: Dossier, topic: Topic) -> None:
    own = Words(semester=Semester.SECOND, topic=topic, text="- Lời của trường.")
    report = papi.compose("year-report", with_evidence(worked, words=(own,)))
    assert sum(text == "Lời của trường." for text in texts_of(report.fields)) == 1
    assert "Lời của trường." not in texts_of(
        papi.compose("semester-report", with_evidence(worked, words=(own,))).fields
    )


@pytest.mark.parametrize(
    ("section", "changes", "expected"),
    [
        ("survey", {"surveys": ()}, "Trong học kỳ I, nhà trường chưa tổ chức khảo sát ý kiến cha mẹ học sinh."),
        ("contents", {"surveys": ()}, "Chưa có số liệu đo 03 nội dung của Chỉ số PAPI qua khảo sát của trường."),
        ("remarks", {"remarks": ()}, "Trong học kỳ I, nhà trường chưa tiếp nhận phản ánh, kiến nghị nào."),
        ("inspections", {"inspections": ()}, "Trong học kỳ I, nhà trường chưa tiến hành cuộc kiểm tra nào."),
        (
            "contents",
            {"targets": ()},
            "02 nội dung đã đo nhưng chưa đặt chỉ tiêu nên chưa đánh giá mức độ đạt. 01 nội dung chưa được đo.",
        ),
        (
            "contents",
            {"targets": tuple(Target(content=code, share=60) for code in ("C1", "C2"))},
            (
                "Theo kết quả khảo sát của trường, tất cả 02 nội dung có chỉ tiêu và được đo đều đạt chỉ tiêu. "
                "01 nội dung chưa được đo."
            ),
        ),
        (
            "contents",
            {"targets": tuple(Target(content=code, share=99) for code in ("C1", "C2"))},
            (
                "Theo kết quả khảo sát của trường, chưa có nội dung nào trong số 02 nội dung có chỉ tiêu và được đo "
                "đạt chỉ tiêu. 01 nội dung chưa được đo."
            ),
        ),
    ],
)
def test_none_and_all_are_sentences_of_their_own(
    worked: Dossier, section: str, changes: dict[str, object], expected: str
) -> None:
    assert getattr(findings_of("semester-report", with_evidence(worked, **changes)), section)[0] == expected


@pytest.mark.parametrize(
    ("given_out", "returned", "expected"),
    [
        (0, 0, "Chưa phát phiếu khảo sát nào."),
        (210, 0, "Nhà trường phát ra 210 phiếu, chưa thu về phiếu nào."),
        (210, 210, "Nhà trường phát ra 210 phiếu, thu về đủ 210 phiếu (đạt 100% số phiếu phát ra)."),
        (210, 182, "Nhà trường phát ra 210 phiếu, thu về 182 phiếu (đạt 86,7% số phiếu phát ra)."),
    ],
)
def test_sheets(worked: Dossier, given_out: int, returned: int, expected: str) -> None:
    held = Survey(
        semester=Semester.FIRST,
        start=date(2021, 12, 20),
        end=date(2021, 12, 20),
        given_out=given_out,
        returned=returned,
    )
    (text,) = findings_of("semester-report", with_evidence(worked, surveys=(held,))).survey
    assert text.startswith(
        f"Trong học kỳ I, nhà trường tổ chức khảo sát ý kiến cha mẹ học sinh ngày 20/12/2021. {expected}"
    )


def test_a_year_without_a_second_survey_says_so(worked: Dossier) -> None:
    report = findings_of("year-report", with_evidence(worked, surveys=EVIDENCE.surveys[:1]))
    assert report.contents[0].startswith("Theo kết quả khảo sát học kỳ I của trường, ")
    assert report.contents[1].startswith("Chưa có số liệu khảo sát học kỳ II để so sánh với học kỳ I.")
    assert report.survey[1] == "Trong học kỳ II, nhà trường chưa tổ chức khảo sát ý kiến cha mẹ học sinh."


@pytest.mark.parametrize("kind", KEYS)
def test_an_empty_dossier_gives_every_report(thtp3: Dossier, kind: str) -> None:
    bare = thtp3.model_copy(update={"evidence": Evidence(), "plan": Plan(index=PapiIndex(result_year=2020))})
    for dossier in (thtp3.model_copy(update={"evidence": Evidence()}), bare):
        document = papi.compose(kind, dossier)
        assert document.to_bytes()
        assert not bad_texts(document)


def test_without_tasks_there_is_one_annex(thtp3: Dossier, paragraphs: Callable[[bytes], list[str]]) -> None:
    bare = thtp3.model_copy(update={"plan": Plan(index=PapiIndex(result_year=2020))})
    printed = paragraphs(papi.compose("semester-report", bare).to_bytes())
    assert [text for text in printed if text.startswith("Phụ lục")] == ["Phụ lục"]
    assert "Kết quả từng nội dung được nêu tại Phụ lục kèm theo." in printed


@pytest.mark.parametrize(
    ("on", "addressee"),
    [
        (date(2022, 1, 17), "Phòng Giáo dục và Đào tạo huyện Tân Hồng"),
        (date(2026, 1, 17), "Ủy ban nhân dân xã An Phước"),
    ],
)
@pytest.mark.parametrize("kind", SIGNED)
def test_goes_to_the_superior_of_that_day(thtp3: Dossier, kind: str, on: date, addressee: str) -> None:
    fields_ = papi.compose(kind, with_evidence(thtp3, request=None), on=on, number=7).fields
    assert isinstance(fields_, SemesterReportFields | AdHocReportFields)
    assert fields_.addressees == (addressee,)
    assert fields_.recipients[0] == "- Như trên;"
    assert fields_.letterhead.number == "Số: 07/BC-THTP3"


def test_ad_hoc_report_answers_its_request(worked: Dossier, paragraphs: Callable[[bytes], list[str]]) -> None:
    asked = AdHocRequest(
        request=LegalBasis(
            document_type="Công văn",
            number="125/PGDĐT",
            day=date(2022, 2, 21),
            issuer="Phòng GDĐT huyện Tân Hồng",
            subject="rà soát nước uống",
        ),
        addressee="Phòng GDĐT huyện Tân Hồng",
        subject="nước uống của học sinh",
        summary="Một phản ánh.",
        course="Ngày 14.\nNgày 18.",
        causes="Lõi lọc cũ.",
        measures="Đã thay.",
    )
    printed = paragraphs(papi.compose("ad-hoc-report", with_evidence(worked, request=asked)).to_bytes())
    assert "Nước uống của học sinh" in printed
    assert "Kính gửi: Phòng GDĐT huyện Tân Hồng" in printed
    assert (
        "Thực hiện Công văn số 125/PGDĐT ngày 21 tháng 02 năm 2022 của Phòng GDĐT huyện Tân Hồng về rà soát nước uống, "
        "Trường Tiểu học Tân Phước 3 báo cáo như sau:"
    ) in printed
    assert {"Một phản ánh.", "Ngày 14.", "Ngày 18.", "Lõi lọc cũ.", "Đã thay."} <= set(printed)
    assert "Nhà trường không có đề xuất, kiến nghị." in printed


BAD = re.compile(r"None|nan|\b0/0\b|\bđiểm PAPI|điểm số|  +\S", re.IGNORECASE)


def bad_texts(document: Document) -> list[str]:
    body = getattr(document.fields, "report", None)
    return [text for text in texts_of(body) if BAD.search(text)]


DAYS = st.dates(date(2021, 8, 1), date(2022, 6, 20))


@st.composite
def results_(draw: st.DrawFn) -> tuple[TaskResult, ...]:
    days = draw(st.lists(st.none() | DAYS, max_size=17))
    return tuple(result(number, day, draw(st.sampled_from(["", "Mưa"]))) for number, day in enumerate(days, start=1))


@st.composite
def surveys_(draw: st.DrawFn) -> tuple[Survey, ...]:
    found = []
    for semester in draw(st.lists(st.sampled_from(Semester), unique=True)):
        given_out = draw(st.integers(0, 400))
        returned = draw(st.integers(0, given_out))
        yes = (draw(st.integers(0, returned)), draw(st.integers(0, returned)))
        good = draw(st.integers(0, returned))
        found.append(survey(semester, given_out, returned, yes, {Rating.GOOD: good, Rating.BAD: returned - good}))
    return tuple(found)


@st.composite
def remarks_(draw: st.DrawFn) -> tuple[Remark, ...]:
    return tuple(
        Remark(
            day=day,
            channel="Thư",
            text="Ý kiến",
            handler="A",
            deadline=day + timedelta(days=draw(st.integers(0, 30))),
            answered=draw(st.none() | st.just(day + timedelta(days=draw(st.integers(0, 60))))),
            published=draw(st.booleans()),
            cells=at("Phản ánh", row, day="B", deadline="F", answered="H", published="I"),
        )
        for row, day in enumerate(draw(st.lists(DAYS, max_size=6)), start=2)
    )


EVIDENCES = st.builds(
    Evidence,
    results=results_(),
    surveys=surveys_(),
    remarks=remarks_(),
    inspections=st.sampled_from([(), INSPECTIONS, INSPECTIONS[:1]]),
    targets=st.sampled_from([(), EVIDENCE.targets]),
    contact=st.sampled_from([None, EVIDENCE.contact]),
    class_count=st.none() | st.integers(0, 60),
)


def all_cells(evidence: Evidence) -> set[Place]:
    records = (*evidence.results, *evidence.surveys, *evidence.remarks, *evidence.targets)
    tallies = (tally for one in evidence.surveys for tally in one.answers.values())
    return {place for record in (*records, *tallies) for place in record.cells.values()}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(evidence=EVIDENCES, kind=st.sampled_from(["semester-report", "year-report"]))
def test_whatever_was_done_counts_add_up(worked: Dossier, evidence: Evidence, kind: str) -> None:
    document = papi.compose(kind, worked.model_copy(update={"evidence": evidence}))
    assert not bad_texts(document)
    assert document.to_bytes()
    figures = {figure.label: figure.text for figure in document.sources()}
    cutoff = worked.calendar.semester_1_end if kind == "semester-report" else worked.calendar.year_end
    done = {one.task for one in evidence.results if one.day and one.day <= cutoff} & {f"V{n}" for n in range(1, 16)}
    report = document.fields
    assert isinstance(report, SemesterReportFields)
    timings = [row.timing for row in report.tasks]
    assert timings.count("Đúng thời hạn") + timings.count("Chậm so với thời hạn") == len(done) <= 15
    assert figures["Nhiệm vụ: tổng số"] == "15"
    for text in figures.values():
        if text.endswith("%"):
            assert 0 <= float(text[:-1].replace(",", ".")) <= 100
    assert {place for figure in document.sources() for place in figure.cells} <= all_cells(evidence)


@pytest.mark.parametrize("day", [date(2021, 10, 1), date(2021, 12, 1), date(2022, 1, 10), date(2022, 6, 1)])
def test_a_year_report_of_any_day_looks_back_from_it(thtp3: Dossier, day: date) -> None:
    paper = papi.compose("year-report", thtp3, on=day)
    assert paper.to_bytes()[:2] == b"PK"
