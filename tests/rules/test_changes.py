"""The smallest change is one that works, and none of it could be left out: every change is put to the rules again."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from guantong.advice import advice
from guantong.assess import assess
from guantong.tables.sample import SKILL_HOLDER, TITLE_HOLDER, skill, title

DAY = "2026-11-23"
READY: dict[str, Any] = {**TITLE_HOLDER, **SKILL_HOLDER, "as_of": DAY}
OLD_TECHNICIAN = [skill("2", via_this_policy=False) | {"obtained": "2015-01-01"}]
PEOPLE: dict[str, dict[str, Any]] = {
    "nothing yet": READY,
    "an engineer": {**READY, "titles": [title("intermediate") | {"obtained": "2025-01-01"}]},
    "a technician": {**READY, "skills": OLD_TECHNICIAN},
    "not in Wuhan": {**READY, "works_in_wuhan": False, "titles": [title("assistant")]},
    "another field": {**READY, "titles": [title("intermediate") | {"specialty_matches": False}]},
    "in an office of state": {**READY, "person_type": "government_employee", "skills": OLD_TECHNICIAN},
    "out of the city, without work": {
        **READY,
        "employer_affiliation": "elsewhere",
        "does_professional_technical_work": False,
        "skills": OLD_TECHNICIAN,
    },
    "an honour, no experts": {
        **READY,
        "skills": OLD_TECHNICIAN,
        "awards": [{"name": "武汉工匠"}],
        "expert_recommendations": 1,
        "expert_title_level": "associate_senior",
        "experts_same_industry": False,
    },
    "past the age": {**READY, "skills": OLD_TECHNICIAN, "birth_date": "1960-01-01", "sex": "male"},
    "not appraised well": {**READY, "skills": OLD_TECHNICIAN, "last3_appraisals_passed": False},
}


def put(facts: dict[str, Any], changes: list[dict[str, Any]]) -> dict[str, Any]:
    """The facts with changes made, by their pointers."""
    made = {key: list(value) if isinstance(value, list) else value for key, value in facts.items()}
    for change in changes:
        kind, *rest = change["at"].split("/")[1:]
        if not rest:
            made[kind] = change["value"]
        elif rest == ["-"]:
            made[kind] = [*(made.get(kind) or []), change["value"]]
        else:
            made[kind][int(rest[0])] = made[kind][int(rest[0])] | {rest[1]: change["value"]}
    return made


def is_ruled_out(facts: dict[str, Any], target: str) -> bool:
    found = assess(facts)["targets"][target]
    return found["status"] == "not_eligible" and (found["earliest"] or "") <= DAY


@pytest.mark.parametrize("name", PEOPLE)
def test_the_change_turns_the_target_and_nothing_less_does(name: str) -> None:
    facts = PEOPLE[name]
    told = advice(facts)["changes"]
    assert told
    for target, change in told.items():
        parts = change["changes"]
        assert (change["kind"] == "change") == bool(parts)
        if change["kind"] == "wait":
            assert assess({**facts, "as_of": change["date"]})["targets"][target]["status"] != "not_eligible"
        if change["kind"] != "change":
            continue
        assert not is_ruled_out(put(facts, parts), target)
        fewer = [some for size in range(len(parts)) for some in combinations(parts, size)]
        assert all(is_ruled_out(put(facts, list(some)), target) for some in fewer), (target, parts)


@pytest.mark.parametrize("name", PEOPLE)
def test_every_target_that_is_ruled_out_is_told_of_and_no_other(name: str) -> None:
    facts = PEOPLE[name]
    result = assess(facts)
    above = {rung["id"] for rung in result["overpass"]["rungs"] if rung["state"] not in ("held", "past")}
    closed = {key for key in above if key in result["targets"]}
    closed = {key for key in closed if result["targets"][key]["status"] == "not_eligible"}
    assert set(advice(facts)["changes"]) == closed


def test_waiting_is_told_before_anything_else() -> None:
    change = advice(PEOPLE["an engineer"])["changes"]["skill_1"]
    assert (change["kind"], change["date"]) == ("wait", "2028-01-01")
    assert change["says"] == "等到 2028-01-01，不用做别的。"


def test_the_lowest_certificate_that_helps_is_named() -> None:
    told = advice(PEOPLE["nothing yet"])["changes"]
    assert told["skill_3"]["changes"][0]["value"]["level"] == "assistant"
    assert told["skill_1"]["changes"][0]["value"]["level"] == "intermediate"
    assert told["associate_senior"]["date"] == "2030-11-23"


def test_a_certificate_and_time_are_less_to_ask_for_than_three_things_about_experts() -> None:
    facts = PEOPLE["an honour, no experts"]
    parts = advice(facts)["changes"]["associate_senior"]["changes"]
    assert [(part["at"], part["value"]["level"]) for part in parts] == [("/skills/-", "1")]


def test_who_has_retired_is_told_that_nothing_changes_it() -> None:
    change = advice(
        {**READY, "skills": OLD_TECHNICIAN, "retired": True, "delayed_retirement_procedure": False}
    )
    told = change["changes"]["intermediate"]
    assert told["kind"] == "fixed"
    assert told["says"] == "等待或补证书，都不会改变这个结果：已办理退休手续，不能申报。"


def test_who_is_past_the_age_is_told_of_the_one_exception() -> None:
    told = advice(PEOPLE["past the age"])["changes"]["intermediate"]
    assert [part["at"] for part in told["changes"]] == ["/delayed_retirement_procedure"]
