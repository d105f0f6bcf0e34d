"""Reports made by hand, and observations to put in them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from papi_docs.checker.anatomy import Anatomy, Form
from papi_docs.checker.files import Checked
from papi_docs.checker.report import Report
from papi_docs.checker.rule import CannotTell, Observation, Spot
from papi_docs.findings import Severity
from tests.checker.builders import Paper

__all__ = ["checked", "observed", "report_of", "spot_at"]


def spot_at(anatomy: Anatomy, words: str) -> Spot:
    """The first place of some words."""
    for paragraph in anatomy.written.paragraphs:
        start = paragraph.text.find(words)
        if start >= 0:
            return Spot(paragraph, start, start + len(words))
    raise LookupError(words)


def observed(code: str = "motto-size", spot: Spot | None = None, **more: Any) -> Observation:  # noqa: ANN401 - many types
    """An observation; of the page as a whole where no spot is said."""
    fields = {
        "clause": "I.II.1",
        "severity": Severity.FAULT,
        "element": "Tiêu ngữ",
        "found": "cỡ 15",
        "wanted": "cỡ 13 đến 14",
        **more,
    }
    return Observation(code=code, spot=spot or Spot(), **fields)


def report_of(*observations: Observation, form: Form = Form.NAMED, unsure: tuple[CannotTell, ...] = ()) -> Report:
    """A report on the plan of ``builders``."""
    anatomy = replace(Paper.plan().anatomy(), form=form)
    return Report(anatomy.written.path, anatomy, observations, unsure)


def checked(report: Report, path: str = "thư mục/van-ban.docx") -> Checked:
    """A file with its report."""
    return Checked(Path(path), report)
