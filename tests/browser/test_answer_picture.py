"""The picture of the two ladders, as a visitor sees it and as one hears it."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.support import answers
from tests.browser.support.calculator import Calculator

ENGINEER = (
    "as_of=2026-11-23&works_in_wuhan=true&employer_affiliation=wuhan&person_type=enterprise_employee"
    "&titles.0.level=intermediate&titles.0.obtained=2024-05-20&titles.0.specialty_matches=true"
    "&skills.0.level=2&skills.0.obtained=2023-09-01&skills.0.same_occupation=true&skills.0.continuous=true"
    "&skills.0.via_this_policy=false&occupation_matches_current_post=true&cumulative_work_years_met=true"
    "&awards=none"
)


@pytest.mark.parametrize(("width", "size"), [(320, "tiny"), (390, "narrow"), (800, "narrow"), (1280, "wide")])
def test_one_picture_shows_that_fits_the_screen(
    chromium: Browser, site_url: str, width: int, size: str
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 900})
    calculator = Calculator.open(page, site_url, ENGINEER)
    shown = calculator.root.locator("svg.op:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_have_class(f"op op-{size}")
    outside = page.evaluate(
        """() => { const svg = [...document.querySelectorAll("svg.op")].find((one) => one.checkVisibility());
          const frame = svg.getBoundingClientRect();
          return [...svg.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()])
            .filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1).map(([words]) => words); }"""
    )
    assert outside == []
    page.close()


def test_words_on_the_picture_never_lie_on_each_other(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url, ENGINEER)
    expect(calculator.root.locator("svg.op:visible")).to_have_count(1)
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        overlapping = page.evaluate(
            """() => { const svg = [...document.querySelectorAll("svg.op")].find((one) => one.checkVisibility());
              const boxes = [...svg.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
              return boxes.flatMap(([a, one], index) => boxes.slice(index + 1)
                .filter(([, two]) => one.left < two.right && two.left < one.right && one.top + 3 < two.bottom && two.top + 3 < one.bottom)
                .map(([b]) => a + " / " + b)); }"""
        )
        assert overlapping == [], width


def test_the_picture_is_named_and_says_the_answer(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url, ENGINEER)
    picture = page.get_by_role("img", name="你在两架梯子上的位置和能走的桥")
    expect(picture).to_be_visible()
    expect(picture).to_have_accessible_description(re.compile("^2027-05-20 起可申报：一级/高级技师。"))
    expect(calculator.headline()).to_have_text("2027-05-20 起可申报：一级/高级技师。")


def test_the_list_beside_it_says_the_same(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url, ENGINEER)
    words = calculator.root.locator(".gt-words")
    expect(words.locator("div", has_text="你在这里")).to_contain_text("二级/技师（2023-09-01 取得）")
    expect(words.locator("div", has_text="到日子能走")).to_contain_text(
        "2027-05-20 中级职称满3年 → 一级/高级技师"
    )
    expect(words.locator("div", has_text="需确认")).to_contain_text("由二级/技师晋级 → 一级/高级技师")
    expect(words.locator("div", has_text="不必再申报")).to_contain_text("三级/高级工")


def test_unanswered_is_not_called_to_be_confirmed(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url, "titles.0.level=assistant&titles.0.obtained=2020-05-20")
    expect(calculator.target("三级/高级工").locator("header .gt-chip")).to_have_text("还没答完")
    expect(calculator.root.locator(".gt-words")).not_to_contain_text("需确认")


#: Pairs of computed colours whose contrast is below 4.5, of each label and what it lies on.
_FAINT = """() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const svg = [...document.querySelectorAll("svg.op")].find((one) => one.checkVisibility());
  return [...svg.querySelectorAll(".op-tag, .op-node")].flatMap((label) => {
    const filled = [...label.querySelectorAll("rect")].map((rect) => getComputedStyle(rect).fill).find((fill) => fill !== "none");
    const ground = light(filled ?? getComputedStyle(document.body).backgroundColor);
    return [...label.querySelectorAll("text")].filter((text) => {
      const [high, low] = [ground, light(getComputedStyle(text).fill)].sort((a, b) => b - a);
      return (high + 0.05) / (low + 0.05) < 4.5;
    }).map((text) => text.textContent);
  });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_label_of_the_picture_can_be_read_on_its_ground(
    chromium: Browser, site_url: str, scheme: Literal["light", "dark"]
) -> None:
    """What lets axe be content says nothing of drawings."""
    page = chromium.new_page(color_scheme=scheme)
    open_now = ENGINEER.replace("level=intermediate", "level=associate_senior").replace(
        "skills.0.level=2", "skills.0.level=3"
    )
    for state in (ENGINEER, open_now, "titles.0.name=工程师&skills=none"):
        calculator = Calculator.open(page, site_url, state)
        expect(calculator.root.locator("svg.op:visible")).to_have_count(1)
        assert page.evaluate(_FAINT) == [], state
        page.goto("about:blank")
    page.close()


def test_an_honour_that_is_held_can_be_read(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url, answers.HONOURED)
    shown = calculator.root.locator("svg.op:visible .op-side")
    expect(shown).to_contain_text("你有")
    words, ground = shown.evaluate(
        "node => ['text', 'rect'].map((part) => getComputedStyle(node.querySelector(part)).fill)"
    )
    assert ground not in (words, "none")
