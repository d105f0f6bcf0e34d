"""A log that readers of SARIF 2.1.0 take: what the standard requires, checked by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from papi_docs.checker.files import Checked
from papi_docs.checker.rule import CannotTell
from papi_docs.checker.rules import RULES
from papi_docs.checker.showing import FORMATS
from papi_docs.findings import Finding, Severity
from tests.checker.builders import Paper
from tests.checker.reports import checked, observed, report_of, spot_at

CODES = list(RULES)
SPOT = spot_at(Paper.plan().anatomy(), "Độc lập")
UNREAD = Checked(Path("b.docx"), findings=(Finding("c", Severity.FAULT, "không có tệp này."),))


def run_of(*files: Checked) -> dict[str, Any]:
    (text,) = FORMATS["sarif"](files)
    log = json.loads(text)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    return run  # type: ignore[no-any-return]


def test_the_tool_describes_every_rule() -> None:
    driver = run_of()["tool"]["driver"]
    assert driver["name"] == "papi-docs"
    assert driver["version"]
    assert [rule["id"] for rule in driver["rules"]] == CODES
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert RULES[rule["id"]].right in rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.FAULT, "error"), (Severity.WARNING, "warning"), (Severity.ADVICE, "note")]
)
def test_a_result_has_its_rule_level_message_and_place(severity: Severity, level: str) -> None:
    other = spot_at(Paper.plan().anatomy(), "Số")
    seen = observed(CODES[-1], SPOT, severity=severity, others=(SPOT, other, SPOT))
    (result,) = run_of(checked(report_of(seen)))["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == (CODES[-1], len(CODES) - 1, level)
    assert result["message"]["text"] == 'Tiêu ngữ: cỡ 15; đúng là cỡ 13 đến 14 (I.II.1): "Độc lập"'
    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "th%C6%B0%20m%E1%BB%A5c/van-ban.docx"
    (logical,) = location["logicalLocations"]
    assert logical == {"name": "Độc lập", "fullyQualifiedName": "paragraph/3", "kind": "element"}
    related = [place["logicalLocations"][0]["name"] for place in result["relatedLocations"]]
    assert related == ["Độc lập", "Số"], "each place once, as the standard wants"


def test_the_page_as_a_whole_is_a_section() -> None:
    (result,) = run_of(checked(report_of(observed(CODES[0]))))["results"]
    (logical,) = result["locations"][0]["logicalLocations"]
    assert logical["fullyQualifiedName"] == "section/0"


def test_an_absolute_path_is_a_file_uri(tmp_path: Path) -> None:
    (result,) = run_of(checked(report_of(observed(CODES[0])), str(tmp_path / "à b.docx")))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == (tmp_path / "à b.docx").as_uri()


def test_a_file_that_was_not_judged_is_a_failure_of_the_run() -> None:
    (invocation,) = run_of(checked(report_of()), UNREAD)["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert (notification["level"], notification["message"]["text"]) == ("error", "không có tệp này.")


def test_what_cannot_be_told_is_a_note() -> None:
    unsure = CannotTell(CODES[1], "không rõ")
    (invocation,) = run_of(checked(report_of(unsure=(unsure,))))["invocations"]
    assert invocation["executionSuccessful"] is True
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["associatedRule"] == {"id": CODES[1], "index": 1}
    assert notification["level"] == "note"
