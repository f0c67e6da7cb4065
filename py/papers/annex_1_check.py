"""Checking a finished annex 1: the rules of :mod:`guantong.annex_1` row by row, and what only the whole sheet shows.

Everything beyond the notes (people twice, dates at odds, region of an identity number) is a warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from guantong import annex_1, days
from guantong.annex_1 import COLUMNS, EXPECTED
from guantong.forms import GB_11643
from guantong.intake import BadInput

from . import dates
from .annex_1_book import people_only
from .annex_1_words import suggestion
from .archive import PAGE, Limits, Source
from .header import bare, find_header
from .refusal import Refused
from .tables import Row, rows

_AGREE = "前后核对"
_YOUNGEST_WORKER = 16  #: 劳动法: nobody under 16 is employed; younger is a slip of the pen


@dataclass
class Finding:
    """One thing found: row number in the file, column, value, severity, note, sentence, and what to put instead."""

    row: int
    column: str
    value: str
    severity: str  #: "error" or "warning"
    note: str
    says: str
    suggestion: str = ""

    def as_json(self) -> dict[str, Any]:
        return dict(vars(self))


@dataclass
class Checked:
    """A sheet while it is checked: the header, what is wrong with it, where each column stands."""

    header_row: int
    columns: dict[str, int]  #: name → index of the column in the file, from 0
    header: list[Finding]
    rows: Iterator[Row]
    seen: dict[tuple[str, ...], int] = field(default_factory=dict)


def open_sheet(source: Source, limits: Limits = PAGE, sheet: str = "") -> Checked:
    """Find the header and check it. Raises :class:`Refused`."""
    headed = find_header(rows(source, limits, sheet), lambda name: name in COLUMNS)
    if headed is None or not any(name in COLUMNS for name in headed.names):
        raise Refused("没有找到附件1的表头。表头里要有“姓名”“证件类型”“证件号”这些列名，请照附件1的模板填。")
    names = list(headed.names)
    while names and not names[-1]:
        names.pop()
    columns: dict[str, int] = {}
    for index, name in enumerate(names):
        columns.setdefault(name, index)
    given = [name or "（空）" for name in names]
    header = [
        Finding(headed.number, problem["value"], problem["value"], "error", problem["note"], problem["says"])
        for problem in annex_1.check({"header": given})["errors"]
    ]
    return Checked(headed.number, columns, header, people_only(headed.rows))


def check_rows(checked: Checked) -> Iterator[tuple[dict[str, str], list[Finding]]]:
    """Each row as {column: text} with everything found in it; a bad row never stops the others."""
    for row in checked.rows:
        cells = {name: row.cells[at] if at < len(row.cells) else "" for name, at in checked.columns.items()}
        known = {name: text for name, text in cells.items() if name in COLUMNS}
        if not any(text for name, text in known.items() if name != "序号"):
            continue
        found = [*_by_the_notes(row.number, known), *_lost(row, checked), *_at_odds(row.number, known)]
        found += _twice(row.number, known, checked.seen)
        yield known, found


def _by_the_notes(number: int, cells: dict[str, str]) -> Iterator[Finding]:
    try:
        report = annex_1.check({"header": list(COLUMNS), "rows": [cells]})["rows"][0]
    except BadInput as bad:
        for error in bad.errors:
            column = error.at.rsplit("/", 1)[-1]
            yield Finding(number, column, error.given, "error", "附件1·说明1", error.says)
        return
    for severity, problems in (("error", report["errors"]), ("warning", report["warnings"])):
        for problem in problems:
            column, value = problem["column"], problem["value"]
            near = suggestion(column, value) if value and column in COLUMNS else ""
            yield Finding(number, column, value, severity, problem["note"], problem["says"], near)
    if cells.get("证件类型") == "身份证" and not report["errors"] and cells.get("证件号"):
        yield from _region(number, cells["证件号"])


def _region(number: int, identity: str) -> Iterator[Finding]:
    """The first six digits name a district; python-stdnum knows the codes. Loaded only where it is asked."""
    from stdnum.cn import ric
    from stdnum.exceptions import InvalidComponent

    try:
        compact = ric.compact(identity)
        if len(compact) == 18 and compact[:17].isdigit():
            ric.get_birth_place(compact)
    except InvalidComponent:
        says = "身份证号前6位查不到对应的地区，请核对。"
        yield Finding(number, "证件号", identity, "warning", GB_11643, says)


def _lost(row: Row, checked: Checked) -> Iterator[Finding]:
    for name, at in checked.columns.items():
        if at in row.lost and name in COLUMNS:
            says = f"{name}存成了数字，第16位起已经变成0。请把这一列设成文本，重新填写。"
            yield Finding(row.number, name, row.cells[at], "error", "附件1·说明1", says)


def _at_odds(number: int, cells: dict[str, str]) -> Iterator[Finding]:
    """Dates that can't both be right."""
    born, began = _day(cells.get("出生日期", "")), _day(cells.get("参加工作时间", ""))
    text = cells.get("参加工作时间", "")
    if text and began is None:
        yield Finding(
            number,
            "参加工作时间",
            text,
            "warning",
            _AGREE,
            f"参加工作时间填的是“{text}”，看不出是哪一天，请核对。",
        )
        return
    if began is None:
        return
    if began > days.today():
        yield Finding(
            number, "参加工作时间", text, "warning", _AGREE, f"参加工作时间 {text} 还没有到，请核对。"
        )
    if born and began < days.add_years(born, _YOUNGEST_WORKER):
        says = f"参加工作时间 {text} 时还不满{_YOUNGEST_WORKER}岁（出生日期 {cells['出生日期']}），请核对。"
        yield Finding(number, "参加工作时间", text, "warning", _AGREE, says)
    years = cells.get("专业年限", "").rstrip("年 ")
    if years.isdigit() and len(years) < 3 and days.add_years(began, int(years)) > days.today():
        says = f"专业年限填了 {years} 年，但参加工作时间是 {text}，到今天没有这么多年。"
        yield Finding(number, "专业年限", cells["专业年限"], "warning", _AGREE, says)


def _day(text: str) -> date | None:
    moment = days.parse(dates.read(text).text) if text else None
    return moment.first if moment else None


def _twice(number: int, cells: dict[str, str], seen: dict[tuple[str, ...], int]) -> Iterator[Finding]:
    """The same person a second time, by document number, or by name and phone number."""
    identity, name, phone = cells.get("证件号", "").upper(), cells.get("姓名", ""), cells.get("手机号码", "")
    keys: list[tuple[tuple[str, ...], str]] = []
    if identity:
        keys.append((("证件号", identity), "证件号"))
    if name and phone:
        keys.append((("姓名", name, phone), "姓名"))
    for key, column in keys:
        first = seen.setdefault(key, number)
        if first != number:
            what = "证件号" if column == "证件号" else "姓名和手机号码"
            yield Finding(
                number,
                column,
                cells[column],
                "warning",
                _AGREE,
                f"{what}与第 {first} 行相同，是不是同一个人填了两次。",
            )
            return


def check(
    source: Source, limits: Limits = PAGE, sheet: str = ""
) -> tuple[Checked, Iterable[tuple[dict[str, str], list[Finding]]]]:
    """Header and rows of a finished annex 1. Raises :class:`Refused`, also while the rows are read."""
    checked = open_sheet(source, limits, sheet)
    return checked, check_rows(checked)


__all__ = ["EXPECTED", "Checked", "Finding", "bare", "check", "check_rows", "open_sheet"]
