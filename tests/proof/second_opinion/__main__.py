"""Holds the rules against the second opinion, over every point of the space and over invented people.

    python -m tests.proof.second_opinion              # every point, and invented people, rows and forms
    python -m tests.proof.second_opinion --every 40   # a sample: every fortieth of all
    python -m tests.proof.second_opinion --count 400  # so many points, spread over the parts, half of them people

Exit status 1 on any difference, with the first examples of each kind. ``differences.md`` keeps those found and settled.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice

from tests.proof.record import record
from tests.proof.space import PARTS

from .compare import Difference, compare
from .forms import forms, rows
from .points import people, points
from .table import Facts
from .worked import misses

INVENTED = 60_000
FORMS = 20_000
EXAMPLES = 2
Found = tuple[Facts, Difference]


@dataclass
class Report:
    """Points held beside each other, differences by place, and a few examples of each."""

    part: str
    points: int = 0
    differences: Counter[str] = field(default_factory=Counter)
    examples: list[Found] = field(default_factory=list)

    def add(self, facts: Facts) -> None:
        """One more point."""
        self.points += 1
        for difference in compare(facts):
            self.differences[difference[0]] += 1
            if self.differences[difference[0]] <= EXAMPLES:
                self.examples.append((facts, difference))

    def merged(self, other: Report) -> Report:
        """Both together."""
        return Report(
            self.part,
            self.points + other.points,
            self.differences + other.differences,
            self.examples + other.examples,
        )


#: beside the parts of the space: invented people, rows of annex 1, forms of annex 2
INVENTIONS: dict[str, Callable[[], Iterator[Facts]]] = {
    "people": lambda: people(INVENTED),
    "annex 1": lambda: rows(FORMS),
    "annex 2": lambda: forms(FORMS),
}


def run_part(name: str, every: int, shard: int, shards: int) -> Report:
    """One shard of one part, every n-th point of it."""
    report = Report(name)
    for facts in islice((INVENTIONS | PARTS)[name](), shard * every, None, shards * every):
        report.add(facts)
    return report


def run(every: int, workers: int) -> list[Report]:
    """All parts, spread over processes; one report a part."""
    names = [*PARTS, *INVENTIONS]
    with ProcessPoolExecutor(workers) as pool:
        futures = {
            name: [pool.submit(run_part, name, every, shard, workers) for shard in range(workers)]
            for name in names
        }
        return [_all(name, (future.result() for future in shards)) for name, shards in futures.items()]


def _all(name: str, reports: Iterable[Report]) -> Report:
    merged = Report(name)
    for report in reports:
        merged = merged.merged(report)
    return merged


def run_count(count: int) -> list[Report]:
    """So many points of all kinds, in one process."""
    report = Report("points")
    for facts in points(count):
        report.add(facts)
    return [report]


def main() -> int:
    """Run, print a line a part and the differences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="look at every n-th point only")
    parser.add_argument("--count", type=int, help="look at so many points only")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    options = parser.parse_args()
    started = time.monotonic()
    wrong = list(misses())
    for miss in wrong:
        print(f"THE TABLE MISSES A WORKED CASE {miss}")
    reports = run_count(options.count) if options.count else run(options.every, options.workers)
    for report in reports:
        _print(report)
    total = sum(report.points for report in reports)
    differences = sum(sum(report.differences.values()) for report in reports)
    seconds = round(time.monotonic() - started)
    print(f"{total} points, {differences} differences, {seconds} s")
    if options.every == 1 and not options.count:
        counts = {"点": total, "不一致": differences, "写明结果的案例里不符的": len(wrong)}
        record("second_opinion", "独立的第二意见：另写的决策表，逐点对照", counts, seconds)
    return 1 if differences or wrong else 0


def _print(report: Report) -> None:
    print(f"{report.part:12} {report.points:8} points  {sum(report.differences.values())} differences")
    for facts, (where, table, rules) in report.examples:
        print(f"  {where}: the table says {table}, the rules {rules}")
        print(f"    {json.dumps(facts, ensure_ascii=False)}")


if __name__ == "__main__":
    sys.exit(main())
