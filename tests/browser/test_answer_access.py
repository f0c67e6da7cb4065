"""Every state of the answer for everybody: no accessibility violation, no sideways scroll, nothing too small to tap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser

from site_build.node import CALCULATOR
from tests.browser.support import answers
from tests.browser.support.answers import Reader

AXE = CALCULATOR / "node_modules" / "axe-core" / "axe.min.js"
SMALLEST_TAP = 43.5
Scheme = Literal["light", "dark"]
SCREENS: tuple[tuple[int, Scheme], ...] = ((390, "light"), (1280, "dark"))
#: the two other pairs of width and scheme, for the answer that shows most
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


@pytest.fixture(scope="module", params=SCREENS, ids=str)
def reader(chromium: Browser, site_url: str, request: pytest.FixtureRequest) -> Iterator[Reader]:
    width, scheme = request.param
    opened = Reader(chromium, site_url, width, scheme)
    opened.page.evaluate(AXE.read_text("utf-8"))  # the page's own policy refuses a script element
    yield opened
    opened.close()


@pytest.mark.parametrize("name", answers.STATES)
def test_an_answer_of_every_kind(reader: Reader, name: str) -> None:
    looked_at(reader, answers.STATES[name])


@pytest.mark.parametrize(("width", "scheme"), OTHER_SCREENS)
def test_the_fullest_answer_on_the_other_screens(
    chromium: Browser, site_url: str, width: int, scheme: Scheme
) -> None:
    opened = Reader(chromium, site_url, width, scheme)
    opened.page.evaluate(AXE.read_text("utf-8"))  # the page's own policy refuses a script element
    looked_at(opened, answers.MANY_CERTIFICATES)
    opened.close()
