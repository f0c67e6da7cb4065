"""The calculator without a network, in Firefox."""

from __future__ import annotations

from pathlib import Path

from tests.browser.support.drivers import firefox, wait_for
from tests.browser.support.watched import watched
from tests.browser.support.whole_case import engineer

READY = "document.getElementById('gt-calc')?.dataset.engine === 'ready'"
SAID = "document.querySelector('[data-offline-said]').textContent"


def test_after_the_tick_a_whole_case_is_answered_without_a_network(site_dir: Path, tmp_path: Path) -> None:
    with watched(site_dir) as server, firefox(tmp_path / "profile") as driver:
        driver.open(f"{server.url}calc/")
        wait_for(driver, READY)
        wait_for(driver, "!document.querySelector('[data-offline]').hidden")
        driver.run("document.querySelector('[data-offline] summary').click()")
        driver.run("document.querySelector('[data-offline-tick]').scrollIntoView({block: 'center'})")
        driver.click("[data-offline-tick]")
        wait_for(driver, f"{SAID}.includes('已存好')")
        server.is_down = True
        asked = len(server.asked)
        engineer(driver, server.url)
        assert server.asked[asked:] == []
