"""Hostile links: markup, script, control characters, impossible values and megabytes after the ``#``.

``python -m tests.attack.links [--count 10000]`` opens them one after the other in a real browser. What a link holds is
shown as text or refused with a sentence; nothing of it ever becomes an element, a script or a style.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from threading import Thread
from urllib.parse import quote

from playwright.sync_api import Page, sync_playwright

from guantong.facts import FACTS
from site_build.paths import ATTACK
from site_build.serve import server
from tests.helpers.chromium import launched

SEED = 19850505
_MARKUP = (
    '<img src=x onerror="hit=1">', "<script>hit=1</script>", '"><svg onload=hit=1>', "javascript:hit=1", "{{hit=1}}", "${hit=1}",
    "<b id=injected>", "</p><iframe srcdoc=x>", "<style>*{display:none}</style>", "'-hit-'", "%3Cscript%3Ehit=1%3C/script%3E",
)  # fmt: skip
_ODD = (
    "\x00", "\x1b[31m", "\u202e倒过来", "\ufeff", "\ud7ff", "\u2028", "٢٠٢٣", "１９８５", "9" * 400, "-1e999", "NaN",
    "null", "[]", "__proto__", "constructor", "toString", "2023-02-30", "true", "none", " ", "", "=", "&", "#", "%", "%E0%A4%A",
)  # fmt: skip
_NAMES = tuple(
    name
    for fact in FACTS
    for name in (fact.key, *(f"{fact.key}.{row}.{item.key}" for item in fact.items for row in (0, 3, 9999)))
)

_OPEN = """async (links) => {
  for (const link of links) {
    history.replaceState(null, "", location.pathname + "#" + link);
    dispatchEvent(new HashChangeEvent("hashchange"));
    await new Promise((next) => setTimeout(next));
  }
}"""
_HARM = """() => ({
  ran: "hit" in window,
  injected: document.querySelectorAll("#injected, #gt-calc script, #gt-calc style, #gt-calc iframe, #gt-calc img, #gt-calc [onerror], #gt-calc [onload]").length,
  polluted: Object.keys(Object.prototype).length,
})"""
HARMLESS = {"ran": False, "injected": 0, "polluted": 0}


def links(count: int) -> list[str]:
    """The parts after ``#``; the same ones at every run."""
    chance = random.Random(SEED)
    return [_link(chance, number) for number in range(count)]


def _link(chance: random.Random, number: int) -> str:
    if number % 500 == 499:
        return f"target_series={'长' * 300_000}"
    return "&".join(f"{_name(chance)}={_value(chance)}" for _ in range(chance.randint(1, 5)))


def _name(chance: random.Random) -> str:
    if chance.random() < 0.7:
        return chance.choice(_NAMES)
    return (
        quote(chance.choice(_MARKUP + _ODD), safe="") if chance.random() < 0.5 else chance.choice(_ODD[-10:])
    )


def _value(chance: random.Random) -> str:
    raw = "".join(chance.choice(_MARKUP + _ODD) for _ in range(chance.randint(1, 3)))
    return quote(raw, safe="") if chance.random() < 0.8 else raw


def open_all(page: Page, count: int) -> dict[str, object]:
    """Open every link in the calculator that stands in the page, and say what harm was done."""
    every = links(count)
    for start in range(0, count, 200):
        page.evaluate(_OPEN, every[start : start + 200])
    harm: dict[str, object] = page.evaluate(_HARM)
    return harm


def main() -> int:
    """Open the links; exit status 1 where one did harm or made a script of the page throw. Else their number is recorded."""
    parser = argparse.ArgumentParser(prog="python -m tests.attack.links")
    parser.add_argument("--count", type=int, default=10_000)
    count = parser.parse_args().count
    thrown: list[str] = []
    with server() as running, sync_playwright() as playwright:
        Thread(target=running.serve_forever, daemon=True).start()
        page = launched(playwright.chromium).new_page()
        page.on("pageerror", lambda error: thrown.append(str(error)))
        page.goto(f"http://127.0.0.1:{running.server_address[1]}/calc/")
        page.locator("#gt-calc[data-engine=ready]").wait_for(timeout=120_000)
        harm = open_all(page, count)
        alive = page.locator("#gt-calc").get_attribute("data-engine")
        running.shutdown()
    print(f"{count} links: {harm}, engine {alive}, thrown {thrown[:3]}")
    if harm != HARMLESS or thrown or alive != "ready":
        return 1
    if ATTACK.is_file():
        record = json.loads(ATTACK.read_text("utf-8")) | {"links": count}
        ATTACK.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
