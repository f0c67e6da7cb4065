"""Who answers: the Pythons of the machine as processes, and the calculator's page in real browsers.

A runner takes texts for ``assess`` and gives the SHA-256 of each reply. A browser needs no driver for it: a page beside
the calculator fetches the texts from the server, asks the engine and reports the hashes.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import guantong
from site_build.machine import browser
from site_build.paths import SITE
from tests.browser.support.firefox import FIREFOX
from tests.browser.support.quick import TABLES
from tests.browser.support.watched import Watched, watched
from tests.helpers.chromium import FLAGS

from .newest_python import PLACE

OLDEST = (3, 11)
NAMES = ("python3", *(f"python3.{minor}" for minor in range(OLDEST[1], 20)))
PAGE = Path(__file__).parent / "browser_page.html"
REPORT = "/report?"
SILENCE_S = 180  #: a browser that reports nothing for so long is given up
_ABOUT = "import sys; print(sys.implementation.name, '.'.join(map(str, sys.version_info[:3])), sys.version_info[:2] >= (3, 11))"


@dataclass(frozen=True)
class Runner:
    """One Python: its name and what asks it."""

    name: str
    run: Callable[[list[str]], list[str]]


def frozen_package(scratch: Path) -> Path:
    """A copy of the package, so that nobody changes it between two answers."""
    place = scratch / "package"
    source = Path(guantong.__file__).parent
    shutil.copytree(source, place / "guantong", ignore=shutil.ignore_patterns("__pycache__", "_build.py"))
    return place


def pythons(package: Path) -> list[Runner]:
    """This Python first, then one of each other version that the machine has."""
    return [Runner(name, _asker(path, package)) for name, path in _versions().items()]


def newest() -> tuple[str, str]:
    """Path and version of the newest CPython that the machine has."""
    numbered = {name.rpartition(" ")[2]: path for name, path in _versions().items()}
    version = max(numbered, key=lambda text: [int(part) for part in text.split(".")])
    return numbered[version], version


def _versions() -> dict[str, str]:
    """Name and version → path."""
    found: dict[str, str] = {}
    for path in [sys.executable, *_candidates()]:
        name = _about(path)
        if name and name not in found:
            found[name] = path
    return found


def _candidates() -> list[str]:
    """Every python on the path, in pyenv's folder, and the one that was fetched for this."""
    folders = os.get_exec_path()
    on_path = [shutil.which(name, path=folder) for folder in folders for name in NAMES]
    root = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    beside = [*sorted(root.glob("versions/*/bin/python3")), *sorted(PLACE.glob("bin/python3.*"))]
    return [path for path in on_path if path] + [str(path) for path in beside]


def _about(path: str) -> str | None:
    """``CPython 3.12.1``, or ``None`` for what is older, another implementation or does not start."""
    try:
        done = subprocess.run([path, "-c", _ABOUT], capture_output=True, text=True, check=True, timeout=30)
    except (OSError, subprocess.SubprocessError):
        return None
    implementation, version, new_enough = done.stdout.split()
    return f"CPython {version}" if implementation == "cpython" and new_enough == "True" else None


def _asker(path: str, package: Path) -> Callable[[list[str]], list[str]]:
    def run(texts: list[str]) -> list[str]:
        return [_command_line(path, package, text) for text in texts]

    return run


def _command_line(path: str, package: Path, text: str) -> str:
    """The hash of what the command line prints, less its closing line break."""
    done = subprocess.run(
        [path, "-m", "guantong", "assess", "-"],
        input=text.encode(),
        capture_output=True,
        env={"PYTHONPATH": str(package)},
        check=False,
    )
    if done.returncode != 0:
        return f"status {done.returncode}: {done.stderr.decode()[-200:]}"
    return sha256(done.stdout.removesuffix(b"\n")).hexdigest()


def browsers(scratch: Path) -> list[Runner]:
    """Chromium, which the setup brings, and Firefox where the machine has it."""
    chromium = browser()
    if chromium is None:
        raise FileNotFoundError("no Chromium found: make setup says what to install")
    flags = ("--headless=new", *FLAGS, "--disable-gpu", "--no-first-run")
    profile = scratch / "chromium"
    found = [_browser("Pyodide in Chromium", [chromium, *flags, f"--user-data-dir={profile}"])]
    if FIREFOX:
        profile = scratch / "firefox"
        profile.mkdir()
        command = [FIREFOX, "--headless", "--no-remote", "--profile", str(profile)]
        found.append(_browser("Pyodide in Firefox", command))
    return found


def _browser(name: str, command: list[str]) -> Runner:
    return Runner(name, lambda texts: _visit(command, texts))


def _visit(command: list[str], texts: list[str]) -> list[str]:
    """Open the page in a browser and collect its reports until all texts are answered."""
    given = {f"^/batch-{number}.json$": text.encode() for number, text in enumerate(texts)}
    # The engine stays as it gives its first answer: without what it fetches afterwards.
    instead = {"^/proof.html$": PAGE.read_bytes(), "^/report": b"", TABLES: b"", **given}
    with watched(SITE, instead, bare=True) as server:  # a host's headers let no page stand in another's frame
        address = f"{server.url}proof.html"
        running = subprocess.Popen([*command, address], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            return _collected(server, len(texts))
        finally:
            running.terminate()
            running.wait()


def _collected(server: Watched, count: int) -> list[str]:
    """The hashes by number; what is missing when the browser falls silent says so."""
    seen, last = 0, time.monotonic()
    while time.monotonic() - last < SILENCE_S:
        reports = _reports(server)
        if any("done" in report or "failed" in report for report in reports):
            break
        if len(reports) > seen:
            seen, last = len(reports), time.monotonic()
        time.sleep(0.2)
    reports = _reports(server)
    failed = next((report["failed"] for report in reports if "failed" in report), "no answer")
    hashes = {
        r["batch"]: r["sha256"] if r["status"] == 0 else f"status {r['status']}"
        for r in reports
        if "batch" in r
    }
    return [hashes.get(number, failed) for number in range(count)]


def _reports(server: Watched) -> list[dict[str, Any]]:
    return [
        json.loads(unquote(path.removeprefix(REPORT))) for path in [*server.asked] if path.startswith(REPORT)
    ]
