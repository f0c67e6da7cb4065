"""How every test starts Chromium: without the sandbox that containers can't give, and without its own drawn address bar."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType

from site_build.machine import browser

#: New Chromium draws the popup of its address bar as two pages of its own for each window, at a quarter of the work of a
#: test; nobody sees them here. The others are what Playwright takes away, said again because the last list counts.
WITHOUT = (
    "WebUIOmniboxPopup,WebUIOmniboxAimPopup,"
    "DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LensOverlay,MediaRouter,"
    "OptimizationHints,PaintHolding,PreconnectToSearch"
)
FLAGS = ("--no-sandbox", f"--disable-features={WITHOUT}")


def _path() -> str:
    found = browser()
    if found is None:
        pytest.fail("no Chromium found: make setup says what to install")
    return found


def launched(kind: BrowserType) -> Browser:
    """A browser whose windows are all private ones."""
    return kind.launch(executable_path=_path(), args=list(FLAGS))


def with_profile(kind: BrowserType, folder: Path) -> BrowserContext:
    """A browser with one window and a real cache on disk."""
    return kind.launch_persistent_context(folder, executable_path=_path(), args=list(FLAGS))
