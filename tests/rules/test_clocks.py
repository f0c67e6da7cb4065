"""When years are complete, and what would still settle it: for each way a certificate's date can be known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from guantong.clocks import clock_asks, held_since, title_years, worked_years
from guantong.intake import read
from guantong.person import SkillEntry, TitleEntry
from guantong.windows import ALL, NONE, Span, since

TODAY = date(2026, 11, 23).toordinal()


def skill(**facts: Any) -> SkillEntry:
    """The one skill certificate of a person."""
    [entry] = read({"as_of": "2026-11-23", "skills": [{"level": "3", **facts}]}).skills or ()
    return entry


def title(**facts: Any) -> TitleEntry:
    """The one title of a person."""
    [entry] = read({"as_of": "2026-11-23", "titles": [{"level": "assistant", **facts}]}).titles or ()
    return entry


def from_day(year: int, month: int, day: int) -> Any:
    """All days from one on."""
    return since(date(year, month, day).toordinal())


def test_a_title_is_held_from_its_approval_and_possibly_from_any_day_where_only_a_later_date_is_known() -> (
    None
):
    approved = title(obtained="2024-05-20")
    assert title_years(approved, 0, TODAY) == Span(*[from_day(2024, 5, 20)] * 3)
    assert title_years(replace(approved, exact_kind=False), 0, TODAY) == Span(
        from_day(2024, 5, 20), from_day(2024, 5, 20), ALL
    )
    assert held_since(approved.obtained, True, TODAY) == title_years(approved, 0, TODAY)


def test_a_month_holds_for_certain_from_the_next_one_and_possibly_from_its_first_day() -> None:
    span = title_years(title(obtained="2024-05"), 0, TODAY)
    assert (span.sure, span.possible) == (from_day(2024, 6, 1), from_day(2024, 5, 1))


def test_the_years_of_a_title_may_be_complete_earlier_where_only_a_later_date_is_known() -> None:
    approved = title(obtained="2024-05-20")
    assert title_years(approved, 3, TODAY) == Span(*[from_day(2027, 5, 20)] * 3)
    later = title_years(replace(approved, exact_kind=False), 3, TODAY)
    assert (later.sure, later.possible) == (from_day(2027, 5, 20), ALL)


def test_stated_years_suffice_today_whatever_the_date() -> None:
    span = worked_years(skill(obtained="2023-11", years_worked=3), 3, TODAY)
    assert span.sure == since(TODAY)
    assert worked_years(skill(obtained="2020-05-20", years_worked=3), 3, TODAY).sure == from_day(2023, 5, 20)
    assert worked_years(skill(years_worked=3), 3, TODAY) == Span(since(TODAY), ALL, ALL)


def test_too_few_stated_years_are_a_no_but_not_of_a_certificate_that_may_be_older() -> None:
    entry = skill(obtained="2020-05-20", years_worked=2)
    assert worked_years(entry, 3, TODAY).possible == NONE
    assert worked_years(entry, 3, TODAY, at_latest=True).possible == ALL
    assert worked_years(entry, 3, TODAY, at_latest=True).plan == NONE


def test_work_without_a_break_makes_the_anniversary_certain() -> None:
    without = worked_years(skill(obtained="2020-05-20", continuous=True), 3, TODAY)
    assert without == Span(*[from_day(2023, 5, 20)] * 3)
    unknown = worked_years(skill(obtained="2020-05-20"), 3, TODAY)
    assert (unknown.sure, unknown.plan) == (NONE, from_day(2023, 5, 20))
    older = worked_years(skill(obtained="2020-05-20", continuous=True), 3, TODAY, at_latest=True)
    assert (older.sure, older.possible) == (from_day(2023, 5, 20), ALL)


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        ({}, ["obtained", "continuous"]),
        ({"continuous": True}, ["obtained"]),
        ({"continuous": False}, ["obtained", "years_worked"]),
        ({"years_worked": 2}, []),
        ({"years_worked": 2, "continuous": False}, []),
        ({"obtained": "2020-05-20"}, ["continuous"]),
        ({"obtained": "2020-05-20", "years_worked": 2}, []),
        ({"obtained": "2020-05-20", "continuous": True}, []),
        ({"obtained": "2020-05-20", "continuous": False}, ["years_worked"]),
        ({"obtained": "2023-11-23"}, ["continuous"]),
        ({"obtained": "2023-11-24"}, []),
        ({"obtained": "2023-11-24", "continuous": False}, ["years_worked"]),
    ],
)
def test_only_what_can_still_settle_the_years_is_asked(facts: dict[str, Any], asked: list[str]) -> None:
    assert clock_asks(skill(**facts), 3, TODAY) == tuple(f"/skills/0/{key}" for key in asked)
