"""From a .docx file to a :class:`~papi_docs.checker.written.Written` document."""

from papi_docs.checker.reading.document import read, read_document
from papi_docs.checker.reading.opening import open_document

__all__ = ["open_document", "read", "read_document"]
