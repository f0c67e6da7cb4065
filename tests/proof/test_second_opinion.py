"""The second opinion holds: against the worked cases by itself, and beside the rules on a spread of points."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from guantong.cli import answer
from tests.proof.second_opinion import worked
from tests.proof.second_opinion.compare import compare
from tests.proof.second_opinion.forms import forms, rows
from tests.proof.second_opinion.opinion import opinion
from tests.proof.second_opinion.points import people, points
from tests.proof.second_opinion.table import TABLE

POINTS = 1500
GATES: dict[str, Any] = {
    "works_in_wuhan": True,
    "person_type": "enterprise_employee",
    "occupation_matches_current_post": True,
    "cumulative_work_years_met": True,
    "retired": False,
    "skills": [],
}


def differing(facts: Iterator[dict[str, Any]]) -> list[tuple[dict[str, Any], Any]]:
    return [(point, difference) for point in facts for difference in compare(point)]


def test_the_table_says_what_the_worked_cases_say() -> None:
    assert list(worked.misses()) == []


def test_the_rules_say_what_the_table_says() -> None:
    assert differing(points(POINTS))[:3] == []


def test_the_forms_are_checked_as_the_table_checks_them() -> None:
    assert differing(rows(500))[:3] == []
    assert differing(forms(500))[:3] == []


def test_a_wrong_number_of_years_in_the_table_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    row = next(row for row in TABLE["roads"]["rows"] if row["id"] == "skill_1_to_associate_senior")
    monkeypatch.setitem(row, "years", 3)
    assert differing(people(400))
    assert list(worked.misses())


def test_a_dropped_honour_in_the_table_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TABLE["honours"]["rows"][0], "name", ["享受国务院政府特殊津贴"])
    assert differing(people(400))


def test_nothing_of_the_opinion_but_the_comparison_imports_the_rules() -> None:
    folder = Path(worked.__file__).parent
    importing = {path.name for path in folder.glob("*.py") if "guantong" in path.read_text("utf-8")}
    assert importing - {"__init__.py"} == {"compare.py"}


def test_every_road_of_the_contract_stands_in_the_table() -> None:
    facts = {**GATES, "as_of": "2026-11-23", "outstanding_contribution": True, "target_series": "工程"}
    found = json.loads(answer("assess", json.dumps(facts)).out)["targets"]
    roads = {(key, road["id"]) for key, target in found.items() for road in target["routes"]}
    mine = {(key, name) for key, target in opinion(facts)["targets"].items() for name in target["routes"]}
    assert mine == roads


def test_a_certificate_of_this_month_is_no_anniversary() -> None:
    facts = {**GATES, "as_of": "2026-11-23", "titles": [{"level": "intermediate", "obtained": "2026-11"}]}
    target = json.loads(answer("assess", json.dumps(facts)).out)["targets"]["skill_2"]
    assert [note for note in target["notes"] if "A02" in note["readings"]] == []


def test_the_day_on_which_the_years_are_complete_has_its_note() -> None:
    facts = {**GATES, "as_of": "2026-11-23", "titles": [{"level": "intermediate", "obtained": "2023-11-23"}]}
    target = json.loads(answer("assess", json.dumps(facts)).out)["targets"]["skill_1"]
    assert [note["readings"] for note in target["notes"]] == [["A02"]]
