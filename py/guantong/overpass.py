"""The two ladders as one picture (立交桥): which roads join which rungs, and in what state both are for one person.

States: ``held`` (the highest rung held), ``past`` (below it, or a road to it), ``open``, ``dated``, ``ask`` (an office has
to confirm), ``blank`` (not answered yet), ``shut``; ``map`` in the picture without a person. No coordinates: the page draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from .chapter_3_conditions import PROMOTIONS
from .chapter_3_conditions import RUNGS as SKILL_RUNGS
from .chapter_4_conditions import RUNGS as TITLE_RUNGS
from .chapter_4_honours import EXPERTS_NEEDED
from .facts import HONOURS_ASSOCIATE, HONOURS_SENIOR
from .honours import is_contest, normalise, reaches
from .person import Award, Person
from .targets import NAMES, SKILLS, TITLES
from .titles import LEVEL_NAMES

Results = dict[str, dict[str, Any]]
State = Literal["held", "past", "open", "dated", "ask", "shut", "blank", "map"]
HONOUR = "honour"
RUNG_NAMES: dict[str, str] = {
    **{key: NAMES[key] for key in SKILLS},
    **{key: LEVEL_NAMES[key] for key in TITLES},
    HONOUR: "列名荣誉",
}
LADDERS = (SKILLS, TITLES)


@dataclass(frozen=True, slots=True)
class Road:
    """A road of the picture: the id of its route in a result, where it starts and ends, and the few words that fit on it."""

    id: str
    start: str
    end: str
    label: str
    name: str
    statement: str


ROADS: tuple[Road, ...] = (
    *(
        Road(
            r.id,
            r.titles[0],
            r.target,
            f"职称满{r.years}年" if r.years else "即可申报",
            r.name,
            r.statement,
        )
        for r in SKILL_RUNGS
    ),
    *(
        Road(p.id, f"skill_{p.source}", p.target, f"晋级满{p.years}年", p.name, p.statement)
        for p in PROMOTIONS
    ),
    *(
        Road(r.id, f"skill_{r.level}", r.target, f"工作满{r.years}年", r.name, r.statement)
        for r in TITLE_RUNGS
    ),
    Road("honour_to_senior", HONOUR, "senior", "推荐申报", "列名荣誉", "C060"),
    Road(
        "honour_to_associate_senior",
        HONOUR,
        "associate_senior",
        f"{EXPERTS_NEEDED}名专家推荐",
        f"列名荣誉，并有{EXPERTS_NEEDED}名专家推荐",
        "C061",
    ),
)


def overpass(person: Person, results: Results, said: dict[str, Any]) -> dict[str, Any]:
    """The block ``overpass`` of a result: ``rungs`` and ``roads``, each with ``state`` and ``date``.

    ``date`` is when a rung held was obtained (as written), or the day from which it is open; ``said``, the answer in
    sentences, is what the picture says as text.
    """
    held = held_rungs(person)
    today = person.as_of.isoformat()
    rungs: dict[str, tuple[State, str | None]] = {HONOUR: (_honours(person.awards), None)}
    for ladder in LADDERS:
        top = max((ladder.index(key) for key in held if key in ladder), default=-1)
        for place, key in enumerate(ladder):
            if place <= top:
                rungs[key] = ("held" if place == top else "past", held.get(key))
            else:
                rungs[key] = _state(results[key], results[key]["routes"], today)
    routes = {route["id"]: route for result in results.values() for route in result["routes"]}
    roads = []
    for road in ROADS:
        state: tuple[State, str | None] = ("shut", None)
        if rungs[road.end][0] in ("held", "past"):
            state = ("past", None)
        elif road.id in routes:
            state = _state(routes[road.id], [routes[road.id]], today)
        roads.append(_road(road, *state))
    return {
        "title": "你在两架梯子上的位置和能走的桥",
        "desc": said["headline"] + "".join(said["more"][:-1]),
        "rungs": [_rung(key, *rungs[key]) for key in RUNG_NAMES],
        "roads": roads,
    }


def _state(item: dict[str, Any], routes: list[dict[str, Any]], today: str) -> tuple[State, str | None]:
    """State and date of a target or a road. A day that is certain wins over what is open; unanswered is not 需确认."""
    if item["status"] == "eligible":
        return "open", None
    if (item["certain"] or "") > today:
        return "dated", item["certain"]
    later = item["earliest"] if (item["earliest"] or "") > today else None
    if item["status"] == "not_eligible" and later is None:
        return "shut", None
    alive = [r for r in routes if r["status"] != "not_eligible" or r["earliest"] == later is not None]
    unanswered = any(c["status"] == "unknown" for route in alive for c in route["conditions"])
    return "blank" if unanswered else "ask", later


def settled(person: Person) -> set[str]:
    """Targets at or below what is held: there is no need to apply for them."""
    held = held_rungs(person)
    tops = [
        (ladder, max((ladder.index(key) for key in held if key in ladder), default=-1)) for ladder in LADDERS
    ]
    return {key for ladder, top in tops for key in ladder[: top + 1]}


def policy_map() -> dict[str, Any]:
    """The same picture without a person: the map of the policy, with its title and what it says as text."""
    return {
        "title": "两架梯子之间的桥",
        "desc": "；".join(f"{road.name}，可申报{NAMES[road.end]}" for road in ROADS) + "。",
        "rungs": [_rung(key, "map", None) for key in RUNG_NAMES],
        "roads": [_road(road, "map", None) for road in ROADS],
    }


def held_rungs(person: Person) -> dict[str, str | None]:
    """The rungs held in the field in question, with the earliest date written for each; 特级 and 首席 stand above 一级.

    A certificate of another occupation, or a title of another field, is no place on these ladders.
    """
    skills = [
        (_skill_rung(s.level), s.obtained)
        for s in person.skills or ()
        if s.held and s.same_occupation is not False
    ]
    titles = [
        (t.level or "", t.obtained)
        for t in person.titles or ()
        if t.held and t.specialty_matches is not False
    ]
    found: dict[str, str | None] = {}
    for key, obtained in (*skills, *titles):
        if key in RUNG_NAMES:
            dates = {found.get(key), obtained.text if obtained else None} - {None}
            found[key] = min((date for date in dates if date), default=None)
    return found


def _skill_rung(level: str | None) -> str:
    return "skill_1" if level in ("special_technician", "chief_technician") else f"skill_{level}"


def _honours(awards: tuple[Award, ...] | None) -> State:
    if awards is None:
        return "blank"
    if any(_listed(award) for award in awards):
        return "held"
    return "ask" if awards else "shut"


def _listed(award: Award) -> bool:
    name = normalise(award.name or "")
    return reaches(award) is True if is_contest(name) else name in HONOURS_SENIOR + HONOURS_ASSOCIATE


def _rung(key: str, state: State, date: str | None) -> dict[str, Any]:
    return {"id": key, "name": RUNG_NAMES[key], "state": state, "date": date}


def _road(road: Road, state: State, date: str | None) -> dict[str, Any]:
    return {
        "id": road.id,
        "from": road.start,
        "to": road.end,
        "label": road.label,
        "says": f"{road.name} → {RUNG_NAMES[road.end]}",
        "state": state,
        "date": date,
    }
