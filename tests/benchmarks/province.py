"""A province's workbook: the example's rows again and again, each school with people, days and words of its own.

Everything follows from the number of a school, so that two runs write the same rows.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TypeAlias

from examples import make_workbooks as example
from papi_docs import new_workbook
from papi_docs.vietnamese import fold_accents, short_date

__all__ = ["province", "rows_of"]

Row: TypeAlias = dict[str, str | int | date]
Rows: TypeAlias = dict[str, list[Row]]

_SURNAMES = "Nguyễn Trần Lê Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Trịnh Đinh".split()
_MIDDLES = "Thị Văn Ngọc Minh Thanh Thị_Thu Hữu Quốc Thị_Kim Đức Hoàng Thị_Mỹ Xuân Gia Thị_Bích Công".split()
_GIVEN = (
    "An Anh Ánh Bảo Bình Châu Chi Cường Diễm Dung Duy Dũng Dương Đào Đạt Đông Giang Hà Hải Hạnh Hằng Hậu Hiền Hiếu "
    "Hòa Hoa Hoài Hồng Hùng Huệ Hương Hường Khánh Khoa Kiên Lan Liên Linh Loan Long Lộc Luân Ly Mai Mạnh Minh My Nam "
    "Nga Ngân Nghĩa Ngọc Nguyên Nguyệt Nhàn Nhi Nhung Oanh Phong Phú Phúc Phương Phượng Quang Quân Quyên Quỳnh Sơn "
    "Sương Tâm Tân Thảo Thắm Thắng Thành Thịnh Thoa Thơ Thu Thúy Thủy Thư Tiên Tiến Toàn Trang Trâm Trinh Trí Trung "
    "Trúc Tú Tuấn Tùng Tuyết Tường Uyên Vân Việt Vinh Vy Xuân Yến"
).split()
_FIRST = "Tân An Bình Phú Mỹ Long Hòa Thạnh Vĩnh Định Thường Đốc Trường Thông Láng".split()
_SECOND = "Phước Thành Hưng Lợi Hội Thọ Khánh Thới Đức Bình Hòa Ninh Thuận Quới Kiều Lạc".split()

_OFFICES = (*example.POSITIONS, "Tổng phụ trách Đội")
_TEAMS = ("Tổ khối 1, 2", "Tổ khối 3", "Tổ khối 4, 5")
_STAFF = 30

_WORDS = frozenset({"content", "evidence", "cause", "merit", "limit", "requirement", "result", "measure", "summary"})
"""Columns of free words: a school's are its own."""
_DATE = re.compile(r"\b(\d{1,2})/(\d{1,2})/(202[12])\b")
_YEARS_LATER = 5
"""The example's year is 2021-2022; a province has no districts any more."""


def province(path: Path, schools: int = 1_000) -> Path:
    """Write the workbook: a school has 30 people, 15 tasks of its own beside 15 of all, and a year's evidence."""
    return new_workbook(path, rows_of(schools))


def rows_of(schools: int) -> Rows:
    """The rows by sheet."""
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    rows["settings"].append({"name": "Sở GDĐT", "school_year": "2026-2027", "province": "Đồng Tháp"})
    rows["settings"][0] |= {"drafted_on": "05/9/2026", "recipients": "CBCC, VC (t/h)"}
    rows["tasks"] += map(dict, example.TASKS)
    rows["bases"] += map(dict, example.rows_2026()["bases"])
    rows["lines"] += map(dict, example.rows_2026()["lines"])
    for at in range(schools):
        for sheet, own in _School(at).rows().items():
            rows[sheet] += own
    return dict(rows)


class _School:
    """One school's rows."""

    def __init__(self, at: int) -> None:
        self.at = at
        first, second = _FIRST[at % len(_FIRST)], _SECOND[at // len(_FIRST) % len(_SECOND)]
        self.commune = f"xã {first} {second}"
        self.name = f"Trường Tiểu học {first} {second} {at // 240 + 1}"
        self.code = f"TH{fold_accents(first)[0]}{fold_accents(second)[0]}{at + 1}".upper()
        self.names = [_person(at * _STAFF + nth) for nth in range(_STAFF)]
        self._real = dict(zip(("Bùi Thị Thao", *example.PLACEHOLDERS[1:]), self.names, strict=False))
        self._placeholder = re.compile(rf"\b({'|'.join(self._real)})\b")

    def rows(self) -> Rows:
        school: Row = {"code": self.code, "name": self.name, "symbol": self.code, "commune": self.commune}
        school |= {"class_count": 9 + self.at % 20, "pupil_count": 246 + self.at % 600}
        lines = [{"school": self.code, "section": "III", "text": f"Giữ vững kết quả đã đạt được của {self.name}."}]
        return {
            "schools": [school],
            "staff": self._staff(),
            "tasks": self._own(self._tasks()),
            "lines": self._own(lines),
            **{sheet: self._own(rows) for sheet, rows in self._evidence().items()},
        }

    def _staff(self) -> list[Row]:
        domain = f"{self.code.lower()}.example.vn"
        offices = [(office, "", "Tổ Văn phòng") for office in _OFFICES]
        offices += [("Tổ trưởng chuyên môn", team.lower(), team) for team in _TEAMS]
        teachers = _STAFF - len(offices)
        offices += [("Giáo viên", f"lớp {nth % 5 + 1}{'ABCDE'[nth // 5]}", _TEAMS[nth % 3]) for nth in range(teachers)]
        return [
            {
                "school": self.code,
                "name": name,
                "position": office,
                "duty": duty,
                "team": team,
                "phone": f"0277 {3_000_000 + self.at * _STAFF + nth}",
                "email": f"gv{nth}@{domain}",
            }
            for nth, (name, (office, duty, team)) in enumerate(zip(self.names, offices, strict=True))
        ]

    def _tasks(self) -> Iterable[Mapping[str, str]]:
        """Twelve that replace tasks of all schools, three more."""
        for nth, task in enumerate(example.TASKS):
            code = task["code"] if nth < 12 else f"{task['code']}B"
            lead = self.names[_OFFICES.index(task["lead"])] if nth % 2 else task["lead"]
            yield task | {"school": self.code, "code": code, "lead": lead}

    def _evidence(self) -> Mapping[str, Sequence[Mapping[str, str]]]:
        """What the example's busiest school wrote; every tenth school has its sheets counted by the program."""
        whole = example.evidence_2021()
        counted = self.at % 10 == 0
        other = {sheet: _of("THSR", whole[sheet]) if counted else [] for sheet in ("surveys", "answers", "replies")}
        own = {sheet: _of("THTP3", rows) for sheet, rows in whole.items()}
        issued = example.table(
            "kind number day",
            ("Quyết định phân công", 12, "25/9/2021"),
            ("Kế hoạch kiểm tra", 31, "30/11/2021"),
            ("Báo cáo sơ kết học kỳ I", 4, "17/01/2022"),
        )
        return own | (other if counted else {}) | {"issued": issued}

    def _own(self, rows: Iterable[Mapping[str, str]]) -> list[Row]:
        return [
            {key: self._typed(self._text(key, value)) for key, value in row.items()} | {"school": self.code}
            for row in rows
        ]

    def _text(self, key: str, text: str) -> str:
        text = self._placeholder.sub(lambda found: self._real[found[0]], _DATE.sub(self._day, text))
        return f"{text} ({self.name})" if key in _WORDS and len(text) > 8 else text

    def _day(self, found: re.Match[str]) -> str:
        day, month, year = map(int, found.groups())
        return short_date(date(year + _YEARS_LATER, month, day) + timedelta(days=self.at % 4))

    def _typed(self, text: str) -> str | int | date:
        """Every third school types dates and numbers as Excel would have them, the others as text."""
        if self.at % 3 != 1:
            return text
        day = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
        return date(int(day[3]), int(day[2]), int(day[1])) if day else int(text) if text.isdigit() else text


def _of(school: str, rows: Iterable[Mapping[str, str]]) -> list[Mapping[str, str]]:
    return [row for row in rows if row["school"] == school]


def _person(number: int) -> str:
    """A full name that no other number has, neighbours having little in common."""
    parts = (_SURNAMES, _MIDDLES, _GIVEN)
    number = number * 7_919 % (len(_SURNAMES) * len(_MIDDLES) * len(_GIVEN))
    words = []
    for part in parts:
        number, nth = divmod(number, len(part))
        words.append(part[nth].replace("_", " "))
    return " ".join(words)
