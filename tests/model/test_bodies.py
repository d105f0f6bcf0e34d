"""Who stands above a school on a day, and how units and bodies are called."""

from datetime import date

import pytest
from pydantic import ValidationError

from papi_docs.errors import ModelError
from papi_docs.model import Authority, Body, Level, Period, School, Unit, abbreviate, successions

DONG_THAP = Unit(level=Level.PROVINCE, kind="tỉnh", name="Đồng Tháp")
TAN_HONG = Unit(level=Level.DISTRICT, kind="huyện", name="Tân Hồng")


def commune(text: str) -> Unit:
    return Unit.read(text, Level.COMMUNE)


def school(commune_: str = "xã Tân Phước", **changes: object) -> School:
    fields = {
        "code": "THTP3",
        "name": "Trường Tiểu học Tân Phước 3",
        "symbol": "THTP3",
        "province": DONG_THAP,
        "district": TAN_HONG,
        "commune": commune(commune_),
    }
    return School.model_validate(fields | changes)


@pytest.mark.parametrize(
    ("text", "level", "full", "place"),
    [
        ("xã Tân Phước", Level.COMMUNE, "xã Tân Phước", "Tân Phước"),
        ("XÃ  Tân\nPhước ", Level.COMMUNE, "xã Tân Phước", "Tân Phước"),
        ("xa\u0303 An Phước", Level.COMMUNE, "xã An Phước", "An Phước"),
        ("Xã Tân Phước 3", Level.COMMUNE, "xã Tân Phước 3", "Tân Phước 3"),
        ("phường 1", Level.COMMUNE, "Phường 1", "Phường 1"),
        ("phường Điện Biên Phủ", Level.COMMUNE, "Phường Điện Biên Phủ", "Phường Điện Biên Phủ"),
        ("thị trấn Sa Rài", Level.COMMUNE, "thị trấn Sa Rài", "Sa Rài"),
        ("quận 1", Level.DISTRICT, "Quận 1", "Quận 1"),
        ("quận hai bà trưng", Level.DISTRICT, "Quận hai bà trưng", "Quận hai bà trưng"),
        ("thành phố Cao Lãnh", Level.DISTRICT, "thành phố Cao Lãnh", "Cao Lãnh"),
        ("thành phố Hồ Chí Minh", Level.PROVINCE, "Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("đặc khu Phú Quốc", Level.COMMUNE, "đặc khu Phú Quốc", "Phú Quốc"),
    ],
)
def test_units(text: str, level: Level, full: str, place: str) -> None:
    unit = Unit.read(text, level)
    assert (unit.full, unit.place) == (full, place)


def test_a_bare_name_takes_the_default_kind() -> None:
    assert Unit.read("Tân Hồng", Level.DISTRICT, default_kind="huyện") == TAN_HONG


@pytest.mark.parametrize(
    ("text", "level", "kind", "reason"),
    [
        ("Tân Phước", Level.COMMUNE, None, 'thiếu loại đơn vị.*"xã Tân Phước"'),
        ("huyện Tân Hồng", Level.COMMUNE, None, "không phải đơn vị cấp xã"),
        ("xã Tân Phước", Level.DISTRICT, "huyện", "không phải đơn vị cấp huyện: ghi huyện, quận"),
        ("xã", Level.COMMUNE, "xã", "rồi tên đơn vị"),
    ],
)
def test_units_that_cannot_be_read(text: str, level: Level, kind: str | None, reason: str) -> None:
    with pytest.raises(ModelError, match=reason):
        Unit.read(text, level, default_kind=kind)


def test_a_kind_belongs_to_its_level() -> None:
    with pytest.raises(ValidationError, match='"huyện" không phải đơn vị cấp xã: ghi một trong xã'):
        Unit(level=Level.COMMUNE, kind="huyện", name="Tân Hồng")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Phòng Giáo dục và Đào tạo huyện Tân Hồng", "Phòng GDĐT huyện Tân Hồng"),
        ("Uỷ ban  nhân dân xã An Phước", "UBND xã An Phước"),
        ("ỦY BAN NHÂN DÂN TỈNH", "UBND TỈNH"),
        ("Hội đồng nhân dân xã", "HĐND xã"),
        ("Trường Tiểu học", "Trường Tiểu học"),
    ],
)
def test_abbreviated(name: str, short: str) -> None:
    assert abbreviate(name) == short


@pytest.mark.parametrize(
    ("body", "letterhead", "called", "code"),
    [
        (Body.education_office(TAN_HONG), "PHÒNG GDĐT HUYỆN TÂN HỒNG", "Phòng GDĐT", "PGDĐT"),
        (Body.peoples_committee(commune("xã An Phước")), "UBND XÃ AN PHƯỚC", "UBND xã An Phước", "UBND xã An Phước"),
        (Body.peoples_committee(commune("phường 1")), "UBND PHƯỜNG 1", "UBND Phường 1", "UBND Phường 1"),
        (Body.named("Sở Giáo dục và Đào tạo"), "SỞ GDĐT", "Sở GDĐT", "Sở GDĐT"),
    ],
)
def test_bodies(body: Body, letterhead: str, called: str, code: str) -> None:
    assert (body.letterhead, body.called, body.code) == (letterhead, called, code)


@pytest.mark.parametrize(
    ("on", "letterhead", "place", "scope"),
    [
        (date(2021, 7, 20), "PHÒNG GDĐT HUYỆN TÂN HỒNG", "Tân Hồng", "huyện"),
        (date(2025, 6, 30), "PHÒNG GDĐT HUYỆN TÂN HỒNG", "Tân Hồng", "huyện"),
        (date(2025, 7, 1), "UBND XÃ AN PHƯỚC", "An Phước", "tỉnh"),
        (date(2026, 9, 5), "UBND XÃ AN PHƯỚC", "An Phước", "tỉnh"),
    ],
)
def test_who_stands_above_a_school(on: date, letterhead: str, place: str, scope: str) -> None:
    authority = school().authority(on)
    assert (authority.superior.letterhead, authority.place, authority.scope) == (letterhead, place, scope)
    assert on in authority.period


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("thị trấn Sa Rài", "xã Tân Hồng"),
        ("xã Bình Phú", "xã Tân Hồng"),
        ("xã Tân Công Chí", "xã Tân Hồng"),
        ("xã Tân Thành A", "xã Tân Thành"),
        ("xã Thông Bình", "xã Tân Thành"),
        ("xã Tân Thành B", "xã Tân Hộ Cơ"),
        ("xã Tân Hộ Cơ", "xã Tân Hộ Cơ"),
        ("xã Tân Phước", "xã An Phước"),
        ("xã An Phước", "xã An Phước"),
        ("xã Tân Hồng", "xã Tân Hồng"),
        ("xã Tân Thành", "xã Tân Thành"),
    ],
)
def test_what_became_of_a_commune(before: str, after: str) -> None:
    assert school(before).authority(date(2025, 7, 1)).committee.called == f"UBND {after}"


def test_a_name_of_a_school_is_never_a_place() -> None:
    assert school("xã An Phước", name="Trường Tiểu học Tân Phước 3").authority(date(2026, 1, 1)).place == "An Phước"
    only_today = school("xã Tân Phước 3", district=None)
    assert only_today.authority(date(2026, 1, 1)).place == "Tân Phước 3"


def test_what_is_not_known_is_said() -> None:
    with pytest.raises(ModelError, match=r"ngày 30/6/2025 trường còn thuộc Phòng GDĐT: ghi huyện"):
        school(district=None).authority(date(2025, 6, 30))
    with pytest.raises(ModelError, match=r"chưa biết xã Xa Lạ nay thuộc đơn vị nào: ghi cơ quan mới"):
        school("xã Xa Lạ").authority(date(2025, 7, 1))
    elsewhere = Unit(level=Level.PROVINCE, kind="tỉnh", name="Tiền Giang")
    with pytest.raises(ModelError, match="chưa biết"):
        school(province=elsewhere).authority(date(2025, 7, 1))


def test_dated_rows_win() -> None:
    committee = Body.named("Ủy ban nhân dân xã Khác")
    own = Authority(
        period=Period(start=date(2026, 1, 1)), superior=committee, committee=committee, place="Khác", scope="tỉnh"
    )
    with_row = school(authorities=(own,))
    assert with_row.authority(date(2026, 1, 1)) == own
    assert with_row.authority(date(2025, 12, 31)).place == "An Phước"


def test_every_succession_has_its_decision() -> None:
    assert successions()
    for row in successions():
        assert row.decision
        assert row.start == date(2025, 7, 1)
        assert row.old


@pytest.mark.parametrize(
    ("text", "level", "full"),
    [
        ("TP. Hồ Chí Minh", Level.PROVINCE, "Thành phố Hồ Chí Minh"),
        ("TP.Cao Lãnh", Level.DISTRICT, "thành phố Cao Lãnh"),
        ("H. Tân Hồng", Level.DISTRICT, "huyện Tân Hồng"),
        ("TT. Sa Rài", Level.COMMUNE, "thị trấn Sa Rài"),
        ("P. 1", Level.COMMUNE, "Phường 1"),
    ],
)
def test_abbreviated_kinds(text: str, level: Level, full: str) -> None:
    assert Unit.read(text, level).full == full
