"""The plan (kế hoạch), form 1.4 with an annex of form 2.1: text of 2021 with its faults put right."""

from docx.document import Document

from papi_docs.decree30 import END_MARK
from papi_docs.drawing.parts import (
    add,
    add_annex_section,
    add_letterhead,
    add_loop,
    add_rule,
    add_signature,
    add_table,
    new_template,
)
from papi_docs.layout import ANNEX_COLUMNS

__all__ = ["draw_plan"]

_PURPOSE = (
    "Thực hiện tốt việc cải thiện, nâng cao Chỉ số PAPI trong lĩnh vực Giáo dục và Đào tạo theo chỉ đạo của "
    "{{ committee }}. Tiếp tục duy trì và nâng cao chất lượng điều hành, quản trị và hành chính công của ngành "
    "Giáo dục và Đào tạo, nâng cao chất lượng phục vụ và uy tín đối với người dân. Đồng thời, phát huy sự tham gia "
    "của các tầng lớp nhân dân vào quá trình xây dựng và giám sát việc thực thi các chính sách, pháp luật trong "
    "lĩnh vực giáo dục và đào tạo."
)
_REQUIREMENTS = (
    "Kế hoạch triển khai cho tất cả CBQL, GV, NV trong đơn vị.",
    "Kết hợp chặt chẽ với việc thực hiện nhiệm vụ chuyên môn của đơn vị trong quá trình thực hiện.",
)
_COMMUNICATION = (
    "Tăng cường các kênh truyền thông với nhiều hình thức phong phú, hiệu quả đảm bảo truyền thông tới cộng đồng, "
    "tới các khu vực dân cư, tới tận người dân. Nội dung tuyên truyền gần gũi, sát với thực tế.",
    "Tuyên truyền tới đội ngũ cán bộ, công chức, viên chức, người lao động về mục đích, ý nghĩa và kết quả Chỉ số "
    "PAPI của {{ index.scope }} năm {{ index.result_year }} và những năm qua; chỉ ra những tồn tại, hạn chế, nguyên "
    "nhân, trách nhiệm đối với các nội dung tại Chỉ số PAPI; từ đó xác định trách nhiệm của các cá nhân trong việc "
    "cải thiện, nâng cao Chỉ số PAPI trong năm {{ index.next_year }} và những năm tiếp theo.",
)
_PERFORMANCE = (
    "Căn cứ chức năng, nhiệm vụ, trách nhiệm, quyền hạn, đơn vị lập kế hoạch, chủ động tổ chức thực hiện nhằm phát "
    "huy được sự đồng thuận, tham gia, ủng hộ; cải thiện đánh giá của người dân; góp phần cải thiện Chỉ số PAPI.",
    "Phân công nhiệm vụ cụ thể cho các thành viên chủ động triển khai thực hiện"
    "{% if annex %} (Phụ lục kèm theo){% endif %}.",
)
_INSPECTION = (
    "Tăng cường công tác kiểm tra; chú trọng kiểm tra đột xuất, chỉ đạo hoặc kiến nghị khắc phục các tồn tại có thời "
    "hạn cụ thể; phúc tra việc khắc phục các tồn tại đã được kiểm tra trước đây; chấn chỉnh kịp thời các sai phạm, "
    "thiếu sót trong thực thi nhiệm vụ. Công tác kiểm tra, giám sát cần tập trung vào nội dung cụ thể, công việc cụ "
    "thể trong thực hiện nhiệm vụ chuyên môn, thực thi công vụ và triển khai thực hiện Kế hoạch; chỉ đạo khắc phục "
    "hoặc kiến nghị khắc phục các tồn tại có thời hạn cụ thể.",
    "Chủ động phối hợp các cấp, các ngành để đề xuất lồng ghép phù hợp nội dung cải thiện Chỉ số PAPI vào nội dung "
    "kiểm tra: kiểm tra thực hiện Quy chế dân chủ cơ sở; kiểm tra Cải cách hành chính.",
)
_REPORTING = (
    "Thực hiện tốt chế độ thông tin, báo cáo (lồng ghép trong báo cáo Sơ kết học kỳ I; Tổng kết năm học) và báo cáo "
    "đột xuất khi có yêu cầu."
)
_SOLUTIONS_BEFORE = (
    "Quán triệt và triển khai thực hiện nghiêm túc {{ index.contents }} nội dung của Chỉ số PAPI; xây dựng kế hoạch "
    "thực hiện có hiệu quả các nội dung của Chỉ số PAPI; thường xuyên đôn đốc đội ngũ cán bộ, công chức, viên chức "
    "thực hiện tốt các vấn đề liên quan đến việc phục vụ học sinh, cha mẹ học sinh. Đặc biệt chú ý phân công cụ thể "
    "cán bộ, công chức, viên chức triển khai thực hiện đầy đủ, có hiệu quả các công việc được giao tại kế hoạch này."
)
_DIRECTIVE = (
    "{% if directive %}Gắn việc thực hiện {{ directive }} với việc triển khai{% else %}Triển khai{% endif %} thực hiện "
    "nghiêm túc Kế hoạch của {{ superior }} về việc nâng cao chất lượng hoạt động công vụ với mục tiêu xây dựng cơ sở "
    "giáo dục thân thiện, phục vụ học sinh, cha mẹ học sinh. Trong đó, thực hiện tốt việc tự kiểm tra, theo dõi trong "
    "nội bộ và việc lắng nghe, tiếp thu phản ánh, kiến nghị của người dân về việc thực hiện chức trách, nhiệm vụ của "
    "đội ngũ cán bộ, công chức, viên chức; kịp thời xử lý nghiêm những trường hợp có biểu hiện tiêu cực trong thực thi "
    "công vụ và công khai kết quả xử lý để người dân biết, giám sát."
)
_SOLUTIONS_AFTER = (
    "Chủ động phối hợp với các tổ chức Đảng, chính quyền và Đoàn thể nhằm tạo ra sự liên kết chặt chẽ trong nội bộ cơ "
    "quan nhằm thực hiện đồng bộ, thống nhất các giải pháp và việc phối hợp kiểm tra, giám sát thường xuyên để cải "
    "thiện Chỉ số PAPI trên địa bàn.",
    "Tăng cường công tác thông tin, tuyên truyền để cha mẹ học sinh thông hiểu các nội dung, công việc liên quan đến "
    "việc cải thiện, nâng cao Chỉ số PAPI đã và đang triển khai thực hiện.",
)
_SCHOOL = (
    "Xây dựng và triển khai kế hoạch để cải thiện, nâng cao chỉ số PAPI của ngành; tổ chức quán triệt tới cán bộ công "
    "chức, viên chức thực hiện nghiêm túc; quy định rõ trách nhiệm của từng cá nhân trong việc cải thiện chỉ số PAPI "
    "tại đơn vị mình.",
    "Thường xuyên kiểm tra, giám sát việc thực hiện để khắc phục kịp thời hạn chế, thiếu sót.",
    "Phối hợp các cấp chính quyền để thực hiện tốt kế hoạch cải thiện chỉ số PAPI của đơn vị.",
    "Công khai số điện thoại bàn và địa chỉ email của trường để mọi người dân được biết.",
)
_STAFF = (
    "Tuyên truyền, giải thích để người dân, đặc biệt là cha mẹ học sinh thông hiểu các nội dung, công việc liên quan "
    "đến việc cải thiện, nâng cao Chỉ số PAPI đã và đang triển khai thực hiện nhằm tạo sự đồng thuận và phối hợp tốt "
    "giữa nhà trường, gia đình và xã hội.",
    "Công khai bảng tóm tắt kế hoạch cải thiện, nâng cao chỉ số PAPI tại trường; công khai bộ câu hỏi - đáp về chỉ số "
    "này; tổ chức khảo sát thu nhận ý kiến người dân qua phiếu trả lời chỉ số PAPI về giáo dục bằng các hình thức phù "
    "hợp.",
)
_CLOSING = (
    "Trên đây là Kế hoạch cải thiện, nâng cao Chỉ số Hiệu quả quản trị và Hành chính công của đơn vị năm học "
    "{{ school_year }} của {{ school }} yêu cầu tất cả cán bộ công chức, viên chức nghiêm túc thực hiện. Trong quá "
    "trình thực hiện nếu có khó khăn, vướng mắc, đề nghị liên hệ nhà trường để được hướng dẫn"
)


def draw_plan() -> Document:
    """The template ``plan.docx``; its fields are those of :class:`papi_docs.documents.plan.PlanFields`."""
    document = new_template()
    add_letterhead(document)
    _draw_opening(document)
    _draw_purposes(document)
    _draw_contents(document)
    _draw_solutions(document)
    _draw_organisation(document)
    add(document, "closing", f"{_CLOSING}{END_MARK}")
    add_signature(document)
    _draw_annex(document)
    return document


def _draw_opening(document: Document) -> None:
    add(document, "type", "KẾ HOẠCH")
    add_loop(document, "line", "subject", "subject", "{{ line }}")
    add_rule(document, "Kẻ dưới trích yếu", "subject_rule", after=12)
    add_loop(document, "basis", "bases", "basis", "{{ basis }}")
    add(
        document,
        "body",
        "{{ school }} xây dựng Kế hoạch Cải thiện, nâng cao chỉ số hiệu quả quản trị và Hành chính công trong lĩnh vực "
        "Giáo dục và Đào tạo năm học {{ school_year }} như sau:",
    )


def _draw_purposes(document: Document) -> None:
    add(document, "heading_1", "I. MỤC ĐÍCH, YÊU CẦU")
    add(document, "heading_2", "1. Mục đích")
    add(document, "body", _PURPOSE)
    add_loop(document, "line", "own.purpose", "body", "{{ line }}")
    _draw_points(document, "2. Yêu cầu", _REQUIREMENTS, "own.requirement")


def _draw_contents(document: Document) -> None:
    add(document, "heading_1", "II. NỘI DUNG")
    _draw_points(document, "1. Công tác thông tin, tuyên truyền", _COMMUNICATION, "own.communication")
    title = "2. Tổ chức thực hiện tốt nhiệm vụ của đơn vị đối chiếu với các nội dung của Chỉ số PAPI đặt ra"
    _draw_points(document, title, _PERFORMANCE, "own.performance")
    _draw_points(document, "3. Kiểm tra, giám sát", _INSPECTION, "own.inspection")
    add(document, "heading_2", "4. Thực hiện tốt công tác phối hợp, thông tin, báo cáo")
    add(document, "body", _REPORTING)
    add_loop(document, "line", "own.reporting", "body", "{{ line }}")


def _draw_solutions(document: Document) -> None:
    add(document, "heading_1", "III. GIẢI PHÁP")
    add(document, "body", "Thực hiện một số nhiệm vụ chủ yếu như sau:")
    _draw_points(document, "", (_SOLUTIONS_BEFORE, _DIRECTIVE, *_SOLUTIONS_AFTER), "own.solutions")


def _draw_organisation(document: Document) -> None:
    add(document, "heading_1", "IV. TỔ CHỨC THỰC HIỆN")
    _draw_points(document, "1. Nhà trường", _SCHOOL, "own.school")
    _draw_points(document, "2. Cá nhân công chức, viên chức", _STAFF, "own.staff")


def _draw_points(document: Document, heading: str, lines: tuple[str, ...], own: str) -> None:
    """A heading, its fixed points, then the district's and school's own ones."""
    if heading:
        add(document, "heading_2", heading)
    for line in lines:
        add(document, "body", f"- {line}")
    add_loop(document, "line", own, "body", "- {{ line }}")


def _draw_annex(document: Document) -> None:
    add_annex_section(document)
    add(document, "annex_number", "{%p if annex %}")
    add(document, "annex_number", "Phụ lục")
    add(document, "annex_title", "PHÂN CÔNG NHIỆM VỤ THỰC HIỆN KẾ HOẠCH")
    add(document, "annex_reference", "{{ annex.reference }}")
    add_table(
        document,
        [
            ("STT", ANNEX_COLUMNS["order"], "table_centre", "{{ row.order }}"),
            ("Nội dung công việc", ANNEX_COLUMNS["task"], "table_text", "{{ row.task }}"),
            ("Thời gian", ANNEX_COLUMNS["deadline"], "table_centre", "{{ row.deadline }}"),
            ("Chủ trì", ANNEX_COLUMNS["lead"], "table_text", "{{ row.lead }}"),
            ("Phối hợp", ANNEX_COLUMNS["helpers"], "table_text", "{{ row.helpers }}"),
            ("Sản phẩm", ANNEX_COLUMNS["product"], "table_text", "{{ row.product }}"),
            ("Ghi chú", ANNEX_COLUMNS["note"], "table_text", "{{ row.note }}"),
        ],
        ("row", "annex.rows"),
    )
    add_loop(document, "line", "annex.notes", "table_note", "{{ line }}")
    add(document, "annex_number", "{%p endif %}")
