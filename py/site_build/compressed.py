"""Brotli and gzip copies beside every file of the site that gets smaller by them, ready for a host to send."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from site_build import node

#: What text and code there is; pictures and PDF are compressed already.
KINDS = {
    ".bin",
    ".css",
    ".html",
    ".js",
    ".json",
    ".mjs",
    ".svg",
    ".txt",
    ".wasm",
    ".webmanifest",
    ".xml",
    ".zip",
}
#: Content encoding → ending of the copy beside a file; the best first.
ENCODINGS = {"br": ".br", "gzip": ".gz"}
ENDINGS = tuple(ENCODINGS.values())
#: Below this a copy saves nothing that a network notices.
LEAST_BYTES = 256


def compress(site: Path) -> None:
    """Write ``<name>.br`` and ``<name>.gz`` beside every such file; the work of earlier builds is kept."""
    files = sorted(path for path in site.rglob("*") if path.suffix in KINDS and path.is_file())
    wanted = [path for path in files if path.stat().st_size >= LEAST_BYTES]
    for path, key in make_copies(wanted).items():
        for ending in ENDINGS:
            copy = key.with_name(key.name + ending)
            if copy.stat().st_size < path.stat().st_size:
                shutil.copyfile(copy, path.with_name(path.name + ending))


def make_copies(files: Iterable[Path]) -> dict[Path, Path]:
    """Make the copies of these files where none are kept; file → the kept path that its copies are named after."""
    wanted = {path: _kept(path) for path in files}
    _make({key: path for path, key in wanted.items()})
    return wanted


def packed_bytes(path: Path) -> dict[str, int]:
    """How many bytes a host sends of the file, by content encoding."""
    (key,) = make_copies([path]).values()
    sizes = ((name, key.with_name(key.name + ending).stat().st_size) for name, ending in ENCODINGS.items())
    return {name: min(size, path.stat().st_size) for name, size in sizes}


def _kept(path: Path) -> Path:
    return node.KEPT / f"{hashlib.sha256(path.read_bytes()).hexdigest()}{path.suffix}"


def _make(sources: dict[Path, Path]) -> None:
    """Compress what is not kept yet, the largest first."""
    node.KEPT.mkdir(parents=True, exist_ok=True)
    missing = [key for key in sources if not all(key.with_name(key.name + e).is_file() for e in ENDINGS)]
    missing.sort(key=lambda key: sources[key].stat().st_size, reverse=True)
    if not missing:
        return
    with tempfile.TemporaryDirectory(dir=node.KEPT) as scratch:
        made = [[str(Path(scratch) / f"{key.name}{ending}") for ending in ENDINGS] for key in missing]
        listed = Path(scratch) / "list.json"
        files = [[str(sources[key]), *copies] for key, copies in zip(missing, made, strict=True)]
        listed.write_text(json.dumps(files), "utf-8")
        node.run("runtime/compress.mjs", listed)
        for copies in made:
            for copy in copies:
                Path(copy).replace(node.KEPT / Path(copy).name)
