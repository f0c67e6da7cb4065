"""满N年: when a certificate's years are complete (A01, A02, A03, A49).

A clock answers with a span of days. A date of less precision is certain from the first day of the next month or year; a
missing one gives no date.
"""

from __future__ import annotations

from .days import Moment, add_years
from .person import SkillEntry, TitleEntry
from .windows import ALL, EXTRA, NO, NONE, Span, opens, since


def held_since(obtained: Moment | None, held: bool, today: int, *, exact_kind: bool = True) -> Span:
    """The days on which an entry is held: from its own date on, and today for certain."""
    if not held:
        return EXTRA
    if obtained is None:
        return Span(since(today), ALL, ALL)
    certain = since(min(obtained.certain.toordinal(), today))
    return Span(certain, certain, since(obtained.first.toordinal()) if exact_kind else ALL)


def title_years(entry: TitleEntry, years: int, today: int) -> Span:
    """取得职称满N年, N in whole years; 0 asks only that the title is held.

    A date of appointment or printing lies on or after the approval: the years may be complete earlier (A01).
    """
    if years == 0:
        return held_since(entry.obtained, entry.held, today, exact_kind=entry.exact_kind)
    if not entry.held or entry.obtained is None:
        return EXTRA
    span = _anniversary(entry.obtained, years)
    return span if entry.exact_kind else Span(span.sure, span.plan, ALL)


def _anniversary(obtained: Moment, years: int) -> Span:
    return opens(add_years(obtained.first, years).toordinal(), add_years(obtained.certain, years).toordinal())


def calendar_years(entry: SkillEntry, years: int) -> Span:
    """取得证书N年后, by the calendar alone (晋级, A06)."""
    if not entry.held or entry.obtained is None:
        return EXTRA
    return _anniversary(entry.obtained, years)


def worked_years(entry: SkillEntry, years: int, today: int, *, at_latest: bool = False) -> Span:
    """取得证书后从事该职业工作满N年 (A03): time worked after the certificate, interruptions not counted.

    ``at_latest``: the entry's date only bounds that of the certificate in question, which may be older (特级技师, A38).
    """
    if not entry.held:
        return EXTRA
    if entry.years_worked is not None:
        if entry.years_worked < years:
            return EXTRA if at_latest else NO
        return _worked_enough(entry.obtained, years, today)
    if entry.obtained is None:
        return EXTRA
    span = _anniversary(entry.obtained, years)
    possible = ALL if at_latest else span.possible
    return Span(span.sure if entry.continuous else NONE, span.plan, possible)


def _worked_enough(obtained: Moment | None, years: int, today: int) -> Span:
    """Stated years suffice today; the date is the anniversary at the earliest."""
    if obtained is None:
        return Span(since(today), ALL, ALL)
    certain = since(min(add_years(obtained.certain, years).toordinal(), today))
    return Span(certain, certain, since(min(add_years(obtained.first, years).toordinal(), today)))


def clock_asks(entry: SkillEntry, years: int, today: int) -> tuple[str, ...]:
    """The facts that would settle how long was worked after a certificate; 一直从事 only once its years can be complete."""
    young = entry.obtained is not None and add_years(entry.obtained.certain, years).toordinal() > today
    asks: list[str] = []
    if entry.obtained is None and entry.years_worked is None:
        asks.append(f"{entry.at}/obtained")
    if entry.years_worked is None and entry.continuous is None and not young:
        asks.append(f"{entry.at}/continuous")
    if entry.years_worked is None and entry.continuous is False:
        asks.append(f"{entry.at}/years_worked")
    return tuple(asks)
