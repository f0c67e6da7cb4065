"""Twenty-five questions of readers, each answered within three taps or one search on a phone, by the path written down."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

QUESTIONS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "questions.json").read_text("utf-8"))
MOST_TAPS = 3


def test_the_questions_are_those_written_down() -> None:
    assert Counter(one["who"] for one in QUESTIONS) == {"citizen": 10, "hr": 10, "editor": 5}
    for one in QUESTIONS:
        searches = [step for step in one["path"] if "search" in step]
        assert len(one["path"]) <= (1 if searches else MOST_TAPS), one["id"]


def follow(page: Page, step: dict[str, str]) -> None:
    """A tap on a visible link, or one search and a tap on what it found."""
    if "search" not in step:
        page.locator("article, .md-banner").get_by_role("link", name=step["tap"]).filter(
            visible=True
        ).first.click()
        return
    page.locator(".md-header").get_by_role("link", name="搜索", exact=True).click()
    page.locator("#find-all").wait_for()
    page.keyboard.insert_text(step["search"])
    page.locator("[data-find] ol a", has_text=step["tap"]).first.click()


@pytest.fixture(scope="module")
def phone(chromium: Browser) -> Iterator[Page]:
    """One phone for all of them: what a page loads once it needn't load again."""
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    yield page
    page.close()


@pytest.mark.parametrize("asked", QUESTIONS, ids=[one["id"] for one in QUESTIONS])
def test_answered(phone: Page, site_url: str, asked: dict[str, Any]) -> None:
    phone.goto(site_url)
    for step in asked["path"]:
        follow(phone, step)
    phone.wait_for_load_state()
    found = phone.locator("article").get_by_text(asked["says"].split("|")[0])
    for other in asked["says"].split("|")[1:]:
        found = found.or_(phone.locator("article").get_by_text(other))
    expect(found.filter(visible=True).first).to_be_visible()
