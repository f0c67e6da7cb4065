"""What the long proofs found when they were last run, from the files that they write into ``build/proof``.

A file is one JSON object: ``title`` (Chinese), ``command``, ``date`` and ``counts``, an object of Chinese names and whole
numbers. Without files the page says which command makes them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from site_build.html import element, text
from site_build.paths import PROOF

_NONE = (
    "建站时没有这些检查的结果，所以这里不写数字。在项目目录里运行 make proof，再建一次，结果就会写在这里。"
)


def runs(folder: Path = PROOF) -> str:
    """One entry for each file, or the sentence that there is none."""
    files = sorted(folder.glob("*.json"))
    if not files:
        return element("p", text(_NONE))
    return element("dl", "".join(_run(json.loads(path.read_text("utf-8"))) for path in files))


def _run(found: dict[str, Any]) -> str:
    counts = "，".join(f"{name} {number}" for name, number in found["counts"].items())
    made = f"{text(found['date'])}，{element('code', text(found['command']))}"
    return element("dt", text(found["title"])) + element("dd", f"{text(counts)}。{made}")
