"""The pages in a real Chromium: at any place of a host, without scripts, on a small screen."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Request, Response

PAGES = (
    "",
    "policy/",
    "tables/",
    "readings/",
    "guide/",
    "glossary/",
    "faq/",
    "people/",
    "proof/",
    "links/",
    "privacy/",
    "search/",
    "policy/official/",
    "rules/",
    "guide-engineer/",
    "guide-near-retirement/",
    "guide-committee/",
)


@pytest.mark.parametrize("path", [*PAGES, "calc/"])
def test_a_section_of_a_site_asks_nobody_else_and_misses_nothing(
    chromium: Browser, section_url: str, path: str
) -> None:
    asked: list[str] = []
    missing: list[str] = []

    def note_request(request: Request) -> None:
        asked.append(request.url)

    def note_response(response: Response) -> None:
        if response.status >= 400:
            missing.append(response.url)

    page = chromium.new_page()
    page.on("request", note_request)
    page.on("response", note_response)
    page.goto(section_url + path, wait_until="networkidle")
    page.close()
    hosts = {urlsplit(url).netloc for url in asked if urlsplit(url).scheme not in ("data", "blob", "about")}
    assert hosts == {urlsplit(section_url).netloc}
    assert missing == []


@pytest.mark.parametrize("path", PAGES)
def test_no_sideways_scroll(chromium: Browser, site_url: str, path: str) -> None:
    page = chromium.new_page()
    page.goto(site_url + path)
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, width
    page.close()


def test_the_policy_reads_without_scripts(chromium: Browser, site_url: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + "policy/#s3-2-2")
    assert page.locator("#s3-2-2").is_visible()
    assert page.locator("#annex2-note-5").is_visible()
    assert page.locator("#annex1-head-b th").count() == 32
    context.close()
