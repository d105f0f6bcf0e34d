"""Opening a .docx that comes from outside: what kind of file it is, its limits. It is not trusted."""

import errno
import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import Part
from lxml import etree

from papi_docs.errors import CheckError
from papi_docs.findings import Finding, Place, Severity
from papi_docs.package import TooLargeError, pack, unpack

__all__ = ["open_document"]

_TYPES: Final = "[Content_Types].xml"
_COMPOUND: Final = b"\xd0\xcf\x11\xe0"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_LARGEST_XML: Final = 48 * 2**20
_MAIN: Final = b"wordprocessingml.document.main+xml"
_TEMPLATE: Final = b"wordprocessingml.template.main+xml"
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_SAVE: Final = "mở bằng Word, chọn Save As dạng Word Document (.docx) rồi kiểm tra lại"
_DAMAGED: Final = f"tệp hỏng: {_SAVE}, hoặc lấy lại bản gốc"

_STRICT: Final = b"http://purl.oclc.org/ooxml/"


def open_document(path: str | Path) -> Document:
    """A .docx (or .dotx) as python-docx holds it; it may be saved as a .docx.

    Raises:
        CheckError: the file is missing, a folder, empty, encrypted, of another kind, damaged, absurdly large,
            or holds macros or entities.
    """
    path = Path(path)
    whole = _bytes(path)
    parts = _unpacked(path, whole)
    _check_kind(path, parts)
    for name, data in parts.items():
        _check_part(path, name, data)
    plain = {name: _plain(name, data) for name, data in parts.items()}
    try:
        document = docx.Document(BytesIO(whole if plain == parts else pack(plain)))
        body = document.element.body
    except (etree.XMLSyntaxError, ValueError, LookupError, AttributeError, TypeError, PackageNotFoundError) as error:
        raise _refusal(path, "document-damaged", _DAMAGED) from error
    if body is None:
        raise _refusal(path, "document-damaged", _DAMAGED)
    for part in document.part.package.iter_parts():
        if _declares_entities(part):
            raise _with_entities(path, part.partname.lstrip("/"))
    return document


def _declares_entities(part: Part) -> bool:
    """Whether it has a DOCTYPE, in whatever encoding that was written."""
    root = getattr(part, "element", None)
    return isinstance(root, etree._Element) and root.getroottree().docinfo.internalDTD is not None  # noqa: SLF001  # lxml has no public name for it


def _with_entities(path: Path, name: str) -> CheckError:
    reason = f"phần {name} có khai báo DOCTYPE, Word không tạo ra: {_SAVE}"
    return _refusal(path, "document-entities", reason)


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise _refusal(path, "document-is-folder", "đây là thư mục: chọn tệp .docx ở trong đó")
    if path.exists() and not path.is_file():  # a pipe or a device would be waited for without end
        raise _refusal(path, "document-unknown", "đây không phải tệp thường: chọn tệp .docx")
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise _unopened(path, error) from error


def _unopened(path: Path, error: OSError | ValueError) -> CheckError:
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return _refusal(path, "document-missing", "không có tệp này: kiểm tra lại đường dẫn")
    if error.errno == errno.ELOOP:
        return _refusal(path, "document-missing", "liên kết dẫn vòng quanh, không có tệp nào ở cuối: chọn tệp gốc")
    reason = "không mở được tệp: đóng tệp trong Word, kiểm tra quyền đọc rồi chạy lại"
    return _refusal(path, "document-locked", reason)


def _refusal(path: Path, code: str, reason: str) -> CheckError:
    name = path.name or str(path)
    return CheckError(f"Không đọc được {name}.", [Finding(code, Severity.FAULT, f"{reason}.", Place(name))])


def _unpacked(path: Path, data: bytes) -> dict[str, bytes]:
    if not data:
        raise _refusal(path, "document-empty", "tệp rỗng (0 byte): lấy lại bản gốc")
    if not data.startswith(b"PK"):
        raise _other_kind(path, data)
    try:
        return unpack(data)
    except TooLargeError as error:
        raise _refusal(path, "document-too-large", "tệp lớn bất thường: bỏ bớt hình rồi lưu lại") from error
    except zipfile.BadZipFile as error:
        if "encrypted" in str(error) or "password" in str(error):
            raise _refusal(path, "document-encrypted", "tệp nén có mật khẩu: giải nén rồi chọn tệp .docx") from error
        raise _refusal(path, "document-damaged", _DAMAGED) from error


def _other_kind(path: Path, data: bytes) -> CheckError:
    if data.startswith(_COMPOUND) and _ENCRYPTED in data:
        reason = "tệp có mật khẩu: mở bằng Word, bỏ mật khẩu (File > Info > Protect Document) rồi lưu lại"
        return _refusal(path, "document-encrypted", reason)
    if data.startswith(_COMPOUND):
        return _refusal(path, "document-old", f"tệp Word 97-2003 (.doc): {_SAVE}")
    kind = _kind_of(data.lstrip(b"\xef\xbb\xbf \t\r\n")[:512])
    return _refusal(path, "document-unknown", f"{kind}, không phải .docx: {_SAVE}")


def _kind_of(start: bytes) -> str:
    if start.startswith(b"%PDF"):
        return "đây là tệp PDF"
    if start.startswith(b"{\\rtf"):
        return "đây là tệp RTF"
    if start.startswith(b"<") and (b"html" in start.lower() or b"<!doctype" in start.lower()):
        return "đây là trang web (HTML)"
    return "đây là tệp XML" if start.startswith(b"<?xml") else "đây là tệp khác"


def _check_kind(path: Path, parts: Mapping[str, bytes]) -> None:
    types = parts.get(_TYPES, b"")
    if b"macroEnabled" in types or b"vbaProject" in types:
        reason = f"tệp có macro (.docm): {_SAVE}"
        raise _refusal(path, "document-macros", reason)
    if _MAIN in types or _TEMPLATE in types:
        return
    if parts.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument"):
        raise _refusal(path, "document-unknown", f"đây là tệp OpenDocument (.odt), không phải .docx: {_SAVE}")
    if "xl/workbook.xml" in parts:
        raise _refusal(path, "document-unknown", "đây là tệp Excel, không phải văn bản: chọn tệp .docx")
    if "ppt/presentation.xml" in parts:
        raise _refusal(path, "document-unknown", "đây là tệp PowerPoint, không phải văn bản: chọn tệp .docx")
    if any(name.startswith("word/") for name in parts):
        raise _refusal(path, "document-damaged", _DAMAGED)
    raise _refusal(path, "document-unknown", "tệp nén này không phải văn bản Word: chọn tệp .docx")


def _check_part(path: Path, name: str, data: bytes) -> None:
    if not name.endswith((".xml", ".rels")):
        return
    if len(data) > _LARGEST_XML:
        raise _refusal(path, "document-too-large", f"phần {name} lớn bất thường: chia tệp thành nhiều tệp nhỏ hơn")
    if any(doctype in data for doctype in _DOCTYPES):
        raise _with_entities(path, name)


def _plain(name: str, data: bytes) -> bytes:
    """A part in the dialect that Word writes by default."""
    if name == _TYPES:
        return data.replace(_TEMPLATE, _MAIN)
    if not name.endswith((".xml", ".rels")) or _STRICT not in data:
        return data
    return _transitional(data)


def _transitional(data: bytes) -> bytes:
    """ISO Strict names as those of the transitional dialect, which differ by the year in their path."""
    base = rb"http://purl\.oclc\.org/ooxml/"
    data = re.sub(base + rb"officeDocument/([\w]+)", rb"http://schemas.openxmlformats.org/officeDocument/2006/\1", data)
    return re.sub(
        base + rb"(wordprocessingml|drawingml|spreadsheetml)/",
        rb"http://schemas.openxmlformats.org/\1/2006/",
        data,
    )
