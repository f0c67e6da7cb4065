"""三（三）: where to hand in, by whom, with what and when; 三（二）免考; 四（三）, 四（二）2-②."""

from __future__ import annotations

from itertools import product
from typing import Any

from .days import even_months
from .intake import Case
from .table import TABLE, Facts, first_row

_TABLE = TABLE["channel"]
_VALUES: dict[str, tuple[Any, ...]] = {
    "person_type": (
        "enterprise_employee",
        "school_staff",
        "public_institution_employee",
        "government_employee",
        "social_individual",
    ),
    "apply_as": ("through_unit", "individual"),
    "employer_accredited": (True, False),
    "employer_scope_covers_occupation": (True, False),
    "occupation_access_type": (True, False),
}


def options(case: Case) -> list[Facts]:
    """Every place that the facts leave open, in the order of the table."""
    facts = case.facts
    choices = [(facts[key],) if key in facts else values for key, values in _VALUES.items()]
    places = {
        place
        for values in product(*choices)
        for place in first_row(_TABLE["rows"], dict(zip(_VALUES, values, strict=True)))["to"]
    }
    return [_option(place, case) for place in _TABLE["order"] if place in places]


def _option(place: str, case: Case) -> Facts:
    row = _TABLE["option"][place]
    return {
        "receiver": row["receiver"],
        "issuer": row["issuer"],
        "certificate_type": row["certificate_type"],
        "materials": row["materials"],
        "sessions": even_months(case.as_of) if row["even_months"] else [],
    }


def theory_exam(case: Case) -> str:
    """可免于理论知识考试, or not, or not known."""
    return str(first_row(TABLE["theory"]["rows"], case.facts)["then"])


def kind_of_series(case: Case) -> str | None:
    """review, exam or unlisted; None where no series is given."""
    given = case.facts.get("target_series")
    if given is None:
        return None
    name = given.removesuffix("系列")
    name = TABLE["series"]["aliases"].get(name, name)
    return (
        "review"
        if name in TABLE["series"]["review"]
        else "exam"
        if name in TABLE["series"]["exam"]
        else "unlisted"
    )


def route_of_papers(case: Case) -> str | None:
    """As the series says; not decided for 工程 with a 通信 specialty (A14)."""
    specialty = case.facts.get("target_specialty") or ""
    kind = kind_of_series(case)
    return (
        None
        if kind == "review" and case.facts["target_series"].startswith("工程") and "通信" in specialty
        else kind
    )


def education(case: Case) -> str | None:
    """What a class of a technician school counts as."""
    text = case.facts.get("education") or ""
    return next((level for name, level in TABLE["education"].items() if name in text), None) or None
