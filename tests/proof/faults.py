"""Ten faults put into the rules on purpose, and which of the checks see them.

    python -m tests.proof.faults             # all ten
    python -m tests.proof.faults --count 3   # the first three

Each fault changes one place of a copy of ``guantong``; every check runs against that copy. Exit status 1 where fewer than
two checks see a fault, or where a fault no longer fits the text that it changes.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import guantong

from .fault_list import FAULTS, Fault
from .record import record

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "tests" / "rules"
LAWS = ("test_law.py", "test_laws.py", "test_properties.py")
CASES = ("test_cases.py",)
ELSEWHERE = ("test_cli.py",)  #: tests the command line, not the rules
EVERY = 400
OPINIONS = 400
WANTED = 2
AT_ONCE = 2
CHINESE = {
    "cases": "案例",
    "laws": "规律",
    "unit tests": "单项测试",
    "walk": "逐点检查",
    "second opinion": "第二意见",
}
Failures = frozenset[str]


def others() -> tuple[str, ...]:
    """The files of the rules' tests that belong to no other check here."""
    return tuple(sorted({path.name for path in RULES.glob("test_*.py")} - {*LAWS, *CASES, *ELSEWHERE}))


def run_python(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """This Python with the package of ``place`` before the project's own."""
    path = os.pathsep.join((str(place), str(ROOT / "py"), str(ROOT)))
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def tests_of(place: Path, files: tuple[str, ...], known: Failures | None) -> Failures:
    """The tests that fail; with what failed before the fault known, the first other one is enough."""
    options = ["-q", "--tb=no", "-rfE", "-o", f"pythonpath={place} {ROOT / 'py'} {ROOT}"]
    if known is not None:
        options += ["-x", *(f"--deselect={test}" for test in sorted(known))]
    done = run_python(place, "-m", "pytest", *options, *(str(RULES / name) for name in files))
    failed = re.findall(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", done.stdout, re.MULTILINE)
    return frozenset(failed or ([f"exit {done.returncode}"] if done.returncode else []))


def exhaustive(place: Path, _: Failures | None) -> Failures:
    """The laws that the sampled walk finds broken, with how often."""
    done = run_python(place, "-m", "tests.proof.exhaustive", "--every", str(EVERY), "--workers", "1")
    found = re.findall(r"^  (\d+ × .+)$", done.stdout, re.MULTILINE)
    return frozenset(found or ([f"exit {done.returncode}"] if done.returncode else []))


_OPINION = """
from tests.proof.second_opinion.compare import compare
from tests.proof.second_opinion.points import points
for number, facts in enumerate(points({count})):
    for difference in compare(facts):
        print(number, difference)
"""


def second_opinion(place: Path, _: Failures | None) -> Failures:
    """The points and places where the second opinion is another."""
    done = run_python(place, "-c", _OPINION.format(count=OPINIONS))
    return frozenset(done.stdout.splitlines() or ([f"exit {done.returncode}"] if done.returncode else []))


Check = Callable[[Path, Failures | None], Failures]


def checks() -> dict[str, Check]:
    """The independent checks, by the name in the table."""
    found: dict[str, Check] = {
        "cases": lambda place, known: tests_of(place, CASES, known),
        "laws": lambda place, known: tests_of(place, LAWS, known),
        "unit tests": lambda place, known: tests_of(place, others(), known),
        "walk": exhaustive,
    }
    if (ROOT / "tests" / "proof" / "second_opinion" / "compare.py").is_file():
        found["second opinion"] = second_opinion
    return found


def copied(scratch: Path, name: str) -> Path:
    """A copy of the package in a folder of its own."""
    place = scratch / name
    shutil.copytree(
        Path(guantong.__file__).parent, place / "guantong", ignore=shutil.ignore_patterns("__pycache__")
    )
    return place


def put_in(place: Path, fault: Fault) -> bool:
    """Change the one place that the fault names; whether there is exactly one."""
    file = place / "guantong" / fault.module
    text = file.read_text("utf-8")
    if text.count(fault.old) != 1:
        return False
    file.write_text(text.replace(fault.old, fault.new), "utf-8")
    return True


def seen_by(place: Path, found: dict[str, Check], before: dict[str, Failures]) -> list[str]:
    """The checks that say something else than before the fault."""
    return [name for name, check in found.items() if check(place, before[name]) - before[name]]


def main() -> int:
    """Run every fault against every check, print the table and one line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--count", type=int, default=len(FAULTS), help="how many faults")
    faults = FAULTS[: parser.parse_args().count]
    started = time.monotonic()
    found = checks()
    with TemporaryDirectory() as temporary, ThreadPoolExecutor(AT_ONCE) as pool:
        scratch = Path(temporary)
        sound = copied(scratch, "sound")
        places = {fault.name: copied(scratch, f"fault{n}") for n, fault in enumerate(faults)}
        stale = [fault.name for fault in faults if not put_in(places[fault.name], fault)]
        before = dict(zip(found, pool.map(lambda check: check(sound, None), found.values()), strict=True))
        for name, failures in before.items():
            if failures:
                print(f"before any fault, {name} says: {sorted(failures)[:3]} ({len(failures)})")
        seen = list(pool.map(lambda fault: seen_by(places[fault.name], found, before), faults))
    wrong = report(faults, list(found), seen, stale)
    print(
        f"faults: {len(faults)} faults, {len(found)} checks, {wrong} seen by fewer than {WANTED}, "
        f"{time.monotonic() - started:.0f} s"
    )
    if len(faults) == len(FAULTS):
        record(
            "faults",
            "故意放进去的错，每个至少要有两种检查发现",
            {"错": len(faults), "检查": len(found), f"少于{WANTED}种检查发现的": wrong},
            time.monotonic() - started,
            table=shown(faults, found, seen),
        )
    return 1 if wrong or stale else 0


def shown(faults: tuple[Fault, ...], found: dict[str, Check], seen: list[list[str]]) -> list[list[str]]:
    """The table for the page: each fault with the checks that see it."""
    rows = [
        [fault.says, "、".join(CHINESE[name] for name in by)] for fault, by in zip(faults, seen, strict=True)
    ]
    return [["放进去的错", "哪些检查发现了"], *rows]


def report(faults: tuple[Fault, ...], names: list[str], seen: list[list[str]], stale: list[str]) -> int:
    """Print fault × check; how many faults too few checks see."""
    print(f"{'':44}" + "".join(f"{name:>16}" for name in names))
    wrong = 0
    for fault, by in zip(faults, seen, strict=True):
        few = len(by) < WANTED
        wrong += few
        marks = "".join(f"{'seen' if name in by else '-':>16}" for name in names)
        end = "  DOES NOT FIT THE TEXT" if fault.name in stale else "  TOO FEW" if few else ""
        print(f"{fault.name:44}{marks}{end}")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
