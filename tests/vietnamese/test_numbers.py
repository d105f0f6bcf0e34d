"""Figures, shares, Roman numerals and the letters of points."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_docs.vietnamese import (
    POINT_LETTERS,
    count,
    figure,
    parse_number,
    parse_roman,
    percent,
    point,
    roman,
)

SHARES = st.integers(1, 10**6).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole)))


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (1234.5, None, "1.234,5"),
        (Decimal("1234.50"), None, "1.234,5"),
        (0, None, "0"),
        (1.0, None, "1"),
        (999, None, "999"),
        (1000, None, "1.000"),
        (1234567, None, "1.234.567"),
        (-1234.5, None, "-1.234,5"),
        (0.1 + 0.2, None, "0,3"),
        (Decimal("0.0000005"), None, "0,000001"),
        (Decimal("-0.0000001"), None, "0"),
        (-0.0, None, "0"),
        (1e16, None, "10.000.000.000.000.000"),
        (10**40, None, "10" + ".000" * 13),
        (5, 2, "5,00"),
        (2.675, 2, "2,68"),
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (-0.4, 0, "0"),
        (0.05, 1, "0,1"),
        (Decimal("99.95"), 1, "100,0"),
    ],
)
def test_figure(value: Decimal | float, decimals: int | None, expected: str) -> None:
    assert figure(value, decimals) == expected


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), float("-inf"), Decimal("sNaN"), Decimal("1e5000"), 10**400]
)
def test_what_is_no_figure(value: Decimal | float) -> None:
    with pytest.raises(ValueError, match=r"^Không in được giá trị .+\. Nhập một số theo dạng 1\.234,5\.$"):
        figure(value)


def test_an_int_too_long_for_python_to_print() -> None:
    with pytest.raises(ValueError, match=r"^Không in được giá trị 10+…\. Nhập một số"):
        figure(10**5000)


@pytest.mark.parametrize("decimals", [-1, 21])
def test_decimals_out_of_range(decimals: int) -> None:
    message = rf"^Không làm tròn được đến {decimals} chữ số thập phân\. Chọn từ 0 đến 20\.$"
    with pytest.raises(ValueError, match=message):
        figure(1, decimals)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**15), max_value=10**15))
def test_figures_survive_writing_and_reading(value: Decimal) -> None:
    assert parse_number(figure(value)) == value


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(0, 20))
def test_figures_have_the_decimals_asked_for(value: float, decimals: int) -> None:
    whole, _, rest = figure(value, decimals).partition(",")
    assert len(rest) == decimals
    assert whole != "-0" or rest.strip("0")


@pytest.mark.parametrize(
    ("part", "whole", "decimals", "expected"),
    [
        (197, 200, 1, "98,5%"),
        (200, 200, 1, "100%"),
        (0, 200, 1, "0%"),
        (1, 3, 1, "33,3%"),
        (2, 3, 2, "66,67%"),
        (1, 2, 1, "50%"),
        (1, 8, 1, "12,5%"),
        (1, 16, 1, "6,3%"),  # 6,25 half up
        (1, 8, 0, "13%"),
        (9999, 10000, 1, "99,9%"),
        (1, 10000, 1, "0,1%"),
        (999, 1000, 0, "99%"),
        (1, 1000, 0, "1%"),
        (10**9 - 1, 10**9, 6, "99,999999%"),
    ],
)
def test_percent(part: int, whole: int, decimals: int, expected: str) -> None:
    assert percent(part, whole, decimals) == expected


@pytest.mark.parametrize(
    ("part", "whole", "decimals", "message"),
    [
        (0, 0, 1, r"^Tổng số phải lớn hơn 0, đang là 0\. Kiểm tra lại tổng số\.$"),
        (1, -5, 1, r"^Tổng số phải lớn hơn 0, đang là -5\."),
        (-1, 5, 1, r"^Số thành phần là -1, tổng số là 5\. Nhập số từ 0 đến 5\.$"),
        (6, 5, 1, r"^Số thành phần là 6, tổng số là 5\. Nhập số từ 0 đến 5\.$"),
        (1, 5, 7, r"^Không làm tròn được đến 7 chữ số thập phân\. Chọn từ 0 đến 6\.$"),
        (1, 5, -1, r"Chọn từ 0 đến 6\.$"),
    ],
)
def test_what_is_no_share(part: int, whole: int, decimals: int, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        percent(part, whole, decimals)


@given(SHARES, st.integers(0, 6))
def test_only_the_whole_is_100_percent_and_only_nothing_0(share: tuple[int, int], decimals: int) -> None:
    part, whole = share
    shown = percent(part, whole, decimals)
    assert (shown == "100%") == (part == whole)
    assert (shown == "0%") == (part == 0)


@given(SHARES, st.integers(0, 6))
def test_a_share_is_off_by_half_a_step_or_kept_from_the_ends(share: tuple[int, int], decimals: int) -> None:
    part, whole = share
    step = Fraction(1, 10**decimals)
    shown = Fraction(parse_number(percent(part, whole, decimals)))
    error = shown - Fraction(100 * part, whole)
    kept_from_an_end = shown in {step, 100 - step} and abs(error) < step
    assert -step / 2 < error <= step / 2 or kept_from_an_end


@given(SHARES)
def test_shares_round_as_decimals_do(share: tuple[int, int]) -> None:
    part, whole = share
    exact = Decimal(100 * part) / whole
    rounded = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    if part in {0, whole} or Decimal(0) < rounded < 100:
        assert parse_number(percent(part, whole)) == rounded


@pytest.mark.parametrize(
    ("n", "expected"),
    [(0, "0"), (1, "01"), (9, "09"), (10, "10"), (12, "12"), (1250, "1.250")],
)
def test_count(n: int, expected: str) -> None:
    assert count(n) == expected


def test_a_count_is_not_negative() -> None:
    with pytest.raises(ValueError, match=r"^Số lượng không được âm, đang là -1\. Nhập số từ 0 trở lên\.$"):
        count(-1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.234,5", "1234.5"),
        ("1234,5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234\u202f567,5", "1234567.5"),
        ("1.234", "1234"),
        ("1.234.567", "1234567"),
        ("12,5", "12.5"),
        ("1,234", "1.234"),
        ("0.5", "0.5"),
        ("1234.5", "1234.5"),
        ("1.2345", "1.2345"),
        ("0.125", "0.125"),
        ("1234.567", "1234.567"),
        ("98,5%", "98.5"),
        ("98,5 %", "98.5"),
        ("-1.234,5", "-1234.5"),
        ("−3", "-3"),
        ("-0", "0"),
        (" 09 ", "9"),
        ("12345678901234567890123456789012,5", "12345678901234567890123456789012.5"),
    ],
)
def test_parse_number(text: str, expected: str) -> None:
    number = parse_number(text)
    assert number == Decimal(expected)
    assert str(number) != "-0"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "abc",
        "1,234.5",
        "1.23.456",
        "12.34.567",
        "1 23",
        "1234 567",
        "1.234 567",
        ",5",
        "5,",
        "5.",
        "01.234",
        "1,2,3",
        "1e5",
        "NaN",
        "Infinity",
        "1_000",
        "５",
        "٣",
        "%",
        "5%%",
        "--5",
        "0.123.456",
        "1.234.5",
    ],
)
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match=r'^"[^"]*" không phải số\. Viết theo dạng 1\.234,5\.$'):
        parse_number(text)


@given(st.text(st.sampled_from("0123456789.,% -")))
def test_any_text_is_a_number_or_answered_in_vietnamese(text: str) -> None:
    try:
        assert parse_number(text).is_finite()
    except ValueError as error:
        assert "Viết theo dạng" in str(error)  # noqa: PT017 -- some of these texts are numbers


@pytest.mark.parametrize(
    ("n", "numeral"),
    [
        (1, "I"),
        (4, "IV"),
        (9, "IX"),
        (14, "XIV"),
        (40, "XL"),
        (90, "XC"),
        (400, "CD"),
        (1994, "MCMXCIV"),
        (2021, "MMXXI"),
        (3999, "MMMCMXCIX"),
    ],
)
def test_roman(n: int, numeral: str) -> None:
    assert roman(n) == numeral
    assert parse_roman(numeral) == n


def test_all_roman_numerals_survive_writing_and_reading() -> None:
    assert [parse_roman(roman(n)) for n in range(1, 4000)] == list(range(1, 4000))


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_numbers_the_romans_did_not_write(n: int) -> None:
    with pytest.raises(ValueError, match=rf"^Không viết được {n} bằng số La Mã\. Chọn số từ 1 đến 3999\.$"):
        roman(n)


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "iv", " IV", "IV\n", "MMMM", "XIVa", "14", "Ⅳ", "VIV"])
def test_what_is_no_roman_numeral(text: str) -> None:
    with pytest.raises(ValueError, match=r'^"[^"]*" không phải số La Mã\. Viết theo dạng XIV\.$'):
        parse_roman(text)


def test_points_follow_the_vietnamese_alphabet() -> None:
    assert "".join(POINT_LETTERS) == "abcdđeghiklmnopqrstuvxy"
    assert "".join(point(n) for n in range(1, 24)) == "abcdđeghiklmnopqrstuvxy"
    assert point(5) == "đ"


@pytest.mark.parametrize("n", [0, -1, 24])
def test_there_is_no_such_point(n: int) -> None:
    with pytest.raises(ValueError, match=rf"^Không có chữ cho điểm thứ {n}\. Mỗi khoản có từ 1 đến 23 điểm\.$"):
        point(n)
