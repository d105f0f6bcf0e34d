"""The sheets of what a school did: results of its tasks, inspections, targets, its own words, its papers."""

from papi_docs.excel.columns.shapes import Column, Sheet
from papi_docs.excel.columns.shared import ANY_SCHOOL, CONTENT, NOTE, SCHOOL, SEMESTER, YES_OR_NO
from papi_docs.model import InspectionKind, TaskState, Topic

__all__ = ["EVIDENCE_SHEETS"]

_INSPECTION = Column("code", "Mã kiểm tra", "KT01, KT02 …", required=True, synonyms=("Mã", "Mã KT"), width=13)

EVIDENCE_SHEETS = (
    Sheet(
        "results",
        "Kết quả nhiệm vụ",
        "Việc nào đã xong, ngày nào; mỗi nhiệm vụ của mỗi trường một dòng",
        (
            SCHOOL,
            Column(
                "task", "Mã nhiệm vụ", "Như ở sheet Nhiệm vụ", required=True, synonyms=("Mã NV", "Mã việc"), width=13
            ),
            Column("state", "Tình trạng", "", required=True, synonyms=("Trạng thái",), choices=tuple(TaskState)),
            Column("day", "Ngày hoàn thành", "Chỉ ghi khi đã hoàn thành", synonyms=("Ngày xong",), width=16),
            Column("product", "Sản phẩm", "Để trống: như kế hoạch", synonyms=("Kết quả",), width=24),
            Column("evidence", "Minh chứng", "Văn bản, hồ sơ chứng minh", width=34),
            Column(
                "cause", "Nguyên nhân chậm", "Khi chậm hoặc chưa làm", synonyms=("Nguyên nhân", "Lý do chậm"), width=34
            ),
            NOTE,
        ),
        synonyms=("Kết quả thực hiện", "Kết quả thực hiện nhiệm vụ"),
    ),
    Sheet(
        "inspections",
        "Kiểm tra",
        "Mỗi cuộc tự kiểm tra một dòng, dự kiến hoặc đã làm",
        (
            SCHOOL,
            _INSPECTION,
            Column("kind", "Hình thức", "", required=True, synonyms=("Loại",), choices=tuple(InspectionKind), width=14),
            Column("planned", "Ngày dự kiến", "", required=True, synonyms=("Dự kiến",), width=15),
            Column("content", "Nội dung", "Kiểm tra việc gì", required=True, synonyms=("Nội dung kiểm tra",), width=40),
            Column("target", "Đối tượng", "", required=True, synonyms=("Đối tượng kiểm tra",), width=28),
            Column("lead", "Người chủ trì", "Một người", required=True, synonyms=("Chủ trì",), width=24),
            Column("secretary", "Thư ký", "Một người", required=True, synonyms=("Người ghi biên bản",), width=24),
            Column("members", "Thành viên", "Cách nhau bằng dấu chấm phẩy", synonyms=("Thành phần",), width=30),
            Column("day", "Ngày kiểm tra", "Để trống khi chưa kiểm tra", synonyms=("Ngày thực hiện",), width=15),
            Column("start", "Giờ bắt đầu", "8 giờ 00", synonyms=("Bắt đầu",), width=12),
            Column("end", "Giờ kết thúc", "10 giờ 30", synonyms=("Kết thúc",), width=12),
            Column("place", "Địa điểm", "", synonyms=("Nơi kiểm tra",), width=26),
            Column(
                "reply",
                "Ý kiến bên được kiểm tra",
                "Để trống: thống nhất nội dung biên bản",
                synonyms=("Ý kiến của bên được kiểm tra", "Ý kiến"),
                width=34,
            ),
            NOTE,
        ),
        synonyms=("Tự kiểm tra", "Các cuộc kiểm tra"),
    ),
    Sheet(
        "items",
        "Nội dung kiểm tra",
        "Ưu điểm, hạn chế của từng nội dung đã kiểm tra, và việc khắc phục",
        (
            SCHOOL,
            _INSPECTION,
            Column("subject", "Nội dung", "", required=True, synonyms=("Nội dung kiểm tra",), width=34),
            Column("merit", "Ưu điểm", "", width=40),
            Column("limit", "Hạn chế", "Có hạn chế thì phải có yêu cầu khắc phục", synonyms=("Tồn tại",), width=40),
            Column("requirement", "Yêu cầu khắc phục", "", synonyms=("Khắc phục", "Kiến nghị"), width=40),
            Column("deadline", "Thời hạn khắc phục", "", synonyms=("Thời hạn", "Hạn khắc phục"), width=16),
            Column("responsible", "Người chịu trách nhiệm", "", synonyms=("Trách nhiệm",), width=24),
            Column("recheck_day", "Ngày phúc tra", "Để trống khi chưa phúc tra", width=15),
            Column("recheck_result", "Kết quả phúc tra", "", width=34),
            Column("done", "Đã khắc phục", "Có hoặc Không", choices=YES_OR_NO, width=13),
            NOTE,
        ),
        synonyms=("Kết quả kiểm tra",),
    ),
    Sheet(
        "targets",
        "Chỉ tiêu",
        "Tỉ lệ trả lời Có mà trường phấn đấu, theo từng nội dung PAPI",
        (
            ANY_SCHOOL,
            CONTENT,
            Column("share", "Chỉ tiêu (%)", "Số nguyên từ 0 đến 100", required=True, synonyms=("Chỉ tiêu",), width=13),
            Column("previous", "Năm trước (%)", "Tỉ lệ năm trước, nếu biết", synonyms=("Năm trước",), width=14),
            Column("measure", "Biện pháp", "", synonyms=("Giải pháp",), width=60),
            NOTE,
        ),
        synonyms=("Chỉ tiêu phấn đấu",),
    ),
    Sheet(
        "words",
        "Nhận định",
        "Lời của trường, in thay lời máy soạn ở mục đã chọn của báo cáo",
        (
            SCHOOL,
            SEMESTER,
            Column("topic", "Mục", "", required=True, synonyms=("Mục của báo cáo",), choices=tuple(Topic), width=26),
            Column("text", "Nội dung", "Trọn câu, có dấu chấm", required=True, synonyms=("Lời văn",), width=90),
            NOTE,
        ),
        synonyms=("Nhận định, đánh giá",),
    ),
    Sheet(
        "requests",
        "Báo cáo đột xuất",
        "Mỗi trường nhiều nhất một yêu cầu báo cáo đột xuất",
        (
            SCHOOL,
            Column("type", "Loại văn bản yêu cầu", "Công văn, Thông báo …", required=True, synonyms=("Loại văn bản",)),
            Column("number", "Số, ký hiệu", "Của văn bản yêu cầu", required=True, synonyms=("Số và ký hiệu", "Số")),
            Column("day", "Ngày văn bản", "", required=True, synonyms=("Ngày",), width=15),
            Column("issuer", "Cơ quan yêu cầu", "Nơi nhận báo cáo", required=True, synonyms=("Cơ quan",), width=34),
            Column("subject", "Trích yếu", "Của văn bản yêu cầu", width=40),
            Column("about", "Về việc", "Việc được báo cáo", required=True, width=40),
            Column("summary", "Tóm tắt", "", required=True, width=50),
            Column("course", "Diễn biến", "", required=True, width=50),
            Column("causes", "Nguyên nhân", "", required=True, width=40),
            Column("measures", "Biện pháp", "Đã thực hiện", required=True, width=40),
            Column("proposals", "Đề xuất", "", synonyms=("Kiến nghị",), width=40),
            NOTE,
        ),
    ),
    Sheet(
        "issued",
        "Văn bản đã ban hành",
        "Số và ngày của văn bản đã ký, ngoài kế hoạch ở sheet Trường",
        (
            SCHOOL,
            Column(
                "kind",
                "Loại",
                "Loại văn bản, hoặc mã của lệnh papi-docs kinds",
                required=True,
                synonyms=("Loại văn bản", "Văn bản"),
                choices=(
                    "Quyết định phân công",
                    "Báo cáo sơ kết học kỳ I",
                    "Báo cáo tổng kết năm học",
                    "Báo cáo đột xuất",
                    "Kế hoạch kiểm tra",
                    "Biên bản kiểm tra",
                    "Thông báo công khai liên hệ",
                ),
                width=34,
            ),
            Column("number", "Số", "Chỉ ghi số: 12", required=True, synonyms=("Số văn bản",), width=10),
            Column("day", "Ngày", "", required=True, synonyms=("Ngày ban hành", "Ngày văn bản"), width=15),
            NOTE,
        ),
        synonyms=("Văn bản ban hành", "Sổ văn bản đi"),
    ),
)
