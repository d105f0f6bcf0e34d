"""Rules of numbering: parts, chapters, headings, articles, clauses and points follow one another (I.II.6)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from papi_docs.checker.anatomy import Anatomy
from papi_docs.checker.rule import ADMINISTRATIVE, Observation, Rule
from papi_docs.checker.rules.text.prose import Passage, Seen, Slip, passages, say
from papi_docs.findings import Severity
from papi_docs.vietnamese import parse_roman, roman

__all__ = ["NUMBERING_RULES", "Item", "item_of", "mark_slip", "order_slips"]

_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""Every letter that a list may hold, those foreign to Vietnamese too."""
_FOREIGN: Final = frozenset("fjwz")
_UNUSED: Final = frozenset("ăâêôơư") | _FOREIGN
"""Letters that a right list may leave out: papers go from a to b, and from e to g."""

_NEXT_WORD: Final = r"\s*(?=[\"“(]?[^\W\d_])"
_FORMS: Final = (
    ("part", re.compile(r"(?:PHẦN|Phần)\s+(?:thứ\s+)?(?P<roman>[IVXL]+)\b")),
    ("chapter", re.compile(r"(?:CHƯƠNG|Chương)\s+(?P<roman>[IVXL]+)\b")),
    ("section", re.compile(r"(?:MỤC|Mục)\s+(?P<figure>\d{1,2})(?=\s*[.:]?\s*(?:$|\n|[A-ZĐ]{2}))")),
    ("article", re.compile(r"(?:ĐIỀU|Điều)\s+(?P<figure>\d{1,3})\s*(?P<close>[.:)/](?!\d)|[-–](?=\s))")),
    (
        "decimal",
        re.compile(rf"(?P<path>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?P<close>[.)/]?)(?:\s+|(?<=[.)/])){_NEXT_WORD}"),
    ),
    ("roman", re.compile(rf"(?!V/v)(?P<roman>[IVXL]{{1,7}})\s?(?P<close>[.)/:]|\s?[-–](?=\s)){_NEXT_WORD}")),
    ("figure", re.compile(rf"(?P<figure>\d{{1,3}})(?P<close>[.)/]|\s?[-–](?=\s)){_NEXT_WORD}")),
    ("letter", re.compile(rf"(?P<letter>[a-zđăâêôơư])(?P<close>[.)/]){_NEXT_WORD}")),
    ("capital", re.compile(rf"(?!V/v)(?P<letter>[A-ZĐ])(?P<close>[.)/]){_NEXT_WORD}")),
)
_DEPTH: Final = {"part": 0, "chapter": 1, "section": 2, "article": 3}
_RESTARTING: Final = frozenset({"figure", "letter", "capital", "decimal"})
"""Lists that begin anew under headings which bear no number."""

_FARTHEST: Final = 10
"""A figure farther off than this belongs to no list: a year, a sum, a street."""

_LISTED: Final = frozenset("basis body point heading_1 heading_2 article chapter chapter_title".split()) | {""}
_BREAKS: Final = frozenset("type annex_number annex_title recipients_label authority national_name".split())


@dataclass(frozen=True, slots=True)
class Item:
    """The number that a paragraph begins with."""

    kind: str
    number: int
    """Its place in its list, from 1; of a letter, its place in the alphabet."""
    mark: str
    """As it is printed: ``"1."``, ``"đ)"``, ``"Điều 5."``."""
    close: str = ""
    path: tuple[int, ...] = ()
    """Of ``1.2.3``: ``(1, 2)``, that is what it stands under."""

    @property
    def key(self) -> tuple[str, object]:
        """What its list is known by: a list has one kind of number, closed by one kind of mark."""
        return (self.kind, len(self.path)) if self.kind == "decimal" else (self.kind, self.close)

    @property
    def letter(self) -> str:
        """Its letter, in lower case."""
        return self.mark[0].lower()


def item_of(text: str, label: str = "") -> Item | None:
    """The number that a paragraph begins with, typed or automatic; ``None`` for other text."""
    whole = f"{label.strip()} {text.lstrip() or 'x'}" if label.strip() else text.lstrip()
    for kind, form in _FORMS:
        match = form.match(whole)
        if match:
            return _item(kind, match)
    return None


def _item(kind: str, match: re.Match[str]) -> Item | None:
    groups = match.groupdict()
    close = (groups.get("close") or "").strip()
    if path := groups.get("path"):
        *above, last = (int(figure) for figure in path.split("."))
        return Item(kind, last, match[0].strip(), close, tuple(above))
    if letter := groups.get("letter"):
        return Item(kind, _ALPHABET.index(letter.lower()) + 1, match[0].strip(), close)
    if roman := groups.get("roman"):
        try:
            return Item(kind, parse_roman(roman), match[0].strip(), close)
        except ValueError:
            return None
    return Item(kind, int(groups["figure"]), match[0].strip(), close)


@dataclass(slots=True)
class _Open:
    """A list that has begun and not ended."""

    item: Item


@dataclass(slots=True)
class _Lists:
    """The lists that stand open, outer before inner."""

    stack: list[_Open] = field(default_factory=list)
    articles: _Open | None = None

    def take(self, item: Item) -> Slip | None:
        """What is wrong with the next item, which then stands open."""
        if item.kind == "article":
            return self._take_article(item)
        place = self._place(item)
        if place is None:
            self._begin(item)
            return None
        last = self.stack[place].item
        if item.number == 1 and (last.number != 1 or item.kind in _RESTARTING):
            self.stack.append(_Open(item))
            return None
        slip = _order(last, item)
        if slip is None and item.kind == "figure" and abs(item.number - last.number) > _FARTHEST:
            return None
        del self.stack[place + 1 :]
        self.stack[place].item = item
        return slip

    def _take_article(self, item: Item) -> Slip | None:
        slip = _order(self.articles.item, item) if self.articles and item.number != 1 else None
        self.articles = _Open(item)
        self.stack = [one for one in self.stack if one.item.kind in _DEPTH]
        return slip

    def _begin(self, item: Item) -> None:
        if item.kind in _DEPTH:
            self.stack = [one for one in self.stack if _DEPTH.get(one.item.kind, 9) < _DEPTH[item.kind]]
        self.stack.append(_Open(item))

    def _place(self, item: Item) -> int | None:
        """Where the list of an item stands open: the innermost that it goes on, else the innermost of its key."""
        same = [place for place, one in enumerate(self.stack) if one.item.key == item.key]
        if item.kind == "decimal":
            same = [place for place in same if self.stack[place].item.path == item.path]
        going_on = [place for place in same if _order(self.stack[place].item, item) is None]
        return next(reversed(going_on or same), None)


def _order(last: Item, item: Item) -> Slip | None:
    """What is wrong with an item after the last one of its list; the spot is for the caller to say."""
    if item.kind in {"letter", "capital"}:
        return _letter_order(last, item)
    if item.number == last.number + 1:
        return None
    if item.kind == "figure" and abs(item.number - last.number) > _FARTHEST:
        return None
    right = last.number + 1
    shown = _like(item, right)
    if item.number == last.number:
        return Slip(0, 0, f'"{item.mark}" lặp lại', f'"{shown}"')
    what = "thiếu số ở giữa" if item.number > last.number else "sai thứ tự"
    return Slip(0, 0, f'"{item.mark}" sau "{last.mark}": {what}', f'"{shown}"')


def _letter_order(last: Item, item: Item) -> Slip | None:
    between = _ALPHABET[last.number : item.number - 1]
    if item.number > last.number and all(letter in _UNUSED for letter in between):
        return None
    right = next((letter for letter in _ALPHABET[last.number :] if letter not in _UNUSED), "")
    shown = right.upper() if item.mark[0].isupper() else right
    if item.number == last.number:
        return Slip(0, 0, f'"{item.mark}" lặp lại', f'"{shown}{item.close}"')
    what = f'thiếu "{shown}{item.close}"' if item.number > last.number else "sai thứ tự"
    return Slip(0, 0, f'"{item.mark}" sau "{last.mark}": {what}', f'"{shown}{item.close}"')


def _like(item: Item, number: int) -> str:
    """The mark of an item with another number."""
    if item.kind in {"roman", "part", "chapter"}:
        return re.sub(r"[IVXL]+(?=\W*$)", roman(number), item.mark)
    return re.sub(r"\d+(?=\D*$)", str(number), item.mark)


def order_slips(items: Iterable[tuple[Item | None, bool]]) -> list[tuple[int, Slip]]:
    """What is wrong in a row of items, each with whether the lists before it end there, by its place."""
    lists, found = _Lists(), []
    for place, (item, breaks) in enumerate(items):
        if breaks:
            lists = _Lists()
        slip = lists.take(item) if item else None
        if slip:
            found.append((place, slip))
    return found


def _items(anatomy: Anatomy) -> Iterator[tuple[Passage, Item | None, bool]]:
    """The numbers of the running text; an automatic letter or figure counts as a typed one."""
    for passage in passages(anatomy):
        paragraph, breaks = passage.paragraph, passage.role in _BREAKS
        listed = passage.role in _LISTED and not (passage.tabular or passage.placeholder or passage.quotes(0, 1))
        item = item_of(passage.text, paragraph.label) if listed else None
        if item or breaks:
            yield passage, item, breaks


def _judge_order(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    rows = list(_items(anatomy))
    for place, slip in order_slips((item, breaks) for _, item, breaks in rows):
        passage, item, _ = rows[place]
        severity = None if item and item.kind != "decimal" else Severity.WARNING
        yield rule.observe(_spot(passage, item, slip).spot, slip.found, slip.wanted, severity=severity)


def _spot(passage: Passage, item: Item | None, slip: Slip) -> Seen:
    """The slip at the mark of an item, as far as the mark is typed."""
    start = len(passage.text) - len(passage.text.lstrip())
    typed = item is not None and passage.text.startswith(item.mark, start)
    end = start + len(item.mark) if item and typed else len(passage.text)
    return Seen(passage.paragraph, Slip(start, end, slip.found, slip.wanted, slip.severity))


def _judge_letters(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    """Points named with letters that Vietnamese does not have."""
    seen = [
        _spot(passage, item, Slip(0, 0, f'điểm "{item.mark}"', "chữ cái tiếng Việt (a, b, c, d, đ, e, g, h, i, k…)"))
        for passage, item, _ in _items(anatomy)
        if item and item.kind == "letter" and item.letter in _FOREIGN
    ]
    yield from say(rule, seen)


def mark_slip(item: Item) -> Slip | None:
    """A number closed in a way that the decree does not have: ``a/``, ``1/``, ``I/``, ``a.``, ``Điều 2:``."""
    if item.kind == "letter" and item.close != ")":
        return Slip(0, 0, f'"{item.mark}"', f'"{item.letter})"')
    if item.kind == "article" and item.close != ".":
        return Slip(0, 0, f'"{item.mark}"', f'"{item.mark.removesuffix(item.close).strip()}."')
    if item.kind in {"figure", "roman"} and item.close not in {".", ")"}:
        bare = item.mark.removesuffix(item.close).strip()
        return Slip(0, 0, f'"{item.mark}"', f'"{bare}."')
    return None


def _judge_marks(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    """One observation for each way of closing a number that the decree does not have.

    One such number may be anything; but in a paper of articles an article is an article.
    """
    has_articles = bool(anatomy.of("article"))
    kinds: dict[tuple[str, object], list[Seen]] = {}
    for passage, item, _ in _items(anatomy):
        slip = mark_slip(item) if item else None
        if item and slip and (item.kind != "article" or has_articles):
            kinds.setdefault(item.key, []).append(_spot(passage, item, slip))
    for (kind, _), seen in kinds.items():
        if len(seen) > 1 or kind == "article":
            yield from say(rule, seen, "all")


NUMBERING_RULES: Final = (
    Rule(
        code="numbering-out-of-order",
        clause="I.II.6",
        severity=Severity.FAULT,
        element="body",
        title="Số thứ tự phần, mục, điều, khoản, điểm liên tục, không lặp, không thiếu",
        explanation=(
            "Các đề mục cùng cấp đánh số liên tục; điểm theo thứ tự a, b, c, d, đ, e, g, h, i, k, l, m, n, o, p, q, r, "
            "s, t, u, v, x, y. Đánh lại số cho đúng, chú ý chữ đ sau d và các mục chép từ văn bản khác."
        ),
        wrong="III. Giải pháp … III. Tổ chức thực hiện",
        right="III. Giải pháp … IV. Tổ chức thực hiện",
        judge=_judge_order,
    ),
    Rule(
        code="point-letter-not-vietnamese",
        clause="I.II.6",
        severity=Severity.FAULT,
        element="body",
        title="Điểm dùng chữ cái tiếng Việt: không có f, j, w, z",
        explanation=(
            "Thứ tự các điểm dùng chữ cái theo bảng chữ cái tiếng Việt. Số tự động của Word theo chữ cái tiếng Anh: "
            "gõ chữ bằng tay hoặc đổi thành đ, g, k…"
        ),
        wrong="e) …; f) …",
        right="e) …; g) …",
        judge=_judge_letters,
        forms=ADMINISTRATIVE,
    ),
    Rule(
        code="item-mark-not-of-decree",
        clause="I.II.6",
        severity=Severity.WARNING,
        element="body",
        title='Sau số có dấu chấm "1.", "Điều 1.", sau chữ cái có dấu đóng ngoặc "a)"',
        explanation="Sau số thứ tự của mục, điều, khoản có dấu chấm; sau chữ cái của điểm có dấu đóng ngoặc đơn.",
        wrong="Điều 2: …; 1/ …; a/ …",
        right="Điều 2. …; 1. …; a) …",
        judge=_judge_marks,
    ),
)
"""Of numbering."""
