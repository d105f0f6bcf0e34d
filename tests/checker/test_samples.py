"""The decree, its fourteen forms and nine real papers, beside what a careful official marks on them.

The marks were made on the printed pages before the checker was run; where it saw more than the eye, the note says so.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from papi_docs.checker import Report, check
from papi_docs.checker.anatomy import Form
from papi_docs.checker.rules import RULES
from papi_docs.findings import Severity

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT.parent / "shared" / "samples"
DECREE, REAL = SAMPLES / "decree", SAMPLES / "real"

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample papers are not on this machine")


@dataclass(frozen=True, kw_only=True)
class Marks:
    """What an official writes beside a paper, by the codes of the rules."""

    must: str = ""
    may: str = ""


MARKS = {
    # One page; "Châu" is the drafter's mark behind the full stop of "Lưu".
    "01_qd_ubnd_tinh_dieule_hiephoi_1424": Marks(
        must="margin-bottom number-size number-bold",
        may="recipients-no-full-stop",
    ),
    # "một số Điều của Điều lệ"; decision 385 is cited together with 1366 and has no subject of its own.
    "11_cv_ubnd_tinh_nuocmam": Marks(
        must="motto-dash issuer-rule-length",
        may="recipients-no-full-stop cited-clause-capital first-citation-incomplete",
    ),
    # 2 and 3 are titles on lines of their own, 1 and 4 are sentences.
    "17_ttr_so_noivu_2114": Marks(must="motto-dash", may="heading-2-not-bold"),
    # Rules of 0.27 and 0.925 of their words: the forms of the decree have such.
    "18_tb_ubnd_tinh_giaithe_hoi": Marks(
        must="margin-bottom page-number-missing subject-with-vv basis-not-italic",
        may="issuer-rule-length motto-rule-length basis-end recipients-no-full-stop",
    ),
    # "PHẦN THỨ HAI" in capitals, 6 mm off the middle; "phòng Văn hóa - Xã hội" was overlooked by the eye.
    "21_bc_phong_vhxh_thang": Marks(
        must="""
            margin-top margin-bottom margin-left page-number-in-footer page-number-on-first-page superior-size
            issuer-size number-size motto-dash subject-rule-length font-not-times body-spacing recipients-size
            recipients-file-copy-words
        """,
        may="""
            motto-rule-length subject-not-bold addressee-missing body-indent body-not-justified heading-2-not-bold
            chapter-capitals chapter-not-centred chapter-title-not-centred body-name-capitals
            type-of-paper-not-capital cited-symbol-misspelt month-with-needless-zero first-citation-incomplete
            numbering-out-of-order item-mark-not-of-decree issuer-not-centred
        """,
    ),
    # "NGÀY 1: …" of 12 pt stands between two tables; "Sở GDĐT.." has a full stop too many.
    "23_kh_thpt_sinhhoat_congdan": Marks(
        must="page-number-size basis-not-italic basis-end end-mark-missing",
        may="body-size double-mark subject-rule-length",
    ),
    # The rules are drawn far below their words. Word has room for the national name, LibreOffice breaks it.
    "26_kh_thpt_sinh_tu_pythondocx": Marks(
        must="""
            motto-dash month-with-needless-zero subject-rule-missing end-mark-missing recipients-no-file-copy
            first-citation-incomplete cited-symbol-misspelt type-of-paper-not-capital body-no-longer-exists
        """,
        may="""
            symbol-of-another-issuer issuer-rule-far motto-rule-far national-name-wraps body-spacing basis-missing
            recipients-no-full-stop body-name-capitals
        """,
    ),
    # 15 pt between lines of 14 pt; "TP. HCM"; the recipients stand 25 mm from the margin.
    "27_tb_truong_cd_nghe_213": Marks(
        must="""
            margin-top margin-bottom margin-left national-name-words national-name-size motto-size motto-dash
            superior-size issuer-size number-size place-and-date-size type-size authority-size rank-before-signer
            recipients-file-copy-words item-mark-not-of-decree
        """,
        may="""
            body-leading place-and-date-capitals recipients-not-at-margin motto-rule-length
            recipients-label-not-italic
        """,
    ),
    # A law: Annex I does not lay it out.
    "33_luat_02_2021_qh15": Marks(),
}
"""Of each real paper: what has to be marked, and what besides can be; anything else is a false alarm."""

QUOTED = [
    ("01_qd_ubnd_tinh_dieule_hiephoi_1424", "number-bold", "1424"),
    ("18_tb_ubnd_tinh_giaithe_hoi", "basis-not-italic", "Căn cứ Nghị định số 126/2024/NĐ-CP"),
    ("21_bc_phong_vhxh_thang", "recipients-file-copy-words", "- Lưu VT."),
    ("21_bc_phong_vhxh_thang", "issuer-size", "PHÒNG VĂN HÓA-XÃ HỘI"),
    ("23_kh_thpt_sinhhoat_congdan", "basis-end", "Căn cứ tình hình thực tế"),
    ("26_kh_thpt_sinh_tu_pythondocx", "cited-symbol-misspelt", "TTG"),
    ("26_kh_thpt_sinh_tu_pythondocx", "body-no-longer-exists", "Phòng GDĐT"),
    ("27_tb_truong_cd_nghe_213", "national-name-words", "CÔNG HÒA"),
    ("27_tb_truong_cd_nghe_213", "rank-before-signer", "Bùi Đình Thiện"),
]
"""Where a finding must stand: words of its quotation."""

EXPLAINED = {
    ("Mau_1.3", "font-not-times"): "a note under the form is set in the face of the theme, Calibri",
    ("Mau_1.9", "font-not-times"): '"năm …../." is set in the face of the theme, Calibri',
    ("Mau_1.9", "body-size"): '"năm …../." is set in 11 pt',
    ("Mau_1.9", "body-mixed-size"): "likewise",
    ("Mau_3.1", "issuer-size"): "the name of the body that copies is set in 14 pt",
}
"""Findings in the decree's own files that are true of them."""

FORMS = {
    "30_2020_ND_CP": Form.LEGISLATION,
    "Mau_1.1": Form.RESOLUTION,
    "Mau_1.2": Form.DECISION,
    "Mau_1.3": Form.DECISION,
    "Mau_1.4": Form.NAMED,
    "Mau_1.5": Form.LETTER,
    "Mau_1.6": Form.TELEGRAM,
    "Mau_1.7": Form.INVITATION,
    "Mau_1.8": Form.INTRODUCTION,
    "Mau_1.9": Form.MINUTES,
    "Mau_1.10": Form.LEAVE,
    "Mau_2.1": Form.ANNEX,
    "Mau_2.2": Form.ANNEX,
    "01_qd_ubnd_tinh_dieule_hiephoi_1424": Form.DECISION,
    "11_cv_ubnd_tinh_nuocmam": Form.LETTER,
    "17_ttr_so_noivu_2114": Form.NAMED,
    "18_tb_ubnd_tinh_giaithe_hoi": Form.NAMED,
    "21_bc_phong_vhxh_thang": Form.NAMED,
    "23_kh_thpt_sinhhoat_congdan": Form.NAMED,
    "26_kh_thpt_sinh_tu_pythondocx": Form.NAMED,
    "27_tb_truong_cd_nghe_213": Form.NAMED,
    "33_luat_02_2021_qh15": Form.LEGISLATION,
}


@cache
def report(paper: str) -> Report:
    """Of a sample by its name without suffix."""
    return check(next(path for folder in (DECREE, REAL) if (path := folder / f"{paper}.docx").is_file()))


def marked(paper: str) -> set[str]:
    """Codes of faults and warnings; advice does not count."""
    return {seen.code for seen in report(paper) if seen.severity is not Severity.ADVICE}


MUSTS = [(paper, code) for paper, marks in MARKS.items() for code in marks.must.split()]


@pytest.mark.parametrize(("paper", "code"), MUSTS)
def test_what_an_official_must_mark_in_a_real_paper_is_found(paper: str, code: str) -> None:
    assert code in marked(paper)


@pytest.mark.parametrize("paper", MARKS)
def test_a_real_paper_has_no_false_alarm(paper: str) -> None:
    marks = MARKS[paper]

    assert marked(paper) <= {*marks.must.split(), *marks.may.split()}


@pytest.mark.parametrize(("paper", "code", "words"), QUOTED)
def test_a_finding_stands_where_the_fault_is(paper: str, code: str, words: str) -> None:
    assert any(words in seen.spot.quote for seen in report(paper).of(code))


@pytest.mark.parametrize("paper", FORMS)
def test_a_sample_is_read_as_the_form_that_it_follows(paper: str) -> None:
    assert report(paper).anatomy.form is FORMS[paper]


def test_every_mark_is_the_code_of_a_rule() -> None:
    codes = {code for marks in MARKS.values() for code in f"{marks.must} {marks.may}".split()}

    assert codes | {code for _, code in EXPLAINED} <= set(RULES)


def test_every_real_sample_is_marked() -> None:
    assert {path.stem for path in REAL.glob("*.docx")} == set(MARKS)


DECREE_AND_FORMS = ["30_2020_ND_CP", *(f"Mau_1.{n}" for n in range(1, 11)), "Mau_2.1", "Mau_2.2", "Mau_3.1", "Mau_3.2"]


@pytest.mark.parametrize("paper", DECREE_AND_FORMS)
def test_the_decree_and_its_forms_are_right_but_for_what_is_explained(paper: str) -> None:
    assert {(paper, code) for code in marked(paper)} <= set(EXPLAINED)
