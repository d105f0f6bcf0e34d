from collections.abc import Callable

import pytest

from papi_docs.checker.rules.text import leftovers
from papi_docs.checker.rules.text.prose import Find
from tests.checker.builders import Draft, Paper

WRONG: list[tuple[Find, str]] = [
    (leftovers.tag_slips, "Hiệu trưởng {{ ten_hieu_truong }}"),
    (leftovers.tag_slips, "{% if co_phu_luc %}"),
    (leftovers.tag_slips, "Kính gửi: «TenCoQuan»"),
    (leftovers.tag_slips, "ông ${ho_ten}"),
    (leftovers.field_slips, "xem Error! Reference source not found."),
    (leftovers.field_slips, "tổng số #REF!"),
    (leftovers.field_slips, "kết quả: None."),
    (leftovers.prompt_slips, "Click or tap here to enter text."),
    (leftovers.prompt_slips, "[Nhập nội dung]"),
    (leftovers.prompt_slips, "Kính gửi: <tên cơ quan>"),
    (leftovers.prompt_slips, "số XXX/KH-UBND"),
    (leftovers.prompt_slips, "ông Nguyễn Văn xxxx"),
    (leftovers.prompt_slips, "Lorem ipsum dolor"),
    (leftovers.room_slips, "trước ngày ………"),
    (leftovers.room_slips, "họ tên: ............"),
]
RIGHT: list[tuple[Find, str]] = [
    (leftovers.tag_slips, "tập hợp {a, b} và “Tổ quốc ghi công”"),
    (leftovers.field_slips, "số 5, None of them; Error in thought"),
    (leftovers.prompt_slips, "thư gửi về <truong@dongthap.edu.vn>"),
    (leftovers.prompt_slips, "Đại hội lần thứ XXX của tỉnh"),
    (leftovers.prompt_slips, "theo tài liệu [1], [2, tr. 5] và [ (Đã ký"),
    (leftovers.prompt_slips, "nếu a < b và c > d"),
    (leftovers.prompt_slips, "size XXL"),
    (leftovers.room_slips, "sách, vở… và bút..."),
]


@pytest.mark.parametrize(("find", "text"), WRONG)
def test_left_over(find: Find, text: str) -> None:
    assert len(list(find(text))) == 1


@pytest.mark.parametrize(("find", "text"), RIGHT)
def test_nothing_left_over(find: Find, text: str) -> None:
    assert not list(find(text))


def test_room_is_a_fault_of_issued_papers_alone(judged: Callable[[str, Paper], list[str]]) -> None:
    paper = Paper.plan().after("body", Draft("body", "Gửi về trường trước ngày ……… để tổng hợp."))
    assert judged("room-in-issued-paper", paper) == ["………"]
    draft = Paper(paper.form, paper.drafts, paper.type_name, paper.dated, "", "KH-THTP3")
    assert not judged("room-in-issued-paper", draft)
    assert not judged("room-in-issued-paper", paper.change("issuer", placeholder=True))


@pytest.mark.parametrize(
    ("code", "text"),
    [("prompt-left", "Kính gửi: [Nhập tên cơ quan]"), ("template-tag-left", "Kính gửi: {{ noi_nhan }}")],
)
def test_room_in_an_element_is_left_over_too(code: str, text: str, judged: Callable[[str, Paper], list[str]]) -> None:
    assert len(judged(code, Paper.letter().change("addressee", text=text, placeholder=True))) == 1
