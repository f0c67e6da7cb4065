"""The same bytes from every Python: this one, the others on the machine, and Pyodide in Chromium and Firefox.

    python -m tests.proof.two_pythons               # 20,000 points of the discretised space
    python -m tests.proof.two_pythons --count 500   # fewer, spread over the same parts

Lists of points go in, the SHA-256 of each reply text is compared. The site must be built from the rules at hand.
Exit status 1 where a reply differs or somebody does not answer.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from guantong.version import rules_hash
from site_build.paths import SITE

from .record import record
from .runners import Runner, browsers, frozen_package, pythons
from .space import PARTS, Facts

BATCH = 100
WHOLE = 20_000
AT_ONCE = 2


def spread(count: int) -> list[Facts]:
    """So many points over all parts: a twentieth of them shared out evenly, the rest by size."""
    sizes = {name: sum(1 for _ in part()) for name, part in PARTS.items()}
    even = count // (20 * len(PARTS))
    points: list[Facts] = []
    for name, part in PARTS.items():
        wanted = max(1, even + (count - even * len(PARTS)) * sizes[name] // sum(sizes.values()))
        points += islice(part(), 0, None, max(1, sizes[name] // wanted))
    return points


def batches(points: list[Facts]) -> list[str]:
    """The texts to ask with: lists of points."""
    starts = range(0, len(points), BATCH)
    return [json.dumps(points[start : start + BATCH], ensure_ascii=False) for start in starts]


def compared(names: list[str], replies: list[list[str]], texts: list[str]) -> int:
    """Print every reply that differs from the first one's; how many there are."""
    wrong = 0
    for name, found in zip(names[1:], replies[1:], strict=True):
        for number, (ours, theirs) in enumerate(zip(replies[0], found, strict=True)):
            if ours != theirs:
                wrong += 1
                print(f"VIOLATED same bytes: {name}, list {number}: {ours} here, {theirs} there")
                print(f"  {texts[number][:300]}…")
    return wrong


def timed(runner: Runner, texts: list[str]) -> tuple[list[str], float]:
    """The hashes of one runner's replies, and its seconds."""
    started = time.monotonic()
    found = runner.run(texts)
    return found, time.monotonic() - started


def site_is_current() -> bool:
    """Whether the site carries the rules at hand."""
    manifest = SITE / "assets" / "calculator" / "manifest.json"
    return manifest.is_file() and json.loads(manifest.read_text("utf-8"))["rules"] == rules_hash()


def _in_chinese(name: str) -> str:
    """``Pyodide in Firefox`` as the page says it; a CPython is called the same."""
    what, _, where = name.partition(" in ")
    return f"{where} 里的 {what}" if where else name


def main() -> int:
    """Run everybody, print who took part and one line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--count", type=int, default=WHOLE, help="how many points, about")
    options = parser.parse_args()
    started = time.monotonic()
    if not site_is_current():
        print("two_pythons: site/ is not built from these rules: run make build")
        return 1
    points = spread(options.count)
    texts = batches(points)
    with TemporaryDirectory() as scratch:
        package = frozen_package(Path(scratch))
        runners = [*pythons(package), *browsers(Path(scratch))]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            found = list(pool.map(lambda runner: timed(runner, texts), runners))
    for runner, (_, seconds) in zip(runners, found, strict=True):
        print(f"{runner.name:32} {len(points)} points in {len(texts)} lists, {seconds:.0f} s")
    whole = sha256("".join(found[0][0]).encode()).hexdigest()[:16]
    wrong = compared([r.name for r in runners], [hashes for hashes, _ in found], texts)
    print(
        f"two_pythons: {len(points)} points, {len(runners)} Pythons, {wrong} lists differ, all replies {whole}, "
        f"{time.monotonic() - started:.0f} s"
    )
    if options.count == WHOLE:
        counts: dict[str, int | str] = {
            "点": len(points),
            "不同的回答": wrong,
            "参加的": "、".join(_in_chinese(runner.name) for runner in runners),
        }
        record("two_pythons", "不同的 Python 和浏览器，逐字节相同", counts, time.monotonic() - started)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
