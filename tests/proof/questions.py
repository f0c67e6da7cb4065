"""Questions against brute force on many points: listed exactly when two answers can differ beside some others.

    python -m tests.proof.questions               # 20,000 points
    python -m tests.proof.questions --each 100    # so many of each part

Exit status 1 with the first examples of each fault.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice

from tests.rules.brute_force import PARTS, VALUES, Point, broken, points

from .record import record

EACH = 2000
SEED = 20220002
EXAMPLES = 2


@dataclass
class Report:
    """Points, the completions that were tried for them, and what was wrong."""

    points: int = 0
    completions: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    examples: list[tuple[str, Point]] = field(default_factory=list)


def run_part(part: str, each: int) -> Report:
    """So many points of one part."""
    report = Report()
    for point in islice(points(part, SEED), each):
        report.points += 1
        report.completions += completions(point)
        for says in broken(point):
            report.wrong[says] += 1
            if report.wrong[says] <= EXAMPLES:
                report.examples.append((says, point))
    return report


def completions(point: Point) -> int:
    """How many ways there are to answer what is unknown."""
    product = 1
    for at in point.unknown:
        product *= len(VALUES[at])
    return product


def main() -> int:
    """Run, print a line a part and what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--each", type=int, default=EACH, help="points of each part")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    options = parser.parse_args()
    started = time.monotonic()
    with ProcessPoolExecutor(options.workers) as pool:
        reports = list(pool.map(run_part, PARTS, [options.each] * len(PARTS)))
    for part, report in zip(PARTS, reports, strict=True):
        print(f"{part:14} {report.points:6} points {report.completions:8} completions")
        for says, point in report.examples:
            print(f"  VIOLATED {says} ({report.wrong[says]} ×)\n    {point}")
    total, tried = sum(r.points for r in reports), sum(r.completions for r in reports)
    wrong = sum(r.wrong.total() for r in reports)
    seconds = time.monotonic() - started
    print(f"questions: {total} points, {tried} completions, {wrong} violations, {seconds:.0f} s")
    if options.each == EACH:
        counts = {"点": total, "试过的答法": tried, "不符": wrong}
        record("questions", "问题与穷举对照：答案会影响结果的才问，会影响的都问", counts, seconds)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
