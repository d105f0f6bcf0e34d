"""Viết lại hai sổ mẫu; cũng là cách đưa dữ liệu từ phần mềm khác vào sổ: ``python examples/make_workbooks.py``.

Số liệu của Trường Tiểu học Tân Phước 3 năm học 2021-2022 theo kế hoạch đã ban hành; người của các
trường khác ("Nguyễn Văn A" …) và văn bản có ghi chú "ví dụ" chỉ để minh họa.
"""

from pathlib import Path

import papi_docs as papi

HERE = Path(__file__).parent
EXAMPLE = "Ví dụ, thay bằng văn bản thật"

INDEX = "Chỉ số Hiệu quả quản trị và Hành chính công"
GOALS_2021 = (
    "Tiếp tục duy trì và nâng cao điểm số của Chỉ số PAPI trong lĩnh vực Giáo dục và Đào tạo năm học 2020-2021. "
    "Phấn đấu cải thiện và nâng cao Chỉ số PAPI trong lĩnh vực Giáo dục và Đào tạo năm học 2021-2022 tiếp tục "
    "duy trì đạt điểm số cao của cả huyện, tỉnh."
)
GOALS_2026 = (
    "Phấn đấu cải thiện và nâng cao Chỉ số PAPI trong lĩnh vực Giáo dục và Đào tạo năm học 2026-2027, góp phần "
    "nâng cao kết quả chung của tỉnh."
)

TASKS = [
    {
        "code": "NV01",
        "content": "Quán triệt kế hoạch và các nội dung của Chỉ số PAPI tới toàn thể cán bộ, giáo viên, nhân viên",
        "deadline": "tháng 8",
        "lead": "Hiệu trưởng",
        "helpers": "Phó Hiệu trưởng",
        "product": "Biên bản họp",
    },
    {
        "code": "NV02",
        "content": "Công khai số điện thoại bàn, địa chỉ email và bảng tóm tắt kế hoạch tại trường",
        "deadline": "trước 15/9",
        "lead": "Văn thư",
        "product": "Thông báo, bảng tin",
        "contents": "C9",
    },
    {
        "code": "NV03",
        "content": "Công khai bộ câu hỏi - đáp về Chỉ số PAPI cho cha mẹ học sinh",
        "deadline": "tháng 9",
        "lead": "Phó Hiệu trưởng",
        "helpers": "Giáo viên chủ nhiệm",
        "product": "Bộ câu hỏi - đáp",
        "contents": "C8",
    },
    {
        "code": "NV04",
        "content": "Rà soát phòng học, tu sửa nhỏ; đề xuất sửa chữa, xây mới",
        "deadline": "tháng 9",
        "lead": "Phó Hiệu trưởng",
        "helpers": "Bảo vệ; Kế toán",
        "product": "Biên bản rà soát",
        "contents": "C1",
    },
    {
        "code": "NV05",
        "content": "Giữ nhà vệ sinh sạch sẽ, có nước rửa tay và xà phòng; kiểm tra hằng ngày",
        "deadline": "thường xuyên",
        "lead": "Y tế trường học",
        "helpers": "Bảo vệ",
        "product": "Sổ theo dõi",
        "contents": "C2",
    },
    {
        "code": "NV06",
        "content": "Bảo đảm nước uống hợp vệ sinh cho học sinh; xét nghiệm nước theo quy định",
        "deadline": "thường xuyên",
        "lead": "Y tế trường học",
        "product": "Phiếu xét nghiệm",
        "contents": "C3",
    },
    {
        "code": "NV07",
        "content": "Biên chế lớp dưới 36 học sinh, không xếp học ca ba",
        "deadline": "trước khi khai giảng 5 ngày",
        "lead": "Phó Hiệu trưởng",
        "helpers": "Văn thư",
        "product": "Danh sách lớp",
        "contents": "C4, C5",
    },
    {
        "code": "NV08",
        "content": "Ký cam kết không dạy thêm trái quy định, đối xử công bằng với học sinh",
        "deadline": "tháng 9",
        "lead": "Phó Hiệu trưởng",
        "helpers": "Giáo viên chủ nhiệm",
        "product": "Bản cam kết",
        "contents": "C6",
    },
    {
        "code": "NV09",
        "content": "Dự giờ, sinh hoạt chuyên môn, bồi dưỡng phương pháp dạy học",
        "deadline": "hằng tháng",
        "lead": "Phó Hiệu trưởng",
        "helpers": "Tổ trưởng chuyên môn",
        "product": "Phiếu dự giờ",
        "contents": "C7",
    },
    {
        "code": "NV10",
        "content": "Thông tin cho cha mẹ học sinh về việc học tập của con em",
        "deadline": "hằng tháng",
        "lead": "Phó Hiệu trưởng",
        "helpers": "Giáo viên chủ nhiệm",
        "product": "Sổ liên lạc",
        "contents": "C8",
    },
    {
        "code": "NV11",
        "content": "Công khai các khoản thu, chi với cha mẹ học sinh",
        "deadline": "tháng 10",
        "lead": "Kế toán",
        "helpers": "Văn thư",
        "product": "Bảng công khai",
        "contents": "C9",
    },
    {
        "code": "NV12",
        "content": "Tự kiểm tra việc thực hiện kế hoạch, có kiểm tra đột xuất; phúc tra việc khắc phục",
        "deadline": "trước khi kết thúc học kỳ I 30 ngày",
        "lead": "Hiệu trưởng",
        "helpers": "Phó Hiệu trưởng",
        "product": "Biên bản kiểm tra",
    },
    {
        "code": "NV13",
        "content": "Khảo sát ý kiến cha mẹ học sinh bằng phiếu",
        "deadline": "trước khi kết thúc học kỳ I 15 ngày",
        "lead": "Phó Hiệu trưởng",
        "helpers": "Giáo viên chủ nhiệm",
        "product": "Bảng tổng hợp phiếu",
    },
    {
        "code": "NV14",
        "content": "Báo cáo sơ kết học kỳ I (lồng ghép)",
        "deadline": "kết thúc học kỳ I",
        "lead": "Hiệu trưởng",
        "helpers": "Văn thư",
        "product": "Báo cáo",
    },
    {
        "code": "NV15",
        "content": "Báo cáo tổng kết năm học (lồng ghép)",
        "deadline": "kết thúc năm học",
        "lead": "Hiệu trưởng",
        "helpers": "Văn thư",
        "product": "Báo cáo",
    },
]

SCHOOLS = [
    ("THTP3", "Trường Tiểu học Tân Phước 3", "xã Tân Phước"),
    ("THTP1", "Trường Tiểu học Tân Phước 1", "xã Tân Phước"),
    ("THSR", "Trường Tiểu học Thị trấn Sa Rài", "thị trấn Sa Rài"),
    ("THTHC2", "Trường Tiểu học Tân Hộ Cơ 2", "xã Tân Hộ Cơ"),
    ("THTCC", "Trường Tiểu học và Trung học cơ sở Tân Công Chí", "xã Tân Công Chí"),
]

POSITIONS = ["Hiệu trưởng", "Phó Hiệu trưởng", "Kế toán", "Văn thư", "Y tế trường học", "Bảo vệ"]
PLACEHOLDERS = ["Nguyễn Văn A", "Trần Thị B", "Lê Văn C", "Phạm Thị D", "Võ Văn E", "Đặng Thị G"]


def staff_of(code: str, head: str = PLACEHOLDERS[0]) -> list[dict[str, str]]:
    """One holder of each position."""
    names = [head, *PLACEHOLDERS[1:]]
    return [
        {"school": code, "name": name, "position": position} for name, position in zip(names, POSITIONS, strict=True)
    ]


def rows_2021() -> dict[str, list[dict[str, str]]]:
    """Phòng GDĐT huyện Tân Hồng, năm học 2021-2022."""
    schools = [{"code": code, "name": name, "symbol": code, "commune": commune} for code, name, commune in SCHOOLS]
    schools[1] |= {"signer": "Trần Thị B", "note": "Phó Hiệu trưởng ký thay"}
    return {
        "settings": [
            {
                "name": "Phòng GDĐT huyện Tân Hồng",
                "school_year": "2021-2022",
                "province": "Đồng Tháp",
                "district": "Tân Hồng",
                "drafted_on": "20/7/2021",
                "recipients": "CBCC, VC (t/h)",
            }
        ],
        "schools": schools,
        "staff": staff_of("THTP3", "Bùi Thị Thao") + [row for code, *_ in SCHOOLS[1:] for row in staff_of(code)],
        "tasks": [
            *TASKS,
            {
                "code": "NV13",
                "school": "THSR",
                "content": "Khảo sát ý kiến cha mẹ học sinh bằng phiếu, tại cả điểm chính và điểm phụ",
                "deadline": "20/12/2021",
                "lead": "Hiệu trưởng",
                "helpers": "Giáo viên chủ nhiệm",
                "product": "Bảng tổng hợp phiếu",
                "note": "Thay việc chung",
            },
        ],
        "bases": [
            {
                "role": "Căn cứ",
                "type": "Kế hoạch",
                "number": "861/KH-PGD&ĐT",
                "day": "16/7/2021",
                "issuer": "Phòng Giáo dục và Đào tạo",
                "subject": f"Cải thiện, nâng cao {INDEX} cấp huyện trong lĩnh vực Giáo dục và Đào tạo",
            },
            {
                "role": "Chỉ thị gắn thực hiện",
                "type": "Chỉ thị",
                "number": "13/CT-UBND",
                "issuer": "Ủy ban nhân dân tỉnh",
                "note": "Kế hoạch 2021 không ghi ngày và trích yếu: tra văn bản gốc rồi điền",
            },
        ],
        "lines": [{"section": "I.1", "text": GOALS_2021}],
    }


def rows_2026() -> dict[str, list[dict[str, str]]]:
    """UBND xã An Phước, năm học 2026-2027: cùng công việc, không còn cấp huyện."""
    schools = [("THTP3", "Trường Tiểu học Tân Phước 3"), ("THTP1", "Trường Tiểu học Tân Phước 1")]
    return {
        "settings": [
            {
                "name": "UBND xã An Phước",
                "school_year": "2026-2027",
                "province": "Đồng Tháp",
                "drafted_on": "05/9/2026",
                "result_year": "2025",
                "recipients": "Phòng Văn hóa - Xã hội xã (b/c)\nCBCC, VC (t/h)",
            }
        ],
        "schools": [{"code": code, "name": name, "symbol": code, "commune": "xã An Phước"} for code, name in schools],
        "staff": staff_of("THTP3") + staff_of("THTP1"),
        "tasks": [task | ({"deadline": "tháng 9"} if task["code"] == "NV01" else {}) for task in TASKS],
        "bases": [
            {
                "role": "Căn cứ",
                "type": "Kế hoạch",
                "number": "99/KH-UBND",
                "day": "28/8/2026",
                "issuer": "Ủy ban nhân dân xã An Phước",
                "subject": f"Cải thiện, nâng cao {INDEX} trong lĩnh vực Giáo dục và Đào tạo trên địa bàn xã",
                "note": EXAMPLE,
            }
        ],
        "lines": [{"section": "I.1", "text": GOALS_2026}],
    }


if __name__ == "__main__":
    papi.new_workbook(HERE / "tan-hong-2021-2022.xlsx", rows_2021(), overwrite=True)
    papi.new_workbook(HERE / "an-phuoc-2026-2027.xlsx", rows_2026(), overwrite=True)
