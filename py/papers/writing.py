"""Cells and sheets for openpyxl, so that a text stays a text: identity numbers, phone numbers and whatever starts with “=”."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from .cells import dangerous, printable

#: openpyxl's sheet and cell for writing row by row; their published types lack half of what they have
Sheet = Any
Cell = Any

TEXT = "@"
LONGEST_LIST = 255  #: characters that a drop-down typed into a cell's rule may have
_THIN = Side(style="thin", color="7B8894")
BOXED = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
HEAD_FILL = PatternFill("solid", fgColor="E6EFF4")
WRAPPED = Alignment(vertical="top", wrap_text=True)
CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)
BOLD = Font(bold=True)
TITLE = Font(bold=True, size=16)


def text_cell(sheet: Sheet, text: str, *, boxed: bool = False) -> Cell:
    """A cell that is text whatever it starts with; the mark “quote prefix” keeps it so when somebody edits it."""
    cell: Cell = WriteOnlyCell(sheet)
    cell._value = printable(text) or None  # the setter would read “=…” as a formula
    cell.data_type = "s"
    cell.number_format = TEXT
    if dangerous(text):
        cell.quotePrefix = True
    if boxed:
        cell.border = BOXED
    return cell


def head_cell(sheet: Sheet, text: str) -> Cell:
    """The name of a column."""
    cell = text_cell(sheet, text, boxed=True)
    cell.font, cell.fill, cell.alignment = BOLD, HEAD_FILL, CENTRED
    return cell


def styled(sheet: Sheet, text: str, font: Font | None, alignment: Alignment) -> Cell:
    cell = text_cell(sheet, text)
    cell.alignment = alignment
    if font:
        cell.font = font
    return cell


def widths(sheet: Sheet, wanted: Iterable[float]) -> None:
    """Widths of the columns in characters, from the first on; every column is a text column."""
    for index, width in enumerate(wanted, start=1):
        column = sheet.column_dimensions[get_column_letter(index)]
        column.width, column.number_format = width, TEXT


def drop_down(sheet: Sheet, column: int, first: int, last: int, words: Iterable[str]) -> None:
    """A drop-down of words for the rows ``first`` to ``last`` of a column (from 1)."""
    listed = ",".join(words)
    if len(listed) > LONGEST_LIST or '"' in listed:
        raise ValueError(f"the list of column {column} is too long to be typed into its rule")
    rule = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=True)
    rule.errorTitle, rule.error = "不在名单里", "请从下拉菜单里选。"
    letter = get_column_letter(column)
    rule.add(f"{letter}{first}:{letter}{last}")
    sheet.data_validations.append(rule)


def new_book() -> Workbook:
    """A workbook that is written row by row."""
    return Workbook(write_only=True)
