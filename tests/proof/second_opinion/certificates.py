"""The roads that run from a title or a certificate: every entry of the list is a way of its own."""

from __future__ import annotations

from datetime import date

from .conditions import BEST_FIRST, Condition, Step, Way, always, opens, status, unanswered, window
from .days import BEGINNING, years_later
from .intake import Case, Entry
from .table import TABLE, Row

FIELD, TITLED, HIGH = "一（二）", "三（一）", "四（一）-①"
_LEVELS = TABLE["levels"]
_YES_NO = {True: "met", False: "no", None: "ask"}
_TITLES: list[str] = _LEVELS["title"]


def title_ways(case: Case, road: Row) -> list[Way]:
    """From a title to a level: its exact rung, or one above it (A13), or a qualification without a title."""
    clause = road["clause"]
    if case.titles is None:
        ways: list[Way] = [(always(TITLED, "ask"), always(clause, "ask"))]
    else:
        ways = [_title_way(case, entry, road) for entry in case.titles if _may_be(entry, road["level"])]
        if not any(entry.level in road["level"] and entry.fits is True for entry in case.titles):
            ways += [
                _higher(clause, FIELD, entry) for entry in case.titles if _perhaps(entry, road["higher"])
            ]
    return (ways + _qualified(case, clause)) or [(titled(case), always(clause, "no"))]


def _title_way(case: Case, entry: Entry, road: Row) -> Way:
    return (
        always(TITLED, _rung(entry, _TITLES[1:])),
        always(road["clause"], _rung(entry, road["level"])),
        _fits(entry),
        _recognised(road["clause"], entry),
        _since(case, entry, road["clause"], road["years"]),
    )


def titled_way(case: Case) -> Way:
    """三（一）: any title of 助理级 or above, of a matching field; the one that serves best, then the one held longest."""
    return serving_best(_titled_ways(case), case.as_of)


def serving_best(ways: list[Way], day: date) -> Way:
    """Of several certificates that would do: the best status, an unanswered question before an office, the earliest day."""
    return min(
        ways,
        key=lambda way: (
            BEST_FIRST.index(status(way, day)),
            not unanswered(way, day),
            window([way], day)[0] or date.max,
        ),
    )


def _titled_ways(case: Case) -> list[Way]:
    """Every title that might."""
    if case.titles is None:
        return [(always(TITLED, "ask"),)]
    high = _TITLES[1:]
    ways: list[Way] = [
        (
            always(TITLED, _rung(entry, high)),
            _fits(entry),
            _recognised(TITLED, entry),
            _since(case, entry, TITLED, 0),
        )
        for entry in case.titles
        if _may_be(entry, high)
    ]
    return (ways + _qualified(case, TITLED)) or [(always(TITLED, "no"),)]


def titled(case: Case) -> Condition:
    """Whether any title of 助理级 or above stands in the list at all, of whatever field."""
    if case.titles is None:
        return always(TITLED, "ask")
    rungs = [_rung(entry, _TITLES[1:]) for entry in case.titles]
    rungs += ["office" for _ in _qualified(case, TITLED)]
    return always(TITLED, next((kind for kind in ("met", "office", "ask") if kind in rungs), "no"))


def _qualified(case: Case, clause: str) -> list[Way]:
    """Only a professional qualification, no title of 助理级 or above listed: left to the office (A08)."""
    listed = case.titles and any(entry.level in _TITLES[1:] for entry in case.titles)
    if listed or not case.facts.get("professional_qualification"):
        return []
    return [(always(TITLED, "office", False), always(clause, "office", False))]


def promotion_ways(case: Case, road: Row) -> list[Way]:
    """From the level below, one year on; the road gives a date only where it is certainly there."""
    clause = road["clause"]
    if case.skills is None:
        own: list[Way] = [(always(clause, "ask", False),)]
    else:
        own = [_promotion_way(case, entry, road) for entry in case.skills if _may_be(entry, road["level"])]
    return [way + titled_way(case) for way in own] or [(always(clause, "no"), titled(case))]


def _promotion_way(case: Case, entry: Entry, road: Row) -> Way:
    clause = road["clause"]
    via = {True: "met", False: "office", None: "ask"}[entry.via]
    return (
        _extra(always(clause, _rung(entry, road["level"]))),
        _extra(always(clause, _YES_NO[entry.fits])),
        _extra(always(clause, via)),
        _extra(_recognised(clause, entry)),
        _since(case, entry, clause, road["years"]),
    )


def _extra(condition: Condition) -> Condition:
    """On an extra road what is open is not counted on."""
    return Condition(
        condition.clause, tuple((day, outcome, outcome == "met") for day, outcome, _ in condition.steps)
    )


def skill_ways(case: Case, road: Row) -> list[Way]:
    """From a certificate to a title: years of work in that occupation after it."""
    clause = road["clause"]
    if case.skills is None:
        return [(always(clause, "ask"), always(HIGH, "ask"))]
    ways = [_skill_way(case, entry, road) for entry in case.skills if _may_be(entry, road["level"])]
    exact = [entry for entry in case.skills if entry.level in road["level"] and entry.fits is True]
    if "1" in road["level"]:
        pinned = any(entry.dated for entry in exact)
        told = any(entry.years is not None for entry in exact if entry.held)
        ways += [
            _highest_way(case, entry, road, pinned)
            for entry in case.skills
            if _perhaps(entry, _LEVELS["held_highest"]) and not told
        ]
    if not exact:
        ways += [_higher(clause, clause, entry) for entry in case.skills if _perhaps(entry, road["higher"])]
    return ways or [(always(clause, "no"),)]


def _skill_way(case: Case, entry: Entry, road: Row) -> Way:
    clause = road["clause"]
    return (
        always(clause, _rung(entry, road["level"])),
        always(clause, _YES_NO[entry.fits]),
        _recognised(clause, entry),
        _worked(case, entry, clause, road["years"]),
    )


def _highest_way(case: Case, entry: Entry, road: Row, pinned: bool) -> Way:
    """特级技师, 首席技师: 高级技师 was held by that day at the latest, and perhaps long before (A38)."""
    clause = road["clause"]
    return (
        always(clause, _rung(entry, _LEVELS["held_highest"])),
        always(clause, _YES_NO[entry.fits]),
        _recognised(clause, entry),
        Condition(
            clause,
            tuple(
                (day, outcome, planned and entry.level is not None)
                for day, outcome, planned in _highest_steps(case, entry, road["years"], pinned)
            ),
        ),
    )


def _highest_steps(case: Case, entry: Entry, years: int, pinned: bool) -> list[Step]:
    """Before its own years are over, open; but where the day of 高级技师 is known, that day decides alone."""
    short = bool(entry.held) and entry.years is not None and entry.years < years
    enough = bool(entry.held) and entry.years is not None and not short
    undated = entry.held is None or (entry.dated is None and not enough)
    asked = not short and (undated or (entry.continuous is not True and entry.years is None))
    told = not short and (undated or (entry.continuous is False and entry.years is None))
    before = "no" if pinned else "ask" if told else "office"
    if short or undated:
        return [(BEGINNING, before, False)]
    if entry.dated is None:
        return [(BEGINNING, "met", True)]
    certain = years_later(entry.dated[1], years)
    after = "met" if entry.continuous or enough else "ask"
    steps = [(BEGINNING, before, False), (min(certain, case.as_of) if enough else certain, after, True)]
    if pinned and not enough:
        steps.insert(1, (years_later(entry.dated[0], years), "ask" if asked else "office", False))
    return [step for step in steps[:-1] if step[0] < steps[-1][0]] + steps[-1:]


def high_skill(case: Case) -> Way:
    """四（一）-①: 高级工 or above, of whatever occupation, by the certificate that serves best."""
    return serving_best(_high_skill_ways(case), case.as_of)


def _high_skill_ways(case: Case) -> list[Way]:
    """Every certificate that might."""
    if case.skills is None:
        return [(always(HIGH, "ask"),)]
    ways: list[Way] = [
        (
            always(HIGH, _rung(entry, _LEVELS["high_skill"])),
            _recognised(HIGH, entry),
            _since(case, entry, HIGH, 0),
        )
        for entry in case.skills
        if _may_be(entry, _LEVELS["high_skill"])
    ]
    return ways or [(always(HIGH, "no"),)]


def _higher(clause: str, field: str, entry: Entry) -> Way:
    """A13: only the higher one is listed. Never certain, never a date."""
    known = entry.level is not None and entry.held is not None
    return (
        always(clause, "office" if known else "ask", False),
        always(field, _YES_NO[entry.fits]),
    )


def _perhaps(entry: Entry, levels: list[str]) -> bool:
    return bool(levels) and (entry.level is None or entry.level in levels) and entry.fits is not False


def _may_be(entry: Entry, levels: list[str]) -> bool:
    return _rung(entry, levels) != "no"


def _rung(entry: Entry, levels: list[str]) -> str:
    if entry.level is None:
        return "ask"
    if entry.level == "junior_unspecified":
        return "office" if "assistant" in levels else "no"
    return "met" if entry.level in levels else "no"


def _fits(entry: Entry) -> Condition:
    return always(FIELD, _YES_NO[entry.fits])


def _recognised(clause: str, entry: Entry) -> Condition:
    return always(clause, "met" if entry.recognised else "office")


def _since(case: Case, entry: Entry, clause: str, years: int) -> Condition:
    """From when an entry is held (no years), or its years are complete."""
    if entry.held is None:
        return always(clause, "ask", False)
    if entry.dated is None:
        return (
            always(clause, "ask", False)
            if years
            else Condition(clause, ((BEGINNING, "ask", True), (case.as_of, "met", True)))
        )
    possible, certain = entry.dated
    if not entry.approved:
        possible = BEGINNING
    if years:
        return opens(
            clause,
            possible if possible == BEGINNING else years_later(possible, years),
            years_later(certain, years),
        )
    return opens(clause, min(possible, case.as_of), min(certain, case.as_of))


def _worked(case: Case, entry: Entry, clause: str, years: int) -> Condition:
    """Years of work after the certificate (A03)."""
    if entry.years is not None and entry.held is not None:
        if entry.years < years:
            return always(clause, "no")
        if entry.dated is None:
            return always(clause, "met")
        certain = min(years_later(entry.dated[1], years), case.as_of)
        return opens(clause, certain, certain)
    calendar = _since(case, entry, clause, years)
    if entry.continuous is True:
        return calendar
    between = "ask" if entry.continuous is False or entry.dated is None or not entry.held else "office"
    named = {"no": "no", "office": between, "ask": "ask", "met": "ask"}
    return Condition(clause, tuple((day, named[outcome], plan) for day, outcome, plan in calendar.steps))
