"""Code that tries to send the answers away, put in the place of ours."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
WORKER = r"/worker-[0-9a-f]+\.js"
IMAGE = r"/image-[0-9a-f]+\.bin"
RULES = r"/rules-[0-9a-f]+\.zip"


def worker(own: str, other: str) -> bytes:
    """A worker's script that tries every way out of a worker and reports how each ended."""
    return _filled("hostile_worker.js", own, other)


def rules(own: str, other: str) -> bytes:
    """A package of rules that tries every way out of Python."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("guantong/__init__.py", "")
        archive.writestr("guantong/cli.py", _filled("hostile_cli.py.txt", own, other))
    return packed.getvalue()


def _filled(name: str, own: str, other: str) -> bytes:
    text = (HERE / name).read_text("utf-8")
    return text.replace("{OWN}", own).replace("{OTHER}", other).encode()
