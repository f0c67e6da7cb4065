"""Pages for the calculator's tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.support.drivers import WEBKIT_DRIVER, XVFB
from tests.browser.support.firefox import FIREFOX

#: Firefox and WebKit are no part of the setup: where the machine has them, they are tested too.
collect_ignore = [
    *(
        []
        if FIREFOX
        else [
            "test_offline_in_firefox.py",
            "test_quick_in_firefox.py",
            "test_silence_in_firefox.py",
            "test_whole_case_in_firefox.py",
        ]
    ),
    *([] if WEBKIT_DRIVER and XVFB else ["test_whole_case_in_webkit.py"]),
]


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A fresh page that fails the test where a script of it throws."""
    context = chromium.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900})
    thrown: list[str] = []
    opened = context.new_page()
    opened.on("pageerror", lambda error: thrown.append(str(error)))
    yield opened
    context.close()
    assert thrown == []
