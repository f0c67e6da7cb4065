"""Run the publisher over the stage, drop what no page uses, check that nothing is missing, confine every page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from site_build import hosts, offline, search_index
from site_build.content_policy import confine
from site_build.integrity import add_integrity, name_by_content
from site_build.paths import CALCULATOR, HOSTS, ROOT, SITE
from site_build.sbom import write_sbom

#: What belongs to the theme's own search, which this site does not use, and maps for debugging.
UNUSED = (
    "assets/javascripts/lunr/**/*.js",
    "assets/javascripts/workers/search.*.js",
    "search/search_index.json",
    "**/*.map",
)


class IncompleteSiteError(Exception):
    """The publisher found a fault, or files are missing after it."""


def publish() -> None:
    """Build ``site/`` from the stage; a warning of the publisher stops the build."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--clean"]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}  # the theme's announcement, no fault of the site
    done = subprocess.run(command, cwd=ROOT, env=quiet, capture_output=True, text=True, check=False)
    if done.returncode:
        raise IncompleteSiteError(f"mkdocs found faults:\n{done.stdout}{done.stderr}")
    tidy(SITE)
    search_index.write(SITE)
    check(SITE)
    name_by_content(SITE)
    add_integrity(SITE)
    confine(SITE)
    offline.write(SITE)
    hosts.write(SITE, HOSTS)
    write_sbom(SITE)


def tidy(site: Path) -> None:
    """Remove unused files; a sitemap without addresses says nothing."""
    for pattern in UNUSED:
        for path in site.glob(pattern):
            path.unlink()
    if not os.environ.get("SITE_URL"):
        for path in site.glob("sitemap.xml*"):
            path.unlink()


def check(site: Path) -> None:
    """The calculator's files named in its manifest exist; raises ``IncompleteSiteError`` otherwise."""
    folder = site / CALCULATOR
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    names = [manifest["script"], manifest["style"], *_pieces(manifest["pieces"])]
    missing = [name for name in names if not (folder / name).is_file()]
    if missing:
        raise IncompleteSiteError(f"missing in {CALCULATOR}: {', '.join(missing)}")


def _pieces(pieces: dict[str, Any]) -> Iterator[str]:
    """Names of the files, also of those on demand."""
    for piece in pieces.values():
        if piece and "name" in piece:
            yield piece["name"]
        elif piece:
            yield from _pieces(piece)
