"""The sheets of what people say to a school: surveys, remarks, and where they can reach it."""

from papi_docs.excel.columns.shapes import Column, Sheet
from papi_docs.excel.columns.shared import ANY_SCHOOL, CONTENT, NOTE, SCHOOL, SEMESTER, YES_OR_NO
from papi_docs.model import Rating

__all__ = ["CITIZENS_SHEETS"]

CITIZENS_SHEETS = (
    Sheet(
        "surveys",
        "Khảo sát",
        "Mỗi đợt khảo sát cha mẹ học sinh một dòng",
        (
            SCHOOL,
            SEMESTER,
            Column("start", "Từ ngày", "", required=True, width=14),
            Column("end", "Đến ngày", "", required=True, width=14),
            Column("given_out", "Số phiếu phát ra", "", required=True, synonyms=("Phát ra",), width=12),
            Column("returned", "Số phiếu thu về", "", required=True, synonyms=("Thu về",), width=12),
            *(Column(rating, rating, "Số phiếu đánh giá mức này", width=12) for rating in Rating),
            Column("remarks", "Ý kiến khác", "Mỗi ý kiến một dòng (Alt+Enter)", synonyms=("Ý kiến",), width=50),
            NOTE,
        ),
        synonyms=("Khảo sát cha mẹ học sinh",),
    ),
    Sheet(
        "answers",
        "Trả lời khảo sát",
        "Số phiếu Có, Không, Không biết của từng nội dung, khi trường tự đếm phiếu",
        (
            SCHOOL,
            SEMESTER,
            CONTENT,
            Column("yes", "Có", "Số phiếu", required=True, synonyms=("Số phiếu Có",), width=10),
            Column("no", "Không", "Số phiếu", required=True, synonyms=("Số phiếu Không",), width=10),
            Column("unknown", "Không biết", "Số phiếu", required=True, synonyms=("Số phiếu Không biết",), width=12),
            NOTE,
        ),
        synonyms=("Tổng hợp trả lời", "Tổng hợp phiếu"),
    ),
    Sheet(
        "replies",
        "Phiếu trả lời",
        "Mỗi phiếu thu về một dòng; chương trình đếm thay cho sheet Trả lời khảo sát",
        (
            SCHOOL,
            SEMESTER,
            Column("rating", "Đánh giá chung", "", synonyms=("Mức độ",), choices=tuple(Rating), width=16),
            Column("remark", "Ý kiến", "", synonyms=("Ý kiến khác",), width=50),
            NOTE,
        ),
        synonyms=("Phiếu khảo sát",),
        contents_after="semester",
    ),
    Sheet(
        "remarks",
        "Phản ánh",
        "Mỗi phản ánh, kiến nghị một dòng; hai cột về người phản ánh không bao giờ được công khai",
        (
            SCHOOL,
            Column("day", "Ngày", "Ngày nhận", required=True, synonyms=("Ngày nhận", "Ngày tiếp nhận"), width=14),
            Column(
                "channel",
                "Kênh",
                "Điện thoại, email, trực tiếp …",
                required=True,
                synonyms=("Kênh tiếp nhận", "Hình thức"),
                choices=("Trực tiếp", "Điện thoại", "Email", "Hộp thư góp ý", "Họp cha mẹ học sinh"),
                width=18,
            ),
            Column("text", "Nội dung", "", required=True, synonyms=("Nội dung phản ánh",), width=50),
            Column("content", "Nội dung PAPI", "Mã nội dung: C1", synonyms=("Mã nội dung", "PAPI"), width=14),
            Column("handler", "Người xử lý", "", required=True, synonyms=("Xử lý",), width=24),
            Column("deadline", "Hạn", "Hạn trả lời", required=True, synonyms=("Hạn trả lời", "Thời hạn"), width=14),
            Column("result", "Kết quả", "", synonyms=("Kết quả xử lý",), width=50),
            Column("answered", "Ngày trả lời", "Để trống khi chưa trả lời", width=14),
            Column("published", "Công khai", "Đã công khai kết quả: Có hoặc Không", choices=YES_OR_NO, width=11),
            Column("name", "Người phản ánh", "Để trống: không nêu tên", synonyms=("Họ tên người phản ánh",), width=24),
            Column("contact", "Liên hệ", "Của người phản ánh", synonyms=("Điện thoại",), width=20),
            NOTE,
        ),
        synonyms=("Phản ánh, kiến nghị", "Sổ phản ánh"),
    ),
    Sheet(
        "contacts",
        "Liên hệ công khai",
        "Số điện thoại, email mà trường công khai để tiếp nhận phản ánh",
        (
            ANY_SCHOOL,
            Column("phone", "Điện thoại", "Gõ dạng chữ", required=True, synonyms=("Số điện thoại", "ĐT"), width=16),
            Column("email", "Email", "", required=True, synonyms=("Thư điện tử", "E-mail"), width=28),
            Column("hours", "Giờ tiếp nhận", "Từ 7 giờ 00 đến 16 giờ 30, thứ Hai đến thứ Sáu", required=True, width=40),
            Column("answerer", "Người trả lời", "Họ tên hoặc chức vụ", required=True, width=24),
            Column("reply_days", "Số ngày trả lời", "Số ngày làm việc", required=True, synonyms=("Số ngày",), width=12),
            Column("posted", "Ngày công khai", "", synonyms=("Ngày niêm yết",), width=15),
            Column("place", "Nơi niêm yết", "", synonyms=("Nơi công khai",), width=34),
            NOTE,
        ),
        synonyms=("Liên hệ", "Công khai liên hệ"),
    ),
)
