"""Official papers of Vietnamese schools, filled from one workbook as Decree 30/2020/NĐ-CP wants them.

::

    import papi_docs as papi

    district = papi.read_workbook("tan-hong-2021-2022.xlsx")
    run = papi.generate(district, out="out")
    print(run)
"""

from papi_docs.batch import Made, Run, generate
from papi_docs.documents import KINDS, Document, Figure, Kind, compose
from papi_docs.errors import (
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
    "ComposeError",
    "District",
    "Document",
    "Dossier",
    "Figure",
    "Finding",
    "FindingsError",
    "Kind",
    "Made",
    "ModelError",
    "PapiError",
    "Place",
    "Preview",
    "PreviewError",
    "Run",
    "Severity",
    "TemplateError",
    "UsageError",
    "WorkbookError",
    "compose",
    "generate",
    "new_workbook",
    "preview",
    "read_workbook",
    "save_report",
    "write_previews",
]
