"""What a sheet, a column and a setting are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from papi_docs.model import Content
from papi_docs.vietnamese import fold_accents

__all__ = ["Column", "Setting", "Sheet", "content_key"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, other headings that mean the same, and what to write in it."""

    key: str
    heading: str
    hint: str
    required: bool = False
    synonyms: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    width: int = 20
    """Characters, in a new workbook."""

    @property
    def folded(self) -> frozenset[str]:
        """Every heading that is recognised, folded."""
        return frozenset(fold_accents(name) for name in (self.heading, *self.synonyms))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: a heading row, then a row for each thing."""

    key: str
    name: str
    purpose: str
    columns: tuple[Column, ...]
    required: bool = False
    synonyms: tuple[str, ...] = ()
    contents_after: str = ""
    """Key of the column after which each content of PAPI has a column of its own; empty where none has."""

    @property
    def folded(self) -> frozenset[str]:
        """Every name that is recognised, folded."""
        return frozenset(fold_accents(name) for name in (self.name, *self.synonyms))

    def with_contents(self, contents: Sequence[Content]) -> Self:
        """The sheet with a column for each of these contents; its key is :func:`content_key`."""
        if not self.contents_after:
            return self
        at = [column.key for column in self.columns].index(self.contents_after) + 1
        own = (_column_of(content) for content in contents)
        return replace(self, columns=(*self.columns[:at], *own, *self.columns[at:]), contents_after="")


def content_key(code: str) -> str:
    """Key of a content's own column, apart from all other keys."""
    return f"content {code}"


def _column_of(content: Content) -> Column:
    code, wording = content.code, content.wording
    hint = f"{wording}: Có, Không hoặc Không biết"
    return Column(content_key(code), code, hint, required=True, synonyms=(wording, f"{code} {wording}"), width=11)


@dataclass(frozen=True, slots=True)
class Setting:
    """A line of the sheet of settings."""

    key: str
    label: str
    hint: str
    required: bool = False
    synonyms: tuple[str, ...] = ()

    @property
    def folded(self) -> frozenset[str]:
        """Every label that is recognised, folded."""
        return frozenset(fold_accents(name) for name in (self.label, *self.synonyms))
