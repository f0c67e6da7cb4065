"""The quick form in Firefox: it answers by itself, and the whole one takes over where it is broken or misses something."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest

from tests.browser.support.firefox import FIREFOX
from tests.browser.support.quick import FACTS_LINK, IMAGE, WASM, forgetful_wasm, is_whole
from tests.browser.support.watched import Watched, watched

PATIENCE_S = 120
#: Tells the server when the first answer stands in the page.
PROBE = b"""
const calculator = document.getElementById("gt-calc");
const told = new MutationObserver(() => {
  if (calculator.dataset.answered) fetch("/answered").then(() => told.disconnect());
});
told.observe(calculator, { attributes: true });
"""


def test_a_visit_needs_only_the_quick_form(site_dir: Path, tmp_path: Path) -> None:
    with watched(site_dir) as own:
        _answered(own, site_dir, tmp_path / "profile")
        assert not is_whole(own)


@pytest.mark.parametrize("part", [IMAGE, WASM])
def test_what_is_broken_is_passed_over(site_dir: Path, tmp_path: Path, part: str) -> None:
    with watched(site_dir, {part: b"rubbish"}) as own:
        _answered(own, site_dir, tmp_path / "profile")
        assert is_whole(own)


def test_a_function_that_is_missing_is_found_in_the_whole_form(site_dir: Path, tmp_path: Path) -> None:
    with watched(site_dir, {WASM: forgetful_wasm()}) as own:
        _answered(own, site_dir, tmp_path / "profile")
        assert is_whole(own)


def _answered(own: Watched, site: Path, profile: Path) -> None:
    """Open the calculator with facts and wait until its answer is there."""
    page = (site / "calc/index.html").read_text("utf-8")
    own.instead["^/calc/index.html$"] = page.replace(
        "</body>", '<script src="/probe.js"></script></body>'
    ).encode()
    own.instead["^/probe.js$"] = PROBE
    own.instead["^/answered$"] = b""
    profile.mkdir()
    command = [
        str(FIREFOX),
        "--headless",
        "--no-remote",
        "--profile",
        str(profile),
        f"{own.url}calc/index.html#{FACTS_LINK}",
    ]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            if "/answered" in own.asked:
                return
            time.sleep(0.2)
    finally:
        running.terminate()
        running.wait()
    raise AssertionError("Firefox showed no answer")
