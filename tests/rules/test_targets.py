"""Which targets a person's facts call for, and what is said of a level that lies outside the policy (A38)."""

from __future__ import annotations

from typing import Any

import pytest

from guantong.conditions import SKILL_DESK
from guantong.intake import read
from guantong.targets import NAMES, SKILLS, TITLES, Note, Target, targets


def found(**facts: Any) -> dict[str, Target]:
    """The targets by their key."""
    return {target.key: target for target in targets(read({"as_of": "2026-11-23", **facts}))}


@pytest.mark.parametrize(
    ("facts", "more"),
    [
        ({}, []),
        ({"target_series": "工程"}, []),
        ({"target_series": "会计"}, ["exam_registration"]),
        ({"target_skill_level": "4"}, ["skill_4"]),
        (
            {"target_series": "会计", "target_skill_level": "chief_technician"},
            ["exam_registration", "chief_technician"],
        ),
    ],
)
def test_seven_levels_and_what_the_facts_call_for_besides(facts: dict[str, Any], more: list[str]) -> None:
    assert list(found(**facts)) == [*SKILLS, *TITLES, *more]


def test_a_skill_level_is_reached_by_title_and_a_title_by_skill() -> None:
    by_title = {key: target.by_title for key, target in found().items()}
    assert by_title == {**dict.fromkeys(SKILLS, True), **dict.fromkeys(TITLES, False)}


@pytest.mark.parametrize(
    ("level", "key", "clause", "says"),
    [
        ("5", "skill_5", "三（二）1", "从高级工起"),
        ("4", "skill_4", "三（二）1", "从高级工起"),
        ("special_technician", "special_technician", "三（二）3", "最高到一级/高级技师"),
        ("chief_technician", "chief_technician", "三（二）3", "最高到一级/高级技师"),
    ],
)
def test_a_level_outside_is_for_the_skill_desk_and_cites_the_nearest_rung(
    level: str, key: str, clause: str, says: str
) -> None:
    target = found(target_skill_level=level)[key]
    assert target.routes == ()
    condition = target.outside
    assert condition is not None
    assert (condition.clause, condition.office, condition.readings) == (clause, SKILL_DESK, ("A38",))
    assert condition.facts == ("/target_skill_level",)
    [note] = target.notes
    assert (note.clause, note.readings) == (clause, ("A38",))
    for text in (condition.says, note.says):
        assert says in text
        assert NAMES[key] in text


def test_only_a_level_outside_stands_outside() -> None:
    assert [key for key, t in found(target_skill_level="4").items() if t.outside is not None] == ["skill_4"]


def test_a_note_of_its_own_cites_and_rests_on_nothing() -> None:
    note = Note("一句话")
    assert (note.readings, note.clause) == ((), "")
