"""Reading a whole document."""

from pathlib import Path

from papi_docs.checker.written import Written

__all__ = ["read"]


def read(path: str | Path) -> Written:
    """The document in a file, formatting resolved."""
    raise NotImplementedError(path)
