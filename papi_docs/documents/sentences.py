"""Sentences of a report, as a careful clerk writes them.

None, one, some, all, none due yet and not measured are sentences of their own; no share stands without what
it is a share of. Every figure is noted in the ledger with its cells.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from papi_docs.documents.figures import Cells, Ledger
from papi_docs.documents.progress import Counted, Timed
from papi_docs.vietnamese import count, percent

__all__ = [
    "ANSWERS",
    "REMEDIES",
    "TASKS",
    "Clerk",
    "Wording",
    "capitalised",
    "naming",
    "own_words",
    "room",
    "shortened",
    "since_semester_1_sentence",
    "timed_sentences",
]

_LONGEST_NAME = 160
_DOTS_A_LINE = 30
_MOST_NAMED = 9


@dataclass(frozen=True, slots=True)
class Clerk:
    """Writes figures, and notes each in the ledger: once, however often a report repeats it."""

    ledger: Ledger

    def count(self, label: str, counted: Counted) -> str:
        """``09``."""
        return self.ledger.note_once(label, count(counted.number), counted.told_by)

    def share(self, label: str, part: Counted, whole: Counted) -> str:
        """``86,7%``; the whole is not none."""
        text = percent(part.number, whole.number)
        return self.ledger.note_once(label, text, lambda: (*part.cells, *whole.cells))

    def note(self, label: str, text: str, cells: Cells) -> str:
        """Any other figure."""
        return self.ledger.note_once(label, text, cells)


@dataclass(frozen=True, slots=True)
class Wording:
    """How sentences speak of things with a deadline."""

    noun: str
    whole: str
    """What they all belong to, behind the noun."""
    verb: str
    """What is done with them."""
    timely: bool = True
    """Whether it is known if they were done in time."""

    @property
    def all_of_them(self) -> str:
        """``nhiệm vụ của kế hoạch``."""
        return f"{self.noun} {self.whole}"


TASKS = Wording("nhiệm vụ", "của kế hoạch", "hoàn thành")
ANSWERS = Wording("phản ánh, kiến nghị", "đã tiếp nhận", "trả lời")
REMEDIES = Wording("yêu cầu khắc phục", "nêu ra qua kiểm tra", "khắc phục", timely=False)


def timed_sentences(clerk: Clerk, timed: Timed, wording: Wording, as_of: str) -> str:
    """How many were done, how many of them in time, and what is left; there is at least one.

    Args:
        clerk: writes the figures.
        timed: what is counted.
        wording: what it is called.
        as_of: ``Tính đến ngày 30/5/2022``.
    """
    if timed.done.number == 0:
        return f"{as_of}, {_nothing_done(clerk, timed, wording)} {_nothing_done_so(clerk, timed, wording)}"
    done = f"{as_of}, nhà trường đã {_done(clerk, timed, wording)}{_in_time(clerk, timed, wording)}."
    return f"{done} {_rest(clerk, timed, wording)}" if timed.rest.number else done


def _label(wording: Wording, what: str) -> str:
    return f"{capitalised(wording.noun)}: {what}"


def _total(clerk: Clerk, timed: Timed, wording: Wording) -> str:
    return clerk.count(_label(wording, "tổng số"), timed.total)


def _nothing_done(clerk: Clerk, timed: Timed, wording: Wording) -> str:
    total = _total(clerk, timed, wording)
    if timed.total.number == 1:
        return f"{total} {wording.all_of_them} chưa được ghi nhận {wording.verb}."
    return f"chưa ghi nhận {wording.noun} nào được {wording.verb} trong tổng số {total} {wording.all_of_them}."


def _nothing_done_so(clerk: Clerk, timed: Timed, wording: Wording) -> str:
    noun = wording.noun
    if timed.total.number == 1:
        return f"{capitalised(noun)} này {'đã' if timed.due.number else 'chưa'} đến hạn."
    if timed.due.number == 0:
        return f"Chưa có {noun} nào đến hạn."
    if timed.pending.number == 0:
        return f"Tất cả {noun} này đều đã đến hạn."
    return f"Trong đó, {_due_and_pending(clerk, timed, wording)}."


def _due_and_pending(clerk: Clerk, timed: Timed, wording: Wording) -> str:
    due = clerk.count(_label(wording, f"đã đến hạn, chưa {wording.verb}"), timed.due)
    pending = clerk.count(_label(wording, f"chưa đến hạn, chưa {wording.verb}"), timed.pending)
    return f"{due} {wording.noun} đã đến hạn, {pending} {wording.noun} chưa đến hạn"


def _done(clerk: Clerk, timed: Timed, wording: Wording) -> str:
    total = _total(clerk, timed, wording)
    if timed.total.number == 1:
        return f"{wording.verb} {total} {wording.noun} duy nhất {wording.whole}"
    share = clerk.share(_label(wording, f"tỷ lệ {wording.verb}"), timed.done, timed.total)
    if timed.rest.number == 0:
        return f"{wording.verb} toàn bộ {total} {wording.all_of_them} ({share})"
    done = clerk.count(_label(wording, f"đã {wording.verb}"), timed.done)
    return f"{wording.verb} {done} trong tổng số {total} {wording.all_of_them} ({share})"


def _in_time(clerk: Clerk, timed: Timed, wording: Wording) -> str:
    if not wording.timely:
        return ""
    every = "" if timed.done.number == 1 else "tất cả đều "
    if timed.late.number == 0:
        return f", {every}đúng thời hạn"
    if timed.on_time.number == 0:
        return f", {every}chậm so với thời hạn"
    on_time = clerk.count(_label(wording, "đúng thời hạn"), timed.on_time)
    late = clerk.count(_label(wording, "chậm so với thời hạn"), timed.late)
    return f", trong đó {on_time} {wording.noun} đúng thời hạn, {late} {wording.noun} chậm so với thời hạn"


def _rest(clerk: Clerk, timed: Timed, wording: Wording) -> str:
    rest = clerk.count(_label(wording, f"chưa {wording.verb}"), timed.rest)
    left = f"Còn {rest} {wording.noun} chưa {wording.verb}"
    every = "" if timed.rest.number == 1 else "đều "
    if timed.due.number == 0:
        return f"{left}, {every}chưa đến hạn."
    if timed.pending.number == 0:
        return f"{left}, {every}đã đến hạn."
    return f"{left}, trong đó {_due_and_pending(clerk, timed, wording)}."


def since_semester_1_sentence(clerk: Clerk, before: Counted, now: Counted) -> str:
    """How the done tasks of the year fall to its halves; something was done."""
    more = now - before
    if before.number == 0:
        return f"Các nhiệm vụ này đều hoàn thành trong {_SECOND}; trong {_FIRST} chưa hoàn thành nhiệm vụ nào."
    first = clerk.count("Nhiệm vụ: hoàn thành trong học kỳ I", before)
    if more.number == 0:
        return f"So với {_FIRST} ({first} nhiệm vụ hoàn thành), {_SECOND} không có thêm nhiệm vụ hoàn thành."
    second = clerk.count("Nhiệm vụ: hoàn thành trong học kỳ II", more)
    return f"Trong số đó, {first} nhiệm vụ hoàn thành trong {_FIRST}, {second} nhiệm vụ hoàn thành trong {_SECOND}."


_FIRST, _SECOND = "học kỳ I", "học kỳ II"


def capitalised(text: str) -> str:
    """With a capital at its beginning."""
    return text[:1].upper() + text[1:]


@lru_cache(1 << 10)
def shortened(text: str) -> str:
    """A name on one line, as running text can bear it: a very long one loses its end."""
    line = " ".join(text.split()).rstrip(" .;,")
    if len(line) <= _LONGEST_NAME:
        return line
    return f"{line[:_LONGEST_NAME].rpartition(' ')[0] or line[:_LONGEST_NAME]}…"


def naming(names: Iterable[str]) -> str:
    """The end of a sentence: ``: a; b; c.``; where there are many, an annex names them."""
    found = list(names)
    return f": {'; '.join(found)}." if len(found) <= _MOST_NAMED else "."


def own_words(texts: Iterable[str]) -> tuple[str, ...]:
    """The school's own words, a line each, without the dash or plus that was typed before it."""
    lines = (line.lstrip("-–•+* ").strip() for text in texts for line in text.splitlines())
    return tuple(line for line in lines if line)


def room(lines: int) -> tuple[str, ...]:
    """Dotted lines to write on by hand."""
    return ("…" * _DOTS_A_LINE,) * lines
