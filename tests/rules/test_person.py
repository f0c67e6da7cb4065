"""What is not stated is unknown: no fact of a person has a value of its own accord."""

from __future__ import annotations

from typing import Any

import pytest

from guantong.facts import FACTS
from guantong.intake import read
from guantong.person import Person

DAY = {"as_of": "2026-11-23"}


@pytest.mark.parametrize("fact", [fact.key for fact in FACTS if fact.key != "as_of"])
def test_a_fact_that_is_absent_or_null_is_unknown(fact: str) -> None:
    assert getattr(read(DAY), fact) is None
    assert getattr(read({**DAY, fact: None}), fact) is None


def test_who_states_nothing_has_no_problem_and_left_no_question_open() -> None:
    for person in (read(DAY), Person(read(DAY).as_of)):
        assert person.problems == ()
        assert person.unsure == frozenset()


@pytest.mark.parametrize(
    ("facts", "public"),
    [
        ({}, False),
        ({"person_type": "enterprise_employee"}, False),
        ({"person_type": "school_staff"}, None),
        ({"person_type": "school_staff", "employer_is_public_institution": False}, False),
        ({"person_type": "school_staff", "employer_is_public_institution": True}, True),
        ({"person_type": "public_institution_employee"}, True),
        ({"employer_is_public_institution": True}, True),
    ],
)
def test_the_post_ratio_applies_to_public_institutions_and_a_school_may_be_one(
    facts: dict[str, Any], *, public: bool | None
) -> None:
    assert read({**DAY, **facts}).is_public_institution is public


@pytest.mark.parametrize(
    ("facts", "without"),
    [
        ({}, False),
        ({"has_current_post": True}, False),
        ({"has_current_post": False}, True),
        ({"retired": True}, True),
        ({"retired": False}, False),
    ],
)
def test_a_post_is_the_ordinary_case_until_it_is_denied_or_given_up(
    facts: dict[str, Any], *, without: bool
) -> None:
    assert read({**DAY, **facts}).without_post is without
