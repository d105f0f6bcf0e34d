"""Papers that two bodies issue together."""

from pathlib import Path

import pytest

from tests.checker.naming.writing import BODY, HEADER, TITLE, Writer, named

UNION = ("Nơi nhận:", "- Lưu: VT.")
SIGNED = (
    ("*TM. BAN CHẤP HÀNH CÔNG ĐOÀN", "*CHỦ TỊCH", "", "", "*Đỗ Thị Hồng"),
    ("*HIỆU TRƯỞNG", "", "", "", "*Ngô Văn Phúc"),
)


@pytest.mark.parametrize(
    ("above", "symbol", "signed", "issuers"),
    [
        ("*TRƯỜNG THPT NGUYỄN TRÃI", "KHPH-THPTNT-CĐCS", SIGNED, ["TRƯỜNG THPT NGUYỄN TRÃI CÔNG ĐOÀN CƠ SỞ"]),
        ("TRƯỜNG THPT NGUYỄN TRÃI", "KHPH-THPTNT-CĐCS", SIGNED, ["CÔNG ĐOÀN CƠ SỞ"]),
        ("*TRƯỜNG THPT NGUYỄN TRÃI", "KH-CĐCS", SIGNED, ["CÔNG ĐOÀN CƠ SỞ"]),
        ("*TRƯỜNG THPT NGUYỄN TRÃI", "KHPH-THPTNT-CĐCS", (UNION, SIGNED[1]), ["CÔNG ĐOÀN CƠ SỞ"]),
    ],
    ids=["both", "one above", "symbol of one", "one signs"],
)
def test_two_issuers(
    above: str, symbol: str, signed: tuple[tuple[str, ...], ...], issuers: list[str], tmp_path: Path
) -> None:
    head = ((above, "*CÔNG ĐOÀN CƠ SỞ", f"Số: 18/{symbol}"), HEADER[1])
    writer = Writer().columns(head).lines(*TITLE, *BODY).columns(signed)
    assert [text for _, text in named(writer.anatomy(tmp_path), "issuer")] == issuers
