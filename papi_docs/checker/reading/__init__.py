"""From a .docx file to a :class:`~papi_docs.checker.written.Written` document."""

from papi_docs.checker.reading.document import read

__all__ = ["read"]
