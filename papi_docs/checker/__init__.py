"""Is this paper right? Any .docx judged by Decree 30/2020/NĐ-CP, clause by clause.

Reads written files only and knows nothing of how ours are made: an independent witness.
"""

from papi_docs.checker.annotating import annotate
from papi_docs.checker.judging import check
from papi_docs.checker.mending import Mended, mend
from papi_docs.checker.report import Report
from papi_docs.checker.showing import explain

__all__ = ["Mended", "Report", "annotate", "check", "explain", "mend"]
