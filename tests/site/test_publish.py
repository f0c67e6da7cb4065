"""After the publisher: nothing unused is kept, nothing needed is missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from site_build.paths import CALCULATOR
from site_build.publish import IncompleteSiteError, check, tidy


def test_unused_files_go_and_used_ones_stay(tmp_path: Path) -> None:
    lunr = tmp_path / "assets/javascripts/lunr/min"
    lunr.mkdir(parents=True)
    for name in ("lunr.zh.min.js", "lunr.stemmer.support.min.js", "lunr.fr.min.js", "bundle.js.map"):
        (lunr / name).touch()
    tidy(tmp_path)
    assert {path.name for path in lunr.iterdir()} == {"lunr.zh.min.js", "lunr.stemmer.support.min.js"}


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
