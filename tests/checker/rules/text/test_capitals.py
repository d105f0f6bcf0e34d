from collections.abc import Callable
from dataclasses import replace

import pytest

from papi_docs.checker.rules.text import capitals, names, place_names
from papi_docs.checker.rules.text.prose import Find
from tests.checker.builders import Draft, Paper, cell

WRONG: list[tuple[Find, str, list[str]]] = [
    (capitals.cited_unit_slips, "theo khoản 2 điều 5 của Luật Giáo dục", ["điều"]),
    (capitals.cited_unit_slips, "quy định tại điều 5 Nghị định số 30/2020/NĐ-CP", ["điều"]),
    (capitals.cited_unit_slips, "tại mục 2 chương III Nghị định này", ["mục", "chương"]),
    (capitals.cited_unit_slips, "tại chương IV Quy chế này", ["chương"]),
    (capitals.cited_unit_slips, "- Như điều 3;", ["điều"]),
    (place_names.province_slips, "các tỉnh (Lâm Đồng, Đắk Nông, Bình thuận)", ["Bình thuận"]),
    (place_names.province_slips, "UBND tỉnh Hòa bình", ["Hòa bình"]),
    (capitals.clause_slips, "theo Khoản 2 Điều 5 Nghị định này", ["Khoản"]),
    (capitals.clause_slips, "theo Điểm a khoản 2 Điều 5", ["Điểm"]),
    (capitals.clause_slips, "tại Điểm a, Khoản 3, Điều 1", ["Điểm", "Khoản"]),
    (capitals.type_slips, "thực hiện kế hoạch số 05/KH-UBND", ["kế hoạch"]),
    (capitals.type_slips, "theo chỉ thị số 03/CT-TTG.", ["chỉ thị"]),
    (capitals.type_slips, "ban hành công văn số 884/CV-UBND", ["công văn"]),
    (capitals.type_slips, "căn cứ nghị định số: 30/2020/NĐ-CP", ["nghị định"]),
    (capitals.type_slips, "tại thông tư liên tịch số 5/2015/TTLT-BNV", ["thông tư liên tịch"]),
    (capitals.sentence_slips, "Nhà trường đã tổ chức. kết quả như sau", ["kết"]),
    (capitals.sentence_slips, "hạn báo cáo ngày 30/4/2026. không có vụ việc", ["không"]),
    (capitals.sentence_slips, "trong năm 2026. việc này do", ["việc"]),
    (capitals.sentence_slips, "Vì sao? vì chưa đủ kinh phí.", ["vì"]),
    (capitals.day_slips, "sáng thứ hai, ngày 24/8/2026", ["thứ hai"]),
    (capitals.day_slips, "họp vào chiều thứ sáu", ["thứ sáu"]),
    (capitals.day_slips, "ngày 12 tháng 12 năm 2025 (thứ sáu).", ["thứ sáu"]),
    (capitals.day_slips, "8 giờ ngày 12/12/2025 (thứ sáu), tại hội trường", ["thứ sáu"]),
    (capitals.day_slips, "vào tháng giêng âm lịch", ["tháng giêng"]),
    (place_names.unit_slips, "trường thuộc quận 1, thành phố Hồ Chí Minh", ["quận", "thành phố"]),
    (place_names.unit_slips, "tại thủ đô Hà Nội", ["thủ đô"]),
    (place_names.unit_slips, "trên địa bàn Huyện Tân Hồng, Tỉnh Đồng Tháp", ["Huyện", "Tỉnh"]),
    (place_names.unit_slips, "nhân dân Xã Tân Phước", ["Xã"]),
    (place_names.unit_slips, "theo Ủy ban nhân dân Tỉnh và UBND Huyện.", ["Tỉnh", "Huyện"]),
    (capitals.people_slips, "sự lãnh đạo của Đảng và nhà nước", ["nhà nước"]),
    (capitals.people_slips, "nâng cao đời sống của nhân dân", ["nhân dân"]),
    (names.body_slips, "Phòng giáo dục và đào tạo huyện Tân Hồng", ["Phòng giáo dục và đào tạo"]),
    (names.body_slips, "phòng Giáo dục và Đào tạo huyện Tân Hồng", ["phòng Giáo dục và Đào tạo"]),
    (names.body_slips, "Sở Giáo Dục Và Đào Tạo Đồng Tháp", ["Sở Giáo Dục Và Đào Tạo"]),
    (names.body_slips, "ủy ban nhân dân huyện Tân Hồng", ["ủy ban nhân dân"]),
    (names.body_slips, "Trưởng phòng giáo dục và đào tạo", ["phòng giáo dục và đào tạo"]),
    (names.body_slips, "gửi sở giáo dục và đào tạo", ["sở giáo dục và đào tạo"]),
    (names.body_slips, "Ủy Ban Nhân Dân xã An Phước", ["Ủy Ban Nhân Dân"]),
    (names.body_slips, "uỷ ban nhân dân tỉnh", ["uỷ ban nhân dân"]),
    (names.body_slips, "Hội đồng Nhân dân xã", ["Hội đồng Nhân dân"]),
]
RIGHT: list[tuple[Find, str]] = [
    (capitals.cited_unit_slips, "tại khoản 1 các điều 134, 135 và 136 của Bộ luật Hình sự"),
    (capitals.cited_unit_slips, "gồm nhiều điều 5 năm trước đã nêu"),
    (capitals.cited_unit_slips, "điểm a khoản 2 Điều 5 Nghị định này"),
    (capitals.cited_unit_slips, "hoàn thành phần 2 của công trình"),
    (capitals.cited_unit_slips, "sửa đổi một số điều của Luật Giáo dục"),
    (capitals.clause_slips, "Khoản 2 Điều 5 quy định như sau"),
    (capitals.cited_unit_slips, "Như điều kiện đã nêu"),
    (place_names.province_slips, "tỉnh Bình Thuận, TỈNH BÌNH THUẬN, Cao bằng trời, vì Hòa bình, Hải dương học"),
    (capitals.clause_slips, "như sau: Khoản 2 Điều 5"),
    (capitals.clause_slips, "lấy Điểm 10 làm chuẩn"),
    (capitals.clause_slips, "theo khoản 2 Điều 5"),
    (capitals.clause_slips, "Hội thi. Điểm a khoản 2"),
    (capitals.type_slips, "thực hiện Kế hoạch số 05/KH-UBND"),
    (capitals.type_slips, "các kế hoạch số 05/KH-UBND và số 06/KH-UBND"),
    (capitals.type_slips, "văn bản số 05/SNV-VP"),
    (capitals.type_slips, "xây dựng kế hoạch số lượng 5/10 lớp"),
    (capitals.type_slips, "có quyết định số lượng người"),
    (capitals.sentence_slips, "sách, vở, v.v. và các đồ dùng khác"),
    (capitals.sentence_slips, "xem tr. mười hai"),
    (capitals.sentence_slips, "số 1. abc"),
    (capitals.sentence_slips, "theo mã 2026. abc, số 12/2026.hn"),
    (capitals.sentence_slips, "Từ đó... rồi mới đến"),
    (capitals.sentence_slips, "gửi về email. truong@edu.vn"),
    (capitals.day_slips, "lần thứ hai, các lớp"),
    (capitals.day_slips, "người thứ ba của nhóm"),
    (capitals.day_slips, "sáng thứ Hai, ngày 24/8/2026"),
    (capitals.day_slips, "trong 12 tháng năm 2021"),
    (place_names.unit_slips, "huyện Tân Hồng, tỉnh Đồng Tháp"),
    (place_names.unit_slips, "tại Phường Điện Biên Phủ và Phường Nguyễn Trãi"),
    (place_names.unit_slips, "Quận 1, Thành phố Hồ Chí Minh"),
    (place_names.unit_slips, "mỗi phường 3 người"),
    (place_names.unit_slips, "Ban Thường vụ Tỉnh Đoàn và Huyện Ủy"),
    (place_names.unit_slips, "tại Trường Tiểu học Thị trấn Sa Rài"),
    (place_names.unit_slips, "UBND Quận 1, UBND Phường Nguyễn Trãi, UBND Thành phố Hồ Chí Minh, UBND tỉnh"),
    (place_names.unit_slips, "Huyện Tân Hồng đã hoàn thành"),
    (capitals.people_slips, "Ủy ban nhân dân huyện và Hội đồng nhân dân"),
    (capitals.people_slips, "Tòa án nhân dân và Viện kiểm sát nhân dân"),
    (capitals.people_slips, "quản lý nhà nước về công tác văn thư"),
    (capitals.people_slips, "100 đồng nhân dân tệ, trả bằng nhân dân tệ"),
    (capitals.people_slips, "công an nhân dân và quân đội nhân dân"),
    (capitals.people_slips, "lấy ý kiến Nhân dân"),
    (names.body_slips, "các phòng giáo dục và đào tạo, các ủy ban nhân dân"),
    (names.body_slips, "Trưởng phòng Văn hóa - Xã hội, Phó Trưởng phòng Văn hoá - Xã hội, phó phòng Văn hóa - Xã hội"),
    (names.body_slips, "Bộ Giáo dục và Đào tạo, Sở Văn hóa, Thể thao và Du lịch, Sở Văn hoá, Thể thao và Du lịch"),
    (names.body_slips, "Ủy ban nhân dân các cấp, Uỷ ban nhân dân tỉnh"),
    (names.body_slips, "UBND xã; ỦY BAN NHÂN DÂN XÃ AN PHƯỚC"),
    (names.body_slips, "Phòng Văn hóa - Xã hội xã"),
    (names.body_slips, "công tác giáo dục và đào tạo, khoa học và công nghệ"),
    (names.body_slips, "Bộ tiêu chí đánh giá, phòng học, phòng y tế"),
    (names.body_slips, "viên chức trong các cơ sở giáo dục và đào tạo trên địa bàn tỉnh"),
    (names.body_slips, "đội ngũ cán bộ giáo dục và đào tạo; Cán bộ khoa học và công nghệ"),
    (names.body_slips, "Văn phòng giáo dục và đào tạo của nhà trường"),
    (names.body_slips, "hoạt động của cơ sở văn hóa, thể thao và du lịch, toàn bộ giao thông vận tải"),
    (names.body_slips, "nhiều sở khoa học và công nghệ, một số phòng giáo dục và đào tạo"),
]


@pytest.mark.parametrize(("find", "text", "spots"), WRONG)
def test_wrong_capitals(find: Find, text: str, spots: list[str]) -> None:
    assert [text[slip.start : slip.end] for slip in find(text)] == spots


@pytest.mark.parametrize(("find", "text"), RIGHT)
def test_right_capitals(find: Find, text: str) -> None:
    assert not list(find(text))


def test_words_of_others_and_capitals_are_left(judged: Callable[[str, Paper], list[str]]) -> None:
    code = "cited-unit-not-capital"
    body = "Sửa đổi như sau: “theo khoản 2 điều 5 Nghị định này”."
    assert not judged(code, Paper.plan().change("body", text=body))
    assert judged(code, Paper.plan().change("body", text=body.replace("“", "").replace("”", "")))
    across = (Draft("body", "Sửa như sau: “theo luật."), Draft("body", "khoản 2 điều 5 Nghị định này.”"))
    assert not judged(code, Paper.plan().after("body", *across))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ngày. tháng. năm sinh", []),
        ("Cơ quan. đơn vị đang làm việc", []),
        ("Nhà trường đã tổ chức. kết quả như sau.", ["kết"]),
    ],
)
def test_a_dot_in_the_heading_of_a_column_ends_no_sentence(
    text: str, found: list[str], judged: Callable[[str, Paper], list[str]]
) -> None:
    data = replace(cell(5, 0, 0, 60), bordered=True)
    paper = Paper.plan().after("body", Draft("body", text, place={"cell": data}))
    assert judged("sentence-not-capital", paper) == found


def test_a_line_begins_with_a_capital(judged: Callable[[str, Paper], list[str]]) -> None:
    code = "line-not-capital"
    assert not judged(code, Paper.plan())
    assert judged(code, Paper.plan().change("point", 1, text="b) công khai việc nhà trường làm.")) == ["công"]
    wrapped = (
        Paper.plan().change("point", text="a) Giúp cán bộ, giáo viên").change("point", 1, text="hiểu rõ chín nội dung.")
    )
    assert not judged(code, wrapped)
