"""Reading the policy on a phone: copy a citation, open a term, print the official sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def clipboard(page: Page) -> Any:
    return page.evaluate("navigator.clipboard.readText()")


def test_a_clause_is_copied_as_officials_cite_it(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}policy/#s3-2-2")
    clause = phone.locator(".gt-clause", has=phone.locator("#s3-2-2"))
    clause.get_by_role("button", name="复制引用").click()
    clause.get_by_text("已复制").wait_for()
    assert clipboard(phone).startswith(
        "武人社规〔2022〕2号第三部分第（二）项第2目：“2. 取得相应助理级专业技术职称满3年"
    )
    clause.get_by_role("button", name="复制链接").click()
    assert clipboard(phone) == f"{site_url}policy/#s3-2-2"


def test_a_copied_citation_holds_no_opened_explanation(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}policy/#s3-2-1")
    clause = phone.locator(".gt-clause", has=phone.locator("#s3-2-1"))
    clause.get_by_role("button", name="助理级").click()
    assert clause.get_by_text("例如助理工程师").is_visible()
    clause.get_by_role("button", name="复制引用").click()
    assert clipboard(phone).endswith("高工职业资格或技能等级；”".replace("高工", "高级工"))
    clause.get_by_role("button", name="助理级").click()
    assert not clause.get_by_text("例如助理工程师").is_visible()


def test_without_scripts_a_term_leads_to_its_explanation(chromium: Browser, site_url: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}policy/")
    page.locator("#s3-2-1").get_by_role("link", name="助理级").click()
    assert page.url.endswith("#t-assistant")
    assert page.locator("#t-assistant").is_visible()
    context.close()


def test_the_official_sheet_prints_alone_on_a4(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}policy/official/")
    assert phone.get_by_role("button", name="打印").is_visible()
    phone.emulate_media(media="print")
    for hidden in (".md-header", ".md-footer", ".md-banner", "[data-print]", "h1"):
        assert not phone.locator(hidden).first.is_visible(), hidden
    assert phone.locator(".gt-official .issuer").is_visible()
