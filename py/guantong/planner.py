"""往前的路: the shortest ways from today's certificates to a chosen level, over both ladders.

A way is a row of applications. Each is made on the first day on which the rules have a road to it open, its certificate
comes after the waiting time given, and the next is judged with that certificate in hand. The days are those of ``plan``
(see :mod:`guantong.windows`): open gates count as met, and are listed with the step; roads that an office has first to allow
are not taken. Nothing is known here of thresholds: every day comes from asking the rules about the person as they would be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from . import chapter_3_channels, retirement
from .conditions import Route
from .days import add_months, even_months
from .facts import Fact
from .intake import BadInput, InputError, check_object, pointer, read, show
from .overpass import settled
from .person import Person
from .policy import statement
from .simulate import Facts, on, with_certificate, worked_on
from .targets import NAMES, SKILLS, TITLES, targets
from .timeline import age_reached
from .windows import window_at

RUNGS = (*SKILLS, *TITLES)
#: months from an application to its certificate, where nobody says otherwise; the policy has no number for it
SKILL_WAIT, TITLE_WAIT = 3, 12
MOST_MONTHS = 60
MOST_WAYS = 4
MOST_STEPS = len(RUNGS)
_WAITS = {key: Fact(key, "integer", key) for key in ("skill_months", "title_months")}


@dataclass(frozen=True, slots=True)
class Step:
    """One application: to what, from which day, by which road, and when its certificate comes."""

    target: str
    apply: date
    obtained: date
    route: Route
    others: tuple[tuple[Route, date], ...]  #: other roads to the same level, with the day on which each opens


Way = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Waits:
    """Months from an application to the certificate."""

    skill: int
    title: int

    def after(self, target: str, day: date) -> date:
        return add_months(day, self.skill if target in SKILLS else self.title)


def plan(given: object) -> dict[str, Any]:
    """The ways to ``target`` for a person's ``facts``; ``skill_months`` and ``title_months`` are the waiting times.

    Raises :class:`guantong.intake.BadInput` with every error.
    """
    facts, target, waits = _checked(given)
    person = read(facts)
    known = _settled_facts(facts, person.as_of)
    has_sessions = any(option["sessions"] for option in chapter_3_channels.options(person))
    found = ways(known, target, person.as_of, waits)
    end = _end(person)
    return {
        "as_of": person.as_of.isoformat(),
        "target": target,
        "name": NAMES[target],
        "ways": [_way(way, has_sessions) for way in found],
        "says": _says(known, target, person.as_of, waits, found, end),
        "waits": {"skill_months": waits.skill, "title_months": waits.title},
        "assumes": _assumes(facts, waits),
        "end": end,
    }


def ways(facts: Facts, target: str, day: date, waits: Waits) -> list[Way]:
    """The ways to a target, soonest first; one that only adds a step to another and comes no sooner is left out."""
    ordered = sorted(_all_ways(facts, target, day, waits), key=lambda way: (way[-1].apply, len(way)))
    kept: list[Way] = []
    for way in ordered:
        if not any(_targets(other) <= _targets(way) for other in kept):
            kept.append(way)
    return kept[:MOST_WAYS]


def _all_ways(facts: Facts, target: str, day: date, waits: Waits) -> Iterator[Way]:
    """Every order of steps that ends at the target; the same certificates on the same days are followed once."""
    seen: set[frozenset[tuple[str, date]]] = set()
    left: list[tuple[Facts, date, Way]] = [(facts, day, ())]
    while left:
        facts, day, steps = left.pop()
        open_steps = _steps(facts, day, waits)
        if target in open_steps:
            yield (*steps, open_steps.pop(target))
        after = []
        for step in open_steps.values():
            key = frozenset((one.target, one.obtained) for one in (*steps, step))
            if key not in seen and len(steps) < MOST_STEPS:
                seen.add(key)
                after.append(
                    (with_certificate(facts, step.target, step.obtained), step.obtained, (*steps, step))
                )
        left += reversed(after)


def _targets(way: Way) -> set[str]:
    return {step.target for step in way}


def _steps(facts: Facts, day: date, waits: Waits) -> dict[str, Step]:
    """What can be applied for from a day on, each by the road that opens first."""
    person = on(facts, day)
    no_need = settled(person)
    found = {}
    for target in targets(person):
        if target.key not in RUNGS or target.key in no_need:
            continue
        opened = sorted(
            ((route, start) for route in target.routes if (start := _opens(route, day))),
            key=lambda pair: pair[1],
        )
        if opened:
            (route, apply), *others = opened
            found[target.key] = Step(target.key, apply, waits.after(target.key, apply), route, tuple(others))
    return found


def _opens(route: Route, day: date) -> date | None:
    """The first day from this one on, on which a road is open if the open gates hold."""
    window = window_at(route.span.plan, day.toordinal())
    return date.fromordinal(max(window[0], day.toordinal())) if window else None


def _checked(given: object) -> tuple[Facts, str, Waits]:
    if not isinstance(given, dict):
        raise BadInput([InputError("", show(given), "一个对象")])
    errors: list[InputError] = []
    known = ("facts", "target", *_WAITS)
    errors += [
        InputError(pointer(key), show(value), "只有这些键：" + "、".join(known))
        for key, value in given.items()
        if key not in known
    ]
    check_object({key: given[key] for key in _WAITS if key in given}, _WAITS, (), errors)
    target = given.get("target")
    if target not in RUNGS:
        errors.append(
            InputError("/target", show(target), "、".join(f"{key}（{NAMES[key]}）" for key in RUNGS))
        )
    facts = given.get("facts", {})
    try:
        read(facts)
    except BadInput as bad:
        errors += [InputError(f"/facts{error.at}", error.given, error.accepted) for error in bad.errors]
    if errors:
        raise BadInput(errors)
    months = [given.get(key) for key in _WAITS]
    skill, title = (
        default if value is None else min(int(value), MOST_MONTHS)
        for value, default in zip(months, (SKILL_WAIT, TITLE_WAIT), strict=True)
    )
    return cast(Facts, facts), cast(str, target), Waits(skill, title)


def _settled_facts(facts: Facts, day: date) -> Facts:
    """The facts to start from: on a day, with both lists of certificates given, and stated years counted on."""
    lists = {key: facts.get(key) or [] for key in ("titles", "skills")}
    return worked_on({**facts, **lists, "as_of": day.isoformat()}, day)


def _way(way: Way, has_sessions: bool) -> dict[str, Any]:
    return {"from": way[-1].apply.isoformat(), "steps": [_step(step, has_sessions) for step in way]}


def _step(step: Step, has_sessions: bool) -> dict[str, Any]:
    route, day = step.route, step.apply.toordinal()
    open_points = [c for c in route.explained(day) if c.status(day) in ("unknown", "judgement")]
    return {
        "target": step.target,
        "name": NAMES[step.target],
        "route": route.id,
        "says": route.name,
        "apply": step.apply.isoformat(),
        "obtained": step.obtained.isoformat(),
        "session": even_months(step.apply, 1)[0] if has_sessions and step.target in SKILLS else None,
        "statement": route.statement,
        "clause": route.clause,
        "quote": statement(route.statement).text,
        "confirm": [
            {"says": c.confirm or c.says, "office": c.office, "readings": list(c.readings)}
            for c in open_points
        ],
        "others": [
            {"route": other.id, "says": other.name, "from": day.isoformat()} for other, day in step.others
        ],
    }


def _end(person: Person) -> dict[str, str] | None:
    """Where the title road ends: the retirement age, if it is still to come."""
    ages = retirement.originals(person.sex, person.female_original_retirement_age)
    stop = age_reached(person, retirement.report(person.birth_date, ages, person.as_of))
    return {"date": stop[0], "says": stop[2]} if stop and stop[0] > person.as_of.isoformat() else None


def _says(
    facts: Facts, target: str, day: date, waits: Waits, found: list[Way], end: dict[str, str] | None
) -> str:
    """The outcome in one sentence; where there is no way, why."""
    name = NAMES[target]
    if target in settled(on(facts, day)):
        return f"{name}或更高的一级你已经有了。"
    if found:
        way = found[0]
        start = way[-1].apply
        if len(way) == 1:
            return (
                f"{name}现在就可申报。" if start == day else f"不用先取得别的证书，{start} 起可申报{name}。"
            )
        return f"最快 {start} 可申报{name}，中间先取得{'、'.join(NAMES[step.target] for step in way[:-1])}。"
    if not _is_delayed(facts) and facts.get("birth_date"):
        ageless = {
            key: value for key, value in facts.items() if key not in ("birth_date", "reached_retirement_age")
        }
        late = ways({**ageless, "reached_retirement_age": False}, target, day, waits)
        if late:
            start = late[0][-1].apply
            reached = f"（{end['date']}）" if end else ""
            return f"按这样走，{start} 才可申报{name}，那时已过退休年龄{reached}。"
    return f"按时间和证书，没有通到{name}的路。差什么，看这一级的“最小改变”。"


def _is_delayed(facts: Facts) -> bool:
    return facts.get("delayed_retirement_procedure") is True


def _assumes(facts: Facts, waits: Waits) -> list[str]:
    """What the ways rest on, in sentences."""
    found = [
        "每一步都申报成功，而且一开放就申报，一次报一项。",
        f"从申报到取得证书，技能等级按 {waits.skill} 个月、职称按 {waits.title} 个月算。本办法没有写要多久。",
        "新证书都在同一职业（工种）和相近专业，取得后一直从事这一行。",
        "现在的单位和岗位不变，还没有定的条件按符合算。",
        "要有关单位先同意才能走的路，没有算进去。",
    ]
    if facts.get("titles") is None:
        found.append("没有填职称，按没有职称算。")
    if facts.get("skills") is None:
        found.append("没有填技能证书，按没有证书算。")
    if facts.get("birth_date") is None:
        found.append("没有填出生日期，没有扣除退休年龄。")
    return found


__all__ = ["SKILL_WAIT", "TITLE_WAIT", "Waits", "plan", "ways"]
