"""Official papers of Vietnamese schools, filled from one workbook, and any paper judged by Decree 30/2020/NĐ-CP.

::

    import papi_docs as papi

    district = papi.read_workbook("tan-hong-2021-2022.xlsx")
    run = papi.generate(district, out="out")
    print(run)
    print(papi.check("van-ban.docx"))
"""

from papi_docs.batch import Made, Run, Undone, generate, undo
from papi_docs.checker import Mended, Report, annotate, check, explain, mend
from papi_docs.documents import KINDS, Document, Figure, Kind, compose
from papi_docs.errors import (
    CheckError,
    ComposeError,
    FindingsError,
    ModelError,
    PapiError,
    PreviewError,
    TemplateError,
    UsageError,
    WorkbookError,
)
from papi_docs.excel import new_workbook, read_workbook
from papi_docs.findings import Finding, Place, Severity
from papi_docs.model import District, Dossier
from papi_docs.pages import Preview, preview, write_previews
from papi_docs.run_report import save_report

__all__ = [
    "KINDS",
    "CheckError",
    "ComposeError",
    "District",
    "Document",
    "Dossier",
    "Figure",
    "Finding",
    "FindingsError",
    "Kind",
    "Made",
    "Mended",
    "ModelError",
    "PapiError",
    "Place",
    "Preview",
    "PreviewError",
    "Report",
    "Run",
    "Severity",
    "TemplateError",
    "Undone",
    "UsageError",
    "WorkbookError",
    "annotate",
    "check",
    "compose",
    "explain",
    "generate",
    "mend",
    "new_workbook",
    "preview",
    "read_workbook",
    "save_report",
    "undo",
    "write_previews",
]
