"""Which conditions the rules set, with what carries them, and in how many worked cases each is met, unmet or open.

Read from the modules (the statements that they hold as values) and from the rules as they answer the cases. A condition that
no case meets, or one that no module names any more, is an orphan and stops the build.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import guantong
from guantong.conditions import Condition, Status
from guantong.intake import read
from guantong.targets import Target, targets
from site_build.coverage import OrphanError, cases, values

STATES: tuple[Status, ...] = ("met", "unmet", "unknown", "judgement")
_STATEMENT = re.compile(r"C\d{3}")


@dataclass(slots=True)
class Seen:
    """One statement as a condition: its readings, and by state the worked cases in which it stands there."""

    readings: set[str] = field(default_factory=set)
    cases: Counter[Status] = field(default_factory=Counter)


@cache
def named() -> dict[str, tuple[str, ...]]:
    """Statement → the modules of the chapters that make a condition of it."""
    found: dict[str, list[str]] = {}
    for path in sorted(Path(guantong.__file__).parent.glob("chapter_*.py")):
        for text in sorted(filter(_STATEMENT.fullmatch, values(path.read_text("utf-8")))):
            found.setdefault(text, []).append(path.name)
    return {statement: tuple(names) for statement, names in sorted(found.items())}


@cache
def conditions() -> dict[str, Seen]:
    """Statement → how the worked cases see it as a condition, in the order of the text."""
    found: dict[str, Seen] = {}
    for case in cases():
        if case["command"] != "assess" or "errors_at" in case["expected"]:
            continue
        person = read(case["facts"])
        states: set[tuple[str, Status]] = set()
        for condition in _all(targets(person)):
            seen = found.setdefault(condition.statement, Seen())
            seen.readings.update(condition.readings)
            states.add((condition.statement, condition.status(person.today)))
        for statement, state in states:
            found[statement].cases[state] += 1
    return dict(sorted(found.items()))


def _all(found: list[Target]) -> list[Condition]:
    return [
        c for target in found for route in target.routes for way in (route.gates, *route.ways) for c in way
    ]


def check() -> None:
    """Refuse a condition in the code that no case meets, and a case's condition that no module names."""
    untried = sorted(set(named()) - set(conditions()))
    if untried:
        raise OrphanError(f"conditions that no case meets: {', '.join(untried)}")
    homeless = sorted(set(conditions()) - set(named()))
    if homeless:
        raise OrphanError(f"conditions that no chapter names: {', '.join(homeless)}")
