"""Every fault that is put into a right paper, and the rules that no fault is aimed at."""

from tests.checker.injection import Injection
from tests.checker.injections_layout import LAYOUT_INJECTIONS
from tests.checker.injections_text import TEXT_INJECTIONS

__all__ = ["INJECTIONS", "MISSED", "UNREACHED"]

INJECTIONS: tuple[Injection, ...] = (*LAYOUT_INJECTIONS, *TEXT_INJECTIONS)
"""Every fault."""

UNREACHED = {
    "elements-out-of-order": "an element that stands out of its order is as a rule not recognised, and told as missing",
}
"""Codes that no row aims at, each with the reason."""

MISSED: dict[str, str] = {}
"""Names of rows that are not found as they should be, and why. A row that is found must leave this table."""
