"""The keys that programs rely on."""

import json
from pathlib import Path
from typing import Any

from papi_docs.checker.files import Checked
from papi_docs.checker.mending import Mended
from papi_docs.checker.rule import CannotTell
from papi_docs.checker.showing import FORMATS
from papi_docs.findings import Finding, Severity
from tests.checker.builders import Paper
from tests.checker.reports import checked, observed, report_of, spot_at

SPOT = spot_at(Paper.plan().anatomy(), "Độc lập")


def shown(*files: Checked) -> list[dict[str, Any]]:
    (text,) = FORMATS["json"](files)
    told = json.loads(text)
    assert list(told) == ["files"]
    return told["files"]  # type: ignore[no-any-return]


def test_a_judged_file() -> None:
    report = report_of(observed(spot=SPOT, others=(SPOT,)), unsure=(CannotTell("x-y", "không rõ"),))
    assert shown(checked(report, "van-ban.docx")) == [
        {
            "file": "van-ban.docx",
            "form": "named",
            "ok": False,
            "limits": "",
            "findings": [
                {
                    "code": "motto-size",
                    "severity": "fault",
                    "clause": "I.II.1",
                    "element": "Tiêu ngữ",
                    "paragraph": 3,
                    "quote": "Độc lập",
                    "found": "cỡ 15",
                    "wanted": "cỡ 13 đến 14",
                    "mendable": True,
                    "others": [{"paragraph": 3, "quote": "Độc lập"}],
                }
            ],
            "cannot_tell": [{"code": "x-y", "why": "không rõ"}],
            "annotated": None,
            "mended": None,
            "errors": [],
        }
    ]


def test_the_page_as_a_whole_has_no_paragraph() -> None:
    (finding,) = shown(checked(report_of(observed())))[0]["findings"]
    assert (finding["paragraph"], finding["quote"]) == (None, "")


def test_a_file_that_was_not_read_has_the_same_keys() -> None:
    unread = Checked(Path("a.docx"), findings=(Finding("c", Severity.FAULT, "không có tệp này."),))
    judged, missing = shown(checked(report_of()), unread)
    assert list(judged) == list(missing)
    assert (missing["form"], missing["ok"], missing["errors"]) == (None, False, ["không có tệp này."])


def test_copies_have_their_paths() -> None:
    mended = Mended(Path("sua/a.docx"), (observed(),), ())
    (file,) = shown(Checked(Path("a.docx"), report_of(observed()), annotated=Path("chu/a.docx"), mended=mended))
    assert file["annotated"] == "chu/a.docx"
    assert (file["mended"]["path"], len(file["mended"]["done"]), file["mended"]["left"]) == ("sua/a.docx", 1, [])


def test_no_file_is_valid_json() -> None:
    assert shown() == []
