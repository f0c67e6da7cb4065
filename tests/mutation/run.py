"""Mutation score of the modules that decide: how many small changes of the rules the ordinary suite notices.

    python -m tests.mutation.run                     # every mutant
    python -m tests.mutation.run --sample 60         # so many of them, drawn from a seed
    python -m tests.mutation.run --module windows    # one module
    python -m tests.mutation.run --again             # only those that survived the last run
    python -m tests.mutation.run --rest --minutes 10 # go on where the last run stopped, for so long
    python -m tests.mutation.run --rest --quick      # go on with the quick part of the suite; what survives it waits

What is found is written to ``build/mutation/log.tsv`` at once, so that a run may be stopped at any moment and gone on with, as long
as the rules stay what they are.

The suite is ``tests/rules`` with the second opinion. A mutant that is explained in ``survivors.tsv`` counts as a survivor as soon as
the quick part does not notice it: what the rest would say could only raise the score.

Exit status 1 where fewer than 95 in a hundred are killed, where a survivor is not explained in ``survivors.tsv``, or where an
explanation there fits no survivor any more (whole runs only). A sample leaves out what is explained; it fails where fewer than 80
in a hundred are killed, since so few vary by chance.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import time
from collections import Counter
from functools import cache
from pathlib import Path

from guantong.version import rules_hash
from tests.proof.record import record

from .mutants import MODULES, Mutant, mutants
from .suite import MUTE, ROOT, adapt, killer, preload

SURVIVORS = Path(__file__).parent / "survivors.tsv"
LOG = ROOT / "build" / "mutation" / "log.tsv"
UNDECIDED = "-"  #: survived the quick part of the suite, not yet shown to the rest
WANTED, WANTED_OF_SAMPLE = 0.95, 0.80
SEED = 20220002

_todo: list[Mutant] = []
_quick: set[str] = set()  #: those of them that only the quick part is shown


class SuiteError(Exception):
    """The suite no longer runs at all, so that nothing is known of any mutant."""


def _tried(index: int) -> tuple[int, str]:
    mutant = _todo[index]
    by = killer(mutant, quick=mutant.id in _quick)
    if by.startswith(MUTE) and (broken := killer(None, quick=True)):
        raise SuiteError(broken)
    return index, by


@cache
def explained() -> dict[str, str]:
    """Survivor → why no test can or should notice it."""
    lines = SURVIVORS.read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


class Log:
    """What is known of each mutant of these rules: the last line on it counts. ``seconds`` is what all of it took."""

    def __init__(self, path: Path, *, fresh: bool) -> None:
        self.path = path
        self.found: dict[str, str] = {}
        self.seconds = 0.0
        path.parent.mkdir(parents=True, exist_ok=True)
        head = f"# {rules_hash()}"
        lines = [] if fresh or not path.is_file() else path.read_text("utf-8").splitlines()
        if lines[:1] != [head]:
            lines = [head]
            path.write_text(head + "\n", "utf-8")
        for line in lines[1:]:
            self._take(*line.split("\t"))

    def add(self, id: str, by: str, seconds: float) -> None:
        line = (id, by, f"{seconds:.2f}")
        self._take(*line)
        with self.path.open("a", encoding="utf-8") as file:
            print(*line, sep="\t", file=file)

    def _take(self, id: str, by: str, seconds: str) -> None:
        self.found[id] = by
        self.seconds += float(seconds)


def run(todo: list[Mutant], workers: int, minutes: float, log: Log, *, quick: bool) -> dict[str, str]:
    """Mutant → the test that fails, ``""`` for a survivor; what is not tried in time is left out."""
    last = time.monotonic()
    end = last + 60 * minutes
    _todo[:] = todo
    _quick.clear()
    _quick.update(mutant.id for mutant in todo if quick or mutant.id in explained())
    found: dict[str, str] = {}
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        for index, by in pool.imap_unordered(_tried, range(len(todo))):
            id, now = todo[index].id, time.monotonic()
            found[id] = by
            is_decided = id not in _quick or id in explained()
            log.add(id, by or ("" if is_decided else UNDECIDED), now - last)
            last = now
            if not by:
                print(f"survived, line {todo[index].line}: {id}", flush=True)
            if now > end:
                pool.terminate()
                break
            if len(found) % 200 == 0:
                print(f"  {len(found)} of {len(todo)}", flush=True)
    return found


def chosen(options: argparse.Namespace, known: dict[str, str]) -> list[Mutant]:
    """The mutants that the options ask for."""
    modules = [name for name in MODULES if options.module in (None, name)]
    found = [mutant for name in modules for mutant in mutants(name)]
    if options.again:
        found = [mutant for mutant in found if known.get(mutant.id) in ("", UNDECIDED)]
    if options.rest:
        open_still = (None,) if options.quick else (None, UNDECIDED)
        found = [mutant for mutant in found if known.get(mutant.id) in open_still]
    if options.sample:
        found = [mutant for mutant in found if mutant.id not in explained()]
        found = random.Random(options.seed).sample(found, min(options.sample, len(found)))
    return found


def main() -> int:
    """Run, print survivors and one line, keep what was found."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--sample", type=int, default=0, help="how many mutants, drawn at random")
    parser.add_argument("--seed", type=int, default=SEED, help="what they are drawn from")
    parser.add_argument("--module", choices=MODULES, help="one module only")
    parser.add_argument("--again", action="store_true", help="only what survived the last run")
    parser.add_argument(
        "--quick", action="store_true", help="the quick part of the suite alone, while writing tests"
    )
    parser.add_argument("--rest", action="store_true", help="only what the last run did not come to")
    parser.add_argument("--minutes", type=float, default=24 * 60, help="stop after so many minutes")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    options = parser.parse_args()
    started = time.monotonic()
    preload()
    fresh = not (options.module or options.sample or options.again or options.rest or options.quick)
    log = Log(LOG, fresh=fresh)
    todo = chosen(options, log.found)
    is_short = options.quick or options.sample or options.rest
    if broken := adapt() or ("" if is_short else killer(None)):
        print(f"the suite fails without any mutant: {broken}")
        return 1
    found = run(todo, options.workers, options.minutes, log, quick=options.quick)
    if options.sample:
        return report_sample(found, time.monotonic() - started)
    known = {mutant.id: log.found.get(mutant.id, UNDECIDED) for name in MODULES for mutant in mutants(name)}
    if UNDECIDED not in known.values():
        return report(known, log.seconds, whole=True)
    return report(found, time.monotonic() - started, whole=False)


def report_sample(found: dict[str, str], seconds: float) -> int:
    """Say whether enough of a sample is killed."""
    killed = sum(map(bool, found.values()))
    print(f"mutation: sample of {len(found)} mutants, {killed} killed, {seconds:.0f} s")
    return 1 if killed < WANTED_OF_SAMPLE * len(found) else 0


def report(found: dict[str, str], seconds: float, *, whole: bool) -> int:
    """Say what survived and whether that is few enough and explained; write a whole run down."""
    why = explained()
    survived = [id for id, by in found.items() if not by]
    unexplained = [id for id in survived if id not in why]
    idle = [id for id in why if id not in survived] if whole else []
    by_module = Counter(id.partition(".")[0] for id in survived)
    score = 1 - len(survived) / max(1, len(found))
    if whole:
        counts: dict[str, int | str] = {
            "改动": len(found),
            "测试发现的": len(found) - len(survived),
            "没有发现、逐个说明的": len(survived),
        }
        counts["发现的比例"] = f"{score:.1%}"
        record("mutation", "改动一处规则，测试能不能发现", counts, seconds, module="tests.mutation.run")
    for id in unexplained:
        print(f"NOT EXPLAINED {id}")
    for id in idle:
        print(f"EXPLAINED BUT NOT A SURVIVOR {id}")
    print(f"mutation: {len(found)} mutants, {len(survived)} survived, {score:.2%} killed, {seconds:.0f} s")
    print(f"  survivors by module: {dict(by_module)}")
    return 1 if unexplained or idle or score < WANTED else 0


if __name__ == "__main__":
    sys.exit(main())
