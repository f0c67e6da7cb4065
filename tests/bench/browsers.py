"""Starting Chromium and Firefox on an address with an empty profile, slowing them down, reading their memory."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from site_build.machine import browser
from tests.browser.support.firefox import FIREFOX
from tests.helpers.chromium import FLAGS

#: A slowed browser runs for one of so many slices of time.
SLICE_S = 0.012
QUIET = ("--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")


def command(name: str, profile: Path, address: str) -> list[str] | None:
    """The command that opens the address, or None where the machine has no such browser."""
    if name == "firefox":
        return [FIREFOX, "--headless", "--no-remote", "--profile", str(profile), address] if FIREFOX else None
    found = browser()
    if found is None:
        return None
    return [found, "--headless=new", *FLAGS, *QUIET, f"--user-data-dir={profile}", address]


@dataclass
class Browser:
    """A running browser: its first process."""

    pid: int

    def family(self) -> list[int]:
        """All its processes, read from ``/proc``."""
        parents: dict[int, int] = {}
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (FileNotFoundError, ProcessLookupError):
                continue  # it ended while we looked
        found = [self.pid]
        for pid in found:
            found += [child for child, parent in parents.items() if parent == pid]
        return found

    def peak_memory(self) -> int:
        """Most bytes that one process with a page in it ever held."""
        return max((_peak(pid) for pid in self.family() if _has_page(pid)), default=0)


@contextmanager
def running(name: str, address: str) -> Iterator[Browser]:
    """A browser with an empty profile that opens the address."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        start = command(name, Path(profile), address)
        if start is None:
            raise FileNotFoundError(name)
        process = subprocess.Popen(start, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield Browser(process.pid)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def slowed(found: Browser, times: int) -> Iterator[None]:
    """Every thread of the browser runs only one of ``times`` slices: workers and compilers too, in any browser."""
    stop = threading.Event()
    thread = threading.Thread(target=_slow, args=(found, times, stop), daemon=True)
    if times > 1:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        if times > 1:
            thread.join()


def _slow(found: Browser, times: int, stop: threading.Event) -> None:
    seen, looked = found.family(), time.monotonic()
    while not stop.is_set():
        if time.monotonic() - looked > 1:
            seen, looked = found.family(), time.monotonic()
        _send(seen, signal.SIGSTOP)
        time.sleep(SLICE_S * (times - 1))
        _send(seen, signal.SIGCONT)
        time.sleep(SLICE_S)
    _send(found.family(), signal.SIGCONT)


def _send(pids: list[int], sign: signal.Signals) -> None:
    for pid in pids:
        try:
            os.kill(pid, sign)
        except ProcessLookupError:
            continue  # it ended meanwhile


def _has_page(pid: int) -> bool:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return b"--type=renderer" in words or b"-contentproc" in words


def _peak(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), 0)
