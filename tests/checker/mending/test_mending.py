"""A mended copy has none of the mended faults and no new one; its words are the same but where a rule says so."""

import json
import subprocess
import unicodedata
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from papi_docs.checker import check
from papi_docs.checker.mending import MENDABLE, mend
from papi_docs.checker.mending.menders import MENDERS, RETYPING
from papi_docs.checker.rules import RULES
from papi_docs.errors import UsageError
from papi_docs.package import pack, unpack
from tests.checker.injecting import find, formatted, inserted, retyped
from tests.checker.injection import Injection
from tests.checker.injections import INJECTIONS, MISSED
from tests.checker.papers import PAPERS, decision, letter, report

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT.parent / "shared" / "samples"
MENDABLE_FAULTS = [row for row in INJECTIONS if row.code in MENDABLE and row.name not in MISSED]


HEDGED = {"chapter-title-not-capitals", "signer-capitals", "annex-title-not-capitals", "number-no-label"}
"""Codes of elements that are hardly known without what they lack: told milder, and left to the author."""


def said(path: Path) -> dict[str, int]:
    counts: dict[str, int] = {}
    for seen in check(path).observations:
        counts[seen.code] = counts.get(seen.code, 0) + 1 + len(seen.others)
    return counts


def texts(path: Path) -> list[str]:
    """Words of every paragraph of every story, composed."""
    document = docx.Document(str(path))
    parts = [
        document.part,
        *(relation.target_part for relation in document.part.rels.values() if not relation.is_external),
    ]
    roots = [part.element for part in parts if hasattr(part, "element")]
    return [
        unicodedata.normalize("NFC", "".join(node.text or "" for node in paragraph.iter(qn("w:t"))))
        for root in roots
        for paragraph in root.iter(qn("w:p"))
    ]


def saved(document: DocxDocument, path: Path) -> Path:
    document.save(str(path))
    return path


@pytest.mark.parametrize("injection", MENDABLE_FAULTS, ids=[injection.name for injection in MENDABLE_FAULTS])
def test_a_fault_is_mended_and_nothing_else_changes(injection: Injection, tmp_path: Path) -> None:
    document = PAPERS[injection.paper]()
    injection.edit(document)
    path, copy = saved(document, tmp_path / "wrong.docx"), tmp_path / "mended.docx"
    found = check(path)
    mended = mend(found, copy)
    part_of = mended.left if injection.code in HEDGED else mended.done
    assert injection.code in {seen.code for seen in part_of}
    after = said(copy)
    assert after.keys() <= {seen.code for seen in mended.left}
    if injection.code not in RETYPING and not injection.code.startswith("page-number"):
        assert texts(copy) == texts(path)
    again = tmp_path / "again.docx"
    assert mend(check(copy), again).done == ()
    assert again.read_bytes() == copy.read_bytes()


RETYPED = [row for row in MENDABLE_FAULTS if row.code in RETYPING - HEDGED]
WORDS: dict[str, str | dict[str, str]] = {
    "weekday-not-capital": "đến 11 giờ 00 thứ Sáu, ngày 16 tháng 01 năm 2026.",
    "cited-symbol-misspelt": "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020",
    "cited-unit-not-capital": "có tên tại khoản 2 Điều 1 chịu trách nhiệm",
    "cited-clause-capital": "có tên tại khoản 2 Điều 1 chịu trách nhiệm",
    "foreign-letter": {"": "thay thế trong năm", "Đ": "Trường và Đoàn tiếp tục"},
}
"""What stands in a mended paper whose fault brought more words with it."""


@pytest.mark.parametrize("injection", RETYPED, ids=[row.name for row in RETYPED])
def test_retyping_gives_the_words_of_the_right_paper(injection: Injection, tmp_path: Path) -> None:
    right = saved(PAPERS[injection.paper](), tmp_path / "right.docx")
    document = PAPERS[injection.paper]()
    injection.edit(document)
    path, copy = saved(document, tmp_path / "wrong.docx"), tmp_path / "mended.docx"
    mend(check(path), copy)
    words = WORDS.get(injection.code)
    if words is None:
        assert texts(copy) == texts(right)
    else:
        wanted = words if isinstance(words, str) else words[injection.way]
        assert sum(wanted in text for text in texts(copy)) == 1
        assert sum(one != other for one, other in zip(texts(copy), texts(right), strict=True)) <= 1


@pytest.fixture(params=sorted(SAMPLES.rglob("*.docx")), ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> Path:
    assert isinstance(request.param, Path)
    return request.param


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of real papers are not beside the checkout")
def test_a_real_paper_is_mended_for_certain(sample: Path, tmp_path: Path) -> None:
    before, copy = check(sample), tmp_path / "mended.docx"
    mended = mend(before, copy)
    after = said(copy)
    for code, count in said(sample).items():
        assert after.get(code, 0) <= count
    assert after.keys() <= {seen.code for seen in before.observations}
    gone = {(seen.code, seen.spot.paragraph.index if seen.spot.paragraph else -1) for seen in mended.done}
    still = {(seen.code, seen.spot.paragraph.index if seen.spot.paragraph else -1) for seen in check(copy).observations}
    assert not gone & still
    assert _drawn(copy) == _drawn(sample)
    if not any(seen.code.startswith("page-number") or seen.code in RETYPING for seen in mended.done):
        assert texts(copy) == texts(sample)
    again = tmp_path / "again.docx"
    assert mend(check(copy), again).done == ()


def _drawn(path: Path) -> dict[str, int]:
    """Things that must survive: pictures, tables, fields, comments, tracked changes, bookmarks, links."""
    root = docx.Document(str(path)).element
    kinds = (
        "drawing",
        "pict",
        "tbl",
        "fldChar",
        "instrText",
        "ins",
        "del",
        "commentReference",
        "hyperlink",
        "bookmarkStart",
    )
    return {kind: sum(1 for _ in root.iter(qn(f"w:{kind}"))) for kind in kinds}


def test_what_is_not_mended_stays_byte_for_byte(tmp_path: Path) -> None:
    document = report()
    formatted("BÁO CÁO", size=16)(document)
    path, copy = saved(document, tmp_path / "wrong.docx"), tmp_path / "mended.docx"
    mend(check(path), copy)
    before, after = unpack(path.read_bytes()), unpack(copy.read_bytes())
    assert before.keys() == after.keys()
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}
    assert zipfile.ZipFile(copy).testzip() is None


def test_the_document_itself_is_never_written(tmp_path: Path) -> None:
    document = letter()
    formatted("UBND XÃ", bold=True)(document)
    path = saved(document, tmp_path / "wrong.docx")
    before, link = path.read_bytes(), tmp_path / "link.docx"
    link.symlink_to(path)
    for out in (path, tmp_path / "." / "wrong.docx", link):
        with pytest.raises(UsageError, match="tệp khác"):
            mend(check(path), out)
    assert path.read_bytes() == before


def test_only_what_the_report_speaks_of_is_mended(tmp_path: Path) -> None:
    document = letter()
    formatted("UBND XÃ", bold=True)(document)
    document.sections[0].left_margin = 914400
    path, copy = saved(document, tmp_path / "wrong.docx"), tmp_path / "mended.docx"
    mended = mend(check(path, select=("superior",)), copy)
    assert [seen.code for seen in mended.done] == ["superior-bold"]
    assert said(copy).keys() == {"margin-left"}


def test_nothing_to_mend_gives_the_same_bytes(tmp_path: Path) -> None:
    path, copy = saved(letter(), tmp_path / "right.docx"), tmp_path / "copy.docx"
    mended = mend(check(path), copy)
    assert (mended.done, mended.left) == ((), ())
    assert copy.read_bytes() == path.read_bytes()


def test_tracked_changes_are_left_to_their_author(tmp_path: Path) -> None:
    document = decision()
    formatted("a) Xây dựng", color="FF0000")(document)
    formatted("b) Chuẩn bị", color="FF0000")(document)
    (run,) = find(document, "a) Xây dựng").runs
    change = parse_xml(f'<w:ins {nsdecls("w")} w:id="90" w:author="Lan" w:date="2026-01-01T00:00:00Z"/>')
    run._r.addprevious(change)
    change.append(run._r)
    path, copy = saved(document, tmp_path / "wrong.docx"), tmp_path / "mended.docx"
    mended = mend(check(path), copy)
    colours = [node.get(qn("w:val")) for node in docx.Document(str(copy)).element.iter(qn("w:color"))]
    assert colours == ["FF0000", "auto"]
    assert [seen.code for seen in mended.left] == ["text-coloured"]


def test_a_whole_document_gets_its_typeface_at_the_root(tmp_path: Path) -> None:
    document = report()
    normal = document.styles["Normal"].element
    for fonts in normal.iter(qn("w:rFonts")):
        for slot in ("ascii", "hAnsi"):
            fonts.set(qn(f"w:{slot}"), "Calibri")
    path, copy = saved(document, tmp_path / "wrong.docx"), tmp_path / "mended.docx"
    assert [seen.code for seen in mend(check(path), copy).done] == ["font-not-times"]
    mended = docx.Document(str(copy))
    mended.add_paragraph("Viết thêm")
    added = saved(mended, tmp_path / "added.docx")
    assert "font-not-times" not in said(added)
    assert not any(True for _ in mended.element.iter(qn("w:rFonts")))


def test_letters_of_an_old_encoding_keep_their_face(tmp_path: Path) -> None:
    document = report()
    formatted("Một số đầu sách", font="Arial")(document)
    formatted("Số lượt mượn sách trong", font=".VnTime")(document)
    path, copy = saved(document, tmp_path / "wrong.docx"), tmp_path / "mended.docx"
    mend(check(path), copy)
    faces = {node.get(qn("w:ascii")) for node in docx.Document(str(copy)).element.iter(qn("w:rFonts"))}
    assert faces == {"Times New Roman", ".VnTime"}


def test_a_stretch_alone_is_mended(tmp_path: Path) -> None:
    """Number and date stand in one run with tabs between them."""
    document = PAPERS["notice_with_tabs"]()
    paragraph = find(document, "Số: 15/TB")
    text = paragraph.text
    for run in list(paragraph.runs):
        paragraph._p.remove(run._r)
    run = paragraph.add_run(text)
    run.italic, run.font.size = True, docx.shared.Pt(13)
    path, copy = saved(document, tmp_path / "wrong.docx"), tmp_path / "mended.docx"
    assert {seen.code for seen in mend(check(path), copy).done} == {"number-italic"}
    runs = find(docx.Document(str(copy)), "Số: 15/TB").runs
    assert {run.text.strip(): run.italic for run in runs if run.text.strip()} == {
        "Số: 15/TB-THAP": False,
        "An Phước, ngày 12 tháng 3 năm 2026": True,
    }


def test_mended_says_what_it_did(tmp_path: Path) -> None:
    document = letter()
    formatted("UBND XÃ", bold=True)(document)
    retyped("Số: 07/THAP-VP", "Số: 07/CV-THAP")(document)
    path = saved(document, tmp_path / "wrong.docx")
    mended = mend(check(path), tmp_path / "mended.docx")
    assert repr(mended) == "<Mended mended.docx: đã sửa 1, còn 1>"
    assert "đã sửa 1 lỗi, còn 1" in str(mended)
    assert "superior-bold" in str(mended)
    assert "symbol-of-another-type" in str(mended)


def test_menders_and_rules_agree() -> None:
    assert MENDERS.keys() & RULES.keys() == MENDABLE
    assert len(MENDABLE) > 100


@pytest.mark.office
def test_word_opens_the_copies(tmp_path: Path, validator: list[str]) -> None:
    for at, injection in enumerate(MENDABLE_FAULTS[::7]):
        document = PAPERS[injection.paper]()
        injection.edit(document)
        path, copy = saved(document, tmp_path / f"{at}.docx"), tmp_path / f"{at}-mended.docx"
        mend(check(path), copy)
        done = subprocess.run([*validator, copy], capture_output=True, text=True, check=False)
        assert json.loads(done.stdout)["errors"] == [], injection.name


def without_header(document: DocxDocument) -> None:
    """No header at all, as in a document that a program made."""
    for reference in list(document.sections[0]._sectPr):
        if reference.tag in (qn("w:headerReference"), qn("w:titlePg")):
            document.sections[0]._sectPr.remove(reference)


def test_a_paper_without_a_header_gets_one_with_a_number(tmp_path: Path) -> None:
    document = report()
    text = "Nhà trường phối hợp chặt chẽ với cha mẹ học sinh trong mọi hoạt động của thư viện. " * 6
    inserted("Thư viện có 01 phòng đọc", *([text.strip()] * 12))(document)
    without_header(document)
    path, copy = saved(document, tmp_path / "wrong.docx"), tmp_path / "mended.docx"
    assert [seen.code for seen in mend(check(path), copy).done] == ["page-number-missing"]
    section = docx.Document(str(copy)).sections[0]
    assert section.different_first_page_header_footer
    assert [node.text for node in section.header._element.iter(qn("w:instrText"))] == [" PAGE "]
    assert said(copy) == {}


def test_words_in_a_header_are_not_hidden_for_a_number(tmp_path: Path) -> None:
    document = report()
    document.sections[0].different_first_page_header_footer = False
    document.sections[0].header.add_paragraph("TÀI LIỆU THAM KHẢO")
    path, copy = saved(document, tmp_path / "wrong.docx"), tmp_path / "mended.docx"
    mended = mend(check(path), copy)
    assert "page-number-on-first-page" in {seen.code for seen in mended.left}
    assert copy.read_bytes() == path.read_bytes()


def test_the_strict_dialect_is_left_as_it_is(tmp_path: Path) -> None:
    document = letter()
    formatted("UBND XÃ", bold=True)(document)
    path, copy = saved(document, tmp_path / "wrong.docx"), tmp_path / "mended.docx"
    strict = {
        name: data.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for name, data in unpack(path.read_bytes()).items()
    }
    path.write_bytes(pack(strict))
    mended = mend(check(path), copy)
    assert [seen.code for seen in mended.left] == ["superior-bold"]
    assert copy.read_bytes() == path.read_bytes()


def test_a_letterhead_on_one_line_is_not_made_too_long_for_it(tmp_path: Path) -> None:
    """Where spaces hold two elements apart on one line, larger letters would push the second on to the next."""
    path = spaced_letterhead(tmp_path / "sai.docx")
    assert {"superior-size", "national-name-size"} <= said(path).keys()
    assert "national-name-wraps" not in said(path)
    mended = mend(check(path), tmp_path / "sua.docx")
    assert "national-name-wraps" not in said(mended.path)
    assert mended.left


def spaced_letterhead(path: Path) -> Path:
    """A letterhead set with spaces, in letters as small as makes it fit."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(30)
    lines = (
        ("CỤC ĐƯỜNG THỦY NỘI ĐỊA VIỆT NAM    ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 11),
        ("TRƯỜNG CĐ NGHỀ ĐƯỜNG THỦY II             ", "Độc lập - Tự do - Hạnh phúc", 12),
        ("Số: 213/TB-ĐTII                                ", "Hà Nội, ngày 10 tháng 4 năm 2022", 13),
    )
    for at, (left, right, size) in enumerate(lines):
        paragraph = document.add_paragraph()
        for text, bold in ((left, at == 1), (right, at < 2)):
            run = paragraph.add_run(text)
            run.font.size, run.font.name, run.bold = Pt(size), "Times New Roman", bold
            run.italic = at == 2 and text is right
    for text in ("THÔNG BÁO", "Về việc chuyển đổi vị trí làm việc"):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(text)
        run.font.size, run.font.name, run.bold = Pt(14), "Times New Roman", True
    return saved(document, path)
