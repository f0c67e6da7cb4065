"""What the calculator loads: names hold hashes, no outside host is named."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from site_build.paths import CALCULATOR


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


def test_no_bundle_knows_a_host_to_load_packages_from(built: Path) -> None:
    for bundle in built.glob("*.js"):
        assert "://cdn." not in bundle.read_text("utf-8")
