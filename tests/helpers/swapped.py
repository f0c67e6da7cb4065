"""Other bytes in the place of the runtime's, as if the site had been built with them.

The page checks its script, and the script checks every piece of the runtime, so who wants to try a worker or rules of
their own has to change all three.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import reduce
from operator import getitem
from pathlib import Path

from playwright.sync_api import Page, Route

from site_build.hosts.headers import TYPES
from site_build.integrity import integrity
from site_build.paths import CALCULATOR, SITE


def swapped(pieces: Mapping[str, bytes], site: Path = SITE) -> dict[str, bytes]:
    """Path in the site → bytes: the pieces (``worker``, ``rules``, ``quick.wasm`` …), the script that names them, the pages
    that load it."""
    folder = site / CALCULATOR
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    script = folder / manifest["script"]
    text = script.read_text("utf-8")
    files: dict[str, bytes] = {}
    if {"rules", "stdlib"} & set(pieces) and manifest["pieces"]["quick"]:
        files[f"{CALCULATOR}/{manifest['pieces']['quick']['image']['name']}"] = (
            b""  # Python starts from the archives
        )
    for name, data in pieces.items():
        piece = reduce(getitem, name.split("."), manifest["pieces"])
        before = f'bytes:{piece["bytes"]},sha256:"{piece["sha256"]}"'
        after = f'bytes:{len(data)},sha256:"{hashlib.sha256(data).hexdigest()}"'
        assert before in text, f"{script.name} does not name {name}"
        text = text.replace(before, after)
        files[f"{CALCULATOR}/{piece['name']}"] = data
    files[f"{CALCULATOR}/{script.name}"] = text.encode()
    known, changed = integrity(script.read_bytes()), integrity(text.encode())
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        if known in html:
            files[page.relative_to(site).as_posix()] = html.replace(known, changed).encode()
    return files


def swap(page: Page, site_url: str, pieces: Mapping[str, bytes]) -> None:
    """Answer the browser's requests with the swapped files."""

    def answer_with(data: bytes, kind: str) -> None:
        def answer(route: Route) -> None:
            route.fulfill(body=data, content_type=kind)

        page.route(site_url + path.removesuffix("index.html"), answer)

    for path, data in swapped(pieces).items():
        answer_with(data, TYPES[Path(path).suffix])
