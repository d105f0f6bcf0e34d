"""Commands that judge papers, copy them with comments or mended, and explain the rules."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from papi_docs.checker import Report, annotate
from papi_docs.checker.annotating import put
from papi_docs.checker.files import Checked, Paper, check_each, papers_in, real
from papi_docs.checker.judging import chosen_rules
from papi_docs.checker.mending import mend
from papi_docs.checker.showing import FORMATS, explain, explain_all
from papi_docs.cli.arguments import OneOf
from papi_docs.errors import FindingsError, UsageError
from papi_docs.findings import Finding, Place, Severity
from papi_docs.package import why_not_written, write_whole

__all__ = ["COMMANDS"]


@dataclass(frozen=True, slots=True)
class _Copier:
    """A kind of copy that the user asked for."""

    option: str
    folder: Path
    write: Callable[[Checked, Report, Path, bool], Checked]
    """Writes the copy to a path, overwriting or not; the result with the copy in it."""


@click.command("check", short_help="Xét văn bản .docx theo Nghị định 30/2020/NĐ-CP.")
@click.argument("places", metavar="TỆP.docx…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    metavar="DẠNG",
    type=OneOf(FORMATS),
    default="text",
    help=f"Dạng kết quả: {', '.join(FORMATS)} (mặc định text).",
)
@click.option(
    "--annotate",
    "annotated",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    help="Ghi bản sao có lời chú thích của Word tại từng chỗ.",
)
@click.option(
    "--fix",
    "mended",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    help="Ghi bản sao đã sửa những lỗi chắc chắn, và nói đã sửa gì, còn gì.",
)
@click.option(
    "--select", metavar="MÃ", multiple=True, help="Chỉ xét các quy tắc này: margin-left,motto (motto là mọi motto-…)."
)
@click.option("--ignore", metavar="MÃ", multiple=True, help="Bỏ qua các quy tắc này.")
@click.option("--output", metavar="TỆP", type=click.Path(path_type=Path), help="Ghi kết quả vào tệp.")
@click.option("--overwrite", is_flag=True, help="Thay tệp đã có.")
def _check(  # noqa: PLR0913 - one argument an option
    *,
    places: tuple[Path, ...],
    form: str,
    annotated: Path | None,
    mended: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    output: Path | None,
    overwrite: bool,
) -> int:
    """Xét văn bản .docx theo Nghị định 30/2020/NĐ-CP; thư mục là mọi tệp .docx trong đó."""
    if output is not None and output.exists() and not overwrite:
        raise UsageError(f'"{output}" đã có: chọn tên khác, hoặc thêm --overwrite')
    copiers = list(_copiers(annotated, mended))
    rules = chosen_rules(_codes(select), _codes(ignore))
    papers, empty = papers_in(places, leave_out=[copier.folder for copier in copiers])
    _refuse_to_overwrite_papers(papers, copiers, output)
    results = _Results(_with_copies(check_each(papers, rules), copiers, overwrite=overwrite), empty)
    _put_out(FORMATS[form](results), output)
    return 0 if results.ok else 1


def _codes(typed: Iterable[str]) -> list[str]:
    """Codes given one by one, or several with commas between them."""
    return [code.strip() for words in typed for code in words.split(",") if code.strip()]


def _copiers(annotated: Path | None, mended: Path | None) -> Iterator[_Copier]:
    if annotated is not None and mended is not None and real(annotated) == real(mended):
        raise UsageError("--annotate và --fix ghi hai bản khác nhau: chọn hai thư mục")
    if annotated is not None:
        yield _Copier("--annotate", annotated, _annotated)
    if mended is not None:
        yield _Copier("--fix", mended, _mended)


class _Results:
    """Results that pass by, and whether all of them were good."""

    def __init__(self, results: Iterator[Checked], empty: Iterable[Finding]) -> None:
        self._results, self._empty = results, empty
        self.ok = True

    def __iter__(self) -> Iterator[Checked]:
        for finding in self._empty:
            yield self._noted(Checked(Path(finding.where.file), findings=(finding,)))
        for result in self._results:
            yield self._noted(result)

    def _noted(self, result: Checked) -> Checked:
        self.ok &= result.ok
        return result


def _put_out(chunks: Iterator[str], output: Path | None) -> None:
    if output is None:
        for chunk in chunks:
            print(chunk)
        return
    text = "".join(f"{chunk}\n" for chunk in chunks)
    try:
        write_whole(output, text.encode(errors="backslashreplace"), overwrite=True)
    except OSError as error:
        raise UsageError(f'không ghi được "{output}": {why_not_written(error)}') from None


def _refuse_to_overwrite_papers(papers: Iterable[Paper], copiers: Iterable[_Copier], output: Path | None) -> None:
    judged = {real(paper.path) for paper in papers}
    if output is not None and real(output) in judged:
        raise UsageError(f'--output "{output}" là tệp đang xét: chọn tên khác')
    for copier in copiers:
        if copier.folder.exists() and not copier.folder.is_dir():
            raise UsageError(f'{copier.option} "{copier.folder}" là tệp: chọn một thư mục')
        if any(real(copier.folder / paper.copy) in judged for paper in papers):
            raise UsageError(f'{copier.option} "{copier.folder}" là nơi có tệp đang xét: chọn thư mục khác')


def _with_copies(
    results: Iterable[tuple[Paper, Checked]], copiers: Iterable[_Copier], *, overwrite: bool
) -> Iterator[Checked]:
    for paper, result in results:
        told = result
        for copier in copiers:
            told = _with_copy(told, copier, copier.folder / paper.copy, overwrite=overwrite)
        yield told


def _with_copy(result: Checked, copier: _Copier, path: Path, *, overwrite: bool) -> Checked:
    if result.report is None:
        return result
    try:
        return copier.write(result, result.report, path, overwrite)
    except OSError as error:
        return _not_copied(result, path, _why_not_written(error, path))
    except FindingsError as error:
        return replace(result, findings=(*result.findings, *error.findings))
    except UsageError as error:
        return _not_copied(result, path, str(error))


def _why_not_written(error: OSError, path: Path) -> str:
    if isinstance(error, FileExistsError) and path.is_file():
        return "đã có bản khác, được giữ nguyên: thêm --overwrite để thay"
    return f"không ghi được ({why_not_written(error)}): đóng tệp nếu đang mở, kiểm tra quyền ghi"


def _not_copied(result: Checked, path: Path, reason: str) -> Checked:
    finding = Finding("copy-not-written", Severity.FAULT, f"{path}: {reason}", Place(str(result.path)))
    return replace(result, findings=(*result.findings, finding))


def _annotated(result: Checked, report: Report, path: Path, overwrite: bool) -> Checked:
    return replace(result, annotated=annotate(report, path, overwrite=overwrite))


def _mended(result: Checked, report: Report, path: Path, overwrite: bool) -> Checked:
    with TemporaryDirectory() as folder:
        mended = mend(report, Path(folder, path.name))
        put(path, mended.path.read_bytes(), overwrite=overwrite)
    return replace(result, mended=replace(mended, path=path))


@click.command("explain")
@click.argument("codes", metavar="MÃ…", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Mọi quy tắc, theo thứ tự của Nghị định.")
def _explain(*, codes: tuple[str, ...], everything: bool) -> int:
    """Giải thích quy tắc: muốn gì, vì sao, sửa thế nào."""
    if everything == bool(codes):
        raise UsageError("chọn một: papi-docs explain MÃ, hoặc papi-docs explain --all")
    print(explain_all() if everything else explain(*codes))
    return 0


COMMANDS = (_check, _explain)
"""In the order of help."""
