"""What the machine offers: a browser for the tests, a Node for the calculator. Standard library only.

``python py/site_build/machine.py node`` and ``… browser`` exit 0 when the machine has a usable one
(printing where) and 1 when not, so that the Makefile can act on it before any environment exists.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST_NODE = 20
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def node() -> str | None:
    """Path of a Node that is new enough and has npm beside it, else None."""
    found = shutil.which("node")
    if found is None or shutil.which("npm") is None:
        return None
    try:
        answer = subprocess.run([found, "--version"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    major = answer.stdout.strip().lstrip("v").split(".")[0]
    return found if major.isdigit() and int(major) >= OLDEST_NODE else None


def browser() -> str | None:
    """Path of an installed Chromium: ``GUANTONG_BROWSER``, the system's, then Playwright's own."""
    named = os.environ.get("GUANTONG_BROWSER")
    if named:
        return named
    for name in BROWSERS:
        found = shutil.which(name)
        if found:
            return found
    return _playwright_browser()


def _playwright_browser() -> str | None:
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def main(what: str) -> int:
    """Print the path of the thing asked for; 1 when there is none."""
    found = {"node": node, "browser": browser}[what]()
    if found is None:
        return 1
    print(found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
