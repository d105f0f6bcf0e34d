"""A form's own words are told from those of a document."""

import pytest

from papi_docs.checker.naming.placeholders import is_placeholder


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("superior", "TÊN CQ, TC CHỦ QUẢN1"),
        ("issuer", "TÊN CƠ QUAN, TỔ  CHỨC2"),
        ("authority", "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ7"),
        ("signer", "Họ và tên"),
        ("type", "TÊN LOẠI VĂN BẢN6"),
        ("number", "Số:         /NQ-…3..."),
        ("number", "Số: ..... /………."),
        ("place_and_date", "…4..., ngày …… tháng …… năm ……"),
        ("subject", "Về việc ...............5 ............................."),
        ("basis", "Căn cứ \t;"),
        ("recipients", "- Lưu: VT, ...7. …8."),
        ("article", "Điều 1. ................................8................"),
        ("annex_reference", "(Kèm theo Văn bản số…3….. ngày…4  tháng…4 năm …4 của …5……...)"),
    ],
)
def test_of_a_form(role: str, text: str) -> None:
    assert is_placeholder(role, text)


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("issuer", "TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3"),
        ("type", "KẾ HOẠCH"),
        ("number", "Số:       /KH-THTP3"),
        ("number", "Số: ……/KH-THTP3"),
        ("place_and_date", "Tân Hồng, ngày … tháng … năm 2021"),
        ("recipients", "- Như trên;"),
        ("recipients", "- Lưu: VT."),
        ("basis", "Căn cứ Kế hoạch số ……/KH-THTP1 ngày … tháng … năm … của Trường Tiểu học Tân Phước 1;"),
        ("body", "Nhà trường mời các lớp 1A, 1B, 1C... tham dự buổi họp."),
    ],
)
def test_of_a_document(role: str, text: str) -> None:
    assert not is_placeholder(role, text)
