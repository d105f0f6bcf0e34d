"""The command ``papi-docs``: a thin skin over the library, in Vietnamese.

Exit codes: 0 done, 1 faults found, 2 wrong use.
"""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click

from papi_docs.batch import ALL_KINDS, Run, generate
from papi_docs.documents import KINDS
from papi_docs.errors import FindingsError, UsageError
from papi_docs.excel import new_workbook, read_workbook
from papi_docs.findings import Finding, Severity
from papi_docs.pages import write_previews
from papi_docs.run_report import save_report
from papi_docs.vietnamese import parse_date

__all__ = ["app", "main"]

_HELP: Any = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class _Group(click.Group):
    """Says in Vietnamese which commands there are."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first argument names."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            ctx.fail(f'không có lệnh "{args[0]}", chọn trong {", ".join(self.list_commands(ctx))}')
        return super().resolve_command(ctx, args)


class _Number(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.4 on
    name = "số"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401 - click's
        text = str(value)
        if not text.isdecimal() or int(text) < 1:
            self.fail(f'"{text}" không phải số nguyên từ 1', param, ctx)
        return int(text)


class _Date(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.4 on
    name = "ngày"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401 - click's
        try:
            return value if isinstance(value, date) else parse_date(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


@click.group(cls=_Group, context_settings=_HELP, no_args_is_help=True)
@click.version_option(package_name="papi-docs", message="papi-docs %(version)s", help="In số phiên bản.")
def app() -> None:
    """Lập văn bản của trường từ một sổ Excel, đúng thể thức Nghị định 30/2020/NĐ-CP."""


@app.command("generate")
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
@click.option("--date", "on", metavar="NGÀY", type=_Date(), help="Ngày của văn bản: 2021-07-20 hoặc 20/7/2021.")
@click.option("--number", metavar="SỐ", type=_Number(), help="Số của văn bản khi ban hành; đi cùng --date.")
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
    details: bool,
    progress: bool | None,
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
        progress=sys.stderr.isatty() if progress is None else progress,
    )
    if report is not None:
        save_report(run, report, overwrite=overwrite)
    _show(run, details=details)
    return 0 if run.ok else 1


@app.command("kinds")
def _kinds() -> int:
    """Liệt kê các loại văn bản lập được."""
    width = max(map(len, KINDS))
    for kind in KINDS.values():
        print(f"{kind.key:<{width}}  {kind.name}")
    return 0


@app.command("preview")
@click.argument("files", metavar="TỆP.docx…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", metavar="THƯ_MỤC", type=click.Path(path_type=Path), required=True, help="Nơi ghi PDF và PNG.")
@click.option("--dpi", metavar="SỐ", type=_Number(), default=100, help="Độ nét của ảnh (mặc định 100).")
def _preview(*, files: tuple[Path, ...], out: Path, dpi: int) -> int:
    """Vẽ các trang của văn bản thành PDF và PNG (cần LibreOffice)."""
    papers = [paper for file in files for paper in (sorted(file.rglob("*.docx")) if file.is_dir() else [file])]
    written, findings = write_previews(papers, out, dpi=dpi)
    _print_findings(findings)
    print(f"{len(written)} trên {len(papers)} văn bản, {sum(map(len, written.values()))} tệp trong {out}.")
    return 1 if findings else 0


@app.command("new-workbook")
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
        raise UsageError(f'không ghi được "{file}": {error.strerror}') from None
    print(f"Đã ghi {file}. Mở bằng Excel và đọc sheet Hướng dẫn.")
    return 0


def _show(run: Run, *, details: bool) -> None:
    if details:
        for paper in run.papers:
            print(f"{paper.school}: {paper.path}: {paper.outcome}")
    faults = [finding for finding in run.all_findings if finding.severity is Severity.FAULT]
    _print_findings(run.all_findings if details else faults)
    print(run)
    if len(run.all_findings) > len(faults) and not details:
        print("Xem cảnh báo: thêm --details.", file=sys.stderr)


def _print_findings(findings: Iterable[Finding]) -> None:
    for finding in findings:
        print(finding, file=sys.stderr)


def main() -> NoReturn:
    """Run the command line; every error is one clear message in Vietnamese."""
    try:
        sys.exit(app(standalone_mode=False, prog_name="papi-docs"))
    except click.exceptions.NoArgsIsHelpError as error:
        _fail(2, error.format_message())
    except click.ClickException as error:
        _fail(2, _in_vietnamese(error))
    except (click.Abort, KeyboardInterrupt):
        _fail(1, "Đã dừng theo yêu cầu; các tệp đã ghi vẫn nguyên vẹn.")
    except UsageError as error:
        _fail(2, f"{error}.")
    except FindingsError as error:
        _print_findings(error.findings)
        _fail(1, error.summary)


def _fail(code: int, message: str) -> NoReturn:
    print(message, file=sys.stderr)
    sys.exit(code)


def _in_vietnamese(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            text = f"không có tùy chọn {error.option_name}"
        case click.MissingParameter():
            name = error.param.opts[0] if error.param and error.param.param_type_name == "option" else "tệp"
            text = f"thiếu {name}"
        case click.BadParameter():
            name = error.param.opts[0] if error.param else ""
            text = f"{name}: {error.message}"
        case click.UsageError() if "extra argument" in error.message:
            text = f"thừa tham số: {error.message.partition('(')[2].rstrip(')')}"
        case _:
            text = error.format_message()
    return f"Sai cách gọi: {text.rstrip('.')}. Xem: papi-docs --help"
