"""Small templates, made with python-docx and then bent out of shape."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from papi_docs.errors import TemplateError
from papi_docs.filling import About, Blank, Template
from papi_docs.package import pack, unpack

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Row:
    order: str
    task: str


@dataclass(frozen=True)
class Annex:
    reference: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Fields:
    school: str = "Trường Tiểu học Tân Phước 3"
    lines: tuple[str, ...] = ("một", "hai")
    empty: tuple[str, ...] = ()
    annex: Annex | None = field(default_factory=lambda: Annex("Kèm theo", (Row("1", "Việc A"), Row("2", "Việc B"))))
    directive: str | None = None
    room: str = Blank(6)
    length: int = 360_000
    small: bool = False
    anything: Any = "gì đó"

    @property
    def shouted(self) -> str:
        return self.school.upper()


ABOUT = About("Kế hoạch", "Trường Tiểu học Tân Phước 3", date(2021, 7, 20))


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Path]:
    """``make("{{ school }}", …)``: a template with these paragraphs; ``header``, ``rows`` of a table, ``xml``."""

    def made(
        *paragraphs: str,
        header: str = "",
        rows: tuple[tuple[str, ...], ...] = (),
        replace: Mapping[str, str] | None = None,
        name: str = "mau.docx",
    ) -> Path:
        document = docx.Document()
        for text in paragraphs:
            document.add_paragraph(text)
        if rows:
            table = document.add_table(0, len(rows[0]))
            for row in rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        if header:
            document.sections[0].header.paragraphs[0].text = header
        buffer = BytesIO()
        document.save(buffer)
        parts = unpack(buffer.getvalue())
        for old, new in (replace or {}).items():
            assert any(old.encode() in part for part in parts.values()), old
            parts = {part: data.replace(old.encode(), new.encode()) for part, data in parts.items()}
        path = tmp_path / name
        path.write_bytes(pack(parts))
        return path

    return made


@pytest.fixture
def fill() -> Callable[..., bytes]:
    """Load, compare with the fields and fill, as a paper is made."""

    def filled(path: Path, **changes: object) -> bytes:
        template = Template.load(path)
        template.check(Fields)
        return template.fill(Fields(**changes), ABOUT)  # type: ignore[arg-type]

    return filled


@pytest.fixture
def texts() -> Callable[..., list[str]]:
    """Texts of the paragraphs of a part, as a reader sees them: breaks and tabs too."""

    def read(data: bytes, part: str = "word/document.xml") -> list[str]:
        tree = etree.fromstring(unpack(data)[part])
        return [_text(paragraph) for paragraph in tree.iter(f"{W}p")]

    return read


def _text(paragraph: etree._Element) -> str:
    seen = {f"{W}br": "\n", f"{W}tab": "\t"}
    runs = (node for node in paragraph.iter(f"{W}t", *seen) if next(node.iterancestors(f"{W}pPr"), None) is None)
    return "".join(seen.get(str(node.tag), node.text or "") for node in runs)


@pytest.fixture
def faults_of(fill: Callable[..., bytes]) -> Callable[..., list[tuple[str, str]]]:
    """Code and paragraph of every fault of a template."""

    def found(path: Path, **changes: object) -> list[tuple[str, str]]:
        with pytest.raises(TemplateError) as caught:
            fill(path, **changes)
        assert all(finding.where.file == path.name for finding in caught.value.findings)
        return [(finding.code, finding.where.paragraph) for finding in caught.value.findings]

    return found
