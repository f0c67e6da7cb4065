"""Days, months and years as the readings count them, with nothing but the calendar."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

BEGINNING = date.min


def moved(day: date, months: int) -> date:
    """The corresponding day so many months later; the month's last day where it has none (A02)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def years_later(day: date, years: int) -> date:
    """The day on which so many years are complete."""
    return moved(day, 12 * years)


def reading(text: str) -> tuple[date, date]:
    """From which day a date as written is possible, from which it is certain."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        day = date(*parts)
        return day, day
    if len(parts) == 2:
        first = date(parts[0], parts[1], 1)
        return first, moved(first, 1)
    return date(parts[0], 1, 1), date(parts[0] + 1, 1, 1)


def first_and_last(text: str) -> tuple[date, date]:
    """The first and the last day that a birth date as written may mean."""
    possible, certain = reading(text)
    return (possible, certain) if possible == certain else (possible, certain - timedelta(days=1))


def even_months(day: date) -> list[str]:
    """The first two even months from that day on, its own month included."""
    first = date(day.year, day.month, 1)
    if first.month % 2:
        first = moved(first, 1)
    return [f"{first:%Y-%m}", f"{moved(first, 2):%Y-%m}"]
