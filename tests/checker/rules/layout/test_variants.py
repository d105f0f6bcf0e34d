"""What careful officials do otherwise, and what is no fault though it differs; how several places become one."""

from dataclasses import replace

import pytest

from papi_docs.checker.anatomy import Form
from papi_docs.checker.rule import CannotTell, Observation
from papi_docs.checker.rules.layout import LAYOUT_RULES
from papi_docs.checker.written import Align, Line, LineKind
from papi_docs.findings import Severity
from tests.checker.builders import Draft, Paper, cell, drawn, piece

PLAN = Paper.plan()
LETTER = Paper.letter()
LONG = "Các tổ chuyên môn thực hiện đúng thời hạn, phối hợp với nhau và báo cáo kết quả về nhà trường bằng văn bản"
DATA = replace(cell(5, 0, 0, 60), bordered=True)


def answers(paper: Paper) -> list[Observation | CannotTell]:
    anatomy = paper.anatomy()
    rules = (rule for rule in LAYOUT_RULES if anatomy.form in rule.forms)
    return [answer for rule in rules for answer in rule.judge(rule, anatomy)]


def codes(paper: Paper) -> list[str]:
    return [answer.code for answer in answers(paper)]


def body(text: str = LONG, **more: object) -> Paper:
    return PLAN.before("heading_1", Draft("body", text).with_changes(more))


RIGHT = {
    "margin rounded": PLAN.page(top=19.8, left=30.1, right=15.0),
    "margin of two centimetres": PLAN.page(top=20.0, bottom=20.0),
    "gutter makes up the left margin": PLAN.page(left=25, gutter=5),
    "size rounded": PLAN.change_all("body", size=12.99).change_all("point", size=12.99),
    "smaller title": PLAN.change("type", size=13).change("subject", size=13),
    "other spelling": PLAN.change("national_name", text="CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    "font of the same face": PLAN.change("body", fonts=("TimesNewRomanPSMT",)),
    "tick box": body(pieces=(piece("☐ ", fonts=("MS Gothic",)), piece(LONG))),
    "nearly black": PLAN.change("body", color="1F1F1F"),
    "bold word in a sentence": body(pieces=(piece("Nội dung 1: ", bold=True), piece(LONG))),
    "italic aside": body(f"({LONG})", italic=True),
    "note mark": body(pieces=(piece(LONG), piece("1", size=8, raised=True))),
    "blank of another size": body(pieces=(piece(LONG), piece("   ", size=20, bold=True))),
    "one letter bold": PLAN.change("number", pieces=(piece("Số: 05/KH-THTP"), piece("3", bold=True))),
    "indent of a centimetre": body(first=10),
    "indent of half an inch": body(first=12.5),
    "indent by a tab": body(f"\t{LONG}", first=0),
    "deeper list": body(f"- {LONG}", first=20),
    "numbered by the program": body(label="-", left=19, first=-6.3),
    "one line aligned left": body("Nội dung ngắn.", align=Align.LEFT),
    "short heading without number": body("Nội dung ngắn", bold=True),
    "spacing below": PLAN.change_all("*", before=0, after=6),
    "one and a half lines": PLAN.change_all("body", leading=1.5),
    "lines of eighteen points": PLAN.change_all("body", leading=18, leading_rule="exact"),
    "lines of at least a point": PLAN.change_all("body", leading=1, leading_rule="least"),
    "table of data": PLAN.after("body", Draft("body", "Số liệu", {"size": 11, "bold": True}, {"cell": DATA})),
    "article with roman words": PLAN.before(
        "heading_1", Draft("article", "", pieces=(piece("Điều 1. "), piece(LONG, bold=False)))
    ),
    "article numbered by the program": PLAN.before(
        "heading_1", Draft("article", f"{LONG}.", {"bold": False}, {"label": "Điều 1.", "label_bold": True})
    ),
    "national name taken in to fit": PLAN.change("national_name", cell=cell(0, 0, 1, 94), spread=-0.3),
    "national name drawn narrower": PLAN.change("national_name", cell=cell(0, 0, 1, 90), stretch=0.93),
    "underscores": PLAN.change("motto", lines=(Line(LineKind.UNDERSCORES, 62),)),
    "border": PLAN.change("issuer", lines=(Line(LineKind.BORDER, 28),)),
    "motto ruled as offices do": PLAN.change("motto", lines=(drawn(55.8),)),
    "date by tabs": PLAN.change("place_and_date", text="\tTân Hồng, ngày 05 tháng 9 năm 2021", align=Align.LEFT),
    "centred by spaces": PLAN.change(
        "place_and_date", text=" " * 14 + "Tân Hồng, ngày 05 tháng 9 năm 2021", align=Align.LEFT
    ),
    "recipient of two lines": PLAN.change("recipients", 0, text="- Phòng Giáo dục và Đào tạo").after(
        "recipients", Draft("recipients", "huyện Tân Hồng;", place={"cell": cell(1, 0, 0, 75)})
    ),
    "recipients numbered by the program": PLAN.change("recipients", 1, text="Tổ chuyên môn;", label="-"),
    "letter as above": LETTER.change("recipients", text="- Như kính gửi;"),
    **{
        f"file copy {end}": PLAN.change("recipients", 2, text=f"- Lưu: VT{end}")
        for end in (", NC.Châu", ", NC. Châu.", ", TH.(M.Anh)", ", NC.Châu(04b)", ". NC.Châu", ", GDPT. Hiển (3b).")
    },
    "recipient with a note": PLAN.change("recipients", 1, text="- Tổ chuyên môn; (qua mạng nội bộ)"),
    "note beside the recipients": PLAN.change("recipients", 1, text="- Tổ chuyên môn;     Để thực hiện"),
    "recipients to be filled in": PLAN.change("recipients", 1, text="{{ noi_nhan }}"),
    "letter whose first recipients are to be filled in": LETTER.change("recipients", text="{{ noi_nhan }}"),
    "drafter's mark set small": PLAN.change("recipients", 2, pieces=(piece("- Lưu: VT, NC."), piece("Châu", size=7))),
    "title behind tabs": PLAN.change("type", text="\t\tKẾ HOẠCH", align=Align.LEFT),
    "letter whose subject is a tag": LETTER.change("letter_subject", text="V/v {{ NOI_DUNG }}"),
    "letter whose subject is of two parts": LETTER.after(
        "letter_subject", Draft("letter_subject", "năm học 2021-2022", place={"cell": cell(0, 1, 0, 75)})
    ),
    "letter that begins like a basis": LETTER.before(
        "body", Draft("basis", f"Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019, {LONG}.", {"italic": False})
    ),
    "sentence among the bases": PLAN.after("basis", Draft("basis", f"Thực hiện phân công, {LONG}.")),
    "two papers in one file": PLAN._with((*PLAN.drafts, *PLAN.drafts)),
    "bases without their first word": replace(
        PLAN.after(
            "basis", Draft("body", f"Luật Giáo dục ngày 14 tháng 6 năm 2019; {LONG};", {"italic": True}), nth=1
        ).before("heading_1", Draft("article", "", pieces=(piece("Điều 1. "), piece(LONG, bold=False)))),
        form=Form.DECISION,
        type_name="Quyết định",
    ),
    "words of another paper": body(f"“{LONG}.”", italic=True),
    "words of another paper over several paragraphs": body(f"“1. {LONG}.", italic=True).before(
        "heading_1", Draft("body", f"{LONG};", {"italic": True}), Draft("point", f"b) {LONG}”.", {"italic": True})
    ),
    "heading that says something behind its colon": PLAN.change("heading_1", text="I. KIẾN NGHỊ, ĐỀ XUẤT: Không."),
    "heading of an abbreviation": PLAN.change("heading_2", text="1. UBND XÃ"),
    "heading of abbreviations": PLAN.change("heading_2", text="1. UBND, THCS, HĐND"),
    "two of many paragraphs in the margin": body(right=-8).before(
        "heading_1", Draft("body", LONG, place={"right": -8})
    ),
    "short lines whose right edge nobody sees": PLAN._with(
        (*PLAN.drafts, *(Draft("body", "Một việc.", place={"right": -8}) for _ in range(5)))
    ),
    "indents that give a right margin": PLAN.page(right=20).change_all("body", right=-5).change_all("point", right=-5),
    "annexes with Roman numbers": PLAN.change("body", text=f"{LONG} (Phụ lục kèm theo).").after(
        "signer",
        *(Draft("annex_number", number) for number in ("Phụ lục I", "PHỤ LỤC SỐ II".capitalize(), "Phụ lục IIa")),
        Draft("annex_reference", "(Kèm theo Kế hoạch số 05/KH-THTP3 ngày 05 tháng 9 năm 2021)"),
    ),
    "rule right under its words": PLAN.change("motto", lines=(drawn(62, below=10),)),
    "rule under words that wrap": PLAN.change(
        "issuer", text="TRƯỜNG PHỔ THÔNG DÂN TỘC NỘI TRÚ TRUNG HỌC CƠ SỞ TÂN HỒNG", lines=(drawn(25, below=17),)
    ),
    "charter that a decision approves": PLAN.after("signer", Draft("subject", "HỘI KHUYẾN HỌC TỈNH ĐỒNG THÁP")),
    "heading of a third level": PLAN.change("heading_2", text="1.1. Về đội ngũ", italic=True),
    "roman heading of a third level": PLAN.change("heading_2", text="1.2. Về cơ sở vật chất", bold=False),
    "item that introduces a list": PLAN.change("heading_2", text="1. Giao tổ chuyên môn:", bold=False),
    "item that says something": PLAN.change("heading_2", text="1. Kết quả: đến nay đạt 95%", bold=False),
    "halves of the letterhead by tabs and spaces": PLAN.change(
        "superior", text="   UBND HUYỆN", cell=None, align=Align.LEFT
    ),
    "page of a table without its grid": PLAN.page(width=297, height=210).after(
        "body", Draft("body", "1", place={"cell": replace(DATA, bordered=False, columns=7, rows=40)})
    ),
    "bases that go on": PLAN.change("basis", 1, text="Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;").change(
        "body", text=f"Theo đề nghị của tổ chuyên môn, {LONG}."
    ),
    "report to a superior": replace(PLAN, type_name="Báo cáo")
    .before("basis", Draft("addressee", "Kính gửi: Phòng Giáo dục và Đào tạo huyện Tân Hồng"))
    .change("recipients", text="- Như trên;"),
    "page of a table": PLAN.page(width=297, height=210).after("body", Draft("body", "1", place={"cell": DATA})),
    "short paper without page number": PLAN.page(page_numbers=()),
    "minutes of two signers": replace(
        PLAN.drop("place_and_date").drop("basis"), form=Form.MINUTES, type_name="Biên bản"
    ).before("authority", Draft("signer", "Lê Văn C", place={"cell": cell(1, 0, 0, 75)})),
    "two bodies sign together": PLAN.before(
        "authority",
        Draft("authority", "TM. BAN CHẤP HÀNH CÔNG ĐOÀN", place={"cell": cell(1, 0, 0, 75)}),
        Draft("signer", "Lê Văn C", place={"cell": cell(1, 0, 0, 75)}),
    ),
    "text of an annex": PLAN.change("body", text=f"{LONG} (Phụ lục kèm theo).").after(
        "signer",
        Draft("annex_number", "Phụ lục"),
        Draft("annex_reference", "(Kèm theo Kế hoạch số 05/KH-THTP3 ngày 05 tháng 9 năm 2021)"),
        Draft("body", LONG).with_changes({"first": 0, "before": 0, "align": Align.LEFT}),
    ),
    "note under a table": PLAN.after("body", Draft("body", "1", place={"cell": DATA})).after(
        "body", Draft("body", f"{LONG}.", {"size": 12}, {"first": 0, "before": 0}), nth=1
    ),
    "no official paper": replace(PLAN.drop("motto").change_all("*", fonts=("Arial",), size=9), form=Form.OTHER),
    "law": replace(PLAN.drop("motto").change_all("*", fonts=("Arial",), size=9), form=Form.LEGISLATION),
}


@pytest.mark.parametrize("variant", list(RIGHT))
def test_right_though_it_differs(variant: str) -> None:
    seen = [(one.code, one.found) for one in answers(RIGHT[variant]) if isinstance(one, Observation)]
    assert [one for one in seen if one[0] != "spaces-for-indent"] == []


def only(paper: Paper) -> Observation:
    (one,) = answers(paper)
    assert isinstance(one, Observation)
    return one


def test_many_places_are_one_observation_with_their_count() -> None:
    paper = PLAN.change_all("body", fonts=("Arial",)).change_all("point", fonts=("Arial",))
    one = only(paper)
    assert (one.code, one.found, len(one.others)) == ("font-not-times", "phông Arial (4 đoạn)", 3)


def test_a_text_too_small_all_over_is_one_fault() -> None:
    paper = PLAN
    for role in ("basis", "body", "point", "heading_1", "heading_2"):
        paper = paper.change_all(role, size=12)
    assert codes(paper) == ["body-size"]


def test_a_word_that_differs_is_pointed_at() -> None:
    one = only(PLAN.change("motto", pieces=(piece("Độc lập - "), piece("Tự do", italic=True), piece(" - Hạnh phúc"))))
    assert (one.code, one.found, one.spot.quote) == ("motto-italic", "chữ nghiêng ở một số chữ", "Tự do")


def test_what_is_said_of_an_uncertain_part_is_no_fault() -> None:
    assert only(PLAN.change("type", size=16)).severity is Severity.FAULT
    assert only(PLAN.change("type", size=16, certainty=0.6)).severity is Severity.WARNING
    assert answers(PLAN.change("type", size=16, certainty=0.3)) == []


def test_a_forms_own_words_are_not_judged_as_text() -> None:
    assert codes(PLAN.change("issuer", text="Tên cơ quan, tổ chức", placeholder=True)) == []


def test_one_slip_is_a_warning_and_a_habit_a_fault() -> None:
    assert only(PLAN.change("body", before=0)).severity is Severity.WARNING
    flush = PLAN.change_all("body", before=0).change_all("point", before=0).change_all("heading_2", before=0)
    assert only(flush).severity is Severity.FAULT


def test_several_wrong_indents_are_one_observation() -> None:
    one = only(
        body(first=30).before(
            "heading_1",
            Draft("body", LONG).with_changes({"first": 40}),
            Draft("body", LONG).with_changes({"first": 40}),
        )
    )
    assert one.code == "body-indent"
    assert one.found == "dòng đầu lùi vào 40 mm, có đoạn khác nữa (3 đoạn)"


def test_an_estimate_that_may_be_one_page_or_two_is_not_judged() -> None:
    paper = PLAN.before("heading_1", *(Draft("body", f"{LONG}.") for _ in range(6))).page(page_numbers=())
    (one,) = answers(paper)
    assert isinstance(one, CannotTell)
    assert one.code == "page-number-missing"


def test_a_picture_may_be_the_rule() -> None:
    (one,) = answers(PLAN.change("motto", lines=(), holds_object=True))
    assert isinstance(one, CannotTell)
    assert one.code == "motto-rule-missing"


def test_an_element_that_naming_is_not_sure_of_is_not_missed() -> None:
    anatomy = replace(PLAN.drop("issuer").anatomy(), why_uncertain={"issuer": "Không rõ dòng nào là tên cơ quan."})
    rule = next(rule for rule in LAYOUT_RULES if rule.code == "issuer-missing")
    assert list(rule.judge(rule, anatomy)) == [CannotTell("issuer-missing", "Không rõ dòng nào là tên cơ quan.")]


def test_papers_of_the_party_are_set_by_other_rules() -> None:
    paper = PLAN.drop("national_name").change("motto", text="ĐẢNG CỘNG SẢN VIỆT NAM")
    assert "national-name-missing" not in [one.code for one in answers(paper) if isinstance(one, Observation)]


def test_a_number_without_a_colon_has_its_label() -> None:
    assert "number-no-label" not in codes(PLAN.change("number", text="Số 05/KH-THTP3"))
    assert codes(PLAN.change("number", text="05/KH-THTP3")) == ["number-no-label"]


def test_what_stands_behind_the_file_copy_is_a_mark_and_no_unit() -> None:
    for text in ("- Lưu: VT", "- Lưu: VT, NC", "- Lưu: VT. Phòng Tổ chức hành chính quản trị"):
        assert codes(PLAN.change("recipients", 2, text=text)) == ["recipients-no-full-stop"], text


def test_a_rarer_face_of_a_run_is_seen_too() -> None:
    one = only(PLAN.change("body", fonts=("Times New Roman", "Arial")))
    assert (one.code, one.severity) == ("font-not-times", Severity.WARNING)


def test_a_short_word_in_capitals_is_told() -> None:
    assert codes(PLAN.before("heading_1", Draft("chapter", "PHẦN I"))) == ["chapter-capitals"]


def test_the_last_basis_of_each_paper_is_judged() -> None:
    wrong = PLAN.change("basis", 1, text="Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;")
    assert [one.others for one in [only(wrong._with((*wrong.drafts, *PLAN.drafts)))]] == [()]


def test_minutes_are_signed_by_hand() -> None:
    minutes = RIGHT["minutes of two signers"].drop("signer")
    assert codes(minutes) == []


def test_many_paragraphs_in_the_margin_are_one_observation() -> None:
    more = (Draft("body", f"{LONG}.", place={"right": -8}) for _ in range(4))
    one = only(PLAN.before("heading_1", *more).page(right=20))
    assert (one.code, len(one.others)) == ("text-in-margin", 3)
    assert one.found == "chữ lấn vào lề phải, chỉ còn cách mép giấy 12 mm (4 đoạn)"


def test_an_article_that_the_program_numbers_in_roman_letters_is_told() -> None:
    article = Draft("article", f"{LONG}.", {"bold": False}, {"label": "Điều 1."})
    assert codes(PLAN.before("heading_1", article)) == ["article-not-bold"]


def test_bases_behind_dashes_are_bases() -> None:
    first = PLAN.change("basis", text="- Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019,")
    last = PLAN.change("basis", 1, text="- Xét năng lực của giáo viên,")
    assert [codes(first), codes(last)] == [["basis-end"], ["basis-end"]]
    assert codes(last.change("body", text=f"- Theo đề nghị của tổ chuyên môn, {LONG}.")) == []


def test_a_subject_in_brackets_is_a_subject() -> None:
    assert codes(PLAN.change("subject", text="(V/v nâng cao chỉ số cung ứng dịch vụ công)")) == ["subject-with-vv"]


def test_addressees_without_dashes_are_told() -> None:
    lines = ("Các sở, ban, ngành tỉnh", "Ủy ban nhân dân các xã, phường")
    letter = LETTER.change("addressee", text="Kính gửi:")
    for line in reversed(lines):
        letter = letter.after("addressee", Draft("addressee", line, joins=True))
    assert codes(letter) == ["addressee-list"]
    wrapped = LETTER.change("addressee", text="Kính gửi:").after(
        "addressee", Draft("addressee", "Ủy ban nhân dân", joins=True), Draft("addressee", "tỉnh Đồng Tháp", joins=True)
    )
    assert codes(wrapped) == []


def test_minutes_end_as_their_form_does() -> None:
    minutes = RIGHT["minutes of two signers"]
    assert codes(minutes.change("body", 1, text="Cuộc họp kết thúc lúc 16 giờ 00.")) == ["end-mark-missing"]


def test_the_left_margin_is_looked_at_too() -> None:
    one = only(PLAN.before("heading_1", *(Draft("body", LONG, place={"left": -17, "first": 27}) for _ in range(3))))
    assert one.found == "chữ lấn vào lề trái, chỉ còn cách mép giấy 13 mm (3 đoạn)"


def _annexed(section: int, **more: object) -> Paper:
    """The plan with an annex behind it, in a section of its own for 1."""
    annex = (
        Draft("annex_number", "Phụ lục").with_changes({"section": section, **more}),
        Draft("annex_title", "BẢNG PHÂN CÔNG", place={"section": section}),
        Draft("annex_reference", "(Kèm theo Kế hoạch số 05/KH-THTP3)", place={"section": section}),
    )
    paper = PLAN.change("body", text=f"{LONG} (Phụ lục kèm theo).")
    paper = paper._with((*paper.drafts, *annex))
    return replace(paper, sections=(*paper.sections, replace(paper.sections[0], index=1)))


@pytest.mark.parametrize(
    ("paper", "kinds"),
    [
        (_annexed(1).page(1, number_from=1), []),
        (_annexed(1).page(1, page_numbers=()), []),
        (_annexed(1).page(1, first_page_differs=False), [Observation]),
        (_annexed(0, breaks_page=True), [Observation]),
        (_annexed(1), [CannotTell]),
        (_annexed(0), [CannotTell]),
    ],
    ids=["anew", "no numbers", "own section", "same section", "one page without its number", "no new page"],
)
def test_pages_of_an_annex_are_its_own(paper: Paper, kinds: list[type]) -> None:
    assert [(one.code, type(one)) for one in answers(paper)] == [("annex-page-number-goes-on", kind) for kind in kinds]


def test_figures_are_no_numbers_of_annexes() -> None:
    annexes = (Draft("annex_number", f"Phụ lục {number}") for number in (1, 2))
    paper = PLAN.change("body", text=f"{LONG} (Phụ lục kèm theo).").after(
        "signer", *annexes, Draft("annex_reference", "(Kèm theo Kế hoạch số 05/KH-THTP3)")
    )
    (one,) = (answer for answer in answers(paper) if isinstance(answer, Observation))
    assert (one.code, one.found, len(one.others)) == ("annex-not-numbered", '"Phụ lục 1"', 1)


def test_a_rule_may_hang_far_under_its_own_words() -> None:
    assert codes(PLAN.change("motto", lines=(drawn(62, below=6.5 + 8),))) == ["motto-rule-far"]
    assert codes(PLAN.change("subject", lines=(drawn(50, below=6.5 + 8),))) == ["subject-rule-far"]
