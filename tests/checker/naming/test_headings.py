"""What the beginning of a line says about its number."""

import pytest

from papi_docs.checker.naming.headings import numbered


@pytest.mark.parametrize(
    ("text", "kind", "number", "rest"),
    [
        ("I. MỤC ĐÍCH", "roman", "I", "MỤC ĐÍCH"),
        ("IV/ TỔ CHỨC", "roman", "IV", "TỔ CHỨC"),
        ("A. ĐẶC ĐIỂM", "letter", "A", "ĐẶC ĐIỂM"),
        ("1. Mục đích", "arabic", "1", "Mục đích"),
        ("1.Mục đích", "arabic", "1", "Mục đích"),
        ("2/ Vị trí", "arabic", "2", "Vị trí"),
        ("10) Nội dung", "arabic", "10", "Nội dung"),
        ("8.1 Tình hình", "deeper", "8.1", "Tình hình"),
        ("8.2. Công tác", "deeper", "8.2", "Công tác"),
        ("a) Giáo dục", "point", "a", "Giáo dục"),
        ("đ) Hiệp hội", "point", "đ", "Hiệp hội"),
        ("b/ Phòng", "point", "b", "Phòng"),
        ("Điều 1. Phạm vi", "article", "1", "Phạm vi"),
        ("Điều 12: Phạm vi", "article", "12", "Phạm vi"),
        ("Điều 2 - Phạm vi", "article", "2", "Phạm vi"),
        ("ĐIỀU 2. Hiệu lực", "article", "2", "Hiệu lực"),
        ("Điều 3", "article", "3", ""),
        ("Chương I", "chapter", "I", ""),
        ("CHƯƠNG II: QUY ĐỊNH", "chapter", "II", "QUY ĐỊNH"),
        ("Mục 1", "chapter", "1", ""),
        ("Phần thứ hai", "chapter", "thứ hai", ""),
        ("Chương V\nQUẢN LÝ", "chapter", "V", "QUẢN LÝ"),
        ("  II. Nội dung", "roman", "II", "Nội dung"),
    ],
)
def test_numbered(text: str, kind: str, number: str, rest: str) -> None:
    found = numbered(text)
    assert found is not None
    assert (found.kind, found.number, found.rest) == (kind, number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Điều 15 của Luật này quy định việc cấp số",
        "Mục 2 của Nghị định này quy định như sau",
        "Chương trình công tác năm 2021",
        "2021 là năm đầu của nhiệm kỳ",
        "1.234 học sinh",
        "24/8/2026 khai giảng",
        "“Điều 44. Trách nhiệm",
        "“1. Chỉ được khởi tố",
        "T.P. Hồ Chí Minh",
        "- Lớp học kiên cố",
        "(1) Tiếp tục phối hợp",
        "IIII. Không phải số La Mã",
        "Việt Nam",
        "98,5% phụ huynh hài lòng",
    ],
)
def test_not_numbered(text: str) -> None:
    assert numbered(text) is None
