"""What a check found."""

from dataclasses import dataclass
from pathlib import Path

from papi_docs.checker.anatomy import Anatomy
from papi_docs.checker.rule import CannotTell, Observation
from papi_docs.findings import Finding, Severity

__all__ = ["Report"]


@dataclass(frozen=True, slots=True, repr=False)
class Report:
    """Everything that the rules say of one document."""

    path: Path
    anatomy: Anatomy
    observations: tuple[Observation, ...]
    """In reading order, those of the page first."""
    cannot_tell: tuple[CannotTell, ...] = ()

    @property
    def ok(self) -> bool:
        """No fault; warnings and advice may be there."""
        return not any(seen.severity is Severity.FAULT for seen in self.observations)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The observations as findings of the house."""
        return tuple(seen.finding(str(self.path)) for seen in self.observations)
