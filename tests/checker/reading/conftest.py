"""Small documents written as bare XML, so that each test shows the one thing it is about."""

import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from papi_docs.checker.reading import read
from papi_docs.checker.written import Written

NAMES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"'
    ' w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
)
A4 = (
    '<w:sectPr>{}<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>{}'
    "</w:sectPr>"
)

Save = Callable[..., Path]
Render = Callable[[list[Path]], dict[str, Path]]


def _part(root: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {NAMES}>{inner}</w:{root}>'


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Write a .docx: a body without or with its ``w:sectPr``, styles, other parts by their kind."""

    def write(body: str, *, styles: str = STYLES, name: str = "van-ban.docx", **parts: str) -> Path:
        body = body if "<w:sectPr" in body[-900:] else body + A4.format("", "")
        files = {"document": _part("document", f"<w:body>{body}</w:body>")}
        files |= {"styles": _part("styles", styles)} if styles else {}
        roots = {"header": "hdr", "footer": "ftr"}
        for kind, inner in parts.items():
            plain = kind.rstrip("0123456789")
            files[kind] = inner if plain == "theme" else _part(roots.get(plain, plain), inner)
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("[Content_Types].xml", _types(files))
            archive.writestr("_rels/.rels", _relations([("officeDocument", "word/document.xml")]))
            own = [(kind.rstrip("0123456789"), f"{kind}.xml") for kind in files if kind != "document"]
            archive.writestr("word/_rels/document.xml.rels", _relations(own))
            for kind, text in files.items():
                archive.writestr(f"word/{kind}.xml", text)
        return path

    return write


def _types(files: dict[str, str]) -> str:
    theme = "application/vnd.openxmlformats-officedocument.theme+xml"
    kinds = {kind: kind.rstrip("0123456789") for kind in files}
    types = {kind: f"{WORD}.{'document.main' if kind == 'document' else plain}+xml" for kind, plain in kinds.items()}
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{theme if kinds[kind] == "theme" else type_}"/>'
        for kind, type_ in types.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(relations: list[tuple[str, str]]) -> str:
    """Relations whose ids are ``rId1``, ``rId2``, … in their order."""
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations, 1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


@pytest.fixture
def written(save: Save) -> Callable[..., Written]:
    """The reading of such a document."""

    def write(body: str, **parts: str) -> Written:
        return read(save(body, **parts))

    return write


@pytest.fixture(scope="session")
def render(tmp_path_factory: pytest.TempPathFactory) -> Render:
    """The PDF of each of some .docx files, by the file's stem."""
    if shutil.which("soffice") is None:
        if os.environ.get("PAPI_DOCS_REQUIRE_OFFICE") == "1":
            pytest.fail("LibreOffice is missing, and PAPI_DOCS_REQUIRE_OFFICE=1 says it must be there")
        pytest.skip("LibreOffice is not installed")
    out, profile = tmp_path_factory.mktemp("pdf"), tmp_path_factory.mktemp("profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "pdf"]

    def convert(files: list[Path]) -> dict[str, Path]:
        subprocess.run([*command, "--outdir", out, *files], check=True, capture_output=True, timeout=300)
        return {file.stem: out / f"{file.stem}.pdf" for file in files}

    return convert
