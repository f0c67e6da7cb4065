"""The statutory retirement age, month by month, against a walk of the decision's own words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from guantong.retirement import age, originals

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
