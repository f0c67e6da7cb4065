"""Hypothesis strategies for persons, made from the list of facts itself."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from guantong.facts import FACTS, Fact
from tests.rules.laws import BY_KEY, Facts, ordinary
from tests.rules.people import AS_OF, GOOD, GOOD_ITEMS, LADDERS, TEXTS

NUMBERS = (0, 1, 2, 2.5, 3, 4, 6)


def _day(years: int) -> st.SearchStrategy[str]:
    """A day of so many years back, now and then its month or year alone; often an anniversary or the day beside one."""
    days = st.one_of(
        st.dates(AS_OF - timedelta(days=365 * years), AS_OF),
        st.builds(
            lambda back, off: date(AS_OF.year - back, AS_OF.month, AS_OF.day) + timedelta(days=off),
            st.integers(1, years),
            st.integers(-1, 1),
        ),
    )
    return st.builds(lambda day, length: day.isoformat()[:length], days, st.sampled_from((10, 10, 10, 7, 4)))


def value(fact: Fact) -> st.SearchStrategy[object]:
    """A value of one fact; every other time the one that leaves roads open."""
    good = GOOD.get(fact.key, GOOD_ITEMS.get(fact.key))
    some = _some(fact)
    return st.one_of(st.just(good), some) if good is not None else some


def _some(fact: Fact) -> st.SearchStrategy[object]:
    match fact.kind:
        case "bool":
            return st.booleans()
        case "choice":
            return st.sampled_from([choice.value for choice in fact.choices])
        case "integer":
            return st.integers(0, 4)
        case "number":
            return st.sampled_from(NUMBERS)
        case "date":
            return _day(66 if fact.key == "birth_date" else 7)
        case "text":
            return st.sampled_from(TEXTS[fact.key])
        case "list":
            return st.lists(entry(fact), max_size=2)


def entry(fact: Fact) -> st.SearchStrategy[Facts]:
    """A title, a certificate or an honour; the names of titles have a test of their own."""
    left_out = ("name", "series") if fact.key == "titles" else ("years_worked",)
    items = {item.key: value(item) for item in fact.items if item.key not in left_out}
    if fact.key in LADDERS:  # stated more often than left open
        items["level"] = _some(next(item for item in fact.items if item.key == "level"))
    return st.fixed_dictionaries({}, optional=items)


def persons() -> st.SearchStrategy[Facts]:
    """The facts of somebody, some known and some not."""
    facts = {f.key: value(f) for f in FACTS if f.key != "as_of"}
    known = {key: st.just(GOOD[key]) for key in facts if key in GOOD and not ordinary(BY_KEY[key])}
    anybody = st.fixed_dictionaries({"as_of": st.just(AS_OF.isoformat())}, optional=facts)
    rest = {key: item for key, item in facts.items() if key not in known}
    open_gates = st.fixed_dictionaries({"as_of": st.just(AS_OF.isoformat()), **known}, optional=rest)
    return st.one_of(anybody, open_gates)
