"""The quick form of the engine is only ever quicker: whatever is wrong with it, the whole form takes over and answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from guantong import cli
from site_build import node, quick
from tests.browser.support.calculator import READY_MS, Calculator
from tests.browser.support.people import drawn
from tests.browser.support.quick import (
    FACTS,
    FACTS_LINK,
    IMAGE,
    TABLES,
    WASM,
    is_whole,
    with_a_hole,
    without_functions,
    without_library,
)
from tests.browser.support.watched import Watched, watched


@pytest.fixture
def own(site_dir: Path) -> Iterator[Watched]:
    """The site, with every request noted."""
    with watched(site_dir) as server:
        yield server


def answers(calculator: Calculator) -> bool:
    """Whether it answers as the command line does."""
    return bool(
        calculator.ask("assess", [FACTS])["out"] == cli.answer("assess", calculator.text([FACTS])).out
    )


def opened_complete(page: Page, own: Watched) -> Calculator:
    """The page with an answer, once nothing more is fetched for it."""
    calculator = Calculator.interview(page, own.url, FACTS_LINK)
    calculator.wait_until_complete()
    return calculator


_NOTE_THE_ORDER = """
  window.gtOrder = [];
  const given = window.fetch;
  window.fetch = (address, ...how) => {
    if (String(address).includes("/tables-")) gtOrder.push("tables");
    return given(address, ...how);
  };
  new MutationObserver((_, watch) => {
    if (!document.getElementById("gt-calc")?.dataset.answered) return;
    gtOrder.push("answer");
    watch.disconnect();
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-answered"] });
"""


def test_a_visit_needs_only_the_quick_form(page: Page, own: Watched) -> None:
    """Far more questions than anybody answers, and input that is bad."""
    calculator = Calculator.open(page, own.url)
    for person in drawn(100):
        calculator.ask("assess", [person])
    for text in ("", "[", '[{"as_of": "2025-02-30"}]', '[{"titles": 1}]'):
        calculator.ask_text("assess", text)
    assert answers(calculator)
    assert not is_whole(own)


@pytest.mark.parametrize("broken", [b"", b"rubbish that is no image", b"\x04\x00\x00\x00{}  "])
def test_a_broken_image_is_passed_over(page: Page, own: Watched, broken: bytes) -> None:
    own.instead[IMAGE] = broken
    assert answers(Calculator.open(page, own.url))
    assert is_whole(own)


def test_an_image_cut_short_is_passed_over(page: Page, own: Watched, site_dir: Path) -> None:
    (image,) = (site_dir / "assets/calculator").glob("image-*.bin")
    own.instead[IMAGE] = image.read_bytes()[:-1000]
    assert answers(Calculator.open(page, own.url))
    assert is_whole(own)


def test_an_image_of_another_wasm_is_passed_over(page: Page, own: Watched, site_dir: Path) -> None:
    (image,) = (site_dir / "assets/calculator").glob("image-*.bin")
    data = image.read_bytes()
    own.swap({"quick.image": data.replace(b'"mark":', b'"mark":1', 1).replace(b"     ", b"    ", 1)})
    assert answers(Calculator.open(page, own.url))
    assert is_whole(own)


def test_a_broken_wasm_is_passed_over(page: Page, own: Watched) -> None:
    own.instead[WASM] = b"\0asm rubbish"
    assert answers(Calculator.open(page, own.url))
    assert is_whole(own)


def test_a_release_that_is_only_half_there_is_passed_over(page: Page, own: Watched) -> None:
    page.route("**/quick-*.wasm", lambda route: route.fulfill(status=404))
    assert answers(Calculator.open(page, own.url))
    assert is_whole(own)


@pytest.mark.parametrize("lacking", [without_functions, without_library])
def test_a_function_that_is_missing_is_found_in_the_whole_form(
    page: Page, own: Watched, lacking: Callable[[], dict[str, bytes]]
) -> None:
    own.swap(lacking())
    calculator = Calculator.open(page, own.url, FACTS_LINK)
    expect(calculator.headline()).to_be_visible(timeout=READY_MS)
    assert is_whole(own)
    assert answers(calculator)


def test_the_tables_come_after_the_first_answer_and_change_nothing(page: Page, own: Watched) -> None:
    page.add_init_script(_NOTE_THE_ORDER)
    calculator = opened_complete(page, own)
    assert page.evaluate("gtOrder") == ["answer", "tables"]
    assert answers(calculator)
    assert not is_whole(own)


def test_without_the_tables_it_answers_the_same(page: Page, own: Watched) -> None:
    """On a line that breaks after the first answer, or a host that has lost them."""
    page.route("**/tables-*.bin", lambda route: route.abort())
    calculator = Calculator.open(page, own.url)
    people = drawn(60)
    for person in people:
        assert (
            calculator.ask("assess", [person])["out"] == cli.answer("assess", calculator.text([person])).out
        )
    assert not any(re.search(TABLES, path) for path in own.asked)
    assert not is_whole(own)


def test_they_are_fetched_when_there_is_a_network_again(page: Page, own: Watched) -> None:
    refused: list[str] = []

    def refuse(route: Route) -> None:
        refused.append(route.request.url)
        page.context.set_offline(True)
        route.abort()

    page.route("**/tables-*.bin", refuse)
    calculator = opened_complete(page, own)
    assert len(refused) == 1
    page.unroute("**/tables-*.bin")
    with page.expect_response("**/tables-*.bin"):
        page.context.set_offline(False)
    assert answers(calculator)
    assert not is_whole(own)


def test_an_answer_that_was_another_one_without_them_is_replaced(
    page: Page, own: Watched, site_dir: Path
) -> None:
    """Nobody has seen this happen; the form is made so that it must."""
    own.swap(with_a_hole(site_dir))
    calculator = opened_complete(page, own)
    expect(calculator.headline()).to_be_visible(timeout=READY_MS)
    assert is_whole(own)
    assert answers(calculator)


def test_tables_of_another_wasm_are_passed_over(page: Page, own: Watched, site_dir: Path) -> None:
    (tables,) = (site_dir / "assets/calculator").glob("tables-*.bin")
    own.swap(
        {"quick.tables": tables.read_bytes().replace(b'"mark":', b'"mark":1', 1).replace(b"  ", b" ", 1)}
    )
    calculator = opened_complete(page, own)
    assert is_whole(own)
    assert answers(calculator)


def test_what_the_build_can_not_make_is_left_out_loudly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> str:
        raise RuntimeError("no such program")

    monkeypatch.setattr(node, "run", broken)
    assert quick.quick(b"another library", b"other rules") is None
    assert "THE QUICK FORM IS LEFT OUT" in capsys.readouterr().err
