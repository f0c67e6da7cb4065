"""Copies of the site with an attacker inside, and the hosts that serve them: with headers (nginx) and without any."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from threading import Thread

from site_build.paths import SITE
from site_build.serve import Server
from tests.attack.catcher import Catcher
from tests.browser.support import hostile
from tests.helpers.real_hosts import real_host
from tests.helpers.swapped import swapped

WAYS = Path(__file__).parent / "ways"
#: A name that nobody has; asking for its address is a leak already.
DNS = "secret-1985.leak.invalid"
HOSTS = ("nginx", "bare")


def with_attacker(folder: Path, catcher: Catcher, own: str, inside: str) -> None:
    """Copy the site to ``folder`` with script in the page and hostile code as ``inside``: ``worker`` or ``rules``."""
    shutil.copytree(SITE, folder, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    code = {"worker": hostile.worker, "rules": hostile.rules}[inside](own, catcher.url)
    for path, data in swapped({inside: code}).items():
        (folder / path).write_bytes(data)
    page = folder / "calc" / "index.html"
    html = page.read_text("utf-8").replace("</title>", '</title><script src="../attack.js" defer></script>')
    page.write_text(html, "utf-8")
    script = (WAYS / "page.js").read_text("utf-8")
    for name, value in {"OTHER": catcher.url, "STUN": catcher.stun, "QUIC": catcher.quic, "DNS": DNS}.items():
        script = script.replace(f"@{name}@", str(value))
    (folder / "attack.js").write_text(script, "utf-8")


class _Bare(SimpleHTTPRequestHandler):
    """A host that sends no header of its own."""

    def __init__(self, *args: object, log: Path, **values: str) -> None:
        self.log = log
        super().__init__(*args, **values)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:
        """Note what was asked."""
        with self.log.open("a", encoding="utf-8") as lines:
            lines.write(f"{self.requestline}\n")


@contextmanager
def served(host: str, folder: Path, scratch: Path, log: Path) -> Iterator[str]:
    """The folder on one of the hosts; every request is a line in ``log``."""
    if host == "nginx":
        with real_host("nginx", folder, scratch, built=SITE, log=log) as address:
            yield address
        return
    with Server(("127.0.0.1", 0), partial(_Bare, directory=str(folder), log=log)) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}/"
        running.shutdown()
