"""Waiting for a page whose policy forbids what Playwright's own waiting does: evaluate a text inside the page."""

from __future__ import annotations

import time

from playwright.sync_api import Frame, Page

PATIENCE_S = 30
STEP_MS = 50


def wait_until(page: Page | Frame, expression: str, arg: object = None) -> None:
    """Ask again and again until the expression is true; fails after half a minute."""
    last = time.monotonic() + PATIENCE_S
    while not page.evaluate(expression, arg):
        assert time.monotonic() < last, f"never became true: {expression}"
        page.wait_for_timeout(STEP_MS)
