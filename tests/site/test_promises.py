"""The privacy page names a test for each promise, SECURITY.md one for each fault; every test that they name exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_build.paths import DOCS, ROOT

_NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


@pytest.mark.parametrize("page", [DOCS / "privacy.md", ROOT / "SECURITY.md"], ids=["promises", "faults"])
def test_every_test_that_is_named_exists(page: Path) -> None:
    named = _NAMED.findall(page.read_text("utf-8"))
    assert len(named) > 18
    for path, test in named:
        assert f"def {test}(" in (ROOT / path).read_text("utf-8"), f"{path}::{test}"


@pytest.mark.parametrize(
    ("page", "heading"),
    [(DOCS / "privacy.md", "{ #promises }"), (ROOT / "SECURITY.md", "## What the page survives")],
    ids=["promises", "faults"],
)
def test_every_row_of_the_table_names_a_test(page: Path, heading: str) -> None:
    section = page.read_text("utf-8").partition(heading)[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 12
    assert [row for row in rows if not _NAMED.search(row)] == []
