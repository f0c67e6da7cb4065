"""The statutory retirement age, month by month, against a walk of the decision's own words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from guantong import days
from guantong.days import parse
from guantong.intake import BadInput
from guantong.retire import retirement
from guantong.retirement import age, before_age, originals, report, until_reached
from guantong.tables.retirement import tables as retirement_tables
from guantong.windows import ALL, NONE, holds

#: original age → (the age rises by one month for every so many months, up to this age)
WORDS = {60: (4, 63), 55: (4, 58), 50: (2, 55)}


def walk(original: int) -> Iterator[tuple[date, int]]:
    """Births of 1960 to 1995 with their months of delay, by walking the months from January 2025 on.

    Who reaches the original age in the first group of months from January 2025 on has one month of delay, who does in the
    next group one more, until the new age is reached.
    """
    every, top = WORDS[original]
    delay, left = 1, every
    for year in range(1960, 1996):
        for month in range(1, 13):
            if year + original < 2025:
                yield date(year, month, 1), 0
                continue
            yield date(year, month, 1), delay
            left -= 1
            if left == 0:
                left = every
                delay = min(delay + 1, (top - original) * 12)


@pytest.mark.parametrize("original", WORDS)
def test_delay_month_by_month(original: int) -> None:
    found = [(birth, age(birth, original).delay) for birth, _ in walk(original)]
    assert found == list(walk(original))


@pytest.mark.parametrize("original", WORDS)
def test_month_in_which_the_age_is_reached(original: int) -> None:
    for birth, delay in walk(original):
        total = birth.year * 12 + birth.month - 1 + original * 12 + delay
        assert age(birth, original).reached == date(total // 12, total % 12 + 1, 1)


@pytest.mark.parametrize(
    ("birth", "original", "words", "reached"),
    [
        ("1964-12-31", 60, "60岁", "2024-12-31"),
        ("1965-01-01", 60, "60岁1个月", "2025-02-01"),
        ("1965-04-30", 60, "60岁1个月", "2025-05-30"),
        ("1965-05-01", 60, "60岁2个月", "2025-07-01"),
        ("1967-05-12", 60, "60岁8个月", "2028-01-12"),
        ("1976-08-31", 60, "62岁11个月", "2039-07-31"),
        ("1976-09-01", 60, "63岁", "2039-09-01"),
        ("1990-01-01", 60, "63岁", "2053-01-01"),
        ("1969-12-31", 55, "55岁", "2024-12-31"),
        ("1970-01-15", 55, "55岁1个月", "2025-02-15"),
        ("1981-09-01", 55, "58岁", "2039-09-01"),
        ("1974-12-31", 50, "50岁", "2024-12-31"),
        ("1975-01-31", 50, "50岁1个月", "2025-02-28"),
        ("1975-02-28", 50, "50岁1个月", "2025-03-28"),
        ("1975-03-01", 50, "50岁2个月", "2025-05-01"),
        ("1984-10-31", 50, "54岁11个月", "2039-09-30"),
        ("1984-11-01", 50, "55岁", "2039-11-01"),
    ],
)
def test_known_points(birth: str, original: int, words: str, reached: str) -> None:
    found = age(date.fromisoformat(birth), original)
    assert (found.words, found.reached.isoformat()) == (words, reached)


def test_a_later_birth_never_reaches_the_age_earlier() -> None:
    for original in WORDS:
        reached = [age(birth, original).reached for birth, _ in walk(original)]
        assert reached == sorted(reached)


@pytest.mark.parametrize(
    ("sex", "female", "ages"),
    [
        ("male", None, (60,)),
        ("male", "50", (60,)),
        ("female", "50", (50,)),
        ("female", "55", (55,)),
        ("female", None, (50, 55)),
        (None, None, (60, 50, 55)),
        (None, "55", (60, 55)),
    ],
)
def test_ages_that_the_facts_leave_open(sex: str | None, female: str | None, ages: tuple[int, ...]) -> None:
    assert originals(sex, female) == ages


def months(words: str) -> tuple[str, str]:
    """The first and last month of a span of the published table."""
    first, _, last = words.removesuffix(" 及以前").removesuffix(" 及以后").partition(" 至 ")
    low = "0000" if words.endswith("以前") else first
    return low, "9999" if words.endswith("以后") else (last or first)


@pytest.mark.parametrize("original", WORDS)
def test_the_published_table_says_the_same_month_by_month(original: int) -> None:
    (table,) = (t for t in retirement_tables() if t.id == f"retirement-{original}")
    for birth, delay in walk(original):
        month = f"{birth:%Y-%m}"
        (found,) = (row for row in table.rows if months(row[0])[0] <= month <= months(row[0])[1])
        years, rest = divmod(original * 12 + delay, 12)
        total = birth.year * 12 + birth.month - 1 + original * 12 + delay
        reached = f"{total // 12}-{total % 12 + 1:02d}"
        assert found[1] == f"{years}岁" + (f"{rest}个月" if rest else ""), month
        assert months(found[2])[0] <= reached <= months(found[2])[1], month
        if month in months(found[0]):
            assert reached in months(found[2]), month


AS_OF = date(2026, 11, 23)


def every_day(text: str) -> Iterator[date]:
    """All days that a date of less precision can mean."""
    moment = parse(text)
    assert moment is not None
    day = moment.first
    while day <= moment.last:
        yield day
        day += timedelta(days=1)


def by_day(text: str, ages: tuple[int, ...]) -> dict[str, Any] | None:
    """The report by trying every day of birth: what they all share."""
    exact = [
        report(parse(day.isoformat()), (original,), AS_OF) for day in every_day(text) for original in ages
    ]
    fields = {key: {str(found and found[key]) for found in exact} for key in exact[0] or {}}
    shared = {key: (exact[0] or {})[key] if len(values) == 1 else None for key, values in fields.items()}
    return shared if any(value is not None for value in shared.values()) else None


@pytest.mark.parametrize("ages", [(60,), (55,), (50,), (50, 55), (60, 50, 55)])
@pytest.mark.parametrize(
    "text",
    [
        "1964-12",
        "1965-01",
        "1965-04",
        "1966-07",
        "1966-08",
        "1971-09",
        "1976",
        "1990",
        "1990-02",
        "1950",
        "1976-08",
    ],
)
def test_a_birth_of_less_precision_gives_what_all_its_days_share(text: str, ages: tuple[int, ...]) -> None:
    assert report(parse(text), ages, AS_OF) == by_day(text, ages)


@pytest.mark.parametrize(
    ("as_of", "reached"),
    [
        ("2020-04-30", False),
        ("2020-05-01", None),
        ("2020-05-30", None),
        ("2020-05-31", True),
    ],
)
def test_whoever_may_be_born_on_the_last_day_of_a_month_reaches_the_age_on_that_day(
    as_of: str, *, reached: bool | None
) -> None:
    found = report(parse("1960-05"), (60,), date.fromisoformat(as_of))
    assert found is not None
    assert (found["reach_month"], found["reach_date"]) == ("2020-05", None)
    assert found["reached_on_as_of"] is reached


def test_a_birth_still_unknown_gives_nothing() -> None:
    assert report(None, (60,), AS_OF) is None


def test_the_bar_stands_from_the_day_on_which_the_age_is_reached() -> None:
    birth = parse("1967-05-12")
    assert birth is not None
    span = until_reached(birth, 60)
    last = date(2028, 1, 11).toordinal()
    for part in (span.sure, span.plan, span.possible):
        assert (holds(part, last), holds(part, last + 1)) == (True, False)


def test_a_special_rule_leaves_the_bar_open_from_ten_years_before_the_age() -> None:
    birth = parse("1967-05-12")
    assert birth is not None
    for span in (until_reached(birth, 60, special=True), before_age(birth, (60,), special=True)):
        last = date(2018, 1, 11).toordinal()
        assert (holds(span.sure, last), holds(span.sure, last + 1)) == (True, False)
        assert span.plan == span.sure
        assert span.possible == ALL


def test_before_age_over_two_ages_is_sure_before_the_earlier_and_possible_before_the_later() -> None:
    birth = parse("1971-05-05")
    assert birth is not None
    early, late = until_reached(birth, 50), until_reached(birth, 55)
    both = before_age(birth, (50, 55))
    assert (both.sure, both.plan, both.possible) == (early.sure, early.plan, late.possible)
    assert both.sure != NONE


COMMAND: dict[str, Any] = {"as_of": "2026-11-23", "birth_date": "1971-05-05"}


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"sex": "male"}, "61岁8个月"),
        ({"sex": "female", "original_retirement_age": "55"}, "55岁5个月"),
        ({"sex": "female", "original_retirement_age": "50"}, "50岁"),
        ({"original_retirement_age": "55"}, "55岁5个月"),
        ({"sex": "female"}, None),
        ({}, None),
    ],
)
def test_the_command_answers_by_sex_and_category(facts: dict[str, Any], words: str | None) -> None:
    found = retirement({**COMMAND, **facts})
    assert (found and found["statutory_age"]) == words


@pytest.mark.parametrize(("sex", "age", "accepted"), [("male", "55", "60"), ("female", "60", "50、55")])
def test_a_category_that_the_sex_does_not_have_is_refused(sex: str, age: str, accepted: str) -> None:
    with pytest.raises(BadInput) as bad:
        retirement({**COMMAND, "sex": sex, "original_retirement_age": age})
    (error,) = bad.value.errors
    assert (error.at, error.given, error.accepted) == ("/original_retirement_age", f"“{age}”", accepted)


@pytest.mark.parametrize(
    "facts", [{"sex": "x"}, {"original_retirement_age": "65"}, {"colour": 1}, {"as_of": "2026"}]
)
def test_the_command_refuses_what_no_fact_takes(facts: dict[str, Any]) -> None:
    with pytest.raises(BadInput) as bad:
        retirement({**COMMAND, **facts})
    assert [error.at for error in bad.value.errors] == [f"/{key}" for key in facts]


def test_who_is_not_born_yet_on_the_day_has_stated_no_birth() -> None:
    assert retirement({"as_of": "2026-11-23", "birth_date": "2026-11-24", "sex": "male"}) is None
    assert retirement({"as_of": "2026-11-23", "birth_date": "2026-11-23", "sex": "male"}) is not None
    assert retirement({"as_of": "2026-11-23", "sex": "male"}) is None


def test_without_a_day_of_calculation_it_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(days, "today", lambda: date(2027, 1, 1))
    found = retirement({"birth_date": "1964-06-01", "sex": "male"})
    assert found is not None
    assert found["reached_on_as_of"] is True
    monkeypatch.setattr(days, "today", lambda: date(2020, 1, 1))
    assert (retirement({"birth_date": "1964-06-01", "sex": "male"}) or {})["reached_on_as_of"] is False
