"""Dossiers and the groups they come in."""

from datetime import date

import pytest
from pydantic import ValidationError

from papi_docs.errors import UsageError
from papi_docs.model import (
    Calendar,
    Content,
    District,
    Dossier,
    IssuedPaper,
    LegalBasis,
    Level,
    PapiIndex,
    Person,
    Plan,
    Role,
    School,
    Signer,
    Unit,
    nine_contents,
)


def dossier(code: str = "THTP3", **changes: object) -> Dossier:
    head = Person(name="Nguyễn Văn An", position="Hiệu trưởng")
    school = School(
        code=code,
        name="Trường Tiểu học\nTân Phước 3",
        symbol="THTP3",
        province=Unit.read("tỉnh Đồng Tháp", Level.PROVINCE),
        commune=Unit.read("xã An Phước", Level.COMMUNE),
    )
    fields = {
        "school": school,
        "calendar": Calendar.known(2021, ""),
        "staff": (head,),
        "signer": Signer.usual(head),
        "plan": Plan(index=PapiIndex(result_year=2020)),
        "drafted_on": date(2021, 7, 20),
    }
    return Dossier.model_validate(fields | changes)


def test_a_dossier_has_the_nine_contents_unless_it_has_its_own() -> None:
    assert dossier().contents == nine_contents()
    own = (Content(code="X", wording="Khác"),)
    assert dossier(contents=own).contents == own
    with pytest.raises(ValidationError, match="contents"):
        dossier(contents=())


def test_a_name_stands_on_one_line() -> None:
    assert dossier().school.name == "Trường Tiểu học Tân Phước 3"


def test_bases_by_their_role() -> None:
    basis, directive = LegalBasis(document_type="Kế hoạch"), LegalBasis(document_type="Chỉ thị", role=Role.DIRECTIVE)
    both = dossier(bases=(directive, basis))
    assert both.bases_of(Role.BASIS) == (basis,)
    assert both.bases_of(Role.DIRECTIVE) == (directive,)


def test_what_a_paper_was_issued_as() -> None:
    paper = IssuedPaper(kind="plan", number=5, day=date(2021, 7, 20))
    assert dossier(issued=(paper,)).issued_as("plan") == paper
    assert dossier(issued=(paper,)).issued_as("report") is None


def test_a_group_of_schools() -> None:
    group = District(name="Huyện Tân Hồng", dossiers=(dossier("B"), dossier("A")))
    assert group.codes == ("B", "A")
    assert group["A"].school.code == "A"
    assert [school.code for school in group.schools()] == ["B", "A"]
    with pytest.raises(UsageError, match='không có trường "C": chọn trong B, A'):
        group["C"]


def test_codes_differ() -> None:
    with pytest.raises(ValidationError, match="mã trường trùng nhau: A: "):
        District(name="Cụm", dossiers=(dossier("A"), dossier("B"), dossier("A")))


@pytest.mark.parametrize(("one", "other"), [("THTP3", "thtp3"), ("A/B", "A-B"), ("A.", "A")])
def test_codes_that_would_share_a_folder(one: str, other: str) -> None:
    with pytest.raises(ValidationError, match="mã trường trùng nhau"):
        District(name="Cụm", dossiers=(dossier(one), dossier(other)))


def test_an_empty_group_says_so() -> None:
    with pytest.raises(UsageError, match='không có trường "A": nhóm chưa có trường nào'):
        District(name="Cụm", dossiers=())["A"]
