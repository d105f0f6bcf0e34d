"""Why something is left as it is."""

__all__ = ["CannotMend"]


class CannotMend(Exception):  # noqa: N818 - it says what happens, not that something failed
    """This place cannot be mended for certain, and why (Vietnamese). It never leaves the mending."""
