"""One visit with a real browser, started as a visitor would start it, watched from outside."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from site_build.machine import browser
from tests.attack.sites import DNS
from tests.browser.support.firefox import FIREFOX

BROWSERS = ("Chromium", "Firefox")
_PATIENCE_S = 120
#: Time for what was tried at last to arrive.
_SETTLE_S = 4


def version(name: str) -> str:
    """What the browser calls itself."""
    said = subprocess.run([_program(name), "--version"], capture_output=True, text=True, check=True).stdout
    return " ".join(said.replace("Mozilla ", "").split()[:2])


def visit(name: str, address: str, scratch: Path, done: Callable[[], bool]) -> bool:
    """Open the address until ``done`` and a little longer. True if the leaking name was looked up."""
    scratch.mkdir(parents=True)
    log = scratch / "names.log"
    environment = dict(os.environ)
    if name == "Chromium":
        options = [
            "--headless=new", "--no-sandbox", "--no-first-run", "--disable-component-update", "--disable-sync",
            "--disable-background-networking", f"--user-data-dir={scratch / 'profile'}", f"--log-net-log={log}",
        ]  # fmt: skip
    else:
        (scratch / "profile").mkdir()
        environment |= {"MOZ_LOG": "nsHostResolver:5", "MOZ_LOG_FILE": str(log)}
        options = ["--headless", "--no-remote", "--profile", str(scratch / "profile")]
    command = [_program(name), *options, address]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    end = time.monotonic() + _PATIENCE_S
    try:
        while time.monotonic() < end and not done():
            time.sleep(0.2)
        time.sleep(_SETTLE_S)
    finally:
        running.terminate()
        running.wait()
    if not done():
        raise AssertionError(f"{name} did not finish its visit to {address}")
    return any(DNS in path.read_text("utf-8", "replace") for path in scratch.glob("names.log*"))


def _program(name: str) -> str:
    path = browser() if name == "Chromium" else FIREFOX
    if path is None:
        raise AssertionError(f"{name} is not on this machine")
    return path
