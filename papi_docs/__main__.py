"""``python -m papi_docs`` is the command ``papi-docs``."""

from papi_docs.cli import main

main()
