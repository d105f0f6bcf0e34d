"""What the pages look like: every school of both examples, long names, every way to sign, many tasks and none."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import papi_docs as papi
from papi_docs.decree30 import MOTTO, NATIONAL_NAME
from papi_docs.model import Capacity, District, Dossier, Person, Signer

pytestmark = pytest.mark.office

LONG_NAMES = [
    "Trường Tiểu học Thị trấn Sa Rài",
    "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Suối Lư",
    "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Nguyễn Viết Xuân",
]


def signers() -> dict[str, Signer]:
    def person(position: str) -> Person:
        return Person(name="Nguyễn Hoàng Thị Bảo Trân", position=position)

    return {
        "dung-dau": Signer.usual(person("Hiệu trưởng")),
        "quyen": Signer.usual(person("Quyền Hiệu trưởng")),
        "kt": Signer.usual(person("Phó Hiệu trưởng")),
        "tm": Signer(person=person("Chủ tịch"), capacity=Capacity.ON_BEHALF, collective="Hội đồng trường"),
        "tl": Signer(person=person("Tổ trưởng Tổ Văn phòng"), capacity=Capacity.BY_ORDER),
        "tuq": Signer(person=person("Tổ trưởng Tổ Văn phòng"), capacity=Capacity.DELEGATED),
    }


def with_tasks(dossier: Dossier, count: int) -> Dossier:
    tasks = (dossier.plan.assignments * count)[:count]
    return dossier.model_copy(update={"plan": dossier.plan.model_copy(update={"assignments": tasks})})


def with_name(dossier: Dossier, name: str) -> Dossier:
    return dossier.model_copy(update={"school": dossier.school.model_copy(update={"name": name})})


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, tan_hong: District, an_phuoc: District) -> list[Path]:
    folder = tmp_path_factory.mktemp("papers")
    dossiers = {f"th-{dossier.school.code}": dossier for dossier in tan_hong.dossiers}
    dossiers |= {f"ap-{dossier.school.code}": dossier for dossier in an_phuoc.dossiers}
    first = tan_hong["THTP3"]
    dossiers |= {f"name-{at}": with_name(first, name) for at, name in enumerate(LONG_NAMES)}
    dossiers |= {f"tasks-{count}": with_tasks(first, count) for count in (0, 40)}
    dossiers |= {f"signer-{key}": first.model_copy(update={"signer": signer}) for key, signer in signers().items()}
    return [papi.compose("plan", dossier).save(folder / f"{key}.docx") for key, dossier in dossiers.items()]


@pytest.fixture(scope="module")
def pages(files: list[Path], pdf_text: Callable[[list[Path]], dict[str, list[str]]]) -> dict[str, list[str]]:
    found = pdf_text(files)
    assert len(found) == len(files)
    return found


def test_header_stands_on_one_line_each(pages: dict[str, list[str]]) -> None:
    for name, texts in pages.items():
        lines = [" ".join(line.split()) for line in texts[0].splitlines()]
        assert any(line.endswith(NATIONAL_NAME) for line in lines), name
        assert any(line.endswith(MOTTO) for line in lines), name
        dated = [line for line in lines if re.search(r"Số: .*/KH-\w+ .*, ngày .*tháng \d+ năm \d{4}$", line)]
        assert len(dated) == 1, (name, lines[:8])


def test_signature_block_is_whole_and_follows_content(pages: dict[str, list[str]]) -> None:
    for name, texts in pages.items():
        page = next(text for text in texts if "Nơi nhận:" in text)
        assert "- Lưu: VT." in page, name
        assert "./." in page, name
        after = page[page.index("Nơi nhận:") :]
        people = ("Bùi Thị Thao", "Nguyễn Văn A", "Trần Thị B", "Nguyễn Hoàng Thị Bảo Trân")
        assert any(person in after for person in people), name


def test_pages_are_numbered_from_the_second_and_the_annex_anew(pages: dict[str, list[str]]) -> None:
    def number(text: str) -> str:
        return text.strip().splitlines()[0].strip()

    texts = pages["tasks-40"]
    annex = next(at for at, text in enumerate(texts) if "PHÂN CÔNG NHIỆM VỤ" in text)
    assert not number(texts[0]).isdigit()
    assert [number(text) for text in texts[1:annex]] == [str(at) for at in range(2, annex + 1)]
    assert not number(texts[annex]).isdigit()
    assert [number(text) for text in texts[annex + 1 :]] == [str(at) for at in range(2, len(texts) - annex + 1)]


def test_heading_of_the_table_is_repeated(pages: dict[str, list[str]]) -> None:
    texts = pages["tasks-40"]
    annex = [text for text in texts if "Nội dung công việc" in text]
    assert len(annex) >= 3
    assert all("Sản phẩm" in text for text in annex)


def test_no_task_means_no_annex_and_no_empty_page(pages: dict[str, list[str]]) -> None:
    texts = pages["tasks-0"]
    assert not any("Phụ lục" in text for text in texts)
    assert all(text.strip() for text in texts)


def test_validator_finds_nothing(files: list[Path], validator: list[str]) -> None:
    for file in files:
        done = subprocess.run([*validator, file], check=False, capture_output=True, text=True, timeout=120)
        assert json.loads(done.stdout)["errors"] == [], (file.name, done.stdout)
