"""Readers pay for nothing they don't use; on the way to the calculator its files are fetched ahead, once, if welcome."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.support.calculator import Calculator
from tests.browser.support.quick import FACTS_LINK, TABLES
from tests.browser.support.watched import Watched, watched
from tests.helpers.chromium import with_profile

ENGINE = "/assets/calculator/"
#: Time for a request on its way to arrive.
SETTLE_MS = 700
SAVE_DATA = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"


@pytest.fixture
def own(site_dir: Path) -> Iterator[Watched]:
    """The site, with every request noted."""
    with watched(site_dir) as server:
        yield server


@pytest.fixture
def kept(chromium: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page of a browser with a real cache on disk; a private window keeps no large file."""
    context = with_profile(chromium.browser_type, tmp_path)
    yield context.pages[0]
    context.close()


def engine(own: Watched) -> list[str]:
    """What was asked for of the calculator's files."""
    return [path for path in own.asked if ENGINE in path]


def point_at_the_calculator(page: Page, address: str) -> None:
    """Open a page to read and move the pointer over its first link to the calculator."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.locator('article a[href$="calc/"]').first.hover()
    page.wait_for_timeout(SETTLE_MS)


@pytest.mark.parametrize("address", ["", "policy/", "tables/", "readings/", "people/", "privacy/"])
def test_pages_to_read_load_nothing_of_the_calculator(page: Page, own: Watched, address: str) -> None:
    page.goto(own.url + address)
    page.wait_for_load_state("networkidle")
    assert engine(own) == []


def test_whoever_points_at_a_link_finds_the_engine_in_the_cache(kept: Page, own: Watched) -> None:
    point_at_the_calculator(kept, own.url)
    kept.wait_for_load_state("networkidle")
    ahead = engine(own)
    assert len(ahead) == len(set(ahead)) == 4
    kept.locator('article a[href$="calc/"]').first.click()
    Calculator(kept).wait_until_complete()
    (later,) = {path for path in engine(own)[len(ahead) :] if not path.endswith(".css")}
    assert re.search(TABLES, later)


def test_nothing_is_fetched_ahead_where_data_is_saved(page: Page, own: Watched) -> None:
    page.add_init_script(SAVE_DATA)
    point_at_the_calculator(page, own.url)
    assert engine(own) == []


def test_every_file_is_asked_for_once_and_a_second_visit_asks_for_none(kept: Page, own: Watched) -> None:
    Calculator.open(kept, own.url).wait_until_complete()
    first = engine(own)
    assert len(first) == len(set(first))
    kept.goto(own.url)
    Calculator.open(kept, own.url).wait_until_complete()
    assert engine(own) == first


def test_without_script_no_engine_is_loaded(chromium: Browser, own: Watched) -> None:
    context = chromium.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{own.url}calc/")
    opened.wait_for_timeout(SETTLE_MS)
    assert not [path for path in engine(own) if path.endswith((".wasm", ".zip", ".bin"))]
    context.close()


_SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 500);
})"""


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 900)])
@pytest.mark.parametrize("state", ["", FACTS_LINK])
def test_nothing_jumps_while_the_calculator_starts_and_answers(
    chromium: Browser, site_url: str, width: int, height: int, state: str
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": height})
    Calculator.interview(page, site_url, state).wait_until_complete()
    assert page.evaluate(_SHIFTS) < 0.02
    page.close()
