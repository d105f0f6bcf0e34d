"""Vietnamese as official papers write it: text, dates, numbers and names.

Stands on nothing else of this package.
"""

from papi_docs.vietnamese.dates import (
    DAY_ROOM,
    MONTH_ROOM,
    YEAR_ROOM,
    PartialDate,
    clock,
    long_date,
    month_year,
    parse_date,
    parse_month,
    parse_school_year,
    parse_semester,
    school_year,
    semester,
    short_date,
    swap_day_month,
)
from papi_docs.vietnamese.names import collation_key, given_name, name_key
from papi_docs.vietnamese.numbers import (
    POINT_LETTERS,
    count,
    figure,
    parse_number,
    parse_roman,
    percent,
    point,
    roman,
)
from papi_docs.vietnamese.text import (
    clean,
    fold_accents,
    fold_tone,
    legible_list,
    safe_file_name,
    squeeze,
)

__all__ = [
    "DAY_ROOM",
    "MONTH_ROOM",
    "POINT_LETTERS",
    "YEAR_ROOM",
    "PartialDate",
    "clean",
    "clock",
    "collation_key",
    "count",
    "figure",
    "fold_accents",
    "fold_tone",
    "given_name",
    "legible_list",
    "long_date",
    "month_year",
    "name_key",
    "parse_date",
    "parse_month",
    "parse_number",
    "parse_roman",
    "parse_school_year",
    "parse_semester",
    "percent",
    "point",
    "roman",
    "safe_file_name",
    "school_year",
    "semester",
    "short_date",
    "squeeze",
    "swap_day_month",
]
