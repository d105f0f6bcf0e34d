"""What a deadline means, and what it must not be taken for."""

import unicodedata
from contextlib import suppress
from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_docs.excel.deadlines import parse_deadline
from papi_docs.model import Anchor, Calendar, Deadline, FixedDay, InMonth, RelativeDay, Standing

YEAR = Calendar.known(2021, "Đồng Tháp")


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("15/9/2021", FixedDay(day=date(2021, 9, 15))),
        ("15/9/21", FixedDay(day=date(2021, 9, 15))),
        ("15.9", FixedDay(day=date(2021, 9, 15))),
        ("15/3", FixedDay(day=date(2022, 3, 15))),
        ("ngày 15/9", FixedDay(day=date(2021, 9, 15))),
        ("ngày 15 tháng 9", FixedDay(day=date(2021, 9, 15))),
        ("Ngày 15 tháng 9 năm 2021", FixedDay(day=date(2021, 9, 15))),
        ("Trước ngày 15/9", FixedDay(day=date(2021, 9, 15), before=True)),
        ("TRƯỚC 15/9/2021.", FixedDay(day=date(2021, 9, 15), before=True)),
        ("chậm nhất trước ngày 15/9/2021", FixedDay(day=date(2021, 9, 15), before=True)),
        ("truoc 15/9", FixedDay(day=date(2021, 9, 15), before=True)),
        ("đến hết ngày 15/9", FixedDay(day=date(2021, 9, 15))),
        ("tháng 9", InMonth(year=2021, month=9)),
        ("Tháng 9/2021", InMonth(year=2021, month=9)),
        ("T2/2022", InMonth(year=2022, month=2)),
        ("trước tháng 10/2021", FixedDay(day=date(2021, 10, 1), before=True)),
        ("đến hết tháng 9", FixedDay(day=date(2021, 9, 30))),
        ("cuối tháng 2", FixedDay(day=date(2022, 2, 28))),
        ("thường xuyên", Standing(words="thường xuyên")),
        ("Hàng tháng, trước ngày 25", Standing(words="Hàng tháng, trước ngày 25")),
        ("kết thúc học kỳ I", RelativeDay(anchor=Anchor.SEMESTER_1_END)),
        ("trước khi kết thúc học kỳ I 10 ngày", RelativeDay(anchor=Anchor.SEMESTER_1_END, offset=-10)),
        ("10 ngày trước khi kết thúc HKI", RelativeDay(anchor=Anchor.SEMESTER_1_END, offset=-10)),
        ("sau khai giảng 2 tuần", RelativeDay(anchor=Anchor.FIRST_DAY, offset=14)),
        ("Cuối năm học", RelativeDay(anchor=Anchor.YEAR_END)),
        ("cuối học kì 2", RelativeDay(anchor=Anchor.YEAR_END)),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_meant(text: str, deadline: Deadline, form: Literal["NFC", "NFD"]) -> None:
    found = parse_deadline(unicodedata.normalize(form, text), YEAR)

    assert found == deadline


@pytest.mark.parametrize(
    "text",
    [
        "đầu học kỳ I",
        "tuần 3 học kỳ II",
        "2 tuần đầu học kỳ II",
        "kết thúc học kỳ I, trước 10/01/2022",
        "trước khi kết thúc năm học 1 tháng",
        "trước khi kết thúc học kỳ I 99999999999 ngày",
        "trước khi kết thúc học kỳ I 9999 ngày",
        "kết thúc học kỳ I 10 ngày",
        "tháng 13",
        "khi nào xong",
        "từ 01/9 đến 15/9/2021",
        "🏫",
        "?",
    ],
)
def test_what_would_mean_something_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"không hiểu .*tháng 9/2021"):
        parse_deadline(text, YEAR)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("31/02/2022", r"Sửa thành dạng 28/02/2022"),
        ("29/2", r"Sửa thành dạng 28/02/2022"),
        ("tháng 13/2021", "tháng từ 1 đến 12"),
        ("09/15/2021", "15/09/2021"),
    ],
)
def test_unreal_days(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_deadline(text, YEAR)


def test_without_a_calendar_no_right_deadline_is_a_fault() -> None:
    assert parse_deadline("15/9/2021", None) == FixedDay(day=date(2021, 9, 15))
    for text in ("15/9", "29/2", "tháng 10", "kết thúc học kỳ I"):
        parse_deadline(text, None)
    with pytest.raises(ValueError, match="31/2/2000"):
        parse_deadline("31/2", None)


_WORDS = (
    "trước sau khi kết thúc học kỳ I II 1 2 năm ngày tuần tháng 15/9 9 99 0 / . đến hết khai giảng 13 31/2 ٣ ²".split()
)


@given(st.one_of(st.text(min_size=1), st.lists(st.sampled_from(_WORDS), min_size=1).map(" ".join)))
def test_any_text_is_a_deadline_or_a_value_error(text: str) -> None:
    with suppress(ValueError):
        parse_deadline(text, YEAR).due(YEAR)
