"""The notice of telephone and e-mail."""

from collections.abc import Callable
from datetime import date

import pytest

import papi_docs as papi
from papi_docs.documents.contact import ContactFields
from papi_docs.findings import Place
from papi_docs.model import Contact, Dossier, Evidence

PLACE = Place("so.xlsx", "Liên hệ", "F5")
CONTACT = Contact(
    phone="0277 3830 123",
    email="truong@edu.vn",
    hours="Giờ hành chính các ngày làm việc.",
    answerer="Phạm Thị D, văn thư",
    reply_days=5,
    posted=date(2021, 9, 6),
    place="bảng tin",
    cells={"reply_days": PLACE},
)
Paragraphs = Callable[[bytes], list[str]]


def having(dossier: Dossier, contact: Contact | None) -> Dossier:
    return dossier.model_copy(update={"evidence": Evidence(contact=contact)})


def notice(dossier: Dossier) -> ContactFields:
    fields = papi.compose("contact-notice", dossier).fields
    assert isinstance(fields, ContactFields)
    return fields


def test_says_how_to_reach_the_school(thtp3: Dossier, paragraphs: Paragraphs) -> None:
    document = papi.compose("contact-notice", having(thtp3, CONTACT), on=date(2026, 9, 10), number=12)
    texts = paragraphs(document.to_bytes())
    for text in (
        "UBND XÃ AN PHƯỚC",
        "Số: 12/TB-THTP3",
        "THÔNG BÁO",
        "- Số điện thoại bàn: 0277 3830 123.",
        "- Địa chỉ e-mail: truong@edu.vn.",
        "- Thời gian tiếp nhận: Giờ hành chính các ngày làm việc.",
        "- Người tiếp nhận, trả lời: Phạm Thị D, văn thư.",
        "- Nơi niêm yết: tại bảng tin từ ngày 06/9/2021.",
    ):
        assert text in texts
    assert any("trong thời hạn 05 ngày làm việc" in text for text in texts)
    assert [(figure.text, figure.cells) for figure in document.sources()] == [("05", (PLACE,))]


def test_without_contact_what_the_school_list_knows_and_room(thtp3: Dossier) -> None:
    school = thtp3.school.model_copy(update={"phone": "0277 3830 999", "email": ""})
    fields = notice(having(thtp3.model_copy(update={"school": school}), None))
    assert fields.phone == "0277 3830 999"
    for room in (fields.email, fields.hours, fields.answerer, fields.reply_days):
        assert set(room) == {"…"}
    assert fields.posted is None


@pytest.mark.parametrize(
    ("place", "posted", "text"),
    [
        ("", None, None),
        ("tại cổng trường", None, "tại cổng trường"),
        ("", date(2021, 9, 6), "từ ngày 06/9/2021"),
    ],
)
def test_where_it_hangs(thtp3: Dossier, place: str, posted: date | None, text: str | None) -> None:
    contact = CONTACT.model_copy(update={"place": place, "posted": posted})
    assert notice(having(thtp3, contact)).posted == text


def test_overfull(thtp3: Dossier) -> None:
    contact = CONTACT.model_copy(update={"hours": "chữ " * 1250})
    assert papi.compose("contact-notice", having(thtp3, contact)).to_bytes()
