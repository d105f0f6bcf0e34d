"""The file of a template: what a .docx may hold before its tags are looked at. It is not trusted."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from lxml import etree

from papi_docs.errors import TemplateError
from papi_docs.filling.tags import W
from papi_docs.findings import Finding, Place, Severity
from papi_docs.package import TooLargeError, unpack

__all__ = ["core_part", "filled_parts", "new_parser", "read_parts", "refuse"]

_CONTENT_TYPES: Final = "[Content_Types].xml"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN: Final = f"{_WORD}document.main+xml"
_FILLED: Final = frozenset(
    (_MAIN, *(f"{_WORD}{part}+xml" for part in ("header", "footer", "footnotes", "endnotes"))),
)
_CORE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_OLD_OR_LOCKED: Final = b"\xd0\xcf\x11\xe0"
"""A compound file: a .doc, or a .docx under a password."""
_LARGEST_XML: Final = 16 * 2**20


def refuse(path: Path, faults: "list[Finding] | tuple[Finding, ...]") -> None:
    """Raise what is wrong with a template, all of it; nothing if there is nothing."""
    if faults:
        raise TemplateError(f"Mẫu {path.name} chưa dùng được ({len(faults)} lỗi).", faults)


def new_parser() -> etree.XMLParser:
    """Strict, without entities, network and giant trees."""
    return etree.XMLParser(resolve_entities=False, no_network=True)


def read_parts(path: Path) -> dict[str, bytes]:
    """Parts of a template by name.

    Raises:
        TemplateError: the file is missing, no plain .docx, too large, or holds macros, entities or
            links to files elsewhere.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _fault(path, "template-not-read", "không đọc được tệp: kiểm tra đường dẫn và quyền đọc") from error
    parts = _unpacked(path, data)
    _refuse_macros(path, parts)
    if _MAIN not in _types(path, parts).values():
        raise _fault(path, "template-not-docx", "không phải tệp .docx: mở bằng Word rồi lưu thành .docx")
    for name in parts:
        _check_xml(path, name, parts[name])
    return parts


def _fault(path: Path, code: str, message: str) -> TemplateError:
    finding = Finding(code, Severity.FAULT, message, Place(path.name))
    return TemplateError(f"Mẫu {path.name} chưa dùng được (1 lỗi).", [finding])


def _unpacked(path: Path, data: bytes) -> dict[str, bytes]:
    if data.startswith(_OLD_OR_LOCKED):
        message = "tệp có mật khẩu hoặc là .doc cũ: mở bằng Word, bỏ mật khẩu, lưu thành .docx"
        raise _fault(path, "template-not-docx", message)
    try:
        return unpack(data)
    except TooLargeError as error:
        raise _fault(path, "template-too-large", "tệp quá lớn: bỏ bớt hình rồi lưu lại") from error
    except zipfile.BadZipFile as error:
        message = "không phải tệp .docx, hoặc tệp hỏng, có mật khẩu: mở bằng Word rồi lưu thành .docx"
        raise _fault(path, "template-not-docx", message) from error


def _refuse_macros(path: Path, parts: Mapping[str, bytes]) -> None:
    types = parts.get(_CONTENT_TYPES, b"")
    if b"macroEnabled" in types or b"vbaProject" in types:
        raise _fault(path, "template-macros", "mẫu có macro: lưu lại thành .docx, không phải .docm")


def _check_xml(path: Path, name: str, data: bytes) -> None:
    if not name.endswith((".xml", ".rels")):
        return
    tree = _parse(path, name, data)
    if name.endswith(".rels") and any(_reaches_out(relation) for relation in tree):
        message = "mẫu nối tới hình hoặc tệp bên ngoài: chèn hình vào tệp thay vì liên kết"
        raise _fault(path, "template-external", message)


def _reaches_out(relation: etree._Element) -> bool:
    """A link that a reader clicks is fine; so is the note which local .dotx a file was made from."""
    kind = relation.get("Type", "").rpartition("/")[2]
    local = kind == "attachedTemplate" and relation.get("Target", "").startswith("file:///")
    return relation.get("TargetMode") == "External" and kind != "hyperlink" and not local


def _parse(path: Path, name: str, data: bytes) -> etree._Element:
    if len(data) > _LARGEST_XML:
        raise _fault(path, "template-too-large", f"phần {name} quá lớn: bỏ bớt nội dung rồi lưu lại")
    try:
        tree = etree.fromstring(data, new_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _fault(path, "template-damaged", f"phần {name} hỏng: mở bằng Word rồi lưu lại") from error
    if tree.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs lack it
        message = f"phần {name} có khai báo DOCTYPE, Word không tạo ra: mở bằng Word rồi lưu lại"
        raise _fault(path, "template-entities", message)
    return tree


def _types(path: Path, parts: Mapping[str, bytes]) -> dict[str, str]:
    """Content types of the parts that have one of their own."""
    if _CONTENT_TYPES not in parts:
        return {}
    tree = _parse(path, _CONTENT_TYPES, parts[_CONTENT_TYPES])
    own = {element.get("PartName", "").lstrip("/"): element.get("ContentType", "") for element in tree}
    return {name: type_ for name, type_ in own.items() if name in parts}


def filled_parts(path: Path, parts: Mapping[str, bytes]) -> dict[str, etree._Element]:
    """Body, headers, footers and notes: the parts in which tags are filled.

    Raises:
        TemplateError: a part is written in a dialect that Word does not write by default.
    """
    names = [name for name, type_ in _types(path, parts).items() if type_ in _FILLED]
    trees = {name: _parse(path, name, parts[name]) for name in names}
    if any(not str(tree.tag).startswith(W) or tree.prefix != "w" for tree in trees.values()):
        message = "tệp lưu kiểu Strict Open XML hoặc từ phần mềm lạ: mở bằng Word, lưu thành Word Document (.docx)"
        raise _fault(path, "template-not-docx", message)
    return trees


def core_part(path: Path, parts: Mapping[str, bytes]) -> str | None:
    """Name of the part that says what the file is, if it has one."""
    return next((name for name, type_ in _types(path, parts).items() if type_ == _CORE), None)
