"""The algebra of conditions, held against brute-force sets of days over a small range."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from guantong.windows import (
    ALL,
    BEGIN,
    END,
    EXTRA,
    GATE,
    NO,
    NONE,
    YES,
    Days,
    Span,
    before,
    closes,
    complement,
    covers,
    every,
    holds,
    intersect,
    iso,
    opens,
    over,
    since,
    some,
    subtract,
    unite,
    window_at,
)

#: days that stand for all: the first and last of time, and a small range between
SMALL = range(1, 13)
UNIVERSE = (BEGIN, *range(SMALL.start - 1, SMALL.stop + 1), END - 1)


def brute(days: Days) -> set[int]:
    return {day for day in UNIVERSE if any(start <= day < end for start, end in days)}


def is_canonical(days: Days) -> bool:
    """Sorted, disjoint, no empty interval, none that touch."""
    edges = [edge for pair in days for edge in pair]
    return all(a < b for a, b in pairwise(edges))


@st.composite
def some_days(draw: st.DrawFn) -> Days:
    edges = sorted(draw(st.sets(st.sampled_from((BEGIN, *SMALL, END)), max_size=8)))
    edges = edges[: len(edges) // 2 * 2]
    return tuple(zip(edges[::2], edges[1::2], strict=True))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    a, b, c = draw(some_days()), draw(some_days()), draw(some_days())
    return Span(intersect(a, b), a, unite(a, c))


edges = st.tuples(st.sampled_from(SMALL), st.sampled_from(SMALL)).map(lambda pair: (min(pair), max(pair)))
atoms = st.one_of(
    st.sampled_from([YES, NO, GATE, EXTRA]),
    edges.map(lambda pair: opens(*pair)),
    edges.map(lambda pair: closes(*pair)),
)


def in_step(span: Span) -> bool:
    parts = (span.sure, span.plan, span.possible)
    return (
        all(is_canonical(part) for part in parts)
        and brute(span.sure) <= brute(span.plan) <= brute(span.possible)
        and covers(span.plan, span.sure)
        and covers(span.possible, span.plan)
    )


@given(some_days(), some_days())
def test_operations_are_those_of_sets_of_days(a: Days, b: Days) -> None:
    everything = set(UNIVERSE)
    cases = (
        (intersect(a, b), brute(a) & brute(b)),
        (unite(a, b), brute(a) | brute(b)),
        (subtract(a, b), brute(a) - brute(b)),
        (complement(a), everything - brute(a)),
    )
    for found, wanted in cases:
        assert brute(found) == wanted
        assert is_canonical(found)
    assert covers(a, b) == (brute(b) <= brute(a))


@given(some_days(), st.sampled_from(SMALL))
def test_a_day_is_in_a_set_when_an_interval_holds_it(days: Days, day: int) -> None:
    assert holds(days, day) == (day in brute(days))


@given(some_days(), st.sampled_from(SMALL))
def test_window_is_the_interval_of_the_day_or_the_next(days: Days, day: int) -> None:
    window = window_at(days, day)
    coming = [d for d in UNIVERSE if d >= day and d in brute(days)]
    assert (window is None) == (not coming)
    if window:
        assert window in days
        assert window[0] <= coming[0] < window[1]


@given(st.lists(spans(), min_size=1, max_size=4))
def test_sure_stays_within_plan_within_possible(parts: list[Span]) -> None:
    assert all(in_step(part) for part in parts)
    for total in (every(parts), some(parts), over(parts), parts[0] & parts[-1], parts[0] | parts[-1]):
        assert in_step(total)


@given(st.lists(atoms, min_size=1, max_size=5))
def test_atoms_and_what_is_built_of_them_stay_in_step(parts: list[Span]) -> None:
    for total in (*parts, every(parts), some(parts), over(parts)):
        assert in_step(total)


@given(spans(), spans())
def test_all_of_and_any_of_work_component_by_component(a: Span, b: Span) -> None:
    for part in ("sure", "plan", "possible"):
        assert brute(getattr(a & b, part)) == brute(getattr(a, part)) & brute(getattr(b, part))
        assert brute(getattr(a | b, part)) == brute(getattr(a, part)) | brute(getattr(b, part))


@given(st.lists(spans(), min_size=1, max_size=4))
def test_over_the_values_of_one_fact(parts: list[Span]) -> None:
    found = over(parts)
    assert brute(found.sure) == set.intersection(*(brute(part.sure) for part in parts))
    assert brute(found.plan) == set.intersection(*(brute(part.plan) for part in parts))
    assert brute(found.possible) == set.union(*(brute(part.possible) for part in parts))


@given(edges)
def test_opens_and_closes_at_the_edges(pair: tuple[int, int]) -> None:
    first, last = pair
    assert opens(first, last) == Span(since(last), since(last), since(first))
    assert closes(first, last) == Span(before(first), before(first), before(last))
    assert not holds(opens(first, last).sure, last - 1)
    assert holds(opens(first, last).sure, last)
    assert holds(closes(first, last).possible, last - 1)
    assert not holds(closes(first, last).possible, last)


@given(edges, edges)
def test_years_that_end_after_the_bar_leave_no_day(clock: tuple[int, int], bar: tuple[int, int]) -> None:
    span = opens(clock[0], clock[0]) & closes(bar[0], bar[0])
    assert brute(span.plan) == {day for day in UNIVERSE if clock[0] <= day < bar[0]}


def test_no_day_is_named_at_the_ends_of_time() -> None:
    assert (iso(BEGIN), iso(END)) == (None, None)
    assert iso(1) == "0001-01-01"


def test_the_four_constants() -> None:
    assert [Span(ALL, ALL, ALL), Span(NONE, NONE, NONE)] == [YES, NO]
    assert [Span(NONE, ALL, ALL), Span(NONE, NONE, ALL)] == [GATE, EXTRA]
