"""Many papers from one district: each written whole or not at all, each fault kept to its school."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

from tqdm import tqdm

from papi_docs.batch.executing import Chunk, Desk, chunks, lane_of
from papi_docs.batch.journal import AHEAD, Journal, Known
from papi_docs.batch.making import Done, SchoolDone, ahead_of
from papi_docs.batch.order import Order
from papi_docs.batch.run import Papers, Run
from papi_docs.batch.zips import write_zips
from papi_docs.documents import KINDS, Issue, Kind, kind_of
from papi_docs.errors import UsageError
from papi_docs.findings import Finding, Place, Severity
from papi_docs.model import District, Dossier

__all__ = ["ALL_KINDS", "generate"]

ALL_KINDS = "all"
"""Stands for every kind."""

_MANY_SCHOOLS = 2_000
"""Folders beyond which one folder for all of them is slow to open, and communes get folders of their own."""


class _Bar(tqdm):  # type: ignore[type-arg]  # the stubs want to know of what
    """A bar without a thread of its own: a process with threads cannot be forked.

    Not even made where nobody wants one: bars share a lock between processes, and one killed while it holds the lock
    would stop all others that were forked from the same process.
    """

    monitor_interval = 0

    def __init__(self, schools: Iterable[SchoolDone], total: int | None) -> None:
        super().__init__(schools, total=total, desc="Lập văn bản", unit=" trường", leave=False)


def generate(  # noqa: PLR0913 - the whole of a run, by name
    district: District | Iterable[Dossier],
    *,
    out: str | Path,
    kinds: Sequence[str] = ("plan",),
    schools: Sequence[str] | None = None,
    on: date | None = None,
    draft: bool = True,
    number: int | None = None,
    overwrite: bool = False,
    templates: Sequence[Path] = (),
    check: bool = False,
    progress: bool = False,
    executor: Executor | Literal["processes"] | None = None,
    reproducible: bool = False,
    zipped: Literal["school", "run"] | None = None,
    by_commune: bool | None = None,
) -> Run:
    """Make papers of the schools of a district: ``out/THTP3/ke-hoach.docx``.

    A second run makes only what changed: a journal in ``out`` (folder ``.papi-docs``) tells what was made from what.
    A run that was stopped goes on where it stopped. A paper that someone edited is kept and said. Every file that is
    replaced can be brought back by :func:`papi_docs.undo`.

    Args:
        district: what :func:`papi_docs.read_workbook` gave, or dossiers one by one: then no more than some are held.
        out: folder for the results, made where it is missing.
        kinds: keys of :data:`papi_docs.KINDS`, or ``"all"``.
        schools: codes; None means every school.
        on: day of the papers; None means the day of the drafts, or for issued papers their own.
        draft: with room for number and day; an issued paper has both, from ``number`` and ``on`` or from
            the workbook.
        number: number of the issued paper.
        overwrite: replace files that others made or edited, too.
        templates: folders with templates of your own, looked in before the shipped ones.
        check: judge every paper that stands in the folder as this run makes it, by :func:`papi_docs.check`; what
            is found joins the findings of the paper.
        progress: show a bar on standard error.
        executor: None makes the papers here; ``"processes"`` on every core; any other ``Executor`` (threads, Dask
            by ``Client.get_executor()``) whose workers see ``out``. The bytes are the same from each. In a script
            ``"processes"`` needs ``if __name__ == "__main__":`` on Windows and macOS.
        reproducible: the same bytes on every kind of processor; filling takes about four times as long.
        zipped: ``"school"`` puts the papers of each school into ``out/THTP3.zip``, ``"run"`` all into one; None
            leaves them in folders.
        by_commune: a folder for each commune, around those of its schools; None means from 2,000 schools on.

    Returns:
        What became of each paper. A fault in one paper never stops the others; nothing is printed of a
        school whose dossier contradicts itself.

    Raises:
        UsageError: the arguments contradict each other, or name a kind or school that is not there; another run is
            at work in ``out``.
    """
    rows = _kinds(kinds)
    _check_issue(rows, on, draft, number)
    chosen = _chosen(district, schools)
    folder = _folder(out)
    _check_templates(rows, templates)
    _check_zipped(zipped)
    held = chosen if isinstance(chosen, Sequence) else None
    many = held is not None and len(held) > _MANY_SCHOOLS
    order = Order(
        folder=folder,
        kinds=tuple(kind.key for kind in rows),
        on=on,
        draft=draft,
        number=number,
        overwrite=overwrite,
        templates=tuple(Path(template).resolve() for template in templates),
        check=check,
        reproducible=reproducible,
        by_commune=many if by_commune is None else by_commune,
        zipped=zipped,
    )
    findings = list(district.findings) if isinstance(district, District) else []
    papers = Papers(folder)
    with Journal.open(folder, order.store) as journal:
        order = replace(order, keeping=journal.lasting)
        made = _schools(order, chosen, held, executor, journal)
        for school in _Bar(made, total=None if held is None else len(held)) if progress else made:
            findings += school.findings
            papers.add(school)
        zips, kept = write_zips(order, papers, journal)
        findings += kept
        if not journal.lasting:
            findings.append(_no_journal(order.store))
    return Run(folder, papers, tuple(findings), zips, held or (), order)


def _schools(
    order: Order,
    chosen: Iterable[Dossier],
    held: Sequence[Dossier] | None,
    executor: Executor | str | None,
    journal: Journal,
) -> Iterator[SchoolDone]:
    """The schools one after the other, each with its papers written and noted."""

    def known(chunk: Chunk) -> Known:
        return journal.known(dossier.school.code for dossier in chunk.dossiers)

    def settle(chunk: Chunk) -> None:
        journal.settle(ahead_of(order, chunk.dossiers), order.store)

    def record(chunk: Chunk, done: Done) -> None:
        journal.record(paper.entry for school in done.schools for paper in school.papers if paper.entry)
        if order.keeping:
            ahead_of(order, chunk.dossiers).unlink(missing_ok=True)

    lane = lane_of(order, held, executor)
    try:
        yield from Desk(order, lane, known, settle, record).run(chunks(order, chosen))
    finally:
        lane.close()
        with suppress(OSError):
            (order.store / AHEAD).rmdir()


def _no_journal(store: Path) -> Finding:
    message = "không ghi được nhật ký lần chạy: lần sau sẽ so lại từng tệp; kiểm tra quyền ghi và chỗ trống trên đĩa"
    return Finding("journal-not-kept", Severity.WARNING, message, Place(str(store)))


def _chosen(district: District | Iterable[Dossier], schools: Sequence[str] | None) -> Iterable[Dossier]:
    if isinstance(district, District):
        return district.dossiers if schools is None else tuple(district[code] for code in schools)
    if schools is None:
        return district
    wanted = frozenset(schools)
    return (dossier for dossier in district if dossier.school.code in wanted)


def _kinds(keys: Sequence[str]) -> tuple[Kind, ...]:
    if isinstance(keys, str):
        raise UsageError(f'kinds là một dãy: viết kinds=("{keys}",)')
    return tuple(KINDS.values()) if ALL_KINDS in keys else tuple(kind_of(key) for key in dict.fromkeys(keys))


def _check_templates(kinds: Sequence[Kind], folders: Sequence[Path]) -> None:
    """A folder that holds none of the templates is a slip, and the shipped ones would be used silently."""
    for folder in folders:
        if not any((folder / kind.template).is_file() for kind in kinds):
            names = ", ".join(kind.template for kind in kinds)
            raise UsageError(f'thư mục mẫu "{folder}" không có {names}: kiểm tra đường dẫn và tên tệp')


def _check_issue(kinds: Sequence[Kind], on: date | None, draft: bool, number: int | None) -> None:
    if number is None:
        if not draft and on is not None:
            raise UsageError(
                "ban hành theo ngày đã chọn thì phải có số: thêm number, hoặc bỏ ngày để theo sheet Trường"
            )
        return
    if draft:
        raise UsageError("dự thảo chưa có số: bỏ number, hoặc đặt draft=False")
    if on is None:
        raise UsageError("số và ngày ban hành đi cùng nhau: thêm ngày")
    if len(kinds) > 1:
        raise UsageError("mỗi văn bản một số: chọn một loại văn bản khi ghi số")
    Issue(on, number)  # which says what a number cannot be


def _check_zipped(zipped: str | None) -> None:
    if zipped not in (None, "school", "run"):
        raise UsageError(f'zipped là "school", "run" hoặc None, không phải "{zipped}"')


def _folder(out: str | Path) -> Path:
    folder = Path(out)
    if folder.exists() and not folder.is_dir():
        raise UsageError(f'"{folder}" là tệp: chọn một thư mục')
    return folder
