"""From roads to the verdict on a target: status, dates, reasons, what is missing, what to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from .conditions import Condition, Route, Status, Verdict, dates, target_span, verdict
from .days import even_months
from .notes import notes
from .person import Person
from .policy import statement
from .targets import SKILLS, Target
from .windows import Span, holds, iso, window_at

#: a road with its verdict and, of what explains it, each condition with its state on the day
Shown = list[tuple[Route, Verdict, list[tuple[Condition, Status]]]]
#: conditions already put into the result's form, by identity: most gates are shared by all roads of a direction
Rendered = dict[int, dict[str, Any]]


def assess_target(
    person: Person, target: Target, has_sessions: bool, rendered: Rendered | None
) -> dict[str, Any]:
    """The verdict on one target, as the contract has it, without ``routes`` where ``rendered`` is ``None``.

    ``has_sessions``: some option of the channel has sessions.
    """
    if target.outside:
        return _outside(person, target, target.outside, has_sessions)
    day = person.today
    span = target_span(target.routes)
    status = verdict(span, day)
    earliest, until = dates(span, day)
    shown: Shown = [
        (
            route,
            route.verdict(day),
            [(condition, _state(condition, person)) for condition in route.explained(day)],
        )
        for route in target.routes
    ]
    told = notes(person, target, span)
    deciding = [(route, _deciding(found, status)) for route, verdict_, found in shown if verdict_ == status]
    result: dict[str, Any] = {
        "name": target.name,
        "status": status,
        "answered": status != "needs_confirmation" or _answered(shown),
        "earliest": earliest,
        "until": until,
        "certain": _certain(span, day),
        "routes": _routes(shown, day, rendered),
        "missing": _missing(shown) if status == "not_eligible" else [],
        "confirm": _confirm(shown, status, earliest, day),
        "notes": [{"says": note.says, "readings": list(note.readings)} for note in told],
        "cites": _unique(
            (clause for route, found in deciding for clause in (route.clause, *(c.clause for c in found))),
            (note.clause for note in told if note.clause),
        ),
        "readings": _unique(
            (r for _, found in deciding for c in found for r in c.readings),
            (r for note in told for r in note.readings),
        ),
    }
    if target.key in SKILLS:
        result["sessions"] = _sessions(person, status, earliest) if has_sessions else []
    return result


def _state(condition: Condition, person: Person) -> Status:
    """The state on the day. What the person was asked and can't answer is for an office to confirm."""
    status = condition.status(person.today)
    return "judgement" if status == "unknown" and person.unsure.issuperset(condition.asks) else status


def _routes(shown: Shown, day: int, rendered: Rendered | None) -> list[dict[str, Any]]:
    if rendered is None:
        return []
    return [_route(route, verdict_, found, day, rendered) for route, verdict_, found in shown]


def _route(
    route: Route, verdict_: Verdict, found: list[tuple[Condition, Status]], day: int, rendered: Rendered
) -> dict[str, Any]:
    earliest, until = dates(route.span, day)
    return {
        "id": route.id,
        "name": route.name,
        "status": verdict_,
        "earliest": earliest,
        "until": until,
        "certain": _certain(route.span, day),
        "conditions": [_condition(condition, status, day, rendered) for condition, status in found],
    }


def _certain(span: Span, day: int) -> str | None:
    """The day from which it is 可申报 whatever the open points turn out to be; the window is chosen as for ``earliest``."""
    window = window_at(span.sure, day)
    return iso(window[0]) if window else None


def _condition(condition: Condition, status: Status, day: int, rendered: Rendered) -> dict[str, Any]:
    known = rendered.get(id(condition))
    if known is None:
        since, until = dates(condition.span, day)
        known = rendered[id(condition)] = {
            "status": status,
            "since": since,
            "until": until,
            "facts": list(condition.facts),
            "statement": condition.statement,
            "clause": condition.clause,
            "quote": statement(condition.statement).text,
            "readings": list(condition.readings),
            "says": _says(condition, status),
        }
    return known


def _says(condition: Condition, status: Status) -> str:
    """What was asked and can't be answered is not called unanswered."""
    is_unsure = status == "judgement" and condition.asks
    return condition.says.replace("还没有答", "你答了不确定") if is_unsure else condition.says


def _answered(shown: Shown) -> bool:
    return not any(
        status == "unknown"
        for _, verdict_, found in shown
        if verdict_ == "needs_confirmation"
        for _, status in found
    )


def unanswered(person: Person, target: Target) -> Iterable[str]:
    """The questions that keep a target from being ``answered``, also those of which no answer can turn it."""
    day = person.today
    roads = (route for route in target.routes if route.verdict(day) == "needs_confirmation")
    return (at for condition in _unknown(person, roads) for at in condition.asks)


def hangs(person: Person, target: Target, earliest: str) -> bool:
    """Whether a road that opens on that day still has an unanswered question, not only an office's judgement."""
    roads = (route for route in target.routes if dates(route.span, person.today)[0] == earliest)
    return any(True for _ in _unknown(person, roads))


def _unknown(person: Person, roads: Iterable[Route]) -> Iterator[Condition]:
    """The conditions of these roads that hang on a question not answered yet."""
    for route in roads:
        yield from (c for c in route.explained(person.today) if _state(c, person) == "unknown")


_DECIDING = {"eligible": ("met",), "needs_confirmation": ("unknown", "judgement"), "not_eligible": ("unmet",)}


def _deciding(found: list[tuple[Condition, Status]], verdict_: Verdict) -> list[Condition]:
    wanted = _DECIDING[verdict_]
    return [condition for condition, status in found if status in wanted]


def _missing(shown: Shown) -> list[str]:
    return _unique(c.lacking for _, _, found in shown for c in _deciding(found, "not_eligible") if c.lacking)


def _confirm(shown: Shown, status: Verdict, earliest: str | None, day: int) -> list[dict[str, Any]]:
    """What to ask whom: on the roads that need it now, or that will still need it on the day when their years are complete."""
    asked: dict[str, dict[str, Any]] = {}
    opening = date.fromisoformat(earliest).toordinal() if status == "not_eligible" and earliest else 0
    for route, verdict_, found in shown:
        if verdict_ == "needs_confirmation" == status:
            open_points = _deciding(found, "needs_confirmation")
        elif opening > day and holds(route.span.plan, opening):
            open_points = [c for c, _ in found if c.status(opening) in _DECIDING["needs_confirmation"]]
        else:
            continue
        for condition in open_points:
            says = condition.confirm or condition.says
            asked.setdefault(
                says, {"says": says, "office": condition.office, "readings": list(condition.readings)}
            )
    return list(asked.values())


def _sessions(person: Person, status: Verdict, earliest: str | None) -> list[str]:
    if status == "not_eligible" and earliest is None:
        return []
    start = date.fromisoformat(earliest) if earliest else person.as_of
    return even_months(max(start, person.as_of))


def _outside(person: Person, target: Target, condition: Condition, has_sessions: bool) -> dict[str, Any]:
    """A level beyond the policy: to be confirmed as a whole."""
    return {
        "name": target.name,
        "status": "needs_confirmation",
        "answered": True,
        "earliest": None,
        "until": None,
        "certain": None,
        "routes": [],
        "missing": [],
        "confirm": [
            {"says": condition.confirm, "office": condition.office, "readings": list(condition.readings)}
        ],
        "notes": [{"says": note.says, "readings": list(note.readings)} for note in target.notes],
        "cites": [note.clause for note in target.notes],
        "readings": list(condition.readings),
        "sessions": even_months(person.as_of) if has_sessions else [],
    }


def _unique(*parts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(item for part in parts for item in part))
