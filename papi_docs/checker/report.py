"""What a check found."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from papi_docs.checker.anatomy import Anatomy, Form
from papi_docs.checker.rule import CannotTell, Observation, Spot
from papi_docs.findings import Finding, Severity
from papi_docs.html import table

__all__ = ["Report", "count"]

_MOST_PLACES = 3
"""Shown of what a document repeats."""

_LIMITS = {
    Form.LEGISLATION: "Văn bản quy phạm pháp luật theo thể thức riêng: chỉ xét chữ viết, không xét thể thức "
    "theo Nghị định 30/2020/NĐ-CP.",
    Form.OTHER: "Không thấy thành phần thể thức nào của văn bản hành chính: chỉ xét chữ viết, không xét thể thức.",
}
"""What was not judged, in the forms that the decree's Annex I does not lay out."""

_UNKNOWN = (
    "Có thành phần thể thức nhưng không rõ là loại văn bản nào của Điều 7: chỉ xét chữ viết, không xét thể thức; "
    "nếu là văn bản hành chính thì ghi rõ số, ký hiệu và tên loại."
)
_OF_A_PAPER = {"national_name", "motto", "issuer", "number", "place_and_date", "recipients_label", "authority"}
"""Elements that say by themselves that a paper is an office's."""

_HEADINGS = ("Mức", "Thành phần", "Nơi", "Đang là", "Đúng là", "Điều khoản", "Mã")


@dataclass(frozen=True, slots=True, repr=False)
class Report:
    """Everything that the rules say of one document; printed, it is grouped by element."""

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

    @property
    def limits(self) -> str:
        """What was not judged, in one sentence; empty for an administrative document."""
        form = self.anatomy.form
        if form is Form.OTHER and any(part.role in _OF_A_PAPER for part in self.anatomy.parts):
            return _UNKNOWN
        return _LIMITS.get(form, "")

    def of(self, code: str) -> tuple[Observation, ...]:
        """What one rule found, in reading order."""
        return tuple(seen for seen in self.observations if seen.code == code)

    def __iter__(self) -> Iterator[Observation]:
        return iter(self.observations)

    def __repr__(self) -> str:
        return f"<Report {self.path.name}: {self._verdict}>"

    def __str__(self) -> str:
        lines = [f"{self.path} ({self._kind}): {self._verdict}."]
        if self.limits:
            lines.append(self.limits)
        for element, groups in _by_element(self.observations):
            lines.append(element)
            lines += [f"  {line}" for group in groups for line in group.lines()]
        lines += self._doubts
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        rows = [group.cells() for _, groups in _by_element(self.observations) for group in groups]
        notes = [self.limits, *self._doubts]
        caption = f"{self.path.name} ({self._kind}): {self._verdict}"
        return table(caption, _HEADINGS, rows) + "".join(f"<p>{escape(note)}</p>" for note in notes if note)

    @property
    def _verdict(self) -> str:
        """What was found; where little was asked, nothing found is not nothing wrong."""
        counted = count(seen.severity for seen in self.observations)
        return f"chỉ xét chữ viết, {counted}" if self.limits else counted

    @property
    def _doubts(self) -> list[str]:
        """What could not be told, the first of it with the reason."""
        shown = [f"Không kết luận được: {unsure.why} [{unsure.code}]" for unsure in self.cannot_tell[:_MOST_PLACES]]
        left = len(self.cannot_tell) - len(shown)
        return [*shown, f"và {left} điều nữa không kết luận được."] if left else shown

    @property
    def _kind(self) -> str:
        return self.anatomy.type_name or str(self.anatomy.form)


def count(severities: Iterable[Severity]) -> str:
    """How many of each severity, in words: ``"3 lỗi, 1 cảnh báo"``, ``"không thấy lỗi"``."""
    counted = Counter(severities)
    parts = [f"{counted[severity]} {severity}" for severity in Severity if counted[severity]]
    return ", ".join(parts) or "không thấy lỗi"


@dataclass(frozen=True, slots=True)
class _Group:
    """What one rule wants, in one place or more."""

    seen: tuple[Observation, ...]

    @property
    def found(self) -> str:
        """What stands there, where that is everywhere the same."""
        found = {seen.found for seen in self.seen}
        return found.pop() if len(found) == 1 else ""

    def lines(self) -> list[str]:
        one = self.seen[0]
        told = f"{self.found}; đúng là {one.wanted}" if self.found else f"đúng là {one.wanted}"
        return [f"{one.severity}: {told} ({one.clause}) [{one.code}]", *(f"  {place}" for place in self.places())]

    def cells(self) -> tuple[str, ...]:
        one = self.seen[0]
        return str(one.severity), one.element, "; ".join(self.places()), self.found, one.wanted, one.clause, one.code

    def places(self) -> list[str]:
        """The first places, each with what stands there where that differs."""
        places = [self._place(seen, spot) for seen in self.seen for spot in (seen.spot, *seen.others)]
        shown = [place for place in dict.fromkeys(places) if place][:_MOST_PLACES]
        left = len(places) - len(shown)
        return [*shown, f"và {left} chỗ nữa"] if shown and left > 0 else shown

    def _place(self, seen: Observation, spot: Spot) -> str:
        quote = f'"{spot.quote}"' if spot.quote and spot.quote not in seen.found else ""
        return quote if self.found else ": ".join(part for part in (seen.found, quote) if part)


def _by_element(observations: Iterable[Observation]) -> list[tuple[str, list[_Group]]]:
    """Groups under their elements, each in the order of its first place."""
    elements: dict[str, dict[tuple[str, ...], list[Observation]]] = {}
    for seen in observations:
        same = (seen.code, seen.severity, seen.wanted)
        elements.setdefault(seen.element, {}).setdefault(same, []).append(seen)
    return [(element, [_Group(tuple(group)) for group in groups.values()]) for element, groups in elements.items()]
