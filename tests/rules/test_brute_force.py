"""Questions against brute force: a question is listed exactly when its answer can matter; the big run is in tests/proof."""

from __future__ import annotations

from itertools import islice

import pytest

from guantong.assess import assess
from tests.rules.brute_force import BASE, PARTS, Point, broken, points

EACH = 25
SEED = 1


@pytest.mark.parametrize("part", PARTS)
def test_a_question_is_listed_exactly_when_its_answer_can_matter(part: str) -> None:
    wrong = [(law, point) for point in islice(points(part, SEED), EACH) for law in broken(point)]
    assert not wrong


@pytest.mark.parametrize(("obtained", "asked"), [("2023-11-24", False), ("2015-11-24", True)])
def test_past_the_age_retired_matters_only_where_a_rung_could_be_certain(obtained: str, asked: bool) -> None:
    """Without a procedure it is no either way; with one, 已退休 turns a certain rung into one to confirm (A28)."""
    skill = {"level": "1", "same_occupation": True, "continuous": True, "obtained": obtained}
    given = {**BASE, "birth_date": "1955-01-01", "sex": "male", "titles": [], "skills": [skill], "awards": []}
    open_still = ("/delayed_retirement_procedure", "/retired")
    point = Point(
        "ages", {key: value for key, value in given.items() if f"/{key}" not in open_still}, open_still
    )
    assert not list(broken(point))
    assert assess(point.facts)["questions"] == list(open_still if asked else open_still[:1])


def test_the_points_start_from_somebody_who_answered_everything() -> None:
    assert assess(BASE)["questions"] == []
