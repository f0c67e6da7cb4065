"""One whole case in Firefox."""

from __future__ import annotations

from pathlib import Path

from tests.browser.support.drivers import firefox
from tests.browser.support.whole_case import engineer


def test_an_engineer_is_answered(site_url: str, tmp_path: Path) -> None:
    with firefox(tmp_path / "profile") as driver:
        engineer(driver, site_url)
