from collections.abc import Callable

import pytest

from papi_docs.checker.rule import Observation
from papi_docs.checker.rules.text.citations import citations, missing_parts, symbol_slips
from papi_docs.findings import Severity
from tests.checker.builders import Draft, Paper


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ", ["30/2020/NĐ-CP"]),
        ("Kế hoạch số 861/KH-PGD&ĐT và Công văn số 12/UBND-VP", ["861/KH-PGD&ĐT", "12/UBND-VP"]),
        ("Nghị quyết số 29-NQ/TW ngày 04/11/2013", ["29-NQ/TW"]),
        ("kế hoạch số 05/KH-UBND.", ["05/KH-UBND"]),
        ("Quyết định 45/QĐ-UBND", ["45/QĐ-UBND"]),
        ("Kế hoạch số      /KH-UBND", []),
        ("Nghị quyết giao ban tháng 3/2012 ngày 19 tháng 3", []),
        ("báo cáo 5/10 lớp", []),
        ("Luật Giáo dục ngày 14 tháng 6 năm 2019", []),
    ],
)
def test_papers_cited(text: str, numbers: list[str]) -> None:
    assert [one.number for one in citations(text)] == numbers


@pytest.mark.parametrize(
    ("rest", "lacks"),
    [
        (" ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;", ()),
        (" ngày 05/3/2020 của Chính phủ về công tác văn thư", ()),
        (" ngày 01 tháng 9 năm 2021 của Sở Văn hóa, Thể thao và Du lịch về lễ hội", ()),
        (" ngày 05/3/2020 của Chính phủ.", ("trích yếu",)),
        (" ngày 05/3/2020 của Ủy ban nhân dân tỉnh;", ("trích yếu",)),
        (" ngày 05/3/2020;", ("cơ quan ban hành", "trích yếu")),
        (".", ("thời gian ban hành", "cơ quan ban hành", "trích yếu")),
        (" của Quốc hội về phát triển văn hóa", ("thời gian ban hành",)),
        (" và ", ()),
        (" ngày 18/02/2003 của Chủ tịch Ủy ban nhân dân tỉnh và ", ()),
        (" ngày 05/9/2021 về kiểm tra công tác", ()),
        (" năm 2021 của Chính phủ", ()),
        (" của Bộ Nội vụ ngày 05 tháng 02 năm 2026 về công tác hội", ()),
        (" ngày 20/9/2023 của UBND tỉnh Bình Thuận (cũ) về việc kiện toàn Ban chỉ đạo", ()),
    ],
)
def test_parts_that_lack(rest: str, lacks: tuple[str, ...]) -> None:
    assert missing_parts(rest) == lacks


def test_issuer_told_before() -> None:
    (one,) = citations("của Giám đốc Sở Nội vụ tại Tờ trình số 2114/TTr-SNV ngày 28 tháng 6 năm 2025.")
    assert one.missing == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 09/01/2025, Hiệp hội Doanh nghiệp tỉnh có Công văn số 282/HHDN-K4 đề nghị gia hạn.",
        "Điều lệ Hội đã được phê duyệt theo Quyết định số 2032/QĐ-UBND ngày 13/8/2019 của Chủ tịch UBND tỉnh.",
        "Mẫu số 05 ban hành kèm theo Thông tư số 30/2014/TT-BTNMT ngày 02/6/2014 của Bộ Tài nguyên và Môi trường.",
        "Đổi tên Đội (theo Quyết định số 607/QĐ-UBND ngày 04/4/2024 của UBND tỉnh) thành Đội khác.",
    ],
)
def test_what_the_sentence_has_said_before(text: str) -> None:
    (one,) = citations(text)
    assert one.missing == ()


def test_a_row_of_papers_is_told_once() -> None:
    row = "Quyết định số 304/QĐ-STC ngày 04/10/2025; Quyết định số 305/QĐ-STC ngày 04/10/2025 và Công văn số 7/STC-VP"
    *all_told, last = citations(f"Sở Tài chính đã giao tài sản tại {row}.")
    assert [one.missing for one in all_told] == [(), ()]
    assert last.missing == ("thời gian ban hành",)


def test_a_day_of_something_else_is_no_date_of_the_paper() -> None:
    (one,) = citations("Nay ngày 29 tháng 3 năm 2026, chúng tôi thống nhất kế hoạch theo Chỉ thị số 03/CT-TTg.")
    assert "thời gian ban hành" in one.missing


def test_only_the_subject_missing_in_a_sentence_is_advice(
    observed: Callable[[str, Paper], list[Observation]],
) -> None:
    text = "theo Nghị định số 154/2025/NĐ-CP ngày 15/6/2025 của Chính phủ."
    for role, severity in (("body", Severity.ADVICE), ("basis", Severity.WARNING)):
        paper = Paper.plan().after(role, Draft(role, f"Thực hiện {text}"))
        assert [one.severity for one in observed("first-citation-incomplete", paper)] == [severity]


def test_a_citation_within_the_name_of_another() -> None:
    text = (
        "Kết luận số 91-KL/TW ngày 12/8/2024 của Bộ Chính trị về tiếp tục thực hiện Nghị quyết số 29-NQ/TW "
        "ngày 04/11/2013 của Ban Chấp hành Trung ương. Thực hiện Chỉ thị số 13/CT-UBND."
    )
    assert [bool(one.missing) for one in citations(text)] == [False, False, True]


def test_the_first_citation_alone(judged: Callable[[str, Paper], list[str]]) -> None:
    short = Draft("body", "Thực hiện Chỉ thị số 13/CT-UBND.")
    full = Draft("body", "Theo Chỉ thị số 13/CT-UBND ngày 20/7/2021 của Ủy ban nhân dân tỉnh về cải cách hành chính.")
    code = "first-citation-incomplete"
    assert judged(code, Paper.plan().after("body", short)) == ["Chỉ thị số 13/CT-UBND"]
    assert not judged(code, Paper.plan().after("body", full, short))
    assert not judged(code, Paper.plan().after("body", Draft("body", "Kèm Kế hoạch số 05/KH-THTP3.")))
    assert not judged(code, Paper.plan())


def test_papers_of_the_future_and_of_other_years(judged: Callable[[str, Paper], list[str]]) -> None:
    late = Draft("body", "Theo Kế hoạch số 12/KH-UBND ngày 01/10/2021 của Ủy ban nhân dân tỉnh về việc khác.")
    assert judged("citation-from-the-future", Paper.plan().after("body", late)) == [
        "Kế hoạch số 12/KH-UBND ngày 01/10/2021"
    ]
    assert not judged("citation-from-the-future", Paper.plan())
    odd = Draft("body", "Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2021 của Chính phủ về công tác văn thư.")
    assert judged("citation-year-differs", Paper.plan().after("body", odd))
    assert not judged(
        "citation-year-differs", Paper.plan().after("body", Draft("body", odd.text.replace("2021", "2020")))
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nghị định số 30/2020/ND-CP", ['"NĐ-CP"']),
        ("số 03/CT-TTG", ['"TTg"']),
        ("số 05/QD-UBND", ['"QĐ"']),
        ("số 30/2020/NĐ-CP, 45/QĐ-TTg, 5/CT-TTg, 12/TTr-SNV", []),
        ("đường 30/ND", []),
    ],
)
def test_symbols_misspelt(text: str, wanted: list[str]) -> None:
    assert [slip.wanted for slip in symbol_slips(text)] == wanted
