"""The calculator's page as a visitor sees it: open it, use its keys, read its answer."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.helpers.waiting import wait_until

READY_MS = 60_000
#: No question is further away than this many presses of Tab.
MOST_TABS = 250

_ASK = """async ({command, text}) => new Promise((answer) =>
  document.getElementById("gt-calc").dispatchEvent(
    new CustomEvent("gt:ask", {detail: {command, text, answer}})))"""

_CALL = """async ({archive, name, given}) => new Promise((done) => {
  const words = given.map((item) => typeof item === "string" ? item : new Uint8Array(item));
  const answer = (value) => done(value instanceof Uint8Array ? [...value] : value);
  document.getElementById("gt-calc").dispatchEvent(
    new CustomEvent("gt:call", {detail: {archive, name, given: words, answer}}));
})"""

_CHOSEN = 'name => document.querySelector(`select[name="${name}"], input[name="${name}"]:checked`)?.value'


class Calculator:
    """One open page of the calculator."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.locator("#gt-calc")

    @classmethod
    def open(cls, page: Page, site: str, state: str = "") -> Calculator:
        """Go to the whole form, with a state after ``#`` if one is given, and wait until it can answer."""
        calculator = cls.interview(page, site, state)
        calculator.show_all()
        return calculator

    @classmethod
    def interview(cls, page: Page, site: str, state: str = "") -> Calculator:
        """The same as the visitor finds it: at the first question, or at the answer where a state is given."""
        page.goto(f"{site}calc/{'#' if state else ''}{state}")
        calculator = cls(page)
        calculator.wait_until_ready()
        return calculator

    def show_all(self) -> None:
        """Leave the interview for the whole form."""
        self.page.get_by_role("button", name="一次看全部问题").click()

    def pick(self, name: str, value: str) -> None:
        """Choose with the mouse."""
        self.page.locator(f'input[name="{name}"][value="{value}"]').check()

    def go_on(self) -> None:
        """Press “下一步” and wait for what comes."""
        before = self.page.evaluate("history.length")
        self.page.get_by_role("button", name="下一步").click()
        wait_until(self.page, f"history.length > {before}")

    def heading(self) -> Locator:
        """What the screen asks."""
        return self.root.locator("[data-heading]")

    def wait_until_ready(self) -> None:
        """Wait for the engine."""
        expect(self.root).to_have_attribute("data-engine", "ready", timeout=READY_MS)

    def wait_until_complete(self) -> None:
        """Wait until nothing more is fetched for this visit."""
        expect(self.root).to_have_attribute("data-complete", "", timeout=READY_MS)

    @staticmethod
    def text(facts: object) -> str:
        """Facts as the JSON text that the engine is asked with."""
        return json.dumps(facts, ensure_ascii=False)

    def ask(self, command: str, facts: object) -> dict[str, Any]:
        """What the engine in the page replies: status, out, err."""
        return self.ask_text(command, self.text(facts))

    def ask_text(self, command: str, text: str) -> dict[str, Any]:
        """The same for any text, JSON or not."""
        reply: dict[str, Any] = self.page.evaluate(_ASK, {"command": command, "text": text})
        return reply

    def call(self, archive: str, name: str, *given: str | bytes) -> str | bytes | dict[str, str]:
        """What a function of an archive on demand gives in the page's Python, or ``{"error": …}``."""
        words = [item if isinstance(item, str) else list(item) for item in given]
        found: Any = self.page.evaluate(_CALL, {"archive": archive, "name": name, "given": words})
        if isinstance(found, list):
            return bytes(found)
        reply: str | dict[str, str] = found
        return reply

    def question(self, name: str) -> Locator:
        """The box of a question, by its parameter name."""
        return self.page.locator(f"#q-{name.replace('.', '-')}")

    def headline(self) -> Locator:
        """The answer in one sentence."""
        return self.root.locator("[data-answer] .gt-answer")

    def target(self, name: str) -> Locator:
        """The card of one target, by the name a reader sees."""
        return self.root.locator(".gt-target").filter(
            has=self.page.get_by_role("heading", name=name, exact=True)
        )

    # Keys only.

    def tab_to(self, name: str) -> None:
        """Press Tab until the field with this name has the focus."""
        self._tab_until("field => field.name", name)

    def unfold(self, words: str) -> None:
        """Press Tab until the folded part with these words has the focus, and open it."""
        self._tab_until(
            "field => field.matches('summary') ? field.innerText.split('\\n')[0].trim() : ''", words
        )
        self.page.keyboard.press("Enter")

    def press_button(self, words: str) -> None:
        """Press Tab until the button has the focus, then Enter."""
        self._tab_until("field => field.matches('button') ? field.innerText.trim() : ''", words)
        self.page.keyboard.press("Enter")

    def choose(self, name: str, value: str) -> None:
        """Go to a group of choices and move with the arrows until the value is chosen."""
        self.tab_to(name)
        for _ in range(20):
            chosen = self.page.evaluate(_CHOSEN, name)
            if chosen == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{name} has no {value}")

    def write(self, name: str, words: str) -> None:
        """Go to a text field and type."""
        self.tab_to(name)
        self.page.keyboard.type(words)

    def write_date(self, name: str, year: str, month: str = "", day: str = "") -> None:
        """Go to the three boxes of a date and type what is known."""
        for part, words in (("y", year), ("m", month), ("d", day)):
            if words:
                self.write(f"{name}.{part}", words)

    def _tab_until(self, read: str, wanted: str) -> None:
        for _ in range(MOST_TABS):
            if self.page.evaluate(f"() => ({read})(document.activeElement)") == wanted:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no Tab leads to {wanted}")
