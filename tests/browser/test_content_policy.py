"""The strict policy gets in nobody's way: no violation on any page, in the search, the palette or the calculator."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.support.calculator import Calculator

_NOTE = """document.addEventListener("securitypolicyviolation", (event) => noteViolation(
  [location.pathname, event.effectiveDirective, event.blockedURI, event.sourceFile].join(" ")))"""


#: Time for what a page starts after it has loaded.
SETTLE_MS = 200


@pytest.fixture
def strict(chromium: Browser) -> Iterator[Page]:
    """A page that fails the test where the policy had to stop something."""
    context = chromium.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900})
    violations: list[str] = []
    context.expose_function("noteViolation", lambda words: violations.append(words))
    context.add_init_script(_NOTE)
    opened = context.new_page()
    opened.on(
        "console",
        lambda said: violations.append(said.text) if "Content Security Policy" in said.text else None,
    )
    yield opened
    context.close()
    assert violations == []


def test_no_violation_on_any_page(strict: Page, site_dir: Path, site_url: str) -> None:
    pages = [page.relative_to(site_dir).as_posix() for page in sorted(site_dir.rglob("*.html"))]
    assert len(pages) > 10
    for page in pages:
        strict.goto(site_url + page.removesuffix("index.html"))
        strict.wait_for_timeout(SETTLE_MS)


def test_no_violation_in_search_and_palette(strict: Page, site_url: str) -> None:
    strict.goto(site_url)
    strict.get_by_title("切换到深色").click()
    expect(strict.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    strict.goto(f"{site_url}search/")
    strict.locator("#find-all").fill("副高级")
    strict.locator("main a[href*='policy/#']").first.wait_for()
    strict.keyboard.press("Enter")
    strict.wait_for_timeout(SETTLE_MS)


def test_no_violation_in_the_calculator(strict: Page, site_url: str) -> None:
    calculator = Calculator.open(strict, site_url)
    calculator.choose("titles", "some")
    calculator.choose("titles.0.level", "assistant")
    calculator.write_date("titles.0.obtained", "2023", "5")
    expect(calculator.headline()).to_be_visible()
    for fold in strict.locator("#gt-calc details:not([open]) > summary:visible").all():
        fold.click()
    strict.get_by_role("button", name="清除全部").click()
    expect(strict.locator("[data-answer]")).to_be_hidden()


def test_a_change_on_the_way_to_a_script_is_refused(strict: Page, site_url: str) -> None:
    strict.route(
        "**/calculator-*.js", lambda route: route.fulfill(body="evil = 1", content_type="text/javascript")
    )
    strict.goto(f"{site_url}calc/")
    strict.wait_for_load_state("networkidle")
    assert strict.evaluate("typeof evil") == "undefined"
