"""What must hold for everybody, whoever it is: laws of the result, tried on made-up persons."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import pytest
from jsonschema import Draft202012Validator

from guantong.assess import assess
from guantong.cli import answer
from guantong.facts import FACTS
from guantong.policy import statements
from guantong.readings import READINGS
from tests.rules.laws import literal, may_be_unknown, with_one_unknown
from tests.rules.people import (
    AS_OF,
    GOOD,
    LADDERS,
    SKILL_HOLDER,
    TITLE_HOLDER,
    Facts,
    Json,
    filled,
    people,
    statuses,
    value,
)

PEOPLE = [*people(30, 60, 0.5), *people(31, 100, 0.85), *people(32, 60, 1.0)]
BEST_FIRST = ["eligible", "needs_confirmation", "not_eligible"]
CLAUSES = {statement.clause for statement in statements()}
FACTS_FORM, RESULT_FORM = (
    Draft202012Validator(json.loads(answer("schema", "").out)[kind]) for kind in ("facts", "result")
)
everybody = pytest.mark.parametrize("facts", PEOPLE, ids=range(len(PEOPLE)))


def with_one_known(facts: Facts, random: Random) -> Iterator[Facts]:
    """The facts and one more: a whole fact, or what an entry leaves open."""
    for fact in FACTS:
        if fact.key not in facts and may_be_unknown(fact.key) and not literal(facts, fact.key):
            for known in (GOOD.get(fact.key), value(fact, random, 0)):
                yield {**facts, fact.key: known}
        if fact.kind == "list" and fact.key in facts:
            for index, entry in enumerate(facts[fact.key]):
                more = filled(fact, entry, random, 0.5, 1.0)
                yield {**facts, fact.key: [*facts[fact.key][:index], more, *facts[fact.key][index + 1 :]]}


@everybody
def test_unknown_alone_never_gives_no(facts: Facts) -> None:
    before = statuses(assess(facts))
    for less in with_one_unknown(facts):
        after = statuses(assess(less))
        worse = [key for key in before if before[key] != "not_eligible" and after[key] == "not_eligible"]
        assert not worse, less


@everybody
def test_an_answer_never_contradicts_a_definite_result(facts: Facts) -> None:
    before = statuses(assess(facts))
    for more in with_one_known(facts, Random(1)):
        after = statuses(assess(more))
        pairs = {key: {before[key], after[key]} for key in before}
        assert not [key for key, pair in pairs.items() if pair == {"eligible", "not_eligible"}], more


@everybody
def test_result_and_facts_fit_the_published_schemas(facts: Facts) -> None:
    FACTS_FORM.validate(facts)
    RESULT_FORM.validate(json.loads(json.dumps(assess(facts))))


@everybody
def test_a_route_is_as_good_as_its_worst_condition(facts: Facts) -> None:
    for route in routes(assess(facts)):
        states = {condition["status"] for condition in route["conditions"]}
        wanted = (
            "not_eligible" if "unmet" in states else "needs_confirmation" if states - {"met"} else "eligible"
        )
        assert route["status"] == wanted, route["id"]


@everybody
def test_a_target_is_as_good_as_its_best_route(facts: Facts) -> None:
    for target in targets(assess(facts)):
        assert target["status"] == min((r["status"] for r in target["routes"]), key=BEST_FIRST.index)
        waiting = [r for r in target["routes"] if r["status"] == "needs_confirmation"]
        unknown = any(c["status"] == "unknown" for r in waiting for c in r["conditions"])
        assert target["answered"] == (target["status"] != "needs_confirmation" or not unknown)


@everybody
def test_dates_are_in_order_and_agree_with_the_status(facts: Facts) -> None:
    result = assess(facts)
    for found in [*targets(result), *routes(result)]:
        earliest, until = found["earliest"] or "0000", found["until"] or "9999"
        assert earliest <= until
        assert until >= result["as_of"]
        if found["status"] == "eligible":
            assert earliest <= result["as_of"]


@everybody
def test_a_result_says_why(facts: Facts) -> None:
    for target in targets(assess(facts)):
        assert bool(target["missing"]) == (target["status"] == "not_eligible")
        assert target["confirm"] or target["status"] != "needs_confirmation"
        assert target["cites"]
        assert set(target["cites"]) <= CLAUSES
        assert set(target["readings"]) <= set(READINGS)
        assert all(question["says"] and question["office"] for question in target["confirm"])


@everybody
def test_the_waiver_of_education_is_said_on_every_review(facts: Facts) -> None:
    result = assess(facts)
    if result["channel"]["skill_to_title"]["route"] != "exam":
        for key in ("assistant", "intermediate", "associate_senior", "senior"):
            assert "四（二）2-①" in result["targets"][key]["cites"]


def targets(result: Json) -> list[Json]:
    """The targets within the policy; a level outside it has no road."""
    return [target for target in result["targets"].values() if target["routes"]]


def routes(result: Json) -> list[Json]:
    return [route for target in targets(result) for route in target["routes"]]


def on(facts: Facts, day: date) -> Json:
    return statuses(assess({**facts, "as_of": day.isoformat()}))


def settled(random: Random) -> Facts:
    """A person who answered everything, with one title, one certificate and a day of birth."""

    def day(oldest: int, newest: int) -> str:
        return (AS_OF - timedelta(days=random.randrange(newest * 365, oldest * 365))).isoformat()

    return {
        **SKILL_HOLDER,
        **TITLE_HOLDER,
        "titles": [
            {"level": random.choice(LADDERS["titles"]), "obtained": day(7, 0), "specialty_matches": True}
        ],
        "skills": [
            {
                "level": random.choice(LADDERS["skills"]),
                "obtained": day(7, 0),
                "same_occupation": True,
                "via_this_policy": True,
                "continuous": True,
            }
        ],
        "birth_date": day(64, 48),
        "sex": random.choice(("male", "female")),
        "female_original_retirement_age": random.choice(("50", "55")),
    }


def dated() -> Iterator[tuple[Facts, str, Json]]:
    """Persons with their targets that have nothing left to confirm."""
    random = Random(33)
    for facts in [settled(random) for _ in range(150)]:
        for key, target in assess(facts)["targets"].items():
            if not target["confirm"]:
                yield facts, key, target


def test_earliest_is_the_first_day() -> None:
    tried = 0
    for facts, key, target in dated():
        if target["status"] == "not_eligible" and target["earliest"]:
            first = date.fromisoformat(target["earliest"])
            assert first > date.fromisoformat(facts["as_of"])
            assert on(facts, first)[key] == "eligible", (facts, key)
            assert on(facts, first - timedelta(days=1))[key] != "eligible", (facts, key)
            tried += 1
    assert tried >= 25


def test_until_is_the_last_day() -> None:
    tried = 0
    for facts, key, target in dated():
        if target["status"] == "eligible" and target["until"]:
            last = date.fromisoformat(target["until"])
            assert on(facts, last)[key] == "eligible", (facts, key)
            assert on(facts, last + timedelta(days=1))[key] != "eligible", (facts, key)
            tried += 1
    assert tried >= 25


def test_a_past_earliest_is_the_first_day_too() -> None:
    tried = 0
    for facts, key, target in dated():
        if target["status"] == "eligible" and target["earliest"] and target["earliest"] < facts["as_of"]:
            first = date.fromisoformat(target["earliest"])
            assert on(facts, first)[key] == "eligible", (facts, key)
            assert on(facts, first - timedelta(days=1))[key] != "eligible", (facts, key)
            tried += 1
    assert tried >= 25


def test_the_same_facts_give_the_same_bytes() -> None:
    text = json.dumps(PEOPLE, ensure_ascii=False)
    assert answer("assess", text) == answer("assess", text)


def test_a_certificate_of_unknown_level_never_gives_no_where_some_level_does_not() -> None:
    entry = {"level": "1", "obtained": "2026-07-15", "same_occupation": True, "continuous": True}
    unknown = {key: value for key, value in entry.items() if key != "level"}
    known = statuses(assess({**SKILL_HOLDER, "skills": [entry]}))
    assert known["assistant"] == "needs_confirmation"
    assert statuses(assess({**SKILL_HOLDER, "skills": [unknown]}))["assistant"] == "needs_confirmation"


def test_the_published_schemas_are_schemas() -> None:
    for form in (FACTS_FORM, RESULT_FORM):
        Draft202012Validator.check_schema(form.schema)
