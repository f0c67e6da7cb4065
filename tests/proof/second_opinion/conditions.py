"""One condition over time: what it is on each day, and whether a plan may count on it.

A condition is a list of steps, each valid from its day to the next one. A *way* is a list of conditions that must all hold,
a *road* a list of ways of which one suffices.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .days import BEGINNING

ELIGIBLE, OPEN, NO = "eligible", "needs_confirmation", "not_eligible"
BEST_FIRST = (ELIGIBLE, OPEN, NO)
Step = tuple[date, str, bool]  #: from this day on: met, ask, office or no; counted on in a plan


@dataclass(frozen=True)
class Condition:
    """What must hold, by clause, day by day."""

    clause: str
    steps: tuple[Step, ...]

    def on(self, day: date) -> tuple[str, bool]:
        """The outcome on a day, and whether a plan counts on it."""
        _, outcome, planned = [step for step in self.steps if step[0] <= day][-1]
        return outcome, planned


Way = tuple[Condition, ...]


def always(clause: str, outcome: str, planned: bool | None = None) -> Condition:
    """The same on every day. A plan counts on all but a definite no, unless said otherwise."""
    return Condition(clause, ((BEGINNING, outcome, outcome != "no" if planned is None else planned),))


def opens(clause: str, possible: date, certain: date) -> Condition:
    """No before it is possible; met once it is certain; between them the paper says no more, so the office judges."""
    steps = [(BEGINNING, "no", False), (possible, "office", False), (certain, "met", True)]
    return Condition(clause, tuple(step for step in steps if step[0] < certain or step[1] == "met"))


def status(way: Way, day: date) -> str:
    """Any definite miss, else anything open, else eligible."""
    outcomes = {condition.on(day)[0] for condition in way}
    return NO if "no" in outcomes else OPEN if outcomes & {"ask", "office"} else ELIGIBLE


def unanswered(way: Way, day: date) -> bool:
    """Whether a question to the person is open in it."""
    return any(condition.on(day)[0] == "ask" for condition in way)


def best(statuses: Iterable[str]) -> str:
    """The best of several; none at all is a no."""
    return min(statuses, key=BEST_FIRST.index, default=NO)


Window = tuple[date | None, date | None]


def windows(ways: Sequence[Way]) -> list[Window]:
    """The stretches of days on which the plan of some way holds; None: without an end on that side."""
    edges = sorted({BEGINNING, *(step[0] for way in ways for condition in way for step in condition.steps)})
    found: list[Window] = []
    for here, following in zip(edges, [*edges[1:], None], strict=True):
        if not any(all(condition.on(here)[1] for condition in way) for way in ways):
            continue
        start = None if here == BEGINNING else here
        end = following and following - timedelta(days=1)
        if found and start and found[-1][1] == start - timedelta(days=1):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def window(ways: Sequence[Way], day: date) -> Window:
    """The window that holds the day, else the next one, else none."""
    return next((span for span in windows(ways) if span[1] is None or span[1] >= day), (None, None))
