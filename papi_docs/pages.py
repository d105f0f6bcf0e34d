"""Pictures of pages, through LibreOffice where it is installed.

LibreOffice turns .docx into PDF, many files in one process; pdfium (extra ``preview``) turns PDF into
PNG. Where one of them is missing, a notebook shows the plain text and says why.
"""

import base64
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from lxml import etree

from papi_docs.documents import Document
from papi_docs.errors import PreviewError
from papi_docs.findings import Finding, Place, Severity

__all__ = ["Preview", "preview", "write_previews"]

_MOST_FILES = 200
"""In one call of LibreOffice: of more, some are dropped without a word."""

_SECONDS_A_FILE = 30
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Preview:
    """Pages of a paper as a notebook shows them: pictures, or the text and the reason why there are none."""

    title: str
    pages: tuple[bytes, ...] = field(default=(), repr=False)
    """PNG, one a page."""
    text: tuple[str, ...] = field(default=(), repr=False)
    """Paragraphs, where there are no pictures."""
    reason: str = ""

    def _repr_html_(self) -> str:
        if self.pages:
            data = (base64.b64encode(page).decode() for page in self.pages)
            return "".join(
                f'<img alt="Trang {at}" style="max-width:100%;border:1px solid #999;margin:4px" '
                f'src="data:image/png;base64,{page}">'
                for at, page in enumerate(data, start=1)
            )
        lines = "".join(f"<p>{escape(line)}</p>" for line in self.text)
        return f"<p><em>{escape(self.reason)}</em></p>{lines}"


def preview(document: Document, *, dpi: int = 70) -> Preview:
    """Draw the pages of a paper.

    Raises:
        TemplateError: the paper cannot be filled.
    """
    data = document.to_bytes()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "van-ban.docx")
        file.write_bytes(data)
        try:
            pdf = _to_pdf([file], Path(folder, "pdf")).get(file)
            if pdf is None:
                raise _error("LibreOffice không mở được văn bản này")
            return Preview(document.title, tuple(_pictures(pdf, dpi)))
        except PreviewError as error:
            return Preview(document.title, text=tuple(_paragraphs(data)), reason=error.summary)


def write_previews(
    files: Sequence[Path], out: Path, *, dpi: int = 100
) -> tuple[Mapping[Path, tuple[Path, ...]], tuple[Finding, ...]]:
    """Write a PDF and a PNG for each page of some .docx files.

    Returns:
        The written files by .docx, and a fault for each .docx that could not be drawn.

    Raises:
        PreviewError: LibreOffice or the extra ``preview`` is not installed.
    """
    with tempfile.TemporaryDirectory() as folder:
        pdfs = _to_pdf(files, Path(folder))
        names = _names(files)
        out.mkdir(parents=True, exist_ok=True)
        written = {file: tuple(_write(pdf, out / names[file], dpi)) for file, pdf in pdfs.items()}
    missing = [file for file in files if file not in written]
    return written, tuple(
        Finding("not-drawn", Severity.FAULT, "không vẽ được trang: thử mở tệp bằng Word rồi lưu lại", Place(str(file)))
        for file in missing
    )


def _write(pdf: Path, base: Path, dpi: int) -> Iterator[Path]:
    target = base.with_name(f"{base.name}.pdf")
    shutil.copyfile(pdf, target)
    yield target
    for number, picture in enumerate(_pictures(pdf, dpi), start=1):
        page = base.with_name(f"{base.name}-{number}.png")
        page.write_bytes(picture)
        yield page


def _names(files: Sequence[Path]) -> dict[Path, str]:
    """A name for each file; with its folder's where two have the same (``THTP3-ke-hoach``)."""
    stems = [file.stem for file in files]
    return {
        file: file.stem if stems.count(file.stem) == 1 else f"{file.resolve().parent.name}-{file.stem}"
        for file in files
    }


def _error(summary: str) -> PreviewError:
    return PreviewError(summary, [Finding("no-preview", Severity.FAULT, summary)])


def _to_pdf(files: Sequence[Path], folder: Path) -> dict[Path, Path]:
    """PDF by .docx. LibreOffice drops files silently: what is missing is tried once more by itself."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise _error("Chưa có LibreOffice nên không vẽ được trang: cài LibreOffice, hoặc mở tệp .docx bằng Word")
    found: dict[Path, Path] = {}
    for start in range(0, len(files), _MOST_FILES):
        found |= _convert(program, files[start : start + _MOST_FILES], folder / str(start))
    for at, file in enumerate(files):
        if file not in found:
            found |= _convert(program, [file], folder / f"again-{at}")
    return found


def _convert(program: str, files: Sequence[Path], folder: Path) -> dict[Path, Path]:
    """One call, with a profile of its own; copies get numbers for names, since results lie in one folder."""
    folder.mkdir(parents=True)
    copies = [folder / f"{at}.docx" for at in range(len(files))]
    for file, copy in zip(files, copies, strict=True):
        if file.is_file():
            shutil.copyfile(file, copy)
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), *map(str, copies)]
    try:
        subprocess.run(command, check=False, capture_output=True, timeout=60 + _SECONDS_A_FILE * len(files))  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return {}
    pdfs = ((file, copy.with_suffix(".pdf")) for file, copy in zip(files, copies, strict=True))
    return {file: pdf for file, pdf in pdfs if pdf.is_file()}


def _pictures(pdf: Path, dpi: int) -> Iterator[bytes]:
    """PNG of each page."""
    if find_spec("pypdfium2") is None or find_spec("PIL") is None:
        raise _error('Thiếu thư viện vẽ trang: chạy pip install "papi-docs[preview]"')
    import pypdfium2  # noqa: PLC0415 - an extra

    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            buffer = BytesIO()
            page.render(scale=dpi / 72).to_pil().save(buffer, "PNG", optimize=True)
            yield buffer.getvalue()
    finally:
        document.close()


def _paragraphs(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        tree = etree.fromstring(archive.read("word/document.xml"))
    for paragraph in tree.iter(f"{_W}p"):
        text = "".join(node.text or "" for node in paragraph.iter(f"{_W}t"))
        if text.strip():
            yield text
