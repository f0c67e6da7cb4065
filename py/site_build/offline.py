"""The service worker of the calculator's page: its script, and the list of what it keeps for visitors who tick that.

The list is read from the built page: the page itself, and every file that the page names whose own name holds the hash of
its content; and what the calculator fetches after its first answer, which its manifest names. So it belongs to exactly this release, and a new release brings a new list.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from urllib.parse import urljoin

from site_build import node
from site_build.hosts.headers import HASHED, SERVICE_WORKER
from site_build.integrity import UnknownFileError, integrity
from site_build.paths import CALCULATOR, STAGE

_SLOT = '"__FILES__"'
_ELEMENT = re.compile(r"<(?:script|link)\b[^>]*>")
_ADDRESS = re.compile(r'\b(?:src|href)="([^"#]+)"')

Entry = dict[str, str | None]


def place(stage: Path) -> None:
    """Bundle the script into the stage, its list still empty."""
    out = stage / SERVICE_WORKER
    out.parent.mkdir(parents=True, exist_ok=True)
    node.run("build.mjs", "src/offline/worker.ts", out)


def write(site: Path, bundled: Path = STAGE / SERVICE_WORKER) -> None:
    """Write the script with the list of this site's files. Raises ``UnknownFileError`` where one is missing."""
    before, after = bundled.read_text("utf-8").split(_SLOT)
    files = json.dumps(json.dumps(listed(site), separators=(",", ":")))
    (site / SERVICE_WORKER).write_text(before + files + after, "utf-8")


def listed(site: Path) -> list[Entry]:
    """What is kept, as Workbox takes it; addresses are relative to the page's folder."""
    page = site / SERVICE_WORKER.parent / "index.html"
    html = page.read_bytes()
    entries: list[Entry] = [{"url": "./", "revision": hashlib.sha256(html).hexdigest()[:16]}]
    found = {match[1] for element in _ELEMENT.findall(html.decode()) if (match := _ADDRESS.search(element))}
    named = sorted(address for address in found if re.search(HASHED, address))
    later = json.loads((site / CALCULATOR / "manifest.json").read_text("utf-8"))["later"]
    for address in (*named, *(f"../{CALCULATOR}/{name}" for name in later)):
        path = site / urljoin(f"/{SERVICE_WORKER}", address).lstrip("/")
        if not path.is_file():
            raise UnknownFileError(f"{page} loads {address}, which is not in the site")
        entries.append({"url": address, "revision": None, "integrity": integrity(path.read_bytes())})
    return entries
