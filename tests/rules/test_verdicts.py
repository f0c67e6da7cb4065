"""From roads to a verdict: what is missing, what is asked of whom, the sessions, and what was asked and stays open."""

from __future__ import annotations

from typing import Any

import pytest

from guantong.assess import assess
from guantong.conditions import CENTRE, SKILL_DESK
from guantong.intake import read
from guantong.targets import targets
from guantong.verdicts import hangs, unanswered

#: everything that the roads to a skill level ask, the title aside
GATES: dict[str, Any] = {
    "as_of": "2026-11-23",
    "works_in_wuhan": True,
    "employer_affiliation": "wuhan",
    "person_type": "enterprise_employee",
    "has_current_post": True,
    "retired": False,
    "occupation_matches_current_post": True,
    "cumulative_work_years_met": True,
    "apply_as": "through_unit",
    "employer_accredited": False,
    "occupation_access_type": False,
    "skills": [],
}
OWN_UNIT = {"employer_accredited": True, "employer_scope_covers_occupation": True}


def title(level: str, obtained: str | None, **facts: Any) -> dict[str, Any]:
    """A title in a matching field."""
    return {"level": level, "obtained": obtained, "specialty_matches": True, **facts}


def target(key: str, **facts: Any) -> dict[str, Any]:
    """The verdict on one target."""
    found: dict[str, Any] = assess({**GATES, **facts})["targets"][key]
    return found


ASSISTANT = title("assistant", "2024-05-20")


@pytest.mark.parametrize(
    ("level", "key", "clause"),
    [
        ("4", "skill_4", "三（二）1"),
        ("5", "skill_5", "三（二）1"),
        ("special_technician", "special_technician", "三（二）3"),
        ("chief_technician", "chief_technician", "三（二）3"),
    ],
)
def test_a_level_outside_is_left_to_the_skill_desk_with_no_question_and_no_date(
    level: str, key: str, clause: str
) -> None:
    found = target(key, target_skill_level=level)
    assert (found["status"], found["answered"]) == ("needs_confirmation", True)
    assert (found["earliest"], found["until"], found["certain"]) == (None, None, None)
    assert (found["cites"], found["readings"]) == ([clause], ["A38"])
    assert [(entry["office"], entry["readings"]) for entry in found["confirm"]] == [(SKILL_DESK, ["A38"])]


@pytest.mark.parametrize(
    ("facts", "sessions"), [({}, ["2026-12", "2027-02"]), (OWN_UNIT, [])], ids=["city centre", "own unit"]
)
def test_sessions_are_those_of_the_city_centre_and_a_unit_of_its_own_has_none(
    facts: dict[str, Any], sessions: list[str]
) -> None:
    stated = {**facts, "titles": [ASSISTANT], "target_skill_level": "4"}
    assert target("skill_4", **stated)["sessions"] == sessions
    assert target("skill_3", **stated)["sessions"] == sessions


def test_sessions_follow_the_day_on_which_the_years_are_complete_and_a_bare_no_has_none() -> None:
    assert target("skill_2", titles=[ASSISTANT])["sessions"] == ["2027-06", "2027-08"]
    assert target("skill_1", titles=[ASSISTANT])["sessions"] == []
    assert target("skill_2", titles=[title("intermediate", "2020-05-20")])["sessions"] == [
        "2026-12",
        "2027-02",
    ]


def test_what_is_missing_is_said_of_a_no_alone() -> None:
    no = target("skill_2", titles=[ASSISTANT])
    assert no["status"] == "not_eligible"
    for lacking, wanted in zip(no["missing"], ("满3年", "中级", "三级"), strict=True):  # one of each road
        assert wanted in lacking
    yes = target("skill_3", titles=[ASSISTANT])
    assert (yes["status"], yes["missing"]) == ("eligible", [])
    # one road is a no, the other is open: nothing is missing for certain
    claimed = target("skill_2", titles=[ASSISTANT], claims_actual_skill_level="2")
    assert claimed["status"] == "needs_confirmation"
    assert "not_eligible" in [route["status"] for route in claimed["routes"]]
    assert claimed["missing"] == []


def test_what_will_be_open_on_the_day_when_the_years_are_complete_is_asked_before() -> None:
    facts = {**GATES, "cumulative_work_years_met": None, "titles": [ASSISTANT]}
    found = target("skill_2", **facts)
    assert (found["status"], found["earliest"]) == ("not_eligible", "2027-05-20")
    assert [entry["office"] for entry in found["confirm"]] == [CENTRE]
    assert target("skill_2", titles=[ASSISTANT])["confirm"] == []


def test_of_a_road_that_will_not_be_open_on_that_day_nothing_is_asked() -> None:
    """A certificate of another way than this policy's: its road has no date, whoever may confirm it."""
    young = {"level": "3", "obtained": "2026-10-01", "same_occupation": True, "via_this_policy": False}
    found = target("skill_2", titles=[ASSISTANT], skills=[young])
    promotion = next(route for route in found["routes"] if route["id"] == "promotion_3_to_2")
    assert (found["status"], found["earliest"]) == ("not_eligible", "2027-05-20")
    assert promotion["status"] == "not_eligible"
    assert "judgement" in [condition["status"] for condition in promotion["conditions"]]
    assert found["confirm"] == []


def test_who_may_apply_has_nothing_to_confirm_though_the_date_of_the_title_is_not_known() -> None:
    found = target("skill_1", titles=[title("senior", None)])
    assert (found["status"], found["confirm"]) == ("eligible", [])


def test_only_the_roads_that_are_open_are_asked_about_whichever_comes_first() -> None:
    found = target("skill_2", titles=[ASSISTANT], claims_actual_skill_level="2")
    first, *_, last = found["routes"]
    assert (first["status"], last["status"]) == ("not_eligible", "needs_confirmation")
    open_points = [
        condition for condition in last["conditions"] if condition["status"] in ("unknown", "judgement")
    ]
    assert len(found["confirm"]) == len(open_points) > 0


@pytest.mark.parametrize("unsure", [False, True])
def test_a_question_that_was_asked_and_stays_open_is_no_longer_called_unanswered(*, unsure: bool) -> None:
    at = "/cumulative_work_years_met"
    facts = {"cumulative_work_years_met": None, "titles": [ASSISTANT], "unsure": [at] if unsure else []}
    found = target("skill_3", **facts)
    assert (found["status"], found["answered"]) == ("needs_confirmation", unsure)
    [condition] = [c for c in found["routes"][0]["conditions"] if at in c["facts"]]
    assert condition["status"] == ("judgement" if unsure else "unknown")
    assert ("还没有答" in condition["says"], "你答了不确定" in condition["says"]) == (not unsure, unsure)


@pytest.mark.parametrize("unsure", [False, True])
def test_a_day_to_come_hangs_on_the_questions_of_the_road_that_opens_then(*, unsure: bool) -> None:
    at = "/cumulative_work_years_met"
    person = read(
        {
            **GATES,
            "cumulative_work_years_met": None,
            "titles": [ASSISTANT],
            "unsure": [at] if unsure else [],
        }
    )
    [skill_2] = [found for found in targets(person) if found.key == "skill_2"]
    assert hangs(person, skill_2, "2027-05-20") is not unsure
    assert hangs(person, skill_2, "2027-05-21") is False


def test_a_day_to_come_does_not_hang_on_the_questions_of_another_road() -> None:
    young = {"level": "3", "obtained": "2026-10-01", "same_occupation": True}  # via_this_policy is open
    person = read({**GATES, "titles": [ASSISTANT], "skills": [young]})
    [skill_2] = [found for found in targets(person) if found.key == "skill_2"]
    assert hangs(person, skill_2, "2027-05-20") is False


def test_the_questions_that_keep_a_target_open_are_those_of_its_open_roads() -> None:
    person = read({**GATES, "cumulative_work_years_met": None, "titles": [ASSISTANT]})
    keeping = {found.key: set(unanswered(person, found)) for found in targets(person)}
    assert keeping["skill_3"] == {"/cumulative_work_years_met"}
    assert keeping["skill_2"] == keeping["skill_1"] == set()
