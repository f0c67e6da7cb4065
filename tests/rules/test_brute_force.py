"""Questions against brute force: a question is listed exactly when its answer can matter; the big run is in tests/proof."""

from __future__ import annotations

from itertools import islice

import pytest

from guantong.assess import assess
from tests.rules.brute_force import BASE, PARTS, broken, points

EACH = 25
SEED = 1


@pytest.mark.parametrize("part", PARTS)
def test_a_question_is_listed_exactly_when_its_answer_can_matter(part: str) -> None:
    wrong = [(law, point) for point in islice(points(part, SEED), EACH) for law in broken(point)]
    assert not wrong


def test_the_points_start_from_somebody_who_answered_everything() -> None:
    assert assess(BASE)["questions"] == []
