"""The gates before every road to a skill level: what is asked exactly when it matters, which title serves, on which reading."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from guantong import chapter_3_applicants as applicants
from guantong.conditions import CENTRE, HR, SELF, SKILL_DESK, Condition, Route, dates, judged, verdict
from guantong.person import Person, TitleEntry
from guantong.questions import Scales, open_facts
from guantong.windows import every, opens
from tests.rules.question_laws import TODAY, WAYS, Space, gate, person, wrongly_asked

YES_NO = (True, False)
KINDS = (
    "enterprise_employee",
    "school_staff",
    "public_institution_employee",
    "government_employee",
    "social_individual",
)
AFFILIATIONS = ("wuhan", "central_or_provincial", "self_employed", "elsewhere", "none")
LEVELS = ("below_assistant", "junior_unspecified", "assistant", "intermediate", "senior")
OLD = {"obtained": "2020-01-01"}
STILL_TO_COME = {"obtained": "2027-01-01"}


def title(**facts: Any) -> TitleEntry:
    """The one title of a person."""
    [entry] = person(titles=[facts]).titles or ()
    return entry


@pytest.mark.parametrize(
    ("make", "space"),
    [
        *(
            (
                applicants.works_in_wuhan,
                Space({"/works_in_wuhan": YES_NO, "/employer_affiliation": AFFILIATIONS}, person_type=kind),
            )
            for kind in KINDS
        ),
        (applicants.works_in_wuhan, Space({"/person_type": KINDS}, works_in_wuhan=False)),
        (applicants.kind_of_person, Space({"/person_type": KINDS})),
        *(
            (
                applicants.matches_post,
                Space({"/occupation_matches_current_post": YES_NO, "/retired": YES_NO}, **stated),
            )
            for stated in ({}, {"has_current_post": True}, {"has_current_post": False})
        ),
        (applicants.years_for_occupation, Space({"/cumulative_work_years_met": YES_NO})),
    ],
)
def test_what_a_gate_asks_is_what_can_turn_it(make: Callable[[Person], Condition], space: Space) -> None:
    assert wrongly_asked(gate(make), space, WAYS) == []


@pytest.mark.parametrize(
    ("stated", "asked"),
    [
        ({}, {"/works_in_wuhan"}),
        ({"employer_affiliation": "elsewhere"}, {"/works_in_wuhan"}),
        ({"person_type": "school_staff"}, {"/works_in_wuhan"}),
        ({"person_type": "social_individual"}, set()),
        ({"works_in_wuhan": False}, {"/person_type"}),
        ({"works_in_wuhan": True}, set()),
    ],
)
def test_beside_an_offices_judgement_the_place_of_work_is_asked_where_it_can_still_be_a_no(
    stated: dict[str, Any], asked: set[str]
) -> None:
    someone = person(**stated)
    gates = (applicants.works_in_wuhan(someone), judged("C024", "由单位判断", "", CENTRE))
    assert open_facts([Route("road", "一条路", "C024", gates)], Scales(someone.today)) == asked


@pytest.mark.parametrize(
    ("make", "stated", "status", "office", "readings"),
    [
        (applicants.works_in_wuhan, {"works_in_wuhan": True}, "met", SKILL_DESK, ("A09",)),
        (
            applicants.works_in_wuhan,
            {"works_in_wuhan": True, "employer_affiliation": "elsewhere"},
            "judgement",
            SKILL_DESK,
            ("A09",),
        ),
        *(
            (
                applicants.works_in_wuhan,
                {"works_in_wuhan": False, "person_type": kind},
                "judgement" if kind == "social_individual" else "unmet",
                SKILL_DESK,
                ("A09",),
            )
            for kind in KINDS
        ),
        (applicants.kind_of_person, {}, "unknown", HR, ("A10",)),
        *(
            (
                applicants.kind_of_person,
                {"person_type": kind},
                "judgement" if kind == "government_employee" else "met",
                SKILL_DESK if kind == "government_employee" else "",
                ("A10",),
            )
            for kind in KINDS
        ),
        (applicants.matches_post, {"occupation_matches_current_post": False}, "unmet", HR, ("A12",)),
        (applicants.matches_post, {"retired": True}, "judgement", CENTRE, ("A12", "A30")),
        (applicants.matches_post, {"has_current_post": False}, "judgement", CENTRE, ("A12", "A30")),
        (applicants.years_for_occupation, {}, "unknown", CENTRE, ("A05",)),
        (
            applicants.years_for_occupation,
            {"cumulative_work_years_met": False},
            "judgement",
            CENTRE,
            ("A05",),
        ),
    ],
)
def test_a_gate_says_how_it_stands_on_which_reading_and_who_confirms_it(
    make: Callable[[Person], Condition],
    stated: dict[str, Any],
    status: str,
    office: str,
    readings: tuple[str, ...],
) -> None:
    someone = person(**stated)
    found = make(someone)
    assert (found.status(someone.today), found.office, found.readings) == (status, office, readings)


@pytest.mark.parametrize(
    "space",
    [
        Space({"/titles/0/level": LEVELS, "/titles/0/specialty_matches": YES_NO}, titles=[OLD]),
        Space({"/titles/0/specialty_matches": YES_NO}, titles=[{**OLD, "level": "junior_unspecified"}]),
        Space(
            {"/titles/0/specialty_matches": YES_NO},
            titles=[{**OLD, "level": "assistant", "recognised": False}],
        ),
        Space({"/titles": ([], [{"level": "assistant", **OLD, "specialty_matches": True}])}),
        Space(
            {"/titles": ([], [{"level": "assistant", **OLD, "specialty_matches": True}])},
            professional_qualification="二级建造师",
        ),
    ],
)
def test_of_a_title_that_opens_the_way_only_what_can_turn_it_is_asked(space: Space) -> None:
    assert wrongly_asked(applicants.any_title, space, WAYS) == []


@pytest.mark.parametrize(
    ("facts", "status", "asked", "told"),
    [
        ({"level": "below_assistant", **OLD}, "unmet", [], "低于助理级"),
        ({"level": "junior_unspecified", **OLD}, "judgement", [], "可能是员级"),
        ({**OLD}, "unknown", ["level"], "还不知道"),
        ({"name": "讲师", **OLD}, "unknown", ["series"], "还不知道"),
        ({"level": "assistant", **OLD}, "met", [], "属于"),
        ({"level": "senior", **OLD}, "met", [], "属于"),
        ({"level": "assistant", **STILL_TO_COME}, "unknown", ["obtained"], "之后"),
        ({"level": "below_assistant", **STILL_TO_COME}, "unmet", ["obtained"], "低于助理级"),
        (STILL_TO_COME, "unknown", ["level", "obtained"], "还不知道"),
    ],
)
def test_a_title_serves_by_its_level_and_the_finding_says_why_not(
    facts: dict[str, str], status: str, asked: list[str], told: str
) -> None:
    found = applicants.holds_listed_title(title(**facts), TODAY)
    assert found.status(TODAY) == status
    assert found.asks == tuple(f"/titles/0/{key}" for key in asked)
    assert [
        word for word in ("低于助理级", "可能是员级", "还不知道", "属于", "之后") if word in found.says
    ] == [told]
    assert (found.readings, found.office) == (("A08",), SELF)


@pytest.mark.parametrize(
    ("facts", "since", "before"),
    [
        ({"obtained": "2020-05-20"}, "2020-05-20", "unmet"),
        ({"obtained": "2020-05-20", "date_kind": "printed"}, "2020-05-20", "judgement"),
        ({"obtained": "2020-05-20", "date_kind": "appointed"}, "2020-05-20", "judgement"),
        ({}, None, "judgement"),
    ],
)
def test_a_title_is_held_from_its_date_and_maybe_earlier_where_that_is_not_its_approval(
    facts: dict[str, str], since: str | None, before: str
) -> None:
    found = applicants.holds_listed_title(title(level="assistant", **facts), TODAY)
    assert dates(found.span, TODAY) == (since, None)
    assert found.status(date(2020, 5, 19).toordinal()) == before


@pytest.mark.parametrize(("extra", "first_day"), [(False, "2020-05-20"), (True, None)])
def test_a_certificate_that_cannot_be_looked_up_is_for_the_centre_and_as_an_extra_road_gives_no_date(
    first_day: str | None, *, extra: bool
) -> None:
    held = applicants.holds_listed_title(title(level="assistant", obtained="2020-05-20"), TODAY)
    way = applicants.recognition("/titles/0", False, "C022", extra=extra)
    span = every(condition.span for condition in (held, *way))
    assert (verdict(span, TODAY), dates(span, TODAY)[0]) == (
        "needs_confirmation",
        first_day,
    )
    assert [(c.office, c.readings, c.facts) for c in way] == [(CENTRE, ("A51",), ("/titles/0/recognised",))]
    assert applicants.recognition("/titles/0", True, "C022", extra=extra) == ()


def test_a_qualification_without_a_title_is_for_the_skill_desk_and_promises_no_day() -> None:
    holder = person(titles=[], professional_qualification=" 二级建造师 ")
    [condition] = applicants.any_title(holder)
    assert (condition.status(holder.today), condition.office, condition.readings) == (
        "judgement",
        SKILL_DESK,
        ("A08",),
    )
    assert "（二级建造师）" in condition.says
    a_year_on = opens(holder.today + 365, holder.today + 365)
    assert dates(condition.span & a_year_on, holder.today) == (None, None)


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        (None, [("C022", "unknown", ("/titles",)), ("C027", "unknown", ("/titles",))]),
        ([], [("C022", "unmet", ()), ("C027", "unmet", ())]),
        ([{"level": "below_assistant", **OLD}], [("C022", "unmet", ()), ("C027", "unmet", ())]),
        ([{"level": "assistant", **OLD}], [("C022", "met", ()), ("C027", "unmet", ())]),
        (
            [{"level": "below_assistant", **OLD}, {"level": "assistant", **OLD}],
            [("C022", "met", ()), ("C027", "unmet", ())],
        ),
        (
            [{"level": "assistant", **STILL_TO_COME}, {"level": "below_assistant", **OLD}],
            [("C022", "unknown", ("/titles/0/obtained",)), ("C027", "unmet", ())],
        ),
    ],
)
def test_where_no_title_serves_a_rung_the_title_gate_is_still_judged_by_the_best_one(
    titles: list[dict[str, str]] | None, found: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    someone = person(titles=titles)
    [way] = applicants.missing_titles(someone, "C027", "高级职称")
    assert [(c.statement, c.status(someone.today), c.asks) for c in way] == found
    [gate] = applicants.missing_titles(someone, "C022", "助理级（含）以上职称")
    assert [(c.statement, c.status(someone.today), c.asks) for c in gate] == found[:1]
