"""Whether anybody is still at work in a folder.

A run that was killed may leave workers behind that live a moment longer. What they write then must not come after
the next run has cleared up. So everybody who writes shares a lock of the store, which the system lets go of when the
last of them is gone, and a run begins by having it alone for a moment.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from papi_docs.errors import UsageError

if sys.platform != "win32":
    import fcntl

__all__ = ["alone_at_first", "at_work", "at_work_for_life"]

_PATIENCE: Final = 60.0
"""Seconds: what a worker has begun, it finishes sooner."""
_BLINK: Final = 0.01


@contextmanager
def alone_at_first(store: Path) -> Iterator[None]:
    """Wait until nobody is at work, then be at work. Where the system has no such lock, nobody is waited for.

    Raises:
        UsageError: somebody does not come to an end.
    """
    with _held(store) as lock:
        if lock is not None:
            _wait_for_others(store, lock)
        yield


@contextmanager
def at_work(store: Path) -> Iterator[None]:
    """Be at work: a run that begins meanwhile waits."""
    with _held(store) as lock:
        if lock is not None:
            fcntl.flock(lock, fcntl.LOCK_SH)
        yield


def at_work_for_life(store: Path) -> None:
    """What a worker does that has nothing else to do."""
    lock = _opened(store)
    if lock is not None:
        fcntl.flock(lock, fcntl.LOCK_SH)


_LOCKS: Final[set[int]] = set()
"""Of this process."""


def _let_go() -> None:
    """In a forked child: a pool of somebody's, born during a run, is not at work for as long as it lives."""
    for lock in _LOCKS:
        os.close(lock)
    _LOCKS.clear()


if sys.platform != "win32":
    os.register_at_fork(after_in_child=_let_go)


@contextmanager
def _held(store: Path) -> Iterator[int | None]:
    lock = _opened(store)
    if lock is not None:
        _LOCKS.add(lock)
    try:
        yield lock
    finally:
        if lock in _LOCKS:
            _LOCKS.remove(lock)
            os.close(lock)


def _opened(store: Path) -> int | None:
    """The folder itself, so that no file is left; None where it cannot be locked."""
    if sys.platform == "win32":
        return None
    try:
        lock = os.open(store, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:  # a run that begins has it alone for a moment
        return lock
    except OSError:  # a file system without such locks
        os.close(lock)
        return None
    return lock


def _wait_for_others(store: Path, lock: int) -> None:
    patience = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > patience:
                message = f'tiến trình của lần chạy trước còn ghi vào thư mục "{store.parent}": chờ, hoặc tắt nó'
                raise UsageError(message) from None
            time.sleep(_BLINK)
        else:
            break
    fcntl.flock(lock, fcntl.LOCK_SH)
