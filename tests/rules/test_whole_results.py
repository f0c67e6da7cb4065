"""A result is whole wherever one looks: every pointer leads to a fact, every question has an office, no sentence has a hole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest

from guantong import conditions
from guantong.assess import assess, outline, result
from guantong.facts import FACTS
from guantong.intake import read
from guantong.policy import statements
from guantong.readings import READINGS
from tests.proof.space import PARTS
from tests.rules.people import Facts, Json, people

EVERY = 397  #: a prime, so that no dimension of the space is stepped over
OFFICES = {
    *(
        getattr(conditions, name)
        for name in ("CENTRE", "COMMITTEE", "HR", "SELF", "SKILL_DESK", "TITLE_DESK")
    ),
    "该考试的报名通知和组织单位",
    "承担评价的机构",
}
ROUTES = {
    "skill_3": {"assistant_to_skill_3", "claimed_skill"},
    "skill_2": {"assistant_3y_to_skill_2", "intermediate_to_skill_2", "promotion_3_to_2", "claimed_skill"},
    "skill_1": {"intermediate_3y_to_skill_1", "senior_to_skill_1", "promotion_2_to_1", "claimed_skill"},
    "assistant": {"skill_3_to_assistant", "exam"},
    "intermediate": {"skill_2_to_intermediate", "exam"},
    "associate_senior": {"skill_1_to_associate_senior", "honour_to_associate_senior", "merit", "exam"},
    "senior": {"honour_to_senior", "merit", "exam"},
    "exam_registration": {"exam"},
}
STATEMENTS = {line.id: line for line in statements()}
CLAUSES = {line.clause for line in STATEMENTS.values()}
ITEMS = {fact.key: {item.key for item in fact.items} for fact in FACTS}
#: what a programmer would say and no sentence does
HOLE = re.compile(r"None|True|False|\bNO\b|\{|\}|\[|\]|<")
SAMPLE: list[Facts] = [
    *(facts for part in PARTS.values() for facts in islice(part(), 7, None, EVERY)),
    *people(71, 150, 0.6),
    *people(72, 150, 0.95),
]
GROUPS = [SAMPLE[start::12] for start in range(12)]


def texts(value: Any) -> Iterator[str]:
    """Every sentence, name and word of a result."""
    if isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, str):
        yield value


def is_pointer(at: str, facts: Facts) -> bool:
    """Whether a JSON pointer names a fact, and of an entry one that was given."""
    _, key, *rest = at.split("/")
    if not rest:
        return key in ITEMS
    return len(rest) == 2 and int(rest[0]) < len(facts[key]) and rest[1] in ITEMS[key]


def check_condition(condition: Json, facts: Facts) -> None:
    line = STATEMENTS[condition["statement"]]
    assert (condition["clause"], condition["quote"]) == (line.clause, line.text)
    assert condition["says"]
    assert condition["facts"], condition
    assert all(is_pointer(at, facts) for at in condition["facts"]), condition
    assert set(condition["readings"]) <= set(READINGS)


def check_open(points: list[Json]) -> None:
    for point in points:
        assert point["says"]
        assert point["office"] in OFFICES, point
        assert point["readings"] is not None
        assert set(point["readings"]) <= set(READINGS), point


@pytest.mark.parametrize("group", range(len(GROUPS)))
def test_every_part_of_a_result_is_there_and_leads_somewhere(group: int) -> None:
    for facts in GROUPS[group]:
        result = assess(facts)
        assert not [text for text in texts(result["targets"]) if HOLE.search(text)], facts
        assert not [text for text in texts(result["channel"]) if HOLE.search(text) or not text], facts
        assert all(is_pointer(at, facts) for at in result["questions"]), facts
        for key, target in result["targets"].items():
            assert {route["id"] for route in target["routes"]} <= ROUTES.get(key, set())
            assert all(route["name"] for route in target["routes"])
            for route in target["routes"]:
                assert route["conditions"]
                for condition in route["conditions"]:
                    check_condition(condition, facts)
            check_open(target["confirm"])
            assert set(target["cites"]) <= CLAUSES
            assert all(note["says"] and set(note["readings"]) <= set(READINGS) for note in target["notes"])
            assert all(target["missing"])
        for channel in result["channel"].values():
            check_open(channel["confirm"])
            assert set(channel["cites"]) <= CLAUSES


@pytest.mark.parametrize("group", range(len(GROUPS)))
def test_a_list_is_told_what_the_whole_result_says(group: int) -> None:
    for facts in GROUPS[group]:
        person = read({"as_of": "2026-11-23", **facts})
        whole, short = result(person), outline(person)
        bare = {key: {**target, "routes": []} for key, target in whole["targets"].items()}
        asked = [at for at in whole["questions"] if at in short["questions"]]
        assert short == {**{key: whole[key] for key in short}, "targets": bare, "questions": asked}
        screens = [at for screen in whole["interview"]["screens"] for at in screen["questions"]]
        assert set(screens) & set(whole["questions"]) <= set(asked)


def confirmed(facts: Facts) -> set[str]:
    """The readings of what is to be asked about the channel of a title holder."""
    found = assess({"as_of": "2026-11-23", **facts})["channel"]["title_to_skill"]["confirm"]
    return {number for point in found for number in point["readings"]}


ORDINARY: Facts = {
    "person_type": "enterprise_employee",
    "apply_as": "through_unit",
    "employer_accredited": True,
    "employer_scope_covers_occupation": True,
    "occupation_access_type": False,
    "related_diploma": False,
}


@pytest.mark.parametrize(
    ("facts", "readings"),
    [
        ({}, set()),
        ({"related_diploma": True}, {"A16"}),
        ({"related_diploma": None}, {"A16"}),
        ({"occupation_access_type": None}, {"A20", "A53", "A56"}),
        ({"employer_accredited": None}, {"A53", "A56", "A21"}),
        ({"employer_accredited": False}, {"A21"}),
        ({"person_type": "social_individual"}, {"A23", "A22", "A21"}),
        ({"apply_as": "individual"}, {"A53", "A56", "A23", "A22", "A21"}),
        ({"person_type": "public_institution_employee"}, {"A53", "A56", "A10", "A22", "A21"}),
        ({"person_type": "public_institution_employee", "employer_accredited": False}, {"A22", "A21"}),
    ],
)
def test_what_to_ask_about_the_channel_fits_the_facts(facts: Facts, readings: set[str]) -> None:
    assert confirmed({**ORDINARY, **facts}) == readings
