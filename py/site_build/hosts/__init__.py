"""What a public host should send: the headers, said once, and configurations of real servers made from them.

``write(site, folder)`` renders ``nginx.conf`` and ``Caddyfile`` for the built site; tests run both with the real servers.
"""

from __future__ import annotations

from pathlib import Path

from site_build.hosts import caddy, nginx
from site_build.hosts.pages import read

FILES = {"nginx.conf": nginx.render, "Caddyfile": caddy.render}


def write(site: Path, folder: Path) -> None:
    """Render every configuration for this site."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = read(site)
    for name, render in FILES.items():
        (folder / name).write_text(render(pages), "utf-8")
