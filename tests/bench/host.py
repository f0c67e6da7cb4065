"""A host for the bench: one connection's rate and delay for all, what was sent counted, a new address for every cold run.

``/run/<number>/<variant>/…`` serves the variant's files: a number never used before is a visit with an empty cache, one
used before is a second visit. ``/next`` tells the browser where to go; ``/answered`` notes a first answer, ``/report`` takes what a page measured.
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue
from typing import Any
from urllib.parse import urlsplit

CHUNK = 4096
#: What our own page answers first; the other pages have the same person in them.
FACTS = "works_in_wuhan=true&titles.0.level=assistant&titles.0.obtained=2020-05-20"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
}
_RUN = re.compile(r"/run/\d+/([a-z_]+)(/.*)")
_META_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
PROBE = b'<script src="/probe.js"></script>'
LOBBY = b"<!doctype html><title>bench</title><script src=/lobby.js></script>"


@dataclass(slots=True)
class Network:
    """A line: bits per second (0: as fast as it goes) and seconds until the first byte of an answer."""

    bits_per_second: float = 0
    delay: float = 0


@dataclass(frozen=True, slots=True)
class Variant:
    """A folder and the page in it that is visited."""

    folder: Path
    page: str = ""


@dataclass
class Host:
    """A running host."""

    variants: Mapping[str, Variant]
    people: bytes  #: a JSON list of facts for the work after the verdict
    network: Network = field(default_factory=Network)
    url: str = ""
    sent: int = 0  #: bytes of bodies since the last visit began
    sent_first: int = 0  #: of these, until the page had its first answer
    asked: list[str] = field(default_factory=list)
    _next: Queue[str] = field(default_factory=Queue)
    _reports: Queue[dict[str, Any]] = field(default_factory=Queue)
    _line: threading.Lock = field(default_factory=threading.Lock)
    _free_at: float = 0.0

    def visit(self, variant: str, number: int, patience: float, work: Mapping[str, int]) -> dict[str, Any]:
        """Send the waiting browser to a page; what the page reports. ``work`` says what it does after the verdict.

        Raises ``TimeoutError`` where nothing comes.
        """
        while not self._reports.empty():
            self._reports.get()
        self.sent, self.sent_first, self.asked = 0, 0, []
        asked = "&".join(f"{name}={count}" for name, count in work.items())
        self._next.put(f"/run/{number}/{variant}/{self.variants[variant].page}?{asked}#{FACTS}")
        try:
            return self._reports.get(timeout=patience)
        except Empty:
            raise TimeoutError(f"{variant} reported nothing in {patience:.0f} s") from None

    def next_address(self) -> str | None:
        """Where the browser goes next, or None after a while."""
        try:
            return self._next.get(timeout=20)
        except Empty:
            return None

    def take(self, report: dict[str, Any]) -> None:
        """What a page measured."""
        self._reports.put(report)

    def transmit(self, body: bytes) -> Iterator[bytes]:
        """The body in pieces, as the line lets them through; every connection shares it."""
        rate = self.network.bits_per_second / 8
        for start in range(0, len(body), CHUNK if rate else len(body) or 1):
            piece = body[start : start + CHUNK] if rate else body
            if rate:
                with self._line:
                    now = time.monotonic()
                    self._free_at = max(self._free_at, now) + len(piece) / rate
                    wait = self._free_at - now
                time.sleep(wait)
            self.sent += len(piece)
            yield piece


class Handler(BaseHTTPRequestHandler):
    """Answers from the folders of the variants."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, host: Host) -> None:
        self.host = host
        super().__init__(*args)

    def do_GET(self) -> None:
        """A file, the lobby or the next address."""
        path = urlsplit(self.path).path
        if path == "/":
            self._give(LOBBY, ".html")
        elif path == "/people.json":
            self._give(self.host.people, ".json")
        elif path in ("/probe.js", "/lobby.js"):
            self._give((Path(__file__).parent / "pages" / path[1:]).read_bytes(), Path(path).suffix)
        elif path == "/next":
            self._give(json.dumps(self.host.next_address()).encode(), ".json")
        elif (run := _RUN.fullmatch(path)) and run[1] in self.host.variants:
            self._give_file(self.host.variants[run[1]].folder, run[2])
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        """A page has its first answer, or reports."""
        if self.path == "/answered":
            self.host.sent_first = self.host.sent
            return self._give(b"{}", ".json")
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.host.take(json.loads(body))
        return self._give(b"{}", ".json")

    def _give_file(self, root: Path, path: str) -> None:
        file = root / path.lstrip("/") / ("index.html" if path.endswith("/") else "")
        self.host.asked.append(path)
        if not file.is_file():
            self.send_error(404)
            return
        time.sleep(self.host.network.delay)
        packed = file.with_name(file.name + ".br")
        if file.suffix == ".html":
            page = _META_POLICY.sub(b"", file.read_bytes())
            self._give(page.replace(b"<head>", b"<head>" + PROBE, 1), ".html", counted=packed)
        elif packed.is_file():
            self._give(packed.read_bytes(), file.suffix, lasting=True, encoding="br", slowly=True)
        else:
            self._give(file.read_bytes(), file.suffix, lasting=True, slowly=True)

    def _give(
        self,
        body: bytes,
        suffix: str,
        *,
        lasting: bool = False,
        encoding: str = "",
        slowly: bool = False,
        counted: Path | None = None,
    ) -> None:
        self.send_response(200)
        self.send_header("Content-Type", TYPES.get(suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if lasting else "no-store")
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        if (
            counted is not None
        ):  # a page, given with the probe in it: its compressed size is what a host would send
            for _ in self.host.transmit(counted.read_bytes() if counted.is_file() else body):
                pass
            self.wfile.write(body)
        else:
            for piece in self.host.transmit(body) if slowly else (body,):
                self.wfile.write(piece)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


class Server(ThreadingHTTPServer):
    """Many connections at once; one that a browser drops is no fault."""

    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """Browsers drop connections when they leave a page."""


@contextmanager
def hosted(variants: Mapping[str, Variant], people: bytes) -> Iterator[Host]:
    """A host on a free port."""
    host = Host(variants, people)
    with Server(("127.0.0.1", 0), partial(Handler, host=host)) as server:
        host.url = f"http://127.0.0.1:{server.server_address[1]}/"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield host
        server.shutdown()
        thread.join()
