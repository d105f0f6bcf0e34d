"""The tree of exceptions is the one its module draws."""

import pickle
import re

import pytest

from papi_docs import errors
from papi_docs.findings import Finding, Place, Severity

ALL = [getattr(errors, name) for name in errors.__all__]
WITH_FINDINGS = [errors.WorkbookError, errors.TemplateError, errors.ComposeError]


@pytest.mark.parametrize("error", ALL)
def test_one_base(error: type[Exception]) -> None:
    assert issubclass(error, errors.PapiError)


def test_misuse_and_impossible_values_are_value_errors() -> None:
    assert {error for error in ALL if issubclass(error, ValueError)} == {errors.ModelError, errors.UsageError}


def test_the_drawing_names_every_error_that_is_raised() -> None:
    drawn = set(re.findall(r"(\w+Error)", errors.__doc__ or "")) - {"ValueError"}
    assert drawn == set(errors.__all__)


@pytest.mark.parametrize("error", WITH_FINDINGS)
def test_findings_are_told_in_their_order_and_survive_a_process(error: type[errors.FindingsError]) -> None:
    found = [Finding(code, Severity.FAULT, f"sai {code}", Place("a.docx")) for code in "ab"]
    raised = error("Không được.", found)
    assert str(raised) == "Không được.\n  a.docx: sai a\n  a.docx: sai b"
    again = pickle.loads(pickle.dumps(raised))  # noqa: S301 - our own bytes
    assert (type(again), again.summary, again.findings) == (error, "Không được.", tuple(found))
