"""The other reading is tried on the gallery, at build time only, and leaves the rules as they are."""

from __future__ import annotations

import re

import pytest

from guantong.assess import assess
from guantong.readings import READINGS
from site_build import readings_page
from site_build.gallery import answers, differences, gallery, of_reading
from site_build.other_readings import OTHERS, WHY_NOT


def test_every_reading_is_compared_or_says_why_not() -> None:
    assert set(OTHERS) | set(WHY_NOT) == set(READINGS)
    assert not set(OTHERS) & set(WHY_NOT)
    assert len(READINGS) == 56


@pytest.mark.parametrize("number", OTHERS)
def test_another_reading_changes_somebody_and_nothing_stays_behind(number: str) -> None:
    people = of_reading(number)
    before = answers(people)
    with OTHERS[number].patch():
        changed = differences(people, before, OTHERS[number].applied)
    assert changed, "a reading that changes nobody in the gallery needs a case"
    assert answers(people) == before


def test_the_day_after_the_anniversary_is_a_day_later() -> None:
    said = re.sub(r"<[^>]*>", "", readings_page.other("A02"))
    assert "陈工，一级/高级技师：到那天才可申报（2027-05-20 起） → 到那天才可申报（2027-05-21 起）" in said


def test_the_gallery_is_answered_by_the_rules_themselves() -> None:
    shown = gallery()[0]
    assert answers(gallery())[0] == assess(shown.facts)["targets"]


def test_a_new_reading_without_a_word_on_the_other_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(WHY_NOT, "A47")
    with pytest.raises(readings_page.UnexplainedReadingError, match="A47"):
        readings_page.readings()
