"""Dates as people write them in staff lists → the contract's YYYY-MM-DD, YYYY-MM, YYYY."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from guantong import days

_PARTS = re.compile(
    r"(\d{4})\s*[-./年、]\s*(\d{1,2})\s*(?:[-./月、]\s*(\d{1,2})?\s*日?)?(?:\s+\d{1,2}:\d{2}.*)?"
)
_YEAR = re.compile(r"(\d{4})\s*年?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_SERIAL = re.compile(r"\d{5}")
_AMBIGUOUS = re.compile(r"\d{4}\.1")
_FIRST_SERIAL = date(1899, 12, 30)  #: day 0 of a spreadsheet, as seen from 1 March 1900 on
_SERIALS = range(10_000, 80_000)


@dataclass(frozen=True, slots=True)
class Read:
    """``text`` in the contract's form, empty where it can't be read; ``doubt``: what to look at, a sentence or empty."""

    text: str
    doubt: str = ""


def read(given: str) -> Read:
    """2023-5-20, 2023/05, 2023.5.20, 2023年5月, 202305, 20230520, 2023, and a bare day number of a spreadsheet."""
    given = given.translate(_HALF_WIDTH).strip()
    if _AMBIGUOUS.fullmatch(given):
        return Read(given[:4], f"“{given}”可能是1月，也可能是10月，先只按 {given[:4]} 年算。")
    if match := _PARTS.fullmatch(given) or _COMPACT.fullmatch(given) or _YEAR.fullmatch(given):
        year, *rest = (part for part in match.groups() if part)
        text = "-".join([year, *(part.zfill(2) for part in rest)])
        return Read(text if days.parse(text) else "")
    if _SERIAL.fullmatch(given) and int(given) in _SERIALS:
        day = (_FIRST_SERIAL + timedelta(days=int(given))).isoformat()
        return Read(day, f"“{given}”是没有设日期格式的单元格，按 {day} 算。")
    return Read("")


_HALF_WIDTH = {ord("０") + digit: str(digit) for digit in range(10)} | {
    ord("－"): "-",
    ord("．"): ".",
    ord("／"): "/",
    ord("—"): "-",
    ord("–"): "-",
}
