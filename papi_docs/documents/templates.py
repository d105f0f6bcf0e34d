"""The template of a kind: found in the first folder that has it, told from its earlier self, compiled once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from stat import S_ISREG

from papi_docs.documents.kind import Kind
from papi_docs.filling import SHIPPED, Template, find_template

__all__ = ["Found", "found_template"]


@dataclass(frozen=True, slots=True)
class Found:
    """A template's file as it stood when somebody looked: an edited one is another."""

    path: Path
    changed: int
    """Time of the last change, ns."""
    size: int
    fields: type
    """What it is to be filled with."""

    @property
    def digest(self) -> bytes:
        """What tells one template from another, without compiling it.

        Raises:
            OSError: it cannot be read.
        """
        return _digest(self.path, self.changed, self.size)

    @property
    def template(self) -> Template:
        """The template, checked against its fields.

        Raises:
            TemplateError: it cannot be used.
        """
        return _loaded(self.path, self.fields, self.changed, self.size)


def found_template(kind: Kind, folders: Sequence[Path] = ()) -> Found:
    """The template of a kind, from the first folder that has it: that costs one question to the system.

    Raises:
        TemplateError: there is none.
    """
    for path in _places(kind.template, tuple(folders)):
        try:
            there = path.stat()
        except (FileNotFoundError, NotADirectoryError):
            continue
        if S_ISREG(there.st_mode):
            return Found(path, there.st_mtime_ns, there.st_size, kind.fields)
    return Found(find_template(kind.template, folders), 0, 0, kind.fields)  # which says where it looked


@lru_cache(256)
def _digest(path: Path, _changed: int, _size: int) -> bytes:
    return blake2b(path.read_bytes(), digest_size=16).digest()


@lru_cache(256)
def _places(name: str, folders: tuple[Path, ...]) -> tuple[Path, ...]:
    return tuple(folder / name for folder in (*folders, SHIPPED))


@lru_cache(128)
def _loaded(path: Path, fields: type, _changed: int, _size: int) -> Template:
    template = Template.load(path)
    template.check(fields)
    return template
