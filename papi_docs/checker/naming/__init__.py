"""Which paragraph is which element of an official document."""

from papi_docs.checker.naming.document import name

__all__ = ["name"]
