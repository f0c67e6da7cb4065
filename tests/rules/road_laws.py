"""The law of questions on the roads to some titles: every answer to a few open facts is tried.

A fact must be asked exactly when, under some answers to the other open facts, its own answer changes a verdict or a date.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import Any

from guantong.conditions import Route, target_span, verdict
from guantong.intake import read
from guantong.person import Person
from guantong.questions import Scales, open_facts
from guantong.windows import window_at

AS_OF = "2026-11-23"
OPEN = -1
#: for each fact the number of its answer, or ``OPEN``
Given = tuple[int, ...]


def person_with(stated: Mapping[str, Any], known: Mapping[str, Any]) -> Person:
    """A person of whom ``stated`` is known for good and, by pointer, what is answered."""
    facts: dict[str, Any] = {"as_of": AS_OF, **stated}
    for pointer, answer in known.items():
        key, *rest = pointer.split("/")[1:]
        if rest:
            entries = facts[key] = [dict(entry) for entry in facts[key]]
            entries[int(rest[0])][rest[1]] = answer
        else:
            facts[key] = answer
    return read(facts)


#: one title's roads
Roads = Callable[[Person], list[Route]]


def wrongly_asked(
    titles: Sequence[Roads],
    stated: Mapping[str, Any],
    answers: Mapping[str, Sequence[Any]],
    beside: Collection[str] = (),
) -> list[str]:
    """Where what is asked is not what matters: what is known, what is asked in vain (+), what is left out (-).

    ``beside``: facts that may be asked too, since no answer to them is tried.
    """
    pointers, choices = tuple(answers), tuple(answers.values())

    def known(given: Given) -> dict[str, Any]:
        return {at: values[n] for at, values, n in zip(pointers, choices, given, strict=True) if n != OPEN}

    outcomes: dict[Given, object] = {}
    asked: dict[Given, set[str]] = {}
    for given in product(*(range(OPEN, len(values)) for values in choices)):
        person = person_with(stated, known(given))
        found = [roads(person) for roads in titles]
        spans = [target_span(roads) for roads in found]
        day, scales = person.today, Scales(person.today)
        outcomes[given] = tuple((verdict(span, day), window_at(span.plan, day)) for span in spans)
        asked[given] = {at for roads in found for at in open_facts(roads, scales)} - set(beside)

    def answered(given: Given, index: int) -> Iterator[Given]:
        return ((*given[:index], n, *given[index + 1 :]) for n in range(len(choices[index])))

    @cache
    def matters(given: Given, index: int) -> bool:
        other = next((i for i, n in enumerate(given) if n == OPEN and i != index), None)
        if other is None:
            return len({outcomes[full] for full in answered(given, index)}) > 1
        return any(matters(more, index) for more in answered(given, other))

    wrong = []
    for given, found_asked in asked.items():
        wanted = {at for index, at in enumerate(pointers) if given[index] == OPEN and matters(given, index)}
        if found_asked != wanted:
            wrong.append(f"{known(given)}: +{sorted(found_asked - wanted)} -{sorted(wanted - found_asked)}")
    return wrong
