"""The sheets of evidence: what is read with which cells, and every fault with its cell and way out."""

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_docs import KINDS, District, Finding, Severity, new_workbook, read_workbook
from papi_docs.excel.cells import parse_time
from papi_docs.excel.columns import SHEETS
from papi_docs.excel.evidence.papers import PAPERS
from papi_docs.excel.evidence.replies import Answer, parse_answer
from papi_docs.model import Evidence, InspectionKind, Rating, Semester, TaskState, Topic

Rows = dict[str, list[dict[str, Any]]]
FoundIn = Callable[[Rows], tuple[Finding, ...]]
DistrictOf = Callable[[Rows], District]

_EVIDENCE: Rows = {
    "results": [{"task": "NV01", "state": "Hoàn thành", "day": "10/9/2021", "evidence": "Biên bản"}],
    "inspections": [
        {
            "code": "KT01",
            "kind": "Định kỳ",
            "planned": "08/12/2021",
            "content": "Thực hiện kế hoạch",
            "target": "Bộ phận y tế",
            "lead": "Hiệu trưởng",
            "secretary": "Phạm Thị Dung",
            "members": "Kế toán; Hội phụ huynh",
            "day": "10/12/2021",
            "start": "8 giờ 00",
            "end": "10h30",
        }
    ],
    "items": [
        {
            "code": "KT01",
            "subject": "Nhà vệ sinh",
            "limit": "Thiếu xà phòng",
            "requirement": "Trang bị đủ",
            "deadline": "25/12/2021",
            "responsible": "Kế toán",
            "recheck_day": "27/12/2021",
            "recheck_result": "Đã đủ",
            "done": "Có",
        }
    ],
    "surveys": [
        {
            "semester": "HK2",
            "start": "09/5/2022",
            "end": "16/5/2022",
            "given_out": 210,
            "returned": 182,
            "Tốt": 100,
            "remarks": "Tốt\nCần thêm ghế đá",
        }
    ],
    "answers": [{"semester": "Học kỳ II", "content": "c2", "yes": 138, "no": 35, "unknown": 9}],
    "remarks": [
        {
            "day": "18/10/2021",
            "channel": "Trực tiếp",
            "text": "Nhà vệ sinh có mùi",
            "content": "C2",
            "handler": "Kế toán",
            "deadline": "25/10/2021",
            "result": "Đã dọn",
            "answered": "26/10/2021",
            "published": "có",
            "name": "Phụ huynh ví dụ",
        }
    ],
    "contacts": [
        {"phone": "0277 3830 123", "email": "a@b.vn", "hours": "Giờ hành chính", "answerer": "Văn thư", "reply_days": 5}
    ],
    "targets": [{"content": "C2", "share": "80%", "previous": 70}],
    "words": [{"semester": "1", "topic": "ưu điểm", "text": "Có nhiều cố gắng."}],
    "requests": [
        {
            "type": "Công văn",
            "number": "125/PGD&ĐT",
            "day": "21/02/2022",
            "issuer": "Phòng GDĐT",
            "about": "Nước uống",
            "summary": "A",
            "course": "B",
            "causes": "C",
            "measures": "D",
        }
    ],
    "issued": [{"kind": "Báo cáo sơ kết học kỳ I", "number": 12, "day": "12/01/2022"}],
}

_NAMES = {key: SHEETS[key].name for key in _EVIDENCE}


@pytest.fixture
def full(rows: Rows) -> Rows:
    """The right workbook with a row of each sheet of evidence, all of THTP3."""
    return rows | {key: [{"school": "THTP3"} | row for row in given] for key, given in _EVIDENCE.items()}


def _reply(answers: str, **changes: object) -> dict[str, object]:
    """A sheet of semester I that answers C1, C2 … as given, with blanks for no answer."""
    answered = {f"content C{at}": answer for at, answer in enumerate(answers.split(","), start=1)}
    return {"school": "THTP3", "semester": "Học kỳ I"} | answered | changes


_SURVEY_1 = {
    "school": "THTP3",
    "semester": "Học kỳ I",
    "start": "03/01/2022",
    "end": "08/01/2022",
    "given_out": 5,
    "returned": 3,
}


def _with_replies(full: Rows) -> Rows:
    replies = [_reply("Có,k", rating="Tốt", remark="Hay"), _reply("x,KB", rating="4"), _reply("Không,")]
    return full | {"surveys": [*full["surveys"], dict(_SURVEY_1)], "replies": replies}


def _evidence(district: District) -> Evidence:
    return district["THTP3"].evidence


def test_a_full_workbook_has_no_finding(*, full: Rows, district_of: DistrictOf) -> None:
    district = district_of(full)

    assert district.findings == ()
    assert district["THSR"].evidence == Evidence(contact=None)


def test_what_is_read(*, full: Rows, district_of: DistrictOf) -> None:
    dossier = district_of(full)["THTP3"]
    evidence = dossier.evidence
    (result,), (inspection,), (remark,) = evidence.results, evidence.inspections, evidence.remarks
    ((item, remedy),) = inspection.remedies

    assert (result.task, result.state, result.day) == ("NV01", TaskState.DONE, date(2021, 9, 10))
    assert (inspection.kind, inspection.lead, inspection.start, inspection.end) == (
        InspectionKind.REGULAR,
        "Bùi Thị Thao",
        time(8),
        time(10, 30),
    )
    assert inspection.members == ("Lê Văn Cường", "Hội phụ huynh")
    assert (item.limit, remedy.responsible, remedy.recheck_day, remedy.done) == (
        "Thiếu xà phòng",
        "Lê Văn Cường",
        date(2021, 12, 27),
        True,
    )
    assert (remark.content, remark.published, remark.identity.name) == ("C2", True, "Phụ huynh ví dụ")
    assert evidence.contact
    assert (evidence.contact.answerer, evidence.contact.reply_days) == ("Phạm Thị Dung", 5)
    assert [(target.content, target.share, target.previous) for target in evidence.targets] == [("C2", 80, 70)]
    assert evidence.words_of(Semester.FIRST, Topic.MERITS) == ("Có nhiều cố gắng.",)
    assert evidence.request
    assert (evidence.request.addressee, evidence.request.request.number) == ("Phòng GDĐT", "125/PGD&ĐT")
    assert [(paper.kind, paper.number, paper.day) for paper in dossier.issued] == [
        ("semester-report", 12, date(2022, 1, 12))
    ]


def test_a_survey_and_its_cells(*, full: Rows, district_of: DistrictOf) -> None:
    survey = _evidence(district_of(full)).survey(Semester.SECOND)

    assert survey
    assert (survey.given_out, survey.returned, survey.ratings) == (210, 182, {Rating.GOOD: 100})
    assert survey.remarks == ("Tốt", "Cần thêm ghế đá")
    tally = survey.answers["C2"]
    assert (tally.yes, tally.no, tally.unknown) == (138, 35, 9)
    assert [str(place) for place in (*survey.cell("returned"), *survey.cell("Tốt"), *tally.cell("no"))] == [
        'so.xlsx, sheet "Khảo sát", ô F3',
        'so.xlsx, sheet "Khảo sát", ô J3',
        'so.xlsx, sheet "Trả lời khảo sát", ô E3',
    ]


@pytest.mark.parametrize(
    ("record", "field", "sheet", "cell"),
    [
        (lambda e: e.results[0], "state", "Kết quả nhiệm vụ", "C3"),
        (lambda e: e.results[0], "day", "Kết quả nhiệm vụ", "D3"),
        (lambda e: e.inspections[0], "day", "Kiểm tra", "J3"),
        (lambda e: e.inspections[0].items[0].remedy, "deadline", "Nội dung kiểm tra", "G3"),
        (lambda e: e.inspections[0].items[0].remedy, "recheck_day", "Nội dung kiểm tra", "I3"),
        (lambda e: e.remarks[0], "answered", "Phản ánh", "I3"),
        (lambda e: e.contact, "phone", "Liên hệ công khai", "B3"),
        (lambda e: e.targets[0], "share", "Chỉ tiêu", "C3"),
        (lambda e: e.targets[0], "previous", "Chỉ tiêu", "D3"),
    ],
)
def test_cells(*, full: Rows, district_of: DistrictOf, record: Any, field: str, sheet: str, cell: str) -> None:  # noqa: ANN401
    (place,) = record(_evidence(district_of(full))).cell(field)

    assert (place.sheet, place.cell) == (sheet, cell)


def test_sheets_are_tallied(*, full: Rows, district_of: DistrictOf) -> None:
    survey = _evidence(district_of(_with_replies(full))).survey(Semester.FIRST)

    assert survey
    counts = {code: (tally.yes, tally.no, tally.unknown) for code, tally in survey.answers.items()}
    assert counts == {"C1": (2, 1, 0), "C2": (0, 1, 1)}
    assert survey.ratings[Rating.GOOD] == 2
    assert survey.remarks == ("Hay",)
    assert [place.cell for place in survey.answers["C1"].cell("yes")] == ["C3:C5"]
    assert [place.cell for place in survey.cell(Rating.GOOD)] == ["L3:L5"]


def test_cells_of_scattered_sheets(*, full: Rows, district_of: DistrictOf) -> None:
    rows = _with_replies(full)
    other = _reply("Có", school="THSR")
    rows["surveys"].append(_SURVEY_1 | {"school": "THSR", "returned": 1})
    rows["replies"].insert(1, other)

    survey = _evidence(district_of(rows)).survey(Semester.FIRST)

    assert survey
    assert survey.answers["C1"].cells["yes"].cell == "C3,C5:C6"


@pytest.mark.parametrize(
    ("sheet", "change", "cell", "code", "words"),
    [
        ("replies", _reply("Cóa"), "C3", "cell-not-understood", "ghi Có, Không hoặc Không biết"),
        ("replies", _reply("", rating="Tuyệt"), "L3", "choice-unknown", "Rất tốt"),
        ("replies", _reply("", semester="III"), "B3", "cell-not-understood", "học kỳ"),
        ("replies", _reply("", school="THSR"), "B3", "survey-missing", "thêm dòng đó"),
        ("surveys", _SURVEY_1 | {"returned": 2}, "F4", "survey-differs", "2, sheet Phiếu trả lời có 3 phiếu"),
        ("surveys", _SURVEY_1 | {"Tốt": 1}, "J4", "survey-differs", "đếm ở sheet Phiếu trả lời là 2"),
        (
            "answers",
            {"school": "THTP3", "semester": "1", "content": "C1", "yes": 3, "no": 0, "unknown": 0},
            "D4",
            "survey-differs",
            "C1 là 3, đếm ở sheet Phiếu trả lời là 2",
        ),
    ],
)
def test_faults_of_sheets(  # one more sheet, or another survey or tally beside them
    *, full: Rows, found_in: FoundIn, sheet: str, change: dict[str, Any], cell: str, code: str, words: str
) -> None:
    rows = _with_replies(full)
    rows[sheet][-1 if sheet == "surveys" else len(rows[sheet]) :] = [change]
    if sheet == "replies":
        rows["replies"].insert(0, rows["replies"].pop())
        rows["surveys"][-1]["returned"] = 4 if change["school"] == "THTP3" and change["semester"] == "Học kỳ I" else 3

    found = found_in(rows)

    assert (found[0].code, found[0].where.sheet, found[0].where.cell) == (code, SHEETS[sheet].name, cell)
    assert words in found[0].message
    assert {finding.code for finding in found} == {code}


@pytest.mark.parametrize(
    ("sheet", "change", "cell", "code", "words"),
    [
        ("results", {"school": ""}, "A3", "cell-empty", "Mã trường"),
        ("results", {"school": "THTP4"}, "A3", "school-unknown", 'Ý bạn là "THTP3"?'),
        ("results", {"task": "NV001"}, "B3", "task-unknown", 'Ý bạn là "NV01"?'),
        ("results", {"task": "Việc lạ"}, "B3", "task-unknown", "sheet Nhiệm vụ"),
        ("results", {"state": "Hoàn thàn"}, "C3", "choice-unknown", 'Ý bạn là "Hoàn thành"?'),
        ("results", {"state": ""}, "C3", "cell-empty", "Tình trạng"),
        ("results", {"day": ""}, "D3", "result-day", "ghi ngày"),
        ("results", {"state": "Đang thực hiện"}, "D3", "result-day", "xóa ngày"),
        ("results", {"day": "31/02/2022"}, "D3", "cell-not-understood", "28/02/2022"),
        ("results", {"day": "10/9/2020"}, "D3", "date-outside", "năm học 2021-2022"),
        ("results", {"day": date(2021, 4, 10)}, "D3", "date-swapped", "04/10/2021"),
        ("inspections", {"kind": "Bất chợt"}, "C3", "choice-unknown", "Đột xuất"),
        ("inspections", {"planned": ""}, "D3", "cell-empty", "Ngày dự kiến"),
        ("inspections", {"lead": "Bùi Thị Thảo"}, "G3", "person-unknown", 'Ý bạn là "Bùi Thị Thao"?'),
        ("inspections", {"lead": "Tổ kiểm tra"}, "G3", "person-unknown", "sheet Nhân sự"),
        ("inspections", {"members": "Kế toán; Võ Thị Lạ"}, "I3", "person-unknown", "Võ Thị Lạ"),
        ("inspections", {"day": ""}, "J3", "inspection-day", "ô K3"),
        ("inspections", {"start": "25 giờ"}, "K3", "cell-not-understood", "8 giờ 00"),
        ("inspections", {"end": "7:30"}, "L3", "time-order", "giờ bắt đầu"),
        ("items", {"code": "KT1"}, "B3", "inspection-unknown", 'Ý bạn là "KT01"?'),
        ("items", {"code": "Đợt hai"}, "B3", "inspection-unknown", "sheet Kiểm tra"),
        ("items", {"requirement": ""}, "F3", "remedy-incomplete", "yêu cầu khắc phục"),
        ("items", {"deadline": ""}, "G3", "remedy-incomplete", "Thời hạn"),
        ("items", {"responsible": ""}, "H3", "remedy-incomplete", "chịu trách nhiệm"),
        ("items", {"deadline": "09/12/2021"}, "G3", "remedy-early", "trước ngày kiểm tra 10/12/2021"),
        ("items", {"recheck_day": "09/12/2021"}, "I3", "recheck-early", "trước ngày kiểm tra"),
        ("items", {"recheck_day": ""}, "I3", "recheck-day", "ghi ngày phúc tra"),
        ("items", {"done": "một phần"}, "K3", "choice-unknown", "Có hoặc Không"),
        ("items", {"responsible": "Võ Thị Lạ"}, "H3", "person-unknown", "Võ Thị Lạ"),
        ("surveys", {"returned": 211}, "F3", "count-exceeds", "211 nhiều hơn 210"),
        ("surveys", {"given_out": -1}, "E3", "number-not-whole", "từ 0"),
        ("surveys", {"Tốt": -3}, "J3", "number-not-whole", "từ 0"),
        ("surveys", {"Tốt": 183}, "J3", "count-exceeds", "183 nhiều hơn 182"),
        ("surveys", {"end": "08/5/2022"}, "D3", "date-order", "sửa ngày"),
        ("surveys", {"returned": "nhiều"}, "F3", "cell-not-understood", "không phải số"),
        ("answers", {"content": "C77"}, "C3", "content-unknown", "C77"),
        ("answers", {"yes": 139}, "C3", "count-exceeds", "183 nhiều hơn 182"),
        ("answers", {"no": -1}, "E3", "number-not-whole", "từ 0"),
        ("answers", {"unknown": ""}, "F3", "cell-empty", "Không biết"),
        ("answers", {"semester": "Học kỳ I"}, "B3", "survey-missing", "Khảo sát"),
        ("remarks", {"content": "C0"}, "E3", "content-unknown", "C0"),
        ("remarks", {"deadline": "17/10/2021"}, "G3", "answer-early", "trước ngày nhận 18/10/2021"),
        ("remarks", {"answered": "17/10/2021"}, "I3", "answer-early", "trước ngày nhận"),
        ("remarks", {"answered": ""}, "I3", "answer-incomplete", "ghi cả hai"),
        ("remarks", {"result": ""}, "H3", "answer-incomplete", "ghi cả hai"),
        ("remarks", {"result": "", "answered": ""}, "J3", "answer-incomplete", "chưa có kết quả"),
        ("remarks", {"handler": "Võ Thị Lạ"}, "F3", "person-unknown", "Võ Thị Lạ"),
        ("remarks", {"contact": 912345678}, "L3", "phone-lost-zero", "0912345678"),
        ("contacts", {"email": ""}, "C3", "cell-empty", "Email"),
        ("contacts", {"reply_days": 0}, "F3", "number-not-whole", "từ 1"),
        ("contacts", {"phone": 2773830123}, "B3", "phone-lost-zero", "02773830123"),
        ("contacts", {"answerer": "Võ Thị Lạ"}, "E3", "person-unknown", "Võ Thị Lạ"),
        ("targets", {"content": "C99"}, "B3", "content-unknown", "C99"),
        ("targets", {"share": 101}, "C3", "share-out-of-range", "từ 0 đến 100"),
        ("targets", {"share": 0.85}, "C3", "share-out-of-range", "Ý bạn là 85?"),
        ("targets", {"previous": -1}, "D3", "share-out-of-range", "từ 0 đến 100"),
        ("words", {"topic": "Hạn chếe"}, "C3", "choice-unknown", 'Ý bạn là "Hạn chế"?'),
        ("words", {"semester": "kỳ hè"}, "B3", "cell-not-understood", "học kỳ"),
        ("requests", {"day": "32/02/2022"}, "D3", "cell-not-understood", "không phải ngày"),
        ("requests", {"summary": ""}, "H3", "cell-empty", "Tóm tắt"),
        ("issued", {"kind": "Báo cáo học kì"}, "B3", "choice-unknown", "Ý bạn là"),
        ("issued", {"number": 0}, "C3", "number-not-whole", "từ 1"),
        ("issued", {"day": ""}, "D3", "cell-empty", "Ngày"),
    ],
)
def test_one_fault(
    *, full: Rows, found_in: FoundIn, sheet: str, change: dict[str, Any], cell: str, code: str, words: str
) -> None:
    full[sheet][0] |= change

    (finding,) = found_in(full)

    assert (finding.code, finding.where.sheet, finding.where.cell) == (code, _NAMES[sheet], cell)
    assert words in finding.message
    assert finding.severity is Severity.FAULT
    assert finding.schools == (() if "school" in change else ("THTP3",))


@pytest.mark.parametrize("sheet", sorted(_EVIDENCE))
def test_a_record_twice(*, full: Rows, found_in: FoundIn, sheet: str) -> None:
    full[sheet].append(dict(full[sheet][0]))

    found = found_in(full)

    assert found[0].code == "record-twice"
    assert (found[0].where.sheet, found[0].where.cell[1:]) == (_NAMES[sheet], "4")
    assert len(found) == 1


def test_one_number_for_two_papers(*, full: Rows, found_in: FoundIn) -> None:
    full["schools"][0] |= {"number": 12, "day": "20/7/2021"}
    full["issued"] += [
        {"school": "THTP3", "kind": "inspection-minutes", "number": 12, "day": "10/12/2021"},
        {"school": "THSR", "kind": "plan", "number": 12, "day": "12/01/2022"},
    ]

    (finding,) = found_in(full)

    assert (finding.code, finding.where.sheet, finding.where.cell) == ("number-twice", "Văn bản đã ban hành", "C4")
    assert 'sheet "Trường", ô I3' in finding.message


def test_the_plan_is_issued_once(*, full: Rows, found_in: FoundIn) -> None:
    full["schools"][0] |= {"number": 5, "day": "20/7/2021"}
    full["issued"][0] |= {"kind": "plan", "number": 6}

    assert [(finding.code, finding.where.cell) for finding in found_in(full)] == [("record-twice", "C3")]


def test_every_paper_with_a_number_can_be_issued() -> None:
    assert set(PAPERS) == {kind.key for kind in KINDS.values() if kind.document_type}


def test_choices_of_issued_papers_are_read(*, full: Rows, district_of: DistrictOf) -> None:
    (column,) = (column for column in SHEETS["issued"].columns if column.key == "kind")
    full["issued"] = [
        {"school": "THTP3", "kind": kind, "number": at, "day": "12/01/2022"}
        for at, kind in enumerate(column.choices, start=1)
    ]

    issued = district_of(full)["THTP3"].issued

    assert {paper.kind for paper in issued} == PAPERS.keys() - {"plan"}


def test_every_fault_in_one_pass(*, full: Rows, found_in: FoundIn) -> None:
    full["results"][0] |= {"task": "NV77", "state": "?!", "day": "mai"}
    full["surveys"][0] |= {"returned": 500, "Tốt": -1, "end": "x"}
    full["targets"][0] |= {"content": "Z", "share": -1}

    cells = {(finding.where.sheet, finding.where.cell) for finding in found_in(full)}

    assert cells == {
        *(("Kết quả nhiệm vụ", cell) for cell in ("B3", "C3", "D3")),
        *(("Khảo sát", cell) for cell in ("D3", "F3", "J3")),
        *(("Chỉ tiêu", cell) for cell in ("B3", "C3")),
    }


def test_a_row_for_all_schools(*, full: Rows, district_of: DistrictOf) -> None:
    full["targets"] = [{"content": "C2", "share": 80}, {"school": "THSR", "content": "C2", "share": 90}]
    full["contacts"][0]["school"] = ""

    district = district_of(full)

    shares = {code: [target.share for target in district[code].evidence.targets] for code in district.codes}
    assert shares == {"THTP3": [80], "THSR": [90]}
    assert all(dossier.evidence.contact for dossier in district.dossiers)


def test_counts_of_a_school(*, rows: Rows, district_of: DistrictOf) -> None:
    rows["schools"][0] |= {"class_count": 9, "pupil_count": "246"}

    evidence = _evidence(district_of(rows))

    assert (evidence.class_count, evidence.pupil_count) == (9, 246)
    assert [place.cell for place in evidence.cell("pupil_count")] == ["L3"]


def test_columns_follow_the_workbook_s_own_contents(*, full: Rows, district_of: DistrictOf) -> None:
    full["contents"] = [
        {"code": "C1", "wording": "Một"},
        {"code": "C2", "wording": "Hai"},
        {"code": "X", "wording": "Ba"},
    ]
    full = _with_replies(full)
    full["replies"][0]["content X"] = "c"

    survey = _evidence(district_of(full)).survey(Semester.FIRST)

    assert survey
    assert list(survey.answers) == ["C1", "C2", "X"]


def test_a_content_s_column_under_its_wording_and_one_that_is_missing(
    full: Rows, tmp_path: Path, findings_in: Callable[[Path], tuple[Finding, ...]]
) -> None:
    path = new_workbook(tmp_path / "so.xlsx", _with_replies(full))
    book = openpyxl.load_workbook(path)
    book["Phiếu trả lời"]["C2"], book["Phiếu trả lời"]["D2"] = "C1. Lớp học kiên cố", "Câu hai"
    book.save(path)

    missing, unused = findings_in(path)

    assert (missing.code, missing.where.sheet) == ("column-missing", "Phiếu trả lời")
    assert '"C2"' in missing.message
    assert (unused.code, unused.where.cell) == ("column-unused", "D2")


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        (("Có", "co", "C", "c.", " x ", "V", "✓"), Answer.YES),
        (("Không", "khong", "K", "k", "ko", "KHÔNG."), Answer.NO),
        (("Không biết", "KB", "k biết", "ko biết", "kb.", "?", "Không rõ"), Answer.UNKNOWN),
    ],
)
def test_spellings(texts: tuple[str, ...], answer: Answer) -> None:
    assert [parse_answer(text) for text in texts] == [answer] * len(texts)


@pytest.mark.parametrize("text", ["1", "0", "có không", "Cóa", "-"])
def test_no_answer(text: str) -> None:
    with pytest.raises(ValueError, match="ghi Có, Không hoặc Không biết"):
        parse_answer(text)


@given(st.times())
def test_times_as_people_write_them(moment: time) -> None:
    wanted = time(moment.hour, moment.minute)
    forms = ("{} giờ {:02}", "{}h{:02}", "{}:{:02}", "{}g{:02}", "{} giờ {} phút")
    assert {parse_time(form.format(moment.hour, moment.minute)) for form in forms} == {wanted}


def test_the_examples() -> None:
    examples = Path(__file__).parents[2] / "examples"
    district = read_workbook(examples / "tan-hong-2021-2022.xlsx")
    full = district["THTP3"].evidence

    assert sum(result.state is TaskState.DONE for result in full.results) == 12
    assert [(len(survey.answers), survey.given_out, survey.returned) for survey in full.surveys] == [
        (9, 205, 176),
        (9, 210, 182),
    ]
    assert (len(full.inspections), len(full.remarks), len(full.targets)) == (3, 6, 9)
    assert [survey.returned for survey in district["THSR"].evidence.surveys] == [40]
    assert district["THTCC"].evidence == district["THTHC2"].evidence == Evidence()
    assert read_workbook(examples / "an-phuoc-2026-2027.xlsx").findings == ()
