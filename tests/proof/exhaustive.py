"""Every point of the discretised space: one answer for each target, no crash, no gap, no conflict.

    python -m tests.proof.exhaustive            # all points
    python -m tests.proof.exhaustive --every 40 # a sample: every fortieth point

Exit status 1 with the first violations of each law where one fails.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from typing import Any

from guantong.assess import result
from guantong.conditions import VERDICTS, Route, target_span, verdict
from guantong.facts import BY_KEY
from guantong.intake import read
from guantong.person import Person
from guantong.targets import targets
from guantong.windows import Span, covers
from tests.rules import laws

from .record import record
from .space import AS_OF, PARTS, Facts

Violation = tuple[str, Facts, str]
EXAMPLES = 3
DEEP = 10  #: the laws about every fact more or less are held on every tenth of the points


@dataclass
class Report:
    """Points looked at, violations by law with a few examples, and the seconds it took."""

    part: str
    points: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    violations: Counter[str] = field(default_factory=Counter)
    examples: list[Violation] = field(default_factory=list)

    def add(self, law: str, facts: Facts, says: str) -> None:
        self.violations[law] += 1
        if self.violations[law] <= EXAMPLES:
            self.examples.append((law, facts, says))


def run_part(name: str, every: int, shard: int, shards: int) -> Report:
    """One part, every n-th point, one of several shards."""
    report = Report(name)
    for facts in islice(PARTS[name](), shard * every, None, shards * every):
        report.points += 1
        for law, says in violations(facts, report.verdicts):
            report.add(law, facts, says)
        if report.points % DEEP == 1:
            for law, says in neighbours(facts):
                report.add(law, facts, says)
    return report


def violations(facts: Facts, verdicts: Counter[str]) -> Iterator[tuple[str, str]]:
    """Every law that one point breaks."""
    person = read(facts)
    found = result(person)
    yield from _spans(person)
    for key, target in found["targets"].items():
        verdicts[target["status"]] += 1
        yield from _consistent(key, target)
        yield from _dated(key, target)
        if not found["problems"]:  # a fact set aside today may be a sound one on another day
            yield from _waiting(facts, key, target)
    yield from _questions(facts, found)


def neighbours(facts: Facts) -> Iterator[tuple[str, str]]:
    """The laws about the same person with a fact more or less, and on other days."""
    for law in (laws.unknown_is_no_answer, laws.more_never_loses, laws.waiting, laws.edges):
        for says in law(facts):
            yield says.partition(":")[0], says


def _spans(person: Person) -> Iterator[tuple[str, str]]:
    """sure ⊆ plan ⊆ possible in every condition, road and target; a road's verdict is the best of its ways'."""
    for target in targets(person):
        if not _in_step(target_span(target.routes)):
            yield "sure within plan within possible", target.key
        for route in target.routes:
            for condition in (*route.gates, *(c for way in route.ways for c in way)):
                if not _in_step(condition.span):
                    yield "sure within plan within possible", f"{route.id} {condition.says}"
            if target.routes and verdict(route.span, person.today) != _best_way(route, person.today):
                yield "a road is as good as its best way", route.id


def _in_step(span: Span) -> bool:
    return covers(span.plan, span.sure) and covers(span.possible, span.plan)


def _best_way(route: Route, day: int) -> str:
    found = [verdict(route.gate_span & way, day) for way in route.way_spans]
    return min(found, key=VERDICTS.index)


def _consistent(key: str, target: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The status follows from the roads, each road's from the conditions that explain it."""
    routes = target["routes"]
    if not routes:
        return
    if target["status"] != min((route["status"] for route in routes), key=VERDICTS.index):
        yield "a target is as good as its best road", key
    for route in routes:
        states = {condition["status"] for condition in route["conditions"]}
        expected = (
            "not_eligible"
            if "unmet" in states
            else "needs_confirmation"
            if states & {"unknown", "judgement"}
            else "eligible"
        )
        if route["status"] != expected:
            yield "a road's status follows from its conditions", f"{key} {route['id']}"
    if target["status"] == "eligible" and not target["answered"]:
        yield "eligible is definite", key
    if (
        bool(target["confirm"]) != (target["status"] == "needs_confirmation")
        and target["status"] == "eligible"
    ):
        yield "eligible has nothing to confirm", key
    if target["status"] == "not_eligible" and not target["missing"]:
        yield "a no says what is missing", key
    if target["status"] == "needs_confirmation" and not target["confirm"]:
        yield "an open answer says what to ask", key


def _dated(key: str, target: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Dates lie in order, and the window of an eligible target holds the day."""
    earliest, until = target["earliest"], target["until"]
    if earliest and until and earliest > until:
        yield "earliest is not after until", key
    if target["status"] == "eligible" and ((earliest or AS_OF) > AS_OF or (until or AS_OF) < AS_OF):
        yield "the window of an eligible target holds the day", f"{key} {earliest} {until}"


def _waiting(facts: Facts, key: str, target: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Waiting never loses a right before its stated last day; a day stated without open points is really the first."""
    if target["status"] == "eligible":
        last = target["until"] or (date.fromisoformat(AS_OF) + timedelta(days=400)).isoformat()
        if _status(facts, last, key) != "eligible":
            yield "waiting loses nothing before the last day", f"{key} {last}"
    if target["status"] == "not_eligible" and target["earliest"] and not target["confirm"]:
        first = date.fromisoformat(target["earliest"])
        if _status(facts, target["earliest"], key) != "eligible":
            yield "the earliest day is open", f"{key} {first}"
        if _status(facts, (first - timedelta(days=1)).isoformat(), key) == "eligible":
            yield "the day before the earliest is not", f"{key} {first}"


def _status(facts: Facts, day: str, key: str) -> str:
    return str(result(read({**facts, "as_of": day}))["targets"][key]["status"])


def _questions(facts: Facts, found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Questions name unknown facts only, each once; an answer still open for want of an answer has a question."""
    asked = found["questions"]
    if len(asked) != len(set(asked)):
        yield "each question once", str(asked)
    problems = {problem["at"] for problem in found["problems"]}
    for at in asked:
        if _given(facts, at) is not None and at not in problems and at.rsplit("/", 1)[0] not in problems:
            yield "only unknown facts are asked", at
        if at.count("/") == 1 and BY_KEY[at[1:]].claim:
            yield "claims are not asked", at
    if not asked and any(not target["answered"] for target in found["targets"].values()):
        yield "what is unanswered is asked", "no question"


def _given(facts: Facts, at: str) -> Any:
    value: Any = facts
    for part in at.split("/")[1:]:
        value = value.get(part) if isinstance(value, dict) else value[int(part)]
    return value


def run(every: int, workers: int) -> list[Report]:
    """All parts, spread over processes; one report a part."""
    with ProcessPoolExecutor(workers) as pool:
        futures = {
            name: [pool.submit(run_part, name, every, shard, workers) for shard in range(workers)]
            for name in PARTS
        }
        return [_merge(name, [future.result() for future in shards]) for name, shards in futures.items()]


def _merge(name: str, reports: list[Report]) -> Report:
    merged = Report(name)
    for report in reports:
        merged.points += report.points
        merged.verdicts += report.verdicts
        merged.violations += report.violations
        merged.examples += report.examples
    return merged


def main() -> int:
    """Run, print a line a part, and the violations."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="look at every n-th point only")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    options = parser.parse_args()
    started = time.monotonic()
    reports = run(options.every, options.workers)
    for report in reports:
        print(f"{report.part:12} {report.points:8} points  {dict(report.verdicts)}")
        for law, facts, says in report.examples:
            print(f"  VIOLATED {law}: {says}\n    {facts}")
        for law, count in report.violations.items():
            print(f"  {count} × {law}")
    points = sum(report.points for report in reports)
    wrong = sum(sum(report.violations.values()) for report in reports)
    seconds = round(time.monotonic() - started)
    print(f"{points} points, {wrong} violations, {seconds} s")
    if options.every == 1:
        deep = -(-points // DEEP)
        counts = {"点": points, "其中逐一增减事实的点": deep, "不符": wrong}
        record("exhaustive", "逐点检查：每一点都只有一个结果，且不违反任何一条规律", counts, seconds)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
