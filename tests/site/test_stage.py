"""Pages ask for generated parts by name; a name nobody makes stops the build."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_build.stage import UnknownPartError, fill, fill_pages, stage


def test_a_slot_is_filled() -> None:
    assert fill("前\n\n{{ part }}\n", {"part": lambda: "<p>中</p>"}, "page.md") == "前\n\n<p>中</p>\n"


def test_what_a_part_makes_is_not_read_again() -> None:
    assert fill("{{ part }}", {"part": lambda: "{{ other }}"}, "page.md") == "{{ other }}"


def test_an_unknown_part_is_named() -> None:
    with pytest.raises(UnknownPartError, match=r"page\.md asks for “gone”; known: part"):
        fill("{{ gone }}", {"part": str}, "page.md")


def test_templates_and_decisions_are_no_pages(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    for name in ("index.md", "overrides/main.html", "decisions/0001.md", "more/overrides/kept.md"):
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{{ part }}", "utf-8")
    target = tmp_path / "staged"
    stage(docs, target)
    fill_pages(target, {"part": lambda: "done"})
    staged = {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()}
    assert staged == {"index.md", "more/overrides/kept.md"}
    assert (target / "index.md").read_text("utf-8") == "done"
