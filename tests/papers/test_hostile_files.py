"""Files that are broken, locked, swollen or made to do harm end in one sentence, before memory grows."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from pathlib import Path

import openpyxl
import pytest

from papers import annex_1_book
from papers.annex_1_fill import correct
from papers.archive import PAGE, Limits
from papers.cells import clean
from papers.cli import main
from papers.people_list import open_list
from papers.refusal import Refused
from papers.tables import rows
from tests.papers import files

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOOK = files.by_openpyxl(files.HEADER, files.PEOPLE)
SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def bomb() -> bytes:
    """A workbook whose sheet unpacks to a hundred megabytes of blanks."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(SHEET, "w") as part:
        for _ in range(100):
            part.write(b" " * 1_000_000)
    return target.getvalue()


def refusal(source: bytes, limits: Limits = PAGE) -> str:
    with pytest.raises(Refused) as caught:
        list(rows(source, limits))
    return str(caught.value)


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (b"", "空"),
        (OLE + b"\0" * 2000, "旧的 .xls"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "加了密码"),
        (b"<html><table><tr><td>1</td></tr></table>", "网页"),
        (b"%PDF-1.7", "PDF"),
        (BOOK[: len(BOOK) // 2], "损坏"),
        (b"PK\x03\x04" + b"\0" * 100, "损坏"),
        (b"\x89PNG\r\n\x1a\n\0\0", "不是 .xlsx"),
        (files.with_part(BOOK, SHEET, b"<worksheet><sheetData><row>"), "损坏"),
        (files.with_part(BOOK, SHEET, f'<!DOCTYPE x [<!ENTITY a "b">]><worksheet {MAIN}/>'.encode()), "不该有的内容"),
        (files.with_part(BOOK, "xl/workbook.xml", b"\xff\xfe\x00"), "损坏"),
    ],
)  # fmt: skip
def test_each_gets_a_sentence_that_says_what_it_is(source: bytes, says: str) -> None:
    assert says in refusal(source)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    swollen = bomb()
    tracemalloc.start()
    says = refusal(swollen)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "大得不正常" in says
    assert peak < 10_000_000


def test_a_huge_sheet_is_refused_at_its_limit_not_at_its_end() -> None:
    limits = Limits(rows=100)
    source = "姓名,职称\n" + "甲某,工程师\n" * 5000
    assert "最多读 100 行" in refusal(source.encode(), limits)
    wide = ",".join(["列"] * 500).encode()
    assert "最多读 400 列" in refusal(wide)


def test_a_cell_far_away_does_not_make_a_huge_table() -> None:
    far = f'<worksheet {MAIN}><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c>'
    far += '<c r="B1" t="inlineStr"><is><t>职称</t></is></c></row><row r="900000"><c r="A900000" t="inlineStr"><is><t>甲某</t></is></c></row></sheetData></worksheet>'
    found = list(rows(files.with_part(BOOK, SHEET, far.encode())))
    assert [(row.number, row.cells) for row in found] == [(1, ["姓名", "职称"]), (900000, ["甲某"])]


def test_macros_are_never_looked_at() -> None:
    with_macros = files.with_part(BOOK, "xl/vbaProject.bin", b"\0" * 100)
    assert len(list(open_list(with_macros).rows)) == 3


def test_a_corrected_file_carries_no_macros_on() -> None:
    book = annex_1_book.as_bytes([files.annex_1_row()])
    types = files.part(book, "[Content_Types].xml")
    macro = b'<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    types = types.replace(b"</Types>", macro).replace(
        b"openxmlformats-officedocument.spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main"
    )
    with_macros = files.with_part(
        files.with_part(book, "[Content_Types].xml", types), "xl/vbaProject.bin", b"\0"
    )
    mended = correct(with_macros, {(5, "文化程度"): "博士"})
    with zipfile.ZipFile(io.BytesIO(mended)) as archive:
        assert not any("vba" in name for name in archive.namelist())
        left = archive.read("[Content_Types].xml")
    assert b"vba" not in left
    assert b"macroEnabled" not in left
    sheet = openpyxl.load_workbook(io.BytesIO(mended)).active
    assert sheet is not None
    assert sheet["G5"].value == "博士"


def test_formulas_give_only_the_value_that_stands_in_the_file() -> None:
    sheet = f'<worksheet {MAIN}><sheetData><row r="1"><c r="A1" t="str"><f>HYPERLINK("http://x")</f><v>姓名</v></c><c r="B1" t="inlineStr"><is><t>职称</t></is></c></row></sheetData></worksheet>'
    assert next(rows(files.with_part(BOOK, SHEET, sheet.encode()))).cells == ["姓名", "职称"]


def test_control_characters_and_odd_blanks_do_not_get_in() -> None:
    assert clean("\x00 甲\u3000某\u200b\ufeff ") == "甲 某"


def test_a_file_without_a_table_is_said_to_have_none() -> None:
    with pytest.raises(Refused, match="没有找到名单"):
        open_list("只有一句话\n".encode())


def test_the_command_says_it_on_one_line_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "a.xls", tmp_path / "b.xlsx"
    source.write_bytes(OLE + b"\0" * 100)
    assert main(["people", str(source), str(target)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not target.exists()
