"""Columns that several sheets have."""

from papi_docs.excel.columns.shapes import Column
from papi_docs.model import Semester

__all__ = ["ANY_SCHOOL", "CONTENT", "NOTE", "SCHOOL", "SEMESTER", "YES_OR_NO"]

ANY_SCHOOL = Column(
    "school",
    "Mã trường",
    "Để trống: áp dụng cho mọi trường",
    synonyms=("Mã đơn vị", "Trường"),
    width=13,
)
NOTE = Column("note", "Ghi chú", "Tùy ý", synonyms=("Chú thích",))

SCHOOL = Column("school", "Mã trường", "Như ở sheet Trường", required=True, synonyms=("Mã đơn vị", "Trường"), width=13)
SEMESTER = Column(
    "semester", "Học kỳ", "Học kỳ I hoặc Học kỳ II", required=True, synonyms=("HK",), choices=tuple(Semester), width=12
)
CONTENT = Column("content", "Mã nội dung", "C1, C2 …", required=True, synonyms=("Nội dung PAPI", "PAPI"), width=13)
YES_OR_NO = ("Có", "Không")
