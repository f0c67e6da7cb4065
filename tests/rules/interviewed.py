"""A person interviewed as the page does it: screen by screen, each question answered as far as the person can."""

from __future__ import annotations

from dataclasses import dataclass, field

from guantong.assess import assess
from guantong.facts import FACTS
from guantong.interview import fact_at
from tests.rules.people import Facts, Json


@dataclass
class Interview:
    """Runs at once; ``screens`` are those that were shown, each with its questions."""

    known: Facts
    facts: Facts = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    screens: list[tuple[str, list[str]]] = field(default_factory=list)
    results: list[Json] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.facts["as_of"] = self.known["as_of"]
        result = self.ask()
        while screens := result["interview"]["screens"]:
            result = self.show(screens[0])
            self.results.append(result)

    def ask(self) -> Json:
        """The rules' answer to what was said so far."""
        return assess({**self.facts, "unsure": sorted(self.unsure)})

    def show(self, screen: Json) -> Json:
        """Answer one screen, with what comes up on it because of an answer; leave the rest as not sure."""
        shown: list[str] = []
        left: list[str] = []
        self.unfold(screen["screen"])
        fresh = screen["questions"]
        while fresh:
            shown += fresh
            left += [at for at in fresh if not self.answer(at, screen["screen"])]
            after = self.ask()["interview"]["screens"]
            same = [at for one in after if one["screen"] == screen["screen"] for at in one["questions"]]
            fresh = [at for at in same if at not in shown]
        self.unsure.update(left)
        self.screens.append((screen["screen"], shown))
        assert len(self.screens) < 20, "the interview does not end"
        return self.ask()

    def unfold(self, screen: str) -> None:
        """Say what is out of the ordinary: it stands folded on the screen it belongs to."""
        for fact in FACTS:
            if fact.screen == screen and fact.key in self.known and (fact.claim or fact.ordinary is not None):
                self.facts[fact.key] = self.known[fact.key]

    def answer(self, at: str, screen: str) -> bool:
        """Say what the person knows; of a certificate only what this screen shows."""
        _, key, *rest = at.split("/")
        if rest:
            value = self.known[key][int(rest[0])].get(rest[1])
            if value is not None:
                self.facts[key][int(rest[0])][rest[1]] = value
            return value is not None
        if self.known.get(key) is None:
            return False
        self.facts[key] = (
            [
                {item: value for item, value in entry.items() if fact_at(f"{at}/0/{item}").screen == screen}
                for entry in self.known[key]
            ]
            if isinstance(self.known[key], list)
            else self.known[key]
        )
        return True

    def of_road(self, road: str) -> int:
        """How many screens asked something that this direction needs."""
        return sum(any(road in fact_at(at).roads for at in asked) for _, asked in self.screens)

    def first_useful(self) -> int:
        """After how many screens the page names a level with what holds of it."""
        waiting = "还有问题没有答，答完才能说可以申报哪一级。"
        useful = (
            result["interview"]["so_far"] is not None or result["answer"]["headline"] != waiting
            for result in self.results
        )
        return next(number for number, is_useful in enumerate(useful, 1) if is_useful)
