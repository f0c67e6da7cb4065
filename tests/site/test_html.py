"""Every page is HTML that a strict parser reads without one complaint, and none carries style of its own."""

from __future__ import annotations

from pathlib import Path

import html5lib

from tests.helpers.page import Page


def test_a_strict_parser_finds_no_fault(site_dir: Path, pages: dict[str, Page]) -> None:
    faults: list[str] = []
    for name in pages:
        path = site_dir / name
        parser = html5lib.HTMLParser()
        parser.parse((path / "index.html" if path.is_dir() else path).read_text("utf-8"))
        faults += [f"{name} {at}: {kind} {more}" for at, kind, more in parser.errors]
    assert len(pages) > 25
    assert faults == []


def test_no_page_has_style_attributes_or_scripts_that_run_inline(
    site_dir: Path, pages: dict[str, Page]
) -> None:
    ours = [name for name in pages if name != "404.html"]
    for name in ours:
        html = (site_dir / name / "index.html").read_text("utf-8")
        article = html[html.index("<article") : html.index("</article>")]
        assert " style=" not in article, name
        assert "<script>" not in article, name
