"""Writing a .docx: the same bytes for the same input, and never half a file.

A .docx is a zip of parts. Times, order and compression are fixed here, so that two fillings of one
template with one dossier are equal byte by byte.
"""

import os
import tempfile
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

__all__ = ["pack", "unpack", "write_whole"]

_DOS_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"


def unpack(data: bytes) -> dict[str, bytes]:
    """Parts of a package by name, in its order.

    Raises:
        zipfile.BadZipFile: ``data`` is no zip, or damaged.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


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


def _put(temporary: Path, path: Path, *, overwrite: bool) -> None:
    if not overwrite and path.exists():
        raise FileExistsError(path)
    temporary.replace(path)


def _readable_like_a_new_file(path: str) -> None:
    """``mkstemp`` makes files that only their owner reads; papers are shared."""
    mask = os.umask(0)
    os.umask(mask)
    Path(path).chmod(0o666 & ~mask)
