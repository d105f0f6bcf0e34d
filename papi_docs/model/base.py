"""What every value of the model shares: frozen, validated, NFC text."""

from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator

from papi_docs.vietnamese import clean, short_date, squeeze

__all__ = ["OptionalText", "Period", "Text", "Value"]


class Value(BaseModel):
    """A frozen record. A wrong one raises ``pydantic.ValidationError`` naming every field at fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _text(value: str) -> str:
    text = "\n".join(line for line in (squeeze(line) for line in clean(value).split("\n")) if line)
    if not text:
        message = "không được để trống"
        raise ValueError(message)
    return text


Text = Annotated[str, AfterValidator(_text)]
"""Text that is there: NFC, no control characters, single spaces, lines kept."""

OptionalText = Annotated[str, AfterValidator(lambda value: _text(value) if value.strip() else "")]
"""The same, or ``""`` where there is none."""


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
