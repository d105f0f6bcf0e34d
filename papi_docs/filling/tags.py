"""How tags lie in the paragraphs, rows and cells of Word: what Jinja cannot see, and docxtpl would drop.

docxtpl replaces the whole paragraph around ``{%p … %}`` (row around ``{%tr … %}``, cell around
``{%tc … %}``) by its tag: whatever else stands there is lost without a word. It joins a tag that was
left open with the next paragraphs, and lets a loop close elsewhere than it began.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from papi_docs.filling.language import KEYWORDS
from papi_docs.findings import Finding, Place, Severity

__all__ = ["EXCERPT", "W", "layout_faults", "own_text"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EXCERPT = 60
"""Letters of a paragraph that a finding repeats."""

_HOLDERS = {"p": (f"{W}p", "đoạn"), "tr": (f"{W}tr", "hàng"), "tc": (f"{W}tc", "ô")}
"""What a tag of a kind replaces, and its name."""

_CHANGES = frozenset(f"{W}{name}" for name in "ins del moveFrom moveTo cellIns cellDel cellMerge".split())
_NOT_TEXT = tuple(f"{W}{name}" for name in "sectPr drawing pict object footnoteReference endnoteReference".split())

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_LEFT_OPEN = re.compile(r"\{[{%#]|[}%#]\}|\{$|^\}")
_PARTS_OF_TAG = re.compile(r"\{[{%#](?P<trim>[-+]?)(?:(?P<kind>p|tr|tc|r) )?\s*(?P<word>\w*)")


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag, the paragraph in which it stands, and the element that its partner must share with it."""

    text: str
    kind: str
    word: str
    paragraph: etree._Element
    home: etree._Element | None


def own_text(element: etree._Element) -> str:
    """Text of a paragraph, row or cell without that of the ones inside it (text boxes, inner tables)."""
    tag = element.tag
    own = (node for node in element.iter(f"{W}t") if next(node.iterancestors(tag)) is element)
    return "".join(node.text or "" for node in own)


def layout_faults(file: str, tree: etree._Element) -> Iterator[Finding]:
    """Every fault of how tags lie in a part: pending changes, tags left open, not alone, not paired."""
    if any(element.tag in _CHANGES or str(element.tag).endswith("Change") for element in tree.iter()):
        message = "mẫu còn theo dõi thay đổi (Track Changes): bấm Accept All rồi lưu"
        yield Finding("template-changes", Severity.FAULT, message, Place(file))
    tags: list[_Tag] = []
    for paragraph in tree.iter(f"{W}p"):
        text = own_text(paragraph)
        if _LEFT_OPEN.search(_TAG.sub("", text)):
            yield _finding(
                "tag-open", "thẻ chưa viết đủ dấu mở, dấu đóng trong đoạn: kiểm tra {{ }}, {% %}", file, text
            )
            continue
        tags += (_read(tag, paragraph) for tag in _TAG.findall(text))
    for tag in tags:
        yield from _faults_of(tag, file)
    yield from _unpaired(tags, file)


def _finding(code: str, message: str, file: str, text: str) -> Finding:
    return Finding(code, Severity.FAULT, message, Place(file, paragraph=text.strip()[:EXCERPT]))


def _read(text: str, paragraph: etree._Element) -> _Tag:
    match = _PARTS_OF_TAG.match(text)
    assert match is not None  # noqa: S101 - every part of the pattern may be empty
    kind = match["kind"] or ""
    held = _held(kind, paragraph)
    home = held.getparent() if kind in _HOLDERS and held is not None else held
    return _Tag(text, kind, match["word"] if text.startswith("{%") else "", paragraph, home)


def _held(kind: str, paragraph: etree._Element) -> etree._Element | None:
    """What a tag in this paragraph replaces; for an inline tag, the paragraph itself."""
    name = _HOLDERS.get(kind, _HOLDERS["p"])[0]
    return paragraph if paragraph.tag == name else next(paragraph.iterancestors(name), None)


def _faults_of(tag: _Tag, file: str) -> Iterator[Finding]:
    text = own_text(tag.paragraph)
    if re.match(r"\{.[-+]|.*[-+].\}$", tag.text, re.DOTALL):
        yield _finding("tag-trims", f"bỏ dấu - hoặc + sát ngoặc trong {tag.text}", file, text)
    if tag.text.startswith("{%") and tag.word not in KEYWORDS:
        message = f"thẻ {tag.text} không dùng được: sau dấu {{% ghi một trong {', '.join(KEYWORDS)}"
        yield _finding("tag-unknown", message, file, text)
    if tag.kind == "r" or (tag.kind and tag.text.startswith("{{")):
        yield _finding("tag-kind", f'bỏ chữ "{tag.kind}" đầu thẻ {tag.text}', file, text)
    elif tag.kind:
        yield from _not_alone(tag, file)


def _not_alone(tag: _Tag, file: str) -> Iterator[Finding]:
    word, held = _HOLDERS[tag.kind][1], _held(tag.kind, tag.paragraph)
    if held is None:
        yield _finding("tag-not-alone", f"thẻ {tag.text} chỉ dùng trong bảng", file, own_text(tag.paragraph))
    elif own_text(held).strip() != tag.text or next(held.iter(*_NOT_TEXT), None) is not None:
        message = f"thẻ {tag.text} phải đứng một mình trong {word}: chuyển chữ, hình, ngắt phần sang {word} khác"
        yield _finding("tag-not-alone", message, file, own_text(held))


def _unpaired(tags: list[_Tag], file: str) -> Iterator[Finding]:
    """Tags whose partner is missing, of another kind, or in another place."""
    opened: list[_Tag] = []
    for tag in tags:
        if tag.word in {"for", "if"}:
            opened.append(tag)
        elif tag.word in {"elif", "else", "endfor", "endif"}:
            partner = opened[-1] if opened else None
            if partner is None or not _fits(partner, tag):
                yield _mismatch(partner, tag, file)
            if opened and tag.word.startswith("end"):
                opened.pop()
    for tag in opened:
        closing = f"{{%{tag.kind} end{tag.word} %}}"
        yield _finding("tag-pair", f"thẻ {tag.text} chưa đóng: thêm {closing}", file, own_text(tag.paragraph))


def _fits(partner: _Tag, tag: _Tag) -> bool:
    words = {"endfor": ("for",), "endif": ("if",), "elif": ("if",), "else": ("if", "for")}
    return partner.word in words[tag.word] and partner.kind == tag.kind and partner.home is tag.home


def _mismatch(partner: _Tag | None, tag: _Tag, file: str) -> Finding:
    if partner is None:
        message = f"thẻ {tag.text} không có thẻ mở: thêm for hoặc if ở trước, hoặc bỏ thẻ này"
    else:
        message = f"thẻ {tag.text} không khớp {partner.text}: mở và đóng cùng loại, trong cùng đoạn, ô hoặc bảng"
    return _finding("tag-pair", message, file, own_text(tag.paragraph))
