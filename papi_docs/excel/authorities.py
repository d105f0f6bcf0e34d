"""The sheet of superior bodies: dated rows that win over what follows from the units."""

import re
from collections import defaultdict
from datetime import date

from papi_docs.excel.book import Book
from papi_docs.excel.table import Row
from papi_docs.model import Authority, Body, Period

__all__ = ["read_authorities"]


def read_authorities(book: Book) -> dict[str, list[Authority]]:
    """Dated rows by school code, ``""`` for all schools."""
    found: defaultdict[str, list[Authority]] = defaultdict(list)
    for code, row in book.rows_of("authorities"):
        authority = _authority(book, row)
        if authority is None or code is None:
            continue
        if any(_overlap(authority.period, other.period) for other in found[code]):
            message = "thời gian trùng với một dòng ở trên của cùng trường: sửa Từ ngày, Đến ngày."
            book.faults.add("authority-overlap", row["start"], message)
        found[code].append(authority)
    return found


def _authority(book: Book, row: Row) -> Authority | None:
    superior, place = (book.faults.text(row[key], required=True) for key in ("superior", "place"))
    committee = book.faults.text(row["committee"]) or superior
    start, end = book.faults.date(row["start"]), book.faults.date(row["end"])
    period = book.faults.built(row["start"], lambda: Period(start=start, end=end))
    if not (superior and place) or period is None:
        return None
    return Authority(
        period=period,
        superior=Body.named(superior),
        committee=Body.named(committee),
        place=place,
        scope=_scope(superior),
    )


def _overlap(one: Period, other: Period) -> bool:
    return (one.start or date.min) <= (other.end or date.max) and (other.start or date.min) <= (one.end or date.max)


def _scope(superior: str) -> str:
    """Whose results a paper under this body speaks of."""
    found = re.search(r"\b(huyện|quận|thị xã)\b", superior, re.IGNORECASE)
    return found[1].lower() if found else "tỉnh"
