"""Whatever is thrown at ``guantong.cli.answer``: a reply in the contract's form, soon, and never an exception.

    python -m tests.proof.hostile                 # 100,000 inputs
    python -m tests.proof.hostile --count 5000    # the first 5,000 of them
    python -m tests.proof.hostile --first 77 --count 1

Exit status 1 with the smallest input that was found for each broken law.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from guantong.cli import Reply, answer

from .hostile_inputs import COMMANDS, Input, draw
from .record import record

SEED = 20220002
WHOLE = 100_000
MOST_SECONDS = 2.0  #: of processor time for one input …
MORE_SECONDS = 0.005  #: … and for each item of a list beyond the first hundred
MOST_MEGABYTES = 300  #: by which a process may grow, whatever it is given …
MORE_MEGABYTES = (
    0.01  #: … and for each item of a list beyond the first hundred: what is said of each comes out
)
SMALLER_TRIES = 2_000
SHOWN = 300
ERROR_KEYS = {"at", "given", "accepted", "says"}
MAY_BE_ABSENT = {"header", "rows"}  #: an error may name a key that the input lacks


@dataclass
class Report:
    """Inputs tried, what came back, the law each broken one broke, and what it cost."""

    inputs: int = 0
    replies: Counter[str] = field(default_factory=Counter)
    violations: Counter[str] = field(default_factory=Counter)
    examples: dict[str, tuple[int, Input]] = field(default_factory=dict)
    slowest: tuple[float, int] = (0.0, -1)
    megabytes: float = 0.0

    def merge(self, other: Report) -> None:
        self.inputs += other.inputs
        self.replies += other.replies
        self.violations += other.violations
        for law, (index, given) in other.examples.items():
            if law not in self.examples or len(given.text) < len(self.examples[law][1].text):
                self.examples[law] = (index, given)
        self.slowest = max(self.slowest, other.slowest)
        self.megabytes = max(self.megabytes, other.megabytes)


class Caught:
    """Whatever is thrown inside ``with``, but for a stop of the whole program: here it is the finding itself."""

    name = ""

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self.name = kind.__name__ if kind else ""
        return kind is not None and issubclass(kind, Exception)


def run_shard(first: int, count: int, step: int) -> Report:
    """Every ``step``-th input from one on; the broken ones made smaller at the end."""
    report = Report()
    for name in COMMANDS:
        answer(name, "[{}]")  # what is read and remembered once is no growth
    before = _megabytes()
    for index in range(first, first + count, step):
        given = draw(SEED, index)
        laws, kind, seconds = tried(given)
        report.inputs += 1
        report.replies[kind] += 1
        report.slowest = max(report.slowest, (seconds, index))
        grown = _megabytes() - before
        if grown > max(report.megabytes, MOST_MEGABYTES) and grown > _allowed_megabytes(given):
            laws = [*laws, f"no more than {MOST_MEGABYTES} MB"]
        report.megabytes = max(report.megabytes, grown)
        for law in laws:
            report.violations[law] += 1
            if law not in report.examples or len(given.text) < len(report.examples[law][1].text):
                report.examples[law] = (index, given)
    for law, (index, given) in report.examples.items():
        report.examples[law] = (index, smaller(given, law))
    return report


def _megabytes() -> float:
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def tried(given: Input) -> tuple[list[str], str, float]:
    """The laws that one input breaks, the kind of reply, and its seconds of processor time."""
    started = time.process_time()
    reply, caught = None, Caught()
    with caught:
        reply = answer(*given)
    seconds = time.process_time() - started
    if reply is None:
        return [f"never an exception: {caught.name}"], "exception", seconds
    value = _parsed(given.text)
    laws = list(dict.fromkeys(violations(given, value, reply)))
    if seconds > MOST_SECONDS + MORE_SECONDS * _beyond_a_hundred(value):
        laws.append(f"never more than {MOST_SECONDS:g} s")
    return laws, f"status {reply.status}", seconds


def _allowed_megabytes(given: Input) -> float:
    return MOST_MEGABYTES + MORE_MEGABYTES * _beyond_a_hundred(_parsed(given.text))


def _beyond_a_hundred(value: Any) -> int:
    return max(0, len(value) - 100) if isinstance(value, list) else 0


def _parsed(text: str) -> Any:
    """The input as a lenient reader sees it; ``None`` where it is no JSON."""
    try:
        return json.loads(text.removeprefix("\ufeff"), parse_int=float)
    except (ValueError, RecursionError):
        return None


def violations(given: Input, value: Any, reply: Reply) -> Iterator[str]:
    """Every law that one reply breaks."""
    for text in (reply.out, reply.err):
        if not _encodable(text):
            yield "what comes out can be written as UTF-8"
    if reply.status == 2:
        yield from _refused(given, reply)
    elif reply.status == 0:
        yield from _answered(given, value, reply)
    else:
        yield "the status is 0 or 2"


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _refused(given: Input, reply: Reply) -> Iterator[str]:
    if reply.out:
        yield "a refusal writes nothing on standard output"
    lines = reply.err.split("\n")
    if not reply.err.endswith("\n") or not reply.err.strip():
        yield "a refusal is a sentence"
    if given.command in COMMANDS and not all(line.endswith("。") for line in lines[:-1]):
        yield "a refusal is made of sentences"
    if not all(c.isprintable() or c == "\n" for c in reply.err):
        yield "a sentence has no control characters"


def _answered(given: Input, value: Any, reply: Reply) -> Iterator[str]:
    if reply.err:
        yield "an answer writes nothing on standard error"
    try:
        found = json.loads(reply.out, parse_constant=_refuse)
    except ValueError:
        yield "an answer is JSON"
        return
    if given.command not in COMMANDS:
        return
    if isinstance(value, list) != isinstance(found, list):
        yield "a list for a list, an object for an object"
    elif isinstance(value, list) and len(value) != len(found):
        yield "as many results as items"
    elif isinstance(value, list):
        for item, result in zip(value, found, strict=True):
            yield from _item(given.command, item, result)


def _refuse(name: str) -> Any:
    raise ValueError(name)


def _item(command: str, item: Any, result: Any) -> Iterator[str]:
    """The result of one item of a list: an answer, or errors that each say where, what and what else."""
    if result is None and command == "retirement":
        return
    if not isinstance(result, dict):
        yield "a result is an object"
    elif set(result) == {"errors"}:
        if not result["errors"]:
            yield "a refused item says why"
        for error in result["errors"]:
            if set(error) != ERROR_KEYS or not all(isinstance(text, str) for text in error.values()):
                yield "an error has at, given, accepted, says"
            elif not (error["given"] and error["accepted"] and error["says"].endswith("。")):
                yield "an error says something"
            elif not points_into(item, error["at"]):
                yield "at points into the input"


def points_into(item: Any, at: str) -> bool:
    """Whether a JSON pointer leads to a place of the input; long or unprintable keys stand in it as they are shown."""
    if at and not at.startswith("/"):
        return False
    for token in at.split("/")[1:]:
        if "~" in token.replace("~0", "").replace("~1", ""):
            return False
        name = token.replace("~1", "/").replace("~0", "~")
        if isinstance(item, list):
            if not name.isascii() or not name.isdigit() or int(name) >= len(item):
                return False
            item = item[int(name)]
        elif isinstance(item, dict):
            keys = [key for key in item if key == name or _shown(key) == name]
            if not keys and name not in MAY_BE_ABSENT:
                return False
            item = item[keys[0]] if keys else None
        else:
            return False
    return True


def _shown(key: str) -> str:
    return "".join(c if c.isprintable() else "□" for c in key[:60])


def smaller(given: Input, law: str) -> Input:
    """The same broken law by a shorter text: pieces are dropped as long as it stays broken."""
    if law.startswith("no more than"):
        return given
    text, size, tries = given.text, max(1, len(given.text) // 2), 0
    while size and tries < SMALLER_TRIES:
        at = 0
        while at < len(text) and tries < SMALLER_TRIES:
            tries += 1
            shorter = text[:at] + text[at + size :]
            if law in tried(Input(given.command, shorter))[0]:
                text = shorter
            else:
                at += size
        size //= 2
    return Input(given.command, text)


def run(first: int, count: int, workers: int) -> Report:
    """All inputs, spread over processes."""
    total = Report()
    with ProcessPoolExecutor(workers) as pool:
        shards = [pool.submit(run_shard, first + k, count - k, workers) for k in range(min(workers, count))]
        for shard in shards:
            total.merge(shard.result())
    return total


def main() -> int:
    """Run, print what is broken and one line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--count", type=int, default=WHOLE, help="how many inputs")
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    options = parser.parse_args()
    started = time.monotonic()
    report = run(options.first, options.count, options.workers)
    for law, (index, given) in sorted(report.examples.items()):
        shown = given.text if len(given.text) <= SHOWN else f"{given.text[:SHOWN]}… ({len(given.text)})"
        print(
            f"VIOLATED {law}: {report.violations[law]} ×, for one input {index}\n  {given.command} {shown!a}"
        )
    wrong = sum(report.violations.values())
    print(
        f"hostile: {report.inputs} inputs, {dict(sorted(report.replies.items()))}, {wrong} violations, "
        f"slowest {report.slowest[0]:.2f} s (input {report.slowest[1]}), {report.megabytes:.0f} MB grown, "
        f"{time.monotonic() - started:.0f} s"
    )
    if options.count == WHOLE and not options.first:
        counts: dict[str, int | str] = {
            "输入": report.inputs,
            "不符": wrong,
            "最慢的一个（秒）": f"{report.slowest[0]:.2f}",
        }
        seconds = time.monotonic() - started
        record("hostile", "乱填的内容：每一个都得到结果，或者说明哪里不对", counts, seconds)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
