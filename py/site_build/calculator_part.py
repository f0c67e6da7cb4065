"""What the calculator page needs from the build: the form and the names of its script and style."""

from __future__ import annotations

import json

from site_build.form import render_form
from site_build.paths import CALCULATOR, STAGE


def form() -> str:
    """The form as one block of HTML; blank lines would end the block."""
    lines = (line for line in render_form().splitlines() if line.strip())
    return "\n".join(lines)


def script() -> str:
    """Name of the calculator's script."""
    return _manifest()["script"]


def style() -> str:
    """Name of the calculator's style sheet."""
    return _manifest()["style"]


def _manifest() -> dict[str, str]:
    manifest: dict[str, str] = json.loads((STAGE / CALCULATOR / "manifest.json").read_text("utf-8"))
    return manifest
