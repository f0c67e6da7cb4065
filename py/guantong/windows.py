"""The algebra of conditions: sets of days, and three of them kept in step.

A set of days is a sorted tuple of disjoint half-open intervals ``(start, end)`` of ordinals. A :class:`Span` is
``sure ⊆ plan ⊆ possible``: the days on which a condition holds whatever the unknown turns out to be, on which it holds
if the unknown gates hold, and on which it holds under some completion. Dates are read from ``plan`` alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

Days = tuple[tuple[int, int], ...]

BEGIN: Final = -1
END: Final = 4_000_000
ALL: Final[Days] = ((BEGIN, END),)
NONE: Final[Days] = ()


def since(day: int) -> Days:
    """All days from this one on."""
    return ((day, END),)


def before(day: int) -> Days:
    """All days before this one."""
    return ((BEGIN, day),)


def intersect(a: Days, b: Days) -> Days:
    if a == ALL or not b:
        return b
    if b == ALL or not a:
        return a
    out = [(max(s, t), min(e, f)) for s, e in a for t, f in b]
    return tuple((s, e) for s, e in out if s < e)


def unite(a: Days, b: Days) -> Days:
    if not a or b == ALL:
        return b
    if not b or a == ALL:
        return a
    out: list[tuple[int, int]] = []
    for s, e in sorted(a + b):
        if out and s <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], e))
        else:
            out.append((s, e))
    return tuple(out)


def subtract(a: Days, b: Days) -> Days:
    """The days of ``a`` that are not in ``b``."""
    if not b or not a:
        return a
    return intersect(a, complement(b))


def complement(a: Days) -> Days:
    edges = [BEGIN, *(edge for pair in a for edge in pair), END]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return tuple((s, e) for s, e in pairs if s < e)


def holds(a: Days, day: int) -> bool:
    for start, end in a:  # noqa: SIM110 (a plain loop: this runs some hundred times for every person)
        if start <= day < end:
            return True
    return False


def covers(a: Days, b: Days) -> bool:
    """Whether ``a`` contains every day of ``b``."""
    return not subtract(b, a)


def window_at(a: Days, day: int) -> tuple[int, int] | None:
    """The interval that holds this day, else the next one after it."""
    for window in a:
        if day < window[1]:
            return window
    return None


@dataclass(frozen=True, slots=True)
class Span:
    """Three sets of days in step: ``sure ⊆ plan ⊆ possible``."""

    sure: Days
    plan: Days
    possible: Days

    def __and__(self, other: Span) -> Span:
        if self is YES or self is other:
            return other
        if other is YES:
            return self
        return Span(
            intersect(self.sure, other.sure),
            intersect(self.plan, other.plan),
            intersect(self.possible, other.possible),
        )

    def __or__(self, other: Span) -> Span:
        if self is NO or self is other:
            return other
        if other is NO:
            return self
        return Span(
            unite(self.sure, other.sure), unite(self.plan, other.plan), unite(self.possible, other.possible)
        )


YES: Final = Span(ALL, ALL, ALL)
NO: Final = Span(NONE, NONE, NONE)
GATE: Final = Span(NONE, ALL, ALL)  #: unknown; dates are computed as if it held
EXTRA: Final = Span(NONE, NONE, ALL)  #: an unknown exception or extra road; dates are computed without it


def opens(possible: int, certain: int) -> Span:
    """True from some day on, no earlier than ``possible`` and no later than ``certain``."""
    return Span(since(certain), since(certain), since(possible))


def closes(possible: int, certain: int) -> Span:
    """True up to some day: ``possible`` is the first on which it may have ended, ``certain`` the first on which it has."""
    return Span(before(possible), before(possible), before(certain))


def over(spans: Iterable[Span]) -> Span:
    """What is known while one fact, which moves a date, may take several values."""
    first, *rest = spans
    for span in rest:
        first = Span(
            intersect(first.sure, span.sure),
            intersect(first.plan, span.plan),
            unite(first.possible, span.possible),
        )
    return first


def every(spans: Iterable[Span]) -> Span:
    """All of them: intersection."""
    total = YES
    for span in spans:
        if span is not YES:
            total = total & span
    return total


def some(spans: Iterable[Span]) -> Span:
    """Any of them: union."""
    total = NO
    for span in spans:
        total = total | span
    return total


def iso(day: int) -> str | None:
    """A window's edge as ``YYYY-MM-DD``; ``None`` where there is none."""
    return None if day <= BEGIN or day >= END else date.fromordinal(day).isoformat()
