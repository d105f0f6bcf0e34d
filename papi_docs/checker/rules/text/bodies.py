"""The rule of bodies and units that are no more on the day of the document."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Final

from papi_docs.checker.anatomy import Anatomy
from papi_docs.checker.rule import CannotTell, Observation, Rule
from papi_docs.checker.rules.text.citations import Citation, citations
from papi_docs.checker.rules.text.dates import known_since
from papi_docs.checker.rules.text.prose import UPPER, Passage, Seen, Slip, passages, say, sentence_around
from papi_docs.findings import Severity

__all__ = ["BODY_RULES", "Ended", "ended_bodies", "mentions"]

_UNIT: Final = r"\s+(?:huyện|quận|thị xã)\b"
_DISTRICT: Final = (
    rf"ubnd{_UNIT}",
    rf"hđnd{_UNIT}",
    rf"ủy ban nhân dân{_UNIT}",
    rf"uỷ ban nhân dân{_UNIT}",
    rf"hội đồng nhân dân{_UNIT}",
    r"phòng\s+(?:gd\s?[&-]?\s?đt|giáo dục và đào tạo)\b",
    r"pgd\s?[&-]?\s?đt\b",
    r"huyện\s+[ủu][yỷ]\b",
    r"thị\s+[ủu][yỷ]\b",
)
_NAMED: Final = (r"huyện\s+", r"thị xã\s+", r"quận\s+")
_TRIGGER: Final = re.compile(r"\b(?:tỉnh|bộ|sở|phòng|pgd|thành|huyện|thị|quận|ubnd|hđnd|ủy|uỷ|hội)")
_PROPER: Final = re.compile(rf"[{UPPER}]|\d{{1,2}}\b")
_NAME: Final = re.compile(rf"(?:\s+(?:(?:huyện|quận|thị xã|thành phố)\s+)?(?-i:[{UPPER}])[^\W\d_]*)*", re.IGNORECASE)
_HISTORY: Final = re.compile(
    r"\bcũ\b|trước (?:đây|khi)|nguyên\b|nay là|sáp nhập|sắp xếp|chuyển giao|bàn giao|tiếp nhận|hợp nhất|đổi tên|"
    r"giải thể|kết thúc hoạt động|chấm dứt|truyền thống|lịch sử|thành lập|giai đoạn|nhiệm kỳ|"
    r"\b(?:19\d\d|20[01]\d|202[0-5])\b",
    re.IGNORECASE,
)
_NO_OFFICE: Final = re.compile(
    r"(?:hội(?! đồng)|liên đoàn|liên hiệp|đoàn luật sư|câu lạc bộ|quỹ|công ty|tập đoàn|ngân hàng|hợp tác xã|báo)\b",
    re.IGNORECASE,
)
"""Whoever is no office keeps the name that it is registered by: ``Hội Nữ doanh nhân tỉnh Bình Thuận``."""
_HEAD_BODY: Final = re.compile(
    r"(?:ubnd|hđnd|(?:ủy|uỷ) ban nhân dân|hội đồng nhân dân|ubmttqvn|mttq|công an|bộ đội biên phòng)\s+$", re.IGNORECASE
)
"""Before a province: it is a body that acts, and no region."""
_ACTING: Final = re.compile(
    r"(?:^\s*|[.;:!?]\s+|[-–+•]\s*|\b(?:báo cáo|gửi|nộp|trình|đề nghị|kiến nghị|phối hợp|giao|xin ý kiến|tham mưu|"
    r"yêu cầu|mời|chỉ đạo của|hướng dẫn của|ý kiến của|phê duyệt của|quản lý của)(?: (?:với|cho|về|lên|đến|tới))?\s+)$",
    re.IGNORECASE,
)
"""Before a body that is to do something, or to be told something, from now on."""
_ACTORS: Final = frozenset("superior issuer place_and_date addressee recipients authority".split())
_TOLD: Final = frozenset("body point subject letter_subject article".split())


@dataclass(frozen=True, slots=True)
class Ended:
    """A way of naming bodies that are no more.

    Attributes:
        form: finds them in a text in small letters.
        since: the first day without them.
        new: what stands in their place, Vietnamese.
        decision: what ended them.
        named: whether a name in capitals, or a number, must follow.
        body: whether it names a body by itself, and no region.
    """

    form: re.Pattern[str]
    since: date
    new: str
    decision: str
    named: bool = False
    body: bool = False

    def end_in(self, text: str, small: str, place: int) -> int | None:
        """Where a naming that begins at a place ends, its own name included; ``None`` where there is none."""
        match = self.form.match(small, place)
        if match is None or (self.named and not _PROPER.match(text, match.end())):
            return None
        name = _NAME.match(text, place + len(match[0].rstrip()))
        return name.end() if name else match.end()


@cache
def ended_bodies() -> dict[str, tuple[Ended, ...]]:
    """Every way of naming a body that is no more, as ``data/ended_bodies.toml`` has it, by its first word."""
    data = tomllib.loads((files("papi_docs") / "data" / "ended_bodies.toml").read_text(encoding="utf-8"))
    rows: dict[str, list[Ended]] = {}
    for ended in (
        *_provinces(data["provinces"]),
        *_districts(data["districts"], data["cities"]),
        *_ministries(data["ministries"]),
    ):
        match = _TRIGGER.match(ended.form.pattern)
        rows.setdefault(match[0] if match else "", []).append(ended)
    return {word: tuple(ways) for word, ways in rows.items()}


def _spelled(*names: str) -> str:
    """A pattern of names in small letters, either place of their tone marks, any dash."""
    patterns = (re.escape(name.lower()).replace("hòa", "h(?:òa|oà)") for name in names)
    return "|".join(one.replace(r"\ \-\ ", r"\s?[-–]\s?").replace(r"\ ", r"\s+") for one in patterns)


def _provinces(table: dict[str, Any]) -> Iterator[Ended]:
    for old, new in table["new"].items():
        yield Ended(re.compile(rf"tỉnh\s+{_spelled(old)}\b"), table["from"], new, table["decision"])


def _districts(table: dict[str, Any], cities: dict[str, Any]) -> Iterator[Ended]:
    city = rf"thành phố\s+(?!(?:{_spelled(*cities['standing'])}|trực thuộc|thuộc)\b)"
    new = "cơ quan cấp xã hoặc cấp tỉnh (không còn cấp huyện)"
    for form in _DISTRICT:
        yield Ended(re.compile(form), table["from"], new, table["decision"], body=True)
    for form in (*_NAMED, city):
        yield Ended(re.compile(form), table["from"], new, table["decision"], named=True)


def _ministries(table: dict[str, Any]) -> Iterator[Ended]:
    for merged in table["merged"]:
        names, later = _spelled(merged["old"], *merged["short"]), table["departments_from"]
        ways = [("bộ", table["from"], f"Bộ {merged['new']}"), ("sở", later, f"Sở {merged['new']}")]
        if merged.get("offices"):
            ways.append(("phòng", later, "phòng chuyên môn của cấp xã"))
        for kind, since, new in ways:
            yield Ended(re.compile(rf"{kind}\s+(?:{names})(?![\w&])"), since, new, table["decision"], body=True)


def mentions(text: str, day: date) -> Iterator[tuple[int, int, Ended]]:
    """Bodies in a text that are no more on a day, each once, with where it is named."""
    small, last = text.lower(), 0
    if len(small) != len(text):
        return
    for trigger in _TRIGGER.finditer(small):
        if trigger.start() < last:
            continue
        for ended in ended_bodies().get(trigger[0], ()):
            end = ended.end_in(text, small, trigger.start()) if day >= ended.since else None
            if end is not None:
                last = end
                yield trigger.start(), end, ended
                break


def _slip(text: str, start: int, end: int, ended: Ended, severity: Severity) -> Slip:
    name = " ".join(text[start:end].split())
    since = f"{ended.since.day:02}/{ended.since.month}/{ended.since.year}"
    return Slip(start, end, f'"{name}" không còn từ ngày {since} ({ended.decision})', ended.new, severity)


def _as_actor(passage: Passage, day: date) -> Iterator[Seen]:
    """In the letterhead, among addressees and recipients: whoever stands there is to act."""
    text = passage.text
    for start, end, ended in mentions(text, day):
        item = re.split(r"[,;\n]", text[:start])[-1]
        if not (_NO_OFFICE.search(item) or _HISTORY.search(text[start : end + _NEAR])):
            yield Seen(passage.paragraph, _slip(text, start, end, ended, Severity.FAULT))


_FAR: Final = 60
"""Letters before a name that tell what it does there."""

_NEAR: Final = 24
"""Letters behind a name in which a word may say that it is an old one."""


def _as_told(passage: Passage, day: date) -> Iterator[Seen]:
    """As a body that acts, in a sentence that neither cites nor looks back."""
    text = passage.text
    cited = list(citations(text))
    for start, end, ended in mentions(text, day):
        if passage.quotes(start, end) or cited or _HISTORY.search(sentence_around(text, start)):
            continue
        if _acts(text[:start], ended):
            yield Seen(passage.paragraph, _slip(text, start, end, ended, Severity.WARNING))


def _acts(before: str, ended: Ended) -> bool:
    """Whether a naming behind a text is that of a body that acts, and no part of a longer name."""
    near = before[-_FAR:]
    head = None if ended.body else _HEAD_BODY.search(near)
    return (ended.body or head is not None) and bool(_ACTING.search(near[: head.start()] if head else near))


def _as_cited(passage: Passage, day: date) -> Iterator[Seen]:
    """As the issuer of a paper that is dated after its end."""
    cited = [one for one in citations(passage.text) if one.dated]
    for start, end, ended in mentions(passage.text, day):
        before = _last_before(cited, start)
        if (
            before
            and before.dated
            and before.dated >= ended.since
            and passage.text[before.reach : start].strip() in {"của", ", của"}
        ):
            yield Seen(passage.paragraph, _slip(passage.text, start, end, ended, Severity.WARNING))


def _last_before(cited: list[Citation], place: int) -> Citation | None:
    return next((one for one in reversed(cited) if one.reach <= place), None)


def _judge(rule: Rule, anatomy: Anatomy) -> Iterator[Observation | CannotTell]:
    day = known_since(anatomy)
    read = passages(anatomy)
    if day is None:
        actors = (one for one in read if one.role in _ACTORS and not one.placeholder)
        if any(True for one in actors for _ in mentions(one.text, date.max)):
            yield rule.unsure("Văn bản không có ngày, tháng, năm nên không biết cơ quan nêu trong đó còn hay không.")
        return
    if day < min(ended.since for ways in ended_bodies().values() for ended in ways):
        return
    seen = [one for passage in read if not passage.placeholder for one in _seen(passage, day)]
    yield from say(rule, seen)


def _seen(passage: Passage, day: date) -> Iterator[Seen]:
    if passage.role in _ACTORS:
        yield from _as_actor(passage, day)
    elif passage.role == "basis":
        yield from _as_cited(passage, day)
    elif passage.role in _TOLD:
        yield from _as_cited(passage, day)
        yield from _as_told(passage, day)


BODY_RULES: Final = (
    Rule(
        code="body-no-longer-exists",
        clause="I.II.2",
        severity=Severity.FAULT,
        element="text",
        title="Cơ quan, đơn vị hành chính nêu trong văn bản còn tồn tại vào ngày ban hành",
        explanation=(
            "Tên cơ quan ghi theo tên chính thức vào ngày ban hành. Từ 01/7/2025 không còn cấp huyện, còn 34 tỉnh, "
            "thành phố; từ 01/3/2025 một số bộ đã hợp nhất. Viện dẫn văn bản cũ thì giữ tên cũ."
        ),
        wrong="(năm 2026) Kính gửi: Phòng GDĐT huyện Tân Hồng",
        right="(năm 2026) Kính gửi: Ủy ban nhân dân xã Tân Hồng",
        judge=_judge,
    ),
)
"""Of bodies that are no more."""
