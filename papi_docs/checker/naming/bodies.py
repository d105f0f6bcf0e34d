"""The running text: bases, chapters, articles, headings, points and plain paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from papi_docs.checker.naming.chain import Choice, best_chain, logistic
from papi_docs.checker.naming.folding import fold
from papi_docs.checker.naming.headings import Numbered, numbered
from papi_docs.checker.naming.pages import Pages
from papi_docs.checker.naming.pieces import Piece, whole
from papi_docs.checker.written import Align, Paragraph
from papi_docs.decree30 import END_MARK

__all__ = ["Named", "name_body"]

_BASIS: Final = re.compile(r"^can cu\b")
_ASKED: Final = re.compile(r"^(?:(?:theo|xet) (?:de nghi|to trinh)|theo don)\b")
_SAID: Final = re.compile(r"^(?:tren co so|theo|xet|thuc hien|thi hanh|qua)\b")
_RESOLVED: Final = frozenset({"quyet dinh", "quyet nghi", "nghi quyet", "quyet dinh ve viec", "chi thi"})
_MOST_BASES: Final = 40
_FIRST: Final = 160
_SHORT: Final = 30
"""Letters that no basis is shorter than."""
_SET_APART: Final = 0.6
"""Certainty that a centred line is of the text, not a caption."""
_WIDE: Final = 100.0
_MERGED: Final = 140.0
"""Millimetres from which on a cell of several columns spans the page."""
_END: Final = re.compile(r"\s*(?P<mark>\.\s?/\s?\.|(?<!\d)/\.|(?<=[.\w])\./)\s*$")


@dataclass(frozen=True, slots=True)
class Named:
    """One stretch of the text, its role and how certain that is."""

    piece: Piece
    role: str
    certainty: float


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands about a line: the role above, the number of the next line, whether articles part the text."""

    above: str
    following: Numbered | None
    last: bool
    in_articles: bool


def name_body(pages: Pages, indices: Sequence[int]) -> list[Named]:
    """Roles of the paragraphs of one part of a document, such as its body or the body of an annex."""
    shown = [index for index in indices if _speaks(pages.paragraphs[index])]
    marks = [_mark(pages.paragraphs[index]) for index in shown]
    named: list[Named] = []
    bases = _bases(pages, shown, marks)
    in_articles = False
    for nth, (index, mark) in enumerate(zip(shown, marks, strict=True)):
        piece = whole(pages.paragraphs[index])
        if nth < len(bases) and bases[nth].state == "basis":
            named.append(Named(piece, "basis", bases[nth].certainty))
            continue
        in_articles = in_articles or (mark is not None and mark.kind == "article")
        last = nth + 1 == len(shown)
        above = named[-1].role if named else ""
        named += _named(piece, mark, _Around(above, None if last else marks[nth + 1], last, in_articles))
    return _with_end_marks(named)


def _mark(paragraph: Paragraph) -> Numbered | None:
    return numbered(paragraph.shown[:_FIRST]) or (numbered(paragraph.label) if paragraph.label else None)


def _speaks(paragraph: Paragraph) -> bool:
    """Of the running text: not in a table but for one as wide as the page, not in a box, not a mere rule."""
    text = paragraph.text
    if paragraph.boxed or not _says(text):
        return False
    cell = paragraph.cell
    if cell is None or cell.bordered:
        return cell is None
    return (cell.width or 0) > (_WIDE if cell.columns == 1 else _MERGED)


def _says(text: str) -> bool:
    return any(letter.isalnum() for letter in text) or "…" in text or "..." in text or text.strip() == END_MARK


def _bases(pages: Pages, shown: Sequence[int], marks: Sequence[Numbered | None]) -> list[Choice]:
    """Which of the first paragraphs are bases: before anything numbered."""
    first = next((nth for nth, mark in enumerate(marks) if mark), len(shown))
    leading = [whole(pages.paragraphs[index]) for index in shown[: min(first, _MOST_BASES)]]
    resolved = next((nth for nth, piece in enumerate(leading) if _resolves(piece)), 0)
    return best_chain([_basis_evidence(piece, before=nth < resolved) for nth, piece in enumerate(leading)], _basis_step)


def _resolves(piece: Piece) -> bool:
    """``QUYẾT ĐỊNH:`` over the articles."""
    return piece.text[:3].isupper() and fold(piece.text[:40]) in _RESOLVED and piece.capitals > 0.8


def _basis_evidence(piece: Piece, *, before: bool) -> dict[str, float]:
    """For one paragraph; ``before`` says that the line that decides stands below."""
    text = piece.text
    if _BASIS.match(piece.folded):
        score = 3.5
    elif _ASKED.match(piece.folded):
        score = 1.0
    elif _SAID.match(piece.folded):
        score = -1.5
    else:
        score = -4.0
    score += 1.5 if text.endswith(";") else 0.5 if text.endswith((",", ".")) else -4.5 if text.endswith(":") else 0
    score += 3.0 if before and _SAID.match(piece.folded) else 0
    score += 0.7 if piece.italic > 0.7 else 0
    score += 4.5 if before and piece.italic > 0.7 and not piece.centred and len(text) > _SHORT else 0
    return {"basis": score, "body": 1.0}


def _basis_step(before: str, after: str) -> float:
    if after == "basis":
        return {"basis": 1.5, "": 0.5}.get(before, -2.5)
    return 0.0


def _named(piece: Piece, mark: Numbered | None, around: _Around) -> list[Named]:
    if _resolves(piece):
        return [Named(piece, "decider", 0.95)]
    if around.above in {"chapter", "chapter_title"} and _is_chapter_title(piece, mark, around.above):
        return [Named(piece, "chapter_title", 0.9 if piece.capitals > 0.8 else 0.7)]
    if mark is not None and mark.kind == "chapter":
        return _chapter(piece, mark)
    return [_line(piece, mark, around)]


def _line(piece: Piece, mark: Numbered | None, around: _Around) -> Named:
    if mark is None:
        return Named(piece, "body", _SET_APART if piece.paragraph.align is Align.CENTRE else 0.95)
    if mark.kind in {"roman", "letter"}:
        return _first_level(piece, mark)
    if mark.kind in {"arabic", "deeper"}:
        return _second_level(piece, mark, around)
    return Named(piece, mark.kind, 0.97)


def _is_chapter_title(piece: Piece, mark: Numbered | None, last: str) -> bool:
    if mark is not None and mark.kind in {"article", "chapter"}:
        return False
    if last == "chapter_title":
        return piece.capitals > 0.8 and piece.centred
    return piece.centred or piece.capitals > 0.8


def _chapter(piece: Piece, mark: Numbered) -> list[Named]:
    """A chapter, and its title where that stands in the same paragraph."""
    if not mark.rest:
        of_label = bool(piece.paragraph.label) and numbered(piece.text) is None
        return [Named(piece, "chapter_title" if of_label else "chapter", 0.8 if of_label else 0.97)]
    at = piece.text.rfind(mark.rest)
    if at <= 0:
        return [Named(piece, "chapter", 0.6)]
    first, second = piece.cut(at)
    certainty = 0.9 if mark.rest.isupper() or piece.centred else 0.55
    return [Named(first, "chapter", certainty), Named(second, "chapter_title", certainty - 0.05)]


def _first_level(piece: Piece, mark: Numbered) -> Named:
    capitals = mark.rest.isupper() or piece.capitals > 0.8
    score = 2.5 if mark.kind == "roman" else 0.5
    score += (2.0 if capitals else -0.5) + (1.5 if piece.bold > 0.7 else -0.5)
    score -= (1.5 if len(mark.rest) > 120 else 0) + (3.0 if len(mark.rest) > 220 else 0)
    score -= 1.5 if mark.rest.endswith((".", ";")) and not capitals else 0
    role = "heading_1" if score > 0 else "body"
    certainty = logistic(abs(score))
    return Named(piece, role, min(certainty, 0.7) if mark.kind == "letter" else certainty)


def _second_level(piece: Piece, mark: Numbered, around: _Around) -> Named:
    score = _title_score(piece, mark) + _content_score(mark, around)
    if around.in_articles:
        score -= 4.0 if piece.bold < 0.7 else 0
    certainty = logistic(abs(score))
    if score > 0:
        return Named(piece, "heading_2", min(certainty, 0.7) if mark.kind == "deeper" else certainty)
    return Named(piece, "point", certainty)


def _title_score(piece: Piece, mark: Numbered) -> float:
    """How much the words after a number are a title and no sentence."""
    words = len(mark.rest.split()) if len(piece.text) < _FIRST else 99
    score = 1.5 if words <= 12 else 0.5 if words <= 20 else -2.0 if words <= 40 else -4.5
    text = piece.text
    score += {";": -4.0, ".": -1.5, ",": -3.0, ":": 0.3}.get(text[-1:], 1.0)
    score += 2.5 if piece.bold > 0.85 else -0.7
    score -= 2.5 if re.search(r":\s+\S", text) and piece.bold < 0.95 else 0
    return score - (2.0 if mark.rest[:1].islower() else 0)


def _content_score(mark: Numbered, around: _Around) -> float:
    """Whether content follows that a title would head."""
    following = around.following
    if around.last:
        return -1.0
    if following is None or following.kind in {"point", "deeper"}:
        return 1.2
    if following.kind == mark.kind:
        return -2.0 if _is_next(mark.number, following.number) else 1.0
    return -0.5


def _is_next(number: str, following: str) -> bool:
    first, second = number.rpartition(".")[2], following.rpartition(".")[2]
    return first.isdigit() and second.isdigit() and int(second) == int(first) + 1


def _with_end_marks(named: list[Named]) -> list[Named]:
    """The last stretch that closes with an end mark, parted from it."""
    for nth in range(len(named) - 1, max(-1, len(named) - 8), -1):
        piece = named[nth].piece
        match = _END.search(piece.text)
        if match and named[nth].role in {"body", "point", "article", "heading_2", "basis"}:
            text, mark = piece.cut(match.start("mark"))
            kept = [] if text.start >= text.end else [Named(text, named[nth].role, named[nth].certainty)]
            return [*named[:nth], *kept, Named(mark, "end_mark", 0.97), *named[nth + 1 :]]
    return named
