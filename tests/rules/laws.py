"""The laws of a result, each a function from facts to what breaks it: for property tests and for the walk of all points.

A *right* is a target that is ``eligible``. Statuses are read from the roads alone, which is quick.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from guantong.chapter_3_channels import channel
from guantong.conditions import dates, target_span, verdict
from guantong.days import add_years
from guantong.facts import FACTS, Fact
from guantong.intake import read
from guantong.person import Person
from guantong.targets import targets
from guantong.windows import Span, covers

Facts = dict[str, Any]
Broken = Iterator[str]

BY_KEY = {fact.key: fact for fact in FACTS}
OPEN = "needs_confirmation"
BEST_FIRST = ("eligible", OPEN, "not_eligible")

#: Facts whose absence is no unknown, beside claims and ordinary cases.
NOT_UNKNOWN = {
    "target_series": "with none given the review roads are answered, with a note that the series decides (contract)",
}


def ordinary(fact: Fact) -> bool:
    """Whether absence stands for a case of its own, so that the fact is never unknown."""
    return fact.claim or fact.ordinary is not None or fact.key in ("as_of", "employer_is_public_institution")


def may_be_unknown(key: str) -> bool:
    return not ordinary(BY_KEY[key]) and key not in NOT_UNKNOWN


def lists_senior_title(facts: Facts) -> bool:
    return any(entry.get("level") in ("associate_senior", "senior") for entry in facts.get("titles", []))


#: Facts that reopen a definite no, each with where it does (contract, gates).
LITERAL: dict[str, Callable[[Facts], bool]] = {
    # an occupation that doesn't match presupposes a post, and who is retired has none (A30)
    "retired": lambda facts: facts.get("occupation_matches_current_post") is False,
    # retired and delayed contradict each other: to be confirmed (A29)
    "delayed_retirement_procedure": lambda facts: facts.get("retired") is True,
    # a birth date beats what is stated about the age
    "birth_date": lambda facts: "reached_retirement_age" in facts,
    # a woman with a *listed* senior title: to be confirmed from the age on (A28)
    "titles": lambda facts: lists_senior_title(facts) and facts.get("sex") != "male",
}


def literal(facts: Facts, key: str) -> bool:
    """Whether the contract itself lets a stated fact reopen what silence leaves closed."""
    return key in LITERAL and LITERAL[key](facts)


def standing(facts: Facts) -> dict[str, str]:
    """Target → status."""
    person = read(facts)
    return {t.key: _status(t.outside is not None, target_span(t.routes), person) for t in targets(person)}


def _status(outside: bool, span: Span, person: Person) -> str:
    return OPEN if outside else verdict(span, person.today)


def signature(facts: Facts) -> tuple[object, ...]:
    """What a question may change: statuses, dates, options, the theory examination."""
    person = read(facts)
    found: list[object] = []
    for target in targets(person):
        span = target_span(target.routes)
        found.append((target.key, verdict(span, person.today), dates(span, person.today)))
    where = channel(person)
    options = tuple(
        (option["receiver"]["id"], len(option["materials"]), option["issuer"]["id"])
        for option in where["options"]
    )
    return (*found, options, where["theory_exam"])


def with_entry(facts: Facts, key: str, index: int, entry: Facts) -> Facts:
    """The facts with one entry of a list put in another's place."""
    return {**facts, key: [*facts[key][:index], entry, *facts[key][index + 1 :]]}


def pinned(facts: Facts, entry: Facts, item: str) -> bool:
    """特级/首席技师 without a date adds nothing beside a dated 高级技师 for the occupation (settled, A38)."""
    if item != "obtained" or entry.get("level") not in SKILL_RUNGS[-2:]:
        return False
    return any(
        other.get("level") == "1" and other.get("same_occupation") and other.get("obtained")
        for other in facts["skills"]
    )


def with_one_unknown(facts: Facts) -> Iterator[Facts]:
    """The facts less one: a whole fact, or one of an entry."""
    for key in facts:
        if literal(facts, key):
            continue
        if may_be_unknown(key):
            yield {k: v for k, v in facts.items() if k != key}
        if BY_KEY[key].kind == "list":
            for index, entry in enumerate(facts[key]):
                for item in BY_KEY[key].items:
                    if item.key in entry and item.ordinary is None and not pinned(facts, entry, item.key):
                        less = {k: v for k, v in entry.items() if k != item.key}
                        yield with_entry(facts, key, index, less)


def unknown_is_no_answer(facts: Facts) -> Broken:
    """An unknown fact never gives a no, and filling it in never turns a definite answer into the opposite."""
    if read(facts).problems:
        return  # a fact that was set aside is unknown already
    known = standing(facts)
    for less in with_one_unknown(facts):
        for key, status in standing(less).items():
            if status == "not_eligible" and known.get(key, status) != "not_eligible":
                yield f"unknown alone gives no: {key}, {less}"
            if status == "eligible" and known.get(key) == "not_eligible":
                yield f"filling in contradicts a definite answer: {key}, {less}"


def in_step(facts: Facts) -> Broken:
    """sure ⊆ plan ⊆ possible in every condition, road and target."""
    for target in targets(read(facts)):
        if not _in_step(target_span(target.routes)):
            yield f"sure within plan within possible: {target.key}"
        for route in target.routes:
            for condition in (*route.gates, *(c for way in route.ways for c in way)):
                if not _in_step(condition.span):
                    yield f"sure within plan within possible: {route.id} {condition.says}"


def _in_step(span: Span) -> bool:
    return covers(span.plan, span.sure) and covers(span.possible, span.plan)


# --- more never loses a right ---

TITLE_RUNGS = (
    "below_assistant",
    "junior_unspecified",
    "assistant",
    "intermediate",
    "associate_senior",
    "senior",
)
SKILL_RUNGS = ("apprentice", "5", "4", "3", "2", "1", "special_technician", "chief_technician")
HONOURS = ({"name": "武汉工匠"}, {"name": "中华技能大奖"}, {"name": "区技术能手"})
CONTEST: Facts = {"name": "世界技能大赛", "role": "competitor", "result": "金牌"}


def more(facts: Facts) -> Iterator[tuple[str, Facts]]:
    """What was added, and the facts with it: a certificate, an earlier date, an honour, a qualified expert."""
    day = facts.get("as_of", "2026-11-23")
    for level in TITLE_RUNGS:
        for fits in (True, False):
            entry: Facts = {"level": level, "obtained": day, "specialty_matches": fits}
            yield from _added(facts, "titles", "a title", entry)
    for level in SKILL_RUNGS:
        entry = {"level": level, "obtained": day, "same_occupation": True, "via_this_policy": True}
        yield from _added(facts, "skills", "a certificate", entry)
    for honour in (*HONOURS, CONTEST):
        yield from _added(facts, "awards", "an honour", dict(honour))
    yield from _earlier(facts)
    yield from _expert(facts)


def _added(facts: Facts, key: str, what: str, entry: Facts) -> Iterator[tuple[str, Facts]]:
    if facts.get(key) is not None:
        yield what, {**facts, key: [*facts[key], entry]}


def _earlier(facts: Facts) -> Iterator[tuple[str, Facts]]:
    """Each full date of a certificate a year and five years earlier; one still to come was no date at all."""
    if read(facts).problems:
        return
    for key in ("titles", "skills"):
        for index, entry in enumerate(facts.get(key) or []):
            if len(entry.get("obtained") or "") == 10:
                for years in (1, 5):
                    moved = add_years(date.fromisoformat(entry["obtained"]), -years).isoformat()
                    yield "an earlier date", with_entry(facts, key, index, {**entry, "obtained": moved})


def _expert(facts: Facts) -> Iterator[tuple[str, Facts]]:
    """One more recommendation, by experts who are 正高级 and of the same industry."""
    count = facts.get("expert_recommendations")
    if count is not None:
        yield "an expert", {**facts, "expert_recommendations": int(count) + 1}
        qualified = {"expert_title_level": "senior", "experts_same_industry": True}
        yield "qualified experts", {**facts, **qualified, "expert_recommendations": max(2, int(count))}


def more_never_loses(facts: Facts) -> Broken:
    """Adding never takes away a right; and a no only ever comes of it where :func:`closes` says the text does so."""
    before = standing(facts)
    for what, fuller in more(facts):
        for key, status in standing(fuller).items():
            if before[key] == "eligible" and status != "eligible":
                yield f"{what} takes a right away: {key}, {fuller}"
            if before[key] == OPEN and status == "not_eligible" and not closes(facts, what, key):
                yield f"{what} turns an open answer into no: {key}, {fuller}"


def closes(facts: Facts, what: str, key: str) -> bool:
    """Whether an open answer rested on a certificate that was not listed, and the list now settles it.

    A13: a higher certificate stands in for the exact rung only while that is not listed. A08: a professional qualification
    counts only while no title of 助理级 or above is listed. A38: 特级技师 says no more than that 高级技师 was held by then, which
    its own certificate knows better.
    """
    if what == "a title":
        return bool(facts.get("professional_qualification")) or key in ("skill_3", "skill_2")
    return what == "a certificate" and key in ("assistant", "intermediate", "associate_senior")


# --- time ---


def waiting(facts: Facts, offsets: tuple[int, ...] = (1, 30, 400)) -> Broken:
    """A right that is there today is there on every day up to its stated last one."""
    person = read(facts)
    if person.problems:
        return  # a fact set aside today may be a sound one on another day
    for target in targets(person):
        span = target_span(target.routes)
        if target.outside or verdict(span, person.today) != "eligible":
            continue
        last = dates(span, person.today)[1]
        limit = date.fromisoformat(last) if last else person.as_of + timedelta(days=offsets[-1])
        tried = {min(person.as_of + timedelta(days=offset), limit) for offset in offsets} | {limit}
        for day in sorted(tried):
            if on(facts, day)[target.key] != "eligible":
                yield f"waiting loses a right before its last day: {target.key} {day} of {last}"


def edges(facts: Facts) -> Broken:
    """Where no gate is open, ``earliest`` is the first day and ``until`` the last."""
    person = read(facts)
    if person.problems or any(entry.years_worked is not None for entry in person.skills or ()):
        return  # years worked are stated for today alone
    days = [one.obtained for one in person.skills or ()] + [one.obtained for one in person.titles or ()]
    if None in days:
        return  # and so is a certificate without its day: asked on another day, it would be held on that day
    for target in targets(person):
        span = target_span(target.routes)
        if target.outside or any(is_open(c.span) for r in target.routes for c in _all(r)):
            continue
        first, last = (date.fromisoformat(day) if day else None for day in dates(span, person.today))
        one = timedelta(days=1)
        wanted = [(first, True), (first and first - one, False), (last, True), (last and last + one, False)]
        for day, right in wanted:
            if day and (on(facts, day)[target.key] == "eligible") != right:
                yield f"the window's edges are real: {target.key} {first} to {last}, wrong on {day}"


def _all(route: Any) -> Iterator[Any]:
    yield from route.gates
    for way in route.ways:
        yield from way


def is_open(span: Span) -> bool:
    """Whether a condition is unknown or left to judgement on some day, dates that lack their day aside."""
    return span.sure != span.plan or span.sure != span.possible


def on(facts: Facts, day: date) -> dict[str, str]:
    return standing({**facts, "as_of": day.isoformat()})
