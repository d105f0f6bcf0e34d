"""Choosing rules by their codes, as a user types them."""

from collections.abc import Collection
from difflib import get_close_matches

from papi_docs.checker.rules import RULES
from papi_docs.errors import UsageError

__all__ = ["codes_meant"]

_MOST_NEAR = 3


def codes_meant(typed: Collection[str]) -> frozenset[str]:
    """Codes that some words mean: a whole code, or its first words (``"motto"`` for every ``motto-…``).

    Raises:
        UsageError: no rule has such a code; the message names the near ones.
    """
    if isinstance(typed, str):
        raise UsageError(f'mã viết thành một dãy: ("{typed}",)')
    return frozenset(code for words in typed for code in _meant(words))


def _meant(words: str) -> list[str]:
    found = [code for code in RULES if code == words or code.startswith(f"{words}-")]
    if not found:
        raise UsageError(f'không có quy tắc "{words}"{_near(words)}')
    return found


def _near(words: str) -> str:
    known = dict.fromkeys(beginning for code in RULES for beginning in _beginnings(code))
    near = get_close_matches(words.lower(), known, n=_MOST_NEAR)
    return f", có phải {', '.join(near)}?" if near else "; xem mọi mã: papi-docs explain --all"


def _beginnings(code: str) -> list[str]:
    words = code.split("-")
    return ["-".join(words[:end]) for end in range(len(words), 0, -1)]
