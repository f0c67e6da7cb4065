"""The second opinion beside the rules: what differs on one point."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from guantong.cli import answer

from .annexes import Finding, annex1, annex2, outcome
from .forms import HEADER
from .opinion import opinion
from .table import Facts

Difference = tuple[str, Any, Any]  #: where, what the table says, what the rules say


def rules(facts: Facts) -> dict[str, Any]:
    """What the rules say, in the form of the opinion."""
    found = json.loads(answer("assess", json.dumps(facts, ensure_ascii=False)).out)
    to_skill, to_title = found["channel"]["title_to_skill"], found["channel"]["skill_to_title"]
    return {
        "targets": {key: _target(target) for key, target in found["targets"].items()},
        "options": [
            {
                "receiver": option["receiver"]["id"],
                "issuer": option["issuer"]["id"],
                "certificate_type": option["certificate_type"],
                "materials": [material["id"] for material in option["materials"]],
                "sessions": option["sessions"],
            }
            for option in to_skill["options"]
        ],
        "theory_exam": to_skill["theory_exam"],
        "route": to_title["route"],
        "education": to_title["education_treated_as"],
        "retirement": found["retirement"],
        "problems": sorted(problem["at"] for problem in found["problems"]),
    }


def _target(target: dict[str, Any]) -> dict[str, Any]:
    parts = ("status", "answered", "earliest", "until", "sessions")
    kept: Facts = {key: target[key] for key in parts if key in target}
    roads = {road["id"]: [road["status"], road["earliest"], road["until"]] for road in target["routes"]}
    return {**kept, "routes": roads, "cites": target["cites"]}


def compare(point: Facts) -> Iterator[Difference]:
    """Every place where the two differ on one point: a person, a row of annex 1 or a form of annex 2."""
    if "序号" in point:
        return _compare_row(point)
    return _compare_form(point) if "职称系列" in point else _compare_person(point)


def _compare_person(facts: Facts) -> Iterator[Difference]:
    """Targets, channel, retirement; the clauses of the table must be among those that the rules cite."""
    mine, theirs = opinion(facts), rules(facts)
    for key in sorted({*mine["targets"], *theirs["targets"]}):
        yield from _of_target(key, mine["targets"].get(key), theirs["targets"].get(key))
    for key in ("options", "theory_exam", "route", "education", "retirement", "problems"):
        if mine[key] != theirs[key]:
            yield key, mine[key], theirs[key]


def _of_target(key: str, mine: Facts | None, theirs: Facts | None) -> Iterator[Difference]:
    if mine is None or theirs is None:
        yield key, mine and mine["status"], theirs and theirs["status"]
        return
    for part in ("status", "answered", "earliest", "until", "sessions"):
        if mine.get(part) != theirs.get(part) and not (part == "answered" and mine[part] is None):
            yield f"{key} {part}", mine.get(part), theirs.get(part)
    for road in sorted({*mine["routes"], *theirs["routes"]}):
        if mine["routes"].get(road) != theirs["routes"].get(road):
            yield f"{key} {road}", mine["routes"].get(road), theirs["routes"].get(road)
    lacking = set(mine["cites"]) - set(theirs["cites"])
    if lacking:
        yield f"{key} cites", sorted(lacking), theirs["cites"]


def _compare_row(row: dict[str, str]) -> Iterator[Difference]:
    """One row of annex 1."""
    text = json.dumps({"header": HEADER, "rows": [row]}, ensure_ascii=False)
    yield from _of_form(annex1(row), json.loads(answer("annex1", text).out)["rows"][0])


def _compare_form(form: Facts) -> Iterator[Difference]:
    """One form of annex 2."""
    yield from _of_form(annex2(form), json.loads(answer("annex2", json.dumps(form, ensure_ascii=False)).out))


def _of_form(mine: list[Finding], theirs: dict[str, Any]) -> Iterator[Difference]:
    if outcome(mine) != theirs["status"]:
        yield "status", outcome(mine), theirs["status"]
    for part, kinds in (("errors", ("error",)), ("warnings", ("warn", "confirm"))):
        said = sorted({(column, note) for kind, column, note in mine if kind in kinds})
        found = sorted({(problem["column"], problem["note"]) for problem in theirs[part]})
        if said != found:
            yield part, said, found
