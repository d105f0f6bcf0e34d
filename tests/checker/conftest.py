"""Lets the tests of the checker share ``tests.checker.builders``."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

# At the end: an installed papi_docs, such as a wheel under test, goes before the one of the checkout.
sys.path.append(str(ROOT))
