"""Charts in templates."""

from docx.document import Document

__all__ = ["add_chart"]


def add_chart(document: Document, name: str) -> None:
    """A chart whose data come from the field ``name``."""
    raise NotImplementedError(document, name)
