"""One whole case in WebKit, which is what every browser of an iPhone is made of."""

from __future__ import annotations

from tests.browser.support.drivers import webkit
from tests.browser.support.whole_case import engineer


def test_an_engineer_is_answered(site_url: str) -> None:
    with webkit() as driver:
        engineer(driver, site_url)
