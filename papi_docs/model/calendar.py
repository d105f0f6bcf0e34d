"""The school year as data: its days come from decisions, never from a rule of ours."""

import tomllib
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Self

from pydantic import model_validator

from papi_docs.errors import ModelError
from papi_docs.model.base import Line, Period, Value
from papi_docs.vietnamese import school_year, short_date

__all__ = ["Anchor", "Calendar", "calendars"]


class Anchor(StrEnum):
    """A day of the school year that a deadline may be counted from."""

    FIRST_DAY = "khai giảng"
    SEMESTER_1_END = "kết thúc học kỳ I"
    YEAR_END = "kết thúc năm học"


_FIELDS = {Anchor.FIRST_DAY: "first_day", Anchor.SEMESTER_1_END: "semester_1_end", Anchor.YEAR_END: "year_end"}


class Calendar(Value):
    """Days of one school year (khung kế hoạch thời gian năm học)."""

    start: int
    """Calendar year in which it begins: 2021 for 2021-2022."""
    first_day: date
    semester_1_end: date
    year_end: date
    decision: Line
    """The document that set these days."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        label, days = self.label, (self.first_day, self.semester_1_end, self.year_end)
        if not days[0] < days[1] < days[2] or not all(day in self.period for day in days):
            listed = ", ".join(short_date(day) for day in days)
            message = (
                f"khai giảng, kết thúc học kỳ I, kết thúc năm học ({listed}) phải theo thứ tự "
                f"và nằm trong năm học {label}"
            )
            raise ValueError(message)
        return self

    @property
    def label(self) -> str:
        """``2021-2022``."""
        return school_year(self.start)

    @property
    def period(self) -> Period:
        """From 1 July, when schools plan the year, to 30 June, when they have reported on it."""
        return _period(self.start)

    def day_of(self, anchor: Anchor, offset: int = 0) -> date:
        """The anchor's day, ``offset`` days later (negative: earlier)."""
        day: date = getattr(self, _FIELDS[anchor])
        return day + timedelta(days=offset) if offset else day

    @classmethod
    def known(cls, start: int, province: str) -> Self:
        """The province's own days where known, else the ministry's frame.

        Raises:
            ModelError: no decision for that year is known.
        """
        rows = {row.get("province", ""): row for row in calendars() if row["start"] == start}
        row = rows.get(province) or rows.get("")
        if row is None:
            raise ModelError(
                f"chưa có lịch năm học {school_year(start)}: ghi ngày khai giảng, kết thúc học kỳ I "
                "và kết thúc năm học ở sheet Cài đặt"
            )
        return cls.model_validate({key: value for key, value in row.items() if key != "province"})


@lru_cache(256)
def _period(start: int) -> Period:
    return Period(start=date(start, 7, 1), end=date(start + 1, 6, 30))


@cache
def calendars() -> tuple[dict[str, object], ...]:
    """Rows of ``data/calendars.toml``."""
    text = files("papi_docs").joinpath("data/calendars.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["year"])
