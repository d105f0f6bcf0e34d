"""Rules of the number and symbol (số, ký hiệu), Annex I.II.3 and the table of Annex III."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from papi_docs.checker.anatomy import Anatomy, Form, Span
from papi_docs.checker.rule import ADMINISTRATIVE, CERTAIN, Observation, Rule
from papi_docs.checker.rules.text.prose import Seen, Slip, is_party, judged_parts, say
from papi_docs.decree30 import DOCUMENT_TYPES
from papi_docs.findings import Severity

__all__ = ["SYMBOL_RULES", "colon_slips", "figure_slips", "form_slips", "issuer_slips", "separator_slips", "type_slips"]

_LABEL: Final = re.compile(r"\s*(?:SỐ|Số|số)\s*(?P<colon>[:;.]?)")
_FIGURE: Final = re.compile(
    r"\s*(?:Luật\s+)?số\s*[:;.]?\s*(?P<figure>\d+)(?P<gap>\s*)(?P<mark>[^\s\d]?)", re.IGNORECASE
)
_SYMBOL: Final = re.compile(r"/\s*(?:(?P<year>(?:19|20)\d{2})\s*/\s*)?(?P<symbol>[^\W\d_][^/…]*)$")
_JOINT: Final = re.compile(r"(?P<before>[^\W_])(?P<left>\s*)(?P<dash>[-–—−‑])(?P<right>\s*)(?=[^\W_])")
_BLANKS_AT_SLASH: Final = re.compile(r"(?<=\d)(?:\s+/\s*|/\s+)(?=[^\W_])")
_GROUP: Final = re.compile(r"[^\W_]+(?:[&.][^\W_]+)*")
_LEGISLATIVE: Final = re.compile(
    r"(?:QĐ|NQ|CT)-(?:UBND|HĐND|TTg|CTN|HĐTP|KTNN)|NĐ-CP|NQLT-|TT(?:LT)?-|[LP]L?-CTN|L-|PL-|QH\d|UBTVQH|(?:QĐ|CT)-B"
)
"""Symbols of legislation, which bear the year: of the National Assembly, the Government, ministries, provinces."""
_LETTERED: Final = frozenset("CV CVĐ".split())
_ABBREVIATIONS: Final = {abbreviation.upper(): abbreviation for abbreviation in DOCUMENT_TYPES.values()}

_ISSUERS: Final = {
    "UBND": ("UBND", "ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN"),
    "HĐND": ("HĐND", "HỘI ĐỒNG NHÂN DÂN"),
    "CP": ("CHÍNH PHỦ",),
    "TTg": ("THỦ TƯỚNG",),
    "SGDĐT": ("SỞ G",),
    "SNV": ("SỞ NỘI VỤ",),
    "PGDĐT": ("PHÒNG G",),
}
"""Symbols that are the same in the whole country, and words that the name of such a body holds."""


def colon_slips(text: str) -> Iterator[Slip]:
    """``Số 05/KH`` has no colon after the word."""
    match = _LABEL.match(text)
    if match and match["colon"] != ":":
        yield Slip(match.start(), match.end(), f'"{match[0].strip()}" không có dấu hai chấm', '"Số:"')


def figure_slips(text: str) -> Iterator[Slip]:
    """``Số: 5/KH`` wants ``05``, ``Số: 005/KH`` likewise."""
    match = _FIGURE.match(text)
    if match is None or not int(match["figure"]):
        return
    right = f"{int(match['figure']):02}"
    if match["figure"] != right:
        yield Slip(*match.span("figure"), f"số {match['figure']}", f"số {right}")


def separator_slips(text: str) -> Iterator[Slip]:
    """``05 / KH – THTP3`` wants ``05/KH-THTP3``; the room before the slash of a draft is none."""
    match = _FIGURE.match(text)
    if match and match["mark"] and (match["mark"] in "-–—_" or match["mark"].isalpha()):
        shown = f"{match['gap']}{match['mark']}"
        yield Slip(*match.span("figure"), f'sau số là "{shown}"', 'dấu gạch chéo "/"')
    for blank in _BLANKS_AT_SLASH.finditer(text):
        petty = Severity.ADVICE if blank[0].endswith("/") else None  # a number filled in where room was left for it
        yield Slip(blank.start(), blank.end(), 'có dấu cách cạnh dấu "/"', 'dấu "/" liền số và ký hiệu', petty)
    yield from _dotted(text)
    slash = text.find("/")
    for joint in _JOINT.finditer(text, slash + 1) if slash >= 0 else ():
        if joint["dash"] != "-" or joint["left"] or joint["right"]:
            shown = f"{joint['left']}{joint['dash']}{joint['right']}"
            yield Slip(
                joint.start("left"), joint.end(), f'giữa các nhóm chữ là "{shown}"', 'dấu gạch nối "-" không cách'
            )


def _dotted(text: str) -> Iterator[Slip]:
    """``15/QĐ.THMH1``: a dot behind the abbreviation of a type."""
    match = _symbol(text)
    if match and match["symbol"] != _undotted(match["symbol"]):
        start = match.start("symbol") + match["symbol"].index(".")
        yield Slip(start, start + 1, 'giữa các nhóm chữ là "."', 'dấu gạch nối "-" không cách')


def _undotted(symbol: str) -> str:
    """A symbol with a hyphen for the dot behind its first group, where that is the abbreviation of a type."""
    first, _, rest = symbol.partition(".")
    return f"{first}-{rest}" if rest and first.upper() in _ABBREVIATIONS else symbol


def _symbol(text: str) -> re.Match[str] | None:
    return _SYMBOL.search(text.rstrip())


def _groups(symbol: str) -> list[str]:
    return _GROUP.findall(_undotted(symbol))


def form_slips(text: str) -> Iterator[Slip]:
    """A year in the symbol of an administrative paper, letters that are no capitals."""
    match = _symbol(text)
    if match is None:
        return
    if match["year"] and not _LEGISLATIVE.match(match["symbol"]):
        yield Slip(
            match.start("year"),
            match.end("year"),
            f"có năm {match['year']} trong ký hiệu",
            f"số/{match['symbol']}, không có năm (năm chỉ có ở văn bản quy phạm pháp luật)",
        )
    for group in _GROUP.finditer(_undotted(match["symbol"])):
        right = _ABBREVIATIONS.get(group[0].upper(), group[0].upper()) if group.start() == 0 else group[0].upper()
        if group[0].islower() or (group.start() == 0 and group[0] == group[0].title() != right and len(group[0]) > 1):
            start = match.start("symbol") + group.start()
            yield Slip(start, start + len(group[0]), f'"{group[0]}" viết thường', f'"{right}"')


def type_slips(text: str, type_name: str) -> Iterator[Slip]:
    """The abbreviation of another type than the document's, or of ``công văn``, which has none."""
    match = _symbol(text)
    if match is None:
        return
    groups = _groups(match["symbol"])
    start = match.start("symbol")
    if not type_name:
        for group in _GROUP.finditer(_undotted(match["symbol"])):
            if group[0].upper() in _LETTERED and len(groups) > 1:
                where = start + group.start()
                right = "-".join(other for other in groups if other != group[0])
                yield Slip(
                    where,
                    where + len(group[0]),
                    f'ký hiệu công văn có "{group[0]}"',
                    f'"{right}" hoặc "{right}-<đơn vị soạn thảo>"',
                )
        return
    right = DOCUMENT_TYPES.get(type_name, "")
    if right and groups[0] != right and groups[0].upper() != right.upper():
        other = groups[0].upper() in _ABBREVIATIONS or groups[0].upper() in _LETTERED or len(groups) == 1
        yield Slip(
            start,
            start + len(groups[0]),
            f'"{groups[0]}" ở ký hiệu của {type_name.lower()}',
            f'"{right}"',
            None if other else Severity.WARNING,
        )
    elif right and len(groups) == 1:
        yield Slip(
            start, start + len(groups[0]), f'ký hiệu chỉ có "{groups[0]}"', f'"{right}-<chữ viết tắt tên cơ quan>"'
        )


def issuer_slips(text: str, issuer: str, *, letter: bool) -> Iterator[Slip]:
    """The symbol of a body that the issuer cannot be: ``/KH-UBND`` of a school."""
    match = _symbol(text)
    if match is None or not issuer:
        return
    groups = list(_GROUP.finditer(_undotted(match["symbol"])))
    if len(groups) < (1 if letter else 2):
        return
    group = groups[0 if letter else 1]
    names = _ISSUERS.get(group[0].replace("&", ""))
    if names and not any(name in issuer.upper() for name in names):
        start = match.start("symbol") + group.start()
        yield Slip(
            start,
            start + len(group[0]),
            f'ký hiệu "{group[0]}" mà cơ quan ban hành là {issuer}',
            "chữ viết tắt tên cơ quan ban hành",
        )


_FindInSpan = Callable[[str, Anatomy], Iterator[Slip]]


def _number_rule(find: _FindInSpan) -> Callable[[Rule, Anatomy], Iterator[Observation]]:
    """A judge that reads the number and symbol of papers that are not the Party's."""

    def judge(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
        if is_party(anatomy):
            return
        for part in judged_parts(anatomy, "number"):
            for span in part.spans:
                seen = (Seen(span.paragraph, _moved(slip, span)) for slip in find(span.text, anatomy))
                yield from say(rule, seen, "none") if part.certainty >= CERTAIN else ()

    return judge


def _moved(slip: Slip, span: Span) -> Slip:
    return Slip(slip.start + span.start, slip.end + span.start, slip.found, slip.wanted, slip.severity)


def _issuer(anatomy: Anatomy) -> str:
    """The name of the issuer where that is certain; empty otherwise."""
    part = anatomy.one("issuer")
    return part.text if part and part.certainty >= CERTAIN and not part.placeholder else ""


def _typed(text: str, anatomy: Anatomy) -> Iterator[Slip]:
    if anatomy.form is Form.LETTER or anatomy.type_name:
        yield from type_slips(text, "" if anatomy.form is Form.LETTER else anatomy.type_name)


SYMBOL_RULES: Final = (
    Rule(
        code="number-without-colon",
        clause="I.II.3",
        severity=Severity.FAULT,
        element="number",
        title='Sau từ "Số" có dấu hai chấm',
        explanation='Sau từ "Số" là dấu hai chấm rồi đến số của văn bản. Thêm dấu hai chấm liền sau "Số".',
        wrong="Số 05/KH-THTP3",
        right="Số: 05/KH-THTP3",
        judge=_number_rule(lambda text, _: colon_slips(text)),
    ),
    Rule(
        code="number-without-zero",
        clause="I.II.3",
        severity=Severity.FAULT,
        element="number",
        title="Số nhỏ hơn 10 có một số 0 phía trước",
        explanation="Số của văn bản ghi bằng chữ số Ả Rập; số từ 1 đến 9 thêm một số 0 phía trước.",
        wrong="Số: 5/KH-THTP3",
        right="Số: 05/KH-THTP3",
        judge=_number_rule(lambda text, _: figure_slips(text)),
    ),
    Rule(
        code="symbol-separator-wrong",
        clause="I.II.3",
        severity=Severity.FAULT,
        element="number",
        title='Giữa số và ký hiệu là "/", giữa các nhóm chữ là "-", không cách',
        explanation=(
            "Giữa số và ký hiệu có dấu gạch chéo, giữa các nhóm chữ viết tắt có dấu gạch nối, đều không cách chữ. "
            "Khoảng trống chừa trước dấu gạch chéo để ghi số sau khi ký là đúng."
        ),
        wrong="Số: 05/KH – THTP3",
        right="Số: 05/KH-THTP3",
        judge=_number_rule(lambda text, _: separator_slips(text)),
    ),
    Rule(
        code="symbol-not-capital-or-with-year",
        clause="I.II.3",
        severity=Severity.FAULT,
        element="number",
        title="Ký hiệu viết hoa, không có năm",
        explanation=(
            "Ký hiệu của văn bản hành chính gồm chữ viết tắt tên loại và tên cơ quan, viết hoa (trừ QyĐ, CTr, TTr như "
            "bảng chữ viết tắt). Năm ban hành chỉ có trong ký hiệu văn bản quy phạm pháp luật."
        ),
        wrong="Số: 05/2021/KH-THTP3",
        right="Số: 05/KH-THTP3",
        judge=_number_rule(lambda text, _: form_slips(text)),
        forms=ADMINISTRATIVE | {Form.LEGISLATION},
    ),
    Rule(
        code="symbol-of-another-type",
        clause="III.I",
        severity=Severity.FAULT,
        element="number",
        title="Ký hiệu mở đầu bằng chữ viết tắt đúng tên loại; công văn không có",
        explanation=(
            "Chữ viết tắt tên loại lấy theo bảng ở Phụ lục III: Kế hoạch là KH, Tờ trình là TTr, Quy định là QyĐ… "
            'Công văn không có chữ viết tắt tên loại, nên không ghi "CV": ký hiệu gồm tên cơ quan và đơn vị soạn thảo.'
        ),
        wrong="Số: 12/CV-THTP3",
        right="Số: 12/THTP3-VP",
        judge=_number_rule(_typed),
        forms=ADMINISTRATIVE - {Form.ANNEX, Form.COPY},
    ),
    Rule(
        code="symbol-of-another-issuer",
        clause="I.II.3",
        severity=Severity.WARNING,
        element="number",
        title="Ký hiệu mang chữ viết tắt của chính cơ quan ban hành",
        explanation=(
            "Sau tên loại là chữ viết tắt tên cơ quan, tổ chức hoặc chức danh ban hành văn bản. "
            "Kiểm tra lại ký hiệu khi nó là của cơ quan khác với tên ở góc trái."
        ),
        wrong="Số: 05/KH-UBND (cơ quan ban hành là một trường học)",
        right="Số: 05/KH-THTP3",
        judge=_number_rule(
            lambda text, anatomy: issuer_slips(text, _issuer(anatomy), letter=anatomy.form is Form.LETTER)
        ),
    ),
)
"""Of the number and symbol."""
