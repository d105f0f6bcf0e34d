"""Reports of many files as SARIF 2.1.0, which code hosts and editors show."""

import json
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from papi_docs.checker.files import Checked
from papi_docs.checker.report import Report
from papi_docs.checker.rule import CannotTell, Observation, Rule, Spot
from papi_docs.checker.rules import RULES
from papi_docs.decree30 import CLAUSES
from papi_docs.findings import Finding, Severity

__all__ = ["as_sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.FAULT: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_INDEX = {code: index for index, code in enumerate(RULES)}


def as_sarif(files: Iterable[Checked]) -> Iterator[str]:
    """One log of one run: every rule, a result for each observation, a notification for each file not judged.

    A paragraph is a logical location: a .docx has no lines.
    """
    results: list[dict[str, Any]] = []
    notifications: list[dict[str, Any]] = []
    judged = True
    for file in files:
        judged &= file.report is not None
        results += [_result(file.path, seen) for seen in file.report or ()]
        notifications += [_failure(file.path, finding) for finding in file.findings]
        notifications += list(_not_judged(file.path, file.report)) if file.report else []
    invocation = {"executionSuccessful": judged, "toolExecutionNotifications": notifications}
    run = {
        "tool": {"driver": _driver()},
        "invocations": [invocation],
        "language": "vi",
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _driver() -> dict[str, Any]:
    rules = [_rule(rule) for rule in RULES.values()]
    return {"name": "papi-docs", "version": version("papi-docs"), "language": "vi", "rules": rules}


def _rule(rule: Rule) -> dict[str, Any]:
    example = f"Sai: {rule.wrong}\nĐúng: {rule.right}"
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.explanation},
        "help": {"text": f"{rule.explanation}\n{example}\n{CLAUSES[rule.clause]}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"clause": rule.clause, "element": rule.element},
    }


def _result(path: Path, seen: Observation) -> dict[str, Any]:
    message = f"{seen.element}: {seen.found}; đúng là {seen.wanted} ({seen.clause})"
    return {
        "ruleId": seen.code,
        "ruleIndex": _INDEX[seen.code],
        "level": _LEVELS[seen.severity],
        "message": {"text": f'{message}: "{seen.spot.quote}"' if seen.spot.quote else message},
        "locations": [{**_physical(path), "logicalLocations": [_logical(seen.element, seen.spot)]}],
        "relatedLocations": list(_related(path, seen)),
    }


def _related(path: Path, seen: Observation) -> Iterator[dict[str, Any]]:
    """The further places; two of the same words in one paragraph are one, as SARIF wants each only once."""
    places = [_logical(seen.element, spot) for spot in seen.others]
    for at, place in enumerate(places):
        if place not in places[:at]:
            yield {**_physical(path), "logicalLocations": [place]}


def _logical(element: str, spot: Spot) -> dict[str, str]:
    where = f"paragraph/{spot.paragraph.index}" if spot.paragraph else f"section/{spot.section or 0}"
    return {"name": spot.quote or element, "fullyQualifiedName": where, "kind": "element"}


def _physical(path: Path) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}}}


def _uri(path: Path) -> str:
    """Relative where the path is: the reader of the log knows the folder."""
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="surrogateescape")


def _failure(path: Path, finding: Finding) -> dict[str, Any]:
    return {"level": "error", "message": {"text": finding.message}, "locations": [_physical(path)]}


def _not_judged(path: Path, report: Report) -> Iterator[dict[str, Any]]:
    if report.limits:
        yield {"level": "note", "message": {"text": report.limits}, "locations": [_physical(path)]}
    yield from (_unsure(path, unsure) for unsure in report.cannot_tell)


def _unsure(path: Path, unsure: CannotTell) -> dict[str, Any]:
    rule = {"id": unsure.code, "index": _INDEX[unsure.code]}
    message = {"text": f"Không kết luận được: {unsure.why}"}
    return {"level": "note", "message": message, "associatedRule": rule, "locations": [_physical(path)]}
