"""What the pages call in the sealed worker: texts and bytes in, JSON text or a file's bytes out.

Each page has one session here. It ends with the worker; nothing is kept anywhere else.
"""

from __future__ import annotations

import gc
import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from functools import wraps
from itertools import islice
from typing import Any

from guantong import annex_2, days
from guantong.facts import BY_KEY
from guantong.intake import BadInput

from . import annex_1_book, annex_1_fill, annex_2_layout, dates
from .annex_1_check import Checked, Finding, check_rows, open_sheet
from .annex_2_document import document
from .annexes_of_person import annex_1_row, annex_2_fields, highest_title
from .people import GROUPS, Assessor, Question, Summary, Verdict, is_common
from .people_book import ResultBook
from .people_columns import FIELDS
from .people_list import Staff, best_sheet, open_list, people, verdicts
from .people_rows import PersonRow
from .refusal import Refused
from .tables import Row, is_workbook, sheet_names

Answer = str | bytes
_SAMPLES = 3
_OBTAINED = "title_obtained"  #: stands on no form; the check of the level needs it
#: what is done with the printed form and can't be seen here; the page says it beside the sheet
_ON_PAPER = {"照片", "本人签名", "签名日期", "单位（盖章）", "专业技术职称证书复印件"}
_SOON_YEARS = 3  #: a last day further away is no news in a table; the workbook has it


def _asked(function: Callable[..., Any]) -> Callable[..., Answer]:
    """Give bytes as they are and everything else as JSON; a file that can't be used gives ``{"refused": sentence}``."""

    @wraps(function)
    def answered(*given: str | bytes) -> Answer:
        try:
            value = function(*given)
        except Refused as refused:
            value = {"refused": str(refused)}
        except BadInput as bad:
            value = {"refused": "".join(error.says for error in bad.errors)}
        return value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False)

    return answered


class ListSession:
    """A list of people from its file to its results."""

    def __init__(self, source: bytes, sheet: str) -> None:
        self.sheets = sheet_names(source)
        self.sheet = sheet or best_sheet(source)
        staff = open_list(source, sheet=self.sheet)
        self.headers, self.fields, self.header_row = staff.headers, staff.fields, staff.header_row
        self.rows: list[Row] = list(staff.rows)
        self.found: list[tuple[PersonRow, Verdict]] = []
        self.begin({})

    def begin(self, options: dict[str, Any]) -> None:
        """Start over with a mapping, a day, and what holds for everybody."""
        self.fields = options.get("fields") or self.fields
        as_of = options.get("as_of")
        self.assessor = Assessor(date.fromisoformat(as_of) if as_of else None)
        self.summary = Summary()
        self.found = []
        staff = Staff(self.header_row, self.headers, self.fields, iter(self.rows))
        found = people(
            staff, self.fields, options.get("common") or {}, blank_is_none=bool(options.get("blank_is_none"))
        )
        self.pending: Iterator[tuple[PersonRow, Verdict]] = verdicts(found, self.assessor, self.summary)

    def chosen(self, rows: list[int]) -> list[tuple[PersonRow, Verdict]]:
        wanted = set(rows)
        return [pair for pair in self.found if pair[1].row in wanted]


_list: ListSession | None = None
_check: tuple[bytes, str, Checked, Iterator[tuple[dict[str, str], list[Finding]]]] | None = None


def _session() -> ListSession:
    if _list is None:
        raise Refused("还没有名单。请先选一个文件。")
    return _list


@_asked
def read_list(source: bytes, sheet: str) -> dict[str, Any]:
    """Open a list: its sheets, its header with samples, and the proposed mapping. What was open before stays if this fails."""
    global _list
    session = ListSession(source, sheet)
    _list = session
    samples = [
        [row.cells[at] for row in session.rows if at < len(row.cells) and row.cells[at]][:_SAMPLES]
        for at in range(len(session.headers))
    ]
    return {
        "sheets": session.sheets,
        "sheet": session.sheet,
        "rows": len(session.rows),
        "columns": [
            {"header": header, "field": field, "samples": shown}
            for header, field, shown in zip(session.headers, session.fields, samples, strict=True)
        ],
        "fields": [{"id": field.id, "label": field.label} for field in FIELDS.values()],
    }


@_asked
def begin(options: str) -> dict[str, Any]:
    """``{"fields", "as_of", "blank_is_none", "common"}`` → the day that is calculated to."""
    session = _session()
    session.begin(json.loads(options))
    return {"as_of": session.assessor.as_of.isoformat(), "total": len(session.rows)}


@_asked
def more(count: str) -> dict[str, Any]:
    """The next people: ``{"people": […], "done": bool}``."""
    session = _session()
    gc.disable()  # what the rules build has no cycles; looking for them costs a fifth of the time
    try:
        taken = list(islice(session.pending, int(count)))
    finally:
        gc.enable()
    session.found += taken
    soon = days.add_years(session.assessor.as_of, _SOON_YEARS).isoformat()
    today = session.assessor.as_of.isoformat()
    return {
        "people": [_person(verdict, today, soon) for _, verdict in taken],
        "done": len(taken) < int(count),
    }


def _person(verdict: Verdict, today: str, soon: str) -> dict[str, Any]:
    lines: dict[tuple[str, str], list[str]] = {}
    for chance in verdict.chances:
        kind, says = chance.kind(today), chance.words(today)
        if kind == "ask" and not chance.answered:
            kind, says = "blank", "还缺信息"
        if kind != "no":
            lines.setdefault((kind, says), []).append(chance.name)
    return {
        "row": verdict.row,
        "name": verdict.name,
        "group": verdict.group,
        "titles": verdict.titles,
        "skills": verdict.skills,
        "lines": [{"kind": kind, "says": says, "levels": levels} for (kind, says), levels in lines.items()],
        "channel": verdict.channel,
        "last_day": verdict.last_day if verdict.last_day <= soon else "",
        "lost": verdict.lost,
        "asks": verdict.asks,
        "doubts": verdict.doubts,
    }


@_asked
def summary() -> dict[str, Any]:
    """Counts, and the open questions by the number of people they touch."""
    session = _session()
    ranked = session.summary.ranked(session.assessor.questions)
    return {
        "total": session.summary.total,
        "groups": [
            {"id": key, "name": name, "count": session.summary.groups[key]} for key, name in GROUPS.items()
        ],
        "questions": [_question(question, touched, settled) for question, touched, settled in ranked],
        "lost": session.summary.lost,
    }


def _question(question: Question, touched: int, settled: int) -> dict[str, Any]:
    choices: list[dict[str, Any]] = []
    if is_common(question.key):
        fact = BY_KEY[question.key]
        yes_no = [{"value": True, "label": "是"}, {"value": False, "label": "否"}]
        choices = (
            yes_no
            if fact.kind == "bool"
            else [{"value": choice.value, "label": choice.label} for choice in fact.choices]
        )
    return {
        "key": question.key,
        "says": question.says,
        "short": question.short,
        "office": question.office,
        "readings": list(question.readings),
        "people": touched,
        "settled": settled,
        "choices": choices,
    }


@_asked
def results_book() -> bytes:
    """The results as a workbook, with a summary."""
    session = _session()
    book = ResultBook(session.assessor.as_of)
    for _, verdict in session.found:
        book.add(verdict, session.assessor.questions)
    target = io.BytesIO()
    book.save(target, session.summary, session.assessor.questions)
    return target.getvalue()


@_asked
def annex_1_of_list(chosen: str) -> bytes:
    """``{"rows": […], "unit"}`` → annex 1 with these people."""
    options = json.loads(chosen)
    people_of = _session().chosen(options["rows"])
    return annex_1_book.as_bytes([annex_1_row(*pair) for pair in people_of], options.get("unit") or "")


@_asked
def annex_1_into_form(chosen: str, form: bytes) -> bytes:
    """The same into the office's own blank form."""
    pairs = _session().chosen(json.loads(chosen)["rows"])
    return annex_1_fill.fill(form, [annex_1_row(*pair) for pair in pairs])


@_asked
def annex_2_of_list(chosen: str) -> bytes:
    """Annex 2 of these people, each in three copies."""
    pairs = _session().chosen(json.loads(chosen)["rows"])
    return document([annex_2_fields(*pair) for pair in pairs])


@_asked
def read_annex_1(source: bytes) -> dict[str, Any]:
    """Open a finished annex 1: problems of its header. What was open before stays if this fails."""
    global _check
    sheet = annex_1_fill.sheet_with_header(source) if is_workbook(source) else ""
    checked = open_sheet(source, sheet=sheet)
    _check = (source, sheet, checked, check_rows(checked))
    return {"findings": [vars(finding) for finding in checked.header]}


@_asked
def check_more(count: str) -> dict[str, Any]:
    """The findings of the next rows."""
    if _check is None:
        raise Refused("还没有附件1。请先选一个文件。")
    taken = list(islice(_check[3], int(count)))
    return {
        "rows": len(taken),
        "findings": [vars(finding) for _, findings in taken for finding in findings],
        "done": len(taken) < int(count),
    }


@_asked
def corrected(fixes: str) -> bytes:
    """The same file with the chosen suggestions: ``[{"row", "column", "text"}]``."""
    if _check is None:
        raise Refused("还没有附件1。请先选一个文件。")
    chosen = {(fix["row"], fix["column"]): fix["text"] for fix in json.loads(fixes)}
    return annex_1_fill.correct(_check[0], chosen, _check[1])


@_asked
def annex_2_form(form: str) -> dict[str, Any]:
    """The form's fields → how they stand on the sheet, what goes to the attached page, what the check finds."""
    given: dict[str, Any] = json.loads(form)
    sheet = annex_2_layout.lay_out(given)
    obtained = dates.read(given.pop(_OBTAINED, "")).text
    found = annex_2.check({**given, "copies": annex_2.COPIES} | ({_OBTAINED: obtained} if obtained else {}))
    return {
        "cells": sheet.cells,
        "attached": [{"field": field, "text": text} for field, text in sheet.attached],
        "errors": found["errors"],
        "warnings": [problem for problem in found["warnings"] if problem["column"] not in _ON_PAPER],
    }


@_asked
def annex_2_document(form: str) -> bytes:
    """The form as a Word document, three copies."""
    return document([json.loads(form)])


@_asked
def annex_2_from_facts(facts: str) -> dict[str, Any]:
    """What the calculator's answers say for the fields of annex 2."""
    given = json.loads(facts)
    row = PersonRow(0, given)
    verdict = Assessor(date.fromisoformat(given["as_of"]) if given.get("as_of") else None).assess(row)
    fields = {name: text for name, text in annex_2_fields(row, verdict).items() if text}
    title = highest_title(row)
    return fields | ({_OBTAINED: title["obtained"]} if title.get("obtained") else {})
