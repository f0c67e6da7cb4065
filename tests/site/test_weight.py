"""The first page is light, and every file that can be smaller has its compressed copies beside it."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from site_build.compressed import ENDINGS
from site_build.node import CALCULATOR

MOST_BYTES = 80_000
_LOADED = re.compile(r'<(?:script[^>]* src|link[^>]*rel="stylesheet"[^>]* href|link[^>]* href)="([^"#]+)"')


def loaded(site: Path, page: str) -> list[Path]:
    """The page and the scripts, styles and icons that it names."""
    text = (site / page).read_text("utf-8")
    names = {urlsplit(urljoin(f"/{page}", found)).path.lstrip("/") for found in _LOADED.findall(text)}
    files = [site / page, *(site / name for name in sorted(names) if name and not name.endswith("/"))]
    assert len(files) > 4
    return [file for file in files if file.suffix != ""]


def test_the_first_page_is_light(site_dir: Path) -> None:
    sizes = {
        file.name: len(gzip.compress(file.read_bytes(), 9, mtime=0))
        for file in loaded(site_dir, "index.html")
    }
    assert sum(sizes.values()) < MOST_BYTES, sizes


def test_compressed_copies_say_the_same(site_dir: Path) -> None:
    checked = 0
    for file in [*site_dir.glob("*.html"), *site_dir.glob("assets/calculator/*")]:
        copy = file.with_name(f"{file.name}.gz")
        if file.suffix not in ENDINGS and copy.is_file():
            assert gzip.decompress(copy.read_bytes()) == file.read_bytes()
            checked += 1
    assert checked > 5


@pytest.mark.parametrize("name", ["index.html", "calc/index.html"])
def test_brotli_copies_say_the_same(site_dir: Path, name: str) -> None:
    program = "process.stdout.write(require('zlib').brotliDecompressSync(require('fs').readFileSync(process.argv[1])))"
    command = ["node", "-e", program, str(site_dir / f"{name}.br")]
    done = subprocess.run(command, cwd=CALCULATOR, capture_output=True, check=True)
    assert done.stdout == (site_dir / name).read_bytes()


def test_large_files_of_the_calculator_have_both_copies(site_dir: Path) -> None:
    folder = site_dir / "assets/calculator"
    early = json.loads((folder / "manifest.json").read_text("utf-8"))["early"]
    assert [name for name in early for end in ENDINGS if not (folder / f"{name}{end}").is_file()] == []
