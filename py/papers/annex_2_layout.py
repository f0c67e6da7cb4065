"""附件2 as it is printed: which field stands where, how much fits into it, and what goes to an attached page.

Both the document (.docx) and the page's own print take everything from here, so that they can't differ.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from guantong.annex_2 import COPIES, FIELDS
from guantong.policy import statement

#: widths of the seven columns in millimetres: three pairs of name and blank, and the photo
COLUMNS_MM: Final = (28, 26, 15, 23, 19, 27, 32)
WIDTH_MM: Final = sum(COLUMNS_MM)
FIELD_MM: Final = 11  #: height of a row of fields
LAST_FIELD_MM: Final = 17  #: the last row's name takes three lines
#: row by row: the field and how many columns its blank takes; the photo stands beside the first three
ROWS: Final[tuple[tuple[tuple[str, int], ...], ...]] = (
    ((FIELDS[0], 1), (FIELDS[1], 1), (FIELDS[2], 1)),
    ((FIELDS[3], 3), (FIELDS[5], 1)),
    ((FIELDS[4], 5),),
    ((FIELDS[6], 6),),
    ((FIELDS[7], 3), (FIELDS[8], 2)),
    ((FIELDS[9], 3), (FIELDS[10], 2)),
    ((FIELDS[11], 3), (FIELDS[12], 2)),
)
#: names as printed, parted over lines where the form parts them (C101)
_PRINTED = [
    part.strip() for part in statement("C101").text.replace("(照片) ", "(照片) · ").split("·") if part.strip()
]
LABELS: Final = {
    name.replace(" ", "").replace("(", "（").replace(")", "）"): name.replace(" ", "\n")
    .replace("(", "（")
    .replace(")", "）")
    for name in _PRINTED
}
PHOTO_ROWS: Final = 3
PHOTO: Final = "（照片）"
_TITLE = statement("C100").text.removeprefix("附件 2").split()
MARK: Final = "附件 2"
TITLE: Final = tuple(_TITLE)
_PLEDGE = statement("C102").text.split(" · ")
PLEDGE: Final = _PLEDGE[0]
PROMISE, _SIGN = _PLEDGE[1].split(" ", 1)
SIGNATURE: Final = _SIGN.replace(" ", "　　")
NOTES: Final = tuple(statement(f"C{number}").text for number in range(104, 109))
SEE: Final = "见附页"
ATTACHED: Final = "附页"

_LINE_MM: Final = 5.0
_CHARACTER_MM: Final = 3.75  #: 10.5 pt, with a little air
_PADDING_MM: Final = 4.0


def opinions() -> tuple[tuple[str, str], ...]:
    """The three boxes for stamps: name, and “单位（盖章） 年 月 日”."""
    found = []
    for part in statement("C103").text.replace("·", " ").split("年 月 日"):
        name, mark, _ = part.partition("单位（盖章）")
        if mark:
            found.append(("\n".join(name.split()), f"{mark}　　年　　月　　日"))
    return tuple(found)


def width_of(text: str) -> float:
    """Width in characters: a Chinese one counts one, a Latin letter or a figure a little more than half."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.56 for c in text)


def blank_mm(row: int, cell: int) -> float:
    """Width of a field's blank in millimetres."""
    column = 0
    for index, (_, span) in enumerate(ROWS[row]):
        if index == cell:
            return float(sum(COLUMNS_MM[column + 1 : column + 1 + span]))
        column += 1 + span
    raise IndexError(cell)


def height_mm(row: int) -> int:
    """Height of a row of fields."""
    return LAST_FIELD_MM if row == len(ROWS) - 1 else FIELD_MM


def fits(text: str, millimetres: float, height: float) -> bool:
    """Whether a text fits a blank of this width on the lines that a row of this height has room for."""
    per_line = (millimetres - _PADDING_MM) / _CHARACTER_MM
    lines = math.floor(height / _LINE_MM)
    return sum(max(1, math.ceil(width_of(part) / per_line)) for part in text.splitlines() or [""]) <= lines


@dataclass
class Sheet:
    """One filled form: what stands in each field, and what stands on the attached page (field, text)."""

    cells: dict[str, str] = field(default_factory=dict)
    attached: list[tuple[str, str]] = field(default_factory=list)


def lay_out(given: Mapping[str, str]) -> Sheet:
    """Put each text into its field, or, where it is too long, onto the attached page."""
    sheet = Sheet()
    for row, fields in enumerate(ROWS):
        for index, (name, _) in enumerate(fields):
            text = (given.get(name) or "").strip()
            if fits(text, blank_mm(row, index), height_mm(row)):
                sheet.cells[name] = text
            else:
                sheet.cells[name] = SEE
                sheet.attached.append((name, text))
    return sheet


__all__ = ["COPIES", "FIELDS", "ROWS", "Sheet", "lay_out", "opinions"]
