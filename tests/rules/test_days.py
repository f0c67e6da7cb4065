"""Days: anniversaries, dates that lack their day, even months, today in Shanghai."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guantong import days
from guantong.days import add_months, add_years, even_months, parse

any_day = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("start", "years", "anniversary"),
    [
        ("2022-05-20", 3, "2025-05-20"),
        ("2020-02-29", 1, "2021-02-28"),
        ("2020-02-29", 3, "2023-02-28"),
        ("2020-02-29", 4, "2024-02-29"),
        ("2021-02-28", 3, "2024-02-28"),
        ("2096-02-29", 4, "2100-02-28"),
        ("2021-12-31", 2, "2023-12-31"),
    ],
)
def test_anniversary_is_the_same_day_or_the_months_last(start: str, years: int, anniversary: str) -> None:
    assert add_years(date.fromisoformat(start), years).isoformat() == anniversary


@pytest.mark.parametrize(
    ("start", "months", "day"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-08-31", 1, "2026-09-30"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-01-15", -1, "2025-12-15"),
    ],
)
def test_months_end_where_the_month_has_no_such_day(start: str, months: int, day: str) -> None:
    assert add_months(date.fromisoformat(start), months).isoformat() == day


@given(any_day, st.integers(0, 720))
def test_a_month_later_keeps_the_day_where_it_can(start: date, months: int) -> None:
    found = add_months(start, months)
    assert (found.year * 12 + found.month) - (start.year * 12 + start.month) == months
    assert found.day == min(start.day, monthrange(found.year, found.month)[1])


@pytest.mark.parametrize(
    ("text", "first", "last", "certain"),
    [
        ("2022-05-20", "2022-05-20", "2022-05-20", "2022-05-20"),
        ("2022-05", "2022-05-01", "2022-05-31", "2022-06-01"),
        ("2022-12", "2022-12-01", "2022-12-31", "2023-01-01"),
        ("2024-02", "2024-02-01", "2024-02-29", "2024-03-01"),
        ("2022", "2022-01-01", "2022-12-31", "2023-01-01"),
    ],
)
def test_an_imprecise_date_is_certain_after_its_last_day(
    text: str, first: str, last: str, certain: str
) -> None:
    moment = parse(text)
    assert moment is not None
    assert (moment.first.isoformat(), moment.last.isoformat()) == (first, last)
    assert moment.certain.isoformat() == certain
    assert moment.exact == (first == last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2022-02-30",
        "2023-02-29",
        "2022-13",
        "2022-00",
        "2022-05-00",
        "2022-5-2",
        "22-05-20",
        "2022/05/20",
        "2022-05-20 ",
        "2022-05-20\n",
        "２０２２-05-20",
        "1899-12-31",
        "2201",
        "0000",
        "2022-05-20T00:00",
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    assert parse(text) is None


@given(any_day)
def test_a_real_day_is_read_as_itself(day: date) -> None:
    moment = parse(day.isoformat())
    assert moment is not None
    assert moment.first == moment.last == moment.certain == day


@pytest.mark.parametrize(
    ("day", "months"),
    [
        ("2026-11-23", ["2026-12", "2027-02"]),
        ("2026-12-01", ["2026-12", "2027-02"]),
        ("2026-12-31", ["2026-12", "2027-02"]),
        ("2027-01-01", ["2027-02", "2027-04"]),
        ("2027-02-28", ["2027-02", "2027-04"]),
    ],
)
def test_even_months_start_with_this_one_where_it_is_even(day: str, months: list[str]) -> None:
    assert even_months(date.fromisoformat(day)) == months


@given(any_day, st.integers(1, 8))
def test_even_months_are_even_and_two_apart(day: date, count: int) -> None:
    found = [(int(month[:4]), int(month[5:])) for month in even_months(day, count)]
    assert len(found) == count
    assert all(month % 2 == 0 for _, month in found)
    indexes = [year * 12 + month for year, month in found]
    assert indexes[0] - (day.year * 12 + day.month) in (0, 1)
    assert [index - indexes[0] for index in indexes] == list(range(0, 2 * count, 2))


@pytest.mark.parametrize(
    ("clock", "today"),
    [
        ("2026-11-22T15:59:59", "2026-11-22"),
        ("2026-11-22T16:00:00", "2026-11-23"),
        ("2026-12-31T16:00:00", "2027-01-01"),
    ],
)
def test_today_is_that_of_shanghai(monkeypatch: pytest.MonkeyPatch, clock: str, today: str) -> None:
    moment = datetime.fromisoformat(clock).replace(tzinfo=UTC)

    class Frozen(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            assert tz is UTC
            return moment

    monkeypatch.setattr(days, "datetime", Frozen)
    assert days.today().isoformat() == today


def test_shanghai_is_eight_hours_ahead() -> None:
    assert timedelta(hours=8) == days.SHANGHAI_OFFSET
