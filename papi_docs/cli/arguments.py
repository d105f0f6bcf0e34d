"""How arguments are read and refused, in Vietnamese."""

from collections.abc import Collection
from datetime import date
from typing import Any

import click

from papi_docs.vietnamese import parse_date

__all__ = ["HELP", "DateType", "Group", "Number", "OneOf", "in_vietnamese"]

HELP: Any = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Group(click.Group):
    """Says in Vietnamese which commands there are."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first argument names."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            ctx.fail(f'không có lệnh "{args[0]}", chọn trong {", ".join(self.list_commands(ctx))}')
        return super().resolve_command(ctx, args)


class Number(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.4 on
    """A whole number from 1."""

    name = "số"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401 - click's
        """The number."""
        text = str(value)
        if not text.isdecimal() or int(text) < 1:
            self.fail(f'"{text}" không phải số nguyên từ 1', param, ctx)
        return int(text)


class OneOf(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.4 on
    """One of some words."""

    name = "từ"

    def __init__(self, words: Collection[str]) -> None:
        self.words = tuple(words)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401 - click's
        """The word itself."""
        if value not in self.words:
            self.fail(f'"{value}" không có, chọn trong {", ".join(self.words)}', param, ctx)
        return str(value)


class DateType(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.4 on
    """A day, written ``2021-07-20`` or ``20/7/2021``."""

    name = "ngày"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401 - click's
        """The day."""
        try:
            return value if isinstance(value, date) else parse_date(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


def in_vietnamese(error: click.ClickException) -> str:
    """What click says of a wrong call, and where to look."""
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
