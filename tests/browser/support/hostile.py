"""Code that tries to send the answers away, put in the place of ours."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

HERE = Path(__file__).parent


def worker(own: str, other: str) -> bytes:
    """A worker's script that tries every way out of a worker and reports how each ended."""
    return _filled("hostile_worker.js", own, other)


def rules(own: str, other: str) -> bytes:
    """A package of rules that tries every way out of Python."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("guantong/__init__.py", "")
        archive.writestr("guantong/cli.py", rules_text(own, other))
    return packed.getvalue()


def rules_text(own: str, other: str) -> str:
    """The Python of that package."""
    return _filled("hostile_cli.py.txt", own, other).decode()


def _filled(name: str, own: str, other: str) -> bytes:
    text = (HERE / name).read_text("utf-8")
    return text.replace("{OWN}", own).replace("{OTHER}", other).encode()
