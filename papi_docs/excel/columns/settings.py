"""The lines of the sheet of settings."""

from papi_docs.excel.columns.shapes import Setting

__all__ = ["SETTINGS"]


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
