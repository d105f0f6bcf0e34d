"""What texts look like by their words alone."""

from datetime import date

import pytest

from papi_docs.checker.naming.patterns import (
    authority_score,
    begins_body,
    begins_type,
    date_score,
    has_year,
    is_note,
    is_person,
    number_score,
    parsed_date,
    parsed_number,
    urgency_of,
)


@pytest.mark.parametrize(
    ("text", "number", "symbol"),
    [
        ("Số: 05/KH-THTP3", "05", "KH-THTP3"),
        ("Số:      /KH-THTP3", "", "KH-THTP3"),
        ("Số: ……/KH-THTP3", "", "KH-THTP3"),
        ("Số: 12 / THTP3 - VP", "12", "THTP3-VP"),
        ("Luật số: 02/2021/QH15", "02", "QH15"),
        ("Số: 30/2020/NĐ-CP", "30", "NĐ-CP"),
        ("Số: 7", "7", ""),
        ("Số:", "", ""),
        ("Kế hoạch", "", ""),
    ],
)
def test_parsed_number(text: str, number: str, symbol: str) -> None:
    assert parsed_number(text) == (number, symbol)


@pytest.mark.parametrize(
    "text",
    ["Số điện thoại: 0277 3830 123", "Số lượng: 12", "Kèm theo Quyết định số 12/QĐ-UBND", "Số: 1; 05/3/2020; 10:20:30"],
)
def test_no_number(text: str) -> None:
    assert number_score(text) < 4


@pytest.mark.parametrize(
    ("text", "year"), [("Số: 30/2020/NĐ-CP", True), ("Số: 02/2021/QH15", True), ("Số: 05/KH-A", False)]
)
def test_only_legislation_has_the_year_in_its_number(text: str, year: bool) -> None:
    assert has_year(text) is year


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tân Hồng, ngày 05 tháng 01 năm 2021", date(2021, 1, 5)),
        ("Tân Hồng, ngày 5 / 1 / 2021", date(2021, 1, 5)),
        ("Tân Hồng, ngày    tháng 01 năm 2021", None),
        ("Tân Hồng, ngày 31 tháng 02 năm 2021", None),
    ],
)
def test_parsed_date(text: str, day: date | None) -> None:
    assert parsed_date(text) == day


@pytest.mark.parametrize(
    "text",
    ["(Kèm theo Quyết định số 5 ngày 05 tháng 01 năm 2021)", "Thời gian: buổi sáng", "ngày/tháng/năm; giờ: phút: giây"],
)
def test_no_date_line(text: str) -> None:
    assert date_score(text) < 0


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Thị Lan",
        "Th.s Bùi Đình Thiện",
        "ThS. Lê Văn A",
        "PGS.TS. Trần Thị B",
        "Thượng tá Nguyễn Văn C",
        "Họ và tên",
        "H’Hen Niê",
    ],
)
def test_a_person(text: str) -> None:
    assert is_person(text) > 0


@pytest.mark.parametrize(
    "text", ["KT. HIỆU TRƯỞNG", "DANH SÁCH", "Nơi nhận:", "Lan", "Lớp học kiên cố", "Năm học 2021"]
)
def test_no_person(text: str) -> None:
    assert is_person(text) < 0


@pytest.mark.parametrize(
    "text",
    [
        "KT. HIỆU TRƯỞNG",
        "TM. ỦY BAN NHÂN DÂN",
        "TL.CHỦ TỊCH",
        "TUQ. GIÁM ĐỐC",
        "KT HIỆU TRƯỞNG",
        "Q. GIÁM ĐỐC",
        "THƯ KÝ",
    ],
)
def test_an_authority(text: str) -> None:
    assert authority_score(text) >= 4


@pytest.mark.parametrize(
    "text",
    [
        "(Đã ký)",
        "(Ký, ghi rõ họ tên)",
        "[đã ký]",
        "(Chữ ký của người có thẩm quyền,",
        "Ký bởi: Sở Tài chính",
        "Ngày ký: 10/04/2026 15:20:11 +07:00",
        "Thời gian ký: 10.04.2026",
        "Người ký: Nguyễn Tấn Thành",
    ],
)
def test_a_note_where_one_signs(text: str) -> None:
    assert is_note(text)


@pytest.mark.parametrize(
    ("text", "mark"),
    [("HỎA TỐC", "urgency"), ("HOẢ TỐC", "urgency"), ("KHẨN", "urgency"), ("LƯU HÀNH NỘI BỘ", "circulation")],
)
def test_marks(text: str, mark: str) -> None:
    assert urgency_of(text) == mark


@pytest.mark.parametrize(
    ("folded", "key"),
    [
        ("ke hoach", "ke hoach"),
        ("ke hoach nam 2021", "ke hoach"),
        ("thong tu lien tich", "thong tu lien tich"),
        ("ke hoachx", ""),
        ("lop hoc", ""),
    ],
)
def test_begins_type(folded: str, key: str) -> None:
    assert begins_type(folded) == key


@pytest.mark.parametrize(
    ("folded", "begins"),
    [("so noi vu", True), ("so 5", False), ("khoa hoc tu nhien", False), ("tinh dong thap", False)],
)
def test_begins_body(folded: str, begins: bool) -> None:
    assert begins_body(folded) is begins
