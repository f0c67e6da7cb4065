"""The pages of the built site, parsed once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.page import Page


@pytest.fixture(scope="session")
def pages(site_dir: Path) -> dict[str, Page]:
    """Address relative to the site, e.g. ``policy/``, → page."""
    found: dict[str, Page] = {}
    for path in sorted(site_dir.rglob("*.html")):
        name = path.relative_to(site_dir).as_posix().removesuffix("index.html")
        if not name.startswith("assets/"):
            found[name] = Page.read(path)
    return found


@pytest.fixture(scope="session")
def policy_page(pages: dict[str, Page]) -> Page:
    """The page with the whole policy."""
    return pages["policy/"]
