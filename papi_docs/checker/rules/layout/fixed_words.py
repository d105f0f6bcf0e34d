"""Words that the decree fixes: national name, motto, ``Số:``, ``V/v``, ``Kính gửi`` (I.II.1 to I.II.9)."""

import re
from collections.abc import Iterator
from functools import partial

from papi_docs.checker.anatomy import Anatomy, Form
from papi_docs.checker.rule import ADMINISTRATIVE, Observation, Rule
from papi_docs.checker.rules.layout.seeing import parts_of
from papi_docs.decree30 import MOTTO, NATIONAL_NAME
from papi_docs.findings import Severity
from papi_docs.vietnamese import fold_tone, squeeze

__all__ = ["FIXED_WORD_RULES"]

_DASH = re.compile("[\u2010-\u2015\u2212\u2500\uff0d]")
"""Everything that looks like a hyphen and is none."""


def _bare(text: str) -> str:
    """Letters and words only: what a reader hears."""
    return " ".join(re.findall(r"\w+", fold_tone(text)))


def _national_name(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    for part in parts_of(anatomy, "national_name"):
        if _bare(part.text) != _bare(NATIONAL_NAME):
            yield rule.observe(part, f'"{squeeze(part.text)}"', f'"{NATIONAL_NAME}"')


def _motto_dash(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    for part in parts_of(anatomy, "motto"):
        if dash := _DASH.search(part.text):
            yield rule.observe(part, f'dấu gạch dài "{dash[0]}"', 'dấu gạch nối "-", có cách chữ ở hai bên')


def _motto_words(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    for part in parts_of(anatomy, "motto"):
        written = squeeze(_DASH.sub("-", part.text))
        if fold_tone(written) == fold_tone(MOTTO) and written[:1] + written[1:] == _like_motto(written):
            continue
        yield rule.observe(part, f'"{squeeze(part.text)}"', f'"{MOTTO}"')


def _like_motto(written: str) -> str:
    """The motto with the tone marks of the text where they stand, so that only its capitals tell."""
    return "".join(
        letter.upper() if model.isupper() else letter.lower() for letter, model in zip(written, MOTTO, strict=False)
    )


def _number_label(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    for part in parts_of(anatomy, "number"):
        text = squeeze(part.text)
        if not re.match(r"Số\b", text):  # the colon after it is told by itself
            yield rule.observe(part, f'"{text[:12]}…"', 'chữ "Số:" ở đầu dòng')


def _letter_with_type(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    for part in parts_of(anatomy, "type"):
        if fold_tone(part.text) == fold_tone("công văn"):
            yield rule.observe(part, f'có tên loại "{squeeze(part.text)}"', "công văn không ghi tên loại")


def _subject_with_vv(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    for part in parts_of(anatomy, "subject"):
        if re.match(r"\(?V/v\b", squeeze(part.text), re.IGNORECASE):
            yield rule.observe(part, '"V/v" ở đầu trích yếu', '"Về việc …" hoặc ghi thẳng nội dung')


def _letter_subject_without_vv(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    for part in list(parts_of(anatomy, "letter_subject"))[:1]:  # what follows goes on it
        text = squeeze(part.text)
        if not part.placeholder and not re.match(r"V/v[ \w\"(]", text, re.IGNORECASE):
            yield rule.observe(part, f'"{text[:20]}…"', '"V/v …"')


_ADDRESSED = {"báo cáo", "tờ trình"}
_ADDRESSED_FORMS = {Form.LETTER, Form.INVITATION, Form.TELEGRAM, Form.INTRODUCTION, Form.LEAVE}


def _not_addressed(rule: Rule, anatomy: Anatomy) -> Iterator[Observation]:
    if anatomy.form in _ADDRESSED_FORMS or not anatomy.type_name or anatomy.type_name.casefold() in _ADDRESSED:
        return
    for part in parts_of(anatomy, "addressee"):
        yield rule.observe(part, f'{anatomy.type_name} có "Kính gửi"', 'chỉ tờ trình, báo cáo, công văn có "Kính gửi"')
        return


_row = partial(Rule, severity=Severity.FAULT)

FIXED_WORD_RULES = (
    _row(
        code="national-name-words",
        clause="I.II.1",
        element="national_name",
        title="Đúng chữ của Quốc hiệu",
        explanation=f'Quốc hiệu là "{NATIONAL_NAME}" ("HÒA" hay "HOÀ" đều đúng). Gõ lại cho đúng.',
        wrong="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM",
        right=NATIONAL_NAME,
        judge=_national_name,
    ),
    _row(
        code="motto-dash",
        clause="I.II.1",
        element="motto",
        title="Gạch nối trong Tiêu ngữ",
        explanation='Giữa các cụm từ của Tiêu ngữ có gạch nối (-), có cách chữ ở hai bên. Word hay tự đổi "-" thành '
        '"–": xóa đi, gõ lại "-" rồi bấm Ctrl+Z một lần.',
        wrong=MOTTO.replace("-", "–"),
        right=MOTTO,
        judge=_motto_dash,
    ),
    _row(
        code="motto-words",
        clause="I.II.1",
        element="motto",
        title="Đúng chữ của Tiêu ngữ",
        explanation=f'Tiêu ngữ là "{MOTTO}": chữ cái đầu của mỗi cụm từ viết hoa, gạch nối có cách chữ.',
        wrong="Độc Lập - Tự Do - Hạnh Phúc",
        right=MOTTO,
        judge=_motto_words,
    ),
    _row(
        code="number-no-label",
        clause="I.II.3",
        element="number",
        title='Chữ "Số:" ở đầu dòng số, ký hiệu',
        explanation='Dòng số, ký hiệu bắt đầu bằng chữ "Số" in thường (chữ S in hoa), sau đó có dấu hai chấm.',
        wrong="05/KH-THTP3",
        right="Số: 05/KH-THTP3",
        judge=_number_label,
        forms=ADMINISTRATIVE - {Form.ANNEX},
    ),
    _row(
        code="letter-with-type",
        clause="I.II.5.b",
        element="type",
        title="Công văn không ghi tên loại",
        explanation='Công văn không có dòng tên loại; trích yếu "V/v …" đứng dưới số, ký hiệu. Xóa dòng "CÔNG VĂN".',
        wrong="CÔNG VĂN",
        right="V/v báo cáo kết quả khảo sát",
        judge=_letter_with_type,
    ),
    _row(
        code="subject-with-vv",
        clause="I.II.5.a",
        element="subject",
        title='Trích yếu dưới tên loại không viết "V/v"',
        explanation='"V/v" chỉ dùng trong công văn. Dưới tên loại ghi thẳng nội dung, hoặc bắt đầu bằng "Về việc".',
        wrong="V/v nâng cao chỉ số cung ứng dịch vụ công",
        right="Về việc nâng cao chỉ số cung ứng dịch vụ công",
        judge=_subject_with_vv,
    ),
    _row(
        code="letter-subject-no-vv",
        clause="I.II.5.b",
        element="letter_subject",
        title='Trích yếu công văn bắt đầu bằng "V/v"',
        explanation='Trích yếu của công văn bắt đầu bằng "V/v", một cách chữ rồi đến nội dung, không có dấu hai chấm.',
        wrong="Về việc: báo cáo kết quả khảo sát",
        right="V/v báo cáo kết quả khảo sát",
        judge=_letter_subject_without_vv,
        severity=Severity.WARNING,
    ),
    _row(
        code="addressee-not-wanted",
        clause="I.II.9.a",
        element="addressee",
        title='"Kính gửi" chỉ có trong tờ trình, báo cáo, công văn',
        explanation='Tờ trình, báo cáo gửi cấp trên và công văn có "Kính gửi". Văn bản khác chỉ ghi nơi nhận ở cuối.',
        wrong='KẾ HOẠCH có dòng "Kính gửi: …"',
        right='KẾ HOẠCH chỉ có "Nơi nhận:" ở cuối',
        judge=_not_addressed,
        severity=Severity.WARNING,
    ),
)
"""In the order of the clauses."""
