"""Takes the facts as the contract has them: what is set aside as a problem counts as unknown."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .days import moved, reading
from .table import TABLE, Facts

UNKNOWN_NAME = "?"


@dataclass(frozen=True)
class Entry:
    """One title or certificate as the table needs it."""

    level: str | None
    fits: bool | None
    recognised: bool
    dated: tuple[date, date] | None
    approved: bool = True  #: the date is that of the approval, not of the appointment or the printing
    held: bool | None = True  #: None where its date lies ahead
    via: bool | None = None
    years: float | None = None
    continuous: bool | None = None


@dataclass
class Case:
    """The facts of one person on one day."""

    facts: Facts
    as_of: date
    titles: list[Entry] | None
    skills: list[Entry] | None
    awards: list[Facts] | None
    problems: list[str] = field(default_factory=list)


def case(facts: Facts) -> Case:
    """The facts with absent and null alike, ordinary cases filled in, and problems set aside."""
    known = {key: value for key, value in facts.items() if value is not None}
    as_of = date.fromisoformat(known["as_of"])
    problems: list[str] = []
    birth = known.get("birth_date")
    if birth and reading(birth)[0] > as_of:
        problems.append("/birth_date")
        del known["birth_date"]
    for key, value in TABLE["ordinary"].items():
        known.setdefault(key, value)
    return Case(
        known,
        as_of,
        _entries(known, "titles", as_of, problems),
        _entries(known, "skills", as_of, problems),
        _awards(known),
        problems,
    )


def _awards(known: Facts) -> list[Facts] | None:
    if "awards" not in known:
        return None
    aliases = TABLE["honours"]["aliases"]
    return [
        {
            **{key: value for key, value in award.items() if value is not None},
            "name": aliases.get(award.get("name"), award.get("name")),
        }
        for award in known["awards"]
    ]


def _entries(known: Facts, kind: str, as_of: date, problems: list[str]) -> list[Entry] | None:
    if kind not in known:
        return None
    make = _title if kind == "titles" else _skill
    return [make(entry, f"/{kind}/{number}", as_of, problems) for number, entry in enumerate(known[kind])]


def _date(entry: Facts, at: str, as_of: date, problems: list[str]) -> tuple[tuple[date, date] | None, bool]:
    """When it was obtained, and whether that lies ahead."""
    text = entry.get("obtained")
    if text is None:
        return None, False
    dated = reading(text)
    if dated[0] > as_of:
        problems.append(f"{at}/obtained")
        return None, True
    return dated, False


def _title(entry: Facts, at: str, as_of: date, problems: list[str]) -> Entry:
    dated, ahead = _date(entry, at, as_of, problems)
    return Entry(
        level=_level(entry, at, problems),
        fits=entry.get("specialty_matches"),
        recognised=entry.get("recognised") is not False,
        dated=dated,
        approved=entry.get("date_kind") in (None, "approved"),
        held=None if ahead else True,
    )


def _level(entry: Facts, at: str, problems: list[str]) -> str | None:
    """The level said, or that of the name; a name not known or at odds is a problem and unknown."""
    level, name = entry.get("level"), entry.get("name")
    if name is None:
        return level
    named = next((key for key, names in TABLE["title_names"].items() if name in names), UNKNOWN_NAME)
    fits = {named} if level != "junior_unspecified" else {"below_assistant", "assistant"} & {named}
    if (
        named == UNKNOWN_NAME
        or (level is not None and level not in (named, "junior_unspecified"))
        or not fits
    ):
        problems.append(f"{at}/name")
        return None
    return named


def _skill(entry: Facts, at: str, as_of: date, problems: list[str]) -> Entry:
    dated, ahead = _date(entry, at, as_of, problems)
    years: Any = entry.get("years_worked")
    if years is not None and dated and moved(dated[0], int(years * 12)) > as_of:
        problems.append(f"{at}/years_worked")
        years = None
    return Entry(
        level=entry.get("level"),
        fits=entry.get("same_occupation"),
        recognised=entry.get("recognised") is not False,
        dated=dated,
        held=None if ahead else True,
        via=entry.get("via_this_policy"),
        years=years,
        continuous=entry.get("continuous"),
    )
