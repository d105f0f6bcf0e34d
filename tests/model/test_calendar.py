"""The school year, its days, and the decisions behind them."""

from datetime import date

import pytest
from pydantic import ValidationError

from papi_docs.errors import ModelError
from papi_docs.model import Anchor, Calendar
from papi_docs.model.calendar import calendars

DAYS = (date(2021, 9, 5), date(2022, 1, 15), date(2022, 5, 30))


def calendar(start: int = 2021, days: tuple[date, ...] = DAYS) -> Calendar:
    return Calendar(start=start, first_day=days[0], semester_1_end=days[1], year_end=days[2], decision="Quyết định")


def test_label_and_period() -> None:
    assert calendar().label == "2021-2022"
    assert date(2021, 7, 1) in calendar().period
    assert date(2022, 7, 1) not in calendar().period


@pytest.mark.parametrize(
    ("anchor", "offset", "day"),
    [
        (Anchor.FIRST_DAY, 0, date(2021, 9, 5)),
        (Anchor.SEMESTER_1_END, -10, date(2022, 1, 5)),
        (Anchor.YEAR_END, 2, date(2022, 6, 1)),
    ],
)
def test_days(anchor: Anchor, offset: int, day: date) -> None:
    assert calendar().day_of(anchor, offset) == day


@pytest.mark.parametrize(
    ("start", "days"),
    [
        (2021, (DAYS[1], DAYS[0], DAYS[2])),
        (2021, (DAYS[0], DAYS[0], DAYS[2])),
        (2021, (*DAYS[:2], date(2022, 7, 1))),
        (2022, DAYS),
    ],
)
def test_days_in_their_order_and_year(start: int, days: tuple[date, ...]) -> None:
    with pytest.raises(ValidationError, match="phải theo thứ tự và nằm trong năm học"):
        calendar(start, days)


@pytest.mark.parametrize("start", [0, -1, 21, 99_999])
def test_years_that_are_none(start: int) -> None:
    with pytest.raises(ValidationError, match="nằm ngoài khoảng"):
        calendar(start)


def test_a_province_wins_over_the_ministry() -> None:
    assert Calendar.known(2026, "Đồng Tháp").semester_1_end == date(2027, 1, 10)
    assert Calendar.known(2026, "Đồng Tháp").decision == "Quyết định số 2644/QĐ-UBND"
    assert Calendar.known(2026, "Vĩnh Long").semester_1_end == date(2027, 1, 17)
    assert Calendar.known(2021, "Đồng Tháp").year_end == date(2022, 5, 30)


def test_a_year_that_is_not_known() -> None:
    with pytest.raises(ModelError, match="chưa có lịch năm học 2030-2031: ghi ngày khai giảng"):
        Calendar.known(2030, "Đồng Tháp")


def test_every_row_is_a_calendar_with_its_own_decision() -> None:
    for row in calendars():
        known = Calendar.known(int(str(row["start"])), str(row.get("province", "")))
        assert known.decision == row["decision"]
    keys = [(row["start"], row.get("province", "")) for row in calendars()]
    assert len(set(keys)) == len(keys)
