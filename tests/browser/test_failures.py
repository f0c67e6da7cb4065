"""What fails is said in a sentence, with a way to try again and the tables; the answers typed stay."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.support.calculator import READY_MS, Calculator

FAILED = "#gt-calc [data-engine] [role=alert]"


@pytest.mark.parametrize(
    ("piece", "form"),
    [
        ("quick-*.wasm", "quick"),
        ("image-*.bin", "quick"),
        ("worker-*.js", "quick"),
        ("python-*.wasm", "whole"),
        ("stdlib-*.zip", "whole"),
        ("rules-*.zip", "whole"),
    ],
)
def test_a_failed_download_can_be_tried_again(page: Page, site_url: str, piece: str, form: str) -> None:
    if form == "whole":
        page.route("**/image-*.bin", lambda route: route.fulfill(status=404))
    page.route(f"**/{piece}", lambda route: route.abort())
    page.goto(f"{site_url}calc/")
    calculator = Calculator(page)
    expect(page.locator(FAILED)).to_contain_text("没有下载完", timeout=READY_MS)
    assert page.locator(FAILED).locator("a").get_attribute("href") == "../tables/"
    calculator.question("titles").get_by_label("没有").check()
    page.unroute(f"**/{piece}")
    page.get_by_role("button", name="再试一次").click()
    calculator.wait_until_ready()
    calculator.show_all()
    expect(calculator.headline()).to_be_visible()
    expect(calculator.question("titles").get_by_label("没有")).to_be_checked()


def test_an_engine_that_does_not_start_is_reported(page: Page, site_url: str) -> None:
    def broken(route: Route) -> None:
        route.fulfill(body="postMessage({kind: 'failed', why: 'broken'})", content_type="text/javascript")

    page.route("**/worker-*.js", broken)
    page.goto(f"{site_url}calc/")
    expect(page.locator(FAILED)).to_contain_text("没有启动起来", timeout=READY_MS)
    expect(page.get_by_role("button", name="再试一次")).to_be_visible()


def test_a_crashed_worker_is_reported_and_started_again(page: Page, site_url: str) -> None:
    crash = """onmessage = ({data}) => {
      if (data.kind === "boot") postMessage({kind: "ready"});
      else throw new Error("gone");
    }"""
    page.route("**/worker-*.js", lambda route: route.fulfill(body=crash, content_type="text/javascript"))
    page.goto(f"{site_url}calc/")
    # The quick form and then the whole one.
    expect(page.locator(FAILED)).to_contain_text("停了", timeout=READY_MS)
    assert page.locator("iframe").count() == 0


def test_an_old_browser_is_told_before_anything_is_loaded(page: Page, site_url: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.add_init_script("delete WebAssembly.Tag")
    # Such a browser doesn't know the media query under which the files are asked for early.
    early = '(scripting: enabled)"'

    def older(route: Route) -> None:
        text = route.fetch().text()
        assert text.count('as="fetch"') == text.count(f'as="fetch" crossorigin media="{early}')
        route.fulfill(body=text.replace(early, '(unheard-of)"'), content_type="text/html; charset=utf-8")

    page.route("**/calc/", older)
    page.goto(f"{site_url}calc/")
    expect(page.locator(FAILED)).to_contain_text("浏览器太旧")
    assert not [url for url in loaded if url.endswith((".wasm", ".zip", ".bin"))]
    expect(page.locator("#q-titles")).to_be_visible()


def test_loading_shows_bytes_and_percent(page: Page, site_url: str) -> None:
    page.route("**/image-*.bin", lambda route: None)
    page.goto(f"{site_url}calc/")
    expect(page.locator(".gt-load")).to_contain_text("MB")
    expect(page.locator(".gt-load")).to_contain_text("%")


@pytest.mark.parametrize(
    "script",
    [
        "onmessage = () => console.log('asked')",
        "onmessage = ({data}) => data.kind === 'boot' ? postMessage({kind: 'ready'}) : console.log('asked')",
    ],
    ids=["start", "answer"],
)
def test_a_worker_that_hangs_is_given_up(page: Page, site_url: str, script: str) -> None:
    page.clock.install()
    page.route("**/worker-*.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))
    with page.expect_console_message(lambda message: message.text == "asked", timeout=READY_MS):
        page.goto(f"{site_url}calc/")
    page.clock.fast_forward("02:00")
    expect(page.locator(FAILED)).to_contain_text("太久没有回应")
    assert page.locator("iframe").count() == 0


def test_a_download_that_stands_still_is_given_up(page: Page, site_url: str) -> None:
    page.clock.install()
    page.route("**/quick-*.wasm", lambda route: None)
    page.goto(f"{site_url}calc/")
    expect(page.locator(".gt-load")).to_contain_text("MB")
    page.clock.fast_forward("02:00")
    expect(page.locator(FAILED)).to_contain_text("没有下载完")
