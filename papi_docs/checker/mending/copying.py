"""The copy that is mended: the parts of a package, each parsed when it is touched and written only then."""

import posixpath
from collections.abc import Iterator
from typing import Final, cast

from docx.oxml.parser import element_class_lookup, parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from papi_docs.checker.mending.errors import CannotMend
from papi_docs.package import pack, unpack

__all__ = ["Copy"]

_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_TRACKED: Final = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# Blank text stays: what is not mended is written back as it was.
_PARSER: Final = etree.XMLParser(remove_blank_text=False, resolve_entities=False)
_PARSER.set_element_class_lookup(element_class_lookup)


class Copy:
    """Parts by name; what is parsed is taken as changed when it differs on writing.

    Raises:
        CannotMend: the package speaks the strict dialect, which would have to be rewritten whole.
    """

    def __init__(self, data: bytes) -> None:
        self._parts = unpack(data)
        if any(_STRICT in part for name, part in self._parts.items() if name.endswith((".xml", ".rels"))):
            raise CannotMend("tệp ở dạng Strict Open XML: mở bằng Word, lưu lại dạng Word Document (.docx)")
        self._trees: dict[str, BaseOxmlElement] = {}
        self._before: dict[str, bytes] = {}
        self._added: dict[str, bytes] = {}
        self._twins: dict[etree._Element, BaseOxmlElement] = {}
        self.main = self._target("", f"{_RELATIONS}/officeDocument") or "word/document.xml"

    def tree(self, name: str) -> BaseOxmlElement:
        """The root of a part, to be changed in place."""
        if name not in self._trees:
            root = cast("BaseOxmlElement", etree.fromstring(self._parts[name], _PARSER))
            self._trees[name], self._before[name] = root, _written(root)
        return self._trees[name]

    @property
    def body(self) -> BaseOxmlElement:
        """The root of the document itself."""
        return self.tree(self.main)

    def kind(self, kind: str) -> list[str]:
        """Names of the parts that the document relates to as ``"styles"``, ``"header"``, ``"footnotes"``."""
        return list(self.related(f"{_RELATIONS}/{kind}").values())

    def related(self, kind: str = "") -> dict[str, str]:
        """Parts that the document relates to, by the relation's id."""
        return {
            key: posixpath.normpath(posixpath.join(posixpath.dirname(self.main), target)).lstrip("/")
            if not target.startswith("/")
            else target.lstrip("/")
            for key, type_, target in self._relations(self.main)
            if not kind or type_ == kind
        }

    def twin(self, element: etree._Element) -> BaseOxmlElement:
        """The element of this copy that stands where ``element`` stands in another parse of the same file.

        It is looked for once, so ask before anything that it stands in is changed.

        Raises:
            CannotMend: nothing stands there.
        """
        if element not in self._twins:
            self._twins[element] = self._find(element)
        return self._twins[element]

    def _find(self, element: etree._Element) -> BaseOxmlElement:
        path = list(_path(element))
        for name in self._homes(element.getroottree().getroot()):
            found = self.tree(name)
            try:
                for step in path:
                    found = cast("BaseOxmlElement", found[step])
            except IndexError:
                continue
            if found.tag == element.tag:
                return found
        raise CannotMend("không tìm thấy chỗ này trong tệp")

    def is_tracked(self, element: etree._Element) -> bool:
        """Whether a change under tracking stands in an element, or it stands in one."""
        names = tuple(f"{_W}{name}" for name in _TRACKED)
        return next(element.iter(*names), None) is not None or next(element.iterancestors(*names), None) is not None

    def add(self, name: str, kind: str, content_type: str, data: bytes) -> str:
        """A new part that the document relates to; the relation's id."""
        self._parts[name] = self._added[name] = data
        types = self.tree("[Content_Types].xml")
        override = etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override")
        override.set("PartName", f"/{name}")
        override.set("ContentType", content_type)
        relations = self._relations_tree(self.main)
        known = {node.get("Id") for node in relations}
        key = next(f"rId{number}" for number in range(1, len(known) + 2) if f"rId{number}" not in known)
        relation = etree.SubElement(relations, f"{{{_PACKAGE}/relationships}}Relationship")
        relation.set("Id", key)
        relation.set("Type", f"{_RELATIONS}/{kind}")
        relation.set("Target", posixpath.relpath(name, posixpath.dirname(self.main)))
        return key

    def free_name(self, stem: str) -> str:
        """A name of a part beside the document that is not taken: ``word/header4.xml``."""
        folder = posixpath.dirname(self.main)
        names = (posixpath.join(folder, f"{stem}{number}.xml") for number in range(1, len(self._parts) + 2))
        return next(name for name in names if name not in self._parts)

    @property
    def changed(self) -> dict[str, bytes]:
        """The parts that were changed or added."""
        written = {name: _written(root) for name, root in self._trees.items()}
        return self._added | {name: data for name, data in written.items() if data != self._before[name]}

    def to_bytes(self) -> bytes:
        """The package; parts that nobody changed byte for byte."""
        return pack(self._parts | self.changed)

    def _homes(self, root: etree._Element) -> Iterator[str]:
        """Parts that may hold an element with this root."""
        kind = etree.QName(root).localname
        if kind == "document":
            yield self.main
        elif kind in ("footnotes", "endnotes"):
            yield from self.kind(kind)
        else:
            wanted = etree.tostring(root, method="c14n")
            for name in self.kind({"hdr": "header", "ftr": "footer"}.get(kind, kind)):
                if etree.tostring(parse_xml(self._parts[name]), method="c14n") == wanted:
                    yield name

    def _relations_name(self, part: str) -> str:
        folder, name = posixpath.split(part)
        return posixpath.join(folder, "_rels", f"{name}.rels")

    def _relations_tree(self, part: str) -> BaseOxmlElement:
        name = self._relations_name(part)
        self._parts.setdefault(name, f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode())
        return self.tree(name)

    def _relations(self, part: str) -> list[tuple[str, str, str]]:
        if self._relations_name(part) not in self._parts:
            return []
        return [
            (node.get("Id", ""), node.get("Type", ""), node.get("Target", ""))
            for node in self._relations_tree(part)
            if isinstance(node.tag, str) and node.get("TargetMode") != "External"
        ]

    def _target(self, part: str, kind: str) -> str:
        return next((target.lstrip("/") for _, type_, target in self._relations(part) if type_ == kind), "")


def _path(element: etree._Element) -> Iterator[int]:
    """The way down from the root to an element, an index at each step."""
    steps = []
    while (parent := element.getparent()) is not None:
        steps.append(parent.index(element))
        element = parent
    return reversed(steps)


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
