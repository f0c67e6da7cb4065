"""What every test may ask for: the built site, an address that serves it, a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from site_build.paths import SITE
from site_build.serve import Server, server
from tests.helpers.chromium import launched

#: No test here is timed: a busy machine is no fault.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def site_dir() -> Path:
    """The built site."""
    if not (SITE / "index.html").is_file():
        pytest.fail("site/ is not built: run make build")
    return SITE


def _run(running: Server) -> Thread:
    thread = Thread(target=running.serve_forever, daemon=True)
    thread.start()
    return thread


def _served(directory: Path, prefix: str) -> Iterator[str]:
    with server(directory, 0, prefix) as running:
        thread = _run(running)
        yield f"http://127.0.0.1:{running.server_address[1]}{prefix}"
        running.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def site_url(site_dir: Path) -> Iterator[str]:
    """Address of the site at the root of a host."""
    yield from _served(site_dir, "/")


@pytest.fixture(scope="session")
def section_url(site_dir: Path) -> Iterator[str]:
    """Address of the site as a section of a larger one."""
    yield from _served(site_dir, "/some/section/")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real Chromium, started once."""
    with sync_playwright() as playwright:
        started = launched(playwright.chromium)
        yield started
        started.close()
