"""The bill of materials names every file that is shipped, with its hash, and every library with version and licence."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from site_build.sbom import NAME, write_sbom


def test_every_file_of_the_site_is_listed_with_its_hash(site_dir: Path) -> None:
    bom = json.loads((site_dir / NAME).read_text("utf-8"))
    listed = {
        part["name"]: part["hashes"][0]["content"] for part in bom["components"] if part["type"] == "file"
    }
    for path in site_dir.rglob("*"):
        if path.is_file() and path.suffix not in (".br", ".gz") and path.name != NAME:
            name = path.relative_to(site_dir).as_posix()
            assert listed.pop(name) == hashlib.sha256(path.read_bytes()).hexdigest()
    assert listed == {}


def test_every_library_has_a_version_and_a_licence(site_dir: Path) -> None:
    bom = json.loads((site_dir / NAME).read_text("utf-8"))
    libraries = [part for part in bom["components"] if part["type"] == "library"]
    assert {"pyodide", "cpython", "mkdocs-material", "uqr", "workbox-precaching"} <= {
        part["name"] for part in libraries
    }
    for part in libraries:
        assert part["version"]
        assert part["licenses"][0]["license"]["id"]


def test_the_same_site_gives_the_same_bill(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html>", "utf-8")
    write_sbom(tmp_path)
    first = (tmp_path / NAME).read_bytes()
    write_sbom(tmp_path)
    assert (tmp_path / NAME).read_bytes() == first
