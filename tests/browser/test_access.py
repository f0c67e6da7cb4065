"""The calculator for everybody: no accessibility violation, no sideways scroll, nothing too small to tap."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser

from site_build.node import CALCULATOR
from tests.browser.support.calculator import Calculator

AXE = CALCULATOR / "node_modules" / "axe-core" / "axe.min.js"
SMALLEST_TAP = 43.5
STATE = (
    "as_of=2026-11-23&works_in_wuhan=true&employer_affiliation=wuhan&titles.0.level=intermediate"
    "&titles.0.obtained=2024-05-20&skills.0.level=2&skills.0.obtained=2027&awards=none&retired=maybe"
)

_VIOLATIONS = """() => axe.run("#gt-calc", {resultTypes: ["violations"]}).then(
  ({violations}) => violations.map(({id, nodes}) => [id, nodes[0].html]))"""
_UNFOLD = "document.querySelectorAll('#gt-calc details').forEach((fold) => { fold.open = true; })"
_SMALL = """smallest => [...document.querySelectorAll(
    "#gt-calc :is(button, select, summary, .gt-option, .gt-check, input.gt-in)")]
  .filter(({offsetParent, offsetHeight}) => offsetParent && offsetHeight < smallest)
  .map(({outerHTML}) => outerHTML.slice(0, 120))"""


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), (390, "dark"), (1280, "light"), (1920, "dark")]
)
def test_form_and_answer_unfolded(
    chromium: Browser, site_url: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    calculator = Calculator.open(page, site_url, STATE)
    calculator.headline().wait_for()
    page.evaluate(_UNFOLD)
    page.evaluate(AXE.read_text("utf-8"))  # the page's own policy refuses a script element
    assert page.evaluate(_VIOLATIONS) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert page.evaluate(_SMALL, SMALLEST_TAP) == []
    page.close()
