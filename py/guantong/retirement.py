"""The statutory retirement age, which the policy presupposes and does not state (A28).

Source: 全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定 (2024-09-13). Before 2025: 60 for men, 55 or 50 for women by
post. From 2025-01-01 the age rises by one month for every four months (60 and 55, up to 63 and 58) or every two months
(50, up to 55) by which the original age is reached later than that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from .days import Moment, add_months, add_years
from .windows import ALL, Span, closes, over

#: original age in years → (months by which births step, months of delay at most)
STEPS: dict[int, tuple[int, int]] = {60: (4, 36), 55: (4, 36), 50: (2, 60)}
REFORM_YEAR = 2025
SPECIAL_LEAD_YEARS = 10


@dataclass(frozen=True, slots=True)
class Age:
    """A person's statutory retirement age: delay in months, and the day on which it is reached."""

    original: int
    delay: int
    reached: date

    @property
    def words(self) -> str:
        years, months = divmod(self.original * 12 + self.delay, 12)
        return f"{years}岁" + (f"{months}个月" if months else "")


def age(birth: date, original: int) -> Age:
    """The retirement age by date of birth and original age (60, 55 or 50 years).

    The day is the birthday plus the delayed months, the month's last day where it has no such day.
    """
    step, cap = STEPS[original]
    months = (birth.year + original - REFORM_YEAR) * 12 + birth.month - 1
    delay = min(months // step + 1, cap) if months >= 0 else 0
    return Age(original, delay, add_months(birth, original * 12 + delay))


def originals(sex: str | None, female_original: str | None) -> tuple[int, ...]:
    """The original ages that the facts leave open, in years."""
    if sex == "male":
        return (60,)
    female = (int(female_original),) if female_original else (50, 55)
    return female if sex == "female" else (60, *female)


def until_reached(birth: Moment, original: int, *, special: bool = False) -> Span:
    """The days before the age is reached; a special rule may bring it forward by ten years, nobody knows how far."""
    first, last = age(birth.first, original).reached, age(birth.last, original).reached
    if special:
        span = closes(add_years(first, -SPECIAL_LEAD_YEARS).toordinal(), last.toordinal())
        return Span(span.sure, span.plan, ALL)
    return closes(first.toordinal(), last.toordinal())


def before_age(birth: Moment, ages: tuple[int, ...], *, special: bool = False) -> Span:
    """The days before retirement age over every original age that is still open."""
    return over(until_reached(birth, original, special=special) for original in ages)


def report(birth: Moment | None, ages: tuple[int, ...], as_of: date) -> dict[str, Any] | None:
    """The retirement block of a result: each field ``None`` where the open completions differ, the whole when all do."""
    if birth is None:
        return None
    found = [_fields(age(day, original), as_of) for original in ages for day in _births(birth)]
    first = found[0]
    common = {key: value if all(f[key] == value for f in found) else None for key, value in first.items()}
    return common if any(value is not None for value in common.values()) else None


def _births(birth: Moment) -> list[date]:
    """Days of birth that between them show every difference: all days of a month, the ends of each month of a year."""
    if birth.exact:
        return [birth.first]
    months = (birth.last.year - birth.first.year) * 12 + birth.last.month - birth.first.month + 1
    starts = [add_months(birth.first, k) for k in range(months)]
    ends = [date.fromordinal(add_months(start, 1).toordinal() - 1) for start in starts]
    return starts + ends


def _fields(found: Age, as_of: date) -> dict[str, Any]:
    return {
        "delay_months": found.delay,
        "statutory_age": found.words,
        "reach_month": f"{found.reached:%Y-%m}",
        "reach_date": found.reached.isoformat(),
        "reached_on_as_of": found.reached <= as_of,
    }
