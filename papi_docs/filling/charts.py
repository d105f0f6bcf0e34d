"""Charts as values of fields."""

from dataclasses import dataclass

__all__ = ["Chart", "Series"]


@dataclass(frozen=True, slots=True)
class Series:
    """One row of bars: a name, and a value for each category (None where nothing was measured)."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A horizontal bar chart, one group of bars a category."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    percent: bool = True
    """Whether the values are per cent of 100."""
    stacked: bool = False
