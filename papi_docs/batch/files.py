"""Files that a run finds, and their previous versions."""

import os
import shutil
from hashlib import blake2b
from pathlib import Path
from typing import Final

from papi_docs.package import temporary_of

__all__ = ["digest_of", "digest_of_file", "keep_previous", "stat_of"]

_PIECE: Final = 2**20


def digest_of(*parts: bytes) -> bytes:
    """Sixteen octets that differ where any of the parts does."""
    whole = blake2b(digest_size=16)
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.digest()


def digest_of_file(path: Path) -> bytes:
    """:func:`digest_of` of what a file holds, however long it is."""
    with path.open("rb") as file:
        whole = blake2b(os.fstat(file.fileno()).st_size.to_bytes(8, "big"), digest_size=16)
        while piece := file.read(_PIECE):
            whole.update(piece)
    return whole.digest()


def stat_of(path: Path) -> os.stat_result | None:
    """Size and times of a file; None where there is none."""
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None


def keep_previous(path: Path, previous: Path) -> None:
    """A second name for a file that will be replaced; a copy where the file system has no such thing."""
    previous.parent.mkdir(parents=True, exist_ok=True)
    temporary = temporary_of(previous)
    temporary.unlink(missing_ok=True)
    try:
        os.link(path, temporary)
    except OSError:
        shutil.copy2(path, temporary)
    temporary.replace(previous)
    temporary.unlink(missing_ok=True)  # where both were names of one file, replacing does nothing at all
