"""A copy of a judged file with a Word comment at the spot of every observation; its text is the same."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, cast

from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from papi_docs.checker.mending.copying import Copy
from papi_docs.checker.mending.errors import CannotMend
from papi_docs.checker.mending.letters import runs_between
from papi_docs.checker.reading import read
from papi_docs.checker.report import Report
from papi_docs.checker.rule import Observation, Spot
from papi_docs.checker.written import Paragraph, Written
from papi_docs.decree30 import CLAUSES
from papi_docs.errors import CheckError, UsageError
from papi_docs.findings import Finding, Place, Severity
from papi_docs.package import write_whole

__all__ = ["annotate", "put"]

_AUTHOR: Final = "papi_docs"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NO_COMMENTS: Final = f'<w:comments xmlns:w="{_W[1:-1]}"/>'.encode()


def annotate(report: Report, out: str | Path, *, overwrite: bool = False) -> Path:
    """Write a copy of the judged file with the observations as comments by ``papi_docs``.

    A comment stands at the words that are meant; at the paragraph that holds the text box for words in one;
    at the first paragraph for the page as a whole, headers, footers and notes. Comments and tracked changes that
    are there stay. The same report gives the same bytes.

    Args:
        report: what :func:`papi_docs.check` gave; its file is read again.
        out: the copy, a ``.docx`` file.
        overwrite: replace a file that is there and differs.

    Raises:
        FileExistsError: there is another file, and ``overwrite`` is false.
        UsageError: ``out`` is the judged file itself, or that was changed after it was judged.
        CheckError: the file cannot be copied with comments.
        OSError: the folder cannot be written to.
    """
    path = Path(out)
    if path.exists() and path.samefile(report.path):
        raise UsageError(f'"{path}" là tệp đang xét: chọn tên khác cho bản chú thích')
    put(path, _annotated(report), overwrite=overwrite)
    return path


def put(path: Path, data: bytes, *, overwrite: bool) -> None:
    """Write a copy, unless just that stands there already.

    Raises:
        FileExistsError: there is another file, and ``overwrite`` is false.
        OSError: the folder cannot be written to.
    """
    if not path.exists() or path.read_bytes() != data:
        write_whole(path, data, overwrite=overwrite)


def _annotated(report: Report) -> bytes:
    written = read(report.path)
    if written != report.anatomy.written:
        raise UsageError(f'"{report.path}" đã thay đổi sau khi xét: xét lại rồi chú thích')
    try:
        copy = Copy(report.path.read_bytes())
    except CannotMend as why:
        finding = Finding("document-not-copied", Severity.FAULT, f"{why}.", Place(str(report.path)))
        raise CheckError(f"Không chú thích được {report.path.name}.", [finding]) from why
    # Found before the first mark: those move what stands after them.
    places = [(*pair, *_place(copy, written, pair[1])) for pair in _spots(report)] if written.paragraphs else []
    comments = _Comments(copy)
    for seen, spot, twin, paragraph in places:
        _mark(_stretch(twin, paragraph, spot), comments.add(_words(seen, spot)))
    return copy.to_bytes()


def _spots(report: Report) -> Iterator[tuple[Observation, Spot]]:
    return ((seen, spot) for seen in report for spot in (seen.spot, *seen.others))


def _words(seen: Observation, spot: Spot) -> list[str]:
    """Lines of a comment."""
    what = f"{seen.element}, {seen.severity}: {seen.found}."
    quote = [f'Ở: "{spot.quote}".'] if spot.quote else []
    return [what, f"Đúng là: {seen.wanted}.", *quote, f"{CLAUSES[seen.clause]} [{seen.code}]"]


class _Comments:
    """The part that holds what comments say, made where it is missing."""

    def __init__(self, copy: Copy) -> None:
        if not copy.related(_RELATION):
            copy.add(copy.free_name("comments"), "comments", _CONTENT_TYPE, _NO_COMMENTS)
        self._root = copy.tree(next(iter(copy.related(_RELATION).values())))
        taken = [int(key) for node in self._root if (key := node.get(f"{_W}id", "")).isdecimal()]
        self._next = max(taken, default=-1) + 1

    def add(self, lines: Iterable[str]) -> str:
        """Write a comment; its id."""
        key = str(self._next)
        self._next += 1
        comment = etree.SubElement(self._root, f"{_W}comment")
        for name, text in {"id": key, "author": _AUTHOR, "initials": "pd"}.items():
            comment.set(f"{_W}{name}", text)
        for line in lines:
            run = etree.SubElement(etree.SubElement(comment, f"{_W}p"), f"{_W}r")
            words = etree.SubElement(run, f"{_W}t")
            words.text = line
            words.set(_SPACE, "preserve")
        return key


def _place(copy: Copy, written: Written, spot: Spot) -> tuple[BaseOxmlElement, Paragraph | None]:
    """The paragraph of the copy that is marked, and the one as read where words in it may be marked alone."""
    meant = spot.paragraph
    if meant is None or meant.index >= len(written.paragraphs):  # in a margin: Word takes no comments there
        return _twin(copy, written.paragraphs[0]), None
    paragraph = written.paragraphs[meant.index]
    return _twin(copy, paragraph), None if paragraph.boxed else paragraph


def _twin(copy: Copy, paragraph: Paragraph) -> BaseOxmlElement:
    """The paragraph in the copy; for one in a text box, the paragraph of the body that holds the box."""
    assert paragraph.element is not None  # noqa: S101 - what was read from a file has it
    twin = copy.twin(paragraph.element)
    boxes = list(twin.iterancestors(f"{_W}txbxContent"))
    return cast("BaseOxmlElement", next(boxes[-1].iterancestors(f"{_W}p"))) if boxes else twin


def _stretch(twin: BaseOxmlElement, paragraph: Paragraph | None, spot: Spot) -> Sequence[etree._Element]:
    """Runs with the words that are meant; the whole paragraph where there are none."""
    if paragraph is None:
        return [twin]
    try:
        return runs_between(twin, paragraph.text, spot.start, spot.end or len(paragraph.text)) or [twin]
    except CannotMend:
        return [twin]


def _mark(meant: Sequence[etree._Element], key: str) -> None:
    """Put the comment with this id on runs, or on a paragraph."""
    start, end = (etree.Element(f"{_W}{name}", {f"{_W}id": key}) for name in ("commentRangeStart", "commentRangeEnd"))
    reference = etree.Element(f"{_W}r")
    etree.SubElement(reference, f"{_W}commentReference").set(f"{_W}id", key)
    first, last = meant[0], meant[-1]
    if first.tag == f"{_W}p":
        first.insert(_after_properties(first), start)
        first.extend([end, reference])
        return
    first.addprevious(start)
    last.addnext(end)
    _in_paragraph(end).addnext(reference)


def _after_properties(paragraph: etree._Element) -> int:
    return 1 if len(paragraph) and paragraph[0].tag == f"{_W}pPr" else 0


def _in_paragraph(node: etree._Element) -> etree._Element:
    """The child of the paragraph that a node stands in: what refers to a comment is no inserted text, no link."""
    parent = node.getparent()
    while parent is not None and parent.tag != f"{_W}p":
        node, parent = parent, parent.getparent()
    return node
