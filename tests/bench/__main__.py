"""``python -m tests.bench``: our page beside others, interleaved in one run; medians and spread go into ``results.json``.

The page 速度与大小 is made of that file. ``--runs`` and ``--only`` shorten it for a look; mind ``--out`` then.
"""

from __future__ import annotations

import argparse
import itertools
import json
import platform
import shlex
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench import browsers
from tests.bench.host import Host, Network, hosted
from tests.bench.variants import people_json, variants
from tests.proof.runners import frozen_package, newest

RESULTS = Path(__file__).parent / "results.json"
CHANGES = 150
#: The evaluations are done in so many parts, each beside the same part in the machine's own Python.
ROUNDS = 5
NATIVE = "native"
#: Longest wait for a page, in seconds.
PATIENCE = 400


@dataclass(frozen=True, slots=True)
class Condition:
    """A line and a processor."""

    name: str
    says: str
    network: Network
    slower: int = 1
    share: float = 1.0  #: of the runs: what takes long is measured less often


CONDITIONS = (
    Condition("free", "不限速", Network()),
    Condition("slow", "1.6 Mbps，150 ms", Network(1.6e6, 0.150), share=0.4),
    Condition("middling", "9 Mbps，170 ms", Network(9e6, 0.170), share=0.6),
    Condition("processor", "处理器慢到四分之一", Network(), slower=4, share=0.6),
)

Values = dict[str, dict[str, list[float]]]


def main() -> None:
    """Measure, print and keep."""
    options = _options()
    numbers = itertools.count(time.time_ns() // 1_000_000)
    all_variants = variants()
    chosen = [name for name in all_variants if not options.variants or name in options.variants]
    found: dict[str, Any] = {}
    with hosted(all_variants, people_json()) as host:
        for name in options.browsers:
            try:
                found[name] = _browser(host, name, chosen, options, numbers)
            except FileNotFoundError:
                print(f"{name}: none on this machine")
    results = {
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "command": " ".join(
            ["make bench", *([f"BENCH='{shlex.join(given)}'"] if (given := sys.argv[1:]) else [])]
        ),
        "runs": options.runs,
        "machine": _machine(),
        "conditions": {c.name: c.says for c in CONDITIONS},
        "native": newest()[1],
        "evaluations": options.evaluations,
        "browsers": found,
    }
    options.out.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"-> {options.out}")


def _browser(
    host: Host, name: str, chosen: list[str], options: argparse.Namespace, numbers: itertools.count[int]
) -> dict[str, Any]:
    found: dict[str, Any] = {"version": _version(name), "conditions": {}, "memory": {}, "evaluations": {}}
    for condition in CONDITIONS:
        if options.only and condition.name not in options.only:
            continue
        runs = max(2, round(options.runs * condition.share))
        with browsers.running(name, host.url) as browser:
            values = _condition(host, browser, condition, chosen, runs, numbers)
        found["conditions"][condition.name] = {
            variant: {what: _summary(all_) for what, all_ in whats.items()}
            for variant, whats in values.items()
        }
        _print(name, condition, found["conditions"][condition.name])
    host.network = Network()
    for variant in chosen:
        with browsers.running(name, host.url) as browser:
            host.visit(variant, next(numbers), PATIENCE, {"changes": CHANGES})
            found["memory"][variant] = browser.peak_memory()
    print(name, "memory", found["memory"], flush=True)
    with browsers.running(name, host.url):
        found["evaluations"] = _evaluations(host, chosen, options.evaluations, numbers)
    for variant, whats in found["evaluations"].items():
        print(
            name,
            "evaluations",
            variant,
            {what: values["median"] for what, values in whats.items()},
            flush=True,
        )
    return found


def _evaluations(
    host: Host, chosen: list[str], count: int, numbers: itertools.count[int]
) -> dict[str, dict[str, dict[str, float]]]:
    """Milliseconds for a person, and how many times what the machine's own Python takes in the same round."""
    share = max(100, count // ROUNDS)
    spent: dict[str, list[float]] = defaultdict(list)
    for _ in range(ROUNDS):
        spent[NATIVE].append(_native(share) / share)
        for variant in chosen:
            report = host.visit(variant, next(numbers), PATIENCE, {"evaluations": share})
            spent[variant].append(report["evaluations"] / share)
    return {
        variant: {
            "ms": _summary(all_),
            "times": _summary([own / native for own, native in zip(all_, spent[NATIVE], strict=True)]),
        }
        for variant, all_ in spent.items()
    }


def _condition(
    host: Host,
    browser: browsers.Browser,
    condition: Condition,
    chosen: list[str],
    runs: int,
    numbers: itertools.count[int],
) -> Values:
    """Every variant in turn, then again: a first and a second visit each. The first round only warms up."""
    values: Values = defaultdict(lambda: defaultdict(list))
    host.network = condition.network
    with browsers.slowed(browser, condition.slower):
        for run, variant in itertools.product(range(-1, runs), chosen):
            number = next(numbers)
            cold = host.visit(variant, number, PATIENCE, {})
            cold |= {"bytes": host.sent_first, "bytes_all": host.sent}
            work = {"changes": CHANGES} if condition.name == "free" else {}
            warm = host.visit(variant, number, PATIENCE, work)
            for report in (cold, warm):
                if "error" in report:
                    raise RuntimeError(f"{variant}: {report['error']}")
            if run < 0:
                continue
            for what in ("bytes", "bytes_all", "fcp", "lcp", "shift", "ready", "verdict"):
                if cold.get(what) is not None:
                    values[variant][what].append(cold[what])
            values[variant]["again"].append(warm["verdict"])
            values[variant]["bytes_again"].append(host.sent)
            if "changes" in warm:
                values[variant]["change"].append(statistics.median(warm["changes"]))
    return values


def _summary(all_: list[float]) -> dict[str, float]:
    return {
        "median": round(statistics.median(all_), 4),
        "least": round(min(all_), 4),
        "most": round(max(all_), 4),
        "runs": len(all_),
    }


def _print(browser: str, condition: Condition, found: dict[str, Any]) -> None:
    print(f"== {browser}, {condition.name}")
    for variant, whats in found.items():
        words = [f"{what} {values['median']:.6g}" for what, values in whats.items()]
        print(f"{variant:12}", ", ".join(words), flush=True)


def _native(count: int) -> float:
    """Milliseconds that the newest CPython of this machine takes for the same evaluations."""
    with TemporaryDirectory() as scratch:
        people_file = Path(scratch) / "people.json"
        people_file.write_bytes(people_json())
        command = [newest()[0], "-c", _EVALUATE, str(people_file), str(count)]
        place = {"PYTHONPATH": str(frozen_package(Path(scratch)))}
        done = subprocess.run(command, env=place, capture_output=True, text=True, check=True)
    return float(done.stdout)


#: In lists of a hundred, as the pages do.
_EVALUATE = """
import json, sys, time
from guantong import cli
everybody, count = json.load(open(sys.argv[1], encoding="utf-8")), int(sys.argv[2])
cli.answer("assess", json.dumps(everybody[:1]))
start = time.perf_counter()
for batch in range(-(-count // 100)):
    first = batch * 100 % len(everybody)
    cli.answer("assess", json.dumps(everybody[first : first + 100], ensure_ascii=False))
print((time.perf_counter() - start) * 1000)
"""


def _machine() -> str:
    model = "unknown processor"
    info = Path("/proc/cpuinfo")
    if info.is_file():
        names = [line.split(":")[1].strip() for line in info.read_text().splitlines() if "model name" in line]
        model = f"{len(names)} × {names[0]}" if names else platform.machine()
    return f"{model}, {platform.system()}"


def _version(name: str) -> str:
    start = browsers.command(name, Path("unused"), "")
    if start is None:
        raise FileNotFoundError(name)
    done = subprocess.run([start[0], "--version"], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--evaluations", type=int, default=10_000)
    parser.add_argument("--browsers", nargs="*", default=["chromium", "firefox"])
    parser.add_argument("--only", nargs="*", choices=[c.name for c in CONDITIONS], default=[])
    parser.add_argument("--variants", nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=RESULTS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
