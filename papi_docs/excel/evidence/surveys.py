"""Surveys: tallied by the school, or sheet by sheet and tallied here."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from papi_docs.excel.cells import Cell
from papi_docs.excel.evidence.replies import Replies, read_replies
from papi_docs.excel.evidence.sheet import Year, places
from papi_docs.excel.table import Row
from papi_docs.findings import Place
from papi_docs.model import Rating, Semester, Survey, Tally
from papi_docs.vietnamese import short_date

__all__ = ["read_surveys"]

_Key = tuple[str, Semester]
_First = dict[tuple[object, ...], Cell]


@dataclass(slots=True)
class _Line:
    """A row of the sheet of surveys with what the other two sheets say of the same survey."""

    row: Row
    answers: dict[str, tuple[Tally, Row]] = field(default_factory=dict)
    replies: Replies | None = None


def read_surveys(year: Year) -> dict[str, list[Survey]]:
    """Surveys by school, the first semester first."""
    lines = _lines(year)
    _read_answers(year, lines)
    for key, replies in read_replies(year).items():
        if key in lines:
            lines[key].replies = replies
        else:
            _note_missing(year, replies.first, *key)
    found: defaultdict[str, list[Survey]] = defaultdict(list)
    for (school, semester), line in lines.items():
        with year.faults.concerning(school):
            survey = _survey(year, semester, line)
        if survey and school:
            found[school].append(survey)
    order = list(Semester)
    return {school: sorted(surveys, key=lambda one: order.index(one.semester)) for school, surveys in found.items()}


def _lines(year: Year) -> dict[_Key, _Line]:
    """The sheet's rows; one whose school or semester is not known is still checked, under a key of its own."""
    lines: dict[_Key, _Line] = {}
    first: _First = {}
    for school, row in year.rows("surveys"):
        semester = year.semester(row["semester"])
        twice = bool(school and semester) and year.is_twice(row["semester"], first, (school, semester), "học kỳ này")
        if school and semester and not twice:
            lines[school, semester] = _Line(row)
        else:
            _survey(year, Semester.FIRST, _Line(row))
    return lines


def _read_answers(year: Year, lines: Mapping[_Key, _Line]) -> None:
    first: _First = {}
    for school, row in year.rows("answers"):
        semester, content = year.semester(row["semester"]), year.content(row["content"], required=True)
        tally = _tally(year, row)
        if not (school and semester):
            continue
        if (school, semester) not in lines:
            _note_missing(year, row["semester"], school, semester)
        elif content and not year.is_twice(row["content"], first, (school, semester, content), f"trả lời về {content}"):
            lines[school, semester].answers.update({content: (tally, row)} if tally else {})


def _note_missing(year: Year, cell: Cell, school: str, semester: Semester) -> None:
    if "surveys" in year.book.sheets and year.book.is_incomplete("surveys"):
        return
    message = f"sheet Khảo sát chưa có dòng {semester} của trường {school}: thêm dòng đó (số phiếu phát ra, thu về)."
    with year.faults.concerning(school):
        year.faults.add("survey-missing", cell, message)


def _tally(year: Year, row: Row) -> Tally | None:
    counts = {key: year.faults.whole_number(row[key], least=0, required=True) for key in ("yes", "no", "unknown")}
    given = {key: count for key, count in counts.items() if count is not None}
    return Tally(**given, cells=places(row, *counts)) if len(given) == len(counts) else None


def _survey(year: Year, semester: Semester, line: _Line) -> Survey | None:
    faults, row = year.faults, line.row
    start, end = (year.day(row[key], required=True) for key in ("start", "end"))
    given_out, returned = (faults.whole_number(row[key], least=0, required=True) for key in ("given_out", "returned"))
    ratings = {rating: faults.whole_number(row[rating], least=0) for rating in Rating}
    own = {rating: count for rating, count in ratings.items() if count is not None}
    remarks = faults.text(row["remarks"]).splitlines()
    if start and end and end < start:
        message = (
            f"{row['end'].label} {short_date(end)} trước {row['start'].label.lower()} {short_date(start)}: sửa ngày."
        )
        faults.add("date-order", row["end"], message)
    if given_out is None or returned is None:
        return None
    fits = (_few(year, row["returned"], returned, given_out, "phiếu phát ra"), _counts_fit(year, line, own, returned))
    if not (all(fits) and start and end and start <= end):
        return None
    tallies, shares, said = _with_replies(line, own)
    return Survey(
        semester=semester,
        start=start,
        end=end,
        given_out=given_out,
        returned=returned,
        answers={content.code: tallies[content.code] for content in year.contents if content.code in tallies},
        ratings=shares,
        remarks=(*remarks, *said),
        cells={**places(row, "start", "end", "given_out", "returned", *own), **_rating_cells(line, own)},
    )


def _with_replies(
    line: _Line, own: Mapping[Rating, int]
) -> tuple[Mapping[str, Tally], Mapping[Rating, int], Iterable[str]]:
    """Answers, ratings and remarks, tallied by the school where it has done so, else by us."""
    answers = {code: tally for code, (tally, _) in line.answers.items()}
    if line.replies is None:
        return answers, own, ()
    return line.replies.tallies | answers, own or line.replies.ratings, line.replies.remarks


def _rating_cells(line: _Line, own: Mapping[Rating, int]) -> dict[str, Place]:
    """Where the ratings stand that the school has not counted itself."""
    replies = line.replies
    return {} if own or replies is None else dict.fromkeys(replies.ratings, replies.rating_place)


def _few(year: Year, cell: Cell, part: int, whole: int, of: str) -> bool:
    """Whether a count does not exceed another."""
    if part > whole:
        year.faults.add("count-exceeds", cell, f"{cell.label}: {part} nhiều hơn {whole} {of}. Sửa số sai.")
    return part <= whole


def _counts_fit(year: Year, line: _Line, own: Mapping[Rating, int], returned: int) -> bool:
    row, of = line.row, "phiếu thu về"
    fits = [_few(year, answers["content"], tally.total, returned, of) for tally, answers in line.answers.values()]
    if own:
        cell = next(row[rating] for rating in Rating if rating in own)
        fits.append(_few(year, cell, sum(own.values()), returned, f"{of} (tổng các mức đánh giá)"))
    if line.replies is not None:
        fits.append(_agree_with(year, line, line.replies, own, returned))
    return all(fits)


def _agree_with(year: Year, line: _Line, replies: Replies, own: Mapping[Rating, int], returned: int) -> bool:
    """Whether what the school has counted is what its sheets say."""
    wrong = {}
    if returned != replies.count:
        wrong[line.row["returned"]] = f"{returned}, sheet Phiếu trả lời có {replies.count} phiếu"
    for code, (tally, row) in line.answers.items():
        ours = replies.tallies.get(code) or Tally(yes=0, no=0, unknown=0)
        for key in ("yes", "no", "unknown"):
            if getattr(tally, key) != getattr(ours, key):
                wrong[row[key]] = f"{code} là {getattr(tally, key)}, đếm ở sheet Phiếu trả lời là {getattr(ours, key)}"
    for rating, count in own.items():
        if count != replies.ratings.get(rating, 0):
            ours_ = replies.ratings.get(rating, 0)
            wrong[line.row[rating]] = f"{count}, đếm ở sheet Phiếu trả lời là {ours_}"
    for cell, problem in wrong.items():
        year.faults.add("survey-differs", cell, f"{cell.label}: {problem}. Sửa số, hoặc bổ sung phiếu.")
    return not wrong
