"""What every road of a direction must pass: the person, the unit, the field, the appraisals, the age."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .conditions import Condition, Step, always
from .days import BEGINNING, first_and_last, moved, years_later
from .intake import Case
from .table import TABLE, Facts, Row, first_row

_AGE = TABLE["age"]
Side = tuple[date, Row]


def gates(case: Case, direction: str) -> tuple[Condition, ...]:
    """Each gate of the direction, by the first row that fits."""
    outcomes = [
        (gate["clause"], first_row(gate["rows"], case.facts)["then"])
        for gate in TABLE["gate"]
        if gate["direction"] == direction
    ]
    found = tuple(always(clause, outcome) for clause, outcome in outcomes if outcome != "none")
    return (*found, age_gate(case)) if direction == "skill_to_title" else found


def schedules(facts: Facts) -> list[Row]:
    """The rows of the retirement schedule that may be this person's."""
    return [
        row
        for row in _AGE["retirement"]
        if facts.get("sex") in (None, row["sex"])
        and (
            row["sex"] == "male"
            or facts.get("female_original_retirement_age") in (None, str(row["original"]))
        )
    ]


def delay(birth: date, row: Row) -> int:
    """By how many months retirement is put off for one born on that day."""
    first = date.fromisoformat(row["first_birth"] + "-01")
    months = (birth.year - first.year) * 12 + birth.month - first.month
    return 0 if months < 0 else min(int(row["at_most"]), months // int(row["months_for_one"]) + 1)


def reached(birth: date, row: Row) -> date:
    """The day on which the age of retirement is reached."""
    return moved(birth, int(row["original"]) * 12 + delay(birth, row))


@dataclass(frozen=True)
class Retirement:
    """One possible course: the delay and the day, for one sex, category and birth date."""

    months: int
    age: str
    day: date


def courses(facts: Facts) -> list[Retirement]:
    """Every course that the facts allow; none without a birth date."""
    if "birth_date" not in facts:
        return []
    births = dict.fromkeys(first_and_last(facts["birth_date"]))
    return [_course(birth, row) for row in schedules(facts) for birth in births]


def _course(birth: date, row: Row) -> Retirement:
    months = delay(birth, row)
    years, rest = divmod(int(row["original"]) * 12 + months, 12)
    return Retirement(months, f"{years}岁{rest}个月" if rest else f"{years}岁", reached(birth, row))


def age_gate(case: Case) -> Condition:
    """四（一）-③: over every course that the facts allow; one answer where all give the same."""
    facts, clause = case.facts, _AGE["clause"]
    if "birth_date" not in facts:
        return _by_word(case)
    schedules_ = [_sides(case, row) for row in schedules(facts)]
    days = sorted({BEGINNING, *(day for sides in schedules_ for day, _ in sides)})
    return Condition(clause, tuple(_on(schedules_, day) for day in days))


def _sides(case: Case, row: Row) -> list[Side]:
    """For the first and the last day of birth that the paper allows: the day of the age, and what changes then."""
    outcomes = first_row(_AGE["rows"], _with_title(case, row["sex"]))
    back = -int(outcomes.get("office_years_before", 0))
    return [
        (years_later(reached(birth, row), back), outcomes)
        for birth in first_and_last(case.facts["birth_date"])
    ]


def _on(schedules_: list[list[Side]], here: date) -> Step:
    """Over one schedule a paper that says no more leaves it to the office; over several it is a question."""
    now = [[outcomes["from" if day <= here else "before"] for day, outcomes in sides] for sides in schedules_]
    each = [outcomes[0] if len(set(outcomes)) == 1 else "office" for outcomes in now]
    every = {outcome for outcomes in now for outcome in outcomes}
    if "ask" in every or (len(now) > 1 and "met" in every and set(each) == {"office"}):
        each.append("ask")
    return here, fold(each), all(outcome == "met" for outcomes in now for outcome in outcomes)


def _by_word(case: Case) -> Condition:
    """Without a birth date: what the person says of today."""
    facts, clause = case.facts, _AGE["clause"]
    said = facts.get("reached_retirement_age")
    sexes = [facts["sex"]] if "sex" in facts else ["male", "female"]
    rows = [first_row(_AGE["rows"], _with_title(case, sex)) for sex in sexes]
    sides = {True: ["from"], False: ["before"], None: ["before", "from"]}[said]
    outcomes = [row[side] for row in rows for side in sides]
    return always(clause, fold(outcomes), said is None or all(outcome == "met" for outcome in outcomes))


def _with_title(case: Case, sex: str) -> Facts:
    senior = any(entry.level in ("associate_senior", "senior") for entry in case.titles or [])
    return {**case.facts, "woman_with_senior_title": sex == "female" and senior}


def fold(outcomes: Iterable[str]) -> str:
    """One outcome where every possible course has the same; otherwise it is a question."""
    kinds = set(outcomes)
    return kinds.pop() if len(kinds) == 1 else "ask"
