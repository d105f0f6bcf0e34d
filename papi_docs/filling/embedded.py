"""The workbook inside a chart, which Word opens for "Edit Data": one sheet, no clock, the same bytes each time."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final
from xml.sax.saxutils import escape

from papi_docs.filling.values import printable
from papi_docs.package import REPRODUCIBLE, Codec, Package

__all__ = ["SHEET", "as_xml", "column_letter", "workbook"]

SHEET: Final = "Số liệu"

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_SML: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def _relations(*relations: tuple[str, str]) -> str:
    rows = (
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(relations, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'


_FIXED: Final = {
    "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_SML}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SML}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_SML}.styles+xml"/></Types>',
    "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
    f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": _relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")),
    "xl/styles.xml": f'{_HEAD}<styleSheet xmlns="{_MAIN}">'
    '<fonts count="1"><font><sz val="12"/><name val="Times New Roman"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}


def workbook(rows: Sequence[Sequence[str | float | None]], codec: Codec = REPRODUCIBLE) -> bytes:
    """An .xlsx with these rows; None is an empty cell.

    Raises:
        UnprintableError: a text has a character that no XML can hold.
    """
    letters = [column_letter(at) for at in range(1, max(map(len, rows), default=0) + 1)]
    made = "".join([_row(at, row, letters) for at, row in enumerate(rows, start=1)])
    sheet = (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><cols><col min="1" max="1" width="60" customWidth="1"/></cols>'
        f"<sheetData>{made}</sheetData></worksheet>"
    )
    return _package(codec).pack([sheet.encode()])


@cache
def _package(codec: Codec) -> Package:
    """All but the sheet."""
    return Package.of({name: text.encode() for name, text in _FIXED.items()}, ["xl/worksheets/sheet1.xml"], codec)


def _row(number: int, cells: Sequence[str | float | None], letters: Sequence[str]) -> str:
    found = [
        _cell(f"{letter}{number}", value) for letter, value in zip(letters, cells, strict=False) if value is not None
    ]
    return f'<row r="{number}">{"".join(found)}</row>'


def _cell(reference: str, value: str | float) -> str:
    if isinstance(value, str):
        return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{as_xml(value)}</t></is></c>'
    return f'<c r="{reference}"><v>{value!r}</v></c>'


@lru_cache(1 << 12)
def as_xml(text: str) -> str:
    """The text between tags; the wordings of a chart come back with every school.

    Raises:
        UnprintableError: it has a character that no XML can hold.
    """
    return escape(printable(text))


def column_letter(number: int) -> str:
    """``A`` for 1, ``AA`` for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
