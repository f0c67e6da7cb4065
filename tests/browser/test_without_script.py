"""Without script the questions can be read, and the tables are named as the way to an answer."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from guantong.facts import FACTS


def test_every_question_can_be_read_and_the_tables_are_named(chromium: Browser, site_url: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}calc/")
    for fact in FACTS:
        assert page.locator(f"#q-{fact.key}").get_by_text(fact.ask, exact=True).count() == 1
        if not fact.claim and fact.ordinary is None:
            expect(page.locator(f"#q-{fact.key}")).to_be_visible()
    notice = page.locator("noscript .gt-notice")
    assert notice.locator("a").get_attribute("href") == "../tables/"
    expect(page.get_by_role("button", name="复制链接")).to_be_hidden()
    context.close()
