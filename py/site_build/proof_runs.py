"""What the long proofs found when they last ran whole, from the files that they write into ``tests/proof/results``.

A file is one JSON object: ``title`` (Chinese), ``command``, ``date``, ``rules`` (the hash of the rules that it ran on),
``seconds``, ``counts``, an object of Chinese names and numbers, and perhaps ``table``, rows with the head first. Where the rules
have changed since, the entry says so.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from guantong.version import rules_hash
from site_build.annexes import scroller
from site_build.html import element, table_head, table_row, text
from site_build.paths import PROOF

_NONE = (
    "建站时没有这些检查的结果，所以这里不写数字。在项目目录里运行 make proof，再建一次，结果就会写在这里。"
)
_CHANGED = "此后规则或其中的文字有过改动，这是改动以前的结果。"
_ORDER = ("exhaustive", "questions", "second_opinion", "hostile", "two_pythons", "faults", "mutation")


def runs(folder: Path = PROOF) -> str:
    """One entry for each file, or the sentence that there is none."""
    files = sorted(folder.glob("*.json"), key=_place)
    if not files:
        return element("p", text(_NONE))
    found = [json.loads(path.read_text("utf-8")) for path in files]
    tables = "".join(_table(run) for run in found if "table" in run)
    return element("dl", "".join(map(_run, found))) + tables


def _place(path: Path) -> tuple[int, str]:
    return _ORDER.index(path.stem) if path.stem in _ORDER else len(_ORDER), path.stem


def _run(found: dict[str, Any]) -> str:
    counts = "，".join(f"{name} {_number(number)}" for name, number in found["counts"].items())
    says = text(f"{counts}。用时 {_time(found['seconds'])}，{found['date']}，")
    changed = "" if found["rules"] == rules_hash() else element("strong", text(_CHANGED))
    command = element("code", text(found["command"]))
    return element("dt", text(found["title"])) + element("dd", f"{says}{command}。{changed}")


def _number(number: int | str) -> str:
    return f"{number:,}" if isinstance(number, int) else number


def _time(seconds: int) -> str:
    return f"{seconds} 秒" if seconds < 120 else f"{round(seconds / 60)} 分钟"


def _table(found: dict[str, Any]) -> str:
    head, *rows = found["table"]
    body = element("tbody", "".join(table_row([text(cell) for cell in row], head) for row in rows))
    table = element("table", table_head(head) + body, class_="gt-table gt-proof is-cards")
    return element("p", text(f"{found['title']}：")) + scroller(table, found["title"])
