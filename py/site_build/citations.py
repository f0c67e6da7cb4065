"""Which readings concern which clause, and where both stand on the site."""

from __future__ import annotations

from functools import cache

from guantong.policy import statements
from guantong.readings import READINGS, Reading


@cache
def anchors() -> dict[str, str]:
    """Clause path → anchor of its first statement on the policy page."""
    found: dict[str, str] = {}
    for statement in statements():
        found.setdefault(statement.clause, statement.anchor)
    return found


def readings_of(clause: str) -> list[Reading]:
    """The readings that say they concern this clause, by number."""
    return [reading for reading in READINGS.values() if clause in reading.clauses]


def clause_address(clause: str) -> str:
    """Address of a clause, seen from a page one level below the root. ``KeyError`` for an unknown clause."""
    return f"../policy/#{anchors()[clause]}"


def reading_address(number: str) -> str:
    """Address of a reading, seen from a page one level below the root."""
    return f"../readings/#{number.lower()}"
