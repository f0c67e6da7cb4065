"""``python -m site_build.twice``: build the site once more, from nothing, and compare every byte with what stood there."""

from __future__ import annotations

import hashlib
import sys
import tempfile
from pathlib import Path

from site_build import node
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
    first = hashes(SITE)
    with tempfile.TemporaryDirectory() as nothing:
        node.KEPT = Path(nothing)
        build()
    second = hashes(SITE)
    differing = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
    print("two builds, the same bytes" if not differing else f"not the same: {', '.join(differing)}")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
