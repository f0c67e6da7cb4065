"""The rungs from a title, or from a lower certificate, to a skill level: what is asked exactly when it matters, from which day, on which reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from guantong.chapter_3_conditions import (
    PROMOTIONS,
    RUNGS,
    SKILL_NAMES,
    Promotion,
    Rung,
    routes,
    same_occupation,
)
from guantong.conditions import CENTRE, SELF, SKILL_DESK, Condition, Route, dates
from guantong.person import Person
from guantong.windows import opens, window_at
from tests.rules.question_laws import WAYS, Space, person, wrongly_asked

YES_NO = (True, False)
LEVELS = ("below_assistant", "junior_unspecified", "assistant", "intermediate", "senior")
TARGETS = ("skill_3", "skill_2", "skill_1")
DAYS = ("2020-05-20", "2024-05-20", "2026-11-01")
FIT = {"specialty_matches": True}
OLD = {"obtained": "2020-05-20", **FIT}
STILL_TO_COME = {"obtained": "2027-01-01"}
#: another open way is a title's too, whose own date is asked for
NO_OTHER_OPEN_WAY = {name: road for name, road in WAYS.items() if not name.startswith("or another way, open")}

each_rung = pytest.mark.parametrize("rung", RUNGS, ids=lambda rung: rung.id)
each_promotion = pytest.mark.parametrize("step", PROMOTIONS, ids=lambda step: step.id)


def road(someone: Person, id: str) -> Route:
    """One road, without the gates that all share."""
    [found] = [route for target in TARGETS for route in routes(someone, target, ()) if route.id == id]
    return found


def only_way(id: str) -> Callable[[Person], Sequence[Condition]]:
    """What the one title or certificate of a person brings to a road."""

    def make(someone: Person) -> Sequence[Condition]:
        [way] = road(someone, id).ways
        return way

    return make


def found(someone: Person, id: str, index: int) -> Condition:
    """One condition of the first way of a road: of a rung the title gate, then the rung's own; of a promotion its year."""
    return road(someone, id).ways[0][index]


def readings(someone: Person, id: str) -> set[str]:
    """All readings that the ways of a road rest on."""
    return {reading for way in road(someone, id).ways for condition in way for reading in condition.readings}


@each_rung
def test_of_a_title_that_serves_a_rung_only_what_can_turn_it_or_its_day_is_asked(rung: Rung) -> None:
    space = Space(
        {"/titles/0/obtained": DAYS, "/titles/0/specialty_matches": YES_NO},
        titles=[{"level": rung.titles[0]}],
    )
    assert wrongly_asked(only_way(rung.id), space, WAYS) == []


@each_rung
@pytest.mark.parametrize("stated", [{}, STILL_TO_COME], ids=["undated", "dated to come"])
def test_of_a_bare_junior_title_the_date_is_asked_only_where_it_can_move_a_day(
    rung: Rung, stated: dict[str, str]
) -> None:
    space = Space(
        {"/titles/0/obtained": DAYS, "/titles/0/specialty_matches": YES_NO},
        titles=[{"level": "junior_unspecified", **stated}],
    )
    assert wrongly_asked(only_way(rung.id), space, WAYS) == []


@each_rung
def test_the_level_of_a_title_is_asked_where_it_can_turn_a_rung(rung: Rung) -> None:
    dated = Space({"/titles/0/level": LEVELS}, titles=[OLD])
    assert wrongly_asked(only_way(rung.id), dated, WAYS) == []
    undated = Space({"/titles/0/level": LEVELS, "/titles/0/obtained": DAYS}, titles=[FIT])
    assert wrongly_asked(only_way(rung.id), undated, NO_OTHER_OPEN_WAY) == []


@each_rung
def test_titles_not_stated_are_asked_for(rung: Rung) -> None:
    space = Space({"/titles": ([], [{"level": rung.titles[0], **OLD}])})
    assert wrongly_asked(only_way(rung.id), space, WAYS) == []


@each_promotion
@pytest.mark.parametrize("recognised", [True, False])
def test_of_a_lower_certificate_only_what_can_turn_the_promotion_or_its_day_is_asked(
    step: Promotion, *, recognised: bool
) -> None:
    dated = {"obtained": "2020-05-20", "recognised": recognised}
    whole = {
        "level": step.source,
        "obtained": "2020-05-20",
        "same_occupation": True,
        "via_this_policy": True,
    }
    how = {"/skills/0/same_occupation": YES_NO, "/skills/0/via_this_policy": YES_NO}
    levels = {"/skills/0/level": ("4", step.source)}
    for answers, skills in (
        ({"/skills": ([], [whole])}, None),
        ({**levels, **how}, [dated]),
        ({"/skills/0/obtained": DAYS, **how}, [{"level": step.source, "recognised": recognised}]),
        ({**levels, "/skills/0/obtained": DAYS}, [{"same_occupation": True, "via_this_policy": True}]),
    ):
        space = Space(answers, titles=[{"level": "assistant", **OLD}], skills=skills)
        assert wrongly_asked(only_way(step.id), space, WAYS) == []


@each_promotion
@pytest.mark.parametrize("stated", [{}, STILL_TO_COME], ids=["undated", "dated to come"])
def test_the_date_of_a_lower_certificate_is_asked_also_where_the_one_stated_is_still_to_come(
    step: Promotion, stated: dict[str, str]
) -> None:
    fit = {"level": step.source, "same_occupation": True, "via_this_policy": True}
    someone = person(titles=[{"level": "assistant", **OLD}], skills=[{**fit, **stated}])
    years = found(someone, step.id, 0)
    assert (years.status(someone.today), years.asks) == ("unknown", ("/skills/0/obtained",))
    space = Space(
        {"/skills/0/obtained": DAYS}, titles=[{"level": "assistant", **OLD}], skills=[{**fit, **stated}]
    )
    assert wrongly_asked(only_way(step.id), space, WAYS) == []


@pytest.mark.parametrize(
    ("level", "obtained", "id", "status", "asks"),
    [
        ("junior_unspecified", None, "assistant_to_skill_3", "judgement", ()),
        ("junior_unspecified", "2020-05-20", "assistant_to_skill_3", "judgement", ()),
        ("junior_unspecified", "2027-01-01", "assistant_to_skill_3", "unknown", ("obtained",)),
        ("junior_unspecified", None, "assistant_3y_to_skill_2", "unknown", ("obtained",)),
        ("junior_unspecified", "2020-05-20", "assistant_3y_to_skill_2", "judgement", ()),
        ("junior_unspecified", "2024-05-20", "assistant_3y_to_skill_2", "unmet", ()),
        ("assistant", "2020-05-20", "assistant_3y_to_skill_2", "met", ()),
        ("assistant", "2024-05-20", "assistant_3y_to_skill_2", "unmet", ()),
        (None, "2020-05-20", "assistant_3y_to_skill_2", "unknown", ("level",)),
        (None, None, "assistant_3y_to_skill_2", "unknown", ("level", "obtained")),
    ],
)
def test_a_title_stands_on_its_rung_as_its_level_and_date_say(
    level: str | None, obtained: str | None, id: str, status: str, asks: tuple[str, ...]
) -> None:
    someone = person(titles=[{"level": level, "obtained": obtained, **FIT}])
    rung = found(someone, id, 1)
    assert (rung.status(someone.today), rung.asks) == (status, tuple(f"/titles/0/{key}" for key in asks))


@pytest.mark.parametrize(
    ("level", "obtained", "id", "question", "office"),
    [
        ("junior_unspecified", None, "assistant_3y_to_skill_2", "是员级还是助理级", SELF),
        (None, None, "assistant_3y_to_skill_2", "哪一级", SELF),
        ("assistant", None, "assistant_3y_to_skill_2", "日期", SKILL_DESK),
        ("intermediate", None, "intermediate_3y_to_skill_1", "日期", SKILL_DESK),
        ("assistant", "2027-01-01", "assistant_to_skill_3", "是否已经取得", SKILL_DESK),
        ("senior", "2027-01-01", "senior_to_skill_1", "是否已经取得", SKILL_DESK),
    ],
)
def test_the_question_to_put_is_about_what_is_open(
    level: str | None, obtained: str | None, id: str, question: str, office: str
) -> None:
    rung = found(person(titles=[{"level": level, "obtained": obtained, **FIT}]), id, 1)
    words = ("是员级还是助理级", "哪一级", "日期", "是否已经取得")
    assert [word for word in words if word in rung.confirm] == [question]
    assert rung.office == office


@pytest.mark.parametrize(
    ("id", "statement", "readings"),
    [
        ("assistant_to_skill_3", "C025", {"A08"}),
        ("assistant_3y_to_skill_2", "C026", {"A01", "A02", "A08", "A18"}),
        ("intermediate_to_skill_2", "C026", {"A18"}),
        ("intermediate_3y_to_skill_1", "C027", {"A01", "A02", "A18"}),
        ("senior_to_skill_1", "C027", {"A07", "A18"}),
    ],
)
def test_a_rung_rests_on_its_own_sentence_and_readings(id: str, statement: str, readings: set[str]) -> None:
    [rung] = [rung for rung in RUNGS if rung.id == id]
    condition = found(person(titles=[{"level": rung.titles[0], **OLD}]), id, 1)
    assert (condition.statement, set(condition.readings)) == (statement, readings)


@each_rung
def test_without_a_title_that_serves_it_is_said_what_is_lacking_and_for_how_long(rung: Rung) -> None:
    lower = "assistant" if rung.titles[0] != "assistant" else "below_assistant"
    for titles in ([], [{"level": lower, **OLD}]):
        someone = person(titles=titles)
        condition = found(someone, rung.id, 1)
        assert (condition.status(someone.today), condition.statement) == ("unmet", rung.statement)
        assert condition.lacking == rung.name
        assert ("年的" in condition.says) == (f"满{rung.years}年的" in condition.says) == (rung.years > 0)


@pytest.mark.parametrize(
    ("level", "id", "directly"),
    [
        ("intermediate", "assistant_to_skill_3", "二级/技师"),
        ("associate_senior", "assistant_to_skill_3", "一级/高级技师"),
        ("senior", "assistant_to_skill_3", "一级/高级技师"),
        ("associate_senior", "intermediate_to_skill_2", "一级/高级技师"),
        ("senior", "intermediate_to_skill_2", "一级/高级技师"),
    ],
)
def test_a_higher_title_alone_is_for_the_skill_desk_and_pointed_to_the_level_it_opens(
    level: str, id: str, directly: str
) -> None:
    someone = person(titles=[{"level": level, **OLD}])
    higher = found(someone, id, 1)
    assert (higher.status(someone.today), higher.office) == ("judgement", SKILL_DESK)
    assert higher.readings == ("A13",)
    assert higher.says.endswith(directly)
    assert dates(road(someone, id).span, someone.today) == (None, None)
    assert "A51" not in readings(someone, id)
    assert "A51" in readings(person(titles=[{"level": level, **OLD, "recognised": False}]), id)


@pytest.mark.parametrize(
    ("titles", "by_a_higher_one"),
    [
        ([{"level": "assistant", **OLD}, {"level": "intermediate", **OLD}], False),
        ([{"level": "assistant", **OLD, "specialty_matches": False}, {"level": "intermediate", **OLD}], True),
        ([{"level": "assistant", "obtained": "2020-05-20"}, {"level": "intermediate", **OLD}], True),
        ([{"level": "below_assistant", **OLD}, {"level": "intermediate", **OLD}], True),
        ([{"level": "assistant", **OLD}], False),
    ],
)
def test_a_higher_title_comes_in_only_where_no_title_of_the_rung_itself_fits(
    titles: list[dict[str, Any]], *, by_a_higher_one: bool
) -> None:
    assert ("A13" in readings(person(titles=titles), "assistant_to_skill_3")) is by_a_higher_one


@each_promotion
@pytest.mark.parametrize(
    ("facts", "first_day"),
    [
        ({"same_occupation": True, "via_this_policy": True}, "2027-05-20"),
        ({"via_this_policy": True}, None),
        ({"same_occupation": True}, None),
        ({"same_occupation": True, "via_this_policy": False}, None),
        ({"same_occupation": True, "via_this_policy": True, "recognised": False}, None),
    ],
)
def test_a_promotion_has_a_first_day_only_where_its_certificate_surely_counts(
    step: Promotion, facts: dict[str, bool], first_day: str | None
) -> None:
    someone = person(
        titles=[{"level": "assistant", **OLD}],
        skills=[{"level": step.source, "obtained": "2026-05-20", **facts}],
    )
    assert dates(road(someone, step.id).span, someone.today)[0] == first_day


@pytest.mark.parametrize(
    ("value", "extra", "status", "asked", "day_to_come"),
    [
        (True, False, "met", False, True),
        (True, True, "met", False, True),
        (False, False, "unmet", False, False),
        (False, True, "unmet", False, False),
        (None, False, "unknown", True, True),
        (None, True, "unknown", True, False),
    ],
)
def test_another_occupations_certificate_does_not_count_and_an_unknown_one_gives_a_day_only_on_an_ordinary_road(
    value: bool | None, status: str, *, extra: bool, asked: bool, day_to_come: bool
) -> None:
    someone = person(skills=[{"level": "3", "same_occupation": value}])
    [entry] = someone.skills or ()
    condition = same_occupation(entry, "C043", extra=extra)
    assert condition.status(someone.today) == status
    assert condition.asks == (("/skills/0/same_occupation",) if asked else ())
    in_a_year = opens(someone.today + 365, someone.today + 365)
    assert (window_at((condition.span & in_a_year).plan, someone.today) is not None) is day_to_come
    assert same_occupation(entry, "C043").span == same_occupation(entry, "C043", extra=False).span


@pytest.mark.parametrize(("level", "name"), SKILL_NAMES.items())
def test_a_claim_is_put_to_the_centre_for_the_level_claimed_and_for_no_other(level: str, name: str) -> None:
    someone = person(titles=[{"level": "assistant", **OLD}], claims_actual_skill_level=level)
    claims = [
        (target, route.ways[0][0])
        for target in TARGETS
        for route in routes(someone, target, ())
        if route.id == "claimed_skill"
    ]
    [(target, claim)] = claims
    assert target == f"skill_{level}"
    assert (claim.status(someone.today), claim.office, claim.readings) == ("judgement", CENTRE, ("A17",))
    assert [other for other in SKILL_NAMES.values() if other in claim.says] == [name]
    assert [other for other in SKILL_NAMES.values() if other in claim.confirm] == [name]
