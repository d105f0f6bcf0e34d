"""To be written."""

from papi_docs.documents.kind import Kind

__all__ = ["KINDS"]

KINDS: tuple[Kind, ...] = ()
