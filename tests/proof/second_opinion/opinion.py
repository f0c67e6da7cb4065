"""The whole opinion on one person: every target with its roads, the channel, the retirement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from .certificates import high_skill, promotion_ways, skill_ways, title_ways, titled_way
from .channel import education, kind_of_series, options, route_of_papers, theory_exam
from .conditions import BEST_FIRST, NO, OPEN, Way, always, best, status, unanswered, window
from .days import even_months
from .gates import courses, gates
from .honours import honour_ways, merit_way
from .intake import Case, case
from .table import TABLE, Facts, Row


@dataclass(frozen=True)
class Road:
    """Its own ways, of which one suffices, and the gates that it shares with the other roads of the direction."""

    own: list[Way]
    shared: Way = ()

    @property
    def ways(self) -> list[Way]:
        return [way + self.shared for way in self.own]


Roads = dict[str, Road]
SKILL_TARGETS = ("skill_3", "skill_2", "skill_1")
TITLE_TARGETS = ("assistant", "intermediate", "associate_senior", "senior")


def opinion(facts: Facts) -> dict[str, Any]:
    """Status, dates, roads of every target; options, theory exam, route; retirement; what was set aside."""
    person = case(facts)
    places = options(person)
    targets = {key: _target(roads, person) for key, roads in _roads(person).items()}
    for key, target in targets.items():
        target["cites"] = sorted({*target["cites"], *_noted(key, person)})
        if key not in (*TITLE_TARGETS, "exam_registration"):
            target["sessions"] = _sessions(target, places, person.as_of)
    return {
        "targets": targets,
        "options": places,
        "theory_exam": theory_exam(person),
        "route": route_of_papers(person),
        "education": education(person),
        "retirement": _retirement(person),
        "problems": sorted(person.problems),
    }


def _roads(person: Case) -> dict[str, Roads]:
    skill_gates, title_gates = gates(person, "title_to_skill"), gates(person, "skill_to_title")
    kind = kind_of_series(person)
    if kind == "unlisted":
        title_gates += (always("二（一）", "office"),)
    found: dict[str, Roads] = {key: {} for key in (*SKILL_TARGETS, *TITLE_TARGETS)}
    for road in TABLE["roads"]["rows"]:
        shared = skill_gates if road["target"] in SKILL_TARGETS else title_gates
        found[road["target"]][road["id"]] = Road(_ways(road, person), shared)
    for claim in TABLE["roads"]["claimed"]:
        for target in _claimed(claim, person):
            ways = (
                [(always(claim["clause"], "office", False), *titled_way(person))]
                if claim["id"] == "claimed_skill"
                else [way + high_skill(person) for way in merit_way(person, claim["clause"])]
            )
            shared = skill_gates if target in SKILL_TARGETS else title_gates
            found[target][claim["id"]] = Road(ways, shared)
    return {**found, **_examined(person, kind), **_other_levels(person)}


def _ways(road: Row, person: Case) -> list[Way]:
    match road["certificate"]:
        case "title":
            return title_ways(person, road)
        case "promotion":
            return promotion_ways(person, road)
        case "skill":
            return skill_ways(person, road)
    return [way + high_skill(person) for way in honour_ways(person, road["target"], road["clause"])]


def _claimed(claim: Row, person: Case) -> list[str]:
    value = person.facts.get(claim["fact"])
    key = str(value).lower() if isinstance(value, bool) else str(value)
    return [name for name in claim["targets"].get(key, "").split(",") if name]


def _examined(person: Case, kind: str | None) -> dict[str, Roads]:
    """二（二）: by examination; nothing of chapter 四 applies."""
    if kind != "exam":
        return {}
    said = {True: "met", False: "no", None: "ask"}[person.facts.get("exam_conditions_met")]
    found: dict[str, Roads] = {
        key: {"exam": Road([(always("二（二）", "no"),)])} for key in TABLE["series"]["by_exam_only"]
    }
    found |= {
        key: {"exam": Road([(always("二（二）", "office", False),)])}
        for key in TABLE["series"]["exam_and_review"]
    }
    return {**found, "exam_registration": {"exam": Road([(always("二（二）", said),)])}}


def _other_levels(person: Case) -> dict[str, Roads]:
    """A level that the policy doesn't reach (A38)."""
    level = person.facts.get("target_skill_level")
    if level is None:
        return {}
    key, clause = (f"skill_{level}", "三（二）1") if level in ("4", "5") else (level, "三（二）3")
    return {key: {"": Road([(always(clause, "office", False),)])}}


def _target(roads: Roads, person: Case) -> dict[str, Any]:
    day = person.as_of
    found = {name: _road(road, day) for name, road in roads.items()}
    outcome = best(road["status"] for road in found.values())
    earliest, until = window([way for road in roads.values() for way in road.ways], day)
    return {
        "status": outcome,
        "answered": _answered(found.values()) if outcome == OPEN else True,
        "earliest": _text(earliest),
        "until": _text(until),
        "routes": {
            name: [road["status"], road["earliest"], road["until"]] for name, road in found.items() if name
        },
        "cites": sorted(
            {clause for road in found.values() if road["status"] == outcome for clause in road["cites"]}
        ),
    }


_DECIDES = {"eligible": ("met",), OPEN: ("ask", "office"), NO: ("no",)}


def _road(road: Road, day: date) -> dict[str, Any]:
    outcome = best(status(way, day) for way in road.ways)
    earliest, until = window(road.ways, day)
    shown = _shown(road, outcome, day)
    return {
        "status": outcome,
        "open": {unanswered(way, day) for way in shown} if outcome == OPEN else set(),
        "earliest": _text(earliest),
        "until": _text(until),
        "cites": set.intersection(*(_deciding(way, day, outcome) for way in shown)),
    }


def _noted(key: str, person: Case) -> list[str]:
    """Clauses of notes, which change no status."""
    senior = any(entry.level == "associate_senior" for entry in person.titles or [])
    true = {
        "review": kind_of_series(person) != "exam",
        "class": education(person) is not None,
        "holds_associate_senior": senior,
    }
    return [
        note["clause"]
        for note in TABLE["notes"]["rows"]
        if key in note["target"] and true["review"] and true[note["when"]]
    ]


def _answered(roads: Iterable[dict[str, Any]]) -> bool | None:
    """False where some road that is open lacks an answer; None where that hangs on which of two equals is shown."""
    opens = [road["open"] for road in roads]
    return False if {True} in opens else None if {True, False} in opens else True


def _shown(road: Road, outcome: str, day: date) -> list[Way]:
    """The ways that may stand for the road: of its status, best in themselves, of the earliest date or of none."""
    ways = [own for own in road.own if status(own + road.shared, day) == outcome]
    ranks = [BEST_FIRST.index(status(own, day)) for own in ways]
    equals = [own + road.shared for own, rank in zip(ways, ranks, strict=True) if rank == min(ranks)]
    days = [window([way], day)[0] for way in equals]
    earliest = min(filter(None, days), default=None)
    return [way for way, named in zip(equals, days, strict=True) if named in (None, earliest)]


def _deciding(way: Way, day: date, outcome: str) -> set[str]:
    return {condition.clause for condition in way if condition.on(day)[0] in _DECIDES[outcome]}


def _sessions(target: dict[str, Any], places: list[Facts], as_of: date) -> list[str]:
    earliest = target["earliest"]
    if (target["status"] == NO and not earliest) or not any(place["sessions"] for place in places):
        return []
    return even_months(max(as_of, date.fromisoformat(earliest)) if earliest else as_of)


def _retirement(person: Case) -> dict[str, Any] | None:
    found = courses(person.facts)
    block = {
        "delay_months": _same(course.months for course in found),
        "statutory_age": _same(course.age for course in found),
        "reach_month": _same(f"{course.day:%Y-%m}" for course in found),
        "reach_date": _same(course.day.isoformat() for course in found),
        "reached_on_as_of": _same(course.day <= person.as_of for course in found),
    }
    return None if all(value is None for value in block.values()) else block


def _same(values: Any) -> Any:
    kinds = set(values)
    return kinds.pop() if len(kinds) == 1 else None


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
