"""The standard library of the page, in two: what the rules use, and the rest for pages that need more.

Which modules the rules use is found by asking them every worked case in the browser's Python. The lean library that
comes out is then asked the same again, and must answer as this Python does.
"""

from __future__ import annotations

from dataclasses import dataclass

from site_build import node, trial
from site_build.archive import compiled, unpack

PLACE = "/lib/python314.zip"
REST_PLACE = "/more/rest.zip"
OURS = node.CALCULATOR / "python"
#: Parts of the standard library that no page without files, windows or network can use.
NEVER = (
    "_pyrepl", "asyncio", "ctypes", "dbm", "ensurepip", "idlelib", "lib2to3", "multiprocessing", "pydoc_data", "sqlite3",
    "test", "tkinter", "turtledemo", "unittest", "venv", "wsgiref", "xmlrpc",
    "doctest.py", "ftplib.py", "imaplib.py", "mailbox.py", "pdb.py", "poplib.py", "pstats.py", "pydoc.py", "smtplib.py",
    "turtle.py", "pyodide/webloop.py", "pyodide/_nodesock_transport.py", "pyodide/console.py", "pyodide/http",
)  # fmt: skip
#: Needed by errors and odd input that the trial can't call up in full.
ALWAYS = ("encodings/ascii.py", "encodings/latin_1.py", "_strptime.py", "calendar.py", "locale.py")


@dataclass(frozen=True, slots=True)
class Library:
    """Two archives of compiled modules."""

    lean: bytes  #: what the rules need; lies at ``PLACE``
    rest: bytes  #: everything else that can be of use in a page; lies at ``REST_PLACE``


def library(rules: bytes) -> Library:
    """The library for these rules (a compiled archive). Raises ``RuntimeError`` where it fails its trial."""
    everything = _sources()
    used = _used(compiled(everything, PLACE, level=2), rules)
    lean = {name: data for name, data in everything.items() if name in used}
    rest = {name: data for name, data in everything.items() if name.endswith(".py") and name not in used}
    made = Library(compiled(lean, PLACE, level=2), compiled(rest, REST_PLACE, level=2))
    trial.check(ask(made.lean, rules)["replies"], "the lean library")
    return made


def ask(stdlib: bytes, rules: bytes) -> dict[str, list[list[object]]]:
    """Replies to the trial's questions, and the ``modules`` of the library in use after them."""
    return trial.ask({"stdlib": stdlib, "rules": rules})


def _sources() -> dict[str, bytes]:
    """The standard library of Pyodide with our stand-ins and the bridge."""
    given = unpack((node.PYODIDE / "python_stdlib.zip").read_bytes())
    kept = {name: data for name, data in given.items() if not _never(name)}
    stubs = OURS / "stubs"
    kept |= {path.relative_to(stubs).as_posix(): path.read_bytes() for path in stubs.rglob("*.py")}
    return kept | {"bridge.py": (OURS / "bridge.py").read_bytes()}


def _never(name: str) -> bool:
    return any(name == never or name.startswith(f"{never}/") for never in NEVER)


def _used(everything: bytes, rules: bytes) -> frozenset[str]:
    modules = ask(everything, rules)["modules"]
    return frozenset(str(name).removesuffix("c") for name in modules) | frozenset(ALWAYS)


def sizes(made: Library) -> str:
    """A line for who watches the build."""
    return f"{len(unpack(made.lean))} modules for the rules, {len(unpack(made.rest))} more on demand"
