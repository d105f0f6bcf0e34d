"""Faults of what is written, a row each: words, numbers, dates, order, endings, citations, capitals, letters."""

import unicodedata
from copy import deepcopy

from docx.document import Document
from docx.oxml.ns import qn

from papi_docs.decree30 import MOTTO, NATIONAL_NAME
from tests.checker.injecting import Edit, every, find, formatted, inserted, removed, retyped
from tests.checker.injection import Injection, one

__all__ = ["TEXT_INJECTIONS"]


def decomposed(text: str) -> Edit:
    """Words typed with marks of their own, as some keyboards do."""
    return retyped(text, unicodedata.normalize("NFD", text))


def unframed(text: str) -> Edit:
    """The frame around words gone."""

    def edit(document: Document) -> None:
        properties = find(document, text)._p.get_or_add_pPr()
        for border in properties.findall(qn("w:pBdr")):
            properties.remove(border)

    return edit


def without(*texts: str) -> Edit:
    """Words gone whose paragraphs may have to stay: the last one of a cell."""

    def edit(document: Document) -> None:
        for text in texts:
            for run in find(document, text).runs:
                run.text = ""

    return edit


def _second_annex(document: Document) -> None:
    """Another annex under the table of the first, with a heading like it."""
    last = document.tables[-1]._tbl
    for text in ("(Kèm theo Báo cáo", "SỐ LƯỢT MƯỢN SÁCH", "Phụ lục"):
        last.addnext(deepcopy(find(document, text)._p))
    retyped("KHỐI LỚP", "GIÁO VIÊN")(document)


_FIXED = (
    one("national-name-words", "letter", retyped(NATIONAL_NAME, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM"), "VIÊT NAM"),
    one("motto-dash", "letter", retyped(MOTTO, MOTTO.replace("-", "–")), "Độc lập – Tự do"),
    one("motto-dash", "report", retyped(" - Hạnh", " — Hạnh"), "— Hạnh", "one of them"),
    one("motto-words", "letter", retyped(MOTTO, "Độc Lập - Tự Do - Hạnh Phúc"), "Độc Lập"),
    one("motto-words", "decision", retyped(MOTTO, MOTTO.replace(" - ", "-")), "Độc lập-Tự do", "no spaces"),
    one("number-no-label", "report", retyped("Số: 21/BC", "21/BC"), "21/BC"),
    one(
        "letter-with-type",
        "letter",
        every(
            inserted("Kính gửi", "Kính gửi: Trung tâm Văn hóa xã."),
            retyped("Kính gửi: Trung tâm Văn hóa xã An Phước.", "CÔNG VĂN"),
            formatted("CÔNG VĂN", bold=True),
        ),
        "CÔNG VĂN",
    ),
    one("subject-with-vv", "decision", retyped("Về việc thành lập", "V/v thành lập"), "V/v"),
    one("letter-subject-no-vv", "letter", retyped("V/v phối hợp", "Về việc phối hợp"), "Về việc"),
    one(
        "addressee-not-wanted",
        "notice_with_tabs",
        every(
            inserted("Lịch tiếp công dân năm 2026", "Kính gửi: Các tổ chuyên môn."),
            formatted("Kính gửi: Các", bold=False),
        ),
        "Kính gửi",
        "",
        "recipients-not-as-above",
    ),
)

_MISSING = (
    one("national-name-missing", "letter", without(NATIONAL_NAME)),
    one("motto-missing", "letter", removed(MOTTO)),
    one("issuer-missing", "report", every(removed("TRƯỜNG TIỂU HỌC AN PHƯỚC"), without("UBND XÃ AN PHƯỚC"))),
    one("number-missing", "report", without("Số: 21")),
    one("place-and-date-missing", "report", without("An Phước, ngày 20")),
    one("type-missing", "report", removed("BÁO CÁO")),
    one("subject-missing", "notice_with_tabs", removed("Lịch tiếp công dân năm 2026")),
    one("letter-subject-missing", "letter", removed("V/v phối hợp")),
    one("addressee-missing", "letter", removed("Kính gửi"), "", "", "recipients-as-above-of-nothing"),
    one(
        "basis-missing", "decision", every(*(removed(text) for text in ("Căn cứ Luật", "Căn cứ Thông", "Theo đề nghị")))
    ),
    one("authority-missing", "notice_with_tabs", retyped("HIỆU TRƯỞNG", "")),
    one("signer-missing", "report", without("Trần Văn Bảy")),
    one("recipients-label-missing", "report", removed("Nơi nhận:")),
    one("end-mark-missing", "decision", retyped("thi hành./.", "thi hành.")),
)

_MORE = (
    one("recipients-missing", "report", without("- Như trên", "- Hội đồng trường", "- Lưu: VT")),
    one("recipients-label-words", "report", retyped("Nơi nhận:", "Nơi nhận"), "Nơi nhận"),
    one("addressee-list", "report", retyped("xã An Phước;", "xã An Phước"), "xã An Phước"),
    one("annex-not-numbered", "report", _second_annex, "Phụ lục"),
    one(
        "tone-marks-mixed",
        "report",
        inserted("Trường tiếp tục", "Nhà trường phối hợp với Phòng Văn hóa, Trung tâm Văn hoá, Nhà Văn hoá."),
    ),
)

_NUMBERS = (
    one("number-without-colon", "report", retyped("Số: 21", "Số 21"), "Số 21"),
    one("number-without-zero", "letter", retyped("Số: 07", "Số: 7"), "Số: 7"),
    one("symbol-separator-wrong", "report", retyped("BC-THAP", "BC – THAP"), "BC – THAP"),
    one("symbol-not-capital-or-with-year", "report", retyped("21/BC", "21/2026/BC"), "21/2026"),
    one("symbol-not-capital-or-with-year", "letter", retyped("THAP-VP", "thap-VP"), "07/thap", "small"),
    one("symbol-of-another-type", "report", retyped("21/BC", "21/KH"), "21/KH"),
    one("symbol-of-another-type", "letter", retyped("07/THAP-VP", "07/CV-THAP"), "07/CV", "công văn"),
    one("symbol-of-another-issuer", "report", retyped("BC-THAP", "BC-UBND"), "BC-UBND"),
    one(
        "date-without-zero",
        "letter",
        retyped("ngày 05 tháng 01 năm 2026", "ngày 5 tháng 01 năm 2026"),
        "An Phước, ngày",
    ),
    one("date-without-zero", "decision", retyped("tháng 02 năm 2026", "tháng 2 năm 2026"), "An Phước, ngày", "month"),
    one("month-with-needless-zero", "report", retyped("20 tháng 5 năm 2026", "20 tháng 05 năm 2026"), "An Phước, ngày"),
    one("date-not-in-words", "report", retyped("ngày 20 tháng 5 năm 2026", "ngày 20/5/2026"), "An Phước, ngày"),
    one("place-without-comma", "report", retyped("An Phước, ngày 20", "An Phước ngày 20"), "An Phước ngày"),
    one(
        "place-and-date-capitals",
        "report",
        retyped("An Phước, ngày 20 tháng 5 năm 2026", "AN PHƯỚC, NGÀY 20 THÁNG 5 NĂM 2026"),
        "AN PHƯỚC, NGÀY",
    ),
    one("date-not-real", "report", retyped("ngày 20 tháng 5", "ngày 31 tháng 6"), "ngày 31 tháng 6"),
    one(
        "date-not-real",
        "letter",
        retyped("16 tháng 01 năm 2026.", "30 tháng 02 năm 2026."),
        "30 tháng 02",
        "in the text",
    ),
    one(
        "weekday-contradicts-date",
        "letter",
        retyped("ngày 16 tháng 01 năm 2026.", "thứ Hai, ngày 16 tháng 01 năm 2026."),
        "thứ Hai",
    ),
    one(
        "weekday-not-capital",
        "letter",
        retyped("ngày 16 tháng 01 năm 2026.", "thứ sáu, ngày 16 tháng 01 năm 2026."),
        "thứ sáu",
    ),
    one("date-in-text-without-zero", "letter", retyped("16 tháng 01 năm 2026.", "8 tháng 4 năm 2026."), "8 tháng 4"),
    one(
        "paper-before-decree",
        "notice_with_tabs",
        every(
            retyped("12 tháng 3 năm 2026", "12 tháng 3 năm 2016"),
            retyped("Lịch tiếp công dân năm 2026", "Lịch tiếp công dân năm 2016"),
            retyped("lịch tiếp công dân năm 2026", "lịch tiếp công dân năm 2016"),
        ),
        "năm 2016",
    ),
    one(
        "minutes-dated",
        "minutes",
        every(inserted("Số: 03/BB", "An Phước, ngày 12 tháng 3 năm 2026"), formatted("An Phước, ngày", italic=True)),
        "An Phước, ngày",
    ),
)

_ORDER = (
    one("numbering-out-of-order", "report", retyped("III. PHƯƠNG", "II. PHƯƠNG"), "II. PHƯƠNG"),
    one("numbering-out-of-order", "report", retyped("III. PHƯƠNG", "IV. PHƯƠNG"), "IV. PHƯƠNG", "skipped"),
    one("numbering-out-of-order", "decision", retyped("Điều 3. ", "Điều 4. "), "Điều 4", "articles"),
    one(
        "numbering-out-of-order",
        "decision",
        every(retyped("c) Mời", "d) Mời"), retyped("d) Giữ", "đ) Giữ"), retyped("đ) Báo", "e) Báo")),
        "d) Mời",
        "points",
    ),
    one(
        "point-letter-not-vietnamese",
        "decision",
        inserted("đ) Báo cáo", "e) Lưu giữ sổ sách của ngày hội;", "f) Trả lại sách đã mượn."),
        "f) Trả",
    ),
    one(
        "item-mark-not-of-decree",
        "notice_with_tabs",
        every(retyped("1. Thời gian", "1/ Thời gian"), retyped("2. Địa điểm", "2/ Địa điểm")),
        "1/",
    ),
    one("item-mark-not-of-decree", "decision", retyped("Điều 2. ", "Điều 2: "), "Điều 2:", "article"),
    one("item-mark-not-of-decree", "decision", retyped("Điều 2. ", "Điều 2 - "), "Điều 2 -", "article and dash"),
)

_ENDINGS = (
    one("basis-end", "decision", retyped("2019;", "2019,"), "2019,"),
    one("basis-end", "decision", retyped("Tổ Văn phòng.", "Tổ Văn phòng;"), "Tổ Văn phòng;", "last"),
    one("recipients-no-dash", "letter", retyped("- Hiệu trưởng", "Hiệu trưởng"), "Hiệu trưởng (để"),
    one(
        "recipients-no-semicolon",
        "letter",
        retyped("- Hiệu trưởng (để b/c);", "- Hiệu trưởng (để b/c)"),
        "- Hiệu trưởng",
    ),
    one(
        "recipients-no-file-copy", "report", every(removed("- Lưu"), retyped("(để biết);", "(để biết).")), "- Hội đồng"
    ),
    one("recipients-file-copy-words", "letter", retyped("- Lưu: VT", "- Lưu VT"), "- Lưu VT"),
    one("recipients-no-full-stop", "letter", retyped("VT, VP.", "VT, VP"), "VT, VP"),
    one("recipients-not-as-above", "letter", removed("- Như trên"), "- Hiệu trưởng"),
    one(
        "recipients-as-above-of-nothing",
        "programme",
        retyped("- Các tổ chuyên môn (để t/h);", "- Như trên;"),
        "- Như trên",
    ),
    one("annex-not-mentioned", "report", retyped(" (Phụ lục kèm theo)", ""), "Phụ lục"),
    one("annex-reference-missing", "report", removed("(Kèm theo")),
    one("urgency-not-framed", "programme", unframed("KHẨN"), "KHẨN"),
    one("circulation-not-framed", "programme", unframed("LƯU HÀNH NỘI BỘ"), "LƯU HÀNH"),
    one("urgency-unknown", "programme", retyped("KHẨN", "RẤT KHẨN"), "RẤT KHẨN"),
    one("authority-wrongly-marked", "letter", retyped("KT. HIỆU TRƯỞNG", "TM. HIỆU TRƯỞNG"), "TM. HIỆU"),
    one("authority-wrongly-marked", "letter", removed("PHÓ HIỆU TRƯỞNG"), "KT. HIỆU", "KT. alone"),
    one("rank-before-signer", "report", retyped("Trần Văn Bảy", "ThS. Trần Văn Bảy"), "ThS."),
)

_CITED = (
    one(
        "first-citation-incomplete",
        "letter",
        every(retyped(" ngày 02 tháng 01 năm 2026", ""), retyped(" về ngày hội đọc sách năm học 2025-2026", "")),
        "Thực hiện Kế hoạch",
    ),
    one(
        "citation-from-the-future",
        "letter",
        retyped("ngày 02 tháng 01 năm 2026", "ngày 02 tháng 3 năm 2026"),
        "Thực hiện Kế hoạch",
    ),
    one(
        "citation-year-differs",
        "decision",
        retyped("ngày 04 tháng 9 năm 2020", "ngày 04 tháng 9 năm 2019"),
        "Căn cứ Thông tư",
    ),
    one(
        "cited-symbol-misspelt",
        "decision",
        retyped(
            "Theo đề nghị của Tổ trưởng",
            "Căn cứ Nghị định số 30/2020/ND-CP ngày 05 tháng 3 năm 2020 của Chính phủ về văn thư, ý kiến của Tổ trưởng",
        ),
        "ND-CP",
    ),
    one(
        "body-no-longer-exists",
        "report",
        retyped("Ủy ban nhân dân xã An Phước;", "Phòng Giáo dục và Đào tạo huyện Tân Hồng;"),
        "huyện Tân Hồng",
    ),
)

_CAPITALS = (
    one("cited-unit-not-capital", "decision", retyped("có tên tại Điều 1", "có tên tại khoản 2 điều 1"), "điều 1"),
    one("cited-clause-capital", "decision", retyped("có tên tại Điều 1", "có tên tại Khoản 2 Điều 1"), "Khoản 2"),
    one(
        "type-of-paper-not-capital", "letter", retyped("Thực hiện Kế hoạch số", "Thực hiện kế hoạch số"), "kế hoạch số"
    ),
    one(
        "body-name-capitals",
        "report",
        retyped("- Phòng Văn hóa - Xã hội xã", "- Phòng văn hóa - xã hội xã"),
        "Phòng văn hóa",
    ),
    one(
        "place-name-capitals",
        "letter",
        retyped("tại sân trường", "tại sân trường thuộc quận 1, Thành phố Hồ Chí Minh"),
        "quận 1",
    ),
    one("sentence-not-capital", "report", retyped("sách. Cán bộ", "sách. cán bộ"), "cán bộ"),
    one("line-not-capital", "decision", retyped("b) Chuẩn bị", "b) chuẩn bị"), "b) chuẩn bị"),
    one(
        "people-and-state-not-capital",
        "report",
        retyped("Trường tiếp tục bổ sung sách", "Theo chủ trương của Đảng và nhà nước, trường tiếp tục bổ sung sách"),
        "Đảng và nhà nước",
    ),
)

_VNI = (
    "Nhaø tröôøng toå chöùc ngaøy hoäi ñoïc saùch cho hoïc sinh toaøn tröôøng taïi saân tröôøng trong moät buoåi saùng."
)

_LETTERS = (
    one(
        "legacy-encoding",
        "report",
        retyped("Một số đầu sách đã cũ, cần được thay thế trong năm học tới.", _VNI),
        "tröôøng",
    ),
    one("garbled-text", "report", retyped("Một số đầu sách", "Má»™t sá»‘ Ä‘áº§u sách"), "sách đã cũ"),
    one("foreign-letter", "report", retyped("thay thế trong", "thay thế tr\u043eng"), "đã cũ"),
    one("foreign-letter", "report", retyped("Trường tiếp tục", "Trường và \u00d0oàn tiếp tục"), "tiếp tục", "Đ"),
    one("decomposed-letters", "report", decomposed("Một số đầu sách đã cũ"), ""),
    one("invisible-characters", "report", retyped("Một số đầu", "Một số\u200b đầu"), "đầu sách"),
    one("template-tag-left", "report", retyped("01 phòng đọc", "{{ so_phong }} phòng đọc"), "phòng đọc"),
    one(
        "broken-field-left",
        "report",
        retyped("Một số đầu sách", "Xem Error! Reference source not found. Một số đầu sách"),
        "Error!",
    ),
    one("prompt-left", "letter", retyped("Trung tâm Văn hóa xã An Phước.", "[Nhập tên cơ quan]"), "[Nhập"),
    one("room-in-issued-paper", "report", retyped("trong năm học tới.", "trước ngày ………"), "………"),
    one("double-space", "report", retyped("đầu sách đã", "đầu  sách đã"), "đã cũ"),
    one("space-before-mark", "report", retyped("đã cũ, cần", "đã cũ , cần"), "đã cũ ,"),
    one("no-space-after-mark", "report", retyped("đã cũ, cần", "đã cũ,cần"), "đã cũ,cần"),
    one("no-space-after-figure", "report", retyped("1.250 bản", "1.250bản"), "1.250bản"),
    one("double-mark", "report", retyped("năm học tới.", "năm học tới.."), "tới.."),
    one("end-without-mark", "letter", retyped("trong một buổi sáng.", "trong một buổi sáng"), "Thực hiện Kế hoạch"),
    one("repeated-word", "report", retyped("cần được thay", "cần được được thay"), "được được"),
)

TEXT_INJECTIONS: tuple[Injection, ...] = (
    *_FIXED,
    *_MISSING,
    *_MORE,
    *_NUMBERS,
    *_ORDER,
    *_ENDINGS,
    *_CITED,
    *_CAPITALS,
    *_LETTERS,
)
"""Every one of them."""
