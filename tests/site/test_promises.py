"""The privacy page names a test for each promise; every test that it names exists."""

from __future__ import annotations

import re

from site_build.paths import DOCS, ROOT

_NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def test_every_test_that_the_privacy_page_names_exists() -> None:
    named = _NAMED.findall((DOCS / "privacy.md").read_text("utf-8"))
    assert len(named) > 8
    for path, test in named:
        assert f"def {test}(" in (ROOT / path).read_text("utf-8"), f"{path}::{test}"


def test_every_promise_of_the_table_names_a_test() -> None:
    section = (DOCS / "privacy.md").read_text("utf-8").partition("{ #promises }")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 12
    assert [row for row in rows if not _NAMED.search(row)] == []
