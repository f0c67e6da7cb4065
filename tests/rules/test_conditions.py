"""How a condition stands on a day, which certificate or way is shown among several, and to which office an open one leads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from guantong import chapter_1, chapter_3_applicants, chapter_4_applicants
from guantong.conditions import Condition, Route, Status, Way, dates, gate, standing
from guantong.person import Person
from guantong.windows import EXTRA, GATE, NO, YES, Days, Span, before, intersect, since
from tests.rules.question_laws import TODAY, Space, person, wrongly_asked
from tests.rules.question_laws import gate as alone

SAYS = ("在武汉工作", "不在武汉工作", "是否在武汉工作，还没有答")


def condition(span: Span, says: str = "一条", **more: Any) -> Condition:
    """A condition that holds on these days."""
    return Condition(span, "C048", says, **more)


def days(found: Days) -> Span:
    """Days that are certain."""
    return Span(found, found, found)


def road(*ways: Way) -> Route:
    """A road with these ways."""
    return Route("road", "一条路", "C048", (), ways)


@pytest.mark.parametrize(
    ("span", "asks", "status"),
    [
        (YES, (), "met"),
        (days(since(TODAY)), (), "met"),
        (days(since(TODAY + 1)), (), "unmet"),
        (NO, ("/retired",), "unmet"),
        (GATE, ("/retired",), "unknown"),
        (GATE, (), "judgement"),
        (EXTRA, (), "judgement"),
    ],
)
def test_an_open_condition_waits_for_an_answer_or_for_an_office(
    span: Span, asks: tuple[str, ...], status: Status
) -> None:
    assert condition(span, asks=asks).status(TODAY) == status


@pytest.mark.parametrize(
    ("value", "says", "lacking", "status", "asks"),
    [
        (True, SAYS[0], SAYS[1], "met", ()),
        (False, SAYS[1], SAYS[1], "unmet", ()),
        (None, SAYS[2], SAYS[1], "unknown", ("/works_in_wuhan",)),
    ],
)
def test_a_yes_or_no_is_said_as_it_was_answered(
    value: bool | None, says: str, lacking: str, status: Status, asks: tuple[str, ...]
) -> None:
    found = gate(value, "C020", "works_in_wuhan", SAYS)
    assert (found.says, found.lacking, found.status(TODAY), found.asks) == (says, lacking, status, asks)
    assert found.facts == ("/works_in_wuhan",)


def test_a_no_that_an_office_may_overrule_stays_to_be_confirmed() -> None:
    found = gate(False, "C020", "works_in_wuhan", SAYS, no_is_open=True)
    assert (found.says, found.status(TODAY)) == (SAYS[1], "judgement")


@pytest.mark.parametrize("no_is_open", [False, True])
def test_a_yes_or_no_is_asked_where_its_answer_can_turn_the_road(*, no_is_open: bool) -> None:
    def make(someone: Person) -> Condition:
        return gate(someone.works_in_wuhan, "C020", "works_in_wuhan", SAYS, no_is_open=no_is_open)

    assert wrongly_asked(alone(make), Space({"/works_in_wuhan": (True, False)})) == []


@pytest.mark.parametrize(
    ("shown", "other"),
    [
        (YES, GATE),
        (GATE, NO),
        (days(since(TODAY + 10)), days(since(TODAY + 20))),
        (days(since(TODAY + 10)), NO),
        # an end does not make a way better
        (days(since(TODAY + 10)), days(intersect(since(TODAY + 11), before(TODAY + 12)))),
        # neither gets a date: the one that may still hold some day says more
        (Span((), (), since(TODAY + 10)), NO),
    ],
)
def test_of_several_ways_the_best_is_shown_whatever_their_order(shown: Span, other: Span) -> None:
    one, two = (condition(shown, "这一条"),), (condition(other, "另一条"),)
    for ways in ((one, two), (two, one)):
        assert [found.says for found in road(*ways).explained(TODAY)] == ["这一条"]


def test_a_window_that_is_over_is_followed_by_the_next() -> None:
    found = condition(days(((TODAY - 20, TODAY - 10), (TODAY + 10, TODAY + 20))))
    assert dates(found.span, TODAY) == ("2026-12-03", "2026-12-12")


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (condition(days(since(TODAY))), condition(GATE)),
        # what the person can still answer comes before what an office must judge
        (condition(GATE, asks=("/skills/0/level",)), condition(GATE)),
        # of equals the one held longest
        (condition(days(since(TODAY - 20))), condition(days(since(TODAY - 10)))),
        # one with a day before one without
        (condition(days(since(TODAY - 20))), condition(YES)),
    ],
)
def test_of_several_certificates_the_better_one_stands_first(better: Condition, worse: Condition) -> None:
    assert standing((better,), TODAY) < standing((worse,), TODAY)


@pytest.mark.parametrize(
    ("make", "facts", "office"),
    [
        (chapter_4_applicants.employer, {}, "所在单位人事部门"),
        (
            chapter_4_applicants.employer,
            {"employer_affiliation": "central_or_provincial"},
            "武汉市人力资源和社会保障局专业技术人员管理处",
        ),
        (chapter_4_applicants.hubei_conditions, {}, "相应系列评审委员会办公室"),
        (lambda person: chapter_4_applicants.any_skill_level(person)[0], {}, "你自己核对"),
        (
            chapter_3_applicants.works_in_wuhan,
            {},
            "武汉市人力资源和社会保障局职业能力建设处",
        ),
        (
            lambda person: chapter_1.title_fits_occupation(person.titles[0]),
            {"titles": [{"level": "assistant"}]},
            "武汉市职业技能鉴定指导中心",
        ),
    ],
)
def test_an_open_condition_names_the_office_that_settles_it(
    make: Callable[[Person], Condition], facts: dict[str, Any], office: str
) -> None:
    found = make(person(**facts))
    assert found.office == office
    assert found.confirm != ""
