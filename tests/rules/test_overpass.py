"""The picture of the two ladders: every road of the policy is on it, and every state is the one that the rules give."""

from __future__ import annotations

from typing import Any

import pytest

from guantong.assess import assess
from guantong.overpass import ROADS, policy_map
from guantong.tables.sample import SKILL_HOLDER, TITLE_HOLDER, skill, title

#: roads that only a claim opens, or that replace all others; the picture shows what anybody may walk
NOT_DRAWN = {"claimed_skill", "merit", "exam"}
EVERYTHING: dict[str, Any] = {**TITLE_HOLDER, **SKILL_HOLDER, "as_of": "2026-11-23"}


def drawn(
    facts: dict[str, Any],
) -> tuple[dict[str, tuple[str, str | None]], dict[str, tuple[str, str | None]]]:
    """State and date of every rung and every road."""
    picture = assess({**EVERYTHING, **facts})["overpass"]
    rungs = {rung["id"]: (rung["state"], rung["date"]) for rung in picture["rungs"]}
    return rungs, {road["id"]: (road["state"], road["date"]) for road in picture["roads"]}


def test_every_road_of_a_result_is_on_the_picture_and_no_other() -> None:
    facts = {"outstanding_contribution": True, "claims_actual_skill_level": "3"}
    targets = assess({**EVERYTHING, **facts})["targets"].values()
    routes = {route["id"] for target in targets for route in target["routes"]}
    assert routes - NOT_DRAWN == {road.id for road in ROADS}


def test_an_engineer_stands_on_her_rung_with_one_road_open_and_one_dated() -> None:
    rungs, roads = drawn({"titles": [title("intermediate").copy() | {"obtained": "2024-05-20"}]})
    assert rungs["intermediate"] == ("held", "2024-05-20")
    assert rungs["assistant"] == ("past", None)
    assert rungs["skill_2"] == ("open", None)
    assert rungs["skill_1"] == ("dated", "2027-05-20")
    assert rungs["senior"] == ("shut", None)
    assert roads["intermediate_to_skill_2"] == ("open", None)
    assert roads["intermediate_3y_to_skill_1"] == ("dated", "2027-05-20")
    assert roads["skill_2_to_intermediate"] == ("past", None)
    assert roads["senior_to_skill_1"] == ("shut", None)


def test_what_an_office_must_confirm_is_told_from_what_was_not_answered() -> None:
    holder = {
        "titles": [title("assistant") | {"obtained": "2025-05-20"}],
        "skills": [skill("3") | {"obtained": "2025-05-20"}],
    }
    _, roads = drawn(holder)
    assert roads["promotion_3_to_2"][0] == "blank"
    holder["skills"] = [holder["skills"][0] | {"via_this_policy": False}]
    _, roads = drawn(holder)
    assert roads["promotion_3_to_2"][0] == "ask"


def test_a_day_that_is_certain_wins_over_an_earlier_one_that_is_not() -> None:
    holder = {
        "titles": [title("intermediate") | {"obtained": "2024-05-20"}],
        "skills": [skill("2", via_this_policy=False) | {"obtained": "2023-09-01"}],
    }
    rungs, roads = drawn(holder)
    assert rungs["skill_1"] == ("dated", "2027-05-20")
    assert roads["promotion_2_to_1"] == ("ask", None)
    answer = assess({**EVERYTHING, **holder})["answer"]
    assert answer["headline"].startswith("2027-05-20 起可申报：一级/高级技师")
    assert "如果有关单位确认，现在就可申报：一级/高级技师。" in answer["more"]


def test_a_day_on_which_questions_hang_is_not_called_one_for_an_office_to_confirm() -> None:
    holder = {"titles": [title("intermediate") | {"obtained": "2024-05-20"}], "skills": []}
    unanswered = assess({"as_of": EVERYTHING["as_of"], **holder})["answer"]["headline"]
    assert "别的条件都符合的话，2027-05-20 起可申报：一级/高级技师" in unanswered
    assert "确认" not in unanswered


def test_a_certificate_of_another_occupation_is_no_place_on_the_ladder() -> None:
    holder = {
        "titles": [title("intermediate") | {"obtained": "2024-05-20"}],
        "skills": [skill("2", same_occupation=False) | {"obtained": "2023-09-01"}],
    }
    rungs, _ = drawn(holder)
    assert rungs["skill_2"] == ("open", None)
    assert "二级/技师" in assess({**EVERYTHING, **holder})["answer"]["headline"]


@pytest.mark.parametrize(
    ("awards", "state"),
    [
        (None, "blank"),
        ([], "shut"),
        ([{"name": "全国技术能手"}], "held"),
        ([{"name": "区级劳动模范"}], "ask"),
        ([{"name": "世界技能大赛", "role": "competitor", "result": "优胜奖"}], "held"),
        ([{"name": "世界技能大赛", "role": "assistant_coach", "result": "金牌"}], "ask"),
    ],
)
def test_honours_are_had_or_not(awards: list[dict[str, str]] | None, state: str) -> None:
    rungs, _ = drawn({"awards": awards})
    assert rungs["honour"] == (state, None)


def test_the_map_says_every_road_in_words() -> None:
    picture = policy_map()
    assert {road["state"] for road in picture["roads"]} == {"map"}
    assert all(road.name in picture["desc"] for road in ROADS)
    assert "中级职称满3年，可申报一级/高级技师" in picture["desc"]
