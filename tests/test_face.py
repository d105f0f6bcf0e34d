"""The public face: sorted, importable, and nothing hidden in it."""

import papi_docs as papi


def test_names_are_sorted_and_there() -> None:
    assert papi.__all__ == sorted(papi.__all__, key=lambda name: (not name.isupper(), name))
    assert all(hasattr(papi, name) for name in papi.__all__)


def test_version_is_the_installed_one() -> None:
    from importlib.metadata import version  # noqa: PLC0415 - only here

    assert version("papi-docs")
