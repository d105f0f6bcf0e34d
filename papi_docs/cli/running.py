"""The command itself: its parts put together, its errors said, its exit code."""

import sys
import warnings
from io import TextIOWrapper
from typing import NoReturn

import click

from papi_docs.checker.judging import RuleWarning
from papi_docs.cli.arguments import HELP, Group, in_vietnamese
from papi_docs.cli.checking import COMMANDS as OF_CHECKING
from papi_docs.cli.papers import COMMANDS as OF_PAPERS
from papi_docs.cli.saying import print_findings
from papi_docs.errors import FindingsError, UsageError

__all__ = ["app", "main"]


@click.group(cls=Group, context_settings=HELP, no_args_is_help=True)
@click.version_option(package_name="papi-docs", message="papi-docs %(version)s", help="In số phiên bản.")
def app() -> None:
    """Lập văn bản của trường từ một sổ Excel, và xét văn bản bất kỳ, theo Nghị định 30/2020/NĐ-CP."""


for command in (*OF_PAPERS, *OF_CHECKING):
    app.add_command(command)


def main() -> NoReturn:
    """Run the command line; every error is one clear message in Vietnamese."""
    _speak_utf8()
    # A rule that breaks down is said in the report; those who run with -W error still see where.
    warnings.simplefilter("ignore", RuleWarning, append=True)
    try:
        sys.exit(app(standalone_mode=False, prog_name="papi-docs"))
    except click.exceptions.NoArgsIsHelpError as error:
        _fail(2, error.format_message())
    except click.ClickException as error:
        _fail(2, in_vietnamese(error))
    except (click.Abort, KeyboardInterrupt):
        _fail(1, "Đã dừng theo yêu cầu; các tệp đã ghi vẫn nguyên vẹn.")
    except UsageError as error:
        _fail(2, f"{error}.")
    except FindingsError as error:
        print_findings(error.findings)
        _fail(1, error.summary)


def _speak_utf8() -> None:
    """Whatever the console of the system speaks: Vietnamese letters, and names of files that are no text at all."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _fail(code: int, message: str) -> NoReturn:
    print(message, file=sys.stderr)
    sys.exit(code)
