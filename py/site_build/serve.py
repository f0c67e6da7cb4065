"""A small static server for looking at the site: the types and headers of a public host, the site's own 404 page.

``python -m site_build.serve [--port 8000] [--prefix /section/] [directory]``. Port 0 takes a free one.
It is for looking and for tests; any static host will do for the public.
"""

from __future__ import annotations

import argparse
import sys
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from site_build.compressed import ENCODINGS
from site_build.content_policy import policy_in
from site_build.hosts.headers import COMMON, FILE_POLICY, TYPES, cache_control, file_policy, page_policy
from site_build.paths import SITE


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

    def send_head(self) -> BinaryIO | None:
        """The compressed copy where there is one and the browser takes it, else the file."""
        page = self._file()
        taken = self.headers.get("Accept-Encoding", "")
        for name, ending in ENCODINGS.items():
            packed = page.with_name(page.name + ending)
            if name in taken and packed.is_file():
                return self._send_packed(page, packed, name)
        return super().send_head()

    def _send_packed(self, page: Path, packed: Path, encoding: str) -> BinaryIO | None:
        changed = self.date_time_string(int(packed.stat().st_mtime))
        known = self.headers.get("If-Modified-Since") == changed
        self.send_response(HTTPStatus.NOT_MODIFIED if known else HTTPStatus.OK)
        if not known:
            self.send_header("Content-Type", self.guess_type(page))
            self.send_header("Content-Encoding", encoding)
            self.send_header("Content-Length", str(packed.stat().st_size))
            self.send_header("Last-Modified", changed)
        self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        return None if known else packed.open("rb")

    def _file(self) -> Path:
        """The file that the path means, whether it exists or not."""
        path = Path(self.translate_path(self.path))
        return path / "index.html" if urlsplit(self.path).path.endswith("/") else path

    def end_headers(self) -> None:
        """The headers that a public host should send too."""
        page = self._file()
        policy = _policy(page) or _policy(Path(self.directory) / "404.html") or FILE_POLICY
        self.send_header("Content-Security-Policy", policy)
        self.send_header("Cache-Control", cache_control(urlsplit(self.path).path))
        for name, value in COMMON.items():
            self.send_header(name, value)
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


def _policy(path: Path) -> str | None:
    """The header for a file: a page's own policy, the tightest one for anything else, None for what isn't there."""
    if not path.is_file():
        return None
    written = _written(path, path.stat().st_mtime_ns) if path.suffix == ".html" else None
    return (
        file_policy(path.as_posix())
        if written is None
        else page_policy(written, f"{path.parent.name}/{path.name}")
    )


@lru_cache(maxsize=256)
def _written(path: Path, _changed: int) -> str | None:
    return policy_in(path.read_text("utf-8"))


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
