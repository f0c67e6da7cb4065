"""The page answers with the same bytes as the command line: one package, two Pythons, in its quick and its whole form."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from guantong import cli
from tests.browser.support.calculator import Calculator
from tests.browser.support.people import drawn, worked

#: So many people in one question to the engine.
BATCH = 20


@pytest.fixture(scope="module", params=["quick", "whole"])
def calculator(request: pytest.FixtureRequest, chromium: Browser, site_url: str) -> Iterator[Calculator]:
    """One open page for all comparisons. The quick form may call the whole one to its help: the answer must be the same."""
    page = chromium.new_page()
    loaded: list[str] = []
    page.on("request", lambda sent: loaded.append(sent.url))
    if request.param == "whole":
        page.route("**/image-*.bin", lambda route: route.fulfill(status=404))
    yield Calculator.open(page, site_url)
    assert any("/python-" in url for url in loaded) == (request.param == "whole")
    page.close()


def test_two_hundred_drawn_people(calculator: Calculator) -> None:
    people = drawn(200)
    assert len(people) == 200
    _compare(calculator, people)


def test_the_worked_cases(calculator: Calculator) -> None:
    people = worked()
    assert len(people) > 50
    _compare(calculator, people)


@pytest.mark.parametrize(
    "text", ["", "[", "{}", "[]", '{"titles": 1}', "[null, 3]", '[{"as_of": "2025-02-30"}]']
)
def test_bad_input(calculator: Calculator, text: str) -> None:
    ours = cli.answer("retirement", text)
    theirs = calculator.ask_text("retirement", text)
    assert (theirs["status"], theirs["out"], theirs["err"]) == tuple(ours)


def _compare(calculator: Calculator, people: list[dict[str, object]]) -> None:
    for start in range(0, len(people), BATCH):
        batch = people[start : start + BATCH]
        theirs = calculator.ask("assess", batch)
        if theirs["out"] == cli.answer("assess", calculator.text(batch)).out:
            continue
        for person in batch:
            ours = cli.answer("assess", calculator.text([person])).out
            assert calculator.ask("assess", [person])["out"] == ours, person
        pytest.fail("a list is answered otherwise than its people one by one")
