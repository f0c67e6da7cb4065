"""The smallest change that turns a no: wait until a day, obtain or arrange something, or nothing that can be changed.

It is computed: every fact that an unmet condition names is tried at its other values, and the rules are asked again. A change
counts when the target is no longer ruled out on the day, or gets a day on which it opens. Of all sets of changes the one
with fewest changes is told, then the one that opens soonest; none of its changes could be left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice, product
from typing import Any

from .chapter_4_honours import EXPERTS_NEEDED
from .conditions import Condition, Route, dates, target_span, verdict
from .facts import BY_KEY, HONOURS_ASSOCIATE, HONOURS_SENIOR
from .intake import ITEMS, read
from .overpass import settled
from .person import Person
from .simulate import Facts, with_certificate
from .targets import SKILLS, TITLES, Target, targets
from .windows import holds

#: facts of a person that no effort changes; asking how to change them would be idle
FIXED = {
    "as_of",
    "birth_date",
    "sex",
    "female_original_retirement_age",
    "retired",
    "reached_retirement_age",
    "special_retirement_rule",
    "target_series",
    "target_specialty",
    "target_skill_level",
    "claims_actual_skill_level",
    "years_in_current_post",
    "employer_has_appraisals",
    "has_current_post",
    "employer_is_public_institution",
    "outstanding_contribution",
}
#: what may be otherwise of a certificate on the list: the rest is written on it
OF_ENTRIES = {"specialty_matches", "same_occupation"}
#: where the reason for a no does not itself say what to bring about
WORDS = {"delayed_retirement_procedure": "按有关文件规定办理延缓退休手续"}
MOST_TRIED = 60


@dataclass(frozen=True, slots=True)
class Change:
    """One fact at another value: ``at`` is a JSON pointer, with ``-`` for a new entry of a list."""

    at: str
    value: Any
    facts: Facts


#: changes, each with the words for what is to be brought about
Parts = list[tuple[str, Change]]


def changes(facts: Facts, person: Person) -> dict[str, Any]:
    """For every target that is not to be had on the day: what would turn it. ``facts`` are the person's own, checked."""
    dated = {**facts, "as_of": person.as_of.isoformat()}
    no_need = settled(person)
    return {
        target.key: _turned(dated, person, target)
        for target in targets(person)
        if not target.outside
        and target.key not in no_need
        and verdict(target_span(target.routes), person.today) == "not_eligible"
    }


def _turned(facts: Facts, person: Person, target: Target) -> dict[str, Any]:
    earliest = _opens(target, person)
    if earliest:
        sure = holds(target_span(target.routes).sure, date.fromisoformat(earliest).toordinal())
        says = f"等到 {earliest}，不用做别的。" if sure else f"等到 {earliest}，并把要确认的事问清楚。"
        return _told("wait", says, earliest, [])
    best: tuple[tuple[int, int, str], Parts, str] | None = None
    for route in target.routes:
        for combination in _combinations(facts, person, target, route):
            turned = _apply(facts, [change for _, change in combination])
            opens = _opens_after(turned, target.key)
            if opens is None:
                continue
            rank = (len(combination), sum(_height(change) for _, change in combination), opens)
            if best is None or rank < best[0]:
                best = (rank, combination, opens)
    if best is None:
        return _told("fixed", _why_not(facts, person, target), None, [])
    _, combination, opens = best
    return _told("change", _words(facts, target.key, combination, opens), opens, combination)


def _told(kind: str, says: str, opens: str | None, combination: Parts) -> dict[str, Any]:
    parts = [{"at": change.at, "value": change.value, "says": says_} for says_, change in combination]
    return {"kind": kind, "says": says, "date": opens, "changes": parts}


def _words(facts: Facts, key: str, combination: Parts, opens: str) -> str:
    wanted = "；".join(dict.fromkeys(says for says, _ in combination))
    if opens > facts["as_of"]:
        return f"要补：{wanted}。今天就办到的话，{opens} 起可申报。"
    person = read(_apply(facts, [change for _, change in combination]))
    span = next(target_span(target.routes) for target in targets(person) if target.key == key)
    if verdict(span, person.today) == "eligible":
        return f"要补：{wanted}。办到了就可申报。"
    return f"要补：{wanted}。办到以后，还有要确认的事。"


def _height(change: Change) -> int:
    """How much a change asks for: a certificate by its rung, an honour more than any, anything else least."""
    kind = change.at.split("/")[1]
    if change.at.endswith("/-") and kind in ("titles", "skills"):
        level = change.value["level"]
        return 1 + (TITLES.index(level) if kind == "titles" else SKILLS.index(f"skill_{level}"))
    return 10 if kind == "awards" else 0


def _why_not(facts: Facts, person: Person, target: Target) -> str:
    """Where nothing helps: the conditions that no change answers, in their own words."""
    day = person.today
    reasons = dict.fromkeys(
        condition.says
        for route in target.routes
        for condition in route.explained(day)
        if condition.status(day) == "unmet"
        and not any(_answers(c, condition, target.key, route.id) for c in _candidates(facts, condition))
    )
    return "等待或补证书，都不会改变这个结果" + (f"：{'；'.join(reasons)}。" if reasons else "。")


def _combinations(facts: Facts, person: Person, target: Target, route: Route) -> Iterator[Parts]:
    """Sets of changes that answer every unmet condition of a route, each made as small as it can be."""
    day = person.today
    unmet = [c for c in route.explained(day) if c.status(day) == "unmet"]
    answers: list[Parts] = []
    for condition in unmet:
        found = [
            (WORDS.get(change.at.split("/")[1]) or condition.lacking or condition.says, change)
            for change in _candidates(facts, condition)
            if _answers(change, condition, target.key, route.id)
        ]
        if not found:
            return
        answers.append(found)
    for picked in islice(product(*answers), MOST_TRIED):
        parts = {(change.at, repr(change.value)): (says, change) for says, change in reversed(picked)}
        yield _smallest(facts, target.key, [*parts.values()][::-1])


def _smallest(facts: Facts, key: str, combination: Parts) -> Parts:
    """The combination without the changes that are not needed."""
    for part in list(combination):
        rest = [other for other in combination if other is not part]
        if rest and _opens_after(_apply(facts, [change for _, change in rest]), key):
            combination = rest
    return combination


def _answers(change: Change, condition: Condition, key: str, route_id: str) -> bool:
    """Whether with this change alone the condition is no longer a definite miss on the road."""
    person = read(change.facts)
    route = next(
        (
            route
            for target in targets(person)
            if target.key == key
            for route in target.routes
            if route.id == route_id
        ),
        None,
    )
    if route is None:
        return False
    return not any(
        _about(c) == _about(condition) and c.status(person.today) == "unmet" and not c.span.plan
        for c in route.explained(person.today)
    )


def _about(condition: Condition) -> tuple[str, str]:
    """What tells a condition from the others of its road: its statement, and which fact it is about."""
    return condition.statement, condition.facts[0].split("/")[1]


def _candidates(facts: Facts, condition: Condition) -> Iterator[Change]:
    """The other values of every fact that a condition names, as far as anybody can bring them about."""
    kinds = set()
    for at in condition.facts:
        kind, *entry = at.split("/")[1:]
        if kind in FIXED or (kind == "delayed_retirement_procedure" and facts.get("retired")):
            continue  # who has retired is out of the exception's reach (A29)
        if kind not in kinds:
            kinds.add(kind)
            if kind in ("titles", "skills"):
                yield from _more_certificates(facts, kind)
            elif kind == "awards":
                yield from _more_awards(facts, condition)
            elif kind == "expert_recommendations":
                yield _set(facts, kind, EXPERTS_NEEDED)
            else:
                yield from _other_values(facts, [kind])
        if entry and entry[-1] in OF_ENTRIES:
            yield from _other_values(facts, [kind, *entry])


def _more_certificates(facts: Facts, kind: str) -> Iterator[Change]:
    """A certificate of each rung, obtained today, lowest first; those on the list stay."""
    today = date.fromisoformat(facts["as_of"])
    for rung in TITLES if kind == "titles" else SKILLS:
        turned = with_certificate(facts, rung, today)
        yield Change(f"/{kind}/-", turned[kind][-1], turned)


def _more_awards(facts: Facts, condition: Condition) -> Iterator[Change]:
    """One of the honours that the road lists: they all weigh the same."""
    name = (HONOURS_SENIOR if condition.statement == "C060" else HONOURS_ASSOCIATE)[0]
    yield Change(
        "/awards/-", {"name": name}, {**facts, "awards": [*(facts.get("awards") or []), {"name": name}]}
    )


def _other_values(facts: Facts, steps: list[str]) -> Iterator[Change]:
    fact = BY_KEY[steps[0]] if len(steps) == 1 else ITEMS[steps[0]][steps[2]]
    given = facts.get(steps[0]) if len(steps) == 1 else facts[steps[0]][int(steps[1])].get(steps[2])
    if fact.kind not in ("bool", "choice"):
        return
    values = (True, False) if fact.kind == "bool" else tuple(choice.value for choice in fact.choices)
    for value in values:
        if value == given:
            continue
        if len(steps) == 1:
            yield _set(facts, steps[0], value)
        else:
            entries = [dict(entry) for entry in facts[steps[0]]]
            entries[int(steps[1])][steps[2]] = value
            yield Change("/" + "/".join(steps), value, {**facts, steps[0]: entries})


def _set(facts: Facts, key: str, value: Any) -> Change:
    return Change(f"/{key}", value, {**facts, key: value})


def _apply(facts: Facts, combination: list[Change]) -> Facts:
    """The facts with several changes at once."""
    for change in combination:
        steps = change.at.split("/")[1:]
        if steps[-1] == "-":
            facts = {**facts, steps[0]: [*(facts.get(steps[0]) or []), change.value]}
        elif len(steps) == 1:
            facts = {**facts, steps[0]: change.value}
        else:
            entries = [dict(entry) for entry in facts[steps[0]]]
            entries[int(steps[1])][steps[2]] = change.value
            facts = {**facts, steps[0]: entries}
    return facts


def _opens(target: Target, person: Person) -> str | None:
    """The day from which a target is not ruled out any more, if the open gates hold; the day asked about where that is now."""
    span, day = target_span(target.routes), person.today
    if verdict(span, day) != "not_eligible":
        return person.as_of.isoformat()
    return dates(span, day)[0]


def _opens_after(facts: Facts, key: str) -> str | None:
    person = read(facts)
    return next((_opens(target, person) for target in targets(person) if target.key == key), None)
