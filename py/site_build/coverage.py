"""Which code carries which statement of the policy, and on which roads the worked cases end.

Nothing is listed by hand: modules are read for the statements and clause paths they name, roads are taken from the
rules as they answer the worked cases. An orphan stops the build.
"""

from __future__ import annotations

import ast
import json
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import guantong
from guantong.cli import answer
from guantong.conditions import Route
from guantong.intake import read
from guantong.policy import Statement, statement, statements
from guantong.targets import targets
from site_build.paths import CASES
from site_build.plain import plain

Json = dict[str, Any]

#: parts of the package that ask for a fact, or say and show what a statement means, but decide nothing
_NO_RULES = ("facts.py", "policy", "readings", "tables")
#: how plain words begin to say who decides
_ASK = "问"


class OrphanError(Exception):
    """A statement that nothing carries, or a road without its clause or without a case."""


@dataclass(slots=True)
class Road:
    """A road to a level or a title, seen through the worked cases."""

    id: str
    names: dict[str, None] = field(default_factory=dict)
    statements: set[str] = field(default_factory=set)  #: the road's own
    rests_on: set[str] = field(default_factory=set)  #: those of its conditions
    readings: set[str] = field(default_factory=set)
    ends: Counter[str] = field(
        default_factory=Counter
    )  #: status → cases whose expected target has it on this road


@cache
def carriers() -> dict[str, tuple[str, ...]]:
    """Statement → modules that name it, or its clause, as a value or beside the code."""
    package = Path(guantong.__file__).parent
    found: dict[str, list[str]] = {line.id: [] for line in statements()}
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package)
        if name.parts[0] in _NO_RULES:
            continue
        source = path.read_text("utf-8")
        texts = values(source)
        for line in statements():
            if line.id in source or line.clause in texts:
                found[line.id].append(name.as_posix())
    return {id: tuple(names) for id, names in found.items()}


def is_ruled(line: Statement) -> bool:
    """Whether the rules carry the statement, so that its code is shown."""
    return bool(carriers()[line.id]) and plain()[line.id].handling != "information"


def values(source: str) -> set[str]:
    """The texts that a module holds as values."""
    tree = ast.walk(ast.parse(source))
    return {node.value for node in tree if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@cache
def cases() -> tuple[Json, ...]:
    """Every worked case, of all files."""
    files = sorted(CASES.glob("*.json"))
    return tuple(case for path in files for case in json.loads(path.read_text("utf-8"))["cases"])


@cache
def replies() -> dict[str, Json]:
    """Case → what the rules answer, for every case that they can answer."""
    asked = [case for case in cases() if case["command"] == "assess" and "errors_at" not in case["expected"]]
    reply = answer("assess", json.dumps([case["facts"] for case in asked], ensure_ascii=False))
    return {case["id"]: result for case, result in zip(asked, json.loads(reply.out), strict=True)}


@cache
def roads() -> dict[str, Road]:
    """Road id → road, in the order in which the rules list them."""
    found: dict[str, Road] = {}
    for case in cases():
        if case["command"] != "assess" or "errors_at" in case["expected"]:
            continue
        for target in targets(read(case["facts"])):
            for route in target.routes:
                _describe(found.setdefault(route.id, Road(route.id)), route)
        _count(found, case)
    return found


def _describe(road: Road, route: Route) -> None:
    road.names[route.name] = None
    road.statements.add(route.statement)
    for condition in (*route.gates, *(c for way in route.ways for c in way)):
        road.rests_on.add(condition.statement)
        road.readings.update(condition.readings)


def _count(found: dict[str, Road], case: Json) -> None:
    """A case ends on a road when it expects something of the target and the road has the target's status."""
    results = replies()[case["id"]]["targets"]
    ends = {
        (route["id"], route["status"])
        for key in case["expected"].get("targets", ())
        for route in results[key]["routes"]
        if route["status"] == results[key]["status"]
    }
    for id, status in ends:
        found[id].ends[status] += 1


def check() -> None:
    """Refuse a rule without code, a judgement without an addressee, a road without a clause or a case."""
    lost = [id for id in plain() if not _carried(id)]
    if lost:
        raise OrphanError(f"carried by nothing: {', '.join(lost)}")
    bare = [road.id for road in roads().values() if not all(map(_clause, road.statements))]
    if bare:
        raise OrphanError(f"roads without a clause: {', '.join(bare)}")
    idle = [road.id for road in roads().values() if not road.ends.total()]
    if idle:
        raise OrphanError(f"roads on which no case ends: {', '.join(idle)}")


def _clause(id: str) -> str:
    return statement(id).clause


def _carried(id: str) -> bool:
    line = plain()[id]
    if line.handling == "rule":
        return bool(carriers()[id])
    return line.handling == "information" or bool(carriers()[id]) or _ASK in line.words
