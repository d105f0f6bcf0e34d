"""Tags of templates are told from the words about them, and what they stand for by their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_docs.checker.naming.tags import blanked, tag_kind, tag_length, without_tags


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{{so_ky_hieu}}", "number"),
        ("{{ SoKyHieu }}", "number"),
        ("«So_van_ban»", "number"),
        ("{{so}}", "number"),
        ("{{ngay_thang}}", "place_and_date"),
        ("«Dia_danh», «ngay_ban_hanh»", "place_and_date"),
        ("[Địa danh, ngày tháng năm]", "place_and_date"),
        ("{{loai_van_ban}}", "type"),
        ("[TÊN LOẠI VĂN BẢN]", "type"),
        ("«Trich_yeu»", "subject"),
        ("{{chuc_vu_nguoi_ky}}", "authority"),
        ("${nguoiKy}", "signer"),
        ("<<Ho ten>>", "signer"),
        ("- {{noi_nhan}};", "recipients"),
        ("{{kinh_gui}}", "addressee"),
        ("{{ten_co_quan}}", "body_name"),
        ("{{x1}}", "?"),
        ("{% if nam %}", "?"),
        ("Số: {{so}}", ""),
        ("Căn cứ {{ten_co_quan}}", ""),
        ("[1]", ""),
        ("[Đã ký]", ""),
        ("«Dạy tốt, học tốt»", ""),
        ("", ""),
    ],
)
def test_what_tags_stand_for(text: str, kind: str) -> None:
    assert tag_kind(text) == kind


def test_some_letters_besides() -> None:
    assert tag_kind("Số: {{so_ky_hieu}}", besides=2) == "number"
    assert tag_kind("Số: {{so_ky_hieu}}", besides=1) == ""


@pytest.mark.parametrize(
    ("text", "blank", "bare"),
    [
        ("Số: «so»/KH-THTP3", "Số: …/KH-THTP3", "Số: /KH-THTP3"),
        ("[Địa danh], ngày [..]", "…, ngày …", ", ngày "),
        ("phong trào «Dạy tốt, học tốt» [1]", "phong trào «Dạy tốt, học tốt» [1]", "phong trào «Dạy tốt, học tốt» [1]"),
    ],
)
def test_without_them(text: str, blank: str, bare: str) -> None:
    assert (blanked(text), without_tags(text)) == (blank, bare)


@given(st.text(alphabet="{}«»[]<>$%aộ Số:._\n", max_size=40))
def test_nothing_is_added(text: str) -> None:
    assert 0 <= tag_length(text) <= len(text)
    assert (tag_kind(text) != "") <= (tag_length(text) > 0)
