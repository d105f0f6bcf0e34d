"""What goes to standard error."""

import sys
from collections.abc import Iterable

from papi_docs.findings import Finding

__all__ = ["print_findings"]


def print_findings(findings: Iterable[Finding]) -> None:
    """One a line."""
    for finding in findings:
        print(finding, file=sys.stderr)
