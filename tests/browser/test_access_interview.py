"""Every screen of the interview for everybody: nothing for axe to object to, nothing wider than the screen, all of it by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.support.calculator import Calculator
from tests.browser.test_access import _SMALL, _VIOLATIONS, AXE, SMALLEST_TAP

_WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def states(calculator: Calculator) -> Iterator[str]:
    """Lead the page through what a visitor meets, and stop at each state."""
    page = calculator.page
    yield "first screen"
    calculator.pick("titles", "some")
    page.fill('[name="titles.0.name"]', "助理工程师")
    page.fill('[name="titles.0.obtained.y"]', "1890")
    yield "a row open"
    page.get_by_role("button", name="写好了这一项").click()
    calculator.pick("skills", "none")
    yield "a row as a line"
    page.get_by_role("button", name="下一步").click()
    expect(calculator.question("titles.0.obtained").locator("[data-error]")).to_be_visible()
    yield "a complaint"
    page.fill('[name="titles.0.obtained.y"]', "2021")
    calculator.go_on()
    for text in page.get_by_text("为什么问这个").all():
        if text.is_visible():
            text.click()
    yield "a screen of several questions, reasons open"
    calculator.pick("works_in_wuhan", "true")
    calculator.pick("employer_affiliation", "wuhan")
    calculator.pick("person_type", "enterprise_employee")
    for _ in range(12):
        calculator.go_on()
        if calculator.root.get_attribute("data-mode") != "ask":
            break
        yield f"the screen {calculator.heading().text_content()}"
    # The answer itself is looked at by the tests of the answer; here, what stands below it.
    page.evaluate("document.querySelector('[data-answer]').style.setProperty('display', 'none', 'important')")
    page.locator("[data-given] > summary").click()
    page.get_by_role("button", name="显示二维码").click()
    yield "what was answered, the link and its code"


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1280, "light")])
def test_every_state_has_names_contrast_and_large_targets(
    chromium: Browser, site_url: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 850}, color_scheme=scheme)
    calculator = Calculator.interview(page, site_url)
    page.evaluate(AXE.read_text("utf-8"))
    seen = 0
    for state in states(calculator):
        seen += 1
        assert page.evaluate(_VIOLATIONS) == [], state
        assert page.evaluate(_SMALL, SMALLEST_TAP) == [], state
        assert page.evaluate(_WIDER) <= 0, state
    assert seen >= 9
    page.close()


@pytest.mark.parametrize("width", [320, 640, 1920], ids=["small phone", "200% zoom", "wide"])
def test_nothing_is_wider_than_the_screen(chromium: Browser, site_url: str, width: int) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 850}, reduced_motion="reduce")
    calculator = Calculator.interview(page, site_url)
    for state in states(calculator):
        assert page.evaluate(_WIDER) <= 0, state
    page.close()


def test_the_live_answer_never_takes_more_than_two_lines_of_a_phone(chromium: Browser, site_url: str) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 850})
    calculator = Calculator.interview(page, site_url)
    shown = 0
    for state in states(calculator):
        dock = page.locator("[data-dock]")
        if not dock.is_visible():
            continue
        shown += 1
        words = dock.locator("b")
        lines = words.evaluate("b => b.scrollHeight / parseFloat(getComputedStyle(b).lineHeight)")
        assert lines < 2.2, f"{state}: {words.text_content()}"
    assert shown > 5
    page.close()


def test_the_whole_interview_by_keyboard_with_the_focus_on_each_new_heading(
    page: Page, site_url: str
) -> None:
    calculator = Calculator.interview(page, site_url)
    calculator.choose("titles", "some")
    calculator.write("titles.0.name", "工程师")
    calculator.write_date("titles.0.obtained", "2024", "5", "20")
    calculator.choose("skills", "none")
    calculator.press_button("下一步")
    expect(calculator.heading()).to_be_focused()
    expect(calculator.heading()).to_have_text("你在哪里工作？")
    calculator.choose("works_in_wuhan", "true")
    calculator.choose("employer_affiliation", "wuhan")
    calculator.choose("person_type", "enterprise_employee")
    page.keyboard.press("Enter")
    expect(calculator.heading()).to_have_text("这几件事，由单位和评审机构来定")
    expect(calculator.heading()).to_be_focused()
    calculator.press_button("上一步")
    expect(calculator.heading()).to_have_text("你在哪里工作？")
    expect(calculator.question("person_type").get_by_label("企业员工")).to_be_checked()


def test_a_screen_reader_hears_the_question_the_hint_and_the_new_answer(page: Page, site_url: str) -> None:
    Calculator.interview(page, site_url, "titles.0.name=工程师&titles.0.obtained=2024-05-20&skills=none")
    page.get_by_role("button", name="接着答").click()
    group = page.get_by_role("radiogroup", name="你的单位归哪里管？")
    expect(group).to_have_accessible_description("申报职称要求单位是“本市所属”。")
    live = page.locator("[data-headline]")
    expect(live).to_have_attribute("aria-live", "polite")
    expect(live).to_contain_text("别的条件都符合的话")
    assert page.locator("[aria-live] [aria-live]").count() == 0


def test_who_wants_less_motion_gets_none(chromium: Browser, site_url: str) -> None:
    page = chromium.new_page(reduced_motion="reduce")
    Calculator.interview(page, site_url)
    moving = """() => [...document.querySelectorAll("#gt-calc, #gt-calc *")].flatMap((element) =>
      [null, "::before", "::after"].map((part) => getComputedStyle(element, part)))
      .filter(({transitionDuration, animationName}) => transitionDuration !== "0s" || animationName !== "none").length"""
    assert page.evaluate(moving) == 0
    page.close()
