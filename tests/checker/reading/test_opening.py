"""Files that cannot be read get one clear answer; files of a cousin's dialect are read."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest

from papi_docs.checker.reading import open_document, read, read_document
from papi_docs.errors import CheckError

Save = Callable[..., Path]
TYPES = "[Content_Types].xml"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def rewritten(path: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The package with each part changed, or left out where the change is ``None``."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: change(name, archive.read(name)) for name in archive.namelist()}
    path.write_bytes(zipped({name: data for name, data in parts.items() if data is not None}))
    return path


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "document-empty", "0 byte"),
        (b"hello", "document-unknown", "tệp khác"),
        (b"%PDF-1.7 ...", "document-unknown", "PDF"),
        (b"{\\rtf1 abc}", "document-unknown", "RTF"),
        (b"\xef\xbb\xbf<html><body>x</body></html>", "document-unknown", "HTML"),
        (b"<?xml version='1.0'?><pkg:package/>", "document-unknown", "XML"),
        (COMPOUND + bytes(600), "document-old", ".doc"),
        (COMPOUND + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "document-encrypted", "mật khẩu"),
        (b"PK\x03\x04 torn", "document-damaged", "hỏng"),
        (zipped({"a.txt": "x"}), "document-unknown", "không phải văn bản Word"),
        (zipped({TYPES: "<Types/>", "xl/workbook.xml": "<x/>"}), "document-unknown", "Excel"),
        (zipped({TYPES: "<Types/>", "ppt/presentation.xml": "<x/>"}), "document-unknown", "PowerPoint"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "document-unknown", ".odt"),
        (zipped({TYPES: "<Types/>", "word/document.xml": "<x/>"}), "document-damaged", "hỏng"),
        (zipped({f"{number}.txt": "" for number in range(6000)}), "document-too-large", "lớn bất thường"),
        (zipped({"bomb.xml": bytes(80 * 2**20)}), "document-too-large", "lớn bất thường"),
    ],
)
def test_other_files(tmp_path: Path, data: bytes, code: str, words: str) -> None:
    path = tmp_path / "van-ban.docx"
    path.write_bytes(data)
    with pytest.raises(CheckError) as caught:
        read(path)
    (finding,) = caught.value.findings
    assert (finding.code, finding.where.file) == (code, "van-ban.docx")
    assert words in finding.message


def test_a_folder_and_nothing_at_all(tmp_path: Path) -> None:
    for path, code in ((tmp_path, "document-is-folder"), (tmp_path / "x.docx", "document-missing")):
        with pytest.raises(CheckError) as caught:
            read(path)
        assert caught.value.findings[0].code == code


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(CheckError) as caught:
        read("a\0b.docx")
    assert caught.value.findings[0].code == "document-missing"


def test_macros_are_refused(save: Save) -> None:
    path = rewritten(
        save("<w:p/>"),
        lambda name, data: (
            data.replace(
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                b"application/vnd.ms-word.document.macroEnabled.main+xml",
            )
            if name == TYPES
            else data
        ),
    )
    with pytest.raises(CheckError, match=r"macro"):
        read(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_entities_are_refused(save: Save, encoding: str) -> None:
    bomb = f"""<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t>
    </w:r></w:p></w:body></w:document>"""
    path = rewritten(save("<w:p/>"), lambda name, data: bomb.encode(encoding) if name == "word/document.xml" else data)
    with pytest.raises(CheckError, match="DOCTYPE"):
        read(path)


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("word/document.xml", b"<w:document"),
        ("word/document.xml", b"<x/>"),
        (
            "word/document.xml",
            b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
        ),
        ("word/document.xml", None),
        ("word/styles.xml", b"<w:styles"),
        ("_rels/.rels", None),
        ("_rels/.rels", b"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'/>"),
        (TYPES, b"wordprocessingml.document.main+xml"),
    ],
)
def test_broken_parts(save: Save, part: str, text: bytes | None) -> None:
    path = rewritten(save("<w:p/>"), lambda name, data: text if name == part else data)
    with pytest.raises(CheckError) as caught:
        read(path)
    assert caught.value.findings[0].code == "document-damaged"


def test_a_template_is_read_like_a_document_and_saved_as_one(save: Save, tmp_path: Path) -> None:
    path = rewritten(
        save("<w:p><w:r><w:t>mẫu</w:t></w:r></w:p>"),
        lambda name, data: data.replace(b"document.main+xml", b"template.main+xml") if name == TYPES else data,
    )
    document = open_document(path)
    document.save(str(tmp_path / "ra.docx"))
    assert docx.Document(str(tmp_path / "ra.docx")).paragraphs[0].text == "mẫu"


def strict(_: str, data: bytes) -> bytes:
    """A part in the names of ISO Strict."""
    old, new = rb"http://schemas\.openxmlformats\.org/", rb"http://purl.oclc.org/ooxml/"
    data = re.sub(old + rb"(wordprocessingml|drawingml)/2006/", new + rb"\1/", data)
    return re.sub(old + rb"officeDocument/2006/", new + rb"officeDocument/", data)


def test_iso_strict(save: Save) -> None:
    lengths = '<w:spacing w:before="6pt"/><w:ind w:firstLine="1cm"/>'
    body = f"<w:p><w:pPr>{lengths}</w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>chữ</w:t></w:r></w:p>"
    (paragraph,) = read(rewritten(save(body), strict)).paragraphs
    assert (paragraph.text, paragraph.runs[0].bold, paragraph.runs[0].size) == ("chữ", True, 14)
    assert (paragraph.before, paragraph.first) == (6, 10)


def test_reading_leaves_the_document_as_it_was(save: Save, tmp_path: Path) -> None:
    body = "<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins><w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:p>"
    path = save(body)
    document = open_document(path)
    document.save(str(tmp_path / "truoc.docx"))
    written = read_document(document, path)
    document.save(str(tmp_path / "sau.docx"))
    with zipfile.ZipFile(tmp_path / "truoc.docx") as before, zipfile.ZipFile(tmp_path / "sau.docx") as after:
        assert {name: before.read(name) for name in before.namelist()} == {
            name: after.read(name) for name in after.namelist()
        }
    run = written.paragraphs[0].runs[0].element
    assert run is not None
    assert run.getroottree().getroot() is document.element


def test_what_wrote_it(save: Save) -> None:
    assert read(save("<w:p/>")).application == ""
