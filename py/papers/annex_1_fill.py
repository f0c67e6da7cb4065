"""Annex 1 into a workbook that exists: the office's own blank form, or a finished one with corrections."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from guantong.annex_1 import COLUMNS

from .annex_1_check import open_sheet
from .archive import PAGE, Limits
from .cells import guarded
from .header import find_header
from .refusal import Refused
from .splice import Place, put
from .tables import encoding_of, is_workbook, rows, sheet_names


def sheet_with_header(book: bytes, limits: Limits = PAGE) -> str:
    """The sheet whose header has most of the 32 columns, else the first. Raises :class:`Refused`."""

    def hits(name: str) -> int:
        headed = find_header(rows(book, limits, name), lambda column: column in COLUMNS)
        return sum(name in COLUMNS for name in headed.names) if headed else 0

    return max(sheet_names(book, limits), key=hits, default="")


def fill(book: bytes, people: Sequence[Mapping[str, str]], limits: Limits = PAGE) -> bytes:
    """The office's blank form with one row a person; its header, order, cell types, drop-downs and notes stay.

    Raises :class:`Refused` where the form lacks columns that have something to say, is not blank, or has too few blank rows.
    """
    if not is_workbook(book):
        raise Refused("空白表要用 .xlsx 工作簿，这样下拉菜单才会保留。")
    sheet = sheet_with_header(book, limits)
    checked = open_sheet(book, limits, sheet)
    used = {name for person in people for name, text in person.items() if text and name in COLUMNS}
    lacking = [name for name in COLUMNS if name in used and name not in checked.columns]
    if lacking:
        raise Refused(f"这张空白表里没有这些列：{'、'.join(lacking)}。请核对是不是附件1的模板。")
    first = checked.header_row + 1
    room = _room(book, sheet, checked.header_row, limits)
    if room is not None and room < len(people):
        raise Refused(f"这张空白表的表头下面只有 {room} 个空行，要填 {len(people)} 人。请先插入空行再试。")
    texts: dict[Place, str] = {}
    for offset, person in enumerate(people):
        numbered = {"序号": str(offset + 1), **{name: text for name, text in person.items() if text}}
        for name, at in checked.columns.items():
            if text := numbered.get(name, ""):
                texts[first + offset, at + 1] = text
    return put(book, sheet, texts, first, limits)


def _room(book: bytes, sheet: str, header_row: int, limits: Limits) -> int | None:
    """Blank rows below the header before something stands there; ``None``: nothing follows."""
    following = (row.number for row in rows(book, limits, sheet) if row.number > header_row)
    number = next(following, None)
    return None if number is None else number - header_row - 1


def correct(
    source: bytes, fixes: Mapping[tuple[int, str], str], sheet: str = "", limits: Limits = PAGE
) -> bytes:
    """The same file with these cells changed, ``(row, column name)`` → text; a text file comes back in its encoding."""
    checked = open_sheet(source, limits, sheet)
    places = {
        (number, checked.columns[column] + 1): text
        for (number, column), text in fixes.items()
        if column in checked.columns
    }
    if is_workbook(source):
        return put(source, sheet or sheet_names(source, limits)[0], places, 0, limits)
    return _corrected_text(source, places, limits)


def _corrected_text(source: bytes, places: Mapping[Place, str], limits: Limits) -> bytes:
    """CSV again, with a comma; what a program would take for a formula is guarded."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    for row in rows(source, limits):
        width = max([len(row.cells), *(column for number, column in places if number == row.number)])
        cells = row.cells + [""] * (width - len(row.cells))
        for (number, column), text in places.items():
            if number == row.number:
                cells[column - 1] = text
        writer.writerow([guarded(cell) for cell in cells])
    return target.getvalue().encode(encoding_of(source))
