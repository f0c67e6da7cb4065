"""What fails is said in a sentence, with a way to try again and the tables; the answers typed stay."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from site_build.paths import CALCULATOR
from tests.browser.support.calculator import READY_MS, Calculator
from tests.browser.support.heap import is_forgotten, strings_of
from tests.browser.support.papers import give
from tests.helpers.swapped import swap
from tests.helpers.waiting import wait_until
from tests.papers import files

FAILED = "#gt-calc [data-engine] [role=alert]"


def without_quick_form(page: Page) -> None:
    """Take the image away, so that what is said of the whole form is seen."""
    page.route("**/image-*.bin", lambda route: route.fulfill(status=404))


def kill_worker(page: Page) -> None:
    """End the worker that Python runs in, as a browser does that is short of memory."""
    killed = next(worker for worker in page.workers if worker.url.startswith("blob:"))
    killed.evaluate("close()")


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
        without_quick_form(page)
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


def cut(data: bytes) -> bytes:
    return data[:-10]


def changed(data: bytes) -> bytes:
    return data[:-9] + b"x" + data[-8:]


@pytest.mark.parametrize(
    ("piece", "harm"),
    [
        ("python-*.wasm", changed),
        ("stdlib-*.zip", cut),
        ("rules-*.zip", changed),
        ("worker-*.js", cut),
        ("worker-*.js", changed),
    ],
)
def test_a_piece_that_is_not_what_was_published_is_never_run(
    page: Page, site_url: str, piece: str, harm: Callable[[bytes], bytes]
) -> None:
    def harmed(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(body=harm(answer.body()), content_type="application/octet-stream")

    without_quick_form(page)
    page.route(f"**/{piece}", harmed)
    page.goto(f"{site_url}calc/")
    expect(page.locator(FAILED)).to_contain_text("和发布的不一样", timeout=READY_MS)
    assert page.locator("iframe").count() == 0
    calculator = Calculator(page)
    calculator.question("titles").get_by_label("没有").check()
    page.unroute(f"**/{piece}")
    page.get_by_role("button", name="再试一次").click()
    calculator.wait_until_ready()
    expect(calculator.question("titles").get_by_label("没有")).to_be_checked()


def test_an_engine_that_does_not_start_is_reported(page: Page, site_url: str) -> None:
    swap(page, site_url, {"worker": b"postMessage({kind: 'failed', why: 'broken'})"})
    page.goto(f"{site_url}calc/")
    expect(page.locator(FAILED)).to_contain_text("没有启动起来", timeout=READY_MS)
    expect(page.get_by_role("button", name="再试一次")).to_be_visible()


def test_a_crashed_worker_is_reported_and_started_again(page: Page, site_url: str) -> None:
    crash = b"""onmessage = ({data}) => {
      if (data.kind === "boot") postMessage({kind: "ready"});
      else throw new Error("gone");
    }"""
    swap(page, site_url, {"worker": crash})
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


def test_loading_shows_the_bytes_that_cross_the_line_and_percent(
    page: Page, site_url: str, site_dir: Path
) -> None:
    page.route("**/image-*.bin", lambda route: None)
    page.goto(f"{site_url}calc/")
    expect(page.locator(".gt-load")).to_contain_text("%")
    early = json.loads((site_dir / CALCULATOR / "manifest.json").read_text("utf-8"))["early"]
    sent = sum((site_dir / CALCULATOR / f"{name}.br").stat().st_size for name in early)
    expect(page.locator(".gt-load")).to_contain_text(f"/ {sent / 1e6:.1f} MB，")


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
    swap(page, site_url, {"worker": script.encode()})
    with page.expect_console_message(lambda message: message.text == "asked", timeout=READY_MS):
        page.goto(f"{site_url}calc/")
    page.clock.fast_forward("02:00")
    expect(page.locator(FAILED)).to_contain_text("太久没有回应")
    page.wait_for_timeout(1500)  # what would follow an answer comes now
    expect(page.locator(FAILED)).to_contain_text("太久没有回应")
    assert page.locator("iframe").count() == 0


def test_a_download_that_stands_still_is_given_up(page: Page, site_url: str) -> None:
    page.clock.install()
    page.route("**/quick-*.wasm", lambda route: None)
    page.goto(f"{site_url}calc/")
    expect(page.locator(".gt-load")).to_contain_text("MB")
    page.clock.fast_forward("02:00")
    expect(page.locator(FAILED)).to_contain_text("没有下载完")


def test_a_new_release_under_an_open_page_takes_the_answers_along(page: Page, site_url: str) -> None:
    without_quick_form(page)
    page.route("**/rules-*.zip", lambda route: route.fulfill(status=404, body="gone"))
    page.goto(f"{site_url}calc/")
    expect(page.locator(FAILED)).to_contain_text("新版本", timeout=READY_MS)
    calculator = Calculator(page)
    calculator.question("titles").get_by_label("没有").check()
    page.unroute("**/rules-*.zip")
    page.get_by_role("button", name="带着填的内容重新打开").click()
    calculator.wait_until_ready()
    expect(calculator.question("titles").get_by_label("没有")).to_be_checked()


def test_a_page_of_a_filter_in_the_place_of_a_file_is_never_run(page: Page, site_url: str) -> None:
    blocked = "<!doctype html><title>该网址已被拦截</title>"
    without_quick_form(page)
    page.route("**/python-*.wasm", lambda route: route.fulfill(body=blocked, content_type="text/html"))
    page.goto(f"{site_url}calc/")
    expect(page.locator(FAILED)).to_contain_text("和发布的不一样", timeout=READY_MS)


def test_a_server_that_knows_no_types_does_not_matter(page: Page, site_url: str) -> None:
    def typeless(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(status=200, body=answer.body(), content_type="application/octet-stream")

    for piece in ("quick-*.wasm", "image-*.bin", "worker-*.js"):
        page.route(f"**/{piece}", typeless)
    Calculator.open(page, site_url)


def test_offline_before_the_download_is_said_and_mended_by_itself(page: Page, site_url: str) -> None:
    held: list[Route] = []
    page.route("**/image-*.bin", lambda route: held.append(route))
    page.goto(f"{site_url}calc/")
    expect(page.locator(".gt-load")).to_contain_text("MB")
    page.context.set_offline(True)
    for route in held:
        route.abort()
    expect(page.locator(FAILED)).to_contain_text("现在没有网络", timeout=READY_MS)
    page.unroute("**/image-*.bin")
    page.context.set_offline(False)
    Calculator(page).wait_until_ready()


def test_offline_after_the_download_it_calculates_and_starts_anew(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url)
    page.context.set_offline(True)
    calculator.question("titles").get_by_label("没有").check()
    expect(calculator.headline()).to_be_visible()
    page.get_by_role("button", name="清除全部").click()
    calculator.question("skills").get_by_label("没有").check()
    calculator.show_all()
    expect(calculator.headline()).to_be_visible(timeout=READY_MS)


def test_clearing_ends_the_worker_that_saw_the_answers(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url)
    calculator.question("titles").get_by_label("没有").check()
    expect(calculator.headline()).to_be_visible()
    frame = page.locator("iframe").element_handle()
    page.get_by_role("button", name="清除全部").click()
    wait_until(page, "frame => !frame.isConnected", frame)
    calculator.wait_until_ready()


def test_a_page_left_and_come_back_to_keeps_its_answers(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url)
    calculator.question("titles").get_by_label("没有").check()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    assert page.locator("iframe").count() == 0
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    page.locator("iframe").wait_for(state="attached", timeout=READY_MS)
    expect(calculator.question("titles").get_by_label("没有")).to_be_checked()
    expect(calculator.headline()).to_be_visible(timeout=READY_MS)


@pytest.mark.parametrize("storage", ["sessionStorage", "indexedDB", "caches"])
def test_storage_that_is_forbidden_stops_nothing(page: Page, site_url: str, storage: str) -> None:
    page.add_init_script(
        f"Object.defineProperty(window, '{storage}', {{get() {{ throw new DOMException('no', 'SecurityError') }}}})"
    )
    thrown = Calculator(page)
    page.goto(f"{site_url}calc/")
    thrown.wait_until_ready()


def test_where_all_site_data_is_forbidden_it_calculates_all_the_same(
    chromium: Browser, site_url: str
) -> None:
    context = chromium.new_context()  # the theme complains in the console that it can't note the colours
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
    )
    calculator = Calculator.open(context.new_page(), site_url)
    calculator.question("titles").get_by_label("没有").check()
    expect(calculator.headline()).to_be_visible()
    context.close()


def test_storage_that_is_full_stops_nothing(page: Page, site_url: str) -> None:
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
    )
    calculator = Calculator.open(page, site_url)
    calculator.question("titles").get_by_label("没有").check()
    expect(calculator.headline()).to_be_visible()


def test_a_slow_line_that_goes_on_is_waited_for(page: Page, site_url: str) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    slow = {"offline": False, "latency": 300, "downloadThroughput": 1_000_000, "uploadThroughput": 100_000}
    session.send("Network.emulateNetworkConditions", slow)
    page.goto(f"{site_url}calc/")
    calculator = Calculator(page)
    expect(page.locator(".gt-load")).to_contain_text("你可以接着填")
    calculator.show_all()
    calculator.question("titles").get_by_label("没有").check()
    calculator.wait_until_ready()
    expect(calculator.headline()).to_be_visible()
    expect(calculator.question("titles").get_by_label("没有")).to_be_checked()


def test_a_worker_that_was_killed_is_replaced_and_the_answers_stay(page: Page, site_url: str) -> None:
    page.clock.install()
    calculator = Calculator.open(page, site_url)
    calculator.question("titles").get_by_label("没有").check()
    expect(calculator.headline()).to_be_visible()
    kill_worker(page)
    calculator.question("skills").get_by_label("没有").check()
    page.clock.run_for(1_000)  # now it is asked
    page.clock.fast_forward("00:40")
    expect(page.locator(FAILED)).to_contain_text("太久没有回应", timeout=READY_MS)
    page.get_by_role("button", name="再试一次").click()
    calculator.wait_until_ready()
    expect(page.locator(FAILED)).to_have_count(0)
    expect(calculator.question("skills").get_by_label("没有")).to_be_checked()
    assert calculator.ask("retirement", {})["status"] == 0


def test_a_worker_that_dies_while_only_the_planner_waits_is_told_of(page: Page, site_url: str) -> None:
    page.clock.install()
    calculator = Calculator.open(
        page, site_url, "titles.0.level=intermediate&titles.0.obtained=2020-05-20&skills=none"
    )
    expect(calculator.root.locator("[data-answer][data-advised]")).to_be_visible(timeout=READY_MS)
    kill_worker(page)
    page.locator("#plan-skill").fill("12")
    page.locator("#plan-skill").press("Tab")
    page.clock.run_for(1_000)
    page.clock.fast_forward("00:40")
    expect(page.locator(FAILED)).to_contain_text("太久没有回应", timeout=READY_MS)


def test_a_discarded_tab_says_what_happened_and_a_link_brings_the_answers_back(
    page: Page, site_url: str
) -> None:
    page.add_init_script("Object.defineProperty(document, 'wasDiscarded', {value: true})")
    Calculator.interview(page, site_url)
    expect(page.locator("#gt-calc [data-notice]")).to_contain_text("收回过这一页")
    page.get_by_role("button", name="知道了").click()
    expect(page.locator("#gt-calc [data-notice]")).to_be_hidden()
    page.goto("about:blank")
    calculator = Calculator.interview(page, site_url, "titles=none&works_in_wuhan=true")
    expect(page.locator("#gt-calc [data-notice]")).to_be_hidden()
    expect(calculator.question("titles").get_by_label("没有")).to_be_checked()
    expect(calculator.headline()).to_be_visible()


def test_a_page_that_was_rebuilt_by_the_browser_holds_nothing_of_what_was_filled_in(
    page: Page, site_url: str
) -> None:
    calculator = Calculator.open(page, site_url)
    calculator.question("titles").get_by_label("没有").check()
    expect(calculator.headline()).to_be_visible()
    page.goto("about:blank")
    page.go_back()  # built anew: this Chromium keeps no pages for going back
    calculator.wait_until_ready()
    expect(calculator.question("titles").get_by_label("没有")).not_to_be_checked()
    expect(page.locator("#gt-calc [data-headline]")).to_contain_text("填一本证书")


def test_a_wrong_clock_is_seen_in_the_answer_and_can_be_set_right(
    page: Page, site_url: str, site_dir: Path
) -> None:
    manifest = json.loads((site_dir / CALCULATOR / "manifest.json").read_text("utf-8"))
    worker = (site_dir / CALCULATOR / manifest["pieces"]["worker"]["name"]).read_bytes()
    slow = b"const told = Date.now; Date.now = () => told() - 20 * 365.25 * 864e5;\n"
    swap(page, site_url, {"worker": slow + worker})
    calculator = Calculator.interview(
        page, site_url, "titles.0.level=assistant&titles.0.obtained=2023-05-20&works_in_wuhan=true"
    )
    answer = page.locator("#gt-calc [data-answer]")
    expect(answer).to_contain_text("按 200")
    expect(page.locator("#gt-calc")).to_contain_text("在计算日期 200")
    calculator.show_all()
    calculator.question("as_of").evaluate("question => { question.closest('details').open = true; }")
    calculator.write_date("as_of", "2026", "11", "23")
    expect(answer).to_contain_text("按 2026-11-23 的情况计算")
    expect(page.locator("#gt-calc")).not_to_contain_text("在计算日期 200")


def test_what_was_typed_is_not_in_the_memory_after_clearing(page: Page, site_url: str) -> None:
    marker = "标记子丑寅"
    calculator = Calculator.open(page, site_url, f"titles.0.name={marker}&titles.0.obtained=2023-05-20")
    expect(calculator.headline()).to_be_visible()
    assert marker in strings_of(page)
    page.get_by_role("button", name="清除全部").click()
    calculator.wait_until_ready()
    assert page.evaluate("location.hash") == ""
    assert is_forgotten(page, marker)


def test_two_tabs_know_nothing_of_each_other(page: Page, site_url: str) -> None:
    first = Calculator.open(page, site_url)
    second = Calculator.open(page.context.new_page(), site_url)
    first.question("titles").get_by_label("没有").check()
    expect(first.headline()).to_be_visible()
    expect(second.question("titles").get_by_label("没有")).not_to_be_checked()
    second.page.get_by_role("button", name="清除全部").click()
    expect(first.question("titles").get_by_label("没有")).to_be_checked()


def test_nothing_is_stored_and_no_answer_is_in_title_or_address(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url)
    before = (page.title(), page.url, page.evaluate("history.length"))
    calculator.question("titles").get_by_label("没有").check()
    expect(calculator.headline()).to_be_visible()
    assert (page.title(), page.url, page.evaluate("history.length")) == before
    kept = page.evaluate(
        """async () => [...Object.keys(localStorage).filter((name) => !name.endsWith("__palette")),
          ...Object.keys(sessionStorage), document.cookie, JSON.stringify(history.state),
          ...(await indexedDB.databases()).map(({name}) => name), ...(await caches.keys())]"""
    )
    # The browser's history knows at which screen of the interview it is, and no more.
    assert [one for one in kept if one not in ("", "null", '{"gt":0}')] == []


def test_offline_when_a_list_is_opened_is_said_and_the_same_file_goes_on(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}list/")
    page.wait_for_load_state("load")
    page.context.set_offline(True)
    give(
        page,
        ",".join(files.HEADER).encode() + b"\n" + ",".join(map(str, files.PEOPLE[0])).encode(),
        "名单.csv",
    )
    root = page.locator("#gt-list")
    expect(root.get_by_text("现在没有网络。连上以后会自动再试。")).to_be_visible(timeout=READY_MS)
    page.context.set_offline(False)
    expect(root.locator("[data-mapping]")).to_be_visible(timeout=READY_MS)
