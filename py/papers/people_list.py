"""A staff list from beginning to end: file, header, mapping, people, verdicts. Streaming: one row at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from . import annex_1_book
from .archive import PAGE, Limits, Source
from .header import bare, find_header
from .people import Assessor, Summary, Verdict
from .people_columns import is_known, map_columns
from .people_rows import PersonRow, read_row
from .refusal import Refused
from .tables import Row, rows, sheet_names


@dataclass
class Staff:
    """An opened list: the header as written, the fields it means, the rows that follow."""

    header_row: int
    headers: list[str]
    fields: list[str]
    rows: Iterator[Row]
    samples: list[str] = field(default_factory=list)


def best_sheet(source: Source, limits: Limits = PAGE) -> str:
    """The sheet with the most columns that are known; the first of equals. Empty for a text file."""
    names = sheet_names(source, limits)

    def hits(name: str) -> int:
        headed = find_header(rows(source, limits, name), is_known)
        return sum(map(bool, map_columns(headed.names))) if headed else 0

    return names[0] if len(names) == 1 else max(names, key=hits, default="")


def open_list(source: Source, limits: Limits = PAGE, sheet: str | None = None) -> Staff:
    """Find the header and propose a mapping. Raises :class:`Refused` where there is no table in the file."""
    chosen = best_sheet(source, limits) if sheet is None else sheet
    headed = find_header(rows(source, limits, chosen), is_known)
    if headed is None:
        raise Refused("没有找到名单。第一行应是列名，如“姓名”“职称”“职称取得时间”，下面一行一人。")
    names = headed.names
    return Staff(headed.number, names, map_columns(names), annex_1_book.people_only(headed.rows))


def people(
    staff: Staff, fields: Sequence[str], common: Mapping[str, Any], *, blank_is_none: bool = False
) -> Iterator[PersonRow]:
    """The people of a list, a header that is repeated further down left out."""
    if not any(fields):
        raise Refused("没有一列对上了内容。请先说明哪一列是职称、哪一列是技能等级。")
    for row in staff.rows:
        if [bare(cell) for cell in row.cells] != staff.headers[: len(row.cells)]:
            yield read_row(row, fields, staff.headers, common, blank_is_none=blank_is_none)


def verdicts(
    found: Iterator[PersonRow], assessor: Assessor, summary: Summary
) -> Iterator[tuple[PersonRow, Verdict]]:
    """Each person with a verdict; the summary fills while they pass."""
    for person in found:
        verdict = assessor.assess(person)
        summary.add(verdict, assessor.as_of)
        yield person, verdict


def today_or(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
