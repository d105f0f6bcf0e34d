"""What every value of the model shares: frozen, validated, NFC text."""

from datetime import date
from functools import lru_cache
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator

from papi_docs.vietnamese import clean, short_date, squeeze
from papi_docs.vietnamese.text import is_squeezed

__all__ = ["Line", "OptionalLine", "OptionalText", "Period", "Text", "Value"]


class Value(BaseModel):
    """A frozen record. A wrong one raises ``pydantic.ValidationError`` naming every field at fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _lines(value: str) -> str:
    if is_squeezed(value):
        return value
    return "\n".join(line for line in (squeeze(line) for line in clean(value).split("\n")) if line)


def _there(value: str) -> str:
    if not value:
        message = "không được để trống: nhập giá trị"
        raise ValueError(message)
    return value


def _some_lines(value: str) -> str:
    return _there(_lines(value))


@lru_cache(1 << 12)
def _some_line(value: str) -> str:
    return _there(squeeze(value))


OptionalText = Annotated[str, AfterValidator(_lines)]
"""Text in NFC, no control characters, single spaces, lines kept; ``""`` where there is none."""

Text = Annotated[str, AfterValidator(_some_lines)]
"""The same, and it is there."""

OptionalLine = Annotated[str, AfterValidator(squeeze)]
"""Text on one line: a line end typed into a cell becomes a space; ``""`` where there is none."""

Line = Annotated[str, AfterValidator(_some_line)]
"""The same, and it is there: names, symbols, numbers, places."""


class Period(Value):
    """Days from ``start`` to ``end``, both included; ``None`` is open."""

    start: date | None = None
    end: date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.start > self.end:
            message = f"từ ngày {short_date(self.start)} sau đến ngày {short_date(self.end)}: đổi lại hai ngày"
            raise ValueError(message)
        return self

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)
