"""Naming the parts of a whole document."""

from papi_docs.checker.anatomy import Anatomy
from papi_docs.checker.written import Written

__all__ = ["name"]


def name(written: Written) -> Anatomy:
    """What its paragraphs are."""
    raise NotImplementedError(written.path)
