"""Parameters of links are published: each name stays, or leads to the one that took its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from guantong.facts import BY_KEY, FACTS
from guantong.intake import UNSURE
from guantong.link_names import RENAMED, REWORDED

PUBLISHED = (Path(__file__).parent / "link_names.txt").read_text("utf-8").split()
TODAY = {UNSURE, *BY_KEY, *(f"{fact.key}.{item.key}" for fact in FACTS for item in fact.items)}


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_name_leads_to_a_question_of_today(name: str) -> None:
    assert RENAMED.get(name, name) in TODAY


def test_every_name_of_today_is_published() -> None:
    assert set(PUBLISHED) >= TODAY


def test_a_name_in_use_is_not_an_old_one() -> None:
    assert not RENAMED.keys() & TODAY
    assert REWORDED.keys() <= TODAY
