"""Whole runs: many papers, a journal, any executor, and the way back."""

from papi_docs.batch.generating import ALL_KINDS, generate
from papi_docs.batch.order import Outcome
from papi_docs.batch.run import Made, Run
from papi_docs.batch.undoing import Undone, undo

__all__ = ["ALL_KINDS", "Made", "Outcome", "Run", "Undone", "generate", "undo"]
