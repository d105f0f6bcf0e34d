"""Decree 30/2020/NĐ-CP on records work: its layout rules as a typed table, a row a clause.

Sizes are points, lengths millimetres. A clause such as ``"I.II.4"`` reads: Annex I, Part I,
section II, item 4; behind items 5, 7 and 9 a letter is that of the box of section IV (``"I.II.9.b"``: box
9b). :data:`CLAUSES` says every place in full. A range means that any value inside it is right;
``preferred`` is the one in which the decree and its own forms are set.
"""

from dataclasses import dataclass

__all__ = [
    "CLAUSES",
    "DOCUMENT_TYPES",
    "ELEMENTS",
    "END_MARK",
    "FONT",
    "ISSUER_RULE",
    "MOTTO",
    "MOTTO_RULE",
    "NATIONAL_NAME",
    "PAGE",
    "PAGE_NUMBER",
    "SUBJECT_RULE",
    "Element",
    "Page",
    "Range",
]

FONT = "Times New Roman"
"""The only typeface, Unicode, black (I.I.4)."""

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
"""Quốc hiệu (I.II.1)."""

MOTTO = "Độc lập - Tự do - Hạnh phúc"
"""Tiêu ngữ (I.II.1)."""

END_MARK = "./."
"""Closes the content in every sample form of Annex III."""


@dataclass(frozen=True, slots=True)
class Range:
    """Every value from ``least`` to ``most`` is right; the decree itself uses ``preferred``."""

    least: float
    most: float
    preferred: float

    def __contains__(self, value: float) -> bool:
        return self.least <= value <= self.most


@dataclass(frozen=True, slots=True)
class Element:
    """How one element of an official document is set."""

    clause: str
    name: str
    """Vietnamese."""
    size: Range
    """Points."""
    bold: bool = False
    italic: bool = False
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins in millimetres (I.I.1 to I.I.3)."""

    width: float
    height: float
    top: Range
    bottom: Range
    left: Range
    right: Range


PAGE = Page(
    width=210,
    height=297,
    top=Range(20, 25, 25),
    bottom=Range(20, 25, 20),
    left=Range(30, 35, 35),
    right=Range(15, 20, 20),
)

_SMALLER = Range(12, 13, 13)
_NORMAL = Range(13, 14, 14)

ELEMENTS = {
    "national_name": Element("I.II.1", "Quốc hiệu", _SMALLER, bold=True, capitals=True),
    "motto": Element("I.II.1", "Tiêu ngữ", _NORMAL, bold=True),
    "superior": Element("I.II.2", "Tên cơ quan chủ quản trực tiếp", _SMALLER, capitals=True),
    "issuer": Element("I.II.2", "Tên cơ quan ban hành văn bản", _SMALLER, bold=True, capitals=True),
    "number": Element("I.II.3", "Số, ký hiệu của văn bản", Range(13, 13, 13)),
    "place_and_date": Element("I.II.4", "Địa danh và thời gian ban hành", _NORMAL, italic=True),
    "type": Element("I.II.5.a", "Tên loại văn bản", _NORMAL, bold=True, capitals=True),
    "subject": Element("I.II.5.a", "Trích yếu nội dung văn bản", _NORMAL, bold=True),
    "letter_subject": Element("I.II.5.b", "Trích yếu nội dung công văn", Range(12, 13, 12)),
    "basis": Element("I.II.6.a", "Căn cứ ban hành văn bản", _NORMAL, italic=True),
    "body": Element("I.II.6", "Nội dung văn bản", _NORMAL),
    "heading_1": Element("I.II.6", "Đề mục I, II, III", _NORMAL, bold=True, capitals=True),
    "chapter": Element("I.II.6", "Phần, chương, mục", _NORMAL, bold=True),
    "chapter_title": Element("I.II.6", "Tiêu đề của phần, chương", _NORMAL, bold=True, capitals=True),
    "article": Element("I.II.6", "Điều", _NORMAL, bold=True),
    "heading_2": Element("I.II.6", "Đề mục 1, 2, 3 có tiêu đề", _NORMAL, bold=True),
    "point": Element("I.II.6", "Khoản, điểm", _NORMAL),
    "end_mark": Element("I.II.6", "Dấu kết thúc văn bản", _NORMAL),
    "authority": Element("I.II.7.a", "Quyền hạn, chức vụ của người ký", _NORMAL, bold=True, capitals=True),
    "signer": Element("I.II.7.b", "Họ và tên người ký", _NORMAL, bold=True),
    "addressee": Element("I.II.9.a", "Kính gửi", _NORMAL),
    "recipients_label": Element("I.II.9.b", "Nơi nhận", Range(12, 12, 12), bold=True, italic=True),
    "recipients": Element("I.II.9.b", "Nơi nhận, từng dòng", Range(11, 11, 11)),
    "urgency": Element("I.III.2", "Dấu chỉ độ khẩn", Range(13, 14, 13), bold=True, capitals=True),
    "circulation": Element("I.III.2", "Chỉ dẫn phạm vi lưu hành", Range(13, 14, 13), bold=True, capitals=True),
    "drafter": Element("I.III.3", "Ký hiệu người soạn thảo và số lượng bản", Range(11, 11, 11)),
    "contact": Element("I.III.4", "Địa chỉ, thư điện tử, điện thoại", Range(11, 12, 11)),
    "annex_number": Element("I.III.1", "Phụ lục và số thứ tự", Range(14, 14, 14), bold=True),
    "annex_title": Element("I.III.1", "Tên phụ lục", _NORMAL, bold=True, capitals=True),
    "annex_reference": Element("I.III.1", "Thông tin kèm theo của phụ lục", _NORMAL, italic=True),
}
"""The elements of an official document by their keys (I.II, I.III and table V)."""

PAGE_NUMBER = Element("I.I.7", "Số trang", _NORMAL)
"""Centred inside the top margin, Arabic, not shown on page 1."""

MOTTO_RULE = Range(0.95, 1.05, 1.0)
"""Solid line under the motto, as long as its words: share of their width (I.II.1)."""

ISSUER_RULE = Range(1 / 3, 1 / 2, 0.4)
"""Solid line under the issuer, share of the width of its words (I.II.2)."""

SUBJECT_RULE = Range(1 / 3, 1 / 2, 0.34)
"""Solid line under the subject, share of the width of its words (I.II.5.a)."""

DOCUMENT_TYPES = {
    "Nghị quyết": "NQ",
    "Quyết định": "QĐ",
    "Chỉ thị": "CT",
    "Quy chế": "QC",
    "Quy định": "QyĐ",
    "Thông cáo": "TC",
    "Thông báo": "TB",
    "Hướng dẫn": "HD",
    "Chương trình": "CTr",
    "Kế hoạch": "KH",
    "Phương án": "PA",
    "Đề án": "ĐA",
    "Dự án": "DA",
    "Báo cáo": "BC",
    "Biên bản": "BB",
    "Tờ trình": "TTr",
    "Hợp đồng": "HĐ",
    "Công điện": "CĐ",
    "Bản ghi nhớ": "BGN",
    "Bản thỏa thuận": "BTT",
    "Giấy ủy quyền": "GUQ",
    "Giấy mời": "GM",
    "Giấy giới thiệu": "GGT",
    "Giấy nghỉ phép": "GNP",
    "Phiếu gửi": "PG",
    "Phiếu chuyển": "PC",
    "Phiếu báo": "PB",
}
"""Types of administrative documents and their abbreviations (Annex III.I). A letter has none."""

CLAUSES = {
    "7": "Điều 7: Các loại văn bản hành chính",
    "8": "Điều 8: Thể thức văn bản",
    "8.2": "Điều 8, khoản 2: Các thành phần chính của thể thức",
    "8.3": "Điều 8, khoản 3: Các thành phần khác của thể thức",
    "9": "Điều 9: Kỹ thuật trình bày văn bản",
    "13": "Điều 13: Ký ban hành văn bản",
    "15": "Điều 15: Cấp số, thời gian ban hành văn bản",
    "16": "Điều 16: Đăng ký văn bản đi",
    "I": "Phụ lục I: Thể thức, kỹ thuật trình bày văn bản hành chính và bản sao văn bản",
    "I.I.1": "Phụ lục I, phần I, mục I, khoản 1: Khổ giấy",
    "I.I.2": "Phụ lục I, phần I, mục I, khoản 2: Kiểu trình bày",
    "I.I.3": "Phụ lục I, phần I, mục I, khoản 3: Định lề trang",
    "I.I.4": "Phụ lục I, phần I, mục I, khoản 4: Phông chữ",
    "I.I.5": "Phụ lục I, phần I, mục I, khoản 5: Cỡ chữ và kiểu chữ",
    "I.I.6": "Phụ lục I, phần I, mục I, khoản 6: Vị trí trình bày các thành phần thể thức",
    "I.I.7": "Phụ lục I, phần I, mục I, khoản 7: Số trang văn bản",
    "I.II.1": "Phụ lục I, phần I, mục II, khoản 1: Quốc hiệu và Tiêu ngữ",
    "I.II.2": "Phụ lục I, phần I, mục II, khoản 2: Tên cơ quan, tổ chức ban hành văn bản",
    "I.II.3": "Phụ lục I, phần I, mục II, khoản 3: Số, ký hiệu của văn bản",
    "I.II.4": "Phụ lục I, phần I, mục II, khoản 4: Địa danh và thời gian ban hành văn bản",
    "I.II.5": "Phụ lục I, phần I, mục II, khoản 5: Tên loại và trích yếu nội dung văn bản",
    "I.II.5.a": "Phụ lục I, phần I, mục II, khoản 5 (ô số 5a): Tên loại và trích yếu nội dung văn bản",
    "I.II.5.b": "Phụ lục I, phần I, mục II, khoản 5 (ô số 5b): Trích yếu nội dung công văn",
    "I.II.6": "Phụ lục I, phần I, mục II, khoản 6: Nội dung văn bản",
    "I.II.6.a": "Phụ lục I, phần I, mục II, khoản 6: Nội dung văn bản, căn cứ ban hành",
    "I.II.6.b": "Phụ lục I, phần I, mục II, khoản 6: Nội dung văn bản, viện dẫn văn bản khác",
    "I.II.7": "Phụ lục I, phần I, mục II, khoản 7: Chức vụ, họ tên và chữ ký của người có thẩm quyền",
    "I.II.7.a": "Phụ lục I, phần I, mục II, khoản 7 (ô số 7a): Quyền hạn, chức vụ của người ký",
    "I.II.7.b": "Phụ lục I, phần I, mục II, khoản 7 (ô số 7b): Họ và tên của người ký",
    "I.II.8": "Phụ lục I, phần I, mục II, khoản 8: Dấu, chữ ký số của cơ quan, tổ chức",
    "I.II.9": "Phụ lục I, phần I, mục II, khoản 9: Nơi nhận",
    "I.II.9.a": "Phụ lục I, phần I, mục II, khoản 9 (ô số 9a): Nơi nhận, phần Kính gửi",
    "I.II.9.b": "Phụ lục I, phần I, mục II, khoản 9 (ô số 9b): Nơi nhận",
    "I.III.1": "Phụ lục I, phần I, mục III, khoản 1: Phụ lục của văn bản",
    "I.III.2": "Phụ lục I, phần I, mục III, khoản 2: Dấu chỉ độ mật, mức độ khẩn, chỉ dẫn phạm vi lưu hành",
    "I.III.3": "Phụ lục I, phần I, mục III, khoản 3: Ký hiệu người soạn thảo và số lượng bản phát hành",
    "I.III.4": "Phụ lục I, phần I, mục III, khoản 4: Địa chỉ, thư điện tử, trang thông tin điện tử, điện thoại, Fax",
    "I.IV": "Phụ lục I, phần I, mục IV: Sơ đồ bố trí các thành phần thể thức văn bản",
    "I.V": "Phụ lục I, phần I, mục V: Mẫu chữ và chi tiết trình bày",
    "II": "Phụ lục II: Viết hoa trong văn bản hành chính",
    "II.I": "Phụ lục II, mục I: Viết hoa vì phép đặt câu",
    "II.II": "Phụ lục II, mục II: Viết hoa danh từ riêng chỉ tên người",
    "II.II.1": "Phụ lục II, mục II, khoản 1: Tên người Việt Nam",
    "II.II.2": "Phụ lục II, mục II, khoản 2: Tên người nước ngoài",
    "II.III": "Phụ lục II, mục III: Viết hoa tên địa lý",
    "II.III.1": "Phụ lục II, mục III, khoản 1: Tên địa lý Việt Nam",
    "II.III.2": "Phụ lục II, mục III, khoản 2: Tên địa lý nước ngoài",
    "II.IV": "Phụ lục II, mục IV: Viết hoa tên cơ quan, tổ chức",
    "II.IV.1": "Phụ lục II, mục IV, khoản 1: Tên cơ quan, tổ chức của Việt Nam",
    "II.IV.2": "Phụ lục II, mục IV, khoản 2: Tên cơ quan, tổ chức nước ngoài",
    "II.V": "Phụ lục II, mục V: Viết hoa các trường hợp khác",
    "II.V.1": "Phụ lục II, mục V, khoản 1: Danh từ thuộc trường hợp đặc biệt",
    "II.V.2": "Phụ lục II, mục V, khoản 2: Tên huân chương, huy chương, danh hiệu vinh dự",
    "II.V.3": "Phụ lục II, mục V, khoản 3: Tên chức vụ, học vị, danh hiệu",
    "II.V.4": "Phụ lục II, mục V, khoản 4: Danh từ chung đã riêng hóa",
    "II.V.5": "Phụ lục II, mục V, khoản 5: Tên các ngày lễ, ngày kỷ niệm",
    "II.V.6": "Phụ lục II, mục V, khoản 6: Tên các loại văn bản",
    "II.V.7": "Phụ lục II, mục V, khoản 7: Viện dẫn phần, chương, mục, điều, khoản, điểm",
    "II.V.8": "Phụ lục II, mục V, khoản 8: Tên năm âm lịch, ngày tết, ngày trong tuần, tháng trong năm",
    "II.V.9": "Phụ lục II, mục V, khoản 9: Tên sự kiện lịch sử, triều đại",
    "II.V.10": "Phụ lục II, mục V, khoản 10: Tên tác phẩm, sách báo, tạp chí",
    "III": "Phụ lục III: Bảng chữ viết tắt tên loại văn bản và mẫu trình bày",
    "III.I": "Phụ lục III, phần I: Bảng chữ viết tắt tên loại văn bản",
    "III.II": "Phụ lục III, phần II: Mẫu trình bày một số loại văn bản",
    "IV": "Phụ lục IV: Mẫu về quản lý văn bản",
}
"""Every clause that is cited, by its key: its place in Vietnamese and its heading."""
