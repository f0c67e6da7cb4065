"""The QR library of the link builder: a kept package from the calculator's list, put where pages find it."""

from __future__ import annotations

from site_build.node import CALCULATOR
from site_build.paths import STAGE

LIBRARY = CALCULATOR / "node_modules" / "uqr" / "dist" / "index.mjs"
PLACE = STAGE / "assets" / "qr.js"


def place() -> None:
    """Copy the library into the stage. ``RuntimeError`` where the packages are missing."""
    if not LIBRARY.is_file():
        raise RuntimeError("The calculator's packages are missing. Run `npm ci --prefix calculator`.")
    PLACE.write_bytes(LIBRARY.read_bytes())
