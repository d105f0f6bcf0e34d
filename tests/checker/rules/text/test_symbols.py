from collections.abc import Callable, Iterator

import pytest

from papi_docs.checker.rules.text import symbols
from papi_docs.checker.rules.text.prose import Slip
from papi_docs.findings import Severity
from tests.checker.builders import Paper


def words(text: str, slips: Iterator[Slip]) -> list[tuple[str, str]]:
    """What each slip stands on, and what is wanted instead."""
    return [(text[slip.start : slip.end], slip.wanted) for slip in slips]


@pytest.mark.parametrize(
    "text",
    [
        "Số: 05/KH-THTP3",
        "Số:      /KH-UBND",
        "Số: ……/KH-UBND",
        "Luật số: 02/2021/QH15",
        "  Số: 12/THTP3-VP",
        "/KH-THTP3",
    ],
)
def test_colon_stands_after_the_word(text: str) -> None:
    assert not list(symbols.colon_slips(text))


@pytest.mark.parametrize("text", ["Số 05/KH-THTP3", "Số. 05/KH", "Số       /KH-UBND", "SỐ 12/UBND-VP"])
def test_colon_is_missed(text: str) -> None:
    (slip,) = symbols.colon_slips(text)
    assert slip.wanted == '"Số:"'


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("Số: 5/KH-THTP3", "số 05"), ("Số: 005/KH-THTP3", "số 05"), ("Số: 9 /KH-UBND", "số 09"), ("Số: 012/KH", "số 12")],
)
def test_zero_is_wanted(text: str, wanted: str) -> None:
    (slip,) = symbols.figure_slips(text)
    assert slip.wanted == wanted
    assert text[slip.start : slip.end].isdigit()


@pytest.mark.parametrize(
    "text",
    ["Số: 05/KH-THTP3", "Số: 10/KH", "Số:  2114/TTr-SNV", "Số:     /KH-THTP3", "Số: 01/2021/QH15", "Số: …/KH-THQC1"],
)
def test_zero_is_right(text: str) -> None:
    assert not list(symbols.figure_slips(text))


@pytest.mark.parametrize(
    "text",
    [
        "Số: 05/KH-THTP3",
        "Số:       /KH-THTP3",
        "Số: 369/KH-UBND",
        "Số: …./BC-VHXH",
        "Số: 12/UBND-NCKSTTHC",
        "Số: 213/TB-ĐTII",
        "Số: 12/P.GDĐT-TH",
    ],
)
def test_separators_are_right(text: str) -> None:
    assert not list(symbols.separator_slips(text))


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("Số: 05 / KH-THTP3", " / "),
        ("Số: 05/ KH-THTP3", "/ "),
        ("Số: 05/KH – THTP3", " – "),
        ("Số: 05/KH–THTP3", "–"),
        ("Số: 05/KH - THTP3", " - "),
        ("Số: 05-KH/THTP3", "05"),
        ("Số: 05 KH-THTP3", "05"),
        ("Số: 15/QĐ.THMH1", "."),
    ],
)
def test_separators_are_wrong(text: str, spot: str) -> None:
    assert [found for found, _ in words(text, symbols.separator_slips(text))] == [spot]


@pytest.mark.parametrize(("text", "severity"), [("Số: 132 /BC-THTP3", Severity.ADVICE), ("Số: 132 / BC-THTP3", None)])
def test_a_number_filled_into_wide_room_is_no_fault(text: str, severity: Severity | None) -> None:
    assert [slip.severity for slip in symbols.separator_slips(text)] == [severity]


def test_a_dot_behind_the_type_makes_no_other_type() -> None:
    assert not list(symbols.type_slips("Số: 15/QĐ.THMH1", "Quyết định"))


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("Số: 05/2021/KH-THTP3", "2021"),
        ("Số: 05/2021/QĐ-THTP3", "2021"),
        ("Số: 05/kh-THTP3", "kh"),
        ("Số: 05/Kh-THTP3", "Kh"),
        ("Số: 05/KH-thtp3", "thtp3"),
    ],
)
def test_form_of_the_symbol_is_wrong(text: str, spot: str) -> None:
    assert [found for found, _ in words(text, symbols.form_slips(text))] == [spot]


@pytest.mark.parametrize(
    "text",
    [
        "Số: 05/KH-THTP3",
        "Số: 05/QyĐ-UBND",
        "Số: 05/CTr-UBND",
        "Số: 2114/TTr-SNV",
        "Số: 05/SGDĐT-GDTrH",
        "Số: 05/CT-TTg",
        "Số: 05/2021/QĐ-UBND",
        "Số: 05/2021/NQ-HĐND",
        "Số: 30/2020/NĐ-CP",
        "Số: 02/2021/QH15",
        "Số: 05/2021/TT-BGDĐT",
        "Số: 02/2022/NQ-HĐTP",
        "Số:      /KH-TH&THCSTP",
        "Số: 213/TB-ĐTII",
    ],
)
def test_form_of_the_symbol_is_right(text: str) -> None:
    assert not list(symbols.form_slips(text))


@pytest.mark.parametrize(
    ("text", "type_name", "wanted"),
    [
        ("Số: 12/CV-THTP3", "", '"THTP3"'),
        ("Số: 12/THTP3-CV", "", '"THTP3"'),
        ("Số: 05/TT-SNV", "Tờ trình", '"TTr"'),
        ("Số: 05/QĐ-UBND", "Quy định", '"QyĐ"'),
        ("Số: 05/BC-THTP3", "Kế hoạch", '"KH"'),
        ("Số:    /KH", "Kế hoạch", '"KH-<chữ viết tắt tên cơ quan>"'),
    ],
)
def test_type_of_the_symbol_is_wrong(text: str, type_name: str, wanted: str) -> None:
    (slip,) = symbols.type_slips(text, type_name)
    assert slip.wanted.startswith(wanted)


@pytest.mark.parametrize(
    ("text", "type_name"),
    [
        ("Số: 12/THTP3-VP", ""),
        ("Số: 12/UBND", ""),
        ("Số: 12/VPCP-KTTH", ""),
        ("Số: 05/KH-THTP3", "Kế hoạch"),
        ("Số: 05/QyĐ-UBND", "Quy định"),
        ("Số: 05/TTr-SNV", "Tờ trình"),
        ("Số:      /TB-UBND", "Thông báo"),
        ("Số: 05/ĐC-THTP3", "Đề cương"),
        ("Số: 05/GM-UBND", "Giấy mời"),
    ],
)
def test_type_of_the_symbol_is_right(text: str, type_name: str) -> None:
    assert not list(symbols.type_slips(text, type_name))


@pytest.mark.parametrize(
    ("text", "issuer", "letter", "said"),
    [
        ("Số: 369/KH-UBND", "TRƯỜNG THPT ĐỐC BINH KIỀU", False, ["UBND"]),
        ("Số: 369/KH-UBND", "UBND XÃ AN PHƯỚC", False, []),
        ("Số: 369/KH-UBND", "ỦY BAN NHÂN DÂN XÃ AN PHƯỚC", False, []),
        ("Số: 12/UBND-VP", "TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3", True, ["UBND"]),
        ("Số: 12/THTP3-UBND", "TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3", True, []),
        ("Số: 12/BC-SGDĐT", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", False, []),
        ("Số: 12/BC-PGD&ĐT", "TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3", False, ["PGD&ĐT"]),
        ("Số: 12/BC-VHXH", "PHÒNG VĂN HÓA-XÃ HỘI", False, []),
        ("Số: 12/BC-UBND", "", False, []),
    ],
)
def test_symbol_of_another_issuer(text: str, issuer: str, letter: bool, said: list[str]) -> None:
    slips = symbols.issuer_slips(text, issuer, letter=letter)
    assert [found for found, _ in words(text, slips)] == said


def test_papers_of_the_party_have_rules_of_their_own(judged: Callable[[str, Paper], list[str]]) -> None:
    paper = Paper.plan().change("number", text="Số 05-KH/ĐU")
    assert judged("number-without-colon", paper)
    assert not judged("number-without-colon", paper.change("national_name", text="ĐẢNG CỘNG SẢN VIỆT NAM"))


def test_an_uncertain_number_is_not_judged(judged: Callable[[str, Paper], list[str]]) -> None:
    paper = Paper.plan().change("number", text="Số: 5/KH-THTP3")
    assert judged("number-without-zero", paper) == ["5"]
    assert not judged("number-without-zero", paper.change("number", certainty=0.6))
    assert not judged("number-without-zero", paper.change("number", placeholder=True))
