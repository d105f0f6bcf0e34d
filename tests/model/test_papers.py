"""Symbols, numbers, citations and recipients."""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from papi_docs.model import IssuedPaper, LegalBasis, Recipient, Symbol, number_text, suggest_symbol, symbol_of


@pytest.mark.parametrize("symbol", ["THTP3", "TH&THCS", "TH-THCS", "SGDĐT", "A.B", "P1"])
def test_symbols(symbol: str) -> None:
    assert TypeAdapter(Symbol).validate_python(f" {symbol} ") == symbol


@pytest.mark.parametrize("symbol", ["TH TP3", "-TH", "TH/TP", "TH--A", "TH_A", "&", ""])
def test_what_is_no_symbol(symbol: str) -> None:
    with pytest.raises(ValidationError, match=r"ký hiệu|để trống"):
        TypeAdapter(Symbol).validate_python(symbol)


def test_symbol_of_a_paper() -> None:
    assert symbol_of("Kế hoạch", "THTP3") == "KH-THTP3"
    with pytest.raises(KeyError):
        symbol_of("Thư tay", "THTP3")


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("Trường Tiểu học Tân Phước 3", "THTP3"),
        ("Trường TH Tân Phước 1", "THTP1"),
        ("trường tiểu học Quang Trung", "THQT"),
        ("Trường Tiểu học và Trung học cơ sở Tân Thành", "TH&THCSTT"),
        ("Trường TH&THCS Tân Thành", "TH&THCSTT"),
        ("Trường Trung học cơ sở An Phước", "THCSAP"),
        ("Trường THPT Tân Hồng", "THPTTH"),
        ("Trường Trung học cơ sở và Trung học phổ thông A", "THCS&THPTA"),
        ("Trường Mầm non Đức Ân", "MNĐÂ"),
        ("Trường Tiểu học “Hòa Bình” (cơ sở 2)", "THHBCS2"),
        ("", ""),
    ],
)
def test_suggested_symbols(name: str, symbol: str) -> None:
    assert suggest_symbol(name) == symbol


@pytest.mark.parametrize(("number", "text"), [(1, "01"), (9, "09"), (10, "10"), (861, "861"), (1663, "1663")])
def test_numbers_of_papers(number: int, text: str) -> None:
    assert number_text(number) == text


@pytest.mark.parametrize("number", [0, -1])
def test_numbers_begin_at_one(number: int) -> None:
    with pytest.raises(ValidationError, match=r"số văn bản bắt đầu từ 1"):
        IssuedPaper(kind="plan", number=number, day=date(2021, 7, 20))


PLAN = {
    "document_type": "Kế hoạch",
    "number": "861/KH-PGD&ĐT",
    "day": date(2021, 7, 5),
    "issuer": "Phòng Giáo dục và Đào tạo",
    "subject": "cải thiện Chỉ số PAPI",
}
FULL = "Kế hoạch số 861/KH-PGD&ĐT ngày 05 tháng 7 năm 2021 của Phòng Giáo dục và Đào tạo về cải thiện Chỉ số PAPI"


@pytest.mark.parametrize(
    ("changes", "citation"),
    [
        ({}, FULL),
        ({"subject": "về cải thiện Chỉ số PAPI"}, FULL),
        ({"subject": "Về cải thiện Chỉ số PAPI"}, FULL),
        ({"subject": "cải thiện Chỉ số PAPI;"}, FULL),
        ({"subject": "Ban hành Quy chế"}, FULL.replace("về cải thiện Chỉ số PAPI", "ban hành Quy chế")),
        ({"subject": ""}, FULL.replace("cải thiện Chỉ số PAPI", "…" * 12)),
        ({"day": None}, FULL.replace("ngày 05 tháng 7 năm 2021", "ngày ……… tháng ……… năm ……………")),
        ({"number": ""}, FULL.replace("861/KH-PGD&ĐT", "……………")),
        ({"issuer": "\u200b"}, FULL.replace("Phòng Giáo dục và Đào tạo", "…" * 12)),
        ({"document_type": "Bộ quy tắc"}, FULL.replace("Kế hoạch", "Bộ quy tắc")),
    ],
)
def test_citations(changes: dict[str, object], citation: str) -> None:
    assert LegalBasis.model_validate(PLAN | changes).citation == citation


@pytest.mark.parametrize(
    ("document_type", "subject", "citation"),
    [
        ("Luật Giáo dục", "", "Luật Giáo dục ngày 14 tháng 6 năm 2019"),
        ("Luật", "Giáo dục", "Luật Giáo dục ngày 14 tháng 6 năm 2019"),
        ("Luật", "Luật Giáo dục.", "Luật Giáo dục ngày 14 tháng 6 năm 2019"),
        ("Luật Giáo dục", "Giáo dục", "Luật Giáo dục ngày 14 tháng 6 năm 2019"),
        ("Bộ luật Lao động", "", "Bộ luật Lao động ngày 14 tháng 6 năm 2019"),
        ("Pháp lệnh", "Thực hiện dân chủ", "Pháp lệnh Thực hiện dân chủ ngày 14 tháng 6 năm 2019"),
    ],
)
def test_laws_are_cited_without_number_and_issuer(document_type: str, subject: str, citation: str) -> None:
    law = LegalBasis(
        document_type=document_type, number="43/2019/QH14", issuer="Quốc hội", day=date(2019, 6, 14), subject=subject
    )
    assert law.is_law
    assert law.citation == citation


@pytest.mark.parametrize(
    ("name", "purpose", "text"),
    [
        ("PGDĐT", "b/c", "PGDĐT (b/c)"),
        ("PGDĐT", "(b/c)", "PGDĐT (b/c)"),
        ("Các tổ\nchuyên môn", "", "Các tổ chuyên môn"),
        ("Các tổ", "()", "Các tổ"),
    ],
)
def test_recipients(name: str, purpose: str, text: str) -> None:
    assert Recipient(name=name, purpose=purpose).text == text
