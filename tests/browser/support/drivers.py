"""Firefox and WebKit as they are, driven by what they bring along: Marionette, and WebKitWebDriver (W3C WebDriver).

Both take the same commands; only the wire differs. That is little enough to need no client library.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol
from urllib.request import Request, urlopen

from tests.browser.support.firefox import FIREFOX

PATIENCE_S = 90
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
WEBKIT_DRIVER = shutil.which("WebKitWebDriver")
XVFB = shutil.which("Xvfb")


class Driver(Protocol):
    """What a case needs of a browser."""

    def open(self, url: str) -> None:
        """Go to a page."""

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""

    def click(self, selector: str) -> None:
        """Click an element as a person does: it must be in view and not covered."""

    def type(self, selector: str, words: str) -> None:
        """Type into a field."""


def wait_for(driver: Driver, condition: str) -> None:
    """Wait until an expression in the page is true."""
    end = time.monotonic() + PATIENCE_S
    while not driver.run(condition):
        if time.monotonic() > end:
            raise AssertionError(
                f"never true: {condition}; the page says: {driver.run('document.body.innerText')}"
            )
        time.sleep(0.1)


class Marionette:
    """Firefox's own protocol: JSON with its length in front."""

    def __init__(self, port: int) -> None:
        self._link = _connect(port)
        self._count = 0
        self._read()
        self._ask("WebDriver:NewSession", capabilities={})

    def open(self, url: str) -> None:
        self._ask("WebDriver:Navigate", url=url)

    def run(self, script: str) -> Any:
        return self._ask("WebDriver:ExecuteScript", script=f"return {script}", args=[], sandbox=None)["value"]

    def click(self, selector: str) -> None:
        self._ask("WebDriver:ElementClick", id=self._find(selector))

    def type(self, selector: str, words: str) -> None:
        self._ask("WebDriver:ElementSendKeys", id=self._find(selector), text=words)

    def _find(self, selector: str) -> str:
        found = self._ask("WebDriver:FindElement", using="css selector", value=selector)
        return str(found["value"][ELEMENT])

    def _ask(self, name: str, **values: Any) -> Any:
        self._count += 1
        message = json.dumps([0, self._count, name, values]).encode()
        self._link.sendall(b"%d:%s" % (len(message), message))
        _, _, error, value = self._read()
        if error:
            raise AssertionError(f"{name} {values}: {error['message']}")
        return value

    def _read(self) -> Any:
        head = b""
        while not head.endswith(b":"):
            head += self._link.recv(1)
        rest, text = int(head[:-1]), b""
        while len(text) < rest:
            text += self._link.recv(rest - len(text))
        return json.loads(text)


class WebDriver:
    """W3C WebDriver: JSON over HTTP."""

    def __init__(self, port: int, capabilities: dict[str, Any]) -> None:
        self._base = f"http://127.0.0.1:{port}/session"
        wanted = {"capabilities": {"alwaysMatch": capabilities}}
        self._base += "/" + self._ask("", wanted)["sessionId"]

    def open(self, url: str) -> None:
        self._ask("/url", {"url": url})

    def run(self, script: str) -> Any:
        return self._ask("/execute/sync", {"script": f"return {script}", "args": []})

    def click(self, selector: str) -> None:
        self._ask(f"/element/{self._find(selector)}/click", {})

    def type(self, selector: str, words: str) -> None:
        self._ask(f"/element/{self._find(selector)}/value", {"text": words})

    def _find(self, selector: str) -> str:
        found = self._ask("/element", {"using": "css selector", "value": selector})
        return str(found[ELEMENT])

    def _ask(self, path: str, body: dict[str, Any]) -> Any:
        request = Request(
            self._base + path, json.dumps(body).encode(), {"Content-Type": "application/json"}, method="POST"
        )
        with urlopen(request, timeout=PATIENCE_S) as reply:
            return json.load(reply)["value"]


@contextmanager
def firefox(profile: Path) -> Iterator[Driver]:
    """A fresh Firefox without a window."""
    profile.mkdir()
    port = _free_port()
    (profile / "user.js").write_text(f'user_pref("marionette.port", {port});\n', "utf-8")
    command = [str(FIREFOX), "--headless", "--no-remote", "--marionette", "--profile", str(profile)]
    with _running(command):
        yield Marionette(port)


@contextmanager
def webkit() -> Iterator[Driver]:
    """A fresh MiniBrowser of WebKitGTK on a screen that nobody sees."""
    display = f":{90 + os.getpid() % 900}"
    port = _free_port()
    screen = [str(XVFB), display, "-screen", "0", "1280x1000x24", "-nolisten", "tcp"]
    quiet = {
        **os.environ,
        "DISPLAY": display,
        "GDK_BACKEND": "x11",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
        "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
    }
    with _running(screen), _running([str(WEBKIT_DRIVER), f"--port={port}"], quiet):
        _connect(port).close()
        yield WebDriver(port, {"browserName": "MiniBrowser", "webkitgtk:browserOptions": _minibrowser()})


def _minibrowser() -> dict[str, Any]:
    found = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    return {"binary": str(found[-1]), "args": ["--automation"]}


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _connect(port: int) -> socket.socket:
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


@contextmanager
def _running(command: list[str], environment: dict[str, str] | None = None) -> Iterator[None]:
    running = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        running.terminate()
        try:
            running.wait(10)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
