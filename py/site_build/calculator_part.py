"""What the calculator page needs from the build: the form and the names of its script and style."""

from __future__ import annotations

import json
from typing import Any

from site_build.form import render_form
from site_build.paths import CALCULATOR, STAGE


def form() -> str:
    """The form as one block of HTML."""
    return _block(render_form())


def embedded_form() -> str:
    """The same for a frame on another site, which keeps nothing on the device."""
    return _block(render_form(keeps=False))


def _block(html: str) -> str:
    """Without blank lines, which would end the block."""
    return "\n".join(line for line in html.splitlines() if line.strip())


def script() -> str:
    """Name of the calculator's script."""
    return str(_manifest()["script"])


def style() -> str:
    """Name of the calculator's style sheet."""
    return str(_manifest()["style"])


def early() -> str:
    """Names of the files that every start of the engine fetches, as a list."""
    return json.dumps(_manifest()["early"])


def _manifest() -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((STAGE / CALCULATOR / "manifest.json").read_text("utf-8"))
    return manifest
