"""The nine contents: data with a source, never a score."""

import tomllib
from pathlib import Path

import papi_docs.model
from papi_docs.model import Content, nine_contents


def test_nine_contents() -> None:
    assert [content.code for content in nine_contents()] == [f"C{number}" for number in range(1, 10)]
    assert all(content.source for content in nine_contents())
    assert nine_contents()[0] == Content(code="C1", wording="Lớp học kiên cố", source=nine_contents()[0].source)


def test_each_says_how_sure_it_is() -> None:
    path = Path(papi_docs.model.__file__).parents[1] / "data" / "contents.toml"
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["content"]
    assert {row["code"] for row in rows if row["sure"] == "read"} == {"C1", "C2", "C3", "C8"}
    assert {row["sure"] for row in rows} == {"read", "practice"}
