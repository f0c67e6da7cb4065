"""A person as they would be: the same facts with a certificate more, on another day. The rules are asked, nothing is copied."""

from __future__ import annotations

from datetime import date
from typing import Any

from .days import add_months
from .intake import read
from .person import Person
from .targets import SKILLS

Facts = dict[str, Any]


def with_certificate(facts: Facts, rung: str, obtained: date) -> Facts:
    """The facts with one rung more, obtained by this policy on a day, in the field in question, and worked in ever since."""
    if rung in SKILLS:
        entry: Facts = {
            "level": rung.removeprefix("skill_"),
            "obtained": obtained.isoformat(),
            "same_occupation": True,
            "via_this_policy": True,
            "continuous": True,
        }
        return {**facts, "skills": [*(facts.get("skills") or []), entry]}
    entry = {"level": rung, "obtained": obtained.isoformat(), "specialty_matches": True}
    return {**facts, "titles": [*(facts.get("titles") or []), entry]}


def on(facts: Facts, day: date) -> Person:
    """The person on another day of calculation."""
    return read({**facts, "as_of": day.isoformat()})


def worked_on(facts: Facts, day: date) -> Facts:
    """The facts with the years stated after a certificate counted on from ``day``.

    Years that were stated stand still in the rules (A03): who is asked about the future keeps working. So a certificate with
    years beside it gets a twin that looks as if it had been obtained so many years ago and worked in ever since.
    """
    skills = facts.get("skills") or []
    twins = [_twin(entry, day) for entry in skills if entry.get("years_worked") is not None]
    return {**facts, "skills": [*skills, *twins]} if twins else facts


def _twin(entry: Facts, day: date) -> Facts:
    since = add_months(day, -int(entry["years_worked"] * 12))
    kept = {
        key: value for key, value in entry.items() if key not in ("years_worked", "continuous", "obtained")
    }
    return {**kept, "obtained": since.isoformat(), "continuous": True}
