"""Copies with comments: at the words that are meant, the text the same, everything else kept."""

import json
import random
import re
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from papi_docs.checker.anatomy import Anatomy, Form
from papi_docs.checker.annotating import annotate
from papi_docs.checker.reading import read
from papi_docs.checker.report import Report
from papi_docs.checker.rule import Observation, Spot
from papi_docs.checker.written import Written
from papi_docs.errors import CheckError, UsageError
from tests.checker.papers import PAPERS
from tests.checker.reports import observed, spot_at

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT.parent / "shared" / "samples"
GOLDEN = ROOT / "tests" / "golden" / "ke-hoach-05.docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def report_on(path: Path, *meant: str | Spot) -> Report:
    """A report on a file that finds something at some words, or spots; at the page as a whole for ``""``."""
    anatomy = Anatomy(read(path), Form.NAMED, ())
    spots = [words if isinstance(words, Spot) else spot_at(anatomy, words) if words else Spot() for words in meant]
    return Report(path, anatomy, tuple(observed(spot=spot) for spot in spots))


def texts(written: Written) -> list[str]:
    return [paragraph.text for paragraph in (*written.paragraphs, *written.margins)]


def body(path: Path) -> etree._Element:
    found: etree._Element = docx.Document(str(path)).element.body
    return found


def commented(path: Path) -> list[str]:
    """The words that each comment stands at."""
    found = {}
    open_ones: set[str] = set()
    for node in body(path).iter():
        key = node.get(f"{W}id", "")
        if node.tag == f"{W}commentRangeStart":
            open_ones.add(key)
            found[key] = ""
        elif node.tag == f"{W}commentRangeEnd":
            open_ones.remove(key)
        elif node.tag == f"{W}t":
            for one in open_ones:
                found[one] += node.text or ""
    assert not open_ones
    return list(found.values())


def comments(path: Path) -> list[tuple[str, str]]:
    """Author and text of each comment."""
    return [(comment.author, comment.text) for comment in docx.Document(str(path)).comments]


def saved(document: Document, path: Path) -> Path:
    document.save(str(path))
    return path


def test_a_comment_stands_at_the_words_that_are_meant(tmp_path: Path) -> None:
    copy = annotate(report_on(GOLDEN, "Tự do", "", "Độc lập - Tự do", "KẾ HOẠCH"), tmp_path / "chu-thich.docx")
    assert sorted(commented(copy)) == sorted(["Tự do", commented(copy)[0], "Độc lập - Tự do", "KẾ HOẠCH"])
    assert texts(read(copy)) == texts(read(GOLDEN))


def test_the_page_as_a_whole_is_commented_at_the_first_paragraph(tmp_path: Path) -> None:
    copy = annotate(report_on(GOLDEN, ""), tmp_path / "chu-thich.docx")
    assert commented(copy) == [read(GOLDEN).paragraphs[0].text]


def test_a_comment_says_what_is_found_wanted_and_where_the_law_says_so(tmp_path: Path) -> None:
    copy = annotate(report_on(GOLDEN, "Tự do"), tmp_path / "chu-thich.docx")
    ((author, text),) = comments(copy)
    assert author == "papi_docs"
    assert text.splitlines() == [
        "Tiêu ngữ, lỗi: cỡ 15.",
        "Đúng là: cỡ 13 đến 14.",
        'Ở: "Tự do".',
        "Phụ lục I, phần I, mục II, khoản 1: Quốc hiệu và Tiêu ngữ [motto-size]",
    ]


def test_further_places_have_comments_too(tmp_path: Path) -> None:
    report = report_on(GOLDEN, "Tự do")
    others = (spot_at(report.anatomy, "KẾ HOẠCH"),)
    report = replace(report, observations=(replace(report.observations[0], others=others),))
    assert commented(annotate(report, tmp_path / "chu-thich.docx")) == ["Tự do", "KẾ HOẠCH"]


@pytest.mark.parametrize("name", PAPERS)
def test_the_copy_reads_as_the_original(name: str, tmp_path: Path) -> None:
    path = saved(PAPERS[name](), tmp_path / "goc.docx")
    report = scattered(path)
    copy = annotate(report, tmp_path / "chu-thich.docx")
    assert texts(read(copy)) == texts(report.anatomy.written)
    assert len(comments(copy)) == len(report.observations)
    assert [section.page_numbers for section in read(copy).sections] == [
        section.page_numbers for section in read(path).sections
    ]


def scattered(path: Path) -> Report:
    """Observations at words anywhere in a file, overlapping, and at every empty paragraph; from a fixed seed."""
    chance = random.Random(30)  # noqa: S311 - no secret
    anatomy = Anatomy(read(path), Form.NAMED, ())
    return Report(path, anatomy, tuple(_scattered(anatomy, chance)))


def _scattered(anatomy: Anatomy, chance: random.Random) -> Iterator[Observation]:
    yield observed()
    for paragraph in (*anatomy.written.paragraphs, *anatomy.written.margins):
        words = list(re.finditer(r"\w+", paragraph.text))
        for _ in range(2 if words else 1):
            first, last = sorted(chance.choices(words, k=2), key=re.Match.start) if words else (None, None)
            start, end = (first.start(), last.end()) if first and last else (0, 0)
            yield observed(spot=Spot(paragraph, start, end), found="<&>")


def sample(name: str) -> Path:
    path = SAMPLES / name
    if not path.exists():
        pytest.skip("the sample documents are not beside the repository")
    return path


@pytest.mark.parametrize("folder", ["decree", "real"])
def test_samples_read_the_same_with_comments(folder: str, tmp_path: Path) -> None:
    for path in sorted(sample(folder).glob("*.docx")):
        report = scattered(path)
        copy = annotate(report, tmp_path / path.name)
        assert texts(read(copy)) == texts(report.anatomy.written), path.name
        assert len(comments(copy)) >= len(report.observations), path.name


@pytest.mark.office
def test_word_opens_what_it_opened_before(tmp_path: Path, validator: list[str]) -> None:
    papers = {name: paper() for name, paper in PAPERS.items()} | {"plan": docx.Document(str(GOLDEN))}
    for name, paper in papers.items():
        path = saved(paper, tmp_path / f"{name}.docx")
        copy = annotate(scattered(path), tmp_path / f"{name}-chu-thich.docx")
        done = subprocess.run([*validator, copy], check=False, capture_output=True, text=True, timeout=120)
        assert json.loads(done.stdout)["errors"] == [], name


def test_comments_that_are_there_stay(tmp_path: Path) -> None:
    document = docx.Document(str(GOLDEN))
    runs = document.paragraphs[0].runs or next(p for p in document.paragraphs if p.runs).runs
    document.add_comment(runs, text="của tôi", author="Văn thư", initials="VT")
    path = saved(document, tmp_path / "goc.docx")
    copy = annotate(report_on(path, "Tự do", "KẾ HOẠCH"), tmp_path / "chu-thich.docx")
    assert [author for author, _ in comments(copy)] == ["Văn thư", "papi_docs", "papi_docs"]
    identifiers = [comment.comment_id for comment in docx.Document(str(copy)).comments]
    assert len(set(identifiers)) == 3
    assert ("Văn thư", "của tôi") in comments(copy)


def _with_paragraph(xml: str, path: Path) -> Path:
    document = docx.Document(str(GOLDEN))
    document.element.body.insert(0, parse_xml(xml.replace("<w:p>", f"<w:p {nsdecls('w', 'r')}>", 1)))
    return saved(document, path)


@pytest.mark.parametrize(
    ("xml", "words", "marked"),
    [
        (
            '<w:p><w:ins w:id="900" w:author="a"><w:r><w:t>chữ thêm vào</w:t></w:r></w:ins></w:p>',
            "thêm",
            "thêm",
        ),
        (
            '<w:p><w:hyperlink w:anchor="x"><w:r><w:t>một liên kết dài</w:t></w:r></w:hyperlink></w:p>',
            "liên kết",
            "liên kết",
        ),
        ("<w:p><w:r><w:t>to\u0309 chu\u031b\u0301c</w:t></w:r></w:p>", "chức", "chu\u031b\u0301c"),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b c</w:t></w:r></w:p>", "b", "b"),
        ('<w:p><w:fldSimple w:instr=" DATE "><w:r><w:t>hôm nay</w:t></w:r></w:fldSimple></w:p>', "nay", "nay"),
    ],
    ids=["tracked", "link", "decomposed", "tab", "field"],
)
def test_words_of_many_makes_are_marked_alone(xml: str, words: str, marked: str, tmp_path: Path) -> None:
    path = _with_paragraph(xml, tmp_path / "goc.docx")
    copy = annotate(report_on(path, words), tmp_path / "chu-thich.docx")
    assert commented(copy) == [marked]
    assert texts(read(copy)) == texts(read(path))


def test_tracked_changes_stay_and_what_refers_to_a_comment_is_none(tmp_path: Path) -> None:
    xml = '<w:p><w:ins w:id="900" w:author="a"><w:r><w:t>chữ thêm vào</w:t></w:r></w:ins></w:p>'
    path = _with_paragraph(xml, tmp_path / "goc.docx")
    first = body(annotate(report_on(path, "thêm"), tmp_path / "chu-thich.docx"))[0]
    (inserted,) = first.iter(qn("w:ins"))
    assert "".join(text.text or "" for text in inserted.iter(qn("w:t"))) == "chữ thêm vào"
    assert not list(inserted.iter(qn("w:commentReference")))
    assert len(list(first.iter(qn("w:commentReference")))) == 1


def test_words_in_a_text_box_are_commented_where_the_box_is_held(tmp_path: Path) -> None:
    xml = (
        '<w:p><w:r><w:t>bên ngoài</w:t></w:r><w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">'
        "<w:txbxContent><w:p><w:r><w:t>bên trong</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    )
    path = _with_paragraph(xml, tmp_path / "goc.docx")
    copy = annotate(report_on(path, "bên trong"), tmp_path / "chu-thich.docx")
    box = next(body(copy).iter(qn("w:txbxContent")))
    assert not list(box.iter(qn("w:commentRangeStart"), qn("w:commentReference")))
    assert body(copy)[0].find(qn("w:commentRangeStart")) is not None


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    report = report_on(GOLDEN, "Tự do")
    assert annotate(report, tmp_path / "a.docx").read_bytes() == annotate(report, tmp_path / "b.docx").read_bytes()


def test_parts_without_comments_are_kept_byte_for_byte(tmp_path: Path) -> None:
    copy = annotate(report_on(GOLDEN, "Tự do"), tmp_path / "a.docx")
    with zipfile.ZipFile(GOLDEN) as before, zipfile.ZipFile(copy) as after:
        changed = {name for name in after.namelist() if name not in before.namelist()}
        changed |= {name for name in before.namelist() if before.read(name) != after.read(name)}
    assert changed == {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/comments1.xml",
        "word/document.xml",
    }


def test_the_judged_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(GOLDEN.read_bytes())
    link = tmp_path / "b.docx"
    link.symlink_to(path)
    for out in (path, link):
        with pytest.raises(UsageError, match="chọn tên khác"):
            annotate(report_on(path, ""), out, overwrite=True)
    assert path.read_bytes() == GOLDEN.read_bytes()


def test_another_file_is_kept_unless_asked(tmp_path: Path) -> None:
    report, out = report_on(GOLDEN, "Tự do"), tmp_path / "a.docx"
    out.write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        annotate(report, out)
    assert out.read_bytes() == b"mine"
    annotate(report, out, overwrite=True)
    written = out.stat().st_mtime_ns
    annotate(report, out)
    assert out.stat().st_mtime_ns == written


def test_a_file_that_changed_since_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(GOLDEN.read_bytes())
    report = report_on(path, "Tự do")
    saved(PAPERS["letter"](), path)
    with pytest.raises(UsageError, match="đã thay đổi sau khi xét"):
        annotate(report, tmp_path / "b.docx")


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(GOLDEN.read_bytes())
    report = report_on(path, "Tự do")
    path.unlink()
    with pytest.raises(CheckError, match="không có tệp này"):
        annotate(report, tmp_path / "b.docx")


def test_a_document_without_a_paragraph_is_copied(tmp_path: Path) -> None:
    document = docx.Document()
    body_of_it = document.element.body
    for paragraph in document.paragraphs:
        body_of_it.remove(paragraph._p)
    path = saved(document, tmp_path / "a.docx")
    assert texts(read(annotate(report_on(path, ""), tmp_path / "b.docx"))) == texts(read(path))
