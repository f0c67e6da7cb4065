"""Every page for everybody: no accessibility violation in either scheme, nothing that prints badly, no script that throws."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from site_build.node import CALCULATOR
from site_build.paths import SITE
from tests.helpers.waiting import wait_until

AXE = CALCULATOR / "node_modules" / "axe-core" / "axe.min.js"
PAGES = sorted(
    path.relative_to(SITE).as_posix().removesuffix("index.html")
    for path in SITE.rglob("*.html")
    if path.name != "404.html" and not path.is_relative_to(SITE / "assets")
)
_VIOLATIONS = """() => axe.run(document, {resultTypes: ["violations"]}).then(
  ({violations}) => violations.map(({id, nodes}) => [id, nodes.length, nodes[0].html.slice(0, 160)]))"""
_DARK = "document.body.setAttribute('data-md-color-scheme', 'slate')"
_SETTLED = "document.getAnimations().every(({playState}) => playState === 'finished')"


def test_pages_were_found() -> None:
    assert {"", "policy/", "guide/", "readings/"} <= set(PAGES)


@pytest.fixture(scope="module")
def reader(chromium: Browser) -> Iterator[BrowserContext]:
    """One visitor for all pages: what they share is loaded once."""
    context = chromium.new_context(viewport={"width": 700, "height": 900}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_seen_in_light_and_dark_and_on_paper(reader: BrowserContext, site_url: str, path: str) -> None:
    page = reader.new_page()
    thrown: list[str] = []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    page.goto(site_url + path)
    page.evaluate(AXE.read_text("utf-8"))
    assert page.evaluate(_VIOLATIONS) == [], path
    page.evaluate(_DARK)
    wait_until(page, _SETTLED)
    assert page.evaluate(_VIOLATIONS) == [], f"{path}, dark"
    page.emulate_media(media="print")
    assert not page.locator(".md-header, .md-tabs, .md-sidebar").filter(visible=True).count()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.close()
    assert thrown == []
