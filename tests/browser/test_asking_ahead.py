"""Between press and release the rules are asked about the choice; it counts only when it is made."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.support.answers import BOTH_LADDERS
from tests.browser.support.calculator import Calculator
from tests.browser.support.messages import NOTE_THE_MESSAGES
from tests.helpers.waiting import wait_until

ASKED = "gtNoted.filter(({ kind, command }) => kind === 'ask' && command === 'assess')"


def opened(page: Page, site_url: str) -> Calculator:
    """The whole form with an answer, at rest; questions are noted from here on."""
    page.add_init_script(NOTE_THE_MESSAGES)
    calculator = Calculator.open(page, site_url, BOTH_LADDERS)
    calculator.wait_until_complete()
    expect(calculator.root.locator("[data-answer]")).to_have_attribute("data-advised")
    page.evaluate("for (const fold of document.querySelectorAll('[data-groups] details')) fold.open = true")
    page.evaluate("gtNoted.length = 0")
    return calculator


def option(calculator: Calculator, name: str, value: str) -> Locator:
    """Where a finger would press."""
    return calculator.root.locator("label", has=calculator.page.locator(f'[name="{name}"][value="{value}"]'))


def press(place: Locator) -> None:
    """Put the mouse on it and hold it down."""
    place.scroll_into_view_if_needed()
    place.hover()
    place.page.mouse.down()


def asked(page: Page) -> list[dict[str, Any]]:
    """The facts of each question."""
    return [json.loads(text)[0] for text in page.evaluate(f"{ASKED}.map(({{ text }}) => text)")]


def test_a_choice_is_asked_about_while_it_is_pressed_and_once(page: Page, site_url: str) -> None:
    calculator = opened(page, site_url)
    before = calculator.headline().inner_text()
    press(option(calculator, "works_in_wuhan", "false"))
    wait_until(page, f"{ASKED}.length === 1")
    assert asked(page)[0]["works_in_wuhan"] is False
    assert calculator.headline().inner_text() == before
    page.mouse.up()
    expect(calculator.headline()).not_to_have_text(before)
    assert len(asked(page)) == 1


def test_a_press_that_is_taken_back_changes_nothing(page: Page, site_url: str) -> None:
    calculator = opened(page, site_url)
    before = calculator.headline().inner_text()
    press(option(calculator, "works_in_wuhan", "false"))
    wait_until(page, f"{ASKED}.length === 1")
    page.mouse.move(2, 2)
    page.mouse.up()
    assert page.locator('[name="works_in_wuhan"][value="true"]').is_checked()
    assert calculator.headline().inner_text() == before
    page.reload()
    calculator.wait_until_ready()
    expect(calculator.headline()).to_have_text(before)


def test_another_choice_than_the_one_pressed_is_asked_about_itself(page: Page, site_url: str) -> None:
    calculator = opened(page, site_url)
    press(option(calculator, "works_in_wuhan", "false"))
    wait_until(page, f"{ASKED}.length === 1")
    page.mouse.move(2, 2)
    page.mouse.up()
    option(calculator, "occupation_matches_current_post", "false").click()
    wait_until(page, f"{ASKED}.length === 2")
    last = asked(page)[-1]
    assert last["works_in_wuhan"] is True
    assert last["occupation_matches_current_post"] is False
