"""Every state of the answer for everybody: no accessibility violation, no sideways scroll, nothing too small to tap."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser

from site_build.node import CALCULATOR
from tests.browser.support import answers
from tests.browser.support.answers import Reader

AXE = CALCULATOR / "node_modules" / "axe-core" / "axe.min.js"
SMALLEST_TAP = 43.5
Scheme = Literal["light", "dark"]
#: half of the states on each of two screens; the fullest of them on the others too
HALVES: tuple[tuple[int, Scheme, tuple[str, ...]], ...] = (
    (390, "light", tuple(answers.STATES)[::2]),
    (1280, "dark", tuple(answers.STATES)[1::2]),
)
OTHER_SCREENS: tuple[tuple[int, Scheme], ...] = ((390, "dark"), (1280, "light"), (320, "light"))

_VIOLATIONS = """() => axe.run("#gt-answer", {resultTypes: ["violations"]}).then(
  ({violations}) => violations.map(({id, nodes}) => [id, nodes[0].html]))"""
_UNFOLD = "document.querySelectorAll('#gt-answer details').forEach((fold) => { fold.open = true; })"
_SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_SMALL = """smallest => [...document.querySelectorAll("#gt-answer :is(button, select, summary, input.gt-in)")]
  .filter(({offsetParent, offsetHeight}) => offsetParent && offsetHeight < smallest)
  .map(({outerHTML}) => outerHTML.slice(0, 120))"""


def looked_at(reader: Reader, state: str) -> None:
    """Whatever is wrong with the unfolded answer to a state fails."""
    reader.read(state)
    reader.page.evaluate(_UNFOLD)
    assert reader.page.evaluate(_VIOLATIONS) == []
    assert reader.page.evaluate(_SIDEWAYS) <= 0
    assert reader.page.evaluate(_SMALL, SMALLEST_TAP) == []


@pytest.mark.parametrize(("width", "scheme", "names"), HALVES, ids=["phone, light", "desk, dark"])
def test_an_answer_of_every_kind(
    chromium: Browser, site_url: str, width: int, scheme: Scheme, names: tuple[str, ...]
) -> None:
    opened = Reader(chromium, site_url, width, scheme)
    opened.page.evaluate(AXE.read_text("utf-8"))  # the page's own policy refuses a script element
    for name in names:
        looked_at(opened, answers.STATES[name])
    opened.close()


@pytest.mark.parametrize(("width", "scheme"), OTHER_SCREENS)
def test_the_fullest_answer_on_the_other_screens(
    chromium: Browser, site_url: str, width: int, scheme: Scheme
) -> None:
    opened = Reader(chromium, site_url, width, scheme)
    opened.page.evaluate(AXE.read_text("utf-8"))  # the page's own policy refuses a script element
    looked_at(opened, answers.MANY_CERTIFICATES)
    opened.close()
