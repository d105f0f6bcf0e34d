"""Districts to run, and what a folder holds."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from papi_docs.model import District, Dossier

STORE = ".papi-docs"
Tree = dict[str, str]


def tree(folder: Path) -> Tree:
    """Digest of every paper and archive by its path, those of the store left out."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    own = (path for path in found if path.parts[0] != STORE)
    return {path.as_posix(): hashlib.sha256((folder / path).read_bytes()).hexdigest() for path in own}


@dataclass(frozen=True)
class Store:
    """What is in the store of a folder."""

    folder: Path

    @property
    def names(self) -> set[str]:
        """Of everything in it."""
        home = self.folder / STORE
        return {path.relative_to(home).as_posix() for path in home.rglob("*")}


def renamed(dossier: Dossier, code: str) -> Dossier:
    """The same school under another code."""
    return dossier.model_copy(update={"school": dossier.school.model_copy(update={"code": code})})


Many = Callable[[int], District]


@pytest.fixture
def many(tan_hong: District) -> Many:
    """A district of as many schools as asked."""

    def made(number: int) -> District:
        schools = (tan_hong.dossiers[at % len(tan_hong.dossiers)] for at in range(number))
        dossiers = tuple(renamed(dossier, f"T{at:05}") for at, dossier in enumerate(schools))
        return tan_hong.model_copy(update={"dossiers": dossiers})

    return made
