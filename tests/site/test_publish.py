"""After the publisher: nothing unused is kept, nothing needed is missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from site_build.paths import CALCULATOR
from site_build.publish import IncompleteSiteError, check, tidy


def test_what_the_search_of_the_theme_needs_goes_and_ours_stays(tmp_path: Path) -> None:
    theme = (
        "assets/javascripts/lunr/min/lunr.zh.min.js",
        "assets/javascripts/workers/search.1a.min.js",
        "a/b.js.map",
    )
    for name in (*theme, "search/index.json", "assets/search.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    tidy(tmp_path)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {"search/index.json", "assets/search.js"}


@pytest.mark.parametrize(("address", "kept"), [("", False), ("https://example.org/section/", True)])
def test_a_sitemap_is_kept_where_the_address_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, kept: bool
) -> None:
    monkeypatch.setenv("SITE_URL", address)
    (tmp_path / "sitemap.xml").touch()
    tidy(tmp_path)
    assert (tmp_path / "sitemap.xml").is_file() == kept


def test_a_missing_piece_of_the_calculator_is_named(tmp_path: Path) -> None:
    folder = tmp_path / CALCULATOR
    folder.mkdir(parents=True)
    manifest = {"script": "a.js", "style": "a.css", "pieces": {"wasm": {"name": "a.wasm", "bytes": 1}}}
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    for name in ("a.js", "a.css"):
        (folder / name).touch()
    with pytest.raises(IncompleteSiteError, match=r"a\.wasm"):
        check(tmp_path)
    (folder / "a.wasm").touch()
    check(tmp_path)
