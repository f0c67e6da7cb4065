"""The planner against brute force: every order of applications, every month tried, the rules asked for that day's verdict alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from guantong.conditions import target_span, verdict
from guantong.days import add_months
from guantong.intake import BadInput, read
from guantong.planner import plan
from guantong.tables.sample import SKILL_HOLDER, TITLE_HOLDER, skill, title
from guantong.targets import NAMES, SKILLS, TITLES, targets

START = date(2027, 1, 1)
MONTHS = 100
MOST_BEFORE = 3
RUNGS = (*SKILLS, *TITLES)
SKILL_WAIT, TITLE_WAIT = 2, 5
READY: dict[str, Any] = {**TITLE_HOLDER, **SKILL_HOLDER, "as_of": START.isoformat(), "sex": "male"}


def on_first(kind: dict[str, Any], year: int, month: int = 1) -> dict[str, Any]:
    """A certificate obtained on the first of a month, so that months are all that has to be tried."""
    return kind | {"obtained": f"{year}-{month:02d}-01"}


PEOPLE: dict[str, dict[str, Any]] = {
    "a worker of level three": {**READY, "skills": [on_first(skill("3", via_this_policy=False), 2024)]},
    "a technician, half way": {**READY, "skills": [on_first(skill("2", via_this_policy=False), 2025, 7)]},
    "an assistant engineer": {**READY, "titles": [on_first(title("assistant"), 2025, 3)]},
    "an engineer and technician": {
        **READY,
        "titles": [on_first(title("intermediate"), 2026, 2)],
        "skills": [on_first(skill("2", via_this_policy=True), 2026, 5)],
    },
    "level three by this policy": {
        **READY,
        "titles": [on_first(title("assistant"), 2024)],
        "skills": [on_first(skill("3", via_this_policy=True), 2026, 9)],
    },
    "a technician near the age": {
        **READY,
        "skills": [on_first(skill("2", via_this_policy=False), 2025)],
        "birth_date": "1971-01-01",
    },
    "nothing": READY,
}


def first_days(facts: dict[str, Any], start: date) -> dict[str, date]:
    """For every rung the first first of a month, from a day on, on which it is 可申报."""
    found: dict[str, date] = {}
    last = add_months(START, MONTHS)
    day = start
    while day <= last:
        person = read({**facts, "as_of": day.isoformat()})
        for target in targets(person):
            if target.key in RUNGS and verdict(target_span(target.routes), person.today) == "eligible":
                found.setdefault(target.key, day)
        day = add_months(day, 1)
    return found


def with_one_more(facts: dict[str, Any], rung: str, obtained: date) -> dict[str, Any]:
    if rung in SKILLS:
        more = skill(rung[-1], obtained, via_this_policy=True)
        return {**facts, "skills": [*facts["skills"], more]}
    return {**facts, "titles": [*facts["titles"], title(rung, obtained)]}


def by_force(facts: dict[str, Any]) -> dict[str, date]:
    """The soonest day for every rung over all orders of at most three certificates before it."""
    best: dict[str, date] = {}

    def walk(facts: dict[str, Any], day: date, left: int) -> None:
        opened = first_days(facts, day)
        for rung, apply in opened.items():
            best[rung] = min(best.get(rung, apply), apply)
            wait = SKILL_WAIT if rung in SKILLS else TITLE_WAIT
            obtained = add_months(apply, wait)
            has_it = any(
                rung in (s["level"], f"skill_{s['level']}") for s in facts["skills"] + facts["titles"]
            )
            if left and not has_it and obtained <= add_months(START, MONTHS):
                walk(with_one_more(facts, rung, obtained), obtained, left - 1)

    walk(facts, START, MOST_BEFORE)
    return best


def planned(facts: dict[str, Any], target: str, **waits: int) -> dict[str, Any]:
    return plan(
        {"facts": facts, "target": target, "skill_months": SKILL_WAIT, "title_months": TITLE_WAIT, **waits}
    )


@pytest.mark.parametrize("name", PEOPLE)
def test_no_order_of_applications_is_quicker_than_the_way_that_is_told(name: str) -> None:
    facts = PEOPLE[name]
    best = by_force(facts)
    for target in RUNGS:
        found = planned(facts, target)
        if "已经有了" in found["says"]:
            continue
        ways = [way for way in found["ways"] if date.fromisoformat(way["from"]) <= add_months(START, MONTHS)]
        ways = [way for way in ways if len(way["steps"]) <= MOST_BEFORE + 1]
        told = date.fromisoformat(ways[0]["from"]) if ways else None
        assert told == best.get(target), (target, found["says"])


def is_open(facts: dict[str, Any], rung: str, day: date) -> bool:
    person = read({**facts, "as_of": day.isoformat()})
    span = next(target_span(target.routes) for target in targets(person) if target.key == rung)
    return verdict(span, person.today) == "eligible"


@pytest.mark.parametrize("name", PEOPLE)
def test_every_step_is_open_on_its_day_and_not_a_day_before(name: str) -> None:
    facts = PEOPLE[name]
    for target in RUNGS:
        for way in planned(facts, target)["ways"]:
            walked, before = facts, START
            for step in way["steps"]:
                apply = date.fromisoformat(step["apply"])
                assert is_open(walked, step["target"], apply)
                assert apply == before or not is_open(walked, step["target"], apply - timedelta(days=1))
                before = date.fromisoformat(step["obtained"])
                walked = with_one_more(walked, step["target"], before)


def test_ways_are_told_soonest_first_and_none_only_adds_a_step() -> None:
    for facts in PEOPLE.values():
        for target in RUNGS:
            ways = planned(facts, target)["ways"]
            assert [way["from"] for way in ways] == sorted(way["from"] for way in ways)
            sets = [{step["target"] for step in way["steps"]} for way in ways]
            assert not any(a < b for a in sets for b in sets)


def test_waiting_times_move_the_days() -> None:
    facts = PEOPLE["a technician, half way"]
    quick = planned(facts, "skill_1", title_months=0)["ways"][0]["from"]
    slow = planned(facts, "skill_1", title_months=12)["ways"][0]["from"]
    assert add_months(date.fromisoformat(quick), 12) == date.fromisoformat(slow)


def test_who_would_be_too_old_is_told_when_and_why() -> None:
    found = planned({**PEOPLE["a worker of level three"], "birth_date": "1968-01-01"}, "associate_senior")
    assert found["ways"] == []
    assert "那时已过退休年龄" in found["says"]
    assert found["end"]["date"] in found["says"]


def test_years_stated_are_counted_on() -> None:
    entry = skill("2") | {"obtained": "2020-01-01", "continuous": False, "years_worked": 1.5}
    found = planned({**READY, "skills": [entry]}, "intermediate")
    assert found["ways"][0]["from"] == "2028-07-01"


def test_open_points_and_other_roads_stand_with_the_step() -> None:
    facts = {
        key: value for key, value in PEOPLE["an engineer and technician"].items() if key != "works_in_wuhan"
    }
    step = planned(facts, "skill_1")["ways"][0]["steps"][0]
    assert step["route"] == "promotion_2_to_1"
    assert step["apply"] == "2027-05-01"
    assert step["others"] == [
        {"route": "intermediate_3y_to_skill_1", "says": "中级职称满3年", "from": "2029-02-01"}
    ]
    assert [point["readings"] for point in step["confirm"]] == [["A09"]]
    assert step["quote"].startswith("取得职业资格或职业技能等级1年后")


def test_a_level_that_is_held_needs_no_way() -> None:
    found = planned(PEOPLE["an engineer and technician"], "assistant")
    assert found["says"] == f"{NAMES['assistant']}或更高的一级你已经有了。"


def test_bad_input_is_named_with_its_place() -> None:
    with pytest.raises(BadInput) as caught:
        plan({"facts": {"sex": "x"}, "target": "boss", "skill_months": 1.5, "more": 1})
    assert {error.at for error in caught.value.errors} == {"/facts/sex", "/target", "/skill_months", "/more"}
