"""Holds the table against the worked cases: a check of the table itself, with no rules in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from .annexes import Finding, annex1, annex2, outcome
from .gates import courses
from .opinion import opinion
from .table import Facts

CASES = Path(__file__).parents[2] / "rules" / "cases" / "worked.json"


def misses() -> Iterator[str]:
    """What the table says otherwise than a worked case."""
    for case in json.loads(CASES.read_text("utf-8"))["cases"]:
        match case["command"]:
            case "assess":
                yield from _of_assess(case["id"], case["expected"], opinion(case["facts"]))
            case "annex1":
                found = [annex1(row) for row in case["facts"]["rows"]]
                yield from _of_form(case["id"], case["expected"], found[0])
            case "annex2":
                yield from _of_form(case["id"], case["expected"], annex2(case["facts"]))
            case "retirement":
                yield from _of_retirement(case["id"], case["expected"], case["facts"])


def _of_assess(name: str, expected: Facts, found: dict[str, Any]) -> Iterator[str]:
    if expected.get("theory_exam", found["theory_exam"]) != found["theory_exam"]:
        yield f"{name} theory_exam: {found['theory_exam']}"
    for key, target in expected["targets"].items():
        mine = found["targets"][key]
        if target["status"] != mine["status"]:
            yield f"{name} {key}: {mine['status']}"
        if "earliest" in target and target["earliest"] != mine["earliest"]:
            yield f"{name} {key}: {mine['earliest']}"
        lacking = set(target["cites"]) - set(mine["cites"])
        if lacking:
            yield f"{name} {key}: cites lack {sorted(lacking)}"


def _of_form(name: str, expected: Facts, found: list[Finding]) -> Iterator[str]:
    if outcome(found) != expected["status"]:
        yield f"{name} status: {outcome(found)}"
    wrong = expected.get("wrong", [problem["column"] for problem in expected.get("errors", [])])
    columns = [column for kind, column, _ in found if kind == "error"]
    if sorted(columns) != sorted(wrong):
        yield f"{name} errors: {columns}"


def _of_retirement(name: str, expected: Facts, facts: Facts) -> Iterator[str]:
    known = {**facts, "female_original_retirement_age": facts["original_retirement_age"]}
    (course,) = courses(known)
    found = {
        "delay_months": course.months,
        "statutory_age": course.age,
        "reach_month": f"{course.day:%Y-%m}",
        "reach_date": course.day.isoformat(),
        "reached_on_as_of": course.day <= date.fromisoformat(facts["as_of"]),
    }
    for key, value in expected.items():
        if found[key] != value:
            yield f"{name} {key}: {found[key]}"
