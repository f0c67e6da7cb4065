"""Days of the calendar in Asia/Shanghai: dates that may lack their day or month, anniversaries, today.

A day is a proleptic Gregorian ordinal (``date.toordinal``), so that windows are plain integers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

SHANGHAI_OFFSET = timedelta(hours=8)  # no summer time since 1991

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as a certificate shows it: a day, a month or a year.

    ``first`` and ``last`` are the first and last day that it can mean.
    """

    text: str
    first: date
    last: date

    @property
    def exact(self) -> bool:
        return self.first == self.last

    @property
    def certain(self) -> date:
        """The first day on which it has passed for certain (a month: the first of the next one)."""
        return self.first if self.exact else self.last + timedelta(days=1)


def parse(text: str) -> Moment | None:
    """Read ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY`` (1900–2200); ``None`` for anything else or an impossible date."""
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if not 1900 <= year <= 2200:
        return None
    try:
        first = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    if day is not None:
        return Moment(text, first, first)
    if month is not None:
        return Moment(text, first, add_months(first, 1) - timedelta(days=1))
    return Moment(text, first, date(year, 12, 31))


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or that month's last day where it has no such day (民法典 202)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    month += 1
    return date(year, month, min(day.day, days_in_month(year, month)))


def add_years(day: date, years: int) -> date:
    """The anniversary; 29 February falls on 28 February in a common year (A02)."""
    return add_months(day, 12 * years)


def days_in_month(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date(year, month, 1)).days


def today() -> date:
    """Today in Asia/Shanghai, whatever the machine's own zone."""
    return (datetime.now(UTC) + SHANGHAI_OFFSET).date()


def even_months(start: date, count: int = 2) -> list[str]:
    """The next even months from a day on, its own month first where that is even, as ``YYYY-MM`` (A21)."""
    index = start.year * 12 + start.month - 1
    index += (index + 1) % 2
    return [f"{(index + 2 * k) // 12:04d}-{(index + 2 * k) % 12 + 1:02d}" for k in range(count)]
