"""The district's workbook: reading it, and making an empty one."""

from papi_docs.excel.reader import read_workbook
from papi_docs.excel.writer import new_workbook

__all__ = ["new_workbook", "read_workbook"]
