"""Faults as values: what is wrong, how bad, where, and the way out, all in Vietnamese.

Findings are gathered and shown together, never raised one by one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Finding", "Place", "Severity", "faults"]


class Severity(StrEnum):
    """How bad a finding is."""

    FAULT = "lỗi"
    """The paper would be wrong: nothing is made until it is mended."""
    WARNING = "cảnh báo"
    """Probably not meant: the paper is made all the same."""
    ADVICE = "gợi ý"
    """Right, but could be better."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands. Every part may be empty; ``cell`` is an A1 reference."""

    file: str = ""
    sheet: str = ""
    cell: str = ""
    paragraph: str = ""

    def in_row(self, row: int) -> "Place":
        """The cell in a row of this column: as long as it is one, ``cell`` is its letter."""
        return Place(self.file, self.sheet, f"{self.cell}{row}")

    def __str__(self) -> str:
        parts = (
            self.file,
            f'sheet "{self.sheet}"' if self.sheet else "",
            f"ô {self.cell}" if self.cell else "",
            f'đoạn "{self.paragraph}"' if self.paragraph else "",
        )
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, warning or advice.

    Attributes:
        code: permanent, for programs: ``"date-not-real"``.
        severity: how bad it is.
        message: Vietnamese, what is wrong and what to write instead.
        where: the place to go to.
        schools: codes of the schools concerned, empty where it concerns all.
    """

    code: str
    severity: Severity
    message: str
    where: Place = Place()
    schools: tuple[str, ...] = ()

    def __str__(self) -> str:
        place = str(self.where)
        text = f"{place}: {self.message}" if place else self.message
        return text if self.severity is Severity.FAULT else f"[{self.severity}] {text}"


def faults(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that forbid going on, in their order."""
    return tuple(finding for finding in findings if finding.severity is Severity.FAULT)
