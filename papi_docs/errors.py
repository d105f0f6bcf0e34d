"""Every exception this library raises on purpose.

::

    PapiError
    ├── ModelError (also a ValueError)   a value that cannot be true
    ├── UsageError (also a ValueError)   a call that contradicts itself
    └── FindingsError                    faults that stop the work; carries all of them
        ├── WorkbookError                a workbook that cannot be used
        ├── TemplateError                a template that cannot be filled
        ├── ComposeError                 a dossier that cannot become this paper
        ├── PreviewError                 pages that cannot be drawn
        └── CheckError                   a file that cannot be read as a document

A fault in the data is a :class:`~papi_docs.findings.Finding`, gathered with its place; an exception
means that the work cannot go on.
"""

from collections.abc import Sequence

from papi_docs.findings import Finding

__all__ = [
    "CheckError",
    "ComposeError",
    "FindingsError",
    "ModelError",
    "PapiError",
    "PreviewError",
    "TemplateError",
    "UsageError",
    "WorkbookError",
]


class PapiError(Exception):
    """Base of all errors of this library."""


class ModelError(PapiError, ValueError):
    """A value that cannot be true, with the reason in Vietnamese."""


class UsageError(PapiError, ValueError):
    """A call whose arguments contradict each other, with the way out in Vietnamese."""


class FindingsError(PapiError):
    """Work that cannot go on because of faults; ``findings`` holds all of them, in order."""

    def __init__(self, summary: str, findings: Sequence[Finding]) -> None:
        self.summary = summary
        self.findings = tuple(findings)
        super().__init__(summary, self.findings)

    def __str__(self) -> str:
        return "\n".join([self.summary, *(f"  {finding}" for finding in self.findings)])


class WorkbookError(FindingsError):
    """A workbook that cannot be used."""


class TemplateError(FindingsError):
    """A template that cannot be filled."""


class ComposeError(FindingsError):
    """A dossier from which a paper cannot be made."""


class PreviewError(FindingsError):
    """Pages that cannot be drawn."""


class CheckError(FindingsError):
    """A file that cannot be read as a .docx document."""
