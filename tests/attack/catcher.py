"""The second origin. It takes whatever comes, over TCP and UDP, and notes it; it never stops anything."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Thread

_ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nAccess-Control-Allow-Origin: *\r\n"
    b"Access-Control-Allow-Headers: *\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
)
_WAY = re.compile(rb"leak/([a-z-]+)")


@dataclass
class Catcher:
    """Address, the two ports for datagrams, and the ways that got here."""

    port: int = 0
    stun: int = 0
    quic: int = 0
    hits: set[str] = field(default_factory=set)

    @property
    def url(self) -> str:
        """Address with a stroke at its end."""
        return f"http://127.0.0.1:{self.port}/"


@contextmanager
def catcher() -> Iterator[Catcher]:
    """Run until left."""
    notes = Catcher()
    listener = socket.create_server(("127.0.0.1", 0))
    datagrams = {name: socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for name in ("stun", "quic")}
    for name, socket_ in datagrams.items():
        socket_.bind(("127.0.0.1", 0))
        setattr(notes, name, socket_.getsockname()[1])
    notes.port = listener.getsockname()[1]
    Thread(target=_take_streams, args=(listener, notes), daemon=True).start()
    for socket_, way in ((datagrams["stun"], "page-webrtc"), (datagrams["quic"], "webtransport")):
        Thread(target=_take_datagrams, args=(socket_, notes, way), daemon=True).start()
    yield notes
    for socket_ in (listener, *datagrams.values()):
        with suppress(OSError):
            socket_.shutdown(socket.SHUT_RDWR)
        socket_.close()


def _take_streams(listener: socket.socket, notes: Catcher) -> None:
    with suppress(OSError):
        while True:
            connection, _ = listener.accept()
            Thread(target=_take, args=(connection, notes), daemon=True).start()


def _take(connection: socket.socket, notes: Catcher) -> None:
    asked = b""
    with connection, suppress(OSError):
        connection.settimeout(5)
        with suppress(TimeoutError, ConnectionError):
            asked = connection.recv(65536)
        found = _WAY.search(asked)
        # A connection that says nothing (preconnect) is a hit as well.
        notes.hits.add(found[1].decode() if found else "bare-connection")
        connection.sendall(_ANSWER)


def _take_datagrams(socket_: socket.socket, notes: Catcher, way: str) -> None:
    with suppress(OSError):
        while socket_.recv(2048):
            notes.hits.add(way)
