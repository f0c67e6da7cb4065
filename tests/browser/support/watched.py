"""Servers that note every request, and may give something else than the site for some of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Thread

from site_build.hosts.headers import TYPES
from site_build.serve import Handler, Server
from tests.helpers.swapped import swapped


@dataclass
class Watched:
    """A running server: its address, what was asked of it, what it gives instead (pattern of the path → bytes).

    While it ``is_down`` it hangs up on everybody, as if there were no network.
    A ``bare`` one is a host that can't set headers: the pages have their own policy, anything else has none.
    """

    url: str = ""
    is_down: bool = False
    asked: list[str] = field(default_factory=list)
    instead: dict[str, bytes] = field(default_factory=dict)
    bare: bool = False

    def swap(self, pieces: Mapping[str, bytes]) -> None:
        """Give other pieces of the runtime, named as if the site had been built with them."""
        for path, data in swapped(pieces).items():
            self.instead[f"^/{re.escape(path.removesuffix('index.html'))}$"] = data

    def leaks(self) -> list[str]:
        """Requests that only hostile code makes."""
        return [path for path in self.asked if path.startswith("/leak/")]


class _WatchedHandler(Handler):
    def __init__(self, *args: object, watched: Watched, **values: str) -> None:
        self.watched = watched
        super().__init__(*args, **values)

    def do_GET(self) -> None:
        """Note the request; answer it with the site or with what stands in for it."""
        if self.watched.is_down:
            self.close_connection = True
            return None
        self.watched.asked.append(self.path)
        for pattern, body in self.watched.instead.items():
            if re.search(pattern, self.path):
                return self._give(body)
        return super().do_GET()

    def end_headers(self) -> None:
        """Nothing here stops a request from another place: only the page's own policy may."""
        self.send_header("Access-Control-Allow-Origin", "*")
        if self.watched.bare:
            super(Handler, self).end_headers()
        else:
            super().end_headers()

    def _give(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", TYPES.get(self._file().suffix, "text/plain"))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def watched(
    directory: Path, instead: Mapping[str, bytes] | None = None, *, bare: bool = False
) -> Iterator[Watched]:
    """Serve a directory on a free port and note what is asked."""
    notes = Watched(instead=dict(instead or {}), bare=bare)
    with Server(
        ("127.0.0.1", 0), partial(_WatchedHandler, directory=str(directory), watched=notes)
    ) as running:
        notes.url = f"http://127.0.0.1:{running.server_address[1]}/"
        thread = Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield notes
        running.shutdown()
        thread.join()
