"""Templates: finding them, compiling them, comparing them with their fields, filling them."""

from papi_docs.filling.about import About
from papi_docs.filling.charts import Chart, Series
from papi_docs.filling.names import field_names
from papi_docs.filling.search import SHIPPED, find_template
from papi_docs.filling.template import Template
from papi_docs.filling.values import Blank

__all__ = ["SHIPPED", "About", "Blank", "Chart", "Series", "Template", "field_names", "find_template"]
