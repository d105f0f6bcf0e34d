"""What a template's file may be: a plain .docx, and nothing that harms whoever opens it."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from papi_docs.errors import TemplateError
from papi_docs.filling import Template
from papi_docs.package import pack, unpack

Make = Callable[..., Path]
W_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DTD = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def code_of(path: Path) -> str:
    with pytest.raises(TemplateError) as caught:
        Template.load(path)
    (finding,) = caught.value.findings
    assert finding.where.file == path.name
    return finding.code


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (W_MAIN, "application/vnd.ms-word.document.macroEnabled.main+xml", "template-macros"),
        (
            W_MAIN,
            W_MAIN.replace("document", "template", 1).replace("document.main", "template.main"),
            "template-not-docx",
        ),
        (f'xmlns:w="{W}"', 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"', "template-not-docx"),
        ("<w:document ", f"{DTD}<w:document ", "template-entities"),
        ("<w:styles ", f"{DTD}<w:styles ", "template-entities"),
        ("<w:document ", '<!DOCTYPE d SYSTEM "file:///etc/passwd"><w:document ', "template-entities"),
        ("</w:body>", "", "template-damaged"),
        ("<w:t>chữ</w:t>", "<w:t>&khong;</w:t>", "template-damaged"),
    ],
)
def test_parts_that_are_refused(old: str, new: str, code: str, make: Make) -> None:
    assert code_of(make("chữ", replace={old: new})) == code


@pytest.mark.parametrize(
    "change",
    [
        "<w:ins w:id='1' w:author='a'><w:r><w:t>x</w:t></w:r></w:ins>",
        "<w:del w:id='1' w:author='a'><w:r><w:delText>x</w:delText></w:r></w:del>",
        "<w:moveFrom w:id='1' w:author='a'><w:r><w:t>x</w:t></w:r></w:moveFrom>",
        "<w:moveTo w:id='1' w:author='a'><w:r><w:t>x</w:t></w:r></w:moveTo>",
        "<w:r><w:rPr><w:b/><w:rPrChange w:id='1' w:author='a'><w:rPr/></w:rPrChange></w:rPr><w:t>x</w:t></w:r>",
    ],
)
@pytest.mark.parametrize("where", ["chữ", "đầu trang"])
def test_pending_changes(change: str, where: str, make: Make) -> None:
    path = make("chữ", header="đầu trang", replace={f"<w:r><w:t>{where}": f"{change}<w:r><w:t>{where}"})
    assert code_of(path) == "template-changes"


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"khong phai zip", pack({}), pack({"a.txt": b"a"}), pack({"[Content_Types].xml": b"<Types/>"})],
)
def test_not_a_docx(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(data)
    assert code_of(path) == "template-not-docx"


def test_a_torn_file(make: Make) -> None:
    path = make("chữ")
    path.write_bytes(path.read_bytes()[:-200])
    assert code_of(path) == "template-not-docx"


def test_a_file_under_a_password(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    with pytest.raises(TemplateError, match="mật khẩu"):
        Template.load(path)


def test_an_encrypted_zip(make: Make) -> None:
    path = make("chữ")
    data = bytearray(path.read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(signature, at + 1)
    path.write_bytes(bytes(data))
    assert code_of(path) == "template-not-docx"


@pytest.mark.parametrize("what", ["missing.docx", "."])
def test_a_file_that_cannot_be_read(what: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="không đọc được"):
        Template.load(tmp_path / what)


def test_a_bomb(make: Make, tmp_path: Path) -> None:
    parts = unpack(make("chữ").read_bytes())
    bomb = BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        for at in range(3):
            archive.writestr(f"word/media/{at}.bin", bytes(30 * 2**20))
    path = tmp_path / "bomb.docx"
    path.write_bytes(bomb.getvalue())
    assert path.stat().st_size < 200_000
    assert code_of(path) == "template-too-large"


def test_a_bomb_of_xml(make: Make) -> None:
    path = make("chữ")
    parts = unpack(path.read_bytes())
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:sectPr", b"<w:p/>" * 3_000_000 + b"<w:sectPr", 1
    )
    path.write_bytes(pack(parts))
    assert code_of(path) == "template-too-large"


@pytest.mark.parametrize(
    ("kind", "target", "fine"),
    [
        ("hyperlink", "https://dongthap.gov.vn", True),
        ("attachedTemplate", "file:///C:/Mau.dotx", True),
        ("attachedTemplate", "https://example.com/x.dotm", False),
        ("image", "https://example.com/x.png", False),
        ("oleObject", "\\\\server\\x.doc", False),
    ],
)
def test_links_to_elsewhere(kind: str, target: str, fine: bool, make: Make) -> None:
    relation = (
        f'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"'
        f' Target="{target}" TargetMode="External"/></Relationships>'
    )
    path = make("chữ", replace={"</Relationships>": relation})
    if fine:
        Template.load(path)
    else:
        assert code_of(path) == "template-external"
