"""What the calculator loads: the same sources give the same bytes, names hold hashes, no outside host is named."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from site_build import node, runtime


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of its own that reuses nothing."""
    place = tmp_path_factory.mktemp("runtime")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(node, "KEPT", place / "kept")
        runtime.build(place / "out")
    return place / "out"


def test_two_builds_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    runtime.build(tmp_path)
    names = sorted(path.name for path in built.iterdir())
    assert names == sorted(path.name for path in tmp_path.iterdir())
    for name in names:
        assert (built / name).read_bytes() == (tmp_path / name).read_bytes()


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
