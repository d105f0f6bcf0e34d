"""A list for all schools, lines of one school, and people who are not there."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from papi_docs import District, Finding
from papi_docs.model import FixedDay

Rows = dict[str, list[dict[str, Any]]]
FoundIn = Callable[[Rows], tuple[Finding, ...]]
DistrictOf = Callable[[Rows], District]


def test_lines_of_a_school_replace_and_add(*, rows: Rows, district_of: DistrictOf) -> None:
    own = {"school": "thsr", "deadline": "20/12/2021", "lead": "Văn thư"}
    rows["tasks"] += [own | {"code": "nv01", "content": "Riêng"}, own | {"code": "NV09", "content": "Thêm"}]

    district = district_of(rows)

    contents = {code: [item.task.content for item in district[code].plan.assignments] for code in district.codes}
    assert contents == {
        "THTP3": ["Quán triệt kế hoạch", "Công khai thu, chi"],
        "THSR": ["Riêng", "Công khai thu, chi", "Thêm"],
    }


@pytest.mark.parametrize(
    ("change", "cell", "code", "words"),
    [
        ({"code": ""}, "A3", "cell-empty", "Mã nhiệm vụ"),
        ({"content": ""}, "C3", "cell-empty", "Nội dung công việc"),
        ({"deadline": ""}, "D3", "cell-empty", "Thời hạn"),
        ({"deadline": "31/02/2022"}, "D3", "cell-not-understood", "28/02/2022"),
        ({"deadline": "tháng 13"}, "D3", "cell-not-understood", "tháng 9/2021"),
        ({"deadline": 15.1}, "D3", "date-is-number", "không phải ngày"),
        ({"deadline": "15/9/2022"}, "D3", "date-outside", "ngoài năm học 2021-2022"),
        ({"deadline": "3/12/2022"}, "D3", "date-swapped", "đã ghi ngược ngày và tháng. Ý bạn là 12/3/2022?"),
        ({"deadline": "trước 3/12/2022"}, "D3", "date-swapped", "Ý bạn là 12/3/2022?"),
        ({"deadline": date(2021, 5, 9)}, "D3", "date-swapped", "Excel đã đổi chỗ ngày và tháng. Ý bạn là 05/9/2021?"),
        ({"deadline": "tháng 9/2022"}, "D3", "date-outside", '"tháng 9/2022" (đến 30/9/2022)'),
        ({"deadline": "sau khi kết thúc năm học 60 ngày"}, "D3", "date-outside", "29/7/2022"),
        ({"lead": ""}, "E3", "cell-empty", "Chủ trì"),
        ({"lead": "Lê Văn Cừơng"}, "E3", "person-unknown", 'Ý bạn là "Lê Văn Cường"?'),
        ({"lead": "Võ Thị Lạ"}, "E3", "person-unknown", "Thêm người này"),
        ({"lead": "Tổ Văn phòng"}, "E3", "person-unknown", "Chủ trì là một người"),
        ({"lead": "Kế toán; Văn thư"}, "E3", "person-unknown", "cột Phối hợp"),
        ({"lead": date(2021, 5, 9)}, "E3", "cell-is-date", "ngày tháng"),
        ({"helpers": "Kế toán; Trần Thị Bính"}, "F3", "person-unknown", 'Ý bạn là "Trần Thị Bình"?'),
        ({"helpers": "Kế tóan"}, "F3", "person-unknown", 'Ý bạn là "Kế toán"?'),
        ({"contents": "C1; C77"}, "H3", "content-unknown", '"C77"'),
        ({"contents": "Lớp học kiên cố"}, "H3", "content-unknown", 'Ý bạn là "C1"?'),
        ({"contents": 1}, "H3", "content-unknown", "C1, C2, C3"),
        ({"school": "THXX", "code": "NV05"}, "B3", "school-unknown", '"THXX"'),
    ],
)
def test_one_fault(*, rows: Rows, found_in: FoundIn, change: dict[str, Any], cell: str, code: str, words: str) -> None:
    rows["tasks"][0] |= change

    (finding,) = found_in(rows)

    assert (finding.code, finding.where.sheet, finding.where.cell) == (code, "Nhiệm vụ", cell)
    assert words in finding.message


def test_every_fault_of_a_row_in_one_pass(*, rows: Rows, found_in: FoundIn) -> None:
    rows["tasks"][0] |= {"content": "", "deadline": "mai", "lead": "Võ Thị Lạ", "helpers": "Lê Văn Ai", "contents": "X"}

    assert [finding.where.cell for finding in found_in(rows)] == ["C3", "D3", "H3", "E3", "F3"]


def test_a_line_twice_is_checked_too(*, rows: Rows, found_in: FoundIn) -> None:
    rows["tasks"].append(rows["tasks"][0] | {"code": "nv01", "lead": "Võ Thị Lạ"})

    twice, unknown = found_in(rows)

    assert (twice.code, twice.where.cell) == ("task-twice", "A5")
    assert "ô A3" in twice.message
    assert (unknown.code, unknown.where.cell) == ("person-unknown", "E5")


def test_two_deputies(*, rows: Rows, found_in: FoundIn) -> None:
    rows["staff"].append({"school": "THSR", "name": "Lê Văn Sáu", "position": "Phó Hiệu trưởng"})
    rows["tasks"][0]["lead"] = "Phó Hiệu trưởng"

    (finding,) = found_in(rows)

    assert (finding.code, finding.where.cell, finding.schools) == ("person-ambiguous", "E3", ("THSR",))
    assert "Ghi một trong: Trần Thị Bình; Lê Văn Sáu." in finding.message


def test_a_person_unknown_in_many_schools_is_one_finding(*, rows: Rows, found_in: FoundIn) -> None:
    rows["schools"] += [
        {"code": f"TH{at}", "name": "Trường Tiểu học A", "symbol": f"TH{at}", "commune": "xã Tân Phước"}
        for at in range(7)
    ]
    rows["staff"] += [{"school": f"TH{at}", "name": "Lê An", "position": "Hiệu trưởng"} for at in range(7)]

    (finding,) = found_in(rows)

    assert (finding.code, finding.where.cell) == ("person-unknown", "E4")
    assert finding.schools == tuple(f"TH{at}" for at in range(7))
    assert "và 2 trường khác" in finding.message


@pytest.mark.parametrize("text", ["C1, C2", "c1;c2", "C1 C2", "C1\nC2", "C1, C1, C2"])
def test_contents(*, rows: Rows, district_of: DistrictOf, text: str) -> None:
    rows["tasks"][0]["contents"] = text

    assert district_of(rows)["THSR"].plan.assignments[0].task.contents == ("C1", "C2")


@pytest.mark.parametrize(
    "text",
    ["Kế toán; Hội phụ huynh", "- Kế toán\n- Hội phụ huynh", "Kế toán, Hội phụ huynh", "Kế toán;; Hội phụ huynh;"],
)
def test_helpers(*, rows: Rows, district_of: DistrictOf, text: str) -> None:
    rows["tasks"][0]["helpers"] = text

    helpers = district_of(rows)["THTP3"].plan.assignments[0].helpers
    assert [helper.name for helper in helpers] == ["Lê Văn Cường", "Hội phụ huynh"]


def test_a_true_date(*, rows: Rows, district_of: DistrictOf) -> None:
    rows["tasks"][0]["deadline"] = date(2021, 9, 15)

    assert district_of(rows)["THTP3"].plan.assignments[0].task.deadline == FixedDay(day=date(2021, 9, 15))
