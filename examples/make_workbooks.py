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


# Những gì trường đã làm trong năm. Mọi ngày tháng, con số và lời văn dưới đây là ví dụ.

Rows = list[dict[str, str]]
NOTED = "Ví dụ"
DONE, RUNNING, NOT_STARTED = "Hoàn thành", "Đang thực hiện", "Chưa thực hiện"
SEMESTER_1, SEMESTER_2 = "Học kỳ I", "Học kỳ II"
CONTENTS = [f"C{at}" for at in range(1, 10)]


def table(columns: str, *rows: tuple[str | int, ...], **shared: str) -> Rows:
    """Rows from tuples, with what they share and the note that they are examples."""
    keys = columns.split()
    return [shared | {key: str(value) for key, value in zip(keys, row, strict=True)} | {"note": NOTED} for row in rows]


def results_thtp3() -> Rows:
    """15 việc: 12 việc đã hoàn thành, trong đó 03 việc chậm hạn (NV03, NV11, NV13)."""
    return table(
        "task state day evidence cause",
        ("NV01", DONE, "25/8/2021", "Biên bản họp ngày 25/8/2021", ""),
        ("NV02", DONE, "14/9/2021", "Thông báo và ảnh bảng tin của trường", ""),
        (
            "NV03",
            DONE,
            "05/10/2021",
            "Bộ câu hỏi - đáp trên trang tin của trường",
            "Chờ thống nhất nội dung giữa các tổ",
        ),
        ("NV04", DONE, "28/9/2021", "Biên bản rà soát ngày 28/9/2021", ""),
        ("NV05", DONE, "27/5/2022", "Sổ theo dõi vệ sinh hằng ngày", ""),
        ("NV06", RUNNING, "", "Phiếu xét nghiệm đợt 1", "Đợt xét nghiệm thứ hai chưa có kết quả"),
        ("NV07", DONE, "30/8/2021", "Danh sách lớp ngày 30/8/2021", ""),
        ("NV08", DONE, "20/9/2021", "Bản cam kết có chữ ký của giáo viên", ""),
        ("NV09", DONE, "25/5/2022", "Phiếu dự giờ và biên bản sinh hoạt chuyên môn", ""),
        ("NV10", RUNNING, "", "Sổ liên lạc đến hết tháng 4/2022", "02 lớp chưa gửi đủ sổ liên lạc tháng 5"),
        ("NV11", DONE, "12/11/2021", "Bảng công khai và biên bản niêm yết", "Chờ duyệt dự toán các khoản thu"),
        ("NV12", DONE, "15/12/2021", "Biên bản kiểm tra KT01", ""),
        ("NV13", DONE, "10/01/2022", "Bảng tổng hợp phiếu học kỳ I", "Một số lớp thu phiếu chậm"),
        ("NV14", DONE, "12/01/2022", "Báo cáo sơ kết học kỳ I", ""),
        ("NV15", NOT_STARTED, "", "", "Chờ số liệu tổng kết năm học"),
        school="THTP3",
    )


def results_thtp1() -> Rows:
    """Mới có học kỳ I."""
    return table(
        "task state day evidence cause",
        ("NV01", DONE, "27/8/2021", "Biên bản họp", ""),
        ("NV02", DONE, "13/9/2021", "Ảnh bảng tin", ""),
        ("NV03", DONE, "30/9/2021", "Bộ câu hỏi - đáp", ""),
        ("NV04", DONE, "30/9/2021", "Biên bản rà soát", ""),
        ("NV05", RUNNING, "", "Sổ theo dõi", ""),
        ("NV07", DONE, "31/8/2021", "Danh sách lớp", ""),
        ("NV08", DONE, "04/10/2021", "Bản cam kết", "Có giáo viên nghỉ ốm"),
        ("NV12", DONE, "08/12/2021", "Biên bản kiểm tra KT01", ""),
        ("NV13", NOT_STARTED, "", "", "Học sinh nghỉ học trực tiếp nên chưa phát phiếu"),
        school="THTP1",
    )


def inspections_2021() -> dict[str, Rows]:
    """Ba cuộc ở THTP3 (định kỳ, đột xuất, phúc tra), một cuộc ở THTP1."""
    columns = "code kind planned content target lead secretary members day start end place reply"
    agreed = "Thống nhất với nội dung biên bản, khắc phục đúng thời hạn."
    head, deputy, clerk = "Bùi Thị Thao", "Trần Thị B", "Phạm Thị D"
    thtp3 = table(
        columns,
        ("KT01", "Định kỳ", "10/12/2021", "Thực hiện kế hoạch trong học kỳ I", "Bộ phận y tế, kế toán, văn thư",
         head, clerk, "Trần Thị B; Giáo viên chủ nhiệm", "10/12/2021", "8 giờ 00", "10 giờ 30", "Phòng họp", agreed),
        ("KT02", "Đột xuất", "22/02/2022", "Nước uống của học sinh; việc dạy thêm, học thêm", "Bộ phận y tế, các lớp",
         head, clerk, "Trần Thị B", "22/02/2022", "7 giờ 30", "9 giờ 00", "Khu phòng học", agreed),
        ("KT03", "Phúc tra", "15/3/2022", "Khắc phục hạn chế của KT01 và KT02", "Bộ phận y tế",
         deputy, clerk, "Lê Văn C", "15/3/2022", "14 giờ 00", "15 giờ 15", "Khu vệ sinh, khu phòng học", agreed),
        school="THTP3",
    )  # fmt: skip
    thtp1 = table(
        columns,
        ("KT01", "Định kỳ", "08/12/2021", "Thực hiện kế hoạch trong học kỳ I", "Bộ phận văn thư, kế toán",
         "Hiệu trưởng", "Văn thư", "Phó Hiệu trưởng", "08/12/2021", "8 giờ 00", "9 giờ 45", "Văn phòng", agreed),
        school="THTP1",
    )  # fmt: skip
    return {"inspections": thtp3 + thtp1, "items": [*_items_thtp3(), *_items_thtp1()]}


ITEM = "code subject merit limit requirement deadline responsible recheck_day recheck_result done"


def _items_thtp3() -> Rows:
    return table(
        ITEM,
        ("KT01", "Nhà vệ sinh", "Được quét dọn hằng ngày, có sổ theo dõi", "Khu B thiếu xà phòng rửa tay",
         "Trang bị đủ xà phòng, kiểm tra mỗi buổi", "25/12/2021", "Võ Văn E", "15/3/2022", "Đã có đủ xà phòng", "Có"),
        ("KT01", "Thông tin cho cha mẹ học sinh", "Sổ liên lạc gửi đều, nhận xét cụ thể", "", "", "", "", "", "", ""),
        ("KT01", "Công khai thu, chi", "Số liệu đầy đủ", "Bảng niêm yết đặt ở chỗ khó thấy",
         "Chuyển bảng ra trước văn phòng", "20/12/2021", "Lê Văn C", "22/12/2021", "Đã chuyển bảng", "Có"),
        ("KT02", "Nước uống", "Bình nước được rửa hằng tuần", "Một máy lọc nước quá hạn thay lõi",
         "Thay lõi lọc, ghi ngày thay trên máy", "05/3/2022", "Võ Văn E", "15/3/2022", "Đã thay lõi lọc", "Có"),
        ("KT02", "Dạy thêm, học thêm", "Không có giáo viên vi phạm cam kết", "", "", "", "", "", "", ""),
        ("KT03", "Nhà vệ sinh", "Sạch sẽ, đủ xà phòng", "Vòi rửa tay ở khu B còn rỉ nước",
         "Thay vòi nước", "15/4/2022", "Đặng Thị G", "", "", ""),
        school="THTP3",
    )  # fmt: skip


def _items_thtp1() -> Rows:
    return table(
        ITEM,
        ("KT01", "Công khai thu, chi", "Niêm yết đúng hạn", "", "", "", "", "", "", ""),
        ("KT01", "Tiếp nhận phản ánh", "Có sổ theo dõi", "Chưa ghi ngày trả lời",
         "Ghi đủ các cột của sổ", "22/12/2021", "Văn thư", "", "", ""),
        school="THTP1",
    )  # fmt: skip


def surveys_2021() -> dict[str, Rows]:
    """THTP3: hai học kỳ, trường tự đếm phiếu; THSR: học kỳ I, 40 phiếu ghi từng dòng."""
    columns = "school semester start end given_out returned"
    ratings = ["Rất kém", "Kém", "Bình thường", "Tốt", "Rất tốt"]
    surveys = table(
        columns,
        ("THTP3", SEMESTER_1, "03/01/2022", "08/01/2022", 205, 176),
        ("THTP3", SEMESTER_2, "09/5/2022", "16/5/2022", 210, 182),
        ("THSR", SEMESTER_1, "13/12/2021", "17/12/2021", 45, 40),
    )
    for survey, counts in zip(surveys, ([3, 9, 48, 88, 27], [2, 6, 41, 98, 34]), strict=False):
        survey |= dict(zip(ratings, map(str, counts), strict=True))
    surveys[0]["remarks"] = "Cần thêm xà phòng ở khu vệ sinh B\nMong nhà trường thông báo sớm các khoản thu"
    surveys[1]["remarks"] = "Nhà vệ sinh sạch hơn học kỳ I\nĐề nghị sửa vòi nước ở khu B\nCảm ơn thầy cô"
    return {"surveys": surveys, "answers": _answers_thtp3(), "replies": _replies_thsr(ratings)}


def _answers_thtp3() -> Rows:
    first = [(139, 25, 11), (118, 47, 10), (146, 20, 10), (165, 7, 4), (168, 3, 5), (140, 15, 20), (150, 9, 17),
             (151, 18, 7), (126, 26, 23)]  # fmt: skip
    second = [(150, 20, 10), (138, 35, 9), (160, 14, 8), (171, 6, 5), (175, 2, 4), (149, 12, 21), (158, 8, 16),
              (166, 11, 5), (145, 17, 19)]  # fmt: skip
    return [
        row
        for semester, counts in ((SEMESTER_1, first), (SEMESTER_2, second))
        for row in table(
            "content yes no unknown",
            *((content, *answers) for content, answers in zip(CONTENTS, counts, strict=True)),
            school="THTP3",
            semester=semester,
        )
    ]


def _replies_thsr(ratings: list[str]) -> Rows:
    """Như nhiều người cùng nhập: có, C, x; không, K; không biết, kb; có ô bỏ trống."""
    spellings = "Có c x Có có C Có Không co Có kb X K Có Có c".split()
    spellings += ["Không biết", ""]
    return [
        {"school": "THSR", "semester": SEMESTER_1, "rating": ratings[(at * 3) % 7 % 3 + 2], "note": NOTED}
        | {
            f"content {code}": spellings[(at * at + at * nth + 7 * nth) % len(spellings)]
            for nth, code in enumerate(CONTENTS)
        }
        | ({"remark": "Mong trường trồng thêm cây xanh"} if at == 7 else {})
        for at in range(40)
    ]


def remarks_2021() -> Rows:
    """Sáu phản ánh ở THTP3: một phản ánh trả lời chậm, một phản ánh chưa trả lời."""
    return table(
        "day channel text content handler deadline result answered published name contact",
        ("20/9/2021", "Điện thoại", "Đề nghị thông báo rõ các khoản thu đầu năm", "C9", "Lê Văn C", "27/9/2021",
         "Đã gửi bảng các khoản thu tới từng lớp", "24/9/2021", "Có", "Phụ huynh ví dụ 1", "0277 000 0001"),
        ("18/10/2021", "Trực tiếp", "Nhà vệ sinh khu B có mùi vào buổi chiều", "C2", "Võ Văn E", "25/10/2021",
         "Đã tăng thêm một lượt quét dọn buổi chiều", "22/10/2021", "Có", "", ""),
        ("22/11/2021", "Email", "Muốn nhận nhận xét về việc học của con thường xuyên hơn", "C8", "Trần Thị B",
         "29/11/2021", "Giáo viên chủ nhiệm gửi nhận xét hằng tuần", "03/12/2021", "Có", "Phụ huynh ví dụ 2", ""),
        ("14/02/2022", "Hộp thư góp ý", "Nước uống ở lớp 3A có mùi lạ", "C3", "Võ Văn E", "21/02/2022",
         "Đã kiểm tra máy lọc, thay lõi", "18/02/2022", "Có", "", ""),
        ("11/4/2022", "Họp cha mẹ học sinh", "Đề nghị làm mái che chỗ đón học sinh", "", "Bùi Thị Thao", "25/4/2022",
         "Đã đưa vào dự toán năm 2023", "22/4/2022", "Không", "Phụ huynh ví dụ 3", "0277 000 0003"),
        ("23/5/2022", "Điện thoại", "Vòi rửa tay khu B còn rỉ nước", "C2", "Đặng Thị G", "30/5/2022",
         "", "", "", "Phụ huynh ví dụ 4", "0277 000 0004"),
        school="THTP3",
    )  # fmt: skip


def contact_of(school: str, posted: str) -> Rows:
    """Số điện thoại và email chỉ để minh họa."""
    hours = "Từ 7 giờ 00 đến 16 giờ 30, từ thứ Hai đến thứ Sáu"
    email = f"{school.lower()}@example.edu.vn"
    return table(
        "phone email hours answerer reply_days posted place",
        ("0277 3830 123", email, hours, "Phạm Thị D", 5, posted, "Bảng tin trước văn phòng"),
        school=school,
    )


def targets_of(school: str, *, with_previous: bool) -> Rows:
    """Chỉ tiêu cho cả chín nội dung; C6 chưa có số liệu năm trước."""
    return table(
        "content share previous measure",
        *(
            (content, share, previous if with_previous else "", measure)
            for content, share, previous, measure in (
                ("C1", 80, 78, "Tu sửa nhỏ trong hè, đề xuất xây mới 02 phòng"),
                ("C2", 80, 70, "Quét dọn hai lượt mỗi ngày, đủ xà phòng"),
                ("C3", 90, 84, "Xét nghiệm nước hai lần mỗi năm"),
                ("C4", 93, 92, "Biên chế lớp dưới 36 học sinh"),
                ("C5", 96, 95, "Không xếp học ca ba"),
                ("C6", 80, "", "Ký cam kết và kiểm tra đột xuất"),
                ("C7", 85, 83, "Dự giờ, sinh hoạt chuyên môn hằng tháng"),
                ("C8", 90, 85, "Gửi nhận xét cho cha mẹ học sinh hằng tháng"),
                ("C9", 80, 72, "Niêm yết và gửi bảng thu, chi tới từng lớp"),
            )
        ),
        school=school,
    )


def words_thtp3() -> Rows:
    """Lời riêng của trường; những mục khác do chương trình soạn từ số liệu."""
    situation = "Trường có 09 lớp với 246 học sinh; đa số cha mẹ học sinh làm nông nghiệp."
    return table(
        "semester topic text",
        (SEMESTER_1, "Đặc điểm tình hình", situation),
        (SEMESTER_2, "Đặc điểm tình hình", situation),
        (SEMESTER_2, "Bài học kinh nghiệm", "Công khai sớm, trả lời nhanh thì phản ánh giảm."),
        (SEMESTER_2, "Kiến nghị", "Đề nghị cấp trên hỗ trợ kinh phí xây mới 02 phòng học."),
        school="THTP3",
    )


def request_thtp3() -> Rows:
    """Một yêu cầu báo cáo đột xuất."""
    return table(
        "type number day issuer subject about summary course causes measures proposals",
        ("Công văn", "125/PGD&ĐT", "21/02/2022", "Phòng Giáo dục và Đào tạo huyện Tân Hồng",
         "Rà soát nước uống trong trường học", "Nước uống của học sinh tại trường",
         "Một phản ánh về mùi lạ của nước uống ở lớp 3A, đã xử lý xong trong 04 ngày.",
         "Ngày 14/02/2022 trường nhận phản ánh qua hộp thư góp ý; ngày 18/02/2022 thay lõi lọc và trả lời.",
         "Lõi lọc của một máy đã quá hạn thay.",
         "Thay lõi lọc; lập lịch thay lõi cho cả năm; kiểm tra đột xuất ngày 22/02/2022.",
         "Hỗ trợ kinh phí xét nghiệm nước định kỳ."),
        school="THTP3",
    )  # fmt: skip


def evidence_2021() -> dict[str, Rows]:
    """THTP3 đủ cả năm, THTP1 mới có học kỳ I, THSR có phiếu khảo sát; hai trường còn lại chưa có gì."""
    return {
        "results": results_thtp3() + results_thtp1(),
        **inspections_2021(),
        **surveys_2021(),
        "remarks": remarks_2021(),
        "contacts": contact_of("THTP3", "14/9/2021") + contact_of("THTP1", "13/9/2021"),
        "targets": targets_of("THTP3", with_previous=True),
        "words": words_thtp3(),
        "requests": request_thtp3(),
    }


def evidence_2026() -> dict[str, Rows]:
    """Đầu năm học: mới có hai việc xong, liên hệ và chỉ tiêu."""
    return {
        "results": table(
            "task state day evidence",
            ("NV02", DONE, "11/9/2026", "Thông báo và ảnh bảng tin"),
            ("NV08", DONE, "18/9/2026", "Bản cam kết có chữ ký của giáo viên"),
            ("NV01", RUNNING, "", ""),
            school="THTP3",
        ),
        "contacts": contact_of("THTP3", "11/9/2026"),
        "targets": targets_of("THTP3", with_previous=False),
    }


def rows_2021() -> dict[str, list[dict[str, str]]]:
    """Phòng GDĐT huyện Tân Hồng, năm học 2021-2022."""
    schools = [{"code": code, "name": name, "symbol": code, "commune": commune} for code, name, commune in SCHOOLS]
    schools[0] |= {"class_count": "9", "pupil_count": "246"}
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
        **evidence_2021(),
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
        **evidence_2026(),
    }


if __name__ == "__main__":
    papi.new_workbook(HERE / "tan-hong-2021-2022.xlsx", rows_2021(), overwrite=True)
    papi.new_workbook(HERE / "an-phuoc-2026-2027.xlsx", rows_2026(), overwrite=True)
