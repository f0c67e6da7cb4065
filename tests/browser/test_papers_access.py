"""Lists and forms for everybody: no accessibility violation, no sideways scroll, nothing too small to tap."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from papers import annex_1_book
from site_build.node import CALCULATOR
from tests.browser.support.papers import READY_MS, ListPage, give
from tests.papers import files

AXE = CALCULATOR / "node_modules" / "axe-core" / "axe.min.js"
SMALLEST_TAP = 43.5
_VIOLATIONS = """() => axe.run(".gt-papers", {resultTypes: ["violations"]}).then(
  ({violations}) => violations.map(({id, nodes}) => [id, nodes[0].html]))"""
_UNFOLD = "document.querySelectorAll('.gt-papers details').forEach((fold) => { fold.open = true; })"
_SMALL = """smallest => [...document.querySelectorAll(
    ".gt-papers :is(button, select, summary, .gt-check, .gt-pick, input.gt-in)")]
  .filter(({offsetParent, offsetHeight}) => offsetParent && offsetHeight < smallest)
  .map(({outerHTML}) => outerHTML.slice(0, 120))"""
WIDTHS = pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])


def assert_open_to_everybody(page: Page) -> None:
    page.evaluate(_UNFOLD)
    page.evaluate(AXE.read_text("utf-8"))  # the page's own policy refuses a script element
    assert page.evaluate(_VIOLATIONS) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert page.evaluate(_SMALL, SMALLEST_TAP) == []


@WIDTHS
def test_a_list_with_its_results(
    chromium: Browser, site_url: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    opened = ListPage(page, site_url)
    lines = (*files.PEOPLE, ("丁某", "", "神仙", "昨天", "", None, "1966-12-01"))
    opened.read(
        files.by_xlsxwriter(
            (*files.HEADER, "一个谁都不认识的很长很长的列名"), [(*line, "某") for line in lines]
        )
    )
    opened.start(4)
    assert_open_to_everybody(page)
    page.close()


@WIDTHS
def test_annex_1_with_its_findings(
    chromium: Browser, site_url: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(f"{site_url}annex1/")
    book = annex_1_book.as_bytes(
        [files.annex_1_row(文化程度="本科", 姓名=""), files.annex_1_row(证件号="1" * 300)]
    )
    give(page, book)
    expect(page.locator("#gt-annex1")).to_have_attribute("data-checked", "2", timeout=READY_MS)
    page.get_by_role("button", name="改成“大学本科”").click()
    assert_open_to_everybody(page)
    page.close()


@WIDTHS
def test_annex_2_with_its_sheet(
    chromium: Browser, site_url: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(f"{site_url}annex2/")
    page.get_by_label("所在单位", exact=True).fill("某某集团有限责任公司" * 12)
    expect(page.locator("[data-overflow]")).to_contain_text("所在单位", timeout=READY_MS)
    assert_open_to_everybody(page)
    page.close()
