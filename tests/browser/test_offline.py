"""Offline as a choice: nothing is kept before the tick, the page answers without a network after it, a release replaces it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from site_build import offline
from site_build.hosts.headers import HASHED, SERVICE_WORKER
from site_build.paths import CALCULATOR
from tests.browser.support import hostile
from tests.browser.support.calculator import READY_MS, Calculator
from tests.browser.support.watched import Watched, watched
from tests.helpers.swapped import swapped
from tests.helpers.waiting import wait_until

_STORED = """async () => ({
  scopes: (await navigator.serviceWorker.getRegistrations()).map(({scope}) => new URL(scope).pathname),
  caches: await caches.keys(),
})"""
_ADDRESSES = """async () => (await Promise.all((await caches.keys()).map(async (name) =>
  (await (await caches.open(name)).keys()).map(({url}) => url)))).flat()"""
NOTHING: dict[str, list[str]] = {"scopes": [], "caches": []}


@dataclass
class Copy:
    """A copy of the site that a release can replace, and the server that gives it."""

    folder: Path
    server: Watched

    def release(self, mark: str) -> None:
        """Publish again: the page with a new rules' version, everything it names under new names."""
        page = self.folder / "calc" / "index.html"
        html = page.read_text("utf-8")
        script = re.search(r"calculator-[0-9a-f]{12}\.js", html)
        assert script
        new = f"calculator-{mark * 12}.js"
        folder = self.folder / CALCULATOR
        (folder / script[0]).rename(folder / new)
        html = html.replace(script[0], new).replace("这一页的规则版本：", f"这一页的规则版本：{mark}")
        page.write_text(html, "utf-8")
        offline.write(self.folder)

    def put(self, files: dict[str, bytes]) -> None:
        """Other bytes in the place of files, as if the site had been built with them."""
        for path, data in files.items():
            (self.folder / path).write_bytes(data)
        offline.write(self.folder)


@pytest.fixture
def copy(site_dir: Path, tmp_path: Path) -> Iterator[Copy]:
    """A copy of the site, on a server that notes what is asked."""
    folder = tmp_path / "site"
    shutil.copytree(site_dir, folder, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    with watched(folder) as server:
        yield Copy(folder, server)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Watched]:
    """Another host that would take everything."""
    (tmp_path / "nothing").mkdir()
    with watched(tmp_path / "nothing", {".*": b"taken"}) as server:
        yield server


def choice(page: Page) -> Locator:
    """The tick, its fold opened."""
    fold = page.locator("[data-offline]")
    expect(fold).to_be_visible(timeout=READY_MS)
    fold.evaluate("fold => { fold.open = true; }")
    return fold.get_by_label("把计算程序存在这台设备上")


def said(page: Page) -> Locator:
    """What the page says of it."""
    return page.locator("[data-offline-said]")


def keep(page: Page, site: str) -> None:
    """Open the calculator and tick."""
    Calculator.interview(page, site)
    choice(page).check()
    expect(said(page)).to_contain_text("已存好", timeout=READY_MS)


def test_before_the_choice_nothing_is_registered_or_kept(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url)
    calculator.question("titles").get_by_label("没有").check()
    expect(choice(page)).not_to_be_checked()
    assert page.evaluate(_STORED) == NOTHING


def test_whoever_reads_is_offered_and_given_nothing(page: Page, copy: Copy) -> None:
    assert "data-offline" not in (copy.folder / "embed" / "index.html").read_text("utf-8")
    for address in ("", "policy/"):
        page.goto(copy.server.url + address)
        page.wait_for_load_state("networkidle")
        assert page.locator("[data-offline]").count() == 0
    assert page.evaluate(_STORED) == NOTHING
    assert [path for path in copy.server.asked if path.endswith(f"/{SERVICE_WORKER}")] == []


def test_without_a_network_a_whole_case_is_answered(page: Page, copy: Copy) -> None:
    keep(page, copy.server.url)
    copy.server.is_down = True
    page.context.set_offline(True)
    page.reload()
    calculator = Calculator(page)
    calculator.wait_until_ready()
    choice(page)
    expect(said(page)).to_contain_text("现在没有网络，用的是存在这台设备上的这一版")
    calculator.show_all()
    calculator.choose("titles", "some")
    calculator.choose("titles.0.level", "assistant")
    calculator.write_date("titles.0.obtained", "2023", "5", "20")
    calculator.choose("works_in_wuhan", "true")
    expect(calculator.headline()).to_be_visible()
    page.get_by_role("button", name="清除全部").click()
    calculator.wait_until_ready()


def test_it_works_in_a_section_of_a_larger_site(page: Page, section_url: str) -> None:
    keep(page, section_url)
    page.context.set_offline(True)
    page.reload()
    Calculator(page).wait_until_ready()
    assert page.evaluate(_STORED)["scopes"] == ["/some/section/calc/"]


def test_no_more_is_kept_than_the_page_needs_to_start(page: Page, copy: Copy) -> None:
    keep(page, copy.server.url)
    bodies = page.evaluate(
        """async () => (await Promise.all((await caches.keys()).map(async (name) => {
          const cache = await caches.open(name);
          return Promise.all((await cache.keys()).map(async (one) => (await (await cache.match(one)).blob()).size));
        }))).flat().reduce((sum, size) => sum + size, 0)"""
    )
    manifest = json.loads((copy.folder / CALCULATOR / "manifest.json").read_text("utf-8"))
    pieces = manifest["pieces"]
    assert (
        bodies < sum(piece["bytes"] for piece in (*pieces["quick"].values(), pieces["worker"])) + 2_000_000
    )  # the page, its scripts and styles


def test_only_what_the_page_uses_is_kept_and_nothing_that_was_filled_in(page: Page, copy: Copy) -> None:
    keep(page, copy.server.url)
    page.goto(f"{copy.server.url}calc/?from=poster#titles=none&works_in_wuhan=true")
    page.reload()
    calculator = Calculator(page)
    calculator.wait_until_ready()
    expect(calculator.headline()).to_be_visible()
    kept = page.evaluate(_ADDRESSES)
    strange = [url for url in kept if "#" in url or "from=" in url or "works_in" in url]
    assert strange == []
    pages = [url for url in kept if not re.search(HASHED, url)]
    assert len(pages) == 1
    assert "/calc/" in pages[0]


def test_a_newer_release_replaces_the_kept_one_at_the_next_visit_online(page: Page, copy: Copy) -> None:
    keep(page, copy.server.url)
    before = set(page.evaluate(_ADDRESSES))
    copy.release("b")
    page.reload()
    Calculator(page).wait_until_ready()
    # The page is the new one at once, whatever is kept.
    expect(page.locator("[data-offline]")).to_contain_text("这一页的规则版本：b")
    gone = next(url for url in before if re.search(r"/calculator-[0-9a-f]{12}\.js$", url))
    wait_until(page, f"async () => !(await ({_ADDRESSES})()).includes({json.dumps(gone)})")
    assert any("bbbbbbbbbbbb.js" in url for url in page.evaluate(_ADDRESSES))
    copy.server.is_down = True
    page.reload()
    Calculator(page).wait_until_ready()
    expect(page.locator("[data-offline]")).to_contain_text("这一页的规则版本：b")


def test_a_release_that_can_not_be_kept_whole_leaves_the_old_one_whole(page: Page, copy: Copy) -> None:
    keep(page, copy.server.url)
    copy.server.instead["/assets/calculator/calculator-c+[.]js$"] = b"cut short"
    copy.release("c")
    page.goto(f"{copy.server.url}calc/?again")
    expect(page.locator("[data-offline]")).to_contain_text("这一页的规则版本：c")
    page.evaluate(
        """async () => {
          const kept = await navigator.serviceWorker.getRegistration();
          const {installing} = await kept.update();
          if (installing === null) return;
          await new Promise((done) => {
            const look = () => installing.state === "redundant" && done();
            installing.addEventListener("statechange", look);
            look();
          });
        }"""
    )
    copy.server.is_down = True
    page.reload()
    Calculator(page).wait_until_ready()
    expect(page.locator("[data-offline]")).not_to_contain_text("这一页的规则版本：c")


def test_taking_the_tick_away_removes_everything(page: Page, copy: Copy) -> None:
    keep(page, copy.server.url)
    page.reload()
    calculator = Calculator(page)
    calculator.wait_until_ready()
    tick = choice(page)
    expect(tick).to_be_checked()
    tick.uncheck()
    expect(said(page)).to_have_text("已全部删掉。")
    assert page.evaluate(_STORED) == NOTHING
    # The page that is still open keeps nothing anew either.
    calculator.call("rest", "html.escape", "")
    page.reload()
    calculator.wait_until_ready()
    expect(choice(page)).not_to_be_checked()
    assert page.evaluate(_STORED) == NOTHING


def test_clearing_the_answers_leaves_the_program(page: Page, site_url: str) -> None:
    keep(page, site_url)
    calculator = Calculator(page)
    calculator.show_all()
    calculator.question("titles").get_by_label("没有").check()
    page.get_by_role("button", name="清除全部").click()
    calculator.wait_until_ready()
    expect(choice(page)).to_be_checked()
    assert len(page.evaluate(_STORED)["caches"]) == 1
    expect(page.locator("[data-offline]")).to_contain_text("“清除全部”只清你填的内容，不动程序")


@pytest.mark.parametrize(
    "refusal",
    [
        "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'SecurityError'))",
        "ServiceWorkerContainer.prototype.register = () => Promise.reject(new TypeError('not here'))",
    ],
    ids=["forbidden", "broken"],
)
def test_where_it_can_not_be_kept_a_sentence_says_so(page: Page, site_url: str, refusal: str) -> None:
    page.add_init_script(refusal)
    calculator = Calculator.open(page, site_url)
    calculator.question("titles").get_by_label("没有").check()
    choice(page).click()
    expect(said(page)).to_contain_text("没能存下来")
    expect(choice(page)).not_to_be_checked()
    expect(calculator.headline()).to_be_visible()


def test_no_room_on_the_device_is_said_and_leaves_nothing(page: Page, copy: Copy) -> None:
    script = (copy.folder / SERVICE_WORKER).read_text("utf-8")
    full = "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));"
    (copy.folder / SERVICE_WORKER).write_text(full + script, "utf-8")
    calculator = Calculator.open(page, copy.server.url)
    calculator.question("titles").get_by_label("没有").check()
    choice(page).click()
    expect(said(page)).to_contain_text("没能存下来", timeout=READY_MS)
    expect(choice(page)).not_to_be_checked()
    assert page.evaluate(_STORED) == NOTHING
    expect(calculator.question("titles").get_by_label("没有")).to_be_checked()


def test_browsers_without_service_workers_are_offered_nothing(page: Page, site_url: str) -> None:
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    Calculator.open(page, site_url)
    expect(page.locator("[data-offline]")).to_be_hidden()


def test_a_kept_copy_that_was_damaged_is_fetched_anew(page: Page, copy: Copy) -> None:
    keep(page, copy.server.url)
    page.evaluate(
        """async () => {
          const [name] = await caches.keys();
          const cache = await caches.open(name);
          for (const one of await cache.keys()) if (one.url.includes("/image-")) await cache.put(one, new Response("spoilt"));
        }"""
    )
    page.reload()
    calculator = Calculator(page)
    calculator.wait_until_ready()  # the whole form takes over, or the copy is fetched anew
    calculator.show_all()
    calculator.question("titles").get_by_label("没有").check()
    expect(calculator.headline()).to_be_visible()


def test_python_gets_no_way_out_by_it(page: Page, copy: Copy, other: Watched) -> None:
    copy.put(swapped({"rules": hostile.rules(copy.server.url, other.url)}))
    keep(page, copy.server.url)
    page.reload()
    assert page.evaluate("navigator.serviceWorker.controller !== null")
    calculator = Calculator(page)
    calculator.wait_until_ready()
    _, tried = json.loads(calculator.ask("assess", [{}])["out"])
    assert {name: how for name, how in tried.items() if not how.startswith("stopped")} == {}
    assert copy.server.leaks() == []
    assert other.asked == []


def test_the_worker_gets_no_way_out_by_it(page: Page, copy: Copy, other: Watched) -> None:
    copy.put(swapped({"worker": hostile.worker(copy.server.url, other.url)}))
    page.goto(f"{copy.server.url}calc/")
    page.evaluate("navigator.serviceWorker.register('offline.js').then(() => navigator.serviceWorker.ready)")
    said_by_worker: list[str] = []
    page.on("console", lambda message: said_by_worker.append(message.text))
    page.reload()
    expect(page.locator("#gt-calc")).to_have_attribute("data-engine", "start", timeout=READY_MS)
    assert page.evaluate("navigator.serviceWorker.controller !== null")
    assert any("TRIED" in text for text in said_by_worker)
    assert copy.server.leaks() == []
    assert other.asked == []


def test_the_workers_script_does_nothing_outside_the_seal(page: Page, site_url: str, site_dir: Path) -> None:
    manifest = json.loads((site_dir / CALCULATOR / "manifest.json").read_text("utf-8"))
    Calculator.open(page, site_url)
    said_by_worker = page.evaluate(
        """(address) => new Promise((done) => {
          new Worker(address, {type: "module"}).onmessage = ({data}) => done(data);
        })""",
        f"../{CALCULATOR}/{manifest['pieces']['worker']['name']}",
    )
    assert said_by_worker == {"kind": "failed", "why": "not inside the sealed frame"}
