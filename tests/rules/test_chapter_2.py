"""二: how each series is obtained, and what that makes of the roads to its titles (A14, A15)."""

from __future__ import annotations

from typing import Any

import pytest

from guantong.chapter_2 import exam_registration, exam_route, is_telecom_engineering, kind, series_gates
from guantong.conditions import TITLE_DESK
from guantong.intake import read
from guantong.person import Person


def person(series: str | None, **facts: Any) -> Person:
    """Somebody who applies for a title of this series."""
    return read({"as_of": "2026-11-23", "target_series": series, **facts})


@pytest.mark.parametrize(
    ("series", "way", "statuses"),
    [
        ("工程", "review", ["met"]),
        ("技工院校教师系列", "review", ["met"]),
        ("卫生", "unlisted", ["judgement"]),
        ("会计", "exam", []),
        ("通信", "exam", []),
        (None, None, []),
    ],
)
def test_a_named_series_of_review_is_told_an_unnamed_one_is_for_the_title_desk(
    series: str | None, way: str | None, statuses: list[str]
) -> None:
    who = person(series)
    assert kind(who) == way
    gates = series_gates(who)
    assert [gate.status(who.today) for gate in gates] == statuses
    for gate in gates:
        assert (gate.clause, gate.readings, gate.facts) == ("二（一）", ("A14",), ("/target_series",))
        assert gate.office == ("" if way == "review" else TITLE_DESK)


@pytest.mark.parametrize(
    ("level", "verdict"),
    [
        ("assistant", "not_eligible"),
        ("intermediate", "not_eligible"),
        ("associate_senior", "needs_confirmation"),
        ("senior", "needs_confirmation"),
    ],
)
def test_an_examined_series_has_no_review_below_and_an_open_one_above(level: str, verdict: str) -> None:
    who = person("会计")
    road = exam_route(who, level)
    assert (road.verdict(who.today), road.clause) == (verdict, "二（二）")
    assert [condition.readings for condition in road.gates] == [("A15",)]


@pytest.mark.parametrize(
    ("met", "verdict"), [(True, "eligible"), (False, "not_eligible"), (None, "needs_confirmation")]
)
def test_registering_for_an_examination_hangs_on_its_own_conditions_alone(
    *, met: bool | None, verdict: str
) -> None:
    who = person("会计", exam_conditions_met=met, retired=True)
    road = exam_registration(who)
    assert road.verdict(who.today) == verdict
    [condition] = road.gates
    assert (condition.clause, condition.readings) == ("二（二）", ("A15",))
    assert condition.asks == (("/exam_conditions_met",) if met is None else ())


@pytest.mark.parametrize(
    ("series", "specialty", "both"),
    [("工程", "通信工程", True), ("工程", "机械", False), ("工程", None, False), ("通信", "通信工程", False)],
)
def test_telecom_within_engineering_stands_in_both_lists(
    series: str, specialty: str | None, *, both: bool
) -> None:
    assert is_telecom_engineering(person(series, target_specialty=specialty)) is both
