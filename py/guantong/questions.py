"""Which unknown facts can still change something, most telling first.

Roads are monotone trees in which each fact stands once, so a question is asked by masking: a condition matters on a day
exactly when its answer moves it across a threshold there that its siblings leave open, those under all-of at their best
and those under any-of at their worst. There are three thresholds: 可申报 or not, 不可申报 or not, in the window of dates or not.
"""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Generic, TypeVar

from .conditions import Condition, Route
from .facts import FACTS
from .person import Person
from .targets import Target
from .windows import ALL, END, NONE, YES, Days, holds, intersect, subtract, unite, window_at

_RANK = {fact.key: index for index, fact in enumerate(FACTS)}


T = TypeVar("T")

#: the two thresholds of a status on the day, as flags: met, open at least
MET, OPEN = 1, 2


@dataclass(frozen=True)
class Algebra(Generic[T]):
    """How sets of one kind are combined: flags of the thresholds of a status, or days of the window of dates."""

    everything: T
    nothing: T
    both: Callable[[T, T], T]
    either: Callable[[T, T], T]
    minus: Callable[[T, T], T]


FLAGS = Algebra(MET | OPEN, 0, operator.and_, operator.or_, lambda a, b: a & ~b)
DAYS = Algebra(ALL, NONE, intersect, unite, subtract)

#: what is crossed whatever the answers, and what is crossed under the best ones
Bounds = tuple[T, T]


def questions(
    person: Person, targets: Iterable[Target], channel: Iterable[str]
) -> tuple[list[str], frozenset[str]]:
    """JSON pointers of the facts to ask, and those among them that change no target.

    ``channel`` are those that change an option or the theory examination. What was asked and can't be answered is left out.
    """
    counts: Counter[str] = Counter()
    scales = Scales(person.today)
    for target in targets:
        counts.update(open_facts(target.routes, scales))
    deciding = set(counts)
    if person.target_series is None:
        counts["/target_series"] += 4
    for fact in channel:
        counts[fact] += 0
    asked = sorted(counts.keys() - person.unsure, key=lambda at: (-counts[at], _order(at)))
    return asked, frozenset(counts.keys() - deciding)


def _order(at: str) -> tuple[int, str]:
    return _RANK[at.split("/")[1]], at


def status_bounds(condition: Condition, day: int) -> Bounds[int]:
    """How far the answers can move a condition's state on the day: flags of the thresholds it is sure to reach, or may."""
    met, possible = holds(condition.span.sure, day), holds(condition.span.possible, day)
    stays, opens = condition.worst == "open", condition.best == "met"
    low = high = met * MET | possible * OPEN
    if condition.asks:
        low &= met * MET | (possible if stays else met) * OPEN
        high |= (possible and opens) * MET
    if _reopens(condition):
        low &= (possible and stays) * OPEN
        high |= ((condition.latent_best or condition.best) == "met") * MET | OPEN
    return low, high


def date_bounds(condition: Condition) -> Bounds[Days]:
    """How far the answers can move a condition's window of dates."""
    span, stays, opens = condition.span, condition.worst == "open", condition.best == "met"
    if _reopens(condition) and condition.latent_best != "open":  # what is left open moves no date
        return span.plan if stays else NONE, ALL
    if condition.asks:
        return span.plan if stays else span.sure, span.possible if opens else span.plan
    return span.plan, span.plan


def _reopens(condition: Condition) -> bool:
    """Whether latent facts move the bounds: always, but for those that only ever leave open what is asked anyway."""
    return bool(condition.latent) and not (condition.asks and condition.latent_stays_open)


class Scales:
    """The two ways in which a road is measured for one person: by the status on the day, and by its window of dates."""

    def __init__(self, day: int) -> None:
        self.day = day
        self.status = _Scale(FLAGS, lambda condition: status_bounds(condition, day))
        self.dates = _Scale(DAYS, date_bounds)


def open_facts(routes: Sequence[Route], scales: Scales) -> set[str]:
    """The unanswered facts that can change the status on the day, or a date, of the target that these roads lead to."""
    asking = {c for route in routes for c in _conditions(route) if c.asks or c.latent}
    if not asking:
        return set()
    status = _Tree(routes, scales.status)
    found: set[str] = set()
    for condition, crossed in status.decisive(FLAGS.everything):
        idle = () if crossed & MET else condition.tells_met_from_open
        found.update(at for at in condition.asks if at not in (*condition.moves_no_status, *idle))
        if not condition.asks or not condition.latent_stays_open or crossed & MET:
            found.update(condition.latent)
    if not any(_could_add(condition, found) for condition in asking):
        return found
    windows = _Tree(routes, scales.dates)
    for condition, _ in windows.decisive(_around(windows.highest, scales.day)):
        found.update(_date_facts(condition))
    return found


def _date_facts(condition: Condition) -> tuple[str, ...]:
    """The facts of a condition that may move its window of dates."""
    asks = tuple(at for at in condition.asks if at not in condition.moves_no_date)
    return asks if condition.asks and condition.latent_stays_open else asks + condition.latent


def _could_add(condition: Condition, found: set[str]) -> bool:
    """Whether the dates of a condition could show a fact to matter that is not found yet."""
    if found.issuperset(_date_facts(condition)):
        return False
    low, high = date_bounds(condition)
    return low != high


def _around(days: Days, day: int) -> Days:
    """The day and all after it, and the window before it that could hold it."""
    window = window_at(days, day)
    ahead: Days = ((day, END),)
    return unite(ahead, (window,)) if window and window[0] <= day else ahead


def _conditions(route: Route) -> Iterator[Condition]:
    yield from route.gates
    for way in route.ways:
        yield from way


def _has_questions(condition: Condition) -> bool:
    return bool(condition.asks or condition.latent)


class _Scale(Generic[T]):
    """An algebra with the bounds that conditions have in it. Gates that several roads share are worked out once."""

    def __init__(self, algebra: Algebra[T], bounds: Callable[[Condition], Bounds[T]]) -> None:
        self.algebra = algebra
        self.bounds = bounds
        self._groups: dict[tuple[Condition, ...], _Group[T]] = {}

    def group(self, conditions: tuple[Condition, ...]) -> _Group[T]:
        """The group of these very conditions."""
        known = self._groups.get(conditions)
        if known is None:
            known = self._groups[conditions] = _Group(conditions, self.algebra, self.bounds)
        return known


class _Group(Generic[T]):
    """Conditions that must all hold, with their bounds; those that hold anyway are left out."""

    def __init__(
        self, conditions: Iterable[Condition], algebra: Algebra[T], bounds: Callable[[Condition], Bounds[T]]
    ) -> None:
        self.algebra = algebra
        self.members = [(c, *bounds(c)) for c in conditions if c.span is not YES or _has_questions(c)]
        self.highs = [high for _, _, high in self.members]
        self.low = reduce(algebra.both, [low for _, low, _ in self.members], algebra.everything)
        self.high = reduce(algebra.both, self.highs, algebra.everything)
        self.undecided = [
            (index, condition, algebra.minus(high, low))
            for index, (condition, low, high) in enumerate(self.members)
            if low != high and _has_questions(condition)
        ]

    def decisive(self, context: T) -> Iterator[tuple[Condition, T]]:
        """The conditions whose answer crosses something within the context, the others at their best."""
        both, nothing = self.algebra.both, self.algebra.nothing
        if context == nothing:
            return
        for index, condition, between in self.undecided:
            crossed = both(context, between)
            if crossed != nothing:
                crossed = reduce(both, self.highs[:index] + self.highs[index + 1 :], crossed)
            if crossed != nothing:
                yield condition, crossed


class _Choice(Generic[T]):
    """Branches of which any one suffices: their bounds together, and each branch's context beside the others."""

    def __init__(self, bounds: Sequence[Bounds[T]], algebra: Algebra[T]) -> None:
        self.algebra = algebra
        self.lows = [low for low, _ in bounds]
        self.low = reduce(algebra.either, self.lows, algebra.nothing)
        self.high = reduce(algebra.either, [high for _, high in bounds], algebra.nothing)

    def beside(self, index: int, context: T) -> T:
        """The context of one branch, the others at their worst."""
        others = self.lows[:index] + self.lows[index + 1 :]
        return self.algebra.minus(context, reduce(self.algebra.either, others, self.algebra.nothing))


class _Road(Generic[T]):
    """A route as its own gates, but for those shared by all routes of the target, and any one of its ways."""

    def __init__(
        self,
        route: Route,
        shared: frozenset[Condition],
        scale: _Scale[T],
    ) -> None:
        algebra = scale.algebra
        self.gates = scale.group(tuple(c for c in route.gates if c not in shared))
        self.ways = [scale.group(way) for way in route.ways]
        self.choice = _Choice([(way.low, way.high) for way in self.ways], algebra)
        self.low = algebra.both(self.gates.low, self.choice.low)
        self.high = algebra.both(self.gates.high, self.choice.high)

    def decisive(self, context: T) -> Iterator[tuple[Condition, T]]:
        both = self.gates.algebra.both
        yield from self.gates.decisive(both(context, self.choice.high))
        held = both(context, self.gates.high)
        for index, way in enumerate(self.ways):
            yield from way.decisive(self.choice.beside(index, held))


class _Tree(Generic[T]):
    """All roads to a target: the gates that they share, and any one road beside them."""

    def __init__(self, routes: Sequence[Route], scale: _Scale[T]) -> None:
        algebra = scale.algebra
        shared = frozenset(routes[0].gates).intersection(*(route.gates for route in routes[1:]))
        self.gates = scale.group(tuple(c for c in routes[0].gates if c in shared))
        self.roads = [_Road(route, shared, scale) for route in routes]
        self.choice = _Choice([(road.low, road.high) for road in self.roads], algebra)
        self.highest = algebra.both(self.gates.high, self.choice.high)

    def decisive(self, context: T) -> Iterator[tuple[Condition, T]]:
        both = self.gates.algebra.both
        yield from self.gates.decisive(both(context, self.choice.high))
        held = both(context, self.gates.high)
        for index, road in enumerate(self.roads):
            yield from road.decisive(self.choice.beside(index, held))


__all__ = ["Scales", "date_bounds", "open_facts", "questions", "status_bounds"]
