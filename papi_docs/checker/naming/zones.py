"""A document parted into headers, titles, texts, endings, annexes and notes."""

from collections.abc import Iterator
from dataclasses import dataclass

from papi_docs.checker.naming.endings import Ending, find_endings
from papi_docs.checker.naming.headings import is_heading
from papi_docs.checker.naming.heads import Head, copy_head, find_heads
from papi_docs.checker.naming.pages import Pages
from papi_docs.checker.naming.patterns import begins_type
from papi_docs.checker.naming.pieces import Piece
from papi_docs.checker.naming.titles import is_annex_number, is_reference, name_title

__all__ = ["Zone", "zones_of"]

_REST = 12
_TITLE = 5
"""Lines of a title at most."""
_NEAR = 6
"""Pieces after an ending among which the title of what is attached must begin."""


@dataclass(frozen=True, slots=True)
class Zone:
    """Paragraphs from ``start`` up to ``end`` that are named by one method."""

    kind: str
    """``head``, ``title``, ``annex``, ``body``, ``ending``, ``rest`` or ``notes``."""
    start: int
    end: int
    headed: bool = True
    """A header stands above."""

    @property
    def indices(self) -> range:
        """Of its paragraphs."""
        return range(self.start, self.end)


def zones_of(pages: Pages) -> Iterator[Zone]:
    """The zones of a document, in reading order."""
    heads = find_heads(pages)
    endings = _clear(find_endings(pages, heads[0].end if heads else 0), heads)
    if endings:
        heads = sorted([*heads, *_copies(pages, heads, endings)], key=lambda head: head.start)
        endings = _clear(endings, heads)
    marks = [Zone("head", head.start, head.end) for head in heads]
    marks += [Zone("ending", ending.start, ending.end) for ending in endings]
    at = 0
    after = ""
    for mark in sorted(marks, key=lambda mark: mark.start):
        yield from _between(pages, at, mark.start, after)
        yield mark
        at, after = mark.end, mark.kind
    yield from _between(pages, at, len(pages), after)


def _clear(endings: list[Ending], heads: list[Head]) -> list[Ending]:
    """Endings that no header overlaps."""
    return [
        ending for ending in endings if not any(head.start < ending.end and ending.start < head.end for head in heads)
    ]


def _copies(pages: Pages, heads: list[Head], endings: list[Ending]) -> list[Head]:
    """Headers of copies between or after endings."""
    found: list[Head] = []
    for ending in endings:
        stop = min((head.start for head in heads if head.start >= ending.end), default=len(pages))
        found += [head for head in copy_head(pages, ending.end, min(stop, ending.end + 14)) if head.start >= ending.end]
    return found


def _between(pages: Pages, start: int, stop: int, after: str) -> Iterator[Zone]:
    """Titles, texts, annexes and notes of a stretch without header or ending."""
    if after == "ending" and (notes := _notes(pages, start, stop)) is not None:
        yield from _between(pages, start, notes, "ending")
        yield Zone("notes", notes, stop)
        return
    openings = _openings(pages, start, stop, after)
    for nth, opening in enumerate(openings):
        end = openings[nth + 1].start if nth + 1 < len(openings) else stop
        text = name_title(pages, opening.start, end, annex=opening.kind == "annex", headed=opening.headed).end
        yield Zone(opening.kind, opening.start, text, headed=opening.headed)
        yield from _text(pages, text, end)
    if not openings and (after != "ending" or _is_text(pages, start, stop)):
        yield from _text(pages, start, stop)
    elif not openings:
        yield Zone("rest", start, stop)


def _is_text(pages: Pages, start: int, stop: int) -> bool:
    """What follows an ending goes on as a document does: it is no mere address or stamp."""
    running = [index for index in range(start, stop) if not pages.paragraphs[index].cell and pages.pieces(index)]
    return len(running) > _REST or any(is_heading(pages.paragraphs[index].shown[:80]) for index in running)


def _text(pages: Pages, start: int, stop: int) -> Iterator[Zone]:
    notes = _notes(pages, start, stop)
    if start < (notes or stop):
        yield Zone("body", start, notes if notes is not None else stop)
    if notes is not None:
        yield Zone("notes", notes, stop)


def _notes(pages: Pages, start: int, stop: int) -> int | None:
    """Where the notes under a form begin: ``Ghi chú:`` on a line of its own."""
    for index in range(start, stop):
        pieces = pages.pieces(index)
        if len(pieces) == 1 and pieces[0].folded == "ghi chu" and pages.paragraphs[index].cell:
            return index
    return None


def _openings(pages: Pages, start: int, stop: int, after: str) -> list[Zone]:
    """Where titles begin: under a header, at the beginning of the file, at each annex."""
    first = _attached(pages, start, stop) if after == "ending" else start
    zones: list[Zone] = []
    if first is not None and first < stop:
        annexed = after == "ending" or (not after and _is_annexed(pages, first, stop))
        zones.append(Zone("annex" if annexed else "title", first, stop, headed=after == "head"))
    for index in range(start, stop):
        begins = index if _begins_annex(pages, index) else _over_reference(pages, index, start)
        if begins is not None and not (zones and _same_title(pages, zones[-1].start, begins)):
            zones.append(Zone("annex", begins, stop, headed=False))
    return zones


def _same_title(pages: Pages, opening: int, index: int) -> bool:
    """What begins here still belongs to the title that begins there."""
    between = pages.stretch(opening, index)
    return index <= opening or not between or (len(between) <= _TITLE and all(piece.centred for piece in between))


def _over_reference(pages: Pages, index: int, floor: int) -> int | None:
    """Where the title over ``(Kèm theo …)`` begins."""
    pieces = pages.pieces(index)
    if not pieces or not is_reference(pieces[0]) or not pages.is_layout(index):
        return None
    first, seen = index, 0
    for above in range(index - 1, max(floor, index - 10) - 1, -1):
        lines = pages.pieces(above)
        if not lines and first == index:
            continue
        if not lines or seen >= _TITLE or not pages.is_layout(above) or not all(_may_be_title(line) for line in lines):
            break
        first, seen = above, seen + 1
    return first if first < index else None


def _may_be_title(piece: Piece) -> bool:
    return piece.centred and len(piece.text) < 220 and not piece.text.endswith((";", "./."))


def _is_annexed(pages: Pages, start: int, stop: int) -> bool:
    """A file that holds an annex alone."""
    pieces = pages.stretch(start, min(stop, start + 20))[:5]
    return any(is_annex_number(piece) or is_reference(piece) for piece in pieces)


def _begins_annex(pages: Pages, index: int) -> bool:
    paragraph = pages.paragraphs[index]
    if len(paragraph.text) > 160 or not pages.is_layout(index):
        return False
    pieces = pages.pieces(index)
    return bool(pieces) and is_annex_number(pieces[0])


def _attached(pages: Pages, start: int, stop: int) -> int | None:
    """The title of what an ending is followed by, if that is no mere rest of the ending."""
    pieces = pages.stretch(start, min(stop, start + 40))[:_NEAR]
    if not pieces:
        return None
    if any(is_annex_number(piece) or is_reference(piece) or _is_title(piece) for piece in pieces[:4]):
        return pieces[0].paragraph.index
    return None


def _is_title(piece: Piece) -> bool:
    if not piece.centred or piece.capitals < 0.8:
        return False
    return bool(begins_type(piece.folded)) or len(piece.text) > 12
