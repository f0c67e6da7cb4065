"""``python -m site_build.twice``: build the site once more, from nothing, and compare every byte with what stood there.

``--sample`` takes the memory image once more instead, where chance, the clock or an order could most easily get in.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from site_build import lean, node, quick, runtime
from site_build.__main__ import main as build
from site_build.paths import SITE


def hashes(site: Path) -> dict[str, str]:
    """Path in the site → SHA-256."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def main() -> int:
    """Exit status 1 with the names where the two builds differ."""
    made = _images if "--sample" in sys.argv[1:] else _sites
    first, second = made()
    differing = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
    print("two builds, the same bytes" if not differing else f"not the same: {', '.join(differing)}")
    return 1 if differing else 0


def _sites() -> tuple[dict[str, str], dict[str, str]]:
    first = hashes(SITE)
    with _from_nothing():
        build()
    return first, hashes(SITE)


def _images() -> tuple[dict[str, str], dict[str, str]]:
    first = _image()
    with _from_nothing():
        return first, _image()


def _image() -> dict[str, str]:
    rules = runtime.packed_rules()
    image = quick.image_of({"stdlib": lean.library(rules).lean, "rules": rules})
    return {"image": hashlib.sha256(image).hexdigest()}


@contextmanager
def _from_nothing() -> Iterator[None]:
    kept = node.KEPT
    with tempfile.TemporaryDirectory() as nothing:
        node.KEPT = Path(nothing)
        yield
        node.KEPT = kept


if __name__ == "__main__":
    sys.exit(main())
