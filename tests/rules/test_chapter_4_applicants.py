"""Who may apply for review, gate by gate: what is asked exactly when it matters, on which reading, and how the bar at retirement falls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from guantong import chapter_4_applicants as applicants
from guantong.conditions import Condition
from guantong.person import Person
from guantong.questions import Scales, open_facts
from tests.rules.question_laws import AS_OF, TODAY, WAYS, YEARS, Space, gate, person, wrongly_asked

YES_NO = (True, False)
SENIOR = [{"level": "senior", "obtained": "2020-01-01"}]
#: nobody at the age, only a woman from 50, any woman, everybody; none: only whether the age is reached can be said
BIRTHS = ("1990-01-01", "1974-06-01", "1969-06-01", "1950-01-01", None)
RETIREMENT: dict[str, Sequence[Any]] = {
    "/retired": YES_NO,
    "/birth_date": BIRTHS,
    "/sex": ("male", "female"),
    "/female_original_retirement_age": ("50", "55"),
    "/reached_retirement_age": YES_NO,
    "/delayed_retirement_procedure": YES_NO,
}
#: certificates are asked for by every road: asking for them in vain here does no harm
CERTIFICATES = ("/titles",)


@pytest.mark.parametrize(
    ("make", "space"),
    [
        (
            gate(applicants.employer),
            Space(
                {
                    "/employer_affiliation": (
                        "wuhan",
                        "central_or_provincial",
                        "self_employed",
                        "elsewhere",
                        "none",
                    )
                }
            ),
        ),
        (
            gate(applicants.kind_of_person),
            Space({"/person_type": ("government_employee", "enterprise_employee")}),
        ),
        (gate(applicants.does_technical_work), Space({"/does_professional_technical_work": YES_NO})),
        (gate(applicants.hubei_conditions), Space({"/meets_hubei_conditions": YES_NO})),
        *(
            (
                gate(applicants.appraisals),
                Space(
                    {"/last3_appraisals_passed": YES_NO, "/years_in_current_post": (0, 2.9, 3, 5)}, **stated
                ),
            )
            for stated in ({}, {"employer_has_appraisals": False}, {"has_current_post": False})
        ),
        *(
            (
                applicants.post_ratio,
                Space(
                    {
                        "/employer_is_public_institution": YES_NO,
                        "/public_institution_quota_available": YES_NO,
                    },
                    person_type=kind,
                ),
            )
            for kind in ("public_institution_employee", "school_staff")
        ),
    ],
)
def test_what_a_gate_asks_is_what_can_turn_it(
    make: Callable[[Person], Sequence[Condition]], space: Space
) -> None:
    assert wrongly_asked(make, space) == []


@pytest.mark.parametrize(
    "space",
    [
        Space({"/skills": ([], [{"level": "3", "obtained": "2020-05-01"}])}),
        *(
            Space({"/skills/0/obtained": ("2020-05-01", AS_OF)}, skills=[{"level": level}])
            for level in ("4", "3", "1")
        ),
        Space({"/skills/0/level": ("5", "4", "3", "1")}, skills=[{"obtained": "2020-05-01"}]),
        Space({"/skills/0/level": ("4", "3"), "/skills/0/obtained": ("2020-05-01", AS_OF)}, skills=[{}]),
    ],
)
def test_what_a_certificate_lacks_is_asked_where_it_can_open_or_move_its_way(space: Space) -> None:
    assert wrongly_asked(applicants.any_skill_level, space, WAYS) == []


def test_a_day_still_to_come_is_asked_for_again_even_where_another_way_is_open() -> None:
    someone = person(skills=[{"level": "3", "obtained": "2030-01-01"}])
    road = WAYS["or another way, open"](applicants.any_skill_level(someone))
    assert open_facts([road], Scales(TODAY)) == {"/skills/0/obtained"}


@pytest.mark.parametrize("titles", [[], SENIOR], ids=["no title", "a senior title"])
@pytest.mark.parametrize("claim", [None, "flexible_delay_agreement", "special_retirement_rule"])
def test_the_bar_at_retirement_asks_for_what_can_still_move_it(
    titles: list[dict[str, str]], claim: str | None
) -> None:
    space = Space(RETIREMENT, titles=titles, **({claim: True} if claim else {}))
    assert wrongly_asked(gate(applicants.not_retired), space) == []


def test_a_senior_title_not_yet_stated_is_asked_where_it_would_leave_a_womans_age_open() -> None:
    space = Space({**RETIREMENT, "/titles": ([], SENIOR)})
    assert wrongly_asked(gate(applicants.not_retired), space, elsewhere=CERTIFICATES) == []


def test_whether_retired_is_asked_for_the_sake_of_a_date_where_the_age_comes_after_the_years() -> None:
    births = {**RETIREMENT, "/birth_date": ("1990-01-01", "1950-01-01")}
    space = Space({key: births[key] for key in births if key != "/reached_retirement_age"}, titles=[])
    assert wrongly_asked(gate(applicants.not_retired), space, YEARS, ("/reached_retirement_age",)) == []


@pytest.mark.parametrize(
    ("facts", "status", "asks"),
    [
        # only a birth date would still say otherwise: by what is stated, the age is reached
        ({"titles": []}, "unmet", ()),
        # a special rule may apply in another way than was thought: the employer knows (A28)
        ({"titles": [], "special_retirement_rule": True}, "judgement", ()),
        # a man would be barred, a woman with a senior title is to be confirmed (A28)
        ({"titles": SENIOR}, "unknown", ("/sex",)),
        ({"titles": SENIOR, "sex": "female"}, "judgement", ()),
        ({"titles": SENIOR, "sex": "male"}, "unmet", ()),
        ({"titles": [], "flexible_delay_agreement": True}, "judgement", ()),
        ({"titles": [], "delayed_retirement_procedure": True}, "met", ()),
    ],
)
def test_an_age_stated_as_reached_bars_unless_a_rule_may_excuse(
    facts: dict[str, Any], status: str, asks: tuple[str, ...]
) -> None:
    stated = {"reached_retirement_age": True, "retired": False, "delayed_retirement_procedure": False}
    found = applicants.not_retired(person(**{**stated, **facts}))
    assert (found.status(TODAY), found.asks) == (status, asks)


def test_sex_is_asked_where_only_some_days_of_a_birth_month_are_at_the_age() -> None:
    someone = person(birth_date="1966-06", titles=[], female_original_retirement_age="50")
    assert "/sex" in applicants.not_retired(someone).asks


@pytest.mark.parametrize(
    ("make", "facts", "readings"),
    [
        (applicants.employer, {}, ("A24",)),
        (applicants.employer, {"employer_affiliation": "wuhan"}, ("A24",)),
        (applicants.employer, {"employer_affiliation": "self_employed"}, ("A24",)),
        (applicants.kind_of_person, {}, ("A55",)),
        (applicants.kind_of_person, {"person_type": "government_employee"}, ("A55",)),
        (applicants.does_technical_work, {}, ("A25",)),
        (applicants.hubei_conditions, {}, ("A26",)),
        (applicants.appraisals, {}, ("A32",)),
        (applicants.appraisals, {"last3_appraisals_passed": True}, ("A31", "A32")),
        (applicants.not_retired, {}, ("A28", "A29", "A54")),
    ],
)
def test_a_gate_names_the_readings_that_it_rests_on(
    make: Callable[[Person], Condition], facts: dict[str, Any], readings: tuple[str, ...]
) -> None:
    assert make(person(**facts)).readings == readings


def test_a_certificate_of_another_day_or_level_is_asked_for_by_its_own_row() -> None:
    [entry] = person(skills=[{}]).skills or ()
    found = applicants.holds_skill_level(entry, TODAY)
    assert found.asks == ("/skills/0/level", "/skills/0/obtained")
    assert found.status(TODAY) == "unknown"
