"""What an answer changes and what it leaves: an unchanged part stays under the reader's finger, a changed one is wholly new."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.browser.support import answers
from tests.browser.support.answers import STATES, Reader
from tests.browser.support.calculator import Calculator

#: the parts of the answer as they stand, but for which of their folds are open
PARTS = """() => ["stand", "days", "why", "do", "ask"].map((name) => {
  const part = document.querySelector(`#answer-${name}`)?.cloneNode(true);
  for (const one of part?.querySelectorAll("[open], [tabindex]") ?? []) { one.removeAttribute("open"); one.removeAttribute("tabindex"); }
  return part?.outerHTML ?? "";
})"""


def changed(page: Page, look: str) -> object:
    """Give another answer to one question; what `look` finds as soon as the new answer stands there."""
    return page.evaluate(
        """() => new Promise((done) => {
          const answer = document.querySelector("[data-answer]");
          const watch = new MutationObserver(() => { watch.disconnect(); done((LOOK)(answer)); });
          watch.observe(answer, { childList: true, subtree: true });
          document.querySelector('input[name="occupation_matches_current_post"][value="false"]').click();
        })""".replace("LOOK", look)
    )


def test_an_answer_that_follows_another_is_the_same_as_one_made_from_nothing(
    chromium: Browser, site_url: str
) -> None:
    one_page = Reader(chromium, site_url)
    order = ("titles only", "both ladders", "hardly anything answered", "both ladders", "retired")
    followed = {}
    for name in order:
        followed[name] = one_page.read(STATES[name]).page.evaluate(PARTS)
    one_page.close()
    for name in set(order):
        page = chromium.new_page(locale="zh-CN", viewport={"width": 1280, "height": 900})
        calculator = Calculator.open(page, site_url, STATES[name])
        expect(calculator.root.locator("[data-answer]")).to_have_attribute("data-advised")
        assert followed[name] == page.evaluate(PARTS), name
        page.close()


def test_a_selection_in_a_part_that_does_not_change_stays(page: Page, site_url: str) -> None:
    calculator = Calculator.interview(page, site_url, answers.BOTH_LADDERS)
    expect(calculator.root.locator("[data-answer]")).to_have_attribute("data-advised")
    calculator.target("副高级职称").locator("dl.facts dd").first.evaluate(
        "element => getSelection().selectAllChildren(element)"
    )
    selected = page.evaluate("getSelection().toString()")
    assert selected != ""
    before = calculator.headline().text_content()
    changed(page, "() => null")
    expect(calculator.headline()).not_to_have_text(before or "")
    assert page.evaluate("getSelection().toString()") == selected


def test_advice_on_the_last_answer_is_not_read_beside_the_new_one(page: Page, site_url: str) -> None:
    calculator = Calculator.interview(page, site_url, answers.BOTH_LADDERS)
    advice = calculator.target("副高级职称").locator(".gt-change")
    expect(advice).to_be_visible()
    seen = changed(
        page,
        "(answer) => [...answer.querySelectorAll('.gt-change')].map((one) => getComputedStyle(one).visibility)",
    )
    assert isinstance(seen, list)
    assert seen
    assert set(seen) == {"hidden"}
    expect(advice).to_be_visible()


def test_reasons_opened_at_once_are_those_of_the_new_answer(page: Page, site_url: str) -> None:
    calculator = Calculator.interview(page, site_url, answers.BOTH_LADDERS)
    expect(calculator.root.locator("[data-answer]")).to_have_attribute("data-advised")
    said = changed(
        page,
        """(answer) => {
          const fold = [...answer.querySelectorAll("details")].find((one) => one.dataset.fold === "已有的和更低的等级");
          fold.querySelector("summary").click();
          return fold.textContent;
        }""",
    )
    expect(calculator.root.locator("[data-answer]")).to_have_attribute("data-advised")
    fold = calculator.root.locator("details[data-fold=已有的和更低的等级]")
    assert said == fold.text_content()
    expect(fold.locator(".gt-cond").first).to_be_visible()


def test_advice_stays_where_the_same_is_asked_again(page: Page, site_url: str) -> None:
    calculator = Calculator.interview(page, site_url, answers.BOTH_LADDERS)
    expect(calculator.root.locator("[data-answer]")).to_have_attribute("data-advised")
    page.evaluate(
        """() => {
          window.withheld = 0;
          const watch = new MutationObserver((found) => { window.withheld += found.length; });
          watch.observe(document.querySelector("[data-answer]"), { subtree: true, attributeFilter: ["data-stale"] });
        }"""
    )
    calculator.show_all()
    calculator.ask("retirement", {})  # stands in the same queue, behind the question asked again
    expect(calculator.target("副高级职称").locator(".gt-change")).to_be_visible()
    assert page.evaluate("window.withheld") == 0


def test_a_turned_phone_shows_the_latest_answer_in_the_other_size(page: Page, site_url: str) -> None:
    """Sizes of the picture that are not shown are redrawn after the one that is, or when they are shown."""
    calculator = Calculator.interview(page, site_url, answers.BOTH_LADDERS)
    expect(calculator.root.locator("[data-answer]")).to_have_attribute("data-advised")
    before = calculator.root.locator("svg.op-narrow").inner_html()
    changed(page, "() => null")
    page.set_viewport_size({"width": 390, "height": 800})
    shown = calculator.root.locator("svg.op:visible")
    expect(shown).to_have_class("op op-narrow")
    drawn = shown.inner_html()
    assert drawn != before
    told = "occupation_matches_current_post="
    assert f"{told}true" in answers.BOTH_LADDERS
    page.goto("about:blank")
    Calculator.interview(page, site_url, answers.BOTH_LADDERS.replace(f"{told}true", f"{told}false"))
    expect(shown).to_have_class("op op-narrow")
    assert shown.inner_html() == drawn
