"""The table of the two annexes: what is wrong, to be confirmed or only to be looked at in a row or a form."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from .certificates import title_ways
from .conditions import NO, OPEN, best, status
from .days import first_and_last, reading
from .intake import case
from .table import TABLE as ROADS
from .table import Facts

ANNEXES: dict[str, Any] = tomllib.loads((Path(__file__).parent / "annexes.toml").read_text("utf-8"))
Finding = tuple[str, str, str]  #: error, confirm or warn; column; note


def annex1(row: dict[str, str]) -> list[Finding]:
    """One row of the summary."""
    table, cells = ANNEXES["annex1"], {key: value.strip() for key, value in row.items()}
    return [
        *_listed(cells, {column: (column, note) for column, note in table["listed"].items()}, table["words"]),
        *(
            (kind, column, table["blank_note"])
            for column, kind in table["blank"].items()
            if not cells.get(column)
        ),
        *_needed(cells, table["needed"]),
        *(
            ("error", column, note)
            for column, note in table["dates"].items()
            if cells.get(column) and not _is_day(cells[column])
        ),
        *_outside(cells, "级别"),
        *_identity(cells, table["identity"], _is_day(cells.get("出生日期", ""))),
    ]


def annex2(form: Facts) -> list[Finding]:
    """The personal form with what goes with it."""
    table = ANNEXES["annex2"]
    as_of = date.fromisoformat(form["as_of"])
    cells = {name: str(form.get(name) or "").strip() for name in table["fields"]}
    return [
        *_presence(form, cells),
        *_listed(cells, table["listed"], table["words"]),
        *_papers(form),
        *_days(form, cells, as_of),
        *_outside(cells, "申报等级"),
        *_identity(cells, table["identity"], not _lies_ahead(cells["出生年月"], as_of)),
        *_reached(form, cells, as_of),
    ]


def outcome(findings: list[Finding]) -> str:
    """The status of a row or a form."""
    kinds = {kind for kind, _, _ in findings}
    return "invalid" if "error" in kinds else "needs_confirmation" if "confirm" in kinds else "valid"


def _listed(cells: dict[str, str], listed: Facts, words: list[Facts]) -> Iterator[Finding]:
    for column, (name, note) in listed.items():
        value = cells.get(column)
        found = [word for word in words if (word["column"], word["word"]) == (column, value)]
        yield from ((word["then"], column, word["note"]) for word in found)
        if value and not found and value not in ANNEXES["lists"][name]:
            yield "error", column, note


def _needed(cells: dict[str, str], rules: list[Facts]) -> Iterator[Finding]:
    for rule in rules:
        if all(cells.get(key, "") in values for key, values in rule["when"].items()):
            yield from (
                ("error", column, rule["note"]) for column in rule["columns"] if not cells.get(column)
            )


def _outside(cells: dict[str, str], column: str) -> Iterator[Finding]:
    levels = ANNEXES["levels"]
    if cells.get(column) in set(ANNEXES["lists"]["级别"]) - set(levels["within"]):
        yield "warn", column, levels["outside_note"]


def _is_day(text: str) -> bool:
    try:
        return re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) is not None and bool(
            date.fromisoformat(text)
        )
    except ValueError:
        return False


def _lies_ahead(text: str, as_of: date) -> bool:
    return bool(text) and reading(text)[0] > as_of


def _identity(cells: dict[str, str], names: Facts, birth_is_sound: bool) -> Iterator[Finding]:
    """GB 11643 never refuses: length, check digit, sex and a sound birth that don't fit are to be looked at."""
    table, number = ANNEXES["identity"], cells.get(names["number"], "")
    if cells.get(names["type"]) != "身份证" or not number:
        return
    if not re.fullmatch(r"\d{17}[\dX]", number, re.ASCII) or _digit(number) != number[17]:
        yield "warn", names["number"], table["note"]
        return
    born, sex = f"{number[6:10]}-{number[10:12]}-{number[12:14]}", "男" if int(number[16]) % 2 else "女"
    birth = cells.get(names["birth"], "") if birth_is_sound else ""
    if (birth and not born.startswith(birth)) or cells.get(names["sex"], "") not in ("", sex):
        yield "warn", names["number"], table["note"]


def _digit(number: str) -> str:
    table = ANNEXES["identity"]
    total = sum(int(digit) * weight for digit, weight in zip(number, table["weights"], strict=False))
    return str(table["check"][total % 11])


def _presence(form: Facts, cells: dict[str, str]) -> Iterator[Finding]:
    table = ANNEXES["annex2"]
    social = form.get("person_type") == "social_individual"
    for name in table["fields"]:
        if form.get(name) is None:
            yield "confirm", name, table["field_note"]
        elif not cells[name]:
            is_open = social and name in table["open_for_social"]
            yield "confirm" if is_open else "error", name, table["field_note"]


def _papers(form: Facts) -> Iterator[Finding]:
    table = ANNEXES["annex2"]
    social = form.get("person_type") == "social_individual"
    for paper in table["papers"]:
        given = form.get(paper["fact"])
        is_open = given is None or (social and paper["column"] in table["open_for_social"])
        if not given:
            yield "confirm" if is_open else "error", paper["column"], paper["note"]
    copies = form.get("copies")
    if copies is None or copies < table["copies"]["least"]:
        yield "confirm" if copies is None else "error", table["copies"]["column"], table["copies"]["note"]


def _days(form: Facts, cells: dict[str, str], as_of: date) -> Iterator[Finding]:
    """A date after the day is an error here; a signature without a date is to be confirmed."""
    table = ANNEXES["annex2"]
    signed = form.get("signed_on")
    if signed is None:
        yield "confirm", table["signed_on"]["column"], table["signed_on"]["note"]
    elif not signed or date.fromisoformat(signed) > as_of:
        yield "error", table["signed_on"]["column"], table["signed_on"]["note"]
    if _lies_ahead(cells["出生年月"], as_of):
        yield "error", "出生年月", table["field_note"]
    if _lies_ahead(form.get("title_obtained") or "", as_of):
        yield "error", "职称证书等级", table["field_note"]


def _reached(form: Facts, cells: dict[str, str], as_of: date) -> Iterator[Finding]:
    """Whether the title suffices on the day, by the roads of the table; not yet is a warning."""
    table = ANNEXES["annex2"]
    target, level = table["targets"].get(cells["申报等级"]), table["titles"].get(cells["职称证书等级"])
    obtained = form.get("title_obtained")
    if target is None or level is None or _lies_ahead(obtained or "", as_of):
        return
    roads = [
        road for road in ROADS["roads"]["rows"] if road["target"] == target and road["certificate"] == "title"
    ]

    def on(day: str | None) -> str:
        title = {"level": level, "specialty_matches": True, **({"obtained": day} if day else {})}
        person = case({"as_of": form["as_of"], "titles": [title], "skills": []})
        return best(status(way, as_of) for road in roads for way in title_ways(person, road))

    found = on(obtained)
    is_settled = obtained and len({on(day.isoformat()) for day in first_and_last(obtained)}) == 1
    if found == NO:
        yield "warn", "申报等级", roads[0]["clause"]
    if found == OPEN and (not is_settled or level == "junior_unspecified"):
        yield "confirm", "申报等级", roads[0]["clause"]
