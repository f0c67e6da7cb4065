"""From today to the retirement age: every date of the answer, in order, each with what happens on it."""

from __future__ import annotations

from datetime import date
from typing import Any

from .days import add_months
from .overpass import settled
from .person import Person
from .targets import NAMES, SKILLS, TITLES

Results = dict[str, dict[str, Any]]
#: (day or month as written, kind, sentence)
Stop = tuple[str, str, str]


def timeline(person: Person, results: Results, retirement: dict[str, Any] | None) -> list[dict[str, Any]]:
    """The block ``timeline``: ``date`` (a month where no day is known), ``kind``, ``says``, and ``gap``, how far off it is.

    Kinds: ``now``, ``opens`` (certain), ``ask`` (to be confirmed), ``session``, ``closes``, ``retirement``.
    """
    today = person.as_of.isoformat()
    no_need = settled(person)
    shown = {key: result for key, result in results.items() if key not in no_need}
    stops = [*_openings(shown, today), *_sessions(shown, today), *_endings(person, shown, retirement, today)]
    now = [NAMES[key] for key, result in shown.items() if result["status"] == "eligible"]
    first = (today, "now", f"现在可申报：{'、'.join(now)}" if now else "今天还没有可申报的新等级")
    return [
        {"date": when, "kind": kind, "says": says, "gap": gap(person.as_of, when)}
        for when, kind, says in [first, *sorted(stops, key=lambda stop: stop[0])]
    ]


def _openings(shown: Results, today: str) -> list[Stop]:
    certain: dict[str, list[str]] = {}
    ask: dict[str, list[str]] = {}
    for key, result in shown.items():
        if result["status"] == "eligible":
            continue
        if (result["certain"] or "") > today:
            certain.setdefault(result["certain"], []).append(NAMES[key])
        elif (result["earliest"] or "") > today:
            ask.setdefault(result["earliest"], []).append(NAMES[key])
    return [
        *((when, "opens", f"{'、'.join(names)}可申报") for when, names in certain.items()),
        *((when, "ask", f"{'、'.join(names)}满年限；能不能申报，还要先确认") for when, names in ask.items()),
    ]


def _sessions(shown: Results, today: str) -> list[Stop]:
    """The first sessions that what is open, or will be, can still reach (三（三）末段-受理)."""
    months: dict[str, list[str]] = {}
    for key in SKILLS:
        result = shown.get(key)
        if (
            result
            and result["sessions"]
            and (result["status"] == "eligible" or (result["certain"] or "") > today)
        ):
            months.setdefault(result["sessions"][0], []).append(NAMES[key])
    return [
        (month, "session", f"{'、'.join(names)}能赶上的第一场集中认定") for month, names in months.items()
    ]


def _endings(person: Person, shown: Results, retirement: dict[str, Any] | None, today: str) -> list[Stop]:
    ends: dict[str, list[str]] = {}
    for key in TITLES:
        result = shown.get(key)
        if result and result["until"] and result["until"] >= today and result["status"] != "not_eligible":
            ends.setdefault(result["until"], []).append(NAMES[key])
    stops: list[Stop] = [
        (when, "closes", f"申报{'、'.join(names)}的最后一天") for when, names in ends.items()
    ]
    end = age_reached(person, retirement)
    return [*stops, end] if end and end[0] >= today[: len(end[0])] else stops


def age_reached(person: Person, retirement: dict[str, Any] | None) -> Stop | None:
    """The day or month in which the retirement age is reached, and what that means (四（一）-③)."""
    when = retirement and (retirement["reach_date"] or retirement["reach_month"])
    if not retirement or not when:
        return None
    age = f"（{retirement['statutory_age']}）" if retirement["statutory_age"] else ""
    bar = "" if person.delayed_retirement_procedure else "；没有办延缓退休手续的，不能再申报职称"
    return when, "retirement", f"达到退休年龄{age}{bar}"


def gap(today: date, when: str) -> str:
    """How far off a day or a month is, in words: ``5个月27天后``, ``2年3个月后``, ``下个月``."""
    year, month, *rest = (int(part) for part in when.split("-"))
    if not rest:
        months = (year - today.year) * 12 + month - today.month
        return ("本月", "下个月")[months] if months < 2 else f"{_years(months)}后"
    day = date(year, month, rest[0])
    if day <= today:
        return ""
    months = (day.year - today.year) * 12 + day.month - today.month
    if add_months(today, months) > day:
        months -= 1
    left = (day - add_months(today, months)).days
    if months >= 12:
        return f"{_years(months)}后"
    return f"{_years(months)}{f'{left}天' if left else ''}后"


def _years(months: int) -> str:
    years, rest = divmod(months, 12)
    return (f"{years}年" if years else "") + (f"{rest}个月" if rest else "")
