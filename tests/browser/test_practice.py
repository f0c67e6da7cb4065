"""Python answers for nobody while the visitor reads, so that what runs often is compiled by the time it is needed."""

from __future__ import annotations

from itertools import pairwise

from playwright.sync_api import Page, expect

from tests.browser.support.answers import BOTH_LADDERS
from tests.browser.support.calculator import Calculator
from tests.browser.support.messages import NOTE_THE_MESSAGES
from tests.helpers.waiting import wait_until

PRACTISED = "gtNoted.filter(({ kind }) => kind === 'practised').length"
MOST = 40


def opened(page: Page, site_url: str) -> Calculator:
    """The page with an answer, and every message of its worker."""
    page.add_init_script(NOTE_THE_MESSAGES)
    calculator = Calculator.open(page, site_url, BOTH_LADDERS)
    wait_until(page, f"{PRACTISED} > 2")
    return calculator


def test_the_worker_practises_for_a_while_and_rests_with_the_answer_as_it_was(
    page: Page, site_url: str
) -> None:
    calculator = opened(page, site_url)
    before = calculator.headline().inner_text()
    done = 0
    while (now := page.evaluate(PRACTISED)) > done:
        done = now
        page.wait_for_timeout(3000)  # longer than the page waits for a moment of its own
    assert done <= MOST
    expect(calculator.headline()).to_have_text(before)


def test_a_choice_in_the_middle_of_it_is_answered_before_practice_goes_on(page: Page, site_url: str) -> None:
    calculator = opened(page, site_url)
    before = calculator.headline().inner_text()
    page.evaluate("document.querySelector('[name=works_in_wuhan][value=false]').click()")
    expect(calculator.headline()).not_to_have_text(before)
    wait_until(page, f"{PRACTISED} > 5")
    kinds = page.evaluate("gtNoted.map(({ kind }) => kind)")
    assert ("ask", "practise") not in pairwise(kinds)
