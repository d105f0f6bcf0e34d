"""Commands that make papers and workbooks, and draw pages."""

import sys
from datetime import date
from pathlib import Path
from typing import Literal

import click

from papi_docs.batch import ALL_KINDS, Run, generate, undo
from papi_docs.cli.arguments import DateType, Number, OneOf
from papi_docs.cli.saying import print_findings
from papi_docs.documents import KINDS
from papi_docs.errors import UsageError
from papi_docs.excel import new_workbook, read_workbook
from papi_docs.findings import Severity
from papi_docs.package import why_not_written
from papi_docs.pages import write_previews
from papi_docs.run_report import save_report

__all__ = ["COMMANDS"]


_ZIPPED = "Gói thành tệp .zip: school là mỗi trường một tệp, run là một tệp cho tất cả."


@click.command("generate")
@click.argument("workbook", metavar="SỔ.xlsx", type=click.Path(path_type=Path))
@click.option(
    "--out",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    required=True,
    help="Nơi ghi kết quả, mỗi trường một thư mục.",
)
@click.option(
    "--kind",
    "kinds",
    metavar="LOẠI",
    multiple=True,
    default=("plan",),
    help=f"Loại văn bản: {', '.join(KINDS)} hoặc {ALL_KINDS} (mặc định plan); dùng được nhiều lần.",
)
@click.option("--school", "schools", metavar="MÃ", multiple=True, help="Chỉ lập cho trường này; dùng được nhiều lần.")
@click.option("--date", "on", metavar="NGÀY", type=DateType(), help="Ngày của văn bản: 2021-07-20 hoặc 20/7/2021.")
@click.option("--number", metavar="SỐ", type=Number(), help="Số của văn bản khi ban hành; đi cùng --date.")
@click.option("--issued", is_flag=True, help="Ban hành theo số và ngày ghi trong sổ.")
@click.option("--overwrite", is_flag=True, help="Thay bản đã có.")
@click.option("--keep-going", is_flag=True, help="Bỏ qua trường có lỗi, lập cho các trường còn lại.")
@click.option(
    "--templates",
    metavar="THƯ_MỤC",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Thư mục có mẫu .docx riêng, tìm trước mẫu có sẵn.",
)
@click.option(
    "--report",
    metavar="TỆP.xlsx",
    type=click.Path(path_type=Path),
    help="Ghi thêm báo cáo của lần chạy: văn bản, cảnh báo, nguồn số liệu.",
)
@click.option("--check", is_flag=True, help="Xét lại từng tệp đã ghi theo Nghị định 30/2020/NĐ-CP.")
@click.option("--processes", is_flag=True, help="Lập bằng mọi nhân của máy.")
@click.option("--zip", "zipped", metavar="CÁCH", type=OneOf(("school", "run")), help=_ZIPPED)
@click.option("--by-commune", is_flag=True, help="Mỗi xã một thư mục (tự dùng khi có trên 2.000 trường).")
@click.option("--reproducible", is_flag=True, help="Tệp giống nhau từng byte trên mọi loại máy; chậm hơn.")
@click.option("--details", is_flag=True, help="In từng văn bản và từng cảnh báo.")
@click.option("--progress/--no-progress", default=None, help="Có, không có thanh tiến độ.")
def _generate(  # noqa: PLR0913 - one argument an option
    *,
    workbook: Path,
    out: Path,
    kinds: tuple[str, ...],
    schools: tuple[str, ...],
    on: date | None,
    number: int | None,
    issued: bool,
    overwrite: bool,
    keep_going: bool,
    templates: tuple[Path, ...],
    report: Path | None,
    check: bool,
    details: bool,
    progress: bool | None,
    processes: bool,
    zipped: Literal["school", "run"] | None,
    by_commune: bool,
    reproducible: bool,
) -> int:
    """Lập văn bản cho mọi trường trong sổ."""
    if issued and (number is not None or on is not None):
        raise UsageError("--issued lấy số và ngày trong sổ: bỏ --number và --date, hoặc bỏ --issued")
    if report is not None and report.exists() and not overwrite:
        raise UsageError(f'"{report}" đã có: chọn tên khác, hoặc thêm --overwrite')
    district = read_workbook(workbook, on_fault="skip" if keep_going else "raise")
    run = generate(
        district,
        out=out,
        kinds=kinds,
        schools=schools or None,
        on=on,
        draft=number is None and not issued,
        number=number,
        overwrite=overwrite,
        templates=templates,
        check=check,
        progress=sys.stderr.isatty() if progress is None else progress,
        executor="processes" if processes else None,
        zipped=zipped,
        by_commune=by_commune or None,
        reproducible=reproducible,
    )
    if report is not None:
        save_report(run, report, overwrite=overwrite)
    _show(run, details=details)
    return 0 if run.ok else 1


@click.command("undo")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
def _undo(*, folder: Path) -> int:
    """Lấy lại bản trước của các tệp mà lần chạy cuối đã thay."""
    undone = undo(folder)
    print_findings(undone.findings)
    print(undone)
    return 0 if undone.ok else 1


@click.command("kinds")
def _kinds() -> int:
    """Liệt kê các loại văn bản lập được."""
    width = max(map(len, KINDS))
    for kind in KINDS.values():
        print(f"{kind.key:<{width}}  {kind.name}")
    return 0


@click.command("preview")
@click.argument("files", metavar="TỆP.docx…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", metavar="THƯ_MỤC", type=click.Path(path_type=Path), required=True, help="Nơi ghi PDF và PNG.")
@click.option("--dpi", metavar="SỐ", type=Number(), default=100, help="Độ nét của ảnh (mặc định 100).")
def _preview(*, files: tuple[Path, ...], out: Path, dpi: int) -> int:
    """Vẽ các trang của văn bản thành PDF và PNG (cần LibreOffice)."""
    papers = [paper for file in files for paper in (sorted(file.rglob("*.docx")) if file.is_dir() else [file])]
    written, findings = write_previews(papers, out, dpi=dpi)
    print_findings(findings)
    print(f"{len(written)} trên {len(papers)} văn bản, {sum(map(len, written.values()))} tệp trong {out}.")
    return 1 if findings else 0


@click.command("new-workbook")
@click.argument("file", metavar="TỆP.xlsx", type=click.Path(path_type=Path))
@click.option("--overwrite", is_flag=True, help="Thay tệp đã có.")
def _new_workbook(*, file: Path, overwrite: bool) -> int:
    """Ghi một sổ Excel trống, có hướng dẫn và danh sách chọn."""
    if file.suffix.lower() != ".xlsx":
        raise UsageError(f'"{file}" phải có đuôi .xlsx: ghi {file.stem}.xlsx')
    try:
        new_workbook(file, overwrite=overwrite)
    except FileExistsError:
        raise UsageError(f'"{file}" đã có: chọn tên khác, hoặc thêm --overwrite') from None
    except OSError as error:
        raise UsageError(f'không ghi được "{file}": {why_not_written(error)}') from None
    print(f"Đã ghi {file}. Mở bằng Excel và đọc sheet Hướng dẫn.")
    return 0


def _show(run: Run, *, details: bool) -> None:
    if details:
        for paper in run.papers:
            print(f"{paper.school}: {paper.path}: {paper.outcome}")
    faults = [finding for finding in run.all_findings if finding.severity is Severity.FAULT]
    print_findings(run.all_findings if details else faults)
    print(run)
    if len(run.all_findings) > len(faults) and not details:
        print("Xem cảnh báo: thêm --details.", file=sys.stderr)


COMMANDS = (_generate, _undo, _kinds, _preview, _new_workbook)
"""In the order of help."""
