"""A composed paper: its fields, and the file they become when it is saved."""

from dataclasses import dataclass, field
from pathlib import Path

from papi_docs.documents.figures import Figure, Ledger
from papi_docs.filling import About, Template
from papi_docs.findings import Finding
from papi_docs.html import table
from papi_docs.package import codec_of, write_whole

__all__ = ["Document"]


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """One paper of one school, ready to be saved."""

    kind: str
    title: str
    """Vietnamese name of the paper."""
    fields: object
    """What the template is filled with; a dataclass of the kind."""
    template: Template
    about: About
    ledger: Ledger = field(default_factory=Ledger)
    findings: tuple[Finding, ...] = ()
    """Warnings about the paper's day."""

    def __repr__(self) -> str:
        return f"<Document {self.kind}: {self.title}, {self.about.author}>"

    def _repr_html_(self) -> str:
        caption = f"{self.title} ({self.about.author}). Xem trang: papi.preview(văn_bản)"
        rows = [(figure.label, figure.text, "; ".join(map(str, figure.cells))) for figure in self.sources()]
        return table(caption, ("Số liệu", "Giá trị in", "Các ô"), rows)

    def sources(self) -> tuple[Figure, ...]:
        """Every computed figure the paper prints, with the cells it came from."""
        return self.ledger.figures

    def to_bytes(self, *, reproducible: bool = False) -> bytes:
        """The .docx, the same bytes each time; with ``reproducible`` on every kind of processor.

        Raises:
            TemplateError: the template cannot be filled with these fields.
        """
        return self.template.fill(self.fields, self.about, codec_of(reproducible=reproducible))

    def save(self, path: str | Path, *, overwrite: bool = False) -> Path:
        """Write the .docx, whole or not at all.

        Raises:
            FileExistsError: there is a file, and ``overwrite`` is false.
            TemplateError: as in :meth:`to_bytes`.
        """
        target = Path(path)
        write_whole(target, self.to_bytes(), overwrite=overwrite)
        return target
