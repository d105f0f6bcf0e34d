"""Every fault that is put into a right paper, and the rules that no fault is aimed at."""

from tests.checker.injection import Injection
from tests.checker.injections_layout import LAYOUT_INJECTIONS
from tests.checker.injections_text import TEXT_INJECTIONS

__all__ = ["INJECTIONS", "UNREACHED"]

INJECTIONS: tuple[Injection, ...] = (*LAYOUT_INJECTIONS, *TEXT_INJECTIONS)
"""Every fault."""

UNREACHED: dict[str, str] = {}
"""Codes that no row aims at, each with the reason."""
