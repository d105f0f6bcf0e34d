"""The sheets of the workbook and their columns: every name stands here once."""

from dataclasses import dataclass

from papi_docs.model import Role, Section
from papi_docs.vietnamese import fold_accents

__all__ = ["GUIDE", "SETTINGS", "SHEETS", "Column", "Setting", "Sheet"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, other headings that mean the same, and what to write in it."""

    key: str
    heading: str
    hint: str
    required: bool = False
    synonyms: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    width: int = 20
    """Characters, in a new workbook."""

    @property
    def folded(self) -> frozenset[str]:
        """Every heading that is recognised, folded."""
        return frozenset(fold_accents(name) for name in (self.heading, *self.synonyms))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: a heading row, then a row for each thing."""

    key: str
    name: str
    purpose: str
    columns: tuple[Column, ...]
    required: bool = False
    synonyms: tuple[str, ...] = ()

    @property
    def folded(self) -> frozenset[str]:
        """Every name that is recognised, folded."""
        return frozenset(fold_accents(name) for name in (self.name, *self.synonyms))


@dataclass(frozen=True, slots=True)
class Setting:
    """A line of the sheet of settings."""

    key: str
    label: str
    hint: str
    required: bool = False
    synonyms: tuple[str, ...] = ()

    @property
    def folded(self) -> frozenset[str]:
        """Every label that is recognised, folded."""
        return frozenset(fold_accents(name) for name in (self.label, *self.synonyms))


GUIDE = "Hướng dẫn"
"""The sheet of instructions; it is not read."""

SETTINGS = (
    Setting("name", "Tên đơn vị", "Phòng GDĐT, UBND xã hoặc cụm trường lập sổ này", synonyms=("Tên cụm trường",)),
    Setting("school_year", "Năm học", "Ví dụ 2021-2022", required=True),
    Setting("province", "Tỉnh", "Ví dụ Đồng Tháp", required=True, synonyms=("Tỉnh, thành phố", "Tỉnh/Thành phố")),
    Setting(
        "district",
        "Huyện",
        "Chỉ đến ngày 30/6/2025; để trống nếu không còn cấp huyện",
        synonyms=("Quận, huyện",),
    ),
    Setting(
        "drafted_on",
        "Ngày dự kiến ban hành",
        "Dự thảo in tháng, năm của ngày này và chừa chỗ ghi ngày",
        required=True,
        synonyms=("Ngày ban hành dự kiến", "Ngày ban hành"),
    ),
    Setting(
        "result_year",
        "Năm kết quả PAPI gần nhất",
        "Để trống: năm trước năm bắt đầu năm học",
        synonyms=("Năm kết quả PAPI",),
    ),
    Setting(
        "recipients",
        "Nơi nhận",
        "Mỗi nơi một dòng (Alt+Enter), ví dụ CBCC, VC (t/h)",
        synonyms=("Nơi nhận thêm",),
    ),
    Setting("first_day", "Ngày khai giảng", "Để trống: theo khung của Bộ hoặc của tỉnh", synonyms=("Khai giảng",)),
    Setting("semester_1_end", "Kết thúc học kỳ I", "Để trống: theo khung của Bộ hoặc của tỉnh"),
    Setting("year_end", "Kết thúc năm học", "Để trống: theo khung của Bộ hoặc của tỉnh"),
    Setting("decision", "Văn bản quy định lịch năm học", "Ghi khi tự điền ba ngày ở trên"),
)

_SCHOOL = Column(
    "school",
    "Mã trường",
    "Để trống: áp dụng cho mọi trường",
    synonyms=("Mã đơn vị", "Trường"),
    width=13,
)
_NOTE = Column("note", "Ghi chú", "Tùy ý", synonyms=("Chú thích",))

SHEETS = {
    sheet.key: sheet
    for sheet in (
        Sheet(
            "settings",
            "Cài đặt",
            "Năm học, địa bàn, ngày và nơi nhận chung cho mọi trường",
            (
                Column(
                    "label",
                    "Mục",
                    "Tên mục, không sửa",
                    required=True,
                    synonyms=("Nội dung", "Tên mục"),
                    width=32,
                ),
                Column("value", "Giá trị", "Điền vào đây", required=True, width=44),
                Column("hint", "Hướng dẫn", "", width=60, synonyms=("Ghi chú", "Giải thích")),
            ),
            required=True,
            synonyms=("Thiết lập", "Thông tin chung"),
        ),
        Sheet(
            "schools",
            "Trường",
            "Mỗi trường một dòng",
            (
                Column(
                    "code",
                    "Mã trường",
                    "Tên thư mục kết quả, ví dụ THTP3",
                    required=True,
                    synonyms=("Mã",),
                    width=13,
                ),
                Column(
                    "name",
                    "Tên trường",
                    "Đủ và đúng chính tả: Trường Tiểu học Tân Phước 3",
                    required=True,
                    synonyms=("Tên đơn vị", "Trường"),
                    width=36,
                ),
                Column(
                    "symbol",
                    "Ký hiệu",
                    "Phần sau KH- trong số văn bản, ví dụ THTP3",
                    synonyms=("Ký hiệu văn bản", "Ký hiệu trường"),
                    width=13,
                ),
                Column(
                    "commune",
                    "Xã, phường",
                    "Có chữ xã, phường hoặc thị trấn: xã Tân Phước",
                    required=True,
                    synonyms=("Xã", "Xã, phường, thị trấn", "Xã/phường", "Phường, xã"),
                ),
                Column(
                    "phone",
                    "Điện thoại",
                    "Số bàn, gõ dạng chữ",
                    synonyms=("Số điện thoại", "ĐT", "SĐT"),
                    width=15,
                ),
                Column("email", "Email", "", synonyms=("Thư điện tử", "E-mail", "Địa chỉ email"), width=28),
                Column("signer", "Người ký", "Để trống: Hiệu trưởng", synonyms=("Họ tên người ký",), width=22),
                Column(
                    "capacity",
                    "Thẩm quyền ký",
                    "Để trống: theo chức vụ. Q., KT., TL., TUQ., hoặc TM. kèm tên tập thể",
                    synonyms=("Quyền hạn ký", "Hình thức ký", "Ký thay"),
                    width=16,
                ),
                Column("number", "Số kế hoạch", "Điền sau khi ban hành", width=13, synonyms=("Số KH",)),
                Column("day", "Ngày kế hoạch", "Điền sau khi ban hành", width=15, synonyms=("Ngày KH",)),
                _NOTE,
            ),
            required=True,
            synonyms=("Danh sách trường", "Các trường"),
        ),
        Sheet(
            "staff",
            "Nhân sự",
            "Người ký và người được giao nhiệm vụ, mỗi người một dòng",
            (
                Column(
                    "school",
                    "Mã trường",
                    "Như ở sheet Trường",
                    required=True,
                    synonyms=("Mã", "Trường"),
                    width=13,
                ),
                Column(
                    "name",
                    "Họ và tên",
                    "Không ghi học hàm, học vị",
                    required=True,
                    synonyms=("Họ tên", "Tên", "Họ và tên cán bộ"),
                    width=26,
                ),
                Column(
                    "position",
                    "Chức vụ",
                    "Hiệu trưởng, Phó Hiệu trưởng, Tổ trưởng, Giáo viên, Kế toán …",
                    required=True,
                    synonyms=("Chức danh",),
                    choices=(
                        "Hiệu trưởng",
                        "Quyền Hiệu trưởng",
                        "Phó Hiệu trưởng",
                        "Tổ trưởng",
                        "Giáo viên",
                        "Kế toán",
                        "Văn thư",
                        "Y tế trường học",
                        "Bảo vệ",
                    ),
                    width=22,
                ),
                Column(
                    "duty",
                    "Phụ trách",
                    "Phân biệt người cùng chức vụ: chuyên môn, lớp 1A",
                    synonyms=("Nhiệm vụ phụ trách",),
                ),
                Column("team", "Tổ", "", synonyms=("Tổ chuyên môn",)),
                Column("phone", "Điện thoại", "", synonyms=("Số điện thoại", "ĐT", "SĐT"), width=15),
                Column("email", "Email", "", synonyms=("Thư điện tử", "E-mail"), width=28),
                _NOTE,
            ),
            required=True,
            synonyms=("Cán bộ", "Danh sách cán bộ", "Nhân viên"),
        ),
        Sheet(
            "tasks",
            "Nhiệm vụ",
            "Việc chung của mọi trường; dòng có mã trường thêm việc, hoặc thay việc cùng mã nhiệm vụ",
            (
                Column(
                    "code",
                    "Mã nhiệm vụ",
                    "NV01, NV02 …",
                    required=True,
                    synonyms=("Mã", "Mã NV", "Mã việc"),
                    width=13,
                ),
                _SCHOOL,
                Column(
                    "content",
                    "Nội dung công việc",
                    "Làm gì",
                    required=True,
                    synonyms=("Nội dung", "Công việc", "Nhiệm vụ"),
                    width=50,
                ),
                Column(
                    "deadline",
                    "Thời hạn",
                    "15/9/2021, tháng 9/2021, trước khi kết thúc học kỳ I 10 ngày, thường xuyên",
                    required=True,
                    synonyms=("Thời gian", "Hạn", "Hạn hoàn thành", "Thời gian hoàn thành"),
                    width=26,
                ),
                Column(
                    "lead",
                    "Chủ trì",
                    "Một người: họ tên, hoặc chức vụ mà trường có đúng một người giữ",
                    required=True,
                    synonyms=("Người chủ trì", "Người phụ trách", "Người thực hiện"),
                    width=28,
                ),
                Column(
                    "helpers",
                    "Phối hợp",
                    "Cách nhau bằng dấu chấm phẩy",
                    synonyms=("Người phối hợp",),
                    width=30,
                ),
                Column("product", "Sản phẩm", "", synonyms=("Kết quả", "Sản phẩm, kết quả"), width=24),
                Column(
                    "contents",
                    "Nội dung PAPI",
                    "Mã nội dung: C1, C2",
                    synonyms=("Mã nội dung PAPI", "PAPI"),
                    width=14,
                ),
                _NOTE,
            ),
            required=True,
            synonyms=("Công việc", "Phân công", "Danh sách nhiệm vụ"),
        ),
        Sheet(
            "bases",
            "Căn cứ",
            "Văn bản làm căn cứ, theo thứ tự in; dòng đầu là kế hoạch của cấp trên",
            (
                _SCHOOL,
                Column(
                    "role",
                    "Dùng làm",
                    "Để trống: Căn cứ",
                    choices=tuple(Role),
                    synonyms=("Vai trò",),
                    width=20,
                ),
                Column(
                    "type",
                    "Loại văn bản",
                    "Kế hoạch, Chỉ thị, Luật …",
                    required=True,
                    synonyms=("Loại", "Tên loại"),
                    width=16,
                ),
                Column(
                    "number",
                    "Số, ký hiệu",
                    "Như trên văn bản; luật không ghi số",
                    synonyms=("Số và ký hiệu", "Số ký hiệu", "Số"),
                ),
                Column("day", "Ngày ban hành", "", synonyms=("Ngày", "Ngày tháng"), width=15),
                Column("issuer", "Cơ quan ban hành", "", synonyms=("Nơi ban hành", "Cơ quan"), width=30),
                Column("subject", "Trích yếu", "", synonyms=("Về việc", "Trích yếu nội dung"), width=60),
                _NOTE,
            ),
            required=True,
            synonyms=("Căn cứ pháp lý", "Văn bản căn cứ"),
        ),
        Sheet(
            "lines",
            "Mục tiêu",
            "Lời riêng của huyện, xã hoặc của trường, in ở cuối mục đã chọn",
            (
                _SCHOOL,
                Column(
                    "section",
                    "Mục",
                    "Mục của kế hoạch; để trống: I.1 (mục tiêu)",
                    choices=tuple(Section),
                    synonyms=("Mục của kế hoạch",),
                    width=10,
                ),
                Column(
                    "text",
                    "Nội dung",
                    "Trọn câu, có dấu chấm",
                    required=True,
                    synonyms=("Mục tiêu", "Lời văn"),
                    width=90,
                ),
                _NOTE,
            ),
            synonyms=("Mục tiêu riêng", "Lời riêng"),
        ),
        Sheet(
            "contents",
            "Nội dung PAPI",
            "Chỉ điền khi thay danh mục 09 nội dung có sẵn",
            (
                Column("code", "Mã", "C1, C2 …", required=True, synonyms=("Mã nội dung",), width=10),
                Column("wording", "Nội dung", "", required=True, synonyms=("Tên nội dung",), width=70),
                Column("source", "Nguồn", "", width=40),
                _NOTE,
            ),
            synonyms=("Các nội dung PAPI",),
        ),
        Sheet(
            "authorities",
            "Cơ quan chủ quản",
            "Chỉ điền khi khác mặc định (Phòng GDĐT huyện đến 30/6/2025, UBND xã từ 01/7/2025)",
            (
                _SCHOOL,
                Column(
                    "superior",
                    "Cơ quan chủ quản",
                    "Tên đầy đủ: Ủy ban nhân dân xã An Phước",
                    required=True,
                    synonyms=("Tên cơ quan",),
                    width=44,
                ),
                Column("place", "Địa danh", "Ghi trước ngày tháng", required=True),
                Column("committee", "UBND chỉ đạo", "Để trống: như cơ quan chủ quản", width=36),
                Column("start", "Từ ngày", "", width=13),
                Column("end", "Đến ngày", "", width=13),
                _NOTE,
            ),
        ),
    )
}
"""Every sheet by its key, in the order of a new workbook."""
