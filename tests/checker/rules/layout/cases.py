"""For every layout rule a right paper with one thing changed in which the rule, and no other, is broken.

Papers hold a few elements more than a plan needs, so that each rule has something to look at.
"""

from dataclasses import replace

from papi_docs.checker.anatomy import Form
from papi_docs.checker.rules.layout.look_rules import LOOK_RULES
from papi_docs.checker.written import Align, Line, LineKind
from papi_docs.decree30 import ELEMENTS, MOTTO
from papi_docs.typography import Face, text_width
from tests.checker.builders import Draft, Paper, cell, drawn, piece

__all__ = ["CASES", "LETTER", "MINUTES", "PLAN", "REGULATION"]

_LONG = "Các tổ chuyên môn thực hiện đúng thời hạn, phối hợp với nhau và báo cáo kết quả về nhà trường bằng văn bản"

PLAN = (
    Paper.plan()
    .before(
        "number", Draft("urgency", "KHẨN", place={"framed": True, "align": Align.CENTRE, "cell": cell(0, 1, 0, 67)})
    )
    .before(
        "number",
        Draft(
            "circulation", "LƯU HÀNH NỘI BỘ", place={"framed": True, "align": Align.CENTRE, "cell": cell(0, 1, 0, 67)}
        ),
    )
    .before("heading_1", Draft("body", f"{_LONG} (Phụ lục I kèm theo)."))
    .after(
        "signer",
        Draft("drafter", "PL.(30)"),
        Draft("contact", "Điện thoại: 0277 3830 123", place={"align": Align.CENTRE, "first": 0}),
        Draft("annex_number", "Phụ lục I", place={"section": 1}),
        Draft("annex_title", "BẢNG PHÂN CÔNG NHIỆM VỤ", place={"section": 1}),
        Draft(
            "annex_reference",
            "(Kèm theo Kế hoạch số 05/KH-THTP3 ngày 05 tháng 9 năm 2021)",
            place={"section": 1},
        ),
    )
)
_FIRST = PLAN.sections[0]
PLAN = replace(PLAN, sections=(_FIRST, replace(_FIRST, index=1, number_from=1, first_page_differs=False)))
LETTER = Paper.letter()
_ARTICLES = (
    Draft("chapter", "Chương I"),
    Draft("chapter_title", "QUY ĐỊNH CHUNG"),
    Draft("article", f"Điều 1. {_LONG}", pieces=(piece("Điều 1."), piece(f" {_LONG}.", bold=False))),
)
REGULATION = Paper.plan().before("heading_1", *_ARTICLES)
MINUTES = replace(Paper.plan().drop("place_and_date").drop("basis"), form=Form.MINUTES, type_name="Biên bản")


def _holder(role: str) -> Paper:
    return next(paper for paper in (PLAN, LETTER, REGULATION) if any(draft.role == role for draft in paper.drafts))


def _look(code: str, role: str) -> Paper:
    """The paper with one property of an element changed, which the end of the code tells."""
    paper, element = _holder(role), ELEMENTS[role]
    end = code.removeprefix(f"{role.replace('_', '-')}-")
    words = next(draft for draft in paper.drafts if draft.role == role)
    if end == "size":
        return paper.change_all(role, size=element.size.most + 2)
    if end.endswith("bold"):
        return _styled(paper, words, bold=end == "bold")
    if end.endswith("italic"):
        return _styled(paper, words, italic=end == "italic")
    text = words.text.capitalize() if end == "not-capitals" else words.text.upper()
    return paper.change(role, text=text)


def _styled(paper: Paper, words: Draft, **look: bool) -> Paper:
    nth = max(  # of several paragraphs, the longest: a short one may be a heading
        range(sum(draft.role == words.role for draft in paper.drafts)),
        key=lambda at: len([draft for draft in paper.drafts if draft.role == words.role][at].text),
    )
    pieces = tuple({**run, **look} if at == 0 else run for at, run in enumerate(words.pieces))
    return paper.change(words.role, nth, pieces=pieces) if pieces else paper.change(words.role, nth, **look)


_SUBJECT_LINE = Line(LineKind.DASHES, 40)
_ISSUER = text_width("TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3", Face.BOLD, 13)
_LONG_BODY = [Draft("body", f"{_LONG}.") for _ in range(40)]

CASES: dict[str, Paper] = {
    "paper-not-a4": PLAN.page(width=215.9, height=279.4),
    "page-landscape": PLAN.page(width=297, height=210),
    "margin-top": PLAN.page(top=12.7),
    "margin-bottom": PLAN.page(bottom=12.7),
    "margin-left": PLAN.page(left=25.4),
    "margin-right": PLAN.page(right=25.4),
    "text-in-margin": PLAN.before("heading_1", *(Draft("body", f"{_LONG}.", place={"right": -12}) for _ in range(3))),
    "font-not-times": PLAN.change("body", fonts=("Arial",)),
    "text-coloured": PLAN.change("body", color="FF0000"),
    "link-coloured": PLAN.change("contact", color="0563C1", underline=True),
    "text-highlighted": PLAN.change("body", highlight=True),
    "page-number-missing": PLAN.before("heading_1", *_LONG_BODY).page(page_numbers=()).page(1, page_numbers=()),
    "page-number-in-footer": PLAN.page_number(where="footer"),
    "page-number-on-first-page": PLAN.page(first_page_differs=False),
    "page-number-not-centred": PLAN.page_number(centred=False, align=Align.RIGHT),
    "page-number-not-arabic": PLAN.page_number(arabic=False),
    "page-number-size": PLAN.page_number(size=11),
    "page-number-italic": PLAN.page_number(italic=True),
    "page-number-bold": PLAN.page_number(bold=True),
    "page-number-decorated": PLAN.page_number(around="Trang "),
    "national-name-missing": PLAN.drop("national_name"),
    "motto-missing": PLAN.drop("motto"),
    "issuer-missing": PLAN.drop("issuer"),
    "number-missing": PLAN.drop("number"),
    "place-and-date-missing": PLAN.drop("place_and_date"),
    "type-missing": PLAN.drop("type"),
    "subject-missing": PLAN.drop("subject"),
    "letter-subject-missing": LETTER.drop("letter_subject"),
    "addressee-missing": LETTER.drop("addressee").change("recipients", text="- PGDĐT huyện Tân Hồng;"),
    "basis-missing": replace(PLAN.drop("basis"), form=Form.DECISION, type_name="Quyết định"),
    "authority-missing": PLAN.drop("authority"),
    "signer-missing": PLAN.drop("signer"),
    "recipients-label-missing": PLAN.drop("recipients_label"),
    "recipients-missing": PLAN.drop("recipients"),
    "end-mark-missing": PLAN.change("body", 2, text=f"{_LONG}."),
    "national-name-words": PLAN.change("national_name", text="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM"),
    "motto-dash": PLAN.change("motto", text=MOTTO.replace("-", "–")),
    "motto-words": PLAN.change("motto", text="Độc Lập - Tự Do - Hạnh Phúc"),
    "number-no-label": PLAN.change("number", text="05/KH-THTP3"),
    "letter-with-type": LETTER.before("addressee", Draft("type", "CÔNG VĂN")),
    "subject-with-vv": PLAN.change("subject", text="V/v nâng cao chỉ số cung ứng dịch vụ công năm học"),
    "letter-subject-no-vv": LETTER.change("letter_subject", text="Về báo cáo kết quả khảo sát"),
    "addressee-not-wanted": PLAN.before("basis", Draft("addressee", "Kính gửi: Các tổ chuyên môn")).change(
        "recipients", text="- Như trên;"
    ),
    "motto-rule-missing": PLAN.change("motto", lines=()),
    "motto-rule-style": PLAN.change("motto", underline=True, lines=(Line(LineKind.UNDERLINE, 60),)),
    "motto-rule-length": PLAN.change("motto", lines=(drawn(30, below=6),)),
    "issuer-rule-missing": PLAN.change("issuer", lines=()),
    "issuer-rule-style": PLAN.change("issuer", lines=(Line(LineKind.DASHES, 20),)),
    "issuer-rule-length": PLAN.change("issuer", lines=(drawn(_ISSUER, below=6),)),
    "subject-rule-missing": PLAN.change("subject", lines=()),
    "subject-rule-style": PLAN.change("subject", lines=(_SUBJECT_LINE,)),
    "subject-rule-length": PLAN.change("subject", lines=(drawn(150, below=6),)),
    "motto-rule-far": PLAN.change("motto", lines=()).after(
        "motto",
        Draft("", "", place={"cell": cell(0, 0, 1, 100)}),
        Draft("", "", place={"cell": cell(0, 0, 1, 100), "lines": (drawn(60, below=1),)}),
    ),
    "issuer-rule-far": PLAN.change("issuer", lines=()).after(
        "issuer",
        Draft("", "", place={"cell": cell(0, 0, 0, 75)}),
        Draft("", "", place={"cell": cell(0, 0, 0, 75), "lines": (drawn(_ISSUER * 0.4, below=1),)}),
    ),
    "subject-rule-far": PLAN.change("subject", lines=()).after(
        "subject", Draft("", ""), Draft("", "", place={"lines": (drawn(50, below=1),)})
    ),
    **{
        f"{role.replace('_', '-')}-not-centred": _holder(role).change(role, align=Align.LEFT)
        for role in (
            "motto",
            "number",
            "place_and_date",
            "type",
            "subject",
            "signer",
            "chapter",
            "chapter_title",
            "annex_number",
            "annex_title",
            "annex_reference",
        )
    },
    "national-name-not-centred": PLAN.change("national_name", align=Align.LEFT, cell=cell(0, 0, 1, 112)),
    "superior-not-centred": PLAN.change("superior", text="UBND HUYỆN TÂN HỒNG", align=Align.LEFT),
    "issuer-not-centred": PLAN.change("issuer", text="TRƯỜNG TIỂU HỌC", align=Align.LEFT, lines=(drawn(18, below=6),)),
    "letter-subject-not-centred": LETTER.change("letter_subject", text="V/v khảo sát", align=Align.LEFT),
    "national-name-wraps": PLAN.change("national_name", cell=cell(0, 0, 1, 90)),
    "motto-wraps": PLAN.change("motto", text="Độc lập - Tự do - \nHạnh phúc", lines=(drawn(36, below=6),)),
    "national-name-not-right": PLAN.change("national_name", cell=None),
    "signer-not-right": PLAN.change("signer", cell=cell(1, 0, 0, 67)),
    "place-and-date-not-level": PLAN.change("place_and_date", cell=cell(0, 2, 1, 100)),
    "elements-out-of-order": PLAN.drop("basis").before("type", Draft("basis", "Căn cứ Luật Giáo dục năm 2019.")),
    "body-not-justified": PLAN.change("body", 1, align=Align.LEFT),
    "body-indent": PLAN.change("body", 1, first=0),
    "body-spacing": PLAN.change("body", 1, before=0),
    "body-leading": PLAN.change("body", 1, leading=2),
    "body-mixed-size": PLAN.change("body", 1, size=13),
    "basis-end": PLAN.change("basis", 1, text="Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019,"),
    "addressee-list": LETTER.change("addressee", text="Kính gửi:").after(
        "addressee",
        Draft("addressee", "- Phòng Giáo dục và Đào tạo;", joins=True),
        Draft("addressee", "- Các xã", joins=True),
    ),
    "recipients-label-words": PLAN.change("recipients_label", text="Nơi nhận"),
    "recipients-not-at-margin": PLAN.change_all("recipients", left=20),
    "recipients-no-dash": PLAN.change("recipients", 1, text="Tổ chuyên môn;"),
    "recipients-no-semicolon": PLAN.change("recipients", 1, text="- Tổ chuyên môn"),
    "recipients-no-file-copy": PLAN.change("recipients", 2, text="- Phụ huynh."),
    "recipients-file-copy-words": PLAN.change("recipients", 2, text="- Lưu VT."),
    "recipients-no-full-stop": PLAN.change("recipients", 2, text="- Lưu: VT"),
    "recipients-not-as-above": LETTER.change("recipients", text="- PGDĐT huyện Tân Hồng;"),
    "recipients-as-above-of-nothing": PLAN.change("recipients", text="- Như trên;"),
    "annex-not-mentioned": PLAN.change("body", 1, text=f"{_LONG}."),
    "annex-not-numbered": PLAN.after("annex_reference", Draft("annex_number", "Phụ lục")),
    "annex-page-number-goes-on": PLAN.page(1, number_from=None),
    "annex-reference-missing": PLAN.drop("annex_reference"),
    "urgency-not-framed": PLAN.change("urgency", framed=False),
    "circulation-not-framed": PLAN.change("circulation", framed=False),
    "minutes-dated": replace(PLAN.drop("basis"), form=Form.MINUTES, type_name="Biên bản"),
    "empty-paragraphs": PLAN.before("heading_1", Draft("", ""), Draft("", "")),
    "spaces-for-indent": PLAN.change("body", 1, text=f"      {_LONG} (Phụ lục I kèm theo).", first=0),
    "heading-underlined": PLAN.change("heading_1", underline=True),
    **{rule.code: _look(rule.code, rule.element) for rule in LOOK_RULES},
}
"""By the code of the rule that each breaks."""
