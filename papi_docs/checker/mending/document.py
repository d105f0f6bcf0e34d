"""Mending a whole document: what is certain, in a copy, and only what a new check agrees with."""

import tempfile
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from os.path import realpath
from pathlib import Path

from papi_docs.checker.anatomy import Anatomy
from papi_docs.checker.judging import check
from papi_docs.checker.mending.copying import Copy
from papi_docs.checker.mending.errors import CannotMend
from papi_docs.checker.mending.menders import HARMLESS, MENDERS, RETYPING
from papi_docs.checker.mending.place import Place, parts_at
from papi_docs.checker.report import Report
from papi_docs.checker.rule import CERTAIN, Observation
from papi_docs.checker.rules import RULES
from papi_docs.errors import UsageError
from papi_docs.findings import Severity
from papi_docs.package import write_whole

__all__ = ["MENDABLE", "Mended", "mend"]

MENDABLE = frozenset(MENDERS) & frozenset(RULES)
"""Codes of the rules whose faults can be mended."""

_Place = tuple[str, int, int]
"""A code with the number of a paragraph and of a section, -1 where there is none."""


@dataclass(frozen=True, slots=True, repr=False)
class Mended:
    """A mended copy.

    Attributes:
        path: the copy.
        done: what it no longer has.
        left: what it still has, for its author to mend.
    """

    path: Path
    done: tuple[Observation, ...]
    left: tuple[Observation, ...]

    def __repr__(self) -> str:
        return f"<Mended {self.path.name}: đã sửa {len(self.done)}, còn {len(self.left)}>"

    def __str__(self) -> str:
        lines = [f"{self.path}: đã sửa {len(self.done)} lỗi, còn {len(self.left)} để người soạn sửa."]
        lines += [f"  đã sửa  {_line(seen)}" for seen in self.done]
        lines += [f"  còn lại {_line(seen)}" for seen in self.left]
        return "\n".join(lines)


def _line(seen: Observation) -> str:
    quote = f" “{seen.spot.quote}”" if seen.spot.quote else ""
    return f"{seen.element}{quote}: {seen.found} → {seen.wanted} [{seen.code}]"


def mend(report: Report, out: str | Path) -> Mended:
    """Write a copy of a checked document with its certain faults mended.

    Only faults are mended that have one right way; each mend is checked again and taken back where it would
    not hold or would make something else wrong. Paragraphs with tracked changes stay as they are. The text
    changes only where a rule says what is to be written. What is not mended is byte for byte the same.

    Args:
        report: what :func:`papi_docs.check` said of the document; what it was not asked is not mended.
        out: file of the copy; replaced where it is there.

    Raises:
        UsageError: ``out`` is the document itself.
        CheckError: the document can no longer be read.
        OSError: the copy cannot be written.
    """
    out = Path(out)
    if realpath(out) == realpath(report.path) or (out.exists() and out.samefile(report.path)):
        raise UsageError(f"bản đã sửa phải là tệp khác, không ghi đè {out.name}")
    wanted = {place for seen in report.observations if _certain(seen, report.anatomy) for place in _places(seen)}
    before = check(report.path)
    data = report.path.read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        state = _mended(_State(data, before), wanted, Path(folder) / report.path.name)
    write_whole(out, state.data, overwrite=True)
    still = _all_places(state.report.observations)
    done = tuple(seen for seen in report.observations if not still & _places(seen))
    return Mended(out, done, tuple(seen for seen in report.observations if seen not in done))


def _certain(seen: Observation, anatomy: Anatomy) -> bool:
    """What is merely advised, or said of a part that is not certain, is for the author to decide."""
    if seen.code in HARMLESS and seen.code in MENDABLE:
        return True
    if seen.code not in MENDABLE or seen.severity is Severity.ADVICE:
        return False
    parts = list(parts_at(anatomy, seen, _roles(seen.code)))
    return all(part.certainty >= CERTAIN for part in parts) and (bool(parts) or not _milder(seen))


def _milder(seen: Observation) -> bool:
    return seen.severity is not RULES[seen.code].severity


def _places(seen: Observation) -> set[_Place]:
    """Where it stands. Paragraphs keep their numbers: mending neither adds any nor takes any away."""
    return {
        (seen.code, spot.paragraph.index if spot.paragraph else -1, -1 if spot.section is None else spot.section)
        for spot in (seen.spot, *seen.others)
    }


def _all_places(observations: Iterable[Observation]) -> set[_Place]:
    return {place for seen in observations for place in _places(seen)}


@dataclass(frozen=True, slots=True)
class _State:
    """A version of the document, and what is wrong in it."""

    data: bytes
    report: Report


def _mended(state: _State, wanted: set[_Place], scratch: Path) -> _State:
    """Everything at once where that holds; then without what made something new wrong; at last code by code.

    It ends with a round that changes nothing, so that mending the result changes nothing either.
    """
    while True:
        codes = frozenset(seen.code for seen in state.report.observations if _places(seen) & wanted)
        after = _together(state, codes, wanted, scratch) or _one_by_one(state, codes, wanted, scratch)
        if after is state:
            return state
        state = after


def _together(state: _State, codes: frozenset[str], wanted: set[_Place], scratch: Path) -> _State | None:
    """The next version with as many codes mended at once as can be; ``None`` where that cannot be told."""
    while codes:
        after = _tried(state, codes, wanted, scratch)
        if after is None:
            return None
        blamed = _new(state, after) & codes
        if not blamed:
            return after if _holds(state, after, codes) else None
        codes -= blamed
    return None


def _one_by_one(state: _State, codes: frozenset[str], wanted: set[_Place], scratch: Path) -> _State:
    for code in sorted(codes):
        after = _tried(state, frozenset({code}), wanted, scratch)
        if after is not None and _holds(state, after, {code}):
            state = after
    return state


def _tried(state: _State, codes: frozenset[str], wanted: set[_Place], scratch: Path) -> _State | None:
    """What becomes of the document when these codes are mended; ``None`` where nothing does."""
    data = _applied(state, codes, wanted)
    if data is None:
        return None
    scratch.write_bytes(data)
    return _State(data, check(scratch))


def _new(before: _State, after: _State) -> set[str]:
    """Codes of what was not there before."""
    return {place[0] for place in _all_places(after.report.observations) - _all_places(before.report.observations)}


def _holds(before: _State, after: _State, codes: Collection[str]) -> bool:
    """Fewer of these faults, nothing new, and no other words than those that a rule wants."""
    gone = _all_places(before.report.observations) - _all_places(after.report.observations)
    return any(place[0] in codes for place in gone) and not _new(before, after) and _same_text(before, after, codes)


def _applied(state: _State, codes: Collection[str], wanted: set[_Place]) -> bytes | None:
    try:
        copy = Copy(state.data)
    except CannotMend:
        return None
    anatomy = state.report.anatomy
    places = [
        Place(copy, anatomy, seen, _roles(seen.code))
        for seen in state.report.observations
        if seen.code in codes and _places(seen) & wanted
    ]
    for place in places:
        place.prepare()
    for place in places:
        try:
            MENDERS[place.observation.code](place)
        except CannotMend:
            continue
    return copy.to_bytes() if copy.changed else None


def _roles(code: str) -> tuple[str, ...]:
    element = RULES[code].element
    return ("body", "point") if element == "body" else (element,)


def _same_text(before: _State, after: _State, codes: Collection[str]) -> bool:
    """Whether the words are the same, but in paragraphs where a rule says what to write."""
    written = {
        spot.paragraph.index
        for seen in before.report.observations
        if seen.code in codes and seen.code in RETYPING
        for spot in (seen.spot, *seen.others)
        if spot.paragraph
    }
    old, new = (state.report.anatomy.written.paragraphs for state in (before, after))
    return len(old) == len(new) and all(
        one.text == other.text or one.index in written for one, other in zip(old, new, strict=True)
    )
