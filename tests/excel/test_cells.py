"""Every kind of value in every kind of cell."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_docs.excel.cells import Cell, Faults, Field, did_you_mean
from papi_docs.findings import Place


def _cell(value: Any) -> Cell:  # noqa: ANN401 - any value of a cell
    return Cell(value, Field("Cột", Place("so.xlsx", "Trường", "B")), 7)


@pytest.mark.parametrize(
    "values",
    [
        ["Hiệu trưởng", "", "Hiệu trưởng", "Kế toán"],
        ["Hiệu trưởng", " ", "Kế  toán", "Tru\u031bo\u031b\u0300ng", "a\r\nb", "\u0301a"],
        ["a|b", "a |b", "a| b", "|", " |", ""],
        [1.0, True, 0.0, False, "1", 1.5, -0.0, float("nan")],
        ["x", date(2021, 9, 15), datetime(2021, 9, 15), time(8), timedelta(hours=9), 3.0],  # noqa: DTZ001
        [],
    ],
)
def test_cells_of_a_column_are_as_single_ones(values: list[Any]) -> None:
    field = Field("Cột", Place("so.xlsx", "Trường", "B"))

    together = list(Cell.column(field, values, range(5, 5 + len(values))))

    assert [repr(cell) for cell in together] == [repr(Cell(value, field, at)) for at, value in enumerate(values, 5)]
    assert all(type(cell) is Cell for cell in together)


def test_near_misses_are_those_of_difflib() -> None:
    names = ["ke toan", "thu quy", "hieu truong", "pho hieu truong", "giao vien", "to truong to 1"]
    words = [*names, "hieu trong", "ke tan", "gia vien", "thuy qu", "truong", "x", "to truong to 12", "gnourt ueih"]

    for word in words:
        near = get_close_matches(word, names, n=1, cutoff=0.7)
        expected = f' Ý bạn là "{near[0]}"?' if near and near[0] != word else ""
        assert did_you_mean(word, names) == expected


@given(st.text("abc ", min_size=1, max_size=12), st.lists(st.text("abcd ", min_size=1, max_size=12), max_size=8))
def test_the_nearest_is_that_of_difflib(word: str, names: list[str]) -> None:
    word, names = " ".join(word.split()), [" ".join(name.split()) for name in names]
    near = get_close_matches(word, list(dict.fromkeys(reversed(names))), n=1, cutoff=0.7) if word else []

    expected = f' Ý bạn là "{near[0]}"?' if near and word not in names else ""

    assert did_you_mean(word, names) == expected


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  Bùi   Thị\u00a0Thao ", "Bùi Thị Thao"),
        ("Tru\u031bo\u031b\u0300ng", "Trường"),
        ("a\r\n\r\n b ", "a\nb"),
        (3.0, "3"),
        (1.5, "1,5"),
        ("{{ 7*7 }} <w:p/> & 🏫", "{{ 7*7 }} <w:p/> & 🏫"),
        ("\u200b\ufeff", ""),
        ("x" * 5000, "x" * 5000),
    ],
)
def test_text(value: object, text: str) -> None:
    faults = Faults()

    assert faults.text(_cell(value)) == text
    assert faults.findings == []


@pytest.mark.parametrize("value", ["", " ", "\n", "\u200b", "\u00a0"])
def test_what_cannot_be_seen_is_empty(value: str) -> None:
    faults = Faults()

    assert _cell(value).is_empty
    assert faults.text(_cell(value), required=True) == ""
    assert [finding.code for finding in faults.findings] == ["cell-empty"]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (date(2021, 9, 15), "cell-is-date"),
        (datetime(2021, 9, 15, 8), "cell-is-date"),  # noqa: DTZ001 - Excel knows no zones
        (time(8), "cell-is-date"),
        (timedelta(hours=30), "cell-is-date"),
        (True, "cell-is-boolean"),
    ],
)
def test_no_text(value: object, code: str) -> None:
    faults = Faults()

    assert faults.text(_cell(value)) == ""
    (finding,) = faults.findings
    assert (finding.code, finding.where.cell) == (code, "B7")
    assert "gõ lại" in finding.message


@pytest.mark.parametrize(
    "value",
    ["15/9/2021", "15-09-2021", "15.9.21", "2021-09-15", "ngày 15 tháng 9 năm 2021", date(2021, 9, 15)],
)
def test_dates(value: object) -> None:
    assert Faults().date(_cell(value)) == date(2021, 9, 15)


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        ("31/02/2022", "cell-not-understood", "28/02/2022"),
        ("29/02/2022", "cell-not-understood", "28/02/2022"),
        ("tháng 13", "cell-not-understood", "không phải ngày"),
        (44454.0, "date-is-number", "Ý bạn là 15/9/2021?"),
        (15.1, "date-is-number", "15,1"),
        (True, "cell-is-boolean", "TRUE"),
        (time(0), "cell-is-date", "giờ"),
    ],
)
def test_no_date(value: object, code: str, words: str) -> None:
    faults = Faults()

    assert faults.date(_cell(value)) is None
    (finding,) = faults.findings
    assert finding.code == code
    assert words in finding.message


def test_leap_day() -> None:
    assert Faults().date(_cell("29/02/2024")) == date(2024, 2, 29)


@pytest.mark.parametrize(("value", "number"), [(5.0, 5), ("05", 5), ("1.234", 1234), ("1.234,0", 1234)])
def test_whole_numbers(value: object, number: int) -> None:
    assert Faults().whole_number(_cell(value)) == number


@pytest.mark.parametrize("value", [0.0, -1.0, 1.5, "1,5", "năm", "1e5", date(2021, 5, 1)])
def test_no_whole_number(value: object) -> None:
    faults = Faults()

    assert faults.whole_number(_cell(value)) is None
    assert len(faults.findings) == 1


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Nguyễn Van An", ' Ý bạn là "Nguyễn Văn An"?'),
        ("nguyễn văn an", ""),
        ("Bảo vệ", ""),
        ("", ""),
        ("Nguyễn Văn An" * 400, ""),
    ],
)
def test_did_you_mean(text: str, hint: str) -> None:
    assert did_you_mean(text, ["Nguyễn Văn An", "Trần Thị Bình"]) == hint


@pytest.mark.parametrize(
    ("phone", "code", "words"),
    [
        (2773830123, "phone-lost-zero", '"02773830123"'),
        ("không có", "phone-odd", "0277 3830 123"),
        ("5/7", "phone-odd", "không giống"),
        ("0277 3830 123", "", ""),
        ("(0277) 3.830.123 - 0912 345 678", "", ""),
        ("0277 3830 123, máy lẻ 12", "", ""),
        ("+84 277 3830123", "", ""),
        (18001234, "", ""),
    ],
)
def test_phones(
    *,
    rows: dict[str, list[dict[str, Any]]],
    found_in: Callable[[dict[str, Any]], tuple[Any, ...]],
    phone: object,
    code: str,
    words: str,
) -> None:
    rows["schools"][0]["phone"] = phone

    found = found_in(rows)

    assert [(finding.code, finding.where.cell) for finding in found] == ([(code, "E3")] if code else [])
    assert all(words in finding.message and finding.schools == ("THTP3",) for finding in found)


@pytest.mark.parametrize(("email", "right"), [("c1@edu.vn", True), ("a@b.vn; c@d.vn", True), ("trường", False)])
def test_emails(
    *,
    rows: dict[str, list[dict[str, Any]]],
    found_in: Callable[[dict[str, Any]], tuple[Any, ...]],
    email: str,
    right: bool,
) -> None:
    rows["schools"][0]["email"] = email

    assert [finding.code for finding in found_in(rows)] == ([] if right else ["email-odd"])
