"""The command ``retirement``: the statutory retirement age alone, by birth date, sex and category."""

from __future__ import annotations

from datetime import date
from typing import Any

from . import days
from .facts import BY_KEY, Choice, Fact
from .intake import BadInput, InputError, check_object, show
from .retirement import originals, report

FACTS = {
    "as_of": BY_KEY["as_of"],
    "birth_date": BY_KEY["birth_date"],
    "sex": BY_KEY["sex"],
    "original_retirement_age": Fact(
        "original_retirement_age",
        "choice",
        "原法定退休年龄",
        choices=tuple(Choice(v, f"{v}岁") for v in ("60", "55", "50")),
    ),
}
BY_SEX = {"male": (60,), "female": (50, 55)}


def retirement(given: object) -> dict[str, Any] | None:
    """The retirement block; ``None`` where the facts don't decide any of it. Raises :class:`BadInput`."""
    errors: list[InputError] = []
    check_object(given, FACTS, (), errors)
    if errors:
        raise BadInput(errors)
    assert isinstance(given, dict)
    original, sex = given.get("original_retirement_age"), given.get("sex")
    ages = (int(original),) if original else originals(sex, None)
    if sex and original and int(original) not in BY_SEX[sex]:
        accepted = "、".join(str(age) for age in BY_SEX[sex])
        raise BadInput([InputError("/original_retirement_age", show(original), accepted)])
    as_of = date.fromisoformat(given["as_of"]) if given.get("as_of") else days.today()
    birth = days.parse(given["birth_date"]) if given.get("birth_date") else None
    if birth and birth.first > as_of:
        birth = None  # not born yet on the day: as good as not stated (A49)
    return report(birth, ages, as_of)
