"""What earlier runs made in a folder, so that the next one makes only what changed and touches nothing of others.

A file is ours if its digest is in the journal. Workers say what they are about to write in a small file *ahead* of
writing it (:mod:`papi_docs.batch.making`), so that a run killed at any moment leaves nothing that the next one takes
for somebody's work, and no temporary file.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from papi_docs.batch.files import digest_of_file
from papi_docs.batch.guarding import alone_at_first
from papi_docs.errors import UsageError
from papi_docs.package import leftovers_of

__all__ = ["AHEAD", "PREVIOUS", "SPOOL", "Ahead", "Entry", "Journal", "Known"]

AHEAD: Final = "ahead"
PREVIOUS: Final = "previous"
SPOOL: Final = "spool"
_FILE: Final = "journal.sqlite"
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS papers (
    path TEXT PRIMARY KEY, school TEXT, key BLOB, digest BLOB, size INTEGER, changed INTEGER
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_school ON papers (school);
CREATE TABLE IF NOT EXISTS previous (path TEXT PRIMARY KEY, run INTEGER, school TEXT, digest BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs (run INTEGER PRIMARY KEY);
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file that a run made."""

    path: str
    """Inside the folder of the run, with ``/``."""
    school: str
    key: bytes
    digest: bytes
    size: int
    changed: int
    """Time of the last change, ns, as the file system tells it."""
    replaced: bool = False
    """Whether another file stood there, which lies among the previous ones now."""
    before: bytes = b""
    """Digest of that file if it was ours."""


Known = Mapping[str, Entry]
"""Entries by their path."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """A file about to be written."""

    path: str
    school: str
    key: bytes
    digest: bytes
    replaced: bool
    before: bytes

    def line(self) -> str:
        """As it is said ahead."""
        octets = (octets.hex() for octets in (self.key, self.digest, self.before))
        return json.dumps([self.path, self.school, *octets, self.replaced], ensure_ascii=False)

    @classmethod
    def read(cls, line: str) -> Self | None:
        """None for a line that was not written to its end: then nothing of it was either."""
        with suppress(ValueError, TypeError):
            path, school, key, digest, before, replaced = json.loads(line)
            return cls(path, school, bytes.fromhex(key), bytes.fromhex(digest), replaced, bytes.fromhex(before))
        return None


class Journal:
    """The journal of a folder, open for one run at a time."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, *, lasting: bool) -> None:
        self.folder = folder
        self.lasting = lasting
        """Whether it will be there the next time: a folder may be read-only or its disk full."""
        self._connection = connection
        self.run = self._next_run()

    @classmethod
    @contextmanager
    def open(cls, folder: Path, store: Path) -> Iterator[Self]:
        """The journal of a folder, made where it is missing, what a killed run left put right.

        Raises:
            UsageError: another run is at work in the folder, or what it left behind.
        """
        connection, lasting = _connected(store)
        try:
            with alone_at_first(store):
                journal = cls(folder, connection, lasting=lasting)
                journal.recover(store)
                yield journal
        finally:
            connection.close()

    def _next_run(self) -> int:
        row = self._connection.execute("SELECT coalesce(max(run), 0) + 1 FROM runs").fetchone()
        return int(row[0])

    def known(self, schools: Iterable[str]) -> dict[str, Entry]:
        """Everything made for these schools."""
        rows = (
            row
            for school in schools
            for row in self._connection.execute(
                "SELECT path, school, key, digest, size, changed FROM papers WHERE school = ?", (school,)
            )
        )
        return {row[0]: Entry(*row) for row in rows}

    def record(self, entries: Iterable[Entry]) -> None:
        """Note what was made. On a full disk the run goes on without: the next one compares bytes."""
        found = list(entries)
        rows = [(each.path, each.school, each.key, each.digest, each.size, each.changed) for each in found]
        earlier = [(each.path, self.run, each.school, each.before) for each in found if each.replaced]
        try:
            with self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO papers VALUES (?, ?, ?, ?, ?, ?)", rows)
                self._connection.executemany("INSERT OR REPLACE INTO previous VALUES (?, ?, ?, ?)", earlier)
                self._connection.execute("INSERT OR IGNORE INTO runs VALUES (?)", (self.run,))
        except sqlite3.OperationalError:
            self.lasting = False

    def recover(self, store: Path) -> None:
        """Take over what workers wrote and could not report, and remove what they left half-written."""
        for file in sorted((store / AHEAD).glob("*.json")):
            self.settle(file, store)
        for file in (store / SPOOL).glob("*"):
            file.unlink(missing_ok=True)

    def settle(self, file: Path, store: Path) -> None:
        """One file of what was said ahead: note what was written of it, remove what was half-written, and the file."""
        if not file.exists():
            return
        said = [ahead for line in file.read_text("utf-8").splitlines() if (ahead := Ahead.read(line))]
        self.record(entry for ahead in said if (entry := self._written(ahead, store)))
        for ahead in said:
            for left in (*leftovers_of(self.folder / ahead.path), *leftovers_of(store / PREVIOUS / ahead.path)):
                left.unlink(missing_ok=True)
        file.unlink(missing_ok=True)

    def _written(self, ahead: Ahead, store: Path) -> Entry | None:
        path = self.folder / ahead.path
        try:
            there, digest = path.stat(), digest_of_file(path)
        except OSError:
            return None
        if digest != ahead.digest:
            return None
        replaced = ahead.replaced and (store / PREVIOUS / ahead.path).is_file()
        times = (there.st_size, there.st_mtime_ns)
        return Entry(ahead.path, ahead.school, ahead.key, ahead.digest, *times, replaced, ahead.before)

    def replaced(self) -> list[tuple[str, str, bytes]]:
        """Files that the last run replaced and whose previous version is kept: path, school, its digest if ours."""
        query = "SELECT path, school, digest FROM previous WHERE run = (SELECT max(run) FROM previous) ORDER BY path"
        return list(self._connection.execute(query))

    def restored(self, path: str, entry: Entry | None) -> None:
        """Forget a previous version that was brought back; ``entry`` is what stands there now, if it is ours."""
        with self._connection:
            self._connection.execute("DELETE FROM previous WHERE path = ?", (path,))
            self._connection.execute("DELETE FROM papers WHERE path = ?", (path,))
        if entry is not None:
            self.record([entry])


def _connected(store: Path) -> tuple[sqlite3.Connection, bool]:
    """A connection, and whether it lasts: where nothing can be written, every paper will say so itself."""
    try:
        store.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(store / _FILE, timeout=1)
        _prepared(connection)
    except (OSError, sqlite3.OperationalError) as error:
        if "locked" in str(error):
            message = f'đang có lần chạy khác trong thư mục "{store.parent}": chờ lần đó xong'
            raise UsageError(message) from error
        connection = sqlite3.connect(":memory:")
        _prepared(connection)
        return connection, False
    except sqlite3.DatabaseError:  # damaged: what it knew is lost, and files that differ are kept
        (store / _FILE).replace(store / f"{_FILE}.hong")
        return _connected(store)
    return connection, True


def _prepared(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA journal_mode = WAL")  # one write for a record, and whole after a loss of power
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.executescript(_TABLES)
    with connection:  # takes the lock
        connection.execute("DELETE FROM runs WHERE run < 0")
