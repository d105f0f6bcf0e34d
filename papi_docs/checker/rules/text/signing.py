"""Rules of the signature block: authority (TM., KT., TL., TUQ., Q.) and the signer's name (I.II.7), urgency marks."""

import re
from collections.abc import Iterator
from typing import Final

from papi_docs.checker.anatomy import Anatomy, Form
from papi_docs.checker.rule import ADMINISTRATIVE, Observation, Rule
from papi_docs.checker.rules.text.prose import is_party, judged_parts, passages
from papi_docs.findings import Severity

__all__ = ["SIGNING_RULES", "authority_fault", "rank_of"]

_HEADS: Final = (
    r"HIỆU TRƯỞNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CHỦ TỊCH|TRƯỞNG PHÒNG|TRƯỞNG BAN|CỤC TRƯỞNG|VỤ TRƯỞNG|BỘ TRƯỞNG|VIỆN TRƯỞNG|"
    r"CHÁNH VĂN PHÒNG|CHÁNH ÁN|CHI CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|THỦ TRƯỞNG|CHỦ NHIỆM|TRƯỞNG KHOA|TỔ TRƯỞNG|"
    r"TRƯỞNG CÔNG AN|CHỈ HUY TRƯỞNG|BÍ THƯ|THỦ TƯỚNG"
)
_SIGN: Final = re.compile(r"(?P<sign>T/M|K/T|T/L|T/UQ|TUQ|TM|KT|TL|Q)(?P<dot>\s?[.,:]?)\s*(?P<rest>.*)", re.DOTALL)
_HEAD: Final = re.compile(rf"(?:{_HEADS})\b")
_DEPUTY: Final = re.compile(
    r"PHÓ\b|THỨ TRƯỞNG|PCT\b|ỦY VIÊN|UỶ VIÊN|THÀNH VIÊN|THAM MƯU TRƯỞNG|CHÍNH ỦY|CHÍNH TRỊ VIÊN"
)
_LONE_DEPUTY: Final = re.compile(rf"PHÓ (?:{_HEADS})\b")
_COLLECTIVE: Final = re.compile(r"(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|BAN (?:CHẤP HÀNH|CHỈ ĐẠO|THƯỜNG VỤ))\b")
_MEANINGS: Final = {"KT": "ký thay", "TL": "ký thừa lệnh", "TUQ": "ký thừa ủy quyền"}

_RANK: Final = re.compile(
    r"(?P<rank>(?:(?:PGS|GS|TSKH|TS|ThS|Ths|THS|Th\.\s?[sS]|Thạc s[ĩỹ]|Tiến s[ĩỹ]|Phó Giáo sư|Giáo sư|NGND|NGƯT|"
    r"NSND|NSƯT|TTND|TTƯT|BSCKII?|BS\.?\s?CKII?|BS|Bs|Bác s[ĩỹ]|DS|KS|Kỹ sư|KTS|LS|Luật sư|CN|Cử nhân|AHLĐ|Đ/c|"
    r"Đồng chí|Ông|Bà|Thầy|Cô)"
    r"[.:,\s]\s*[-–]?\s*)+)(?=[^\W\d_])"
)
_ADDRESSED: Final = re.compile(r"Đ/c|Đồng chí|Ông|Bà|Thầy|Cô")
_EXEMPT: Final = re.compile(
    r"TRƯỜNG|HỌC VIỆN|ĐẠI HỌC|BỆNH VIỆN|VIỆN|TRUNG TÂM Y TẾ|TRẠM Y TẾ|GIÁO DỤC|GDĐT|GD&ĐT|Y TẾ|KHOA HỌC|QUÂN|"
    r"CÔNG AN|BỘ ĐỘI|CHỈ HUY|TRUNG TÂM|NHÀ TRẺ|MẦM NON|BIÊN PHÒNG|TƯ LỆNH"
)
_URGENCY: Final = re.compile(r"(?:HỎA|HOẢ) TỐC|THƯỢNG KHẨN|KHẨN")
_URGENT: Final = re.compile(r"^(?:.* )?(?:KHẨN(?: CẤP)?|TỐC)$")
_HEAD_LINES: Final = 15
_LONGEST_MARK: Final = 25


def authority_fault(lines: list[str], form: Form = Form.NAMED) -> tuple[str, str, Severity] | None:
    """What is wrong with the lines over a signer: found, wanted and how bad; ``None`` where nothing is."""
    text = " ".join(" ".join(lines).split())
    match = _SIGN.match(text)
    if match is None or (match["sign"] == "Q" and not match["dot"]):
        return _unsigned(text, form)
    sign, rest = match["sign"].replace("/", ""), match["rest"]
    if "/" in match["sign"] or match["dot"] != ".":
        return f'"{match["sign"]}{match["dot"]}"', f'"{sign}."', Severity.FAULT
    if sign == "TM":
        return _on_behalf(rest)
    if sign == "Q":
        return None
    return _for_the_head(sign, rest)


def _unsigned(text: str, form: Form) -> tuple[str, str, Severity] | None:
    """A deputy signs for the head; minutes are signed by whoever chaired."""
    deputy = _LONE_DEPUTY.match(text)
    if deputy and form not in {Form.MINUTES, Form.COPY, Form.ANNEX}:
        head = deputy[0].removeprefix("PHÓ ")
        return f'"{deputy[0]}" ký mà không có "KT. {head}"', f'"KT. {head}" rồi "{deputy[0]}"', Severity.WARNING
    acting = re.match(rf"QUYỀN (?P<head>{_HEADS})\b", text)
    if acting:
        return f'"{acting[0]}"', f'"Q. {acting["head"]}"', Severity.WARNING
    return None


def _on_behalf(rest: str) -> tuple[str, str, Severity] | None:
    head = _HEAD.match(rest)
    if head is None:
        return None
    return f'"TM. {head[0]}"', "tên tập thể sau TM. (người đứng đầu tự ký thì không ghi TM.)", Severity.FAULT


def _for_the_head(sign: str, rest: str) -> tuple[str, str, Severity] | None:
    if rest.startswith("PHÓ "):
        return f'"{sign}. PHÓ …"', f'"{sign}." trước chức vụ của người đứng đầu', Severity.FAULT
    if sign != "KT" and _COLLECTIVE.match(rest):
        return f'"{sign}." trước tên tập thể', f'"{sign}." trước chức vụ của người đứng đầu', Severity.WARNING
    head = _HEAD.match(rest)
    if head is None:
        return None
    own = rest[head.end() :].strip(" ,")
    if not own:
        return f'"{sign}. {rest}" không có chức vụ của người ký', "chức vụ của người ký ở dòng dưới", Severity.FAULT
    if sign == "KT" and not _DEPUTY.search(own):
        return (
            f'sau "KT. {head[0]}" là "{own}"',
            f'"PHÓ {head[0]}", vì KT. là cấp phó {_MEANINGS[sign]}',
            Severity.WARNING,
        )
    return None


def _judge_authority(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    if is_party(anatomy):
        return
    for part in judged_parts(anatomy, "authority"):
        fault = authority_fault([span.text for span in part.spans], anatomy.form)
        if fault:
            found, wanted, severity = fault
            yield rule.observe(part, found, wanted, severity=severity)


def rank_of(name: str) -> str:
    """The academic rank, honour or form of address before a name; empty where there is none."""
    match = _RANK.match(name.strip())
    return match["rank"].strip() if match else ""


def _judge_rank(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    """A fault, but a warning where the head of a branch may have allowed it."""
    bodies = " ".join(part.text.upper() for role in ("superior", "issuer") for part in anatomy.of(role))
    for part in judged_parts(anatomy, "signer"):
        rank = rank_of(part.text)
        if rank:
            allowed = _EXEMPT.search(bodies) and not _ADDRESSED.match(rank)
            wanted = "chỉ họ và tên" + (", trừ khi ngành có quy định cho ghi" if allowed else "")
            yield rule.observe(part, f'"{rank}" trước họ tên', wanted, severity=Severity.WARNING if allowed else None)


def _judge_urgency(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    """Of what stands as an urgency mark, or looks like one among the first lines."""
    for passage in passages(anatomy)[:_HEAD_LINES]:
        words = passage.text.strip(" .:!")
        marked = passage.role == "urgency" or (len(words) < _LONGEST_MARK and _URGENT.search(words))
        if marked and not passage.placeholder and not _URGENCY.fullmatch(words.upper()):
            yield rule.observe(passage.paragraph, f'"{words}"', '"HỎA TỐC", "THƯỢNG KHẨN" hoặc "KHẨN"')


SIGNING_RULES: Final = (
    Rule(
        code="authority-wrongly-marked",
        clause="I.II.7.a",
        severity=Severity.FAULT,
        element="authority",
        title="TM. trước tên tập thể; Q., KT., TL., TUQ. trước chức vụ của người đứng đầu",
        explanation=(
            "Ký thay mặt tập thể ghi TM. trước tên tập thể hoặc tên cơ quan; ký thay ghi KT. trước chức vụ người đứng "
            "đầu, dòng dưới là chức vụ của cấp phó; tương tự với TL. và TUQ. Sau chữ viết tắt có dấu chấm."
        ),
        wrong="TM. HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG",
        right="KT. HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG",
        judge=_judge_authority,
    ),
    Rule(
        code="rank-before-signer",
        clause="I.II.7.b",
        severity=Severity.FAULT,
        element="signer",
        title="Trước họ tên người ký không ghi học hàm, học vị, danh hiệu",
        explanation=(
            "Trước họ tên người ký không ghi học hàm, học vị và danh hiệu danh dự. Riêng đơn vị vũ trang, tổ chức sự "
            "nghiệp giáo dục, y tế, khoa học theo quy định của người đứng đầu cơ quan quản lý ngành."
        ),
        wrong="ThS. Nguyễn Văn An",
        right="Nguyễn Văn An",
        judge=_judge_rank,
    ),
    Rule(
        code="urgency-unknown",
        clause="I.III.2",
        severity=Severity.FAULT,
        element="urgency",
        title="Dấu chỉ độ khẩn: HỎA TỐC, THƯỢNG KHẨN hoặc KHẨN",
        explanation="Chỉ có ba mức khẩn: hỏa tốc, thượng khẩn, khẩn.",
        wrong="RẤT KHẨN",
        right="THƯỢNG KHẨN",
        judge=_judge_urgency,
        forms=ADMINISTRATIVE,
    ),
)
"""Of the signature block."""
