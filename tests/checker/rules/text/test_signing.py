from collections.abc import Callable

import pytest

from papi_docs.checker.anatomy import Form
from papi_docs.checker.rule import Observation
from papi_docs.checker.rules.text.signing import authority_fault, rank_of
from papi_docs.findings import Severity
from tests.checker.builders import Draft, Paper


@pytest.mark.parametrize(
    "lines",
    [
        "HIỆU TRƯỞNG",
        "KT. HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG",
        "KT. BỘ TRƯỞNG / THỨ TRƯỞNG",
        "KT.CHỦ TỊCH / PHÓ CHỦ TỊCH",
        "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH",
        "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
        "TM. CHÍNH PHỦ / THỦ TƯỚNG",
        "TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG",
        "TL. BỘ TRƯỞNG / KT. VỤ TRƯỞNG / PHÓ VỤ TRƯỞNG",
        "TUQ. GIÁM ĐỐC / TRƯỞNG PHÒNG TỔ CHỨC",
        "Q. HIỆU TRƯỞNG",
        "CHỦ TỌA",
        "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ",
        "TRƯỞNG ĐOÀN KIỂM TRA",
        "THƯ KÝ",
        "TM. BAN CHỈ ĐẠO / PHÓ TRƯỞNG BAN",
        "KT. TRƯỞNG BAN / PHÓ TRƯỞNG BAN / HIỆU TRƯỞNG",
        "KT. TƯ LỆNH / PHÓ TƯ LỆNH, THAM MƯU TRƯỞNG",
        "KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG",
    ],
)
def test_authority_is_right(lines: str) -> None:
    assert authority_fault(lines.split(" / ")) is None


@pytest.mark.parametrize(
    ("lines", "severity"),
    [
        ("TM. HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG", Severity.FAULT),
        ("TM. GIÁM ĐỐC", Severity.FAULT),
        ("KT. HIỆU TRƯỞNG", Severity.FAULT),
        ("KT. PHÓ HIỆU TRƯỞNG", Severity.FAULT),
        ("KT HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG", Severity.FAULT),
        ("K/T HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG", Severity.FAULT),
        ("T/M ỦY BAN NHÂN DÂN / CHỦ TỊCH", Severity.FAULT),
        ("KT. HIỆU TRƯỞNG / TRƯỞNG PHÒNG", Severity.WARNING),
        ("PHÓ HIỆU TRƯỞNG", Severity.WARNING),
        ("PHÓ HIỆU TRƯỞNG PHỤ TRÁCH", Severity.WARNING),
        ("TL. ỦY BAN NHÂN DÂN / CHÁNH VĂN PHÒNG", Severity.WARNING),
        ("TL. CHỦ TỊCH", Severity.FAULT),
        ("QUYỀN HIỆU TRƯỞNG", Severity.WARNING),
    ],
)
def test_authority_is_wrong(lines: str, severity: Severity) -> None:
    fault = authority_fault(lines.split(" / "))
    assert fault
    assert fault[2] is severity


def test_a_deputy_may_chair() -> None:
    assert authority_fault(["PHÓ HIỆU TRƯỞNG"], Form.MINUTES) is None


@pytest.mark.parametrize(
    ("name", "rank"),
    [
        ("ThS. Nguyễn Văn An", "ThS."),
        ("Th.s Bùi Đình Thiện", "Th.s"),
        ("PGS.TS. Trần Thị Bình", "PGS.TS."),
        ("PGS. TS Trần Thị Bình", "PGS. TS"),
        ("Tiến sĩ Lê Văn Cường", "Tiến sĩ"),
        ("NGƯT. Phạm Thị Dung", "NGƯT."),
        ("Đ/c Nguyễn Văn An", "Đ/c"),
        ("BSCKII. Nguyễn Văn An", "BSCKII."),
        ("Ông Nguyễn Văn An", "Ông"),
        ("Nguyễn Văn An", ""),
        ("Bà Thị Mai", "Bà"),
        ("Cô Văn Ty", "Cô"),
        ("Kso Phước", ""),
        ("Tsằn Văn Sáng", ""),
        ("Bàn Văn Thông", ""),
        ("KS Y Thông", "KS"),
    ],
)
def test_rank_before_a_name(name: str, rank: str) -> None:
    assert rank_of(name) == rank


def test_schools_may_have_a_rule_of_their_own(observed: Callable[[str, Paper], list[Observation]]) -> None:
    school = Paper.plan().change("signer", text="ThS. Nguyễn Thị Lan")
    assert [seen.severity for seen in observed("rank-before-signer", school)] == [Severity.WARNING]
    office = school.change("superior", text="UBND TỈNH ĐỒNG THÁP").change("issuer", text="SỞ NỘI VỤ")
    assert [seen.severity for seen in observed("rank-before-signer", office)] == [Severity.FAULT]
    assert not observed("rank-before-signer", Paper.plan())


def test_urgency(judged: Callable[[str, Paper], list[str]]) -> None:
    for text, said in (("HỎA TỐC", 0), ("HOẢ TỐC", 0), ("KHẨN", 0), ("RẤT KHẨN", 1), ("HỎA TÓC", 1)):
        assert len(judged("urgency-unknown", Paper.plan().after("number", Draft("urgency", text)))) == said
    assert judged("urgency-unknown", Paper.plan().after("number", Draft("", "RẤT KHẨN"))) == ["RẤT KHẨN"]
    assert not judged("urgency-unknown", Paper.plan().change("subject", text="Ứng phó tình huống khẩn"))
