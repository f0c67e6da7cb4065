"""The law of questions in small: every answer to every open fact is tried, on one condition and on the roads to some titles.

A fact must be asked exactly when some answers to the other open facts make its answer change a verdict or a date. A condition
is looked at alone, beside something that only an office can judge, and as one of two ways.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from guantong.conditions import Condition, Route, target_span, verdict
from guantong.intake import read
from guantong.person import Person
from guantong.questions import Scales, open_facts
from guantong.windows import EXTRA, GATE, NO, YES, Span, since, window_at

AS_OF = "2026-11-23"


def person(**facts: Any) -> Person:
    """Somebody of whom so much is known, on the day of these tests."""
    return read({"as_of": AS_OF, **facts})


TODAY = person().today
#: for each fact which of its answers is given, by number; where none is given, ``OPEN``
Given = tuple[int, ...]
OPEN = -1
Make = Callable[[Person], Sequence[Condition]]
#: all roads to one title
Roads = Callable[[Person], list[Route]]


def _judged(span: Span) -> Condition:
    """Something that no answer settles."""
    return Condition(span, "C048", "由单位判断")


def _road(gates: Sequence[Condition] = (), ways: tuple[tuple[Condition, ...], ...] = ((),)) -> Route:
    return Route("road", "一条路", "C048", tuple(gates), ways)


def gate(make: Callable[[Person], Condition]) -> Make:
    """A condition by itself."""
    return lambda someone: (make(someone),)


_LATER = since(TODAY + 730)
_IN_YEARS = Condition(Span(_LATER, _LATER, _LATER), "C048", "两年后满足")

Company = dict[str, Callable[[tuple[Condition, ...]], Route]]

#: in what company a gate can stand on a road, and then a way
GATES: Company = {
    "alone": lambda found: _road(found),
    "beside an office's judgement": lambda found: _road((*found, _judged(GATE))),
    "beside a no": lambda found: _road((*found, _judged(NO))),
}
WAYS: Company = {
    **GATES,
    "or another way, open": lambda found: _road(ways=(found, (_judged(GATE),))),
    "or another way, open, without a date": lambda found: _road(ways=(found, (_judged(EXTRA),))),
    "or another way, met": lambda found: _road(ways=(found, (_judged(YES),))),
    "or another way, met in years": lambda found: _road(ways=(found, (_IN_YEARS,))),
}

#: what comes into its own only later
YEARS: Company = {"beside years not yet complete": lambda found: _road((*found, _IN_YEARS))}


class Space:
    """Open facts with the answers that each can get, beside what is stated for good. ``None``: it may stay open for good."""

    def __init__(self, answers: Mapping[str, Sequence[Any]], **stated: Any) -> None:
        self.pointers = tuple(answers)
        self.answers = tuple(answers.values())
        self.stated = stated

    def everybody(self) -> Iterator[Given]:
        """Each answer, or none, to each fact."""
        return product(*(range(OPEN, len(answers)) for answers in self.answers))

    def known(self, given: Given) -> dict[str, Any]:
        """Pointer → answer, of what is answered."""
        pairs = zip(self.pointers, self.answers, given, strict=True)
        return {pointer: answers[number] for pointer, answers, number in pairs if number != OPEN}

    def person(self, given: Given) -> Person:
        """The person of whom this is known."""
        facts = dict(self.stated)
        for pointer, answer in self.known(given).items():
            _put(facts, pointer.split("/")[1:], answer)
        return person(**facts)

    def wholes(self, given: Given) -> Iterator[Given]:
        """All answers to all that is open."""
        pairs = zip(self.answers, given, strict=True)
        return product(*(range(len(answers)) if number == OPEN else (number,) for answers, number in pairs))

    def completions(self, given: Given, index: int) -> Iterator[Given]:
        """The same with each answer to one open fact."""
        return ((*given[:index], number, *given[index + 1 :]) for number in range(len(self.answers[index])))


def _put(facts: dict[str, Any], path: list[str], answer: Any) -> None:
    if len(path) == 1:
        facts[path[0]] = answer
        return
    key, number, name = path
    entries = facts[key] = [dict(entry) for entry in facts[key]]
    entries[int(number)][name] = answer


def wrongly_asked(
    make: Make, space: Space, companies: Company = GATES, elsewhere: Collection[str] = ()
) -> list[str]:
    """Where a condition asks for what does not matter: the company, what is known, asked in vain (+) or left out (-).

    ``elsewhere``: facts that other conditions of every road ask for too, so that asking for them in vain does no harm.
    """
    found = {given: tuple(make(space.person(given))) for given in space.everybody()}
    scales = Scales(TODAY)
    return [
        f"{name}: {difference}"
        for name, company in companies.items()
        for difference in differences(
            space, {given: _seen([[company(made)]], scales) for given, made in found.items()}, elsewhere
        )
    ]


def wrongly_asked_for_titles(
    titles: Sequence[Roads], space: Space, elsewhere: Collection[str] = ()
) -> list[str]:
    """The same for all roads to some titles."""
    scales = Scales(TODAY)
    people = {given: space.person(given) for given in space.everybody()}
    seen = {given: _seen([roads(someone) for roads in titles], scales) for given, someone in people.items()}
    return differences(space, seen, elsewhere)


def _seen(targets: Sequence[Sequence[Route]], scales: Scales) -> tuple[object, set[str]]:
    """Verdict and window of dates of each target, and what is asked for their sake."""
    spans = [target_span(roads) for roads in targets]
    outcome = tuple((verdict(span, scales.day), window_at(span.plan, scales.day)) for span in spans)
    return outcome, {at for roads in targets for at in open_facts(roads, scales)}


def differences(
    space: Space, seen: Mapping[Given, tuple[object, set[str]]], elsewhere: Collection[str] = ()
) -> list[str]:
    """Where what is asked of somebody is not what changes the outcome; ``seen``: the outcome, and the facts asked."""
    matters = _Matters(space, {given: outcome for given, (outcome, _) in seen.items()})
    wrong = []
    for given, (_, asked) in seen.items():
        if None in space.known(given).values():
            continue
        wanted = matters.all(given)
        vain, left_out = sorted(asked - wanted - set(elsewhere)), sorted(wanted - asked)
        if vain or left_out:
            wrong.append(f"{space.known(given)}: +{vain} -{left_out}")
    return wrong


class _Matters:
    """Whether an open fact's answer changes the outcome under some answers to the other open facts."""

    def __init__(self, space: Space, outcomes: Mapping[Given, object]) -> None:
        self.space = space
        self.outcomes = outcomes
        self._known: dict[tuple[Given, int], bool] = {}

    def all(self, given: Given) -> set[str]:
        """Pointers of the facts that matter."""
        return {self.space.pointers[index] for index in _open(given) if self._one(given, index)}

    def _one(self, given: Given, index: int) -> bool:
        known = self._known.get((given, index))
        if known is None:
            other = next((other for other in _open(given) if other != index), None)
            if other is None:
                known = len({self.outcomes[full] for full in self.space.completions(given, index)}) > 1
            else:
                known = any(self._one(more, index) for more in self.space.completions(given, other))
            self._known[given, index] = known
        return known


def _open(given: Given) -> list[int]:
    return [index for index, number in enumerate(given) if number == OPEN]
