"""The ordinary suite against one mutant: pytest in a fork of a process that has everything but the rules imported."""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import resource
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

from .mutants import PACKAGE, Mutant

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "tests" / "rules"
OPINION = ROOT / "tests" / "proof" / "test_second_opinion.py"
#: what notices most in the least time
FIRST = ("test_cases.py",)
#: what is quick and notices much; what is named nowhere is quick too, and follows
QUICK = (
    "test_questions_asked.py",
    "test_annexes.py",
    "test_intake.py",
    "test_whole_results.py",
    "test_days.py",
    "test_titles.py",
    "test_retirement.py",
    "test_interview.py",
    "test_advice.py",
    "test_overpass.py",
    "test_link_names.py",
    "test_law.py",
    "test_tables.py",
    "test_changes.py",
)
#: what takes seconds, the quickest of it first
SLOW = (
    "test_planner.py",
    "test_properties.py",
    "test_windows.py",
    "test_brute_force.py",
    "test_questions.py",
    "test_laws.py",
)
#: tests the command line in processes of its own, where no mutant is
ELSEWHERE = "test_cli.py"
#: seconds of processor time after which a mutant hangs, in the first, the quick and the long part, on a machine on which the
#: first two take ``USUAL`` seconds without a mutant
PATIENCE = (60, 25, 300)
USUAL = 12
#: nothing without a mutant takes so long
NEVER = 1800
MEGABYTES = 3000
MUTE = "ends with"  #: begins what is said of a fork that ended without a word
#: modules that the suite imports, loaded once before any fork
PRELOADED = (
    "jsonschema",
    "calendar",
    "tokenize",
    "concurrent.futures",
    "hypothesis.strategies",
    "subprocess",
)


def preload() -> None:
    """Import what every fork needs, the rules and their tests aside."""
    for name in PRELOADED:
        importlib.import_module(name)
    settings.register_profile("mutation", derandomize=True, database=None, deadline=None)
    settings.load_profile("mutation")


#: seconds of patience with each part, for the machine at hand
_patience: list[float] = [NEVER] * len(PATIENCE)


def adapt() -> str:
    """Find out how slow this machine is, for every mutant that follows; what fails without a mutant, or ``""``."""
    before = _spent()
    if broken := killer(None, quick=True):
        return broken
    slowness = max(1.0, (_spent() - before) / USUAL)
    _patience[:] = [seconds * slowness for seconds in PATIENCE]
    return ""


def _spent() -> float:
    """Seconds of processor time of the forks that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def killer(mutant: Mutant | None, *, quick: bool = False) -> str:
    """The test that fails with this mutant in place, ``hangs``, or ``""`` where none does; ``quick``: of the first part."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _alone(mutant, writer, quick=quick)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status == -signal.SIGPROF:
        return "hangs"
    return str(json.loads(said)) if said else f"{MUTE} {status}"


def _alone(mutant: Mutant | None, writer: int, *, quick: bool) -> None:
    """In the fork: put the mutant in place, run the suite to its first failure, report it, end."""
    try:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
        sys.dont_write_bytecode = True
        if mutant:
            sys.meta_path.insert(0, InPlace(f"guantong.{mutant.module}", mutant.source))
        os.write(writer, json.dumps(_first_failure(mutant, quick=quick)).encode())
    finally:
        os._exit(0)


def _first_failure(mutant: Mutant | None, *, quick: bool) -> str:
    """What notices most first, then the tests named after the module, then the other quick ones."""
    names = {path.name for path in RULES.glob("test_*.py")} - {ELSEWHERE}
    own = f"test_{mutant.module}.py" if mutant else ""
    first = [name for name in (*FIRST, own) if name in names and name not in SLOW]
    second = [name for name in dict.fromkeys((*QUICK, *sorted(names - {*SLOW}))) if name not in first]
    parts = [
        [RULES / name for name in first],
        [RULES / name for name in second],
        [OPINION, *(RULES / name for name in SLOW)],
    ]
    for files, seconds in zip(parts[: 2 if quick else 3], _patience, strict=False):
        signal.setitimer(signal.ITIMER_PROF, seconds)
        if failed := _run(files):
            return failed
    return ""


def _run(files: Sequence[Path]) -> str:
    seen = FirstFailure()
    options = ["-x", "-q", "--tb=no", "--assert=plain", "--noconftest"]
    status = pytest.main([*options, *map(str, files)], plugins=[seen])
    return seen.test or ("" if status == pytest.ExitCode.OK else f"pytest {status}")


@dataclass
class FirstFailure:
    """Notes the first test, or file of tests, that fails."""

    test: str = ""
    tests: list[str] = field(default_factory=list)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.test:
            self.test = report.nodeid

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed and not self.test:
            self.test = report.nodeid


class InPlace(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module a text of its own."""

    def __init__(self, name: str, source: str) -> None:
        self.name, self.source = name, source
        self.path = str(PACKAGE / f"{name.rpartition('.')[2]}.py")

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self.name:
            return None
        return importlib.util.spec_from_file_location(fullname, self.path, loader=self)

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.source, self.path, "exec"), module.__dict__)
