"""People, their ranks, and who may sign how."""

import pytest
from pydantic import ValidationError

from papi_docs.model import Capacity, Person, Signer


def person(position: str, name: str = "Nguyễn Văn An") -> Person:
    return Person(name=name, position=position)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Thầy Nguyễn Văn An", "Nguyễn Văn An"),
        ("cô  Lê Thị Bé", "Lê Thị Bé"),
        ("PGS.TS. Trần Văn Chín", "Trần Văn Chín"),
        ("ThS Phạm Văn Dũng", "Phạm Văn Dũng"),
        ("Th.S Phạm Văn Dũng", "Phạm Văn Dũng"),
        ("NGƯT. Thạc sĩ Đỗ Văn Em", "Đỗ Văn Em"),
    ],
)
def test_no_title_before_a_name(name: str, bare: str) -> None:
    with pytest.raises(ValidationError, match=f'ghi "{bare}"'):
        person("Giáo viên", name)


@pytest.mark.parametrize("name", ["Cô", "Tsơn Văn A", "Thầyn A", "Bành Văn Ông", "Đặng Thị Quí", "H'Hen Niê"])
def test_names_are_left_as_they_are(name: str) -> None:
    assert person("Giáo viên", name).name == name


@pytest.mark.parametrize(
    ("position", "is_what"),
    [
        ("Hiệu trưởng", "head"),
        ("HIỆU  TRƯỞNG", "head"),
        ("Quyền Hiệu trưởng", "acting"),
        ("Q. Hiệu trưởng", "acting"),
        ("Q.Hiệu trưởng", "acting"),
        ("Phó Hiệu trưởng", "deputy"),
        ("P.Hiệu trưởng", "deputy"),
        ("P. Hiệu trưởng", "deputy"),
        ("Phó Hiệu trưởng phụ trách", "deputy"),
        ("Phó Hiệu trưởngg", ""),
        ("Giáo viên", ""),
    ],
)
def test_positions(position: str, is_what: str) -> None:
    one = person(position)
    flags = {"head": one.is_head, "acting": one.is_acting_head, "deputy": one.is_deputy}
    assert [name for name, flag in flags.items() if flag] == ([is_what] if is_what else [])


def test_people_in_their_order() -> None:
    positions = [
        *("Hiệu trưởng", "Q.Hiệu trưởng", "P.Hiệu trưởng", "Phó Hiệu trưởng", "Tổ trưởng chuyên môn", "Tổ phó"),
        *("Giáo viên", "Nhân viên", "Kế toán"),
    ]
    people = [person(position, f"Nguyễn Văn {chr(65 + at)}") for at, position in enumerate(positions)]
    people.reverse()
    assert [one.position for one in sorted(people, key=lambda one: one.rank)] == positions


@pytest.mark.parametrize(
    ("position", "capacity", "collective", "lines"),
    [
        ("Hiệu trưởng", Capacity.HEAD, "", ("HIỆU TRƯỞNG",)),
        ("Quyền Hiệu trưởng", Capacity.ACTING, "", ("Q. HIỆU TRƯỞNG",)),
        ("Phó Hiệu trưởng", Capacity.FOR_HEAD, "", ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG")),
        ("Phó Hiệu trưởng phụ trách", Capacity.FOR_HEAD, "", ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG")),
        ("Tổ trưởng", Capacity.BY_ORDER, "", ("TL. HIỆU TRƯỞNG", "TỔ TRƯỞNG")),
        ("Tổ trưởng", Capacity.DELEGATED, "", ("TUQ. HIỆU TRƯỞNG", "TỔ TRƯỞNG")),
        ("Chủ tịch", Capacity.ON_BEHALF, "Hội đồng trường", ("TM. HỘI ĐỒNG TRƯỜNG", "CHỦ TỊCH")),
        ("Chủ tịch", Capacity.ON_BEHALF, "TM. Hội đồng trường", ("TM. HỘI ĐỒNG TRƯỜNG", "CHỦ TỊCH")),
    ],
)
def test_lines_above_a_signature(position: str, capacity: Capacity, collective: str, lines: tuple[str, ...]) -> None:
    assert Signer(person=person(position), capacity=capacity, collective=collective).lines == lines


IMPOSSIBLE = {
    "Hiệu trưởng": {
        Capacity.ACTING: "chỉ người giữ quyền",
        Capacity.FOR_HEAD: "không ký thay chính mình: bỏ KT",
        Capacity.ON_BEHALF: "không ghi TM",
        Capacity.BY_ORDER: "bỏ TL",
        Capacity.DELEGATED: "bỏ TL",
    },
    "Quyền Hiệu trưởng": {
        Capacity.HEAD: "ký là Q. HIỆU TRƯỞNG",
        Capacity.FOR_HEAD: "bỏ KT",
        Capacity.ON_BEHALF: "không ghi TM",
        Capacity.BY_ORDER: "bỏ TL",
        Capacity.DELEGATED: "bỏ TL",
    },
    "Phó Hiệu trưởng": {
        Capacity.HEAD: "ghi KT",
        Capacity.ACTING: "chỉ người giữ quyền",
        Capacity.ON_BEHALF: "không ghi TM",
        Capacity.BY_ORDER: "ghi KT",
        Capacity.DELEGATED: "ghi KT",
    },
    "Giáo viên": {
        Capacity.HEAD: "ghi TL. hoặc TUQ",
        Capacity.ACTING: "chỉ người giữ quyền",
        Capacity.FOR_HEAD: "chỉ dành cho Phó Hiệu trưởng",
        Capacity.ON_BEHALF: 'phải có tên tập thể: ghi thêm, ví dụ "Hội đồng trường"',
    },
}


@pytest.mark.parametrize(
    ("position", "capacity", "reason"),
    [(position, capacity, reason) for position, rows in IMPOSSIBLE.items() for capacity, reason in rows.items()],
)
def test_impossible_signatures(position: str, capacity: Capacity, reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        Signer(person=person(position), capacity=capacity)


@pytest.mark.parametrize("capacity", [each for each in Capacity if each is not Capacity.ON_BEHALF])
def test_a_collective_goes_with_tm_only(capacity: Capacity) -> None:
    with pytest.raises(ValidationError, match="tên tập thể chỉ đi với TM"):
        Signer(person=person("Giáo viên"), capacity=capacity, collective="Hội đồng trường")


@pytest.mark.parametrize(
    ("position", "capacity"),
    [
        ("Hiệu trưởng", Capacity.HEAD),
        ("Q.Hiệu trưởng", Capacity.ACTING),
        ("P. Hiệu trưởng", Capacity.FOR_HEAD),
    ],
)
def test_the_usual_capacity(position: str, capacity: Capacity) -> None:
    assert Signer.usual(person(position)).capacity is capacity


def test_no_usual_capacity() -> None:
    with pytest.raises(ValidationError, match=r"Nguyễn Văn An \(Kế toán\): không phải Hiệu trưởng"):
        Signer.usual(person("Kế toán"))
