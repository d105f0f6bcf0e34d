"""Who makes the papers: this process, others beside it, or any executor; the results in order, memory bounded.

Workers are told which schools, never sent a paper back: processes of ours inherit the dossiers where the system can
fork, others find them in a file of the store.
"""

import gc
import multiprocessing
import os
import pickle
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from multiprocessing.connection import wait
from pathlib import Path
from typing import Final, Protocol

from papi_docs.batch.guarding import at_work, at_work_for_life
from papi_docs.batch.journal import SPOOL, Known
from papi_docs.batch.making import Done, SchoolDone, failed, make_papers
from papi_docs.batch.order import Order
from papi_docs.errors import UsageError
from papi_docs.findings import Finding, Severity
from papi_docs.model import Dossier

__all__ = ["PROCESSES", "Chunk", "Desk", "Lane", "chunks", "lane_of"]

PROCESSES: Final = "processes"
"""Stands for as many processes as the machine has cores."""

_PAPERS: Final = 64
"""Of a chunk, about: enough to forget what a chunk costs, few enough to hold in memory."""
_WAITING: Final = 3
"""Chunks given out for each worker: none waits, none piles up."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some schools, one after the other."""

    start: int
    dossiers: tuple[Dossier, ...]

    def single(self) -> Iterator["Chunk"]:
        """The same, school by school."""
        return (Chunk(self.start + at, (dossier,)) for at, dossier in enumerate(self.dossiers))


def chunks(order: Order, dossiers: Iterable[Dossier]) -> Iterator[Chunk]:
    """Schools in their order, as many together as have about :data:`_PAPERS` papers."""
    held: list[Dossier] = []
    start = papers = 0
    for at, dossier in enumerate(dossiers):
        held.append(dossier)
        papers += len(order.papers(dossier))
        if papers >= _PAPERS:
            yield Chunk(start, tuple(held))
            held, papers, start = [], 0, at + 1
    if held:
        yield Chunk(start, tuple(held))


class Lane(Protocol):
    """Takes chunks and promises what becomes of them."""

    width: int
    """Chunks it can work on at a time."""

    def submit(self, chunk: Chunk, known: Known) -> Future[Done]:
        """Begin with a chunk."""

    def mend(self) -> None:
        """Make it usable again after a worker died, if that can be done."""

    def close(self) -> None:
        """Let go of what it holds."""


def lane_of(order: Order, dossiers: Sequence[Dossier] | None, executor: object) -> Lane:
    """The lane for an executor as :func:`papi_docs.generate` takes it.

    Raises:
        UsageError: it is neither None, ``"processes"`` nor an executor.
    """
    if executor is None:
        return _Here(order)
    if executor == PROCESSES:
        return _Forked(order, dossiers) if dossiers is not None and _can_fork() else _Spooled(order, None)
    if isinstance(executor, ThreadPoolExecutor):
        return _Threads(order, executor)
    if isinstance(executor, Executor):
        return _Spooled(order, executor)
    raise UsageError(f'executor là None, "{PROCESSES}" hoặc một Executor, không phải {executor!r}')


def _can_fork() -> bool:
    """A process with threads must not be copied."""
    return sys.platform == "linux" and threading.active_count() == 1


_Promise = Future[Done] | Exception


@dataclass(frozen=True, slots=True)
class Desk:
    """Gives work out and takes it back in order."""

    order: Order
    lane: Lane
    known: Callable[[Chunk], Known]
    """What the journal has of a chunk."""
    settle: Callable[[Chunk], None]
    """Take over what a dead worker wrote of a chunk and could not report."""
    record: Callable[[Chunk, Done], None]
    """Note what a worker wrote and reported."""

    def run(self, work: Iterable[Chunk]) -> Iterator[SchoolDone]:
        """The chunks in their order; one whose worker died is tried again school by school."""
        waiting: deque[tuple[Chunk, _Promise]] = deque()
        for chunk in work:
            waiting.append((chunk, self._submit(chunk)))
            if len(waiting) >= self.lane.width * _WAITING:
                yield from self._take(*waiting.popleft())
        while waiting:
            yield from self._take(*waiting.popleft())

    def _submit(self, chunk: Chunk) -> _Promise:
        try:
            return self.lane.submit(chunk, self.known(chunk))
        except (OSError, RuntimeError) as error:  # the executor is broken or shut down, or cannot be told
            return error

    def _take(self, chunk: Chunk, promise: _Promise) -> Iterator[SchoolDone]:
        done = _outcome(promise)
        if isinstance(done, Done):
            self.record(chunk, done)
            yield from done.schools
            return
        self.settle(chunk)
        for one in chunk.single():
            self.lane.mend()
            again = _outcome(self._submit(one))
            found = again if isinstance(again, Done) else failed(self.order, one.dossiers[0], _lost(again, one))
            if not isinstance(again, Done):
                self.settle(one)
            self.record(one, found)
            yield from found.schools


def _outcome(promise: _Promise) -> Done | Exception:
    if isinstance(promise, Exception):
        return promise
    try:
        return promise.result()
    except Exception as error:  # noqa: BLE001 - whatever a worker died of
        return error


def _lost(error: Exception, chunk: Chunk) -> Finding:
    kind = "tiến trình con dừng đột ngột" if isinstance(error, BrokenExecutor) else "không giao được việc"
    message = f"{kind} ({type(error).__name__}: {error}): chạy lại; nếu vẫn lỗi, bỏ executor để chạy từng trường"
    return Finding("worker-lost", Severity.FAULT, message, schools=(chunk.dossiers[0].school.code,))


class _Here:
    """This process, one chunk at a time."""

    width = 1

    def __init__(self, order: Order) -> None:
        self._order = order

    def submit(self, chunk: Chunk, known: Known) -> Future[Done]:
        """Make the papers at once."""
        future: Future[Done] = Future()
        future.set_result(make_papers(self._order, chunk.dossiers, known))
        return future

    def mend(self) -> None:
        """Nothing dies here alone."""

    def close(self) -> None:
        """Nothing is held."""


class _Threads:
    """Threads of somebody's pool, which see the dossiers as they are."""

    def __init__(self, order: Order, executor: ThreadPoolExecutor) -> None:
        self._order = order
        self._executor = executor
        self.width = _width_of(executor)

    def submit(self, chunk: Chunk, known: Known) -> Future[Done]:
        """Hand the chunk over."""
        return self._executor.submit(make_papers, self._order, chunk.dossiers, known)

    def mend(self) -> None:
        """It is not ours."""

    def close(self) -> None:
        """It is not ours."""


_INHERITED: dict[int, tuple[Order, Sequence[Dossier]]] = {}
"""What forked workers find, by the number of the run in this process."""
_NUMBERS = count()


def _begin(store: Path) -> None:
    """What a worker of ours does first."""
    gc.freeze()  # what it was born with outlives it: no search for cycles has to go through it, page by page
    at_work_for_life(store)
    _die_with_parent()


def _die_with_parent() -> None:
    """A worker must not go on writing after its run was killed, when the next one may have begun."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _pool(method: str, store: Path) -> ProcessPoolExecutor:
    context = multiprocessing.get_context(method)
    return ProcessPoolExecutor(os.cpu_count() or 1, context, initializer=_begin, initargs=(store,))


def _make_inherited(number: int, start: int, stop: int, known: Known) -> Done:
    order, dossiers = _INHERITED[number]
    return make_papers(order, dossiers[start:stop], known)


class _Forked:
    """Processes of ours that were born with the dossiers: a range of indices is all they are told."""

    def __init__(self, order: Order, dossiers: Sequence[Dossier]) -> None:
        self._order = order
        self.width = os.cpu_count() or 1
        self._number = next(_NUMBERS)
        _INHERITED[self._number] = (order, dossiers)
        self._pool = _pool("fork", order.store)

    def submit(self, chunk: Chunk, known: Known) -> Future[Done]:
        """Name the range."""
        return self._pool.submit(_make_inherited, self._number, chunk.start, chunk.start + len(chunk.dossiers), known)

    def mend(self) -> None:
        """A pool that lost a worker takes nothing more."""
        if _is_broken(self._pool):
            self._pool.shutdown(wait=True)
            self._pool = _pool("fork", self._order.store)

    def close(self) -> None:
        """Chunks not begun are dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        del _INHERITED[self._number]


def _make_spooled(file: Path, known: Known) -> Done:
    with at_work(file.parents[1]):  # and a run that has begun since has removed the file
        order, dossiers = pickle.loads(file.read_bytes())  # noqa: S301 - written by this very run
        return make_papers(order, dossiers, known)


class _Spooled:
    """Workers that share the disk and nothing else: another machine, a process that was not forked."""

    def __init__(self, order: Order, executor: Executor | None) -> None:
        self._order = order
        self._own = executor is None
        self._executor = executor or _pool("spawn", order.store)
        self._files = count()
        self.width = _width_of(self._executor)

    def submit(self, chunk: Chunk, known: Known) -> Future[Done]:
        """Put the chunk where the worker finds it, for as long as it works on it."""
        folder = self._order.store / SPOOL
        folder.mkdir(parents=True, exist_ok=True)
        file = folder.resolve() / f"{next(self._files)}.pickle"
        file.write_bytes(pickle.dumps((self._order, chunk.dossiers), pickle.HIGHEST_PROTOCOL))
        future = self._executor.submit(_make_spooled, file, known)
        future.add_done_callback(lambda _: file.unlink(missing_ok=True))
        return future

    def mend(self) -> None:
        """A pool of ours that lost a worker takes nothing more."""
        if self._own and isinstance(self._executor, ProcessPoolExecutor) and _is_broken(self._executor):
            self._executor.shutdown(wait=True)
            self._executor = _pool("spawn", self._order.store)

    def close(self) -> None:
        """A pool of others goes on."""
        if self._own:
            self._executor.shutdown(wait=True, cancel_futures=True)
        folder = self._order.store / SPOOL
        with suppress(OSError):
            for left in folder.glob("*.pickle"):  # whose callback has not been called yet
                left.unlink(missing_ok=True)
            folder.rmdir()


def _is_broken(pool: ProcessPoolExecutor) -> bool:
    try:
        pool.submit(int).result()
    except BrokenExecutor:
        return True
    return False


def _width_of(executor: object) -> int:
    """Workers of an executor; where it does not say, as many as this machine has cores."""
    workers = getattr(executor, "_max_workers", None)
    return workers if isinstance(workers, int) else 2 * (os.cpu_count() or 1)
