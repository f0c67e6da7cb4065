"""What is written opens in a real office program, and what that program writes is read."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from guantong.annex_1 import COLUMNS
from papers import annex_1_book
from papers.annex_1_check import check
from papers.annex_2_document import document
from papers.people_list import open_list
from tests.papers import files
from tests.papers.office import CSV_UTF8, PDF, XLSX, convert
from tests.papers.test_annex_2 import FORM

ROWS = [
    files.annex_1_row(证件类型="身份证", 证件号=files.NUMBER),
    files.annex_1_row(姓名="乙某", 简要经历="=1+1", 手机号码="+86000"),
]


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All files through the program, by its own profile, three runs in all."""
    folder = tmp_path_factory.mktemp("office")
    long = {**FORM, "所在单位": "某某集团有限责任公司" * 12}
    (folder / "附件1.xlsx").write_bytes(annex_1_book.as_bytes(ROWS))
    (folder / "三份.docx").write_bytes(document([FORM]))
    (folder / "附页.docx").write_bytes(document([long], copies=1))
    (folder / "名单.csv").write_bytes(files.as_csv(files.HEADER, files.PEOPLE, "utf-8-sig"))
    convert(folder, CSV_UTF8, "附件1.xlsx")
    convert(folder, PDF, "三份.docx", "附页.docx")
    convert(folder, XLSX, "名单.csv", "附件1.xlsx")
    return folder


def test_annex_1_opens_with_every_text_as_it_was(converted: Path) -> None:
    lines = list(csv.reader(io.StringIO((converted / "out/附件1.csv").read_text("utf-8-sig"))))
    header = lines.index(list(COLUMNS))
    for at, row in enumerate(ROWS, start=header + 1):
        shown = dict(zip(COLUMNS, lines[at], strict=True))
        assert {name: text for name, text in shown.items() if text and name != "序号"} == row


def test_annex_1_saved_by_the_program_reads_back_identical(converted: Path) -> None:
    sheet, lines = check((converted / "out/附件1.xlsx").read_bytes())
    assert sheet.header == []
    read = [{name: text for name, text in cells.items() if text} for cells, _ in lines]
    assert read == [{"序号": str(number), **row} for number, row in enumerate(ROWS, start=1)]


def test_a_list_saved_by_the_program_is_read(converted: Path) -> None:
    staff = open_list((converted / "out/名单.xlsx").read_bytes())
    assert staff.fields == [
        "form.姓名", "form.证件号", "titles.0.name", "titles.0.obtained", "skills.0.level", "skills.0.obtained", "birth_date",
    ]  # fmt: skip
    assert [row.cells[0] for row in staff.rows] == ["甲某", "乙某", "丙某"]


def test_three_copies_of_annex_2_are_three_pages_alike(converted: Path) -> None:
    pages = [page.extract_text() for page in PdfReader(converted / "out/三份.pdf").pages]
    assert len(pages) == 3
    assert len(set(pages)) == 1
    for text in ("甲某", "X0000001", "某某厂", "承诺书", "市职鉴"):
        assert text in pages[0]


def test_an_overflowing_form_is_one_page_and_one_attached(converted: Path) -> None:
    pages = [page.extract_text() for page in PdfReader(converted / "out/附页.pdf").pages]
    assert len(pages) == 2
    assert "见附页" in pages[0]
    assert "".join(pages[1].split()).count("某某集团有限责任公司") == 12
