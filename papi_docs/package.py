"""Writing a .docx: the same bytes for the same input, and never half a file.

A .docx is a zip of parts. Times, order and compression are fixed here, so that two fillings of one
template with one dossier are equal byte by byte. :class:`Package` keeps the parts that never change
deflated, so that a filling costs no more than deflating what it filled.
"""

import errno
import lzma
import os
import struct
import threading
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO, FileIO
from pathlib import Path
from typing import Final, Self

__all__ = [
    "FAST",
    "REPRODUCIBLE",
    "Codec",
    "Package",
    "TooLargeError",
    "codec_of",
    "leftovers_of",
    "pack",
    "replace_whole",
    "temporary_of",
    "unpack",
    "why_not_written",
    "write_whole",
]

_FIRST: Final = "[Content_Types].xml"
_LARGEST: Final = 64 * 2**20
_MOST_PARTS: Final = 5_000
_DAMAGED: Final = (RuntimeError, ValueError, EOFError, OSError, LookupError, struct.error, zlib.error, lzma.LZMAError)
"""What ``zipfile`` lets through besides its own error: encryption, unknown compression, torn data."""


_REASONS: Final = {
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
"""What a user reads instead of the system's English."""


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


def _zlib_6(data: bytes) -> bytes:
    return zlib.compress(data, 6, -15)


@dataclass(frozen=True, slots=True)
class Codec:
    """A way to deflate; ``deflate`` gives a raw stream, ``crc32`` the check sum of what went in."""

    name: str
    deflate: Callable[[bytes], bytes]
    crc32: Callable[[bytes], int]

    def __reduce__(self) -> tuple[Callable[[str], "Codec"], tuple[str]]:
        return _codec_named, (self.name,)


REPRODUCIBLE: Final = Codec("zlib", _zlib_6, zlib.crc32)
"""The same bytes on every machine with the same zlib."""


def _fastest() -> Codec:
    """ISA-L where the extra ``fast`` is installed: ten times as fast, its bytes may differ between processors."""
    try:
        from isal import isal_zlib  # noqa: PLC0415 - an extra
    except ImportError:
        return REPRODUCIBLE

    def deflate(data: bytes) -> bytes:
        return isal_zlib.compress(data, 1, -15)

    return Codec("isal", deflate, isal_zlib.crc32)


FAST: Final = _fastest()


def codec_of(*, reproducible: bool) -> Codec:
    """The codec for bytes that are the same on every machine, or the fastest that is installed."""
    return REPRODUCIBLE if reproducible else FAST


def _codec_named(name: str) -> Codec:
    """What was pickled elsewhere; a machine without ISA-L deflates with zlib."""
    return FAST if name == FAST.name else REPRODUCIBLE


_LOCAL: Final = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL: Final = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END: Final = struct.Struct("<4sHHHHIIH")
_VERSION: Final = 20
_STORED: Final = 0
_DEFLATED: Final = 8
_SMALL: Final = 1_000
"""Octets of a part that is stored as it is: deflating it would save less than it costs."""
_UTF_8: Final = 0x800
_NEW_YEAR_1980: Final = 0x21
"""The first day that a zip can hold: no clock."""
_OWNER_WRITES: Final = 0o600 << 16


@dataclass(frozen=True, slots=True)
class _Member:
    """What is known of a member before its data."""

    name: bytes
    flags: int

    @classmethod
    def of(cls, name: str) -> Self:
        return cls(name.encode(), 0 if name.isascii() else _UTF_8)

    def packed(self, part: bytes, codec: Codec, offset: int) -> tuple[bytes, bytes, bytes]:
        """Header, data, and row of the directory at the end."""
        small = len(part) < _SMALL
        method, data = (_STORED, part) if small else (_DEFLATED, codec.deflate(part))
        told = (self.flags, method, 0, _NEW_YEAR_1980, codec.crc32(part), len(data), len(part), len(self.name), 0)
        head = _LOCAL.pack(b"PK\3\4", _VERSION, *told) + self.name
        row = _CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *told, 0, 0, 0, _OWNER_WRITES, offset) + self.name
        return head, data, row


@dataclass(frozen=True, slots=True)
class Package:
    """A .docx whose changing parts are still to come: the others lie deflated at its beginning."""

    prefix: bytes
    directory: bytes
    count: int
    changing: tuple[_Member, ...]
    codec: Codec

    @classmethod
    def of(cls, parts: Mapping[str, bytes], changing: Sequence[str], codec: Codec) -> Self:
        """``parts`` are the constant ones, content types first; ``changing`` are names to be filled later."""
        names = sorted(parts, key=lambda name: name != _FIRST)
        prefix, directory = bytearray(), bytearray()
        for name in names:
            head, data, row = _Member.of(name).packed(parts[name], codec, len(prefix))
            directory += row
            prefix += head + data
        return cls(bytes(prefix), bytes(directory), len(names), tuple(map(_Member.of, changing)), codec)

    def pack(self, parts: Sequence[bytes]) -> bytes:
        """The whole file, with the data of the changing parts in their order."""
        pieces, rows, offset = [self.prefix], [self.directory], len(self.prefix)
        for member, part in zip(self.changing, parts, strict=True):
            head, data, row = member.packed(part, self.codec, offset)
            rows.append(row)
            pieces += (head, data)
            offset += len(head) + len(data)
        directory, count = b"".join(rows), self.count + len(self.changing)
        pieces += (directory, _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), offset, 0))
        return b"".join(pieces)


def pack(parts: Mapping[str, bytes], codec: Codec = REPRODUCIBLE) -> bytes:
    """The package of these parts: content types first, the others in the order given, no clock."""
    return Package.of(parts, (), codec).pack(())


def replace_whole(path: Path, data: bytes) -> os.stat_result:
    """Write a file so that it is there whole or not at all, its folders too; what it is like afterwards.

    The temporary file beside it has a name that follows from ``path``, so that what a killed program left is found
    (:func:`leftovers_of`).

    Raises:
        OSError: the folder cannot be written to.
    """
    temporary = temporary_of(path)
    try:
        handle = os.open(temporary, _NEW_FILE, 0o666)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(temporary, _NEW_FILE, 0o666)
    try:
        with os.fdopen(handle, "wb", buffering=0) as file:
            _write_all(file, data)
            made = os.fstat(handle)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return made


_NEW_FILE: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def temporary_of(path: Path) -> Path:
    """Name of the file that becomes ``path``, this thread's own; short, so that it fits where ``path`` does."""
    return path.with_name(f".{_told(path)}-{os.getpid()}-{threading.get_ident()}.tmp")


def leftovers_of(path: Path) -> list[Path]:
    """Temporary files of ``path``, of whatever process."""
    return list(path.parent.glob(f".{_told(path)}-*.tmp"))


def _told(path: Path) -> str:
    return f"{zlib.crc32(os.fsencode(path.name)):08x}"


def _write_all(file: FileIO, data: bytes) -> None:
    """A disk that is nearly full takes a part of the data, and says so only the next time."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) or 0 :]


def write_whole(path: Path, data: bytes, *, overwrite: bool) -> None:
    """:func:`replace_whole` where that was asked for.

    Raises:
        FileExistsError: ``path`` exists and ``overwrite`` is false.
        OSError: the folder cannot be written to.
    """
    if not overwrite and path.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    replace_whole(path, data)


def why_not_written(error: OSError) -> str:
    """What the system says of a file that it would not write, in Vietnamese."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
