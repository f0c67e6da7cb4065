"""A small static server for looking at the site: right types, sensible headers, the site's own 404 page.

``python -m site_build.serve [--port 8000] [--prefix /section/] [directory]``. Port 0 takes a free one.
It is for looking and for tests; any static host will do for the public.
"""

from __future__ import annotations

import argparse
import re
import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from site_build.paths import SITE

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".zip": "application/zip",
    ".whl": "application/zip",
}
_HASHED = re.compile(r"[.-][0-9a-f]{8,}\.")


class Handler(SimpleHTTPRequestHandler):
    """Serves a directory, below ``prefix`` where one is given."""

    protocol_version = "HTTP/1.1"
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012

    def __init__(self, *args: object, prefix: str = "/", **values: object) -> None:
        self.prefix = prefix
        super().__init__(*args, **values)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """A path outside the prefix leads nowhere."""
        if not urlsplit(path).path.startswith(self.prefix):
            return str(Path(self.directory) / "no-such-place")
        return super().translate_path(path.removeprefix(self.prefix.rstrip("/")))

    def end_headers(self) -> None:
        """Headers that a public host should send too."""
        lasting = _HASHED.search(urlsplit(self.path).path) is not None
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if lasting else "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what isn't there."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: what a visitor asks for is nobody's business."""


class Server(ThreadingHTTPServer):
    """Many connections at once, as browsers like it."""

    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up in the middle is no fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def server(directory: Path = SITE, port: int = 0, prefix: str = "/") -> Server:
    """A server on 127.0.0.1, not yet running. ``prefix`` begins and ends with a slash."""
    return Server(("127.0.0.1", port), partial(Handler, directory=str(directory), prefix=prefix))


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m site_build.serve")
    parser.add_argument("directory", nargs="?", type=Path, default=SITE)
    parser.add_argument("--port", type=int, default=8000, help="0 takes a free port")
    parser.add_argument("--prefix", default="/", help="serve below this path, e.g. /section/")
    options = parser.parse_args()
    if not options.directory.is_dir():
        parser.error(f"no directory {options.directory}; run make build first")
    try:
        opened = server(options.directory, options.port, options.prefix)
    except OSError as fault:
        parser.error(
            f"port {options.port} can't be used ({fault.strerror}); try another, e.g. make serve PORT=8001"
        )
    with opened as running:
        print(f"http://127.0.0.1:{running.server_address[1]}{options.prefix}  (Ctrl+C ends it)", flush=True)
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
