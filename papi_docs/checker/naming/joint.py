"""Papers that two bodies issue together, as a school and its trade union do."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from papi_docs.checker.anatomy import Part

__all__ = ["with_joint_issuers"]

_GROUPS: Final = 3
"""Groups of the symbol of such a paper at least: its type and the two bodies."""


def with_joint_issuers(parts: tuple[Part, ...], symbol: str) -> tuple[Part, ...]:
    """The parts with the two bodies over the number as issuers, where both sign and neither stands above the other."""
    superior, issuer = (next((part for part in parts if part.role == role), None) for role in ("superior", "issuer"))
    if superior is None or issuer is None or not _are_equal(superior, issuer):
        return parts
    if len(symbol.split("-")) < _GROUPS or not _both_sign(parts):
        return parts
    certainty = min(superior.certainty, issuer.certainty)
    both = replace(issuer, spans=(*superior.spans, *issuer.spans), certainty=certainty)
    return tuple(both if part is superior else part for part in parts if part is not issuer)


def _are_equal(*bodies: Part) -> bool:
    """Whether all of their names are bold, which the name of a superior is not."""
    return all(run.bold for body in bodies for span in body.spans for run in span.runs)


def _both_sign(parts: Sequence[Part]) -> bool:
    """Whether two sign side by side."""
    cells = [part.first.cell for part in parts if part.role == "signer"]
    columns = {(cell.table, cell.column) for cell in cells if cell is not None}
    return len(columns) == len(cells) == len({column for _, column in columns}) == 2  # left and right
