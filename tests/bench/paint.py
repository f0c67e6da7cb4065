"""``python -m tests.bench.paint``: from a changed fact to the painted answer in Chromium, and where the time goes.

Prints medians in milliseconds for the answer page and the whole form, on a phone and at a desk: until the new answer stands
in the page (the rules among it), what laying it out takes, and until the browser has painted it. A choice is made as by a key
(``key``), and as by a finger or a mouse that is held down a moment (``press``), in which the page asks ahead. Run it on a
quiet machine.
"""

from __future__ import annotations

import argparse
import statistics
from threading import Thread

from playwright.sync_api import Page, sync_playwright

from site_build.paths import SITE
from site_build.serve import server
from tests.browser.support import answers
from tests.browser.support.calculator import Calculator
from tests.helpers.chromium import launched

WIDTHS = (390, 1280)
#: The first answers come from code that the browser has not made fast yet.
WARM = 8
#: How long a finger or a mouse stays down, at least: people take about a tenth of a second.
PRESS_MS = 70
CHANGES = """async ({ count, isLaidOut, held }) => {
  const answer = document.querySelector("[data-answer]");
  const choices = ["false", "true"].map((value) => document.querySelector(`input[name="occupation_matches_current_post"][value="${value}"]`));
  const found = [];
  for (let change = 0; change < count; change += 1) {
    let answered = 0;
    let laid = 0;
    const painted = new Promise((done) => {
      const watch = new MutationObserver(() => {
        watch.disconnect();
        answered = performance.now();
        if (isLaidOut) document.body.getBoundingClientRect();
        laid = performance.now();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(performance.now());
          port2.postMessage(0);
        });
      });
      watch.observe(answer, { childList: true, subtree: true });
    });
    if (held > 0) {
      choices[change % 2].dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
      await new Promise((go) => setTimeout(go, held));
    }
    const start = performance.now();
    choices[change % 2].click();
    const end = await painted;
    found.push([answered - start, laid - answered, end - start]);
    await new Promise((go) => setTimeout(go, 400 + Math.random() * 16));
  }
  return found;
}"""


def measured(page: Page, count: int, held: int, *, laid_out: bool) -> list[float]:
    """Medians of: until the answer stands in the page, its layout, until it is painted."""
    found = page.evaluate(CHANGES, {"count": WARM + count, "isLaidOut": laid_out, "held": held})
    return [statistics.median(values) for values in zip(*found[WARM:], strict=True)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--changes", type=int, default=60, help="how many changes for each median")
    count = parser.parse_args().changes
    with server(SITE, 0, "/") as served, sync_playwright() as playwright:
        Thread(target=served.serve_forever, daemon=True).start()
        browser = launched(playwright.chromium)
        for place in ("answer", "form"):
            for width in WIDTHS:
                page = browser.new_page(viewport={"width": width, "height": 900}, locale="zh-CN")
                address = f"http://127.0.0.1:{served.server_address[1]}/"
                calculator = Calculator.interview(page, address, answers.BOTH_LADDERS)
                if place == "form":
                    calculator.show_all()
                for way, held in (("key", 0), ("press", PRESS_MS)):
                    answered, _, painted = measured(page, count, held, laid_out=False)
                    _, layout, _ = measured(page, count, held, laid_out=True)
                    print(
                        f"{place:7}{width:5} px, {way:6} answered {answered:.1f}, layout {layout:.1f},"
                        f" painted {painted:.1f} ms (medians of {count})",
                        flush=True,
                    )
                page.close()
        served.shutdown()


if __name__ == "__main__":
    main()
