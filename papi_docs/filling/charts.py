"""Charts as values of fields: what a drawn chart of a template is filled with."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from papi_docs.vietnamese import figure

__all__ = ["Chart", "Series"]

_TENTHS_OF_ALL = 1000
_SHORTEST_LABELLED = 5


@dataclass(frozen=True, slots=True)
class Series:
    """One row of bars: a name, and a value for each category (None where nothing was measured)."""

    name: str
    values: tuple[float | None, ...]
    labels: tuple[str | None, ...] = ()
    """What is printed at each bar, as the text beside the chart has it; by default the value to one decimal."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A horizontal bar chart, one group of bars a category.

    Raises:
        ValueError: there is nothing to draw, a series is not as long as the categories, or a value is
            not finite or, where ``percent``, not within 0 and 100.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    percent: bool = True
    """Whether the values are per cent of 100."""
    stacked: bool = False

    def __post_init__(self) -> None:
        faults = list(self._faults())
        if faults:
            raise ValueError("; ".join(faults))

    def _faults(self) -> Iterator[str]:
        if not self.categories or not self.series:
            yield f"biểu đồ {self.title} không có số liệu"
        for series in self.series:
            lengths = {len(series.values), len(series.labels) or len(series.values)}
            if lengths != {len(self.categories)}:
                yield f"dãy {series.name} phải có {len(self.categories)} giá trị"
            for value in series.values:
                if value is not None and not self._can_be_drawn(value):
                    yield f"dãy {series.name} có giá trị {value} không vẽ được"

    def _can_be_drawn(self, value: float) -> bool:
        return 0 <= value <= 100 if self.percent else math.isfinite(value)

    def labels_of(self, series: Series) -> tuple[str | None, ...]:
        """What is printed at each bar of a series, in Vietnamese whatever the language of Word.

        None at a gap, and in a piece of a stacked bar that is too short for it.
        """
        texts = series.labels or tuple(None if value is None else self._label(value) for value in series.values)
        return tuple(
            text if value is not None and not (self.stacked and value < _SHORTEST_LABELLED) else None
            for text, value in zip(texts, series.values, strict=True)
        )

    def _label(self, value: float) -> str:
        """Only the whole prints as ``100%`` and only nothing as ``0%``, as in :func:`papi_docs.vietnamese.percent`."""
        tenths = int((Decimal(str(value)) * 10).quantize(Decimal(1), ROUND_HALF_UP))
        if not self.percent:
            return figure(Decimal(tenths) / 10)
        if 0 < value < 100:
            tenths = min(max(tenths, 1), _TENTHS_OF_ALL - 1)
        return f"{figure(Decimal(tenths) / 10)}%"
