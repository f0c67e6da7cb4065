"""The interview is short, asks nothing twice, and ends with nothing left unsaid."""

from __future__ import annotations

import json

import pytest

from guantong.assess import assess
from guantong.facts import FACTS, SKILL_TO_TITLE, TITLE_TO_SKILL
from guantong.intake import BadInput
from guantong.interview import BY_ID
from site_build.paths import CASES
from tests.rules.interviewed import Interview
from tests.rules.people import SKILL_HOLDER, TITLE_HOLDER, Json

PEOPLE: list[Json] = [
    case
    for case in json.loads((CASES / "people.json").read_text("utf-8"))["cases"]
    if case["command"] == "assess"
]
#: Who knows so little that the questions can't be told apart from each other: most is asked, and passed over.
KNOWS_ALMOST_NOTHING = "P20"
#: Who gives neither birth date nor honours is asked about both a second time, in other words.
LONGER = {"P06": 9}


@pytest.fixture(scope="module", params=PEOPLE, ids=[case["id"] for case in PEOPLE])
def interviewed(request: pytest.FixtureRequest) -> tuple[str, Interview]:
    """A person of the examples after the whole interview."""
    return request.param["id"], Interview(request.param["facts"])


def test_an_ordinary_case_ends_in_eight_screens_for_each_direction(
    interviewed: tuple[str, Interview],
) -> None:
    who, interview = interviewed
    for road in (TITLE_TO_SKILL, SKILL_TO_TITLE):
        most = 9 if who == KNOWS_ALMOST_NOTHING else LONGER.get(who, 8)
        assert interview.of_road(road) <= most, interview.screens


def test_the_first_useful_sentence_comes_within_three_screens(interviewed: tuple[str, Interview]) -> None:
    who, interview = interviewed
    assert interview.first_useful() <= (5 if who == KNOWS_ALMOST_NOTHING else 3)


def test_no_question_is_asked_twice(interviewed: tuple[str, Interview]) -> None:
    _, interview = interviewed
    asked = [at for _, shown in interview.screens for at in shown]
    assert len(asked) == len(set(asked))


def test_at_the_end_no_level_waits_for_an_answer(interviewed: tuple[str, Interview]) -> None:
    _, interview = interviewed
    last = interview.results[-1]
    assert [key for key, target in last["targets"].items() if not target["answered"]] == []
    assert last["interview"]["so_far"] is None
    assert "还有问题没有答" not in last["answer"]["headline"]


def test_the_interview_ends_where_the_whole_case_ends(interviewed: tuple[str, Interview]) -> None:
    """What was not asked changes no level on this day; the series is left to those to whom a title is open."""
    _, interview = interviewed
    left_out = {"target_series", "exam_conditions_met"} - interview.facts.keys()
    whole = assess({key: value for key, value in interview.known.items() if key not in left_out})["targets"]
    for key, target in interview.results[-1]["targets"].items():
        assert (target["status"], target["earliest"]) == (whole[key]["status"], whole[key]["earliest"]), key


def test_every_question_has_its_screen() -> None:
    for fact in FACTS:
        for one in (fact, *fact.items):
            assert one.screen in BY_ID, one.key


def test_not_sure_differs_from_not_answered() -> None:
    gates = ("occupation_matches_current_post", "cumulative_work_years_met")
    facts = {key: value for key, value in TITLE_HOLDER.items() if key not in gates}
    silent = assess(facts)
    unsure = assess({**facts, "unsure": [f"/{key}" for key in gates]})
    key = next(key for key, target in silent["targets"].items() if not target["answered"])
    assert unsure["targets"][key]["status"] == silent["targets"][key]["status"] == "needs_confirmation"
    assert unsure["targets"][key]["answered"]
    assert unsure["targets"][key]["confirm"][0]["office"]
    assert not {f"/{gate}" for gate in gates} & set(unsure["questions"])
    assert "确认" in unsure["answer"]["headline"]


@pytest.mark.parametrize("wrong", ["/retired", ["retired"], ["/nobody"], ["/titles/x/level"], [3]])
def test_a_wrong_list_of_unsure_questions_is_named(wrong: object) -> None:
    with pytest.raises(BadInput, match="unsure"):
        assess({"unsure": wrong})


def test_where_to_hand_in_is_not_asked_while_that_road_is_shut() -> None:
    asked = assess({**SKILL_HOLDER, "titles": []})
    assert "/employer_accredited" in asked["questions"]
    assert not [one for one in asked["interview"]["screens"] if one["screen"] == "channel"]
