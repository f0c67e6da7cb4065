"""The gallery: the twenty people, the persons of the guides and the worked cases, and how their answers differ under a change."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from guantong.assess import assess
from guantong.targets import NAMES
from site_build.guide_people import EXAMPLES
from site_build.paths import CASES

Json = dict[str, Any]
#: examples that don't stand under the usual anchor of a page of their own
_ADDRESSES = {"accredited": "guide-accredited/#inside", "outside_scope": "guide-accredited/#outside"}
_WORDS = {"eligible": "可申报", "needs_confirmation": "需确认", "not_eligible": "不可申报"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A person of the gallery. ``address`` is where the site tells of them, empty for a worked case."""

    name: str
    address: str
    facts: Json


@dataclass(frozen=True, slots=True)
class Difference:
    """What changes for one person at one target, in words."""

    person: Shown
    target: str
    before: str
    after: str


@cache
def gallery() -> tuple[Shown, ...]:
    """Everybody whose answers are compared."""
    return (*_people(), *_guides(), *_worked())


def _cases(name: str) -> Iterator[Json]:
    for case in json.loads((CASES / f"{name}.json").read_text("utf-8"))["cases"]:
        if case["command"] == "assess" and "errors_at" not in case["expected"]:
            yield case


def _people() -> Iterator[Shown]:
    for case in _cases("people"):
        yield Shown(case["title"].partition("：")[0], f"people/#{case['id'].lower()}", case["facts"])


def _guides() -> Iterator[Shown]:
    for name, example in EXAMPLES.items():
        yield Shown(
            _name(example.who),
            _ADDRESSES.get(name, f"guide-{name.replace('_', '-')}/#example"),
            example.facts,
        )


def _name(who: str) -> str:
    """The person without what they are; a unit keeps what tells it from the next one."""
    name, _, rest = who.partition("，")
    return name if len(name) < 5 else f"{name}（{rest}）" if "企业" in name else name


def _worked() -> Iterator[Shown]:
    for case in _cases("worked"):
        yield Shown(f"案例 {case['id']}", "", case["facts"])


@cache
def of_reading(number: str) -> tuple[Shown, ...]:
    """The gallery, and the cases that were worked for this reading."""
    own = (case for case in _cases("readings") if case["id"].startswith(f"RD-{number}-"))
    return (*gallery(), *(Shown(f"案例 {case['id']}", "", case["facts"]) for case in own))


def answers(people: Sequence[Shown]) -> list[Json]:
    """What the rules say of everybody, as they stand."""
    return [assess(shown.facts)["targets"] for shown in people]


def differences(
    people: Sequence[Shown], before_all: Sequence[Json], change: Callable[[Json], Json]
) -> list[Difference]:
    """Whose answers change when the facts are changed, or while the caller has changed the rules."""
    found: list[Difference] = []
    for shown, before in zip(people, before_all, strict=True):
        after = assess(change(shown.facts))["targets"]
        for key in before:
            said = _said(before[key]), _said(after.get(key, before[key]))
            if said[0] != said[1]:
                found.append(Difference(shown, NAMES[key], *said))
    return found


def _said(target: Json) -> str:
    days = [f"{target['earliest']} 起"] if target["earliest"] else []
    days += [f"到 {target['until']}"] if target["until"] else []
    word = _WORDS[target["status"]]
    if target["status"] == "not_eligible" and target["earliest"]:
        word = "到那天才可申报"
    return f"{word}（{'，'.join(days)}）" if days else word
