"""Rules that are typed rather than drawn: rows of underscores or dashes, underlined words."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from papi_docs.checker.reading.ooxml import MM_PER_POINT
from papi_docs.checker.written import Line, LineKind, Run
from papi_docs.typography import Face, text_width

__all__ = ["typed_lines"]

_RAISED: Final = 0.65
"""Share of its size that a raised or lowered letter of Times New Roman is drawn at."""
_ROW: Final = re.compile(r"_{3,}|(?:[-‐-―─━=~*.…·•∙⋅¯][ \u00a0]?){3,}")
_BLANK: Final = re.compile(r"[\s\u00a0]*")


def typed_lines(runs: Sequence[Run]) -> Iterator[Line]:
    """Rules among the runs of a paragraph, in their order."""
    yield from _rows(runs)
    yield from _underlined(runs)


def _rows(runs: Sequence[Run]) -> Iterator[Line]:
    """Rows that have a line of text to themselves, or stand beside other rows; a blank to fill in is none."""
    text = "".join(run.text for run in runs)
    start = 0
    for line in text.split("\n"):
        found = list(_ROW.finditer(line))
        if found and _BLANK.fullmatch(_ROW.sub("", line)):
            for row in found:
                yield _row(runs, row, start)
        start += len(line) + 1


def _row(runs: Sequence[Run], row: re.Match[str], start: int) -> Line:
    stretch = row[0].rstrip()
    kind = LineKind.UNDERSCORES if row[0].startswith("_") else LineKind.DASHES
    first = start + row.start()
    width = _width(runs, first, first + len(stretch))
    element = next((run.element for run in runs if run.start <= first < run.end), None)
    return Line(
        kind, round(width, 2), solid=kind is LineKind.UNDERSCORES or set(stretch) <= set("─━―¯"), element=element
    )


def _underlined(runs: Sequence[Run]) -> Iterator[Line]:
    """Stretches of underlined text, blanks and tabs too."""
    stretch: list[Run] = []
    for run in [*runs, None]:
        if run is not None and run.underline:
            stretch.append(run)
        elif stretch:
            yield _under(stretch)
            stretch = []


def _under(stretch: Sequence[Run]) -> Line:
    known = not any("\t" in run.text for run in stretch)
    width = round(_width(stretch, stretch[0].start, stretch[-1].end), 2) if known else None
    return Line(LineKind.UNDERLINE, width, element=stretch[0].element)


def _width(runs: Sequence[Run], first: int, last: int) -> float:
    return sum(
        _run_width(run, run.text[max(0, first - run.start) : last - run.start])
        for run in runs
        if run.start < last and first < run.end
    )


def _run_width(run: Run, words: str) -> float:
    return text_width(words, _face(run), _size(run)) * run.stretch + len(words) * run.spread * MM_PER_POINT


def _size(run: Run) -> float:
    return run.size * _RAISED if run.raised else run.size


def _face(run: Run) -> Face:
    if run.bold:
        return Face.BOLD_ITALIC if run.italic else Face.BOLD
    return Face.ITALIC if run.italic else Face.REGULAR
