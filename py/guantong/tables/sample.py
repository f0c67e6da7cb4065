"""Made-up persons to ask the rules about, and the rules' answer as the words of a cell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from ..assess import assess
from ..days import add_years

Facts = dict[str, Any]
Answer = dict[str, Any]

#: the day on which a made-up person gets the certificate
DAY = date(2026, 1, 5)
#: longer than any clock of the policy
_LONGEST = 10
WORDS = {"eligible": "可申报", "not_eligible": "不可申报", "needs_confirmation": "需确认"}
_AT_ONCE = {"可申报": "取得后可申报"}

TITLE_HOLDER: Facts = {
    "works_in_wuhan": True,
    "employer_affiliation": "wuhan",
    "person_type": "enterprise_employee",
    "apply_as": "through_unit",
    "employer_accredited": False,
    "occupation_access_type": False,
    "occupation_matches_current_post": True,
    "cumulative_work_years_met": True,
    "related_diploma": True,
    "retired": False,
    "titles": [],
    "skills": [],
}
SKILL_HOLDER: Facts = {
    "employer_affiliation": "wuhan",
    "person_type": "enterprise_employee",
    "specialty_same_or_similar": True,
    "does_professional_technical_work": True,
    "meets_hubei_conditions": True,
    "last3_appraisals_passed": True,
    "years_in_current_post": 5,
    "retired": False,
    "reached_retirement_age": False,
    "delayed_retirement_procedure": False,
    "public_institution_quota_available": True,
    "target_series": "工程",
    "titles": [],
    "skills": [],
    "awards": [],
}


def title(level: str, obtained: date = DAY) -> Facts:
    """A title in a matching field."""
    return {"level": level, "obtained": obtained.isoformat(), "specialty_matches": True}


def skill(level: str, obtained: date = DAY, **more: object) -> Facts:
    """A certificate in the same occupation, with work in it ever since."""
    entry = {"level": level, "obtained": obtained.isoformat(), "same_occupation": True, "continuous": True}
    return {**entry, **more}


def target(key: str) -> Callable[[Answer], Answer]:
    """Picks one target out of a result."""
    return lambda result: result["targets"][key]


def route(key: str, id: str) -> Callable[[Answer], Answer]:
    """Picks one road to a target out of a result."""
    return lambda result: next(found for found in result["targets"][key]["routes"] if found["id"] == id)


def status(facts: Facts, pick: Callable[[Answer], Answer], day: date = DAY) -> str:
    """The verdict on a day, in words."""
    return WORDS[pick(assess({**facts, "as_of": day.isoformat()}))["status"]]


def when(facts: Facts, pick: Callable[[Answer], Answer]) -> str:
    """The verdicts over the years after the certificate's day, e.g. ``满3年起可申报``; a verdict of no is left out."""
    found = [status(facts, pick, add_years(DAY, years)) for years in range(_LONGEST + 1)]
    steps = [(years, word) for years, word in enumerate(found) if years == 0 or word != found[years - 1]]
    words = [f"满{years}年起{word}" if years else _AT_ONCE.get(word, word) for years, word in steps]
    return "；".join(words[1:] if len(words) > 1 and found[0] == WORDS["not_eligible"] else words)
