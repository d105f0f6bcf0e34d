"""Writing a .docx: the same bytes for the same input, and never half a file.

A .docx is a zip of parts. Times, order and compression are fixed here, so that two fillings of one
template with one dossier are equal byte by byte.
"""

import errno
import lzma
import os
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

__all__ = ["TooLargeError", "pack", "unpack", "why_not_written", "write_whole"]

_DOS_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"

_REASONS = {
    errno.EACCES: "không có quyền ghi",
    errno.EPERM: "không có quyền ghi",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa đầy",
    errno.EDQUOT: "ổ đĩa đầy",
    errno.EEXIST: "có tệp trùng tên với thư mục",
    errno.ENOTDIR: "có tệp trùng tên với thư mục",
    errno.EISDIR: "có thư mục trùng tên với tệp",
    errno.ENOENT: "không có thư mục này",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ELOOP: "liên kết dẫn vòng quanh",
}

_LARGEST = 64 * 2**20
_MOST_PARTS = 5_000
_DAMAGED = (RuntimeError, ValueError, EOFError, OSError, LookupError, struct.error, zlib.error, lzma.LZMAError)
"""What ``zipfile`` lets through besides its own error: encryption, unknown compression, torn data."""


class TooLargeError(zipfile.BadZipFile):
    """A package that would unpack to more than 64 MiB: a bomb, or no paper."""


def unpack(data: bytes) -> dict[str, bytes]:
    """Parts of a package by name, in its order.

    Raises:
        zipfile.BadZipFile: ``data`` is no zip, encrypted or damaged; :class:`TooLargeError`.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if len(members) > _MOST_PARTS or sum(member.file_size for member in members) > _LARGEST:
                raise TooLargeError(f"more than {_LARGEST} octets or {_MOST_PARTS} parts")
            return {member.filename: archive.read(member) for member in members}
    except _DAMAGED as error:
        raise zipfile.BadZipFile(str(error)) from error


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The package of these parts: content types first, the others in the order given, no clock."""
    names = sorted(parts, key=lambda name: name != _FIRST)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            member = zipfile.ZipInfo(name, _DOS_EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0  # otherwise the bytes tell the operating system
            archive.writestr(member, parts[name])
    return buffer.getvalue()


def write_whole(path: Path, data: bytes, *, overwrite: bool) -> None:
    """Write a file so that it is there whole or not at all.

    Raises:
        FileExistsError: ``path`` exists and ``overwrite`` is false.
        OSError: the folder cannot be written to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        _readable_like_a_new_file(temporary)
        _put(Path(temporary), path, overwrite=overwrite)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def why_not_written(error: OSError) -> str:
    """What the system says of a file that it would not write, in Vietnamese."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


def _put(temporary: Path, path: Path, *, overwrite: bool) -> None:
    if not overwrite and path.exists():
        raise FileExistsError(path)
    temporary.replace(path)


def _readable_like_a_new_file(path: str) -> None:
    """``mkstemp`` makes files that only their owner reads; papers are shared."""
    mask = os.umask(0)
    os.umask(mask)
    Path(path).chmod(0o666 & ~mask)
