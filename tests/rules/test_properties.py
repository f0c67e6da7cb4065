"""The laws of a result, for whoever Hypothesis makes up."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.rules import laws
from tests.rules.laws import Facts
from tests.rules.strategies import persons

#: made-up persons have forty facts, which Hypothesis calls slow; the number of examples bounds the time instead
tried = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))


@tried
@given(persons())
def test_an_unknown_fact_gives_no_no_and_filling_it_in_contradicts_nothing(facts: Facts) -> None:
    assert not list(laws.unknown_is_no_answer(facts))


@tried
@given(persons())
def test_more_certificates_dates_honours_and_experts_lose_nothing(facts: Facts) -> None:
    assert not list(laws.more_never_loses(facts))


@tried
@given(persons(), st.tuples(st.integers(1, 200), st.integers(201, 3000)))
def test_waiting_loses_nothing_before_the_last_day(facts: Facts, offsets: tuple[int, int]) -> None:
    assert not list(laws.waiting(facts, offsets))


@tried
@given(persons())
def test_where_no_gate_is_open_earliest_is_the_first_day_and_until_the_last(facts: Facts) -> None:
    assert not list(laws.edges(facts))


@tried
@given(persons())
def test_sure_lies_within_plan_within_possible(facts: Facts) -> None:
    assert not list(laws.in_step(facts))
