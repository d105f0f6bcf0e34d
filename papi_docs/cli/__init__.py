"""The command ``papi-docs``: a thin skin over the library, in Vietnamese.

Exit codes: 0 done, 1 faults found, 2 wrong use.
"""

from papi_docs.cli.running import app, main

__all__ = ["app", "main"]
