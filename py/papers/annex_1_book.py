"""附件1 as a workbook: the printed title, the 32 columns in their order, text cells, the notes' words as drop-downs."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange

from guantong.annex_1 import COLUMNS
from guantong.policy import statement

from .annex_1_words import WORDS
from .tables import Row
from .writing import (
    CENTRED,
    TITLE,
    WRAPPED,
    Sheet,
    drop_down,
    head_cell,
    new_book,
    styled,
    text_cell,
    widths,
)

_NOTES = tuple(f"C{number:03d}" for number in range(89, 100))  # 附件1·说明1 to 11
#: “附件 1 武汉市…汇总表”, kept as printed (A40)
MARK, TITLE_TEXT = "附件 1", statement("C085").text.removeprefix("附件 1").strip()
UNIT = statement("C086").text
FOLLOW, NOTES_HEAD = statement("C088").text.split()
BLANK_ROWS = 200
HEADER_ROW = 4
_WIDE = {
    "证件号": 22,
    "手机号码": 16,
    "所在单位": 28,
    "通讯地址": 28,
    "邮寄地址": 28,
    "简要经历": 28,
    "邮箱": 22,
}
_WIDE |= {"职业名称": 16, "级别": 15, "文化程度": 18, "考生来源": 16, "出生日期": 13, "参加工作时间": 15}


def write(target: BinaryIO, rows: Iterable[Mapping[str, str]], unit: str = "", blank_rows: int = 0) -> int:
    """Write the workbook with one row a person, then ``blank_rows`` empty ones; the number of people comes back.

    ``unit`` goes behind “申报单位：”. A row without a 序号 gets its number.
    """
    book = new_book()
    sheet = book.create_sheet("申报汇总表")
    widths(sheet, [_WIDE.get(name, 11) for name in COLUMNS])
    sheet.freeze_panes = f"C{HEADER_ROW + 1}"
    sheet.append([styled(sheet, MARK, None, WRAPPED)])
    sheet.append([styled(sheet, TITLE_TEXT, TITLE, CENTRED)])
    sheet.append([styled(sheet, UNIT.replace("：", f"：{unit}", 1), None, WRAPPED)])
    sheet.append([head_cell(sheet, name) for name in COLUMNS])
    count = 0
    for count, row in enumerate(rows, start=1):
        numbered = {"序号": str(count), **{key: value for key, value in row.items() if value}}
        sheet.append([text_cell(sheet, numbered.get(name, ""), boxed=True) for name in COLUMNS])
    for _ in range(blank_rows):
        sheet.append([text_cell(sheet, "", boxed=True) for _ in COLUMNS])
    last = HEADER_ROW + count + blank_rows
    for column, words in WORDS.items():
        drop_down(sheet, COLUMNS.index(column) + 1, HEADER_ROW + 1, max(last, HEADER_ROW + 1), words)
    sheet.append([text_cell(sheet, FOLLOW)])
    sheet.append([text_cell(sheet, NOTES_HEAD)])
    for number in _NOTES:
        sheet.append([text_cell(sheet, statement(number).text)])
    last_letter = get_column_letter(len(COLUMNS))
    for merged in (f"A2:{last_letter}2", f"A3:{last_letter}3"):
        sheet.merged_cells.ranges.add(CellRange(merged))
    _landscape(sheet)
    book.save(target)
    return count


def as_bytes(rows: Iterable[Mapping[str, str]], unit: str = "", blank_rows: int = 0) -> bytes:
    """The same in memory."""
    target = io.BytesIO()
    write(target, rows, unit, blank_rows)
    return target.getvalue()


def template() -> bytes:
    """The empty form with drop-downs in its rows."""
    return as_bytes((), blank_rows=BLANK_ROWS)


def people_only(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows of people: what follows “填表说明附后” or “填表说明：” is the form's own text."""
    for row in rows:
        first = next((cell for cell in row.cells if cell), "")
        if first.startswith((FOLLOW, NOTES_HEAD.rstrip("："))):
            return
        yield row


def _landscape(sheet: Sheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 8  # A3
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
