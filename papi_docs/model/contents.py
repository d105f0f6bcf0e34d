"""The contents of PAPI that a school answers for (nội dung PAPI): replaceable data with a source."""

import tomllib
from functools import cache
from importlib.resources import files

from papi_docs.model.base import Line, OptionalText, Text, Value

__all__ = ["Content", "nine_contents"]


class Content(Value):
    """One content."""

    code: Line
    wording: Text
    source: OptionalText = ""


@cache
def nine_contents() -> tuple[Content, ...]:
    """The nine criteria of public primary school quality, PAPI 6.2, from ``data/contents.toml``."""
    data = tomllib.loads(files("papi_docs").joinpath("data/contents.toml").read_text(encoding="utf-8"))
    source = data["source"]["name"]
    return tuple(Content(code=row["code"], wording=row["wording"], source=source) for row in data["content"])
