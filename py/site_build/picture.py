"""The picture of the two ladders for pages: drawn by the calculator's own code from what the rules say."""

from __future__ import annotations

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from guantong.overpass import policy_map
from site_build import node

Size = Literal["tiny", "narrow", "wide"]
SIZES: tuple[Size, ...] = get_args(Size)


@cache
def picture(size: Size = "narrow", id: str = "map") -> str:
    """The map of the policy as one line of SVG. ``id`` begins the ids inside it, so that a page may hold several."""
    with tempfile.TemporaryDirectory() as scratch:
        given = Path(scratch) / "overpass.json"
        given.write_text(json.dumps(policy_map(), ensure_ascii=False), "utf-8")
        return node.run("picture.mjs", given, size, id)


def overpass() -> str:
    """What fills the slot ``overpass`` of a page: the map in the size of a phone."""
    return picture()
