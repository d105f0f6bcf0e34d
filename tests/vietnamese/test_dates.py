"""The zero rule, and every spelling of a date that schools use."""

import unicodedata
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_docs.vietnamese import (
    DAY_ROOM,
    MONTH_ROOM,
    YEAR_ROOM,
    PartialDate,
    clock,
    long_date,
    month_year,
    parse_date,
    parse_month,
    parse_school_year,
    parse_semester,
    school_year,
    semester,
    short_date,
    swap_day_month,
)

DATES = st.dates(date(1000, 1, 1), date(2999, 12, 31))


@pytest.mark.parametrize(
    ("year", "month", "day", "message"),
    [
        (2021, None, 5, r"^Có ngày 5 mà không có tháng\. Ghi thêm tháng hoặc để trống ngày\.$"),
        (None, 7, None, r"^Có tháng 7 mà không có năm\. Ghi thêm năm hoặc để trống tháng\.$"),
        (None, 7, 5, r"^Có tháng 7 mà không có năm\. Ghi thêm năm"),
        (0, None, None, r"^Năm 0 không có thật\. Viết năm bốn chữ số, dạng 2021\.$"),
        (10000, 1, 1, r"^Năm 10000 không có thật\. Viết năm bốn chữ số"),
        (2021, 13, None, r"^Tháng 13/2021 không có thật: tháng từ 1 đến 12\. Viết theo dạng tháng 9/2021\.$"),
        (
            2021,
            0,
            1,
            r"^01/00/2021 không phải ngày có thật\. Viết ngày trước, tháng sau, theo dạng 05/07/2021\.$",
        ),
        (2021, 7, 0, r"^00/07/2021 không phải ngày có thật\. Viết ngày trước"),
        (2022, 2, 29, r"^29/02/2022 không phải ngày có thật\. Sửa thành dạng 28/02/2022\.$"),
    ],
)
def test_a_partial_date_that_cannot_be(year: int | None, month: int | None, day: int | None, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        PartialDate(year, month, day)


def test_partial_date_is_a_value() -> None:
    whole = PartialDate.of(date(2024, 2, 29))
    assert whole == PartialDate(2024, 2, 29)
    assert hash(whole) == hash(PartialDate(2024, 2, 29))
    assert whole.without_day() == PartialDate(2024, 2)
    assert PartialDate(None).without_day() == PartialDate(None)
    with pytest.raises(FrozenInstanceError):
        whole.day = 1  # type: ignore[misc]  # forbidden: that is the point


def test_rooms_are_plain_spaces() -> None:
    assert (DAY_ROOM, MONTH_ROOM, YEAR_ROOM) == (" " * 6, " " * 6, " " * 8)


@pytest.mark.parametrize(
    ("d", "expected"),
    [
        (date(2021, 7, 5), "ngày 05 tháng 7 năm 2021"),
        (date(2021, 1, 15), "ngày 15 tháng 01 năm 2021"),
        (date(2022, 2, 9), "ngày 09 tháng 02 năm 2022"),
        (date(2021, 3, 10), "ngày 10 tháng 3 năm 2021"),
        (date(2021, 10, 1), "ngày 01 tháng 10 năm 2021"),
        (datetime(2021, 12, 31, 23, 59), "ngày 31 tháng 12 năm 2021"),  # noqa: DTZ001 -- workbooks know no zones
        (PartialDate(2021, 7, 5), "ngày 05 tháng 7 năm 2021"),
        (PartialDate(2021, 7), "ngày      tháng 7 năm 2021"),
        (PartialDate(2021, 1), "ngày      tháng 01 năm 2021"),
        (PartialDate(2021), "ngày      tháng      năm 2021"),
        (PartialDate(None), "ngày      tháng      năm        "),
    ],
)
def test_long_date(d: date | PartialDate, expected: str) -> None:
    assert long_date(d) == expected


@pytest.mark.parametrize(
    ("d", "expected"),
    [
        (date(2021, 7, 5), "05/7/2021"),
        (date(2021, 7, 16), "16/7/2021"),
        (date(2022, 1, 5), "05/01/2022"),
        (date(2022, 2, 28), "28/02/2022"),
        (date(2022, 12, 3), "03/12/2022"),
    ],
)
def test_short_date(d: date, expected: str) -> None:
    assert short_date(d) == expected


@pytest.mark.parametrize(
    ("year", "month", "expected"),
    [
        (2021, 9, "tháng 9/2021"),
        (2022, 2, "tháng 02/2022"),
        (2022, 1, "tháng 01/2022"),
        (2021, 12, "tháng 12/2021"),
    ],
)
def test_month_year(year: int, month: int, expected: str) -> None:
    assert month_year(year, month) == expected


@pytest.mark.parametrize(
    ("t", "expected"),
    [(time(8), "8 giờ 00"), (time(14, 5), "14 giờ 05"), (time(0, 0, 59), "0 giờ 00")],
)
def test_clock(t: time, expected: str) -> None:
    assert clock(t) == expected


@pytest.mark.parametrize(
    "text",
    [
        "5/7/2021",
        "05/7/2021",
        "05/07/2021",
        "05-07-2021",
        "5 - 7 - 2021",
        "05–07–2021",
        "5.7.2021",
        "05/07/21",
        "5/7/ 2021",
        " 5 / 7 / 2021\u00a0",
        "ngày 05/7/2021",
        "05/07/2021 00:00:00",
        "2021-07-05",
        "2021/7/5",
        "2021-07-05 00:00:00",
        "2021-07-05T00:00",
        "2021-07-05 13:45:59.123",
        "ngày 05 tháng 7 năm 2021",
        "Ngày 5 tháng 7 năm 2021",
        "NGÀY 05 THÁNG 07 NĂM 2021",
        "05 tháng 7 2021",
        "5 tháng 7, 2021",
        "ngày 5 tháng 7/2021",
        "ngày  05\ntháng 7  năm 2021",
        "ngay 5 thang 7 nam 2021",
        unicodedata.normalize("NFD", "Ngày 05 tháng 7 năm 2021"),
        "\ufeff5/7/2021",
    ],
)
def test_parse_date(text: str) -> None:
    assert parse_date(text) == date(2021, 7, 5)


@given(DATES)
def test_dates_survive_writing_and_reading(d: date) -> None:
    for text in (
        long_date(d),
        short_date(d),
        d.isoformat(),
        f"{d:%d.%m.}{d.year}",
        str(datetime.combine(d, time())),
    ):
        assert parse_date(text) == d


@pytest.mark.parametrize(
    ("text", "proper"),
    [
        ("31/02/2022", "28/02/2022"),
        ("29/2/2022", "28/02/2022"),
        ("30/2/2024", "29/02/2024"),
        ("31-4-21", "30/04/2021"),
        ("32/01/2021", "31/01/2021"),
        ("2021-06-31", "30/06/2021"),
        ("ngày 31 tháng 9 năm 2021", "30/09/2021"),
    ],
)
def test_a_day_too_large_is_answered_by_the_last_one(text: str, proper: str) -> None:
    with pytest.raises(ValueError, match=f"^{text} không phải ngày có thật. Sửa thành dạng {proper}.$"):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("07/25/2021", r"^07/25/2021 không phải ngày có thật\..* theo dạng 25/07/2021\.$"),
        (
            "05/13/2021",
            r"^05/13/2021 không phải ngày có thật\. Viết ngày trước, tháng sau, theo dạng 13/05/2021\.$",
        ),
        ("02/30/2021", r"^02/30/2021 không phải ngày có thật\..* theo dạng 05/07/2021\.$"),
        ("00/7/2021", r"^00/7/2021 không phải ngày có thật\..* theo dạng 05/07/2021\.$"),
        ("15/15/2021", r"^15/15/2021 không phải ngày có thật\..* theo dạng 05/07/2021\.$"),
        ("5/7", r'^"5/7" không phải ngày\. Viết ngày trước, tháng sau, theo dạng 05/07/2021\.$'),
        ("", r'^"" không phải ngày\. Viết'),
        ("5/7-2021", "không phải ngày. Viết"),
        ("5/7/202", "không phải ngày. Viết"),
        ("5/7/0021", "không phải ngày. Viết"),
        ("tháng 7/2021", "không phải ngày. Viết"),
        ("5 tháng 72021", "không phải ngày. Viết"),
        ("٥/٧/٢٠٢١", "không phải ngày. Viết"),
        ("５/７/２０２１", "không phải ngày. Viết"),  # full-width digits are no usual spelling
        ("44382", "không phải ngày. Viết"),
        ("hôm qua " * 20, r'^"[^"]{40}…" không phải ngày\. Viết'),
    ],
)
def test_what_is_no_date(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tháng 9/2021", (2021, 9)),
        ("9/2021", (2021, 9)),
        ("09-2021", (2021, 9)),
        ("Tháng 9 năm 2021", (2021, 9)),
        ("tháng 02/2022", (2022, 2)),
        ("T9/2021", (2021, 9)),
        ("T.12 / 2021", (2021, 12)),
        (unicodedata.normalize("NFD", "THÁNG 9 NĂM 2021"), (2021, 9)),
        ("05/9/2021", None),
        ("2021-2022", None),
        ("tháng 9", None),
        ("2021", None),
        ("thường xuyên", None),
        ("", None),
    ],
)
def test_parse_month(text: str, expected: tuple[int, int] | None) -> None:
    assert parse_month(text) == expected


@pytest.mark.parametrize("text", ["tháng 13/2021", "0/2021", "Tháng 21 năm 2021"])
def test_a_month_that_cannot_be(text: str) -> None:
    message = f"^{text} không có thật: tháng từ 1 đến 12. Viết theo dạng tháng 9/2021.$"
    with pytest.raises(ValueError, match=message):
        parse_month(text)


@given(st.integers(1000, 2999), st.integers(1, 12))
def test_months_survive_writing_and_reading(year: int, month: int) -> None:
    assert parse_month(month_year(year, month)) == (year, month)


@pytest.mark.parametrize("month", [0, 13])
def test_month_year_of_no_month(month: int) -> None:
    with pytest.raises(ValueError, match=r"không có thật: tháng từ 1 đến 12\. Viết theo dạng tháng 9/2021"):
        month_year(2021, month)


@pytest.mark.parametrize(
    ("d", "expected"),
    [
        (date(2021, 7, 5), date(2021, 5, 7)),
        (date(2021, 7, 13), None),
        (date(2021, 7, 7), None),
        (date(2021, 12, 1), date(2021, 1, 12)),
    ],
)
def test_swap_day_month(d: date, expected: date | None) -> None:
    assert swap_day_month(d) == expected


@given(DATES)
def test_swapping_twice_gives_the_date_back(d: date) -> None:
    swapped = swap_day_month(d)
    assert swapped is None or (swapped != d and swap_day_month(swapped) == d)


@pytest.mark.parametrize("sign", [*"-‐‑‒–—―−﹘﹣－/", " - ", " – ", "- ", " — "])
@pytest.mark.parametrize("before", ["", "Năm học ", "năm học: ", "NĂM HỌC "])
def test_parse_school_year(before: str, sign: str) -> None:
    assert parse_school_year(f"{before}2021{sign}2022") == 2021


@given(st.integers(1990, 2099))
def test_school_years_survive_writing_and_reading(start: int) -> None:
    assert school_year(start) == f"{start}-{start + 1}"
    assert parse_school_year(school_year(start)) == start


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2021-2023", r'^Năm học "2021-2023" không gồm hai năm liền nhau\. Sửa thành dạng 2021-2022\.$'),
        ("2021 – 2020", r'^Năm học "2021 – 2020" không gồm hai năm liền nhau\. Sửa thành dạng 2021-2022\.$'),
        ("1989-1990", r"^Năm học 1989-1990 nằm ngoài khoảng 1990-2100\. Viết theo dạng 2021-2022\.$"),
        ("2100-2101", r"nằm ngoài khoảng 1990-2100\. Viết theo dạng 2021-2022\.$"),
        ("2021", r'^"2021" không phải năm học\. Viết theo dạng 2021-2022\.$'),
        ("2021-22", r"không phải năm học\. Viết theo dạng 2021-2022\.$"),
        ("", r'^"" không phải năm học\. Viết theo dạng'),
    ],
)
def test_what_is_no_school_year(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_school_year(text)


@pytest.mark.parametrize("start", [1989, 2100, -1])
def test_school_year_out_of_range(start: int) -> None:
    with pytest.raises(ValueError, match=r"nằm ngoài khoảng 1990-2100\. Viết theo dạng 2021-2022"):
        school_year(start)


def test_semester() -> None:
    assert [semester(1), semester(2)] == ["học kỳ I", "học kỳ II"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("học kỳ I", 1),
        ("Học kỳ II", 2),
        ("Học kì 2", 2),
        ("HỌC KỲ 1", 1),
        ("HK1", 1),
        ("HK 2", 2),
        ("HKII", 2),
        ("hki", 1),
        ("1", 1),
        ("II", 2),
        ("hoc ky 2", 2),
        ("Kỳ I", 1),
        (unicodedata.normalize("NFD", " Học kỳ  II "), 2),
    ],
)
def test_parse_semester(text: str, expected: int) -> None:
    assert parse_semester(text) == expected


@pytest.mark.parametrize("text", ["", "3", "HK3", "III", "học kỳ", "-1", "12", "học kỳ hè"])
def test_what_is_no_semester(text: str) -> None:
    with pytest.raises(ValueError, match=f'^"{text}" không phải học kỳ. Viết theo dạng học kỳ I hoặc học kỳ II.$'):
        parse_semester(text)


@pytest.mark.parametrize("number", [0, 3, -1])
def test_there_are_two_semesters(number: int) -> None:
    with pytest.raises(ValueError, match=rf"^Không có học kỳ {number}\. Chọn học kỳ 1 hoặc 2\.$"):
        semester(number)


@pytest.mark.parametrize("parse", [parse_date, parse_month, parse_school_year, parse_semester])
@given(
    text=st.text(st.characters(exclude_categories=()))
    | st.from_regex(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}", fullmatch=True)
    | st.from_regex(r"(T|tháng )?[0-9]{1,4}[/-][0-9]{4}", fullmatch=True)
)
def test_any_text_is_read_or_answered_with_a_way_out(parse: Callable[[str], object], text: str) -> None:
    try:
        parse(text)
    except ValueError as error:
        assert " dạng " in str(error)  # noqa: PT017 -- some of these texts are right
        str(error).encode()
