"""Every script and style sheet of a page is named with the hash of its content; the browser refuses any other bytes.

Own files that the publisher leaves under a plain name get their hash into the name too, so that they can be kept for
ever by a cache and a new release never meets an old copy.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

#: Files of ours with a plain name, which the pages load; what another one imports comes before it.
PLAIN = (
    "assets/site.css",
    "assets/site.js",
    "assets/ahead.js",
    "assets/embed.js",
    "assets/find.js",
    "assets/search.js",
    "assets/qr.js",
    "assets/links.js",
)

_ELEMENT = re.compile(r"<(?:script|link)\b[^>]*>")
_ADDRESS = re.compile(r'\b(?:src|href)="([^"]+)"')
_CHECKED_LINKS = ('rel="stylesheet"', 'rel="modulepreload"')


class UnknownFileError(Exception):
    """A page loads what isn't there."""


def name_by_content(site: Path) -> None:
    """Rename the plainly named files and the references to them, in pages and in each other."""
    for plain in PLAIN:
        path = site / plain
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        named = path.with_name(f"{path.stem}-{digest}{path.suffix}")
        path.rename(named)
        for user in (*site.rglob("*.html"), *(site / "assets").glob("*.js")):
            text = user.read_text("utf-8")
            if f'/{path.name}"' in text:
                user.write_text(text.replace(f'/{path.name}"', f'/{named.name}"'), "utf-8")


def add_integrity(site: Path) -> None:
    """Add ``integrity`` to what the pages run or style themselves with."""
    for page in sorted(site.rglob("*.html")):
        address = "/" + page.relative_to(site).as_posix()

        def checked(match: re.Match[str], address: str = address) -> str:
            return _with_integrity(match[0], address, site)

        page.write_text(_ELEMENT.sub(checked, page.read_text("utf-8")), "utf-8")


def _with_integrity(element: str, page: str, site: Path) -> str:
    found = _ADDRESS.search(element)
    runs = element.startswith("<script") or any(rel in element for rel in _CHECKED_LINKS)
    if not found or not runs or "integrity=" in element:
        return element
    path = site / urlsplit(urljoin(page, found[1])).path.lstrip("/")
    if not path.is_file():
        raise UnknownFileError(f"{page} loads {found[1]}, which is not in the site")
    return f'{element[:-1]} integrity="{integrity(path.read_bytes())}">'


def integrity(data: bytes) -> str:
    """The value of the attribute for these bytes."""
    return f"sha384-{base64.b64encode(hashlib.sha384(data).digest()).decode()}"
