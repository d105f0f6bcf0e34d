"""The sheets of the workbook and their columns: every name stands here once."""

from papi_docs.excel.columns.citizens import CITIZENS_SHEETS
from papi_docs.excel.columns.evidence import EVIDENCE_SHEETS
from papi_docs.excel.columns.plan import PLAN_SHEETS
from papi_docs.excel.columns.settings import SETTINGS
from papi_docs.excel.columns.shapes import Column, Setting, Sheet, content_key

__all__ = ["GUIDE", "SETTINGS", "SHEETS", "Column", "Setting", "Sheet", "content_key"]

GUIDE = "Hướng dẫn"
"""The sheet of instructions; it is not read."""

SHEETS = {sheet.key: sheet for sheet in (*PLAN_SHEETS, *EVIDENCE_SHEETS, *CITIZENS_SHEETS)}
"""Every sheet by its key, in the order of a new workbook."""
