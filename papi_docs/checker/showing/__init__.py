"""What a check found, as text, as JSON and as SARIF; and the rules as the decree's table."""

from collections.abc import Callable, Iterable, Iterator

from papi_docs.checker.files import Checked
from papi_docs.checker.showing.as_json import as_json
from papi_docs.checker.showing.as_sarif import as_sarif
from papi_docs.checker.showing.as_text import as_text
from papi_docs.checker.showing.explaining import explain, explain_all

__all__ = ["FORMATS", "explain", "explain_all"]

FORMATS: dict[str, Callable[[Iterable[Checked]], Iterator[str]]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
}
"""From files, one after another, to what is printed of them, as soon as it is known."""
