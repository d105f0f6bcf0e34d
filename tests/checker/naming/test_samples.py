"""Official papers and the decree's own forms: what a reader sees each paragraph of header and ending to be.

The truth was written by hand from the printed pages. A paragraph that is not listed in ``parts`` and lies in
``looked_at`` has no name.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from papi_docs.checker.anatomy import Anatomy
from papi_docs.checker.naming import name
from papi_docs.checker.reading import read
from papi_docs.decree30 import ELEMENTS

SAMPLES = Path(__file__).parents[3].parent / "shared" / "samples"

_ABBREVIATED = {
    "su": "superior",
    "is": "issuer",
    "no": "number",
    "ls": "letter_subject",
    "na": "national_name",
    "mo": "motto",
    "pd": "place_and_date",
    "ty": "type",
    "sb": "subject",
    "de": "decider",
    "ba": "basis",
    "ar": "article",
    "ad": "addressee",
    "h1": "heading_1",
    "h2": "heading_2",
    "po": "point",
    "bo": "body",
    "ch": "chapter",
    "ct": "chapter_title",
    "em": "end_mark",
    "rl": "recipients_label",
    "re": "recipients",
    "au": "authority",
    "si": "signer",
    "an": "annex_number",
    "at": "annex_title",
    "af": "annex_reference",
}


@dataclass(frozen=True)
class Truth:
    """What is where: ``"0 su; 16-18 ba"`` says that paragraphs 16 to 18 are bases."""

    form: str
    parts: str
    looked_at: str
    type_name: str = ""
    number: str = ""
    symbol: str = ""
    dated: str = ""

    def roles(self) -> dict[int, set[str]]:
        """Roles that each paragraph holds; one without is in no set."""
        roles: dict[int, set[str]] = {}
        for item in self.parts.split(";"):
            where, *short = item.split()
            for index in _numbers(where):
                wanted = {_ABBREVIATED[role] for role in short} & ELEMENTS.keys()
                if wanted:
                    roles.setdefault(index, set()).update(wanted)
        return roles


def _numbers(text: str) -> list[int]:
    numbers: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        numbers += range(int(first), int(last or first) + 1)
    return numbers


_FORM_HEAD = "0 su; 1 is; 3 no; 4 na; 5 mo; 7 pd"

TRUTHS = {
    "real/01_qd_ubnd_tinh_dieule_hiephoi_1424": Truth(
        "DECISION",
        "0,1 is; 3 no; 4 na; 5 mo; 7 pd; 10 ty; 11,12 sb; 14 de; 15-17 ba; 18 de; 19,20 ar; 21 ar em; 22 rl; 23-25 re;"
        "26,27 au; 33 si",
        "0-34",
        "Quyết định",
        "1424",
        "QĐ-UBND",
        "2025-06-30",
    ),
    "real/11_cv_ubnd_tinh_nuocmam": Truth(
        "LETTER",
        "0,1 is; 3 no; 4 ls; 5 na; 6 mo; 8 pd; 10 ad; 12 bo; 13-16 po; 17 bo em; 18 rl; 19-23 re; 24,25 au; 31 si",
        "0-32",
        "",
        "",
        "UBND-NCKSTTHC",
    ),
    "real/17_ttr_so_noivu_2114": Truth(
        "NAMED",
        "0 su; 1 is; 3 no; 4 na; 5 mo; 7 pd; 9 ty; 10,11 sb; 13 ad; 15,16 bo; 17 po; 18 h2; 19 bo; 20 h2; 21 bo; 22 po;"
        "23,24 po; 25 bo em; 26 rl; 27-30 re; 31 au; 38 si",
        "0-39",
        "Tờ trình",
        "2114",
        "TTr-SNV",
        "2025-06-28",
    ),
    "real/18_tb_ubnd_tinh_giaithe_hoi": Truth(
        "NAMED",
        "1,2 is; 4 na; 5 mo; 6 no; 8 pd; 10 ty; 11 sb; 13 ba; 14 bo; 15 po; 16 bo; 17-23 po; 24,25 bo; 26 po; 27 po em;"
        "28 rl; 29-35 re; 36,37 au; 42 si",
        "0-43",
        "Thông báo",
        "",
        "TB-UBND",
    ),
    "real/21_bc_phong_vhxh_thang": Truth(
        "NAMED",
        "0 su; 1 is; 2 na; 3 mo; 5 no; 6 pd; 8 ty; 9,10 sb; 13 bo; 15 h1; 16 h2; 17-23 bo; 24 h2; 25-36 bo; 37 h2;"
        "351 bo em; 353 rl re; 354 re; 355 au; 362 si",
        "0-37,96-135,351-363",
        "Báo cáo",
        "",
        "BC-VHXH",
    ),
    "real/23_kh_thpt_sinhhoat_congdan": Truth(
        "NAMED",
        "0 su; 1 is; 2 na; 3 mo; 4 no; 5 pd; 8 ty; 9 sb; 11,12 ba; 13 bo; 14 h1; 15 h2; 16-18 po; 19 h2; 20-22 po;"
        "23 h1; 24 po; 25 h2; 27,48,70 bo; 112 rl; 113-117 re; 118,119 au; 125 si",
        "0-25,27-70,111-126",
        "Kế hoạch",
        "",
        "KH-THPTĐBK",
        "2026-08-17",
    ),
    "real/26_kh_thpt_sinh_tu_pythondocx": Truth(
        "NAMED",
        "0 su; 1 is; 2 na; 3 mo; 8 no; 9 pd; 13 ty; 14 sb; 16 bo; 17 rl; 18-20 re; 21,22 au; 26 si",
        "0-26",
        "Kế hoạch",
        "369",
        "KH-UBND",
        "2026-03-29",
    ),
    "real/27_tb_truong_cd_nghe_213": Truth(
        "NAMED",
        "0 su na; 1 is mo; 2 no pd; 3 ty; 4 sb; 7,8 bo; 9 po; 11 po; 12,13 bo; 14 po; 15-18 bo; 19 po; 20 bo; 21 bo em;"
        "23 rl au; 24-26 re; 31 si",
        "0-9,11-32",
        "Thông báo",
        "213",
        "TB-ĐTII",
        "2012-04-10",
    ),
    "real/33_luat_02_2021_qh15": Truth(
        "LEGISLATION",
        "1 is; 3 no; 4 na; 5 mo; 10 ty; 11 sb; 14 ba; 15 bo; 16 ar; 17,19 po; 18,20,21,23 bo; 22,24,26,29 po;"
        "25,27,28,30,31 bo; 32 ar; 33 po; 34 bo; 35-37 po; 40 bo; 42 au si",
        "0-43",
        "Luật",
        "02",
        "QH15",
    ),
    "decree/30_2020_ND_CP": Truth(
        "LEGISLATION",
        "0 is; 3 no; 4 na; 5 mo; 7 pd; 10 ty; 11 sb; 14,15 ba; 16 bo; 18 ch; 19 ct; 20 ar; 21 bo; 22 ar; 23,24 po;"
        "25 ar; 26 bo; 27-43 po; 44 ar; 124 ch; 125 ct; 271 ch; 272 ct; 320 ch; 321 ct; 323 ar; 324 bo; 325 ar; 326 po;"
        "327 po em; 329 rl; 330-353 re; 354,355 au; 363 si",
        "0-44,271,272,319-366",
        "Nghị định",
        "30",
        "NĐ-CP",
        "2020-03-05",
    ),
    "decree/Mau_1.1": Truth(
        "RESOLUTION",
        "0 su; 1 is; 4 no; 5 na; 6 mo; 8 pd; 11 ty; 12 sb; 15 de; 16,17 ba; 19 de; 20 bo em; 22 rl; 23-25 re; 27 au;"
        "32 si",
        "0-17,19-46",
        "Nghị quyết",
    ),
    "decree/Mau_1.2": Truth(
        "DECISION",
        f"{_FORM_HEAD}; 9 ty; 10 sb; 13 de; 14-16 ba; 18 de; 19,20 ar; 21 bo em; 23 rl; 24-26 re; 27 au; 32 si",
        "0-47",
        "Quyết định",
    ),
    "decree/Mau_1.3": Truth(
        "DECISION",
        "0 su; 1 is; 4 no; 5 na; 6 mo; 8 pd; 11 ty; 12 sb; 15 de; 16-18 ba; 19 de; 20 ar; 21 bo; 22 ar; 23 bo em;"
        "25 rl; 26-28 re; 29 au; 34 si; 50 su; 51 is; 53 na; 54 mo; 58 ty; 59 sb; 60 af; 65,66 ar; 70 ar; 71 bo em;"
        "89 su; 90 is; 92 na; 93 mo; 96 ty; 97 sb; 98 af; 103,104 ar; 108 ar; 109 bo em",
        "0-62,65,66,70-98,103,104,108-122",
        "Quyết định",
    ),
    "decree/Mau_1.4": Truth(
        "NAMED",
        f"{_FORM_HEAD}; 10 ty; 11 sb; 14 bo; 17 em; 20 rl; 21-23 re; 25 au; 30 si",
        "0-47",
    ),
    "decree/Mau_1.5": Truth(
        "LETTER",
        "0 su; 1 is; 3 no; 4 ls; 5 na; 6 mo; 8 pd; 10-12 ad; 14 bo; 16 em; 18 rl; 19-21 re; 22 au; 27 si",
        "0-48",
    ),
    "decree/Mau_1.6": Truth(
        "TELEGRAM",
        f"{_FORM_HEAD}; 9 ty; 10 sb; 18 bo; 21 em; 24 rl; 26 au; 28-30 re; 37 si",
        "0-12,17-51",
        "Công điện",
    ),
    "decree/Mau_1.7": Truth(
        "INVITATION",
        f"{_FORM_HEAD}; 9 ty; 10 sb; 13-18 bo; 19 bo em; 21 rl; 23 au; 24-26 re; 33 si",
        "0-48",
        "Giấy mời",
    ),
    "decree/Mau_1.8": Truth(
        "INTRODUCTION",
        f"{_FORM_HEAD}; 10 ty; 13 bo; 15-20 bo; 21 bo em; 23 rl; 25 au; 26,27 re; 33 si",
        "0-45",
        "Giấy giới thiệu",
    ),
    "decree/Mau_1.9": Truth(
        "MINUTES",
        "0 su; 1 is; 3 no; 4 na; 5 mo; 9 ty; 10 sb; 12-14 bo; 16-18 bo; 20 bo em; 21,23 au; 29,30 si; 31 rl; 32,33 re",
        "0-49",
        "Biên bản",
    ),
    "decree/Mau_1.10": Truth(
        "LEAVE",
        f"{_FORM_HEAD}; 9 ty; 12-16 bo; 17 bo em; 19 rl; 20,21 re; 23 au; 28 si",
        "0-28,36-47",
        "Giấy nghỉ phép",
    ),
    "decree/Mau_2.1": Truth("ANNEX", "2 an; 3 at; 4 af; 8 bo; 11 em", "0-44"),
    "decree/Mau_2.2": Truth("ANNEX", "4 an; 5 at; 6 af; 10 bo; 13 em", "0-43"),
    "decree/Mau_3.1": Truth(
        "COPY",
        "0 su; 1 is; 3 no; 4 na; 5 mo; 7 pd; 9 ty; 10 sb; 15 em; 18 rl; 19-21 re; 23 au; 27 si; 30 is; 33 no; 36 pd;"
        "39 rl; 40-42 re; 44 au; 50 si",
        "0-59",
    ),
    "decree/Mau_3.2": Truth(
        "COPY",
        "3 su; 4 is; 6 no; 7 na; 8 mo; 10 pd; 13 ty; 14 sb; 20 bo em; 22 rl; 23-25 re; 27 au; 31 si",
        "0-50",
    ),
}


def _anatomy(sample: str) -> Anatomy:
    path = SAMPLES / f"{sample}.docx"
    if not path.exists():
        pytest.skip(f"{path} is not here: the samples lie outside the repository")
    return name(read(path))


@pytest.mark.parametrize("sample", TRUTHS)
def test_every_paragraph_that_was_looked_at(sample: str) -> None:
    truth, anatomy = TRUTHS[sample], _anatomy(sample)
    named: dict[int, set[str]] = {}
    for part in anatomy.parts:
        for span in part.spans:
            named.setdefault(span.paragraph.index, set()).add(part.role)
    expected = truth.roles()
    wrong = {
        index: (named.get(index, set()), expected.get(index, set()), anatomy.written.paragraphs[index].text[:60])
        for index in _numbers(truth.looked_at)
        if named.get(index, set()) != expected.get(index, set())
    }
    assert not wrong


@pytest.mark.parametrize("sample", TRUTHS)
def test_the_document_as_a_whole(sample: str) -> None:
    truth, anatomy = TRUTHS[sample], _anatomy(sample)
    dated = str(anatomy.dated) if anatomy.dated else ""
    found = (anatomy.form.name, anatomy.type_name, anatomy.number, anatomy.symbol, dated)
    assert found == (truth.form, truth.type_name, truth.number, truth.symbol, truth.dated)


@pytest.mark.parametrize("sample", [sample for sample in TRUTHS if "Mau" in sample])
def test_the_words_of_a_form_are_placeholders(sample: str) -> None:
    form_words = {
        "superior",
        "issuer",
        "number",
        "place_and_date",
        "subject",
        "annex_title",
        "signer",
        "annex_reference",
    }
    real = [
        (part.role, part.text) for part in _anatomy(sample).parts if part.role in form_words and not part.placeholder
    ]
    assert not real


@pytest.mark.parametrize("sample", [sample for sample in TRUTHS if "real" in sample])
def test_no_word_of_a_real_paper_is_a_placeholder(sample: str) -> None:
    assert not [(part.role, part.text) for part in _anatomy(sample).parts if part.placeholder]
