"""Is this paper right? Any .docx judged by Decree 30/2020/NĐ-CP, clause by clause.

Reads written files only and knows nothing of how ours are made: an independent witness.
"""

from papi_docs.checker.judging import check
from papi_docs.checker.report import Report

__all__ = ["Report", "check"]
