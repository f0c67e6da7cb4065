"""What a rule hands on: conditions with their days, the clause that carries them, and the roads they form.

A road is all of its gates and any one of its ways (a way: the conditions that one certificate or honour brings along).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from .policy import statement as policy_statement
from .windows import EXTRA, GATE, NO, YES, Span, every, holds, iso, some, window_at

Status = Literal["met", "unmet", "unknown", "judgement"]
Verdict = Literal["eligible", "needs_confirmation", "not_eligible"]
VERDICTS: tuple[Verdict, ...] = ("eligible", "needs_confirmation", "not_eligible")  #: best first

SKILL_DESK = "武汉市人力资源和社会保障局职业能力建设处"
TITLE_DESK = "武汉市人力资源和社会保障局专业技术人员管理处"
CENTRE = "武汉市职业技能鉴定指导中心"
HR = "所在单位人事部门"
COMMITTEE = "相应系列评审委员会办公室"
SELF = "你自己核对"


@dataclass(slots=True, eq=False)
class Condition:
    """One condition: on which days it holds, which statement says so, and what to tell the person."""

    span: Span
    statement: str  #: C0xx
    says: str
    facts: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()  #: unanswered facts that would settle it; none: left to an office's judgement
    latent: tuple[str, ...] = ()  #: unanswered facts that could still reopen it
    lacking: str = ""  #: what is missing when it is not met
    confirm: str = ""  #: the question to put, while it is open
    office: str = ""  #: to whom
    best: Literal["met", "open"] = "met"  #: where the best answer to its questions leads
    worst: Literal["open", "unmet"] = "unmet"  #: where the worst one leads
    latent_best: Literal["met", "open"] | None = None  #: the same for the latent facts, where it differs
    moves_no_date: tuple[str, ...] = ()  #: of what is asked: can change the status on the day, but no date
    tells_met_from_open: tuple[str, ...] = ()  #: of what is asked: matters only where all else can be met
    moves_no_status: tuple[str, ...] = ()  #: the other way about
    latent_stays_open: bool = False  #: the latent facts alone never lead to a no

    @property
    def clause(self) -> str:
        return policy_statement(self.statement).clause

    def status(self, day: int) -> Status:
        if self.span is YES:
            return "met"
        if holds(self.span.sure, day):
            return "met"
        if not holds(self.span.possible, day):
            return "unmet"
        return "unknown" if self.asks else "judgement"


Way = tuple[Condition, ...]


@dataclass(slots=True, eq=False)
class Route:
    """A road to a target: ``statement`` is its own clause; all gates and any one way must hold."""

    id: str
    name: str
    statement: str
    gates: tuple[Condition, ...]
    ways: tuple[Way, ...] = ((),)
    gate_span: Span = field(init=False)
    way_spans: tuple[Span, ...] = field(init=False)
    span: Span = field(init=False)

    def __post_init__(self) -> None:
        self.gate_span = every(c.span for c in self.gates)
        self.way_spans = tuple(every(c.span for c in way) for way in self.ways)
        self.span = self.gate_span & some(self.way_spans)

    @property
    def clause(self) -> str:
        return policy_statement(self.statement).clause

    def verdict(self, day: int) -> Verdict:
        return verdict(self.span, day)

    def explained(self, day: int) -> tuple[Condition, ...]:
        """The conditions to show: those of the best way (status, then earliest date), then the gates."""
        best = min(zip(self.way_spans, self.ways, strict=True), key=lambda pair: _rank(pair[0], day))[1]
        return best + self.gates


def verdict(span: Span, day: int) -> Verdict:
    """可申报 when it surely holds, 需确认 when it possibly does, else 不可申报 (the general rule of the readings)."""
    if holds(span.sure, day):
        return "eligible"
    return "needs_confirmation" if holds(span.possible, day) else "not_eligible"


def _rank(span: Span, day: int) -> tuple[int, int, bool]:
    window = window_at(span.plan, day)
    return VERDICTS.index(verdict(span, day)), window[0] if window else 10**9, not span.possible


def standing(way: Way, day: int) -> tuple[int, bool, int]:
    """How well a certificate stands among others that would serve: status, a question before an office, held longest."""
    span = every(condition.span for condition in way)
    window = window_at(span.plan, day)
    named = window[0] if window and iso(window[0]) else 10**9
    asked = any(condition.status(day) == "unknown" for condition in way)
    return VERDICTS.index(verdict(span, day)), not asked, named


def dates(span: Span, day: int) -> tuple[str | None, str | None]:
    """``earliest`` and ``until`` of the window of ``plan`` that holds the day, else of the next one."""
    window = window_at(span.plan, day)
    return (iso(window[0]), iso_last(window[1])) if window else (None, None)


def iso_last(end: int) -> str | None:
    """The last day before a window's end."""
    return iso(end - 1) if iso(end) else None


def gate(
    value: bool | None,
    statement: str,
    fact: str,
    says: tuple[str, str, str],
    *,
    readings: tuple[str, ...] = (),
    lacking: str = "",
    confirm: str = "",
    office: str = "",
    no_is_open: bool = False,
) -> Condition:
    """A condition on one yes/no fact; ``says`` is for yes, no, unknown. ``no_is_open``: even "no" is only to be confirmed."""
    span = YES if value else GATE if value is None or no_is_open else NO
    return Condition(
        span,
        statement,
        says[0 if value else 1 if value is False else 2],
        (f"/{fact}",),
        readings,
        asks=(f"/{fact}",) if value is None else (),
        lacking=lacking or says[1],
        confirm=confirm,
        office=office,
        worst="open" if no_is_open else "unmet",
    )


def judged(
    statement: str,
    says: str,
    confirm: str,
    office: str,
    *,
    extra: bool = False,
    facts: tuple[str, ...] = (),
    readings: tuple[str, ...] = (),
) -> Condition:
    """A condition that no answer resolves: an office decides it."""
    return Condition(
        EXTRA if extra else GATE, statement, says, facts, readings, confirm=confirm, office=office
    )


def target_span(routes: Iterable[Route]) -> Span:
    return some(route.span for route in routes)


__all__ = [
    "CENTRE",
    "COMMITTEE",
    "HR",
    "SELF",
    "SKILL_DESK",
    "TITLE_DESK",
    "VERDICTS",
    "Condition",
    "Route",
    "Status",
    "Verdict",
    "Way",
    "dates",
    "gate",
    "judged",
    "standing",
    "target_span",
    "verdict",
]
