from collections.abc import Callable

import pytest

from papi_docs.checker.rules.text import spacing
from papi_docs.checker.rules.text.prose import Find
from tests.checker.builders import Draft, Paper

WRONG: list[tuple[Find, str, list[str]]] = [
    (spacing.double_slips, "cơ quan, tổ chức  có trách nhiệm", ["  "]),
    (spacing.double_slips, "một.   Hai", ["   "]),
    (spacing.before_slips, "Mục đích : nâng cao , mở rộng .", [" :", " ,", " ."]),
    (spacing.before_slips, "Tầng 2   : Phòng 209", ["   :"]),
    (spacing.after_slips, "giáo viên,nhân viên;học sinh", ["viên,", "viên;"]),
    (spacing.after_slips, "đã xong.Sau đó", ["xong."]),
    (spacing.after_slips, "Mục đích:Nâng cao", ["đích:"]),
    (spacing.joined_slips, "xác lập 11hồ sơ, 1.250bản", ["11hồ", "1.250bản"]),
    (spacing.mark_slips, "về Sở GDĐT..", [".."]),
    (spacing.mark_slips, "giáo viên,, nhân viên;. và", [",,", ";."]),
    (spacing.repeat_slips, "trách nhiệm của của nhà trường", ["của của"]),
    (spacing.repeat_slips, "để nâng cao nâng cao chất lượng", ["nâng cao nâng cao"]),
]
RIGHT: list[tuple[Find, str]] = [
    (spacing.double_slips, "ngày      tháng      năm 2021"),
    (spacing.double_slips, "Kế hoạch số      /KH-THTP3 ngày    tháng 9"),
    (spacing.double_slips, "\ta)\tNội dung"),
    (spacing.before_slips, "hoàn thành./."),
    (spacing.before_slips, "và các việc khác ..."),
    (spacing.after_slips, "7:30, 1.234,5 và 98,5%"),
    (spacing.after_slips, "truong@dongthap.edu.vn, www.Dongthap.gov.vn"),
    (spacing.after_slips, "Lưu: VT, NCKS.Châu"),
    (spacing.after_slips, "ThS.Nguyễn"),
    (spacing.after_slips, "https://Papi.org.vn"),
    (spacing.after_slips, "TP.Hồ Chí Minh"),
    (spacing.joined_slips, "lúc 7h00, nặng 5kg, 20ha, lớp 4a, 3G, khoản 2b"),
    (spacing.mark_slips, "và nhiều việc khác..."),
    (spacing.mark_slips, "sách, vở, v.v..."),
    (spacing.mark_slips, "sách, vở, v.v., và"),
    (spacing.mark_slips, "theo quy định./."),
    (spacing.mark_slips, "như sau:…"),
    (spacing.mark_slips, "……1…;…2..; ngày/tháng/năm"),
    (spacing.mark_slips, "........"),
    (spacing.repeat_slips, "luôn luôn, thường thường, từ từ, rất rất nhiều, năm năm"),
    (spacing.repeat_slips, "lớp lớp người đi, ngày ngày, đời đời"),
]


@pytest.mark.parametrize(("find", "text", "spots"), WRONG)
def test_wrong_spaces(find: Find, text: str, spots: list[str]) -> None:
    assert [text[slip.start : slip.end] for slip in find(text)] == spots


@pytest.mark.parametrize(("find", "text"), RIGHT)
def test_right_spaces(find: Find, text: str) -> None:
    assert not list(find(text))


def test_tones_of_one_word() -> None:
    assert set(spacing.tone_pairs(["văn hóa, văn hóa", "văn hoá, văn hoá"])) == {"hoá"}
    assert not spacing.tone_pairs(["văn hóa, hòa bình", "ủy ban, thuỷ lợi"])
    assert not spacing.tone_pairs(["văn hóa, văn hóa, văn hoá"])
    assert not spacing.tone_pairs(["quý, quý, quí, quí"])


def test_many_spaces_are_one_observation(judged: Callable[[str, Paper], list[str]]) -> None:
    body = "Các tổ  chuyên môn  thực hiện  đúng."
    assert judged("double-space", Paper.plan().change("body", text=body)) == ["  "]
    assert not judged("double-space", Paper.plan().change("body", text=body, cell=None).change("body", text="Các tổ."))


def test_a_paragraph_without_an_end(judged: Callable[[str, Paper], list[str]]) -> None:
    code, text = "end-without-mark", "Các tổ chuyên môn thực hiện đúng thời hạn và báo cáo kết quả về nhà trường " * 2
    assert judged(code, Paper.plan().after("body", Draft("body", text.strip())))
    assert not judged(code, Paper.plan().after("body", Draft("body", text.strip() + ".")))
    assert not judged(code, Paper.plan().after("body", Draft("body", "Các tổ chuyên môn")))
    wrapped = (Draft("body", text.strip()), Draft("body", "để theo dõi."))
    assert not judged(code, Paper.plan().after("body", *wrapped))
