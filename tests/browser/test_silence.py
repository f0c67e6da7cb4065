"""The answers stay: no other host is ever asked, nobody at all once the engine runs, and hostile code gets nowhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests.browser.support import hostile
from tests.browser.support.calculator import READY_MS, Calculator
from tests.browser.support.watched import Watched, watched

#: Time for a request on its way to arrive.
SETTLE_MS = 1000


@pytest.fixture
def own(site_dir: Path) -> Iterator[Watched]:
    """The site."""
    with watched(site_dir) as server:
        yield server


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Watched]:
    """Another host that would take everything."""
    with watched(tmp_path, {".*": b"taken"}) as server:
        yield server


def test_nobody_is_asked_while_answering(page: Page, own: Watched) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    calculator = Calculator.open(page, own.url)
    hosts = {urlsplit(url).netloc for url in asked if urlsplit(url).scheme.startswith("http")}
    assert hosts == {urlsplit(own.url).netloc}
    calculator.wait_until_complete()
    page.wait_for_load_state("networkidle")
    before, at_server = len(asked), len(own.asked)
    calculator.choose("titles", "some")
    calculator.choose("titles.0.level", "assistant")
    calculator.write_date("titles.0.obtained", "2023", "5")
    calculator.choose("works_in_wuhan", "true")
    expect(calculator.headline()).to_be_visible()
    page.wait_for_timeout(SETTLE_MS)
    assert asked[before:] == []
    assert own.asked[at_server:] == []


def test_what_stands_after_the_hash_is_never_sent(page: Page, own: Watched) -> None:
    calculator = Calculator.open(page, own.url, "titles=none&works_in_wuhan=true&target_specialty=标记")
    expect(calculator.headline()).to_be_visible()
    page.reload()
    calculator.wait_until_ready()
    assert [path for path in own.asked if re.search(r"#|works_in|titles|%E6%A0%87", path)] == []


@pytest.mark.parametrize("address", ["calc/", "list/", "annex1/", "annex2/", "embed/"])
def test_no_field_is_remembered_or_spell_checked_by_the_browser(
    chromium: Browser, site_url: str, address: str
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(site_url + address)
    asked = page.evaluate(
        """() => [...document.querySelectorAll("main :is(textarea, input:is([type=text], [type=search], [type=number], :not([type])))")]
          .filter((field) => !field.readOnly)
          .filter((field) => field.spellcheck || (field.autocomplete || field.form?.autocomplete) !== "off")
          .map((field) => field.outerHTML)"""
    )
    assert asked == []
    context.close()


def test_no_way_leads_out_of_the_worker(page: Page, own: Watched, other: Watched) -> None:
    own.swap({"worker": hostile.worker(own.url, other.url)})
    said: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        said.append(message.text)

    page.on("console", listen)
    page.goto(f"{own.url}calc/")
    expect(page.locator("#gt-calc")).to_have_attribute("data-engine", "start", timeout=READY_MS)
    page.wait_for_timeout(SETTLE_MS)
    report = next(found for text in said if (found := re.search(r"TRIED (\{.*\})", text)))
    tried = json.loads(report[1])
    assert len(tried) > 10
    assert {name: how for name, how in tried.items() if not how.startswith("stopped")} == {
        # A nested worker starts from a blob, but under the same policy: it can ask nobody either.
        "blobWorker": "went out",
    }
    assert own.leaks() == []
    assert other.asked == []


def test_no_way_leads_out_of_python(page: Page, own: Watched, other: Watched) -> None:
    own.swap({"rules": hostile.rules(own.url, other.url)})
    calculator = Calculator.open(page, own.url)
    _, lean = json.loads(calculator.ask("assess", [{}])["out"])
    calculator.call("rest", "html.escape", "")  # also with the rest of the standard library
    _, tried = json.loads(calculator.ask("assess", [{}])["out"])
    page.wait_for_timeout(SETTLE_MS)
    assert len(tried) > 5
    assert tried["urllib"] != lean["urllib"]
    assert {name: how for name, how in (lean | tried).items() if not how.startswith("stopped")} == {}
    assert own.leaks() == []
    assert other.asked == []
