"""A question is asked exactly when some completion of what is unknown would change the answer."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from guantong.assess import assess
from guantong.facts import FACTS, Fact
from tests.rules.laws import BY_KEY, ordinary
from tests.rules.people import (
    GOOD,
    SKILL_HOLDER,
    TITLE_HOLDER,
    Facts,
    Json,
    filled,
    people,
    signature,
    value,
)

SAMPLES = 30
#: tries before a question is called idle: what matters only beside three other answers is rare among samples
SEEDS = range(7, 27)

PEOPLE = [*people(20, 70, 0.5), *people(21, 70, 0.85)]
MANY = [*people(22, 200, 0.6), *people(23, 200, 0.9)]


def unknown(facts: Facts) -> list[Fact]:
    """The facts that are not stated and that silence does not settle."""
    found = [fact for fact in FACTS if fact.key not in facts and not ordinary(fact)]
    if facts.get("person_type") == "school_staff" and "employer_is_public_institution" not in facts:
        found.append(
            BY_KEY["employer_is_public_institution"]
        )  # a school's nature is unknown until stated (contract)
    if facts.get("outstanding_contribution") and "long_term_frontline" not in facts:
        found.append(BY_KEY["long_term_frontline"])  # the ordinary case everywhere but in merit (contract)
    return found


def values(fact: Fact, random: Random) -> list[object]:
    """Two or more values of a fact: all of a short list, a few of a long one."""
    if fact.kind == "bool":
        return [True, False]
    if fact.kind == "choice":
        return [choice.value for choice in fact.choices]
    return [
        GOOD.get(fact.key, value(fact, random)),
        *(value(fact, random) for _ in range(3)),
        *EXTREMES.get(fact.key, ()),
    ]


#: values on both sides of every threshold, for facts that are not a short list
EXTREMES: dict[str, tuple[object, ...]] = {
    "birth_date": ("1940-01-01", "1968-06-15", "2000-01-01"),
    "years_in_current_post": (1, 5),
    "expert_recommendations": (0, 2),
    "target_series": ("工程", "会计", "卫生"),
    "titles": ([],),
    "skills": ([],),
    "awards": ([], [{"name": "中华技能大奖"}], [{"name": "武汉工匠"}]),
}


def completions(facts: Facts, without: str, random: Random) -> Iterator[Facts]:
    """The facts as they are, with all that is open answered well, then many more answers of every kind."""
    others = [fact for fact in unknown(facts) if fact.key != without]
    yield facts
    for sample in range(SAMPLES):
        good = 1.0 if sample == 0 else random.choice((0.6, 0.9, 1.0))
        share = 1.0 if sample == 0 else random.choice((0.3, 0.7, 1.0))
        lists = {
            fact.key: [filled(fact, entry, random, good, share) for entry in facts[fact.key]]
            for fact in FACTS
            if fact.kind == "list" and fact.key in facts
        }
        whole = {f.key: value(f, random, good) for f in others if random.random() <= share}
        yield {**facts, **lists, **whole}


def changes(facts: Facts, key: str, random: Random) -> bool:
    """Whether two values of one fact give different results under some completion of the others."""
    for completed in completions(facts, key, random):
        choices = values(BY_KEY[key], random)
        results = [signature(assess({**completed, key: choice})) for choice in choices]
        if any(result != results[0] for result in results):
            return True
    return False


def asked(result: Json) -> list[str]:
    """The keys of the whole facts that are asked."""
    return [at[1:] for at in result["questions"] if at.count("/") == 1]


@pytest.mark.parametrize("facts", PEOPLE, ids=range(len(PEOPLE)))
def test_every_question_can_change_something(facts: Facts) -> None:
    idle = [key for key in asked(assess(facts)) if not any(changes(facts, key, Random(s)) for s in SEEDS)]
    assert not idle, facts


@pytest.mark.parametrize("facts", MANY, ids=range(len(MANY)))
def test_what_is_not_asked_changes_nothing_on_its_own(facts: Facts) -> None:
    result = assess(facts)
    quiet = [f for f in unknown(facts) if f.kind in ("bool", "choice") and f.key not in asked(result)]
    told = [
        (fact.key, choice)
        for fact in quiet
        for choice in values(fact, Random(0))
        if signature(assess({**facts, fact.key: choice})) != signature(result)
    ]
    assert not told, facts


@pytest.mark.parametrize("facts", MANY, ids=range(len(MANY)))
def test_only_what_is_unknown_is_asked(facts: Facts) -> None:
    questions = assess(facts)["questions"]
    assert len(questions) == len(set(questions))
    assert {at[1:] for at in questions if at.count("/") == 1} <= {fact.key for fact in unknown(facts)}
    for at in questions:
        if at.count("/") == 3:
            _, key, index, item = at.split("/")
            assert facts[key][int(index)].get(item) is None, at


def test_appraisals_are_asked_while_too_short_in_the_post() -> None:
    """A definite no is still possible: not passed comes before too short in the post (contract, gates)."""
    facts = {**SKILL_HOLDER, "years_in_current_post": 2}
    del facts["last3_appraisals_passed"]
    assert assess(facts)["targets"]["assistant"]["status"] == "needs_confirmation"
    failed = assess({**facts, "last3_appraisals_passed": False})
    assert failed["targets"]["assistant"]["status"] == "not_eligible"
    assert "/last3_appraisals_passed" in assess(facts)["questions"]


def test_retired_is_asked_where_it_reopens_the_road_of_a_title() -> None:
    """An occupation that doesn't match presupposes a post: who is retired has none (contract, gates)."""
    facts = {**TITLE_HOLDER, "employer_affiliation": "none", "occupation_matches_current_post": False}
    assert assess(facts)["targets"]["skill_3"]["status"] == "not_eligible"
    retired = assess({**facts, "retired": True})
    assert retired["targets"]["skill_3"]["status"] == "needs_confirmation"
    assert "/retired" in assess(facts)["questions"]


def test_questions_of_both_directions_come_before_those_of_one() -> None:
    first = assess({"as_of": "2026-11-23"})["questions"][0]
    assert len(BY_KEY[first[1:]].roads) == 2


def test_a_person_who_answered_all_is_asked_nothing() -> None:
    assert assess({**SKILL_HOLDER, **TITLE_HOLDER, "retired": False})["questions"] == []
