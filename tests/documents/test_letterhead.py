"""The letterhead: names that fit, rules of the right length."""

from datetime import date

import pytest

from papi_docs.decree30 import ISSUER_RULE, MOTTO, MOTTO_RULE
from papi_docs.documents import Issue
from papi_docs.documents.letterhead import Letterhead, compose_letterhead, recipient_lines
from papi_docs.errors import ComposeError
from papi_docs.layout import LETTERHEAD
from papi_docs.model import Authority, Body, Dossier, Recipient
from papi_docs.typography import Face, text_width

DAY = Issue(date(2021, 7, 20), 5)
EMU = 36_000


def letterhead(dossier: Dossier, name: str) -> Letterhead:
    school = dossier.school.model_copy(update={"name": name})
    return compose_letterhead(dossier.model_copy(update={"school": school}), "Kế hoạch", DAY)


@pytest.mark.parametrize(
    ("name", "lines", "small"),
    [
        ("Trường Tiểu học A", ("TRƯỜNG TIỂU HỌC A",), True),
        ("Trường Tiểu học Tân Phước 3", ("TRƯỜNG TIỂU HỌC TÂN PHƯỚC 3",), True),
        ("Trường Tiểu học Thị trấn Sa Rài", ("TRƯỜNG TIỂU HỌC", "THỊ TRẤN SA RÀI"), True),
        (
            "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Nguyễn Viết Xuân",
            ("TRƯỜNG PHỔ THÔNG", "DÂN TỘC BÁN TRÚ TIỂU HỌC", "VÀ TRUNG HỌC CƠ SỞ", "NGUYỄN VIẾT XUÂN"),
            True,
        ),
    ],
)
def test_names_fit(thtp3: Dossier, name: str, lines: tuple[str, ...], small: bool) -> None:
    made = letterhead(thtp3, name)
    assert made.issuer == lines
    assert made.names_small is small
    size = 12 if small else 13
    assert all(text_width(line, Face.BOLD, size) <= LETTERHEAD.left for line in made.issuer)
    assert all(text_width(line, Face.REGULAR, size) <= LETTERHEAD.left for line in made.superior)


def test_short_names_stay_in_13_points(thtp3: Dossier) -> None:
    commune = compose_letterhead(
        thtp3.model_copy(update={"school": thtp3.school.model_copy(update={"name": "Trường Tiểu học Tân Hộ"})}),
        "Kế hoạch",
        Issue(date(2026, 9, 1)),
    )
    assert not commune.names_small


def test_a_word_that_cannot_fit_is_a_fault(thtp3: Dossier) -> None:
    with pytest.raises(ComposeError, match="viết ngắn lại"):
        letterhead(thtp3, "Trường Tiểu học " + "W" * 60)


def test_rules_are_as_long_as_the_decree_wants(thtp3: Dossier) -> None:
    made = letterhead(thtp3, "Trường Tiểu học Tân Phước 3")
    issuer = text_width(made.issuer[0], Face.BOLD, 12)
    assert made.issuer_rule / EMU / issuer in ISSUER_RULE
    assert made.motto_rule / EMU / text_width(MOTTO, Face.BOLD, 14) in MOTTO_RULE


@pytest.mark.parametrize(
    ("place", "small"), [("An Phước", False), ("Bà Rịa - Vũng Tàu", False), ("Thành phố Cao Lãnh", True)]
)
def test_a_long_place_is_set_smaller(thtp3: Dossier, place: str, small: bool) -> None:
    body = Body.named("Ủy ban nhân dân xã A")
    authority = Authority(superior=body, committee=body, place=place, scope="tỉnh")
    school = thtp3.school.model_copy(update={"authorities": (authority,)})
    made = compose_letterhead(thtp3.model_copy(update={"school": school}), "Kế hoạch", DAY)
    assert made.date_small is small


def test_a_place_too_long_for_a_line_stands_on_its_own(thtp3: Dossier) -> None:
    body = Body.named("Ủy ban nhân dân xã A")
    authority = Authority(superior=body, committee=body, place="Một địa danh dài quá mức bình thường", scope="tỉnh")
    school = thtp3.school.model_copy(update={"authorities": (authority,)})
    made = compose_letterhead(thtp3.model_copy(update={"school": school}), "Kế hoạch", DAY)
    assert made.place_and_date == "Một địa danh dài quá mức bình thường,\nngày 20 tháng 7 năm 2021"


def test_a_number_that_would_wrap_is_a_fault(thtp3: Dossier) -> None:
    school = thtp3.school.model_copy(update={"symbol": "PTDTBTTH&THCSNTMKABCDEF"})
    with pytest.raises(ComposeError, match="ký hiệu trường ngắn hơn"):
        compose_letterhead(thtp3.model_copy(update={"school": school}), "Kế hoạch", Issue(date(2021, 7, 20)))


@pytest.mark.parametrize("name", ["PGDĐT", "PGD&ĐT", "pgdđt", "Lưu: VT."])
def test_the_superior_and_the_file_copy_stand_once(thtp3: Dossier, name: str) -> None:
    doubled = thtp3.model_copy(update={"recipients": (Recipient(name=name, purpose="b/c"),)})
    assert recipient_lines(doubled, date(2021, 7, 20)) == ("- PGDĐT (b/c);", "- Lưu: VT.")
