"""Who signs for a school, and in which capacity, as its row says."""

import re

from papi_docs.excel.book import Book
from papi_docs.excel.cells import excerpt
from papi_docs.excel.staff import Staff
from papi_docs.excel.table import Row
from papi_docs.model import HEAD_TITLE, Capacity, Signer

__all__ = ["read_signer"]


def read_signer(book: Book, row: Row, staff: Staff) -> Signer | None:
    """The head of the school unless the row names somebody; in the capacity of the row or of the position."""
    faults, cell = book.faults, row["signer"]
    text = faults.text(cell)
    how = faults.text(row["capacity"])
    if not (text or cell.is_empty) or not (how or row["capacity"].is_empty):
        return None
    found = staff.find(text or HEAD_TITLE)
    if len(found) != 1:
        if not (staff.may_have(text or HEAD_TITLE) or book.is_incomplete("staff")):
            faults.add("signer-unknown", cell if text else row["code"], _no_signer(text, found != (), staff))
        return None
    capacity, collective = _capacity(how)
    if how and capacity is None:
        known = ", ".join(list(Capacity)[1:])
        faults.add(
            "capacity-unknown",
            row["capacity"],
            f'{row["capacity"].label} "{excerpt(how)}" không có: ghi {known}, hoặc để trống.',
        )
        return None
    if capacity is None:
        return faults.built(cell, lambda: Signer.usual(found[0]))
    return faults.built(row["capacity"], lambda: Signer(person=found[0], capacity=capacity, collective=collective))


def _no_signer(text: str, several: bool, staff: Staff) -> str:
    if text and several:
        return f'người ký "{excerpt(text)}": trường có nhiều người như vậy.{staff.ways_to_say(text)}'
    if text:
        hint = staff.suggestion(text) or " Thêm người này vào sheet Nhân sự, hoặc sửa tên."
        return f'người ký "{excerpt(text)}" không có trong sheet Nhân sự của trường.{hint}'
    problem = "có hơn một Hiệu trưởng" if several else "chưa có Hiệu trưởng"
    return f"trường {problem} ở sheet Nhân sự: sửa sheet đó, hoặc điền cột Người ký."


_CAPACITY = re.compile(r"(kt|q|tm|tl|tuq)(?:[.\s]+(.*)|$)", re.IGNORECASE | re.DOTALL)
_CAPACITIES = {capacity.strip("."): capacity for capacity in list(Capacity)[1:]}


def _capacity(text: str) -> tuple[Capacity | None, str]:
    """``KT.`` in any spelling; ``TM. Hội đồng trường`` with the collective."""
    found = _CAPACITY.fullmatch(text)
    if not found:
        return None, ""
    capacity = _CAPACITIES[found[1].upper()]
    return capacity, (found[2] or "") if capacity is Capacity.ON_BEHALF else ""
