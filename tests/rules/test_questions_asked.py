"""How far answers move a condition and a road, on conditions and roads made for the purpose, and in which order is asked."""

from __future__ import annotations

from typing import Any

import pytest

from guantong.conditions import Condition, Route
from guantong.questions import MET, OPEN, Scales, date_bounds, open_facts, questions, status_bounds
from guantong.targets import targets
from guantong.windows import ALL, GATE, NO, NONE, YES, Days, Span, before, intersect, since
from tests.rules.question_laws import TODAY, person

SOON = since(TODAY + 100)
YEARS = Span(SOON, SOON, SOON)
ASKS = {"asks": ("/retired",)}
LATENT = {"latent": ("/birth_date",)}


def condition(span: Span, **more: Any) -> Condition:
    """A condition that holds on these days."""
    return Condition(span, "C048", "一条", **more)


def asking(pointer: str, days: Days = ALL) -> Condition:
    """Holds on these days if a question is answered well."""
    return condition(Span(NONE, days, days), asks=(pointer,))


def road(*gates: Condition, ways: tuple[tuple[Condition, ...], ...] = ((),)) -> Route:
    """A road with these gates and ways."""
    return Route("road", "一条路", "C048", gates, ways)


#: a gate of several roads
SHARED = asking("/b")


@pytest.mark.parametrize(
    ("span", "more", "sure", "possible"),
    [
        (YES, {}, MET | OPEN, MET | OPEN),
        (NO, {}, 0, 0),
        (GATE, {}, OPEN, OPEN),
        (YEARS, {}, 0, 0),
        (GATE, ASKS, 0, MET | OPEN),
        (GATE, {**ASKS, "worst": "open"}, OPEN, MET | OPEN),
        (GATE, {**ASKS, "best": "open"}, 0, OPEN),
        (YEARS, ASKS, 0, 0),
        (YES, LATENT, 0, MET | OPEN),
        (YES, {**LATENT, "worst": "open"}, OPEN, MET | OPEN),
        (YES, {**LATENT, "latent_best": "open"}, 0, MET | OPEN),
        (NO, LATENT, 0, MET | OPEN),
        (NO, {**LATENT, "best": "open"}, 0, OPEN),
        (NO, {**LATENT, "latent_best": "open"}, 0, OPEN),
        (GATE, {**ASKS, **LATENT, "worst": "open"}, OPEN, MET | OPEN),
        (GATE, {**ASKS, **LATENT, "latent_stays_open": True}, 0, MET | OPEN),
    ],
)
def test_answers_move_the_state_on_the_day_so_far(
    span: Span, more: dict[str, Any], sure: int, possible: int
) -> None:
    assert status_bounds(condition(span, **more), TODAY) == (sure, possible)


@pytest.mark.parametrize(
    ("span", "more", "sure", "possible"),
    [
        (YEARS, {}, SOON, SOON),
        (GATE, ASKS, NONE, ALL),
        (GATE, {**ASKS, "worst": "open"}, ALL, ALL),
        (Span(NONE, SOON, ALL), ASKS, NONE, ALL),
        (Span(NONE, SOON, ALL), {**ASKS, "best": "open"}, NONE, SOON),
        (YES, LATENT, NONE, ALL),
        (YES, {**LATENT, "worst": "open"}, ALL, ALL),
        (YEARS, {**LATENT, "latent_best": "open"}, SOON, SOON),
    ],
)
def test_answers_move_the_days_so_far(span: Span, more: dict[str, Any], sure: Days, possible: Days) -> None:
    assert date_bounds(condition(span, **more)) == (sure, possible)


@pytest.mark.parametrize(
    ("roads", "asked"),
    [
        ([road(asking("/a"), asking("/b"))], {"/a", "/b"}),
        ([road(asking("/a"), condition(NO))], set()),
        ([road(asking("/a")), road(asking("/b"))], {"/a", "/b"}),
        # another road is open in any case: what stands on the first one only no longer matters
        ([road(asking("/a")), road()], set()),
        ([road(asking("/a"), SHARED), road(SHARED)], {"/b"}),
        # of three ways the second is open in any case
        ([road(ways=((asking("/a"),), (), (condition(NO),)))], set()),
        ([road(ways=((condition(NO),), (asking("/a"),), ()))], set()),
        ([road(ways=((asking("/a"),), (condition(NO),), (asking("/b"),)))], {"/a", "/b"}),
        # days that come into question only where the first way is closed
        (
            [
                road(
                    ways=(
                        (asking("/a", intersect(since(TODAY - 10), before(TODAY + 10))),),
                        (asking("/b", SOON),),
                    )
                )
            ],
            {"/a", "/b"},
        ),
        # a window that holds the day began before it, and its beginning can still move
        (
            [road(condition(Span(since(TODAY - 10), since(TODAY - 10), since(TODAY - 20)), asks=("/a",)))],
            {"/a"},
        ),
        # years to wait for: what could reopen the condition moves a date just as what is asked
        ([road(condition(GATE, asks=("/a",), latent=("/b",)), condition(YEARS))], {"/a", "/b"}),
        (
            [
                road(
                    condition(GATE, asks=("/a",), latent=("/b",), latent_stays_open=True),
                    condition(YEARS),
                )
            ],
            {"/a"},
        ),
    ],
)
def test_what_is_asked_on_roads_side_by_side(roads: list[Route], asked: set[str]) -> None:
    assert open_facts(roads, Scales(TODAY)) == asked


def test_the_series_decides_four_titles_and_is_asked_among_what_decides_as_many() -> None:
    someone = person(titles=[], works_in_wuhan=True)
    found = [target for target in targets(someone) if not target.outside]
    asked, _ = questions(someone, found, ())
    order = [asked.index(f"/{key}") for key in ("employer_affiliation", "target_series", "awards")]
    assert order == sorted(order)


def test_what_only_moves_the_channel_is_asked_last_and_loses_nothing_where_it_decides_too() -> None:
    someone = person(titles=[], skills=[{"level": "3", "obtained": "2020-01-01"}])
    found = [target for target in targets(someone) if not target.outside]
    asked, idle = questions(someone, found, ())
    also, idle_also = questions(someone, found, ("/apply_as", "/employer_affiliation"))
    assert also == [*asked, "/apply_as"]
    assert idle_also == idle | {"/apply_as"}
