"""Which lines name the superior body and which the issuing one."""

import pytest

from papi_docs.checker.naming.issuers import issuer_begins
from papi_docs.checker.naming.pieces import whole
from papi_docs.checker.written import Align, Paragraph, Run


def _lines(*texts: str) -> tuple[int, float]:
    """Texts with a ``*`` before them are bold."""
    pieces = [
        whole(Paragraph(nth, (Run(text.lstrip("*"), text.lstrip("*"), 0, (), 13, bold=text[0] == "*"),), Align.CENTRE))
        for nth, text in enumerate(texts)
    ]
    return issuer_begins(pieces)


@pytest.mark.parametrize(
    ("texts", "begins"),
    [
        (("*CHÍNH PHỦ",), 0),
        (("*ỦY BAN NHÂN DÂN", "*TỈNH BÌNH THUẬN"), 0),
        (("ỦY BAN NHÂN DÂN", "TỈNH BÌNH THUẬN"), 0),
        (("ỦY BAN NHÂN DÂN", "*TỈNH BÌNH THUẬN"), 0),
        (("*SỞ GIÁO DỤC", "*VÀ ĐÀO TẠO"), 0),
        (("*SỞ GIÁO DỤC VÀ", "*ĐÀO TẠO ĐỒNG THÁP"), 0),
        (("UBND TỈNH BÌNH THUẬN", "*SỞ NỘI VỤ"), 1),
        (("*UBND TỈNH BÌNH THUẬN", "*SỞ NỘI VỤ"), 1),
        (("UBND TỈNH BÌNH THUẬN", "SỞ NỘI VỤ"), 1),
        (("*UBND TỈNH BÌNH THUẬN", "SỞ NỘI VỤ"), 1),
        (("UBND HUYỆN TÂN HỒNG", "*PHÒNG GD&ĐT"), 1),
        (("UBND HUYỆN TÂN HỒNG", "*PHÒNG GIÁO DỤC", "*VÀ ĐÀO TẠO"), 1),
        (("ỦY BAN NHÂN DÂN", "HUYỆN TÂN HỒNG", "*TRƯỜNG TIỂU HỌC", "*TÂN PHƯỚC 3"), 2),
        (("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TỈNH ĐỒNG THÁP", "*TRƯỜNG THPT TÂN HỒNG"), 2),
        (("BỘ LAO ĐỘNG", "TỔNG CỤC GIÁO DỤC NGHỀ NGHIỆP", "*TRƯỜNG CAO ĐẲNG NGHỀ SỐ 1"), 2),
        (("TẬP ĐOÀN A", "*NHÀ MÁY GỖ B"), 1),
    ],
)
def test_the_issuer_begins(texts: tuple[str, ...], begins: int) -> None:
    assert _lines(*texts)[0] == begins


def test_words_and_weight_together_are_certain() -> None:
    assert _lines("UBND TỈNH BÌNH THUẬN", "*SỞ NỘI VỤ")[1] > 0.95


def test_what_neither_says_is_doubtful() -> None:
    assert _lines("*TRƯỜNG", "*NHÀ VĂN HÓA")[1] < 0.8
    assert _lines() == (0, 0.0)
