"""Whatever a link or a visitor puts in is text: shown as such or refused with a sentence, never run."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.attack.links import HARMLESS, open_all
from tests.browser.support.calculator import READY_MS, Calculator


def test_hostile_links_do_no_harm_and_the_page_still_answers(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url)
    assert open_all(page, 200) == HARMLESS
    page.evaluate("location.hash = 'titles=none&works_in_wuhan=true'")
    expect(page.locator('input[name="works_in_wuhan"][value=true]')).to_be_checked()
    expect(calculator.headline()).to_be_visible(timeout=READY_MS)


@pytest.mark.parametrize(
    "typed",
    ["<img src=x onerror=alert(1)>", "\u0007\u001b[31m工程", "长" * 1_000_000],
    ids=["markup", "control", "megabytes"],
)
def test_typed_text_is_only_text(page: Page, site_url: str, typed: str) -> None:
    calculator = Calculator.open(page, site_url, "titles=none")
    field = page.locator('[name="target_series"]')
    field.evaluate("(field, typed) => { field.value = typed; }", typed)
    field.dispatch_event("change")
    expect(calculator.headline()).to_be_visible(timeout=READY_MS)
    assert page.locator("#gt-calc img, #gt-calc script").count() == 0
    assert calculator.ask("retirement", {})["status"] == 0
