"""Archives on demand: fetched when a page asks, checked, handed to the sealed worker, and there again after a crash."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.support.calculator import Calculator


def test_texts_and_bytes_go_to_a_function_and_come_back(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url)
    assert calculator.call("rest", "html.escape", "<武汉>") == "&lt;武汉&gt;"
    assert calculator.call("rest", "base64.b64encode", b"\x00\xff") == b"AP8="


def test_parts_of_packages_that_were_here_before_are_found(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url)
    assert calculator.call("rest", "encodings.punycode.punycode_encode", "武汉") == b"5lwws"


def test_what_a_function_raises_is_told_and_the_engine_goes_on(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url)
    raised = calculator.call("rest", "base64.b64decode", "武")
    assert isinstance(raised, dict)
    assert "ValueError" in raised["error"]
    assert calculator.ask("retirement", {})["status"] == 0


def test_an_archive_cut_short_is_refused_and_can_be_had_again(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url)
    page.route("**/rest-*.zip", lambda route: route.fulfill(body=b"PK"))
    refused = calculator.call("rest", "html.escape", "<")
    assert isinstance(refused, dict)
    assert "changed" in refused["error"]
    page.unroute("**/rest-*.zip")
    assert calculator.call("rest", "html.escape", "<") == "&lt;"


def test_nothing_on_demand_is_loaded_unasked(page: Page, site_url: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    Calculator.open(page, site_url)
    page.wait_for_load_state("networkidle")
    assert not [url for url in loaded if "rest-" in url]


def test_after_a_crash_python_gets_the_archives_again(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url)
    assert calculator.call("rest", "html.escape", "<") == "&lt;"
    crashed = calculator.call("rest", "os.abort")
    assert isinstance(crashed, dict)
    assert "crash" in crashed["error"]
    page.route("**/rest-*.zip", lambda route: route.abort())
    page.get_by_role("button", name="再试一次").click()
    calculator.wait_until_ready()
    assert calculator.call("rest", "html.escape", "<") == "&lt;"
