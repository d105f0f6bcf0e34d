"""Reports of many files as JSON for programs; the keys are permanent."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from papi_docs.checker.files import Checked
from papi_docs.checker.mending import MENDABLE, Mended
from papi_docs.checker.report import Report
from papi_docs.checker.rule import Observation, Spot

__all__ = ["as_json"]


def as_json(files: Iterable[Checked]) -> Iterator[str]:
    """One object with ``files``, a list of one object a file.

    Keys of a file: ``file``; ``form`` (name of a :class:`~papi_docs.checker.anatomy.Form` in small letters,
    null where the file was not read); ``ok``; ``limits`` (Vietnamese: what was not judged; empty where all was);
    ``findings``; ``cannot_tell`` (``code``, ``why``); ``annotated`` (path of that copy or null); ``mended`` (null,
    or ``path``, ``done`` and ``left``, both findings); ``errors`` (Vietnamese: why the file was not read, or a copy
    not written).

    Keys of a finding: ``code``, ``severity`` (``fault``, ``warning``, ``advice``), ``clause``, ``element``,
    ``paragraph`` (from 0 in reading order; null for the page as a whole), ``quote``, ``found``, ``wanted``,
    ``mendable``, ``others`` (further places, each with ``paragraph`` and ``quote``).
    """
    yield json.dumps({"files": [_file(file) for file in files]}, ensure_ascii=False, indent=2)


def _file(file: Checked) -> dict[str, Any]:
    told = _report(file.report) if file.report else _UNREAD
    return {
        "file": str(file.path),
        **told,
        "annotated": str(file.annotated) if file.annotated else None,
        "mended": _mended(file.mended) if file.mended else None,
        "errors": [finding.message for finding in file.findings],
    }


def _mended(copy: Mended) -> dict[str, Any]:
    done, left = ([_finding(seen) for seen in seen_then] for seen_then in (copy.done, copy.left))
    return {"path": str(copy.path), "done": done, "left": left}


_UNREAD: dict[str, Any] = {"form": None, "ok": False, "limits": "", "findings": [], "cannot_tell": []}


def _report(report: Report) -> dict[str, Any]:
    return {
        "form": report.anatomy.form.name.lower(),
        "ok": report.ok,
        "limits": report.limits,
        "findings": [_finding(seen) for seen in report],
        "cannot_tell": [{"code": unsure.code, "why": unsure.why} for unsure in report.cannot_tell],
    }


def _finding(seen: Observation) -> dict[str, Any]:
    return {
        "code": seen.code,
        "severity": seen.severity.name.lower(),
        "clause": seen.clause,
        "element": seen.element,
        **_spot(seen.spot),
        "found": seen.found,
        "wanted": seen.wanted,
        "mendable": seen.code in MENDABLE,
        "others": [_spot(spot) for spot in seen.others],
    }


def _spot(spot: Spot) -> dict[str, Any]:
    return {"paragraph": spot.paragraph.index if spot.paragraph else None, "quote": spot.quote}
