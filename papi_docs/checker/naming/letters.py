"""What is otherwise in a letter than in the papers that have a type."""

from collections.abc import Sequence
from dataclasses import replace

from papi_docs.checker.anatomy import Part

__all__ = ["without_bases"]

_MOSTLY = 0.7


def without_bases(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts of a letter, whose text may begin ``Căn cứ …`` and yet be text.

    Form 1.5 has no bases. Those that a writer sets out as bases, in italics or one by one with semicolons, stay.
    """
    kept: list[Part] = []
    for part in parts:
        if part.role != "basis" or _set_out(part, kept):
            kept.append(part)
        else:
            kept.append(replace(part, role="body"))
    return tuple(kept)


def _set_out(part: Part, above: Sequence[Part]) -> bool:
    if part.text.endswith(";") or _italic(part):
        return True
    return bool(above) and above[-1].role == "basis" and above[-1].text.endswith(";")


def _italic(part: Part) -> bool:
    runs = [run for span in part.spans for run in span.runs]
    slanted = sum(len(run.text) for run in runs if run.italic)
    return slanted > _MOSTLY * sum(len(run.text) for run in runs)
