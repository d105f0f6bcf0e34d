"""Mending: a copy of a document with its certain faults put right."""

from papi_docs.checker.mending.document import MENDABLE, Mended, mend

__all__ = ["MENDABLE", "Mended", "mend"]
