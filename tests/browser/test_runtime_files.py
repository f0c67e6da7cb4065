"""What the calculator loads: names hold hashes, no outside host is named."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from site_build.paths import CALCULATOR
from tests.helpers.image import data_of, runs


@pytest.fixture
def built(site_dir: Path) -> Path:
    """The calculator's files as they are published. That two builds give the same ones is seen by ``make twice``."""
    return site_dir / CALCULATOR


def test_names_hold_what_the_files_are(built: Path) -> None:
    manifest = json.loads((built / "manifest.json").read_text("utf-8"))
    pieces = manifest["pieces"]
    for piece in [
        *(pieces.pop("more").values()),
        *(pieces.pop("quick").values()),
        *pieces.values(),
    ]:
        data = (built / piece["name"]).read_bytes()
        assert len(data) == piece["bytes"]
        assert hashlib.sha256(data).hexdigest()[:12] in piece["name"]
    assert (built / manifest["script"]).is_file()
    assert (built / manifest["style"]).is_file()


def test_with_its_tables_the_trimmed_wasm_has_all_of_pyodides_data(built: Path) -> None:
    pieces = json.loads((built / "manifest.json").read_text("utf-8"))["pieces"]
    quick = {part: built / piece["name"] for part, piece in pieces["quick"].items()}
    data = bytearray(data_of(quick["wasm"]))
    lacking = runs(quick["tables"].read_bytes())
    assert sum(len(held) for _, held in lacking) > len(data) / 2
    for place, held in lacking:
        assert not any(data[place : place + len(held)])
        data[place : place + len(held)] = held
    assert data == data_of(built / pieces["wasm"]["name"])


def test_python_never_writes_where_tables_are_put_back(built: Path) -> None:
    """The image is all that Python's start and every worked case have changed."""
    quick = json.loads((built / "manifest.json").read_text("utf-8"))["pieces"]["quick"]
    lacking, changed = (runs((built / quick[part]["name"]).read_bytes()) for part in ("tables", "image"))
    last, held = lacking[-1]
    assert last + len(held) < changed[0][0]


def test_no_bundle_knows_a_host_to_load_packages_from(built: Path) -> None:
    for bundle in built.glob("*.js"):
        assert "://cdn." not in bundle.read_text("utf-8")
