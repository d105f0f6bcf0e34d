"""Remarks of citizens, and where they can reach the school."""

from collections import defaultdict
from datetime import date

from papi_docs.excel.cells import Cell
from papi_docs.excel.evidence.sheet import Year, places
from papi_docs.excel.staff import check_contacts
from papi_docs.excel.table import Row
from papi_docs.excel.tasks import split_names
from papi_docs.model import Contact, Remark, RemarkIdentity
from papi_docs.vietnamese import fold_tone, short_date

__all__ = ["read_contacts", "read_remarks"]

_First = dict[tuple[object, ...], Cell]


def read_remarks(year: Year) -> dict[str, list[Remark]]:
    """Remarks by school, in the order of the sheet."""
    found: defaultdict[str, list[Remark]] = defaultdict(list)
    first: _First = {}
    for school, row in year.rows("remarks"):
        remark = _remark(year, school, row)
        if not remark or not school:
            continue
        who = fold_tone(remark.identity.name), fold_tone(remark.channel)
        if not year.is_twice(row["text"], first, (school, remark.day, fold_tone(remark.text), *who), "phản ánh này"):
            found[school].append(remark)
    return found


def _remark(year: Year, school: str | None, row: Row) -> Remark | None:
    faults = year.faults
    day, deadline = year.day(row["day"], required=True), year.deadline(row["deadline"], required=True)
    channel, text = (faults.text(row[key], required=True) for key in ("channel", "text"))
    content, handlers = year.content(row["content"]), split_names(faults.text(row["handler"], required=True))
    handler = ", ".join(year.people(row["handler"], school, handlers))
    result, answered, published = (
        faults.text(row["result"]),
        year.deadline(row["answered"]),
        year.flag(row["published"]),
    )
    identity = RemarkIdentity(name=faults.text(row["name"]), contact=_contact_of(year, row["contact"]))
    _note_half_answered(year, row, published=published)
    in_order = [_follows(year, row["deadline"], deadline, day), _follows(year, row["answered"], answered, day)]
    if not (day and deadline and channel and text and handler and all(in_order)):
        return None
    return Remark(
        day=day,
        channel=channel,
        text=text,
        content=content,
        handler=handler,
        deadline=deadline,
        result=result,
        answered=answered,
        published=published,
        identity=identity,
        cells=places(row, "day", "channel", "content", "handler", "deadline", "result", "answered", "published"),
    )


def _contact_of(year: Year, cell: Cell) -> str:
    """A telephone number that Excel took for a number has lost its first 0, which is said."""
    if isinstance(cell.value, float) and not isinstance(cell.value, bool):
        message = f'{cell.label} {cell.text} mất số 0 ở đầu. Ý bạn là "0{cell.text}"? Định dạng ô là Text, rồi gõ lại.'
        year.faults.add("phone-lost-zero", cell, message)
        return ""
    return year.faults.text(cell)


def _note_half_answered(year: Year, row: Row, *, published: bool) -> None:
    result, answered = row["result"], row["answered"]
    if result.is_empty != answered.is_empty:
        empty, other = (result, answered) if result.is_empty else (answered, result)
        message = f"{empty.label} để trống mà đã có {other.label.lower()}: ghi cả hai, hoặc xóa cả hai."
        year.faults.add("answer-incomplete", empty, message)
    elif published and result.is_empty:
        message = f"{row['published'].label} là Có mà chưa có kết quả: ghi kết quả, hoặc sửa thành Không."
        year.faults.add("answer-incomplete", row["published"], message)


def _follows(year: Year, cell: Cell, later: date | None, day: date | None) -> bool:
    """Whether a day does not come before the remark."""
    if not later or not day or day <= later:
        return True
    message = f"{cell.label} {short_date(later)} trước ngày nhận {short_date(day)}: sửa một trong hai ngày."
    year.faults.add("answer-early", cell, message)
    return False


def read_contacts(year: Year) -> dict[str, Contact]:
    """What each school publishes: its own row, else the one for all schools."""
    found: dict[str, Contact] = {}
    first: _First = {}
    for school, row in year.rows("contacts", required=False):
        contact = _contact(year, school, row)
        called = f"liên hệ của trường {school}" if school else "liên hệ chung"
        twice = school is not None and year.is_twice(row["phone"], first, (school,), called)
        if contact and school is not None and not twice:
            found[school] = contact
    shared = found.get("")
    return {code: own for code in year.book.codes.values() if (own := found.get(code) or shared)}


def _contact(year: Year, school: str | None, row: Row) -> Contact | None:
    faults = year.faults
    check_contacts(year.book, row)
    phone, email, hours = (faults.text(row[key], required=True) for key in ("phone", "email", "hours"))
    answerer = _answerer(year, school, row["answerer"])
    reply_days = faults.whole_number(row["reply_days"], required=True)
    posted, place = year.day(row["posted"]), faults.text(row["place"])
    if not (phone and email and hours and answerer and reply_days):
        return None
    return Contact(
        phone=phone,
        email=email,
        hours=hours,
        answerer=answerer,
        reply_days=reply_days,
        posted=posted,
        place=place,
        cells=places(row, "phone", "email", "hours", "answerer", "reply_days", "posted", "place"),
    )


def _answerer(year: Year, school: str | None, cell: Cell) -> str:
    """In a row for all schools a position stays as it is written."""
    names = split_names(year.faults.text(cell, required=True))
    return ", ".join(year.people(cell, school, names) if school else names)
