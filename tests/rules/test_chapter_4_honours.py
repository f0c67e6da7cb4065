"""The direct roads: what each honour, its experts and the front line lead to, and what of them is asked."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from guantong.chapter_4_honours import routes
from guantong.conditions import COMMITTEE, SELF, TITLE_DESK, Condition, dates, target_span, verdict
from guantong.intake import read
from guantong.person import Person
from tests.rules.question_laws import AS_OF, Roads, Space, wrongly_asked_for_titles

WORLDSKILLS, NATIONAL = "世界技能大赛", "中华人民共和国职业技能大赛"
#: a certificate that serves every road, held from this day on
HELD = "2010-01-01"
SKILLED: dict[str, Any] = {"skills": [{"level": "1", "obtained": HELD, "same_occupation": True}]}
MERIT: dict[str, Any] = {"outstanding_contribution": True}

TO_SENIOR: Roads = partial(routes, target="senior", gates=())
TO_ASSOCIATE: Roads = partial(routes, target="associate_senior", gates=())
ROADS = {"senior": TO_SENIOR, "associate_senior": TO_ASSOCIATE}

HONOURS: dict[str, Any] = {
    "none": [],
    "of the closed list": [{"name": "中华技能大奖"}],
    "of the open list": [{"name": "武汉工匠"}],
    "unlisted": [{"name": "区工匠"}],
}
COACH_OF_EMPLOYEES = {"name": WORLDSKILLS, "role": "head_coach", "coached": "employee", "result": "金牌"}
ONE_HONOUR: dict[str, Any] = {
    "/awards/0/name": [WORLDSKILLS, NATIONAL, "中华技能大奖", "武汉工匠", "区工匠"],
    "/awards/0/role": ["competitor", "head_coach", "other"],
    "/awards/0/result": ["金牌", "优胜奖", "第七名"],
}
EXPERTS: dict[str, Any] = {
    "/expert_recommendations": [1, 2],
    "/expert_title_level": ["senior", "intermediate"],
    "/experts_same_industry": [True, False],
}
FRONT: dict[str, Any] = {"/long_term_frontline": [True, False]}


@pytest.mark.parametrize(
    ("stated", "answers"),
    [
        ({}, {"/awards": [*HONOURS.values(), [COACH_OF_EMPLOYEES]], **EXPERTS}),
        ({"awards": [{}]}, {**ONE_HONOUR, **EXPERTS}),
        ({"awards": [{"coached": "employee"}]}, {**ONE_HONOUR, **EXPERTS}),
        (MERIT, {"/awards": list(HONOURS.values()), **EXPERTS, **FRONT}),
        (
            {**MERIT, "awards": [{}], "expert_recommendations": 2, "expert_title_level": "senior"},
            {**ONE_HONOUR, "/experts_same_industry": [True, False], **FRONT},
        ),
    ],
)
def test_of_honours_experts_and_the_front_line_exactly_what_can_matter_is_asked(
    stated: dict[str, Any], answers: dict[str, Any]
) -> None:
    assert wrongly_asked_for_titles([TO_SENIOR, TO_ASSOCIATE], Space(answers, **SKILLED, **stated)) == []


def test_a_coach_of_employees_whose_result_is_open_is_asked_for_it_only_where_it_can_open_the_road() -> None:
    answers = {"/awards/0/result": ["金牌", "第七名"]}
    for role in ("head_coach", "competitor"):
        for more in ([], [{"name": "区工匠"}], [COACH_OF_EMPLOYEES]):
            awards = [{"name": WORLDSKILLS, "role": role, "coached": "employee"}, *more]
            assert wrongly_asked_for_titles([TO_SENIOR], Space(answers, **SKILLED, awards=awards)) == []


def person(**facts: Any) -> Person:
    """Somebody skilled, on the day of calculation."""
    return read({"as_of": AS_OF, **SKILLED, **facts})


def outcome(title: str, **facts: Any) -> tuple[str, str | None]:
    """The verdict on a title by the direct roads alone, with the day from which it holds."""
    who = person(**facts)
    span = target_span(ROADS[title](who))
    return verdict(span, who.today), dates(span, who.today)[0]


def told(title: str, road: int = 0, **facts: Any) -> list[Condition]:
    """What is told of the honour on one road: its best way, without the gate of the certificate."""
    who = person(**facts)
    route = ROADS[title](who)[road]
    return [condition for condition in route.explained(who.today) if condition not in route.gates]


YES, ASK, NO = ("eligible", HELD), ("needs_confirmation", None), ("not_eligible", None)
GOOD_EXPERTS: dict[str, Any] = {
    "expert_recommendations": 2,
    "expert_title_level": "senior",
    "experts_same_industry": True,
}


@pytest.mark.parametrize(
    ("award", "to_senior", "to_associate"),
    [
        ({"name": "中华技能大奖"}, YES, ASK),
        ({"name": "国务院特殊津贴"}, YES, ASK),
        ({"name": WORLDSKILLS, "role": "competitor", "result": "优胜奖"}, YES, ASK),
        ({"name": WORLDSKILLS, "role": "competitor", "result": "第七名"}, NO, ASK),
        ({"name": NATIONAL, "role": "head_coach", "result": "铜牌"}, YES, ASK),
        ({"name": NATIONAL, "role": "head_coach", "result": "优胜奖"}, NO, ASK),
        (COACH_OF_EMPLOYEES, ASK, ASK),
        ({"name": WORLDSKILLS, "role": "other", "result": "金牌"}, NO, ASK),
        ({"name": WORLDSKILLS, "role": "competitor"}, ASK, ASK),
        ({"name": "武汉工匠"}, NO, YES),
        ({"name": "区工匠"}, NO, ASK),
        ({}, ASK, ASK),
    ],
)
def test_an_honour_opens_what_its_list_says_and_whatever_is_open_gives_no_date(
    award: dict[str, Any], to_senior: tuple[str, str | None], to_associate: tuple[str, str | None]
) -> None:
    assert outcome("senior", awards=[award], **GOOD_EXPERTS) == to_senior
    assert outcome("associate_senior", awards=[award], **GOOD_EXPERTS) == to_associate


@pytest.mark.parametrize(
    ("award", "without_experts"),
    [
        ({"name": "中华技能大奖"}, ASK),
        ({"name": WORLDSKILLS, "role": "competitor", "result": "优胜奖"}, ASK),
        ({"name": WORLDSKILLS, "role": "competitor", "result": "第七名"}, NO),
        (COACH_OF_EMPLOYEES, ASK),
        ({"name": "武汉工匠"}, NO),
        ({"name": "区工匠"}, NO),
    ],
)
def test_only_an_honour_of_the_closed_list_may_serve_without_experts(
    award: dict[str, Any], without_experts: tuple[str, str | None]
) -> None:
    assert outcome("associate_senior", awards=[award], expert_recommendations=0) == without_experts


@pytest.mark.parametrize(
    ("experts", "found", "lacking"),
    [
        ({}, YES, []),
        ({"expert_recommendations": 3}, YES, []),
        ({"expert_recommendations": 1}, NO, ["/expert_recommendations"]),
        ({"expert_title_level": "associate_senior"}, NO, ["/expert_title_level"]),
        ({"experts_same_industry": False}, NO, ["/experts_same_industry"]),
        ({"expert_recommendations": None}, ASK, []),
        ({"expert_title_level": None}, ASK, []),
        ({"experts_same_industry": None}, ASK, []),
    ],
)
def test_two_experts_of_the_highest_title_and_the_same_industry(
    experts: dict[str, Any], found: tuple[str, str | None], lacking: list[str]
) -> None:
    facts = {"awards": [{"name": "武汉工匠"}], **GOOD_EXPERTS, **experts}
    assert outcome("associate_senior", **facts) == found
    conditions = told("associate_senior", **facts)
    day = person().today
    assert [at for c in conditions for at in c.facts if c.status(day) == "unmet"] == lacking
    assert [c.facts for c in conditions[1:]] == [(at,) for at in EXPERTS]
    assert {c.office for c in conditions[1:]} == {COMMITTEE}


@pytest.mark.parametrize(
    ("title", "honours", "others"),
    [
        (
            "senior",
            ["中华技能大奖", "享受国务院政府特殊津贴", WORLDSKILLS, NATIONAL],
            ["武汉工匠", "湖北工匠"],
        ),
        (
            "associate_senior",
            ["全国技术能手", "武汉工匠", "享受市政府专项津贴"],
            ["中华技能大奖", WORLDSKILLS],
        ),
    ],
)
def test_who_has_no_honour_is_told_those_that_would_open_this_title(
    title: str, honours: list[str], others: list[str]
) -> None:
    assert outcome(title, awards=[]) == NO
    [condition] = told(title, awards=[])
    assert [name for name in (*honours, *others) if name in condition.lacking] == honours


def test_a_coach_of_employees_is_sent_to_the_title_desk_with_everything_stated_of_the_contest() -> None:
    [condition] = told("senior", awards=[{"name": "区工匠"}, COACH_OF_EMPLOYEES])
    assert (condition.office, condition.readings) == (TITLE_DESK, ("A37",))
    assert condition.facts == tuple(f"/awards/1/{key}" for key in ("name", "role", "result", "coached"))
    assert condition.status(person().today) == "judgement"


@pytest.mark.parametrize(
    ("award", "said"),
    [
        ({"name": "中华技能大奖"}, [(TITLE_DESK, "A35", ())]),
        ({"name": WORLDSKILLS, "role": "competitor", "result": "金牌"}, [(TITLE_DESK, "A35", ())]),
        (
            {"name": WORLDSKILLS, "role": "competitor"},
            [(TITLE_DESK, "A35", ()), (SELF, "A34", ("/awards/0/result",))],
        ),
    ],
)
def test_of_a_higher_honour_the_office_is_asked_and_only_what_is_open_of_it_is_told_besides(
    award: dict[str, Any], said: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    conditions = told("associate_senior", awards=[award], expert_recommendations=0)
    assert [(c.office, c.readings[0], c.asks) for c in conditions] == said


@pytest.mark.parametrize("title", ["senior", "associate_senior"])
def test_a_listed_honour_away_from_the_front_line_is_for_the_title_desk_and_gives_no_date(title: str) -> None:
    awards = HONOURS["of the closed list" if title == "senior" else "of the open list"]
    assert outcome(title, awards=awards, long_term_frontline=True, **GOOD_EXPERTS) == YES
    assert outcome(title, awards=awards, long_term_frontline=False, **GOOD_EXPERTS) == ASK
    last = told(title, awards=awards, long_term_frontline=False, **GOOD_EXPERTS)[-1]
    assert (last.statement, last.office, last.readings) == ("C059", TITLE_DESK, ("A33",))


@pytest.mark.parametrize("title", ["senior", "associate_senior"])
@pytest.mark.parametrize(("front", "found"), [(None, ASK), (True, ASK), (False, NO)])
def test_merit_alone_is_at_best_to_be_confirmed_and_nothing_away_from_the_front_line(
    title: str, *, front: bool | None, found: tuple[str, str | None]
) -> None:
    facts = {"awards": [], "long_term_frontline": front, **MERIT}
    assert outcome(title, **facts) == found
    claim, place = told(title, 1, **facts)
    assert (claim.office, claim.facts) == (TITLE_DESK, ("/outstanding_contribution",))
    assert place.asks == (("/long_term_frontline",) if front is None else ())


def test_a_listed_honour_needs_no_proof_of_the_front_line_even_where_merit_is_claimed() -> None:
    assert outcome("senior", awards=HONOURS["of the closed list"], **MERIT) == YES
    assert outcome("associate_senior", awards=HONOURS["of the open list"], **GOOD_EXPERTS, **MERIT) == YES
