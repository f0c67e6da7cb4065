"""The quick form in Firefox: it answers by itself, and the whole one takes over where it is broken or misses something."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from guantong import cli
from tests.browser.support.firefox import FIREFOX
from tests.browser.support.quick import (
    FACTS,
    FACTS_LINK,
    IMAGE,
    WASM,
    is_whole,
    with_a_hole,
    without_functions,
    without_library,
)
from tests.browser.support.watched import Watched, watched

PATIENCE_S = 120
#: Tells the server what the first sentence of the answer says, once nothing more is fetched for it.
PROBE = b"""
const calculator = document.getElementById("gt-calc");
setInterval(() => {
  const { answered, complete } = calculator.dataset;
  const says = calculator.querySelector("[data-answer] .gt-answer")?.textContent;
  if (answered && complete === "" && says) fetch("/answered?" + encodeURIComponent(says));
}, 300);
"""
SAYS = json.loads(cli.answer("assess", json.dumps([FACTS])).out)[0]["answer"]["headline"]


def test_a_visit_needs_only_the_quick_form(site_dir: Path, tmp_path: Path) -> None:
    with watched(site_dir) as own:
        _answered(own, site_dir, tmp_path / "profile")
        assert not is_whole(own)


@pytest.mark.parametrize("part", [IMAGE, WASM])
def test_what_is_broken_is_passed_over(site_dir: Path, tmp_path: Path, part: str) -> None:
    with watched(site_dir, {part: b"rubbish"}) as own:
        _answered(own, site_dir, tmp_path / "profile")
        assert is_whole(own)


@pytest.mark.parametrize("lacking", [without_functions, without_library])
def test_a_function_that_is_missing_is_found_in_the_whole_form(
    site_dir: Path, tmp_path: Path, lacking: Callable[[], dict[str, bytes]]
) -> None:
    with watched(site_dir) as own:
        own.swap(lacking())
        _answered(own, site_dir, tmp_path / "profile")
        assert is_whole(own)


def test_an_answer_that_was_another_one_without_the_tables_is_replaced(
    site_dir: Path, tmp_path: Path
) -> None:
    with watched(site_dir) as own:
        own.swap(with_a_hole(site_dir))
        _answered(own, site_dir, tmp_path / "profile")
        assert is_whole(own)


def _answered(own: Watched, site: Path, profile: Path) -> None:
    """Open the calculator with facts and wait until the right answer is there."""
    page = own.instead.get("^/calc/$", (site / "calc/index.html").read_bytes())
    probe = b'<script src="/probe.js"></script></body>'
    own.instead["^/calc/index.html$"] = page.replace(b"</body>", probe)
    own.instead["^/probe.js$"] = PROBE
    own.instead[r"^/answered\?"] = b""
    right = f"/answered?{quote(SAYS)}"
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
            if right in own.asked:
                return
            time.sleep(0.2)
    finally:
        running.terminate()
        running.wait()
    raise AssertionError("Firefox showed no answer")
