"""Writes down what a whole run of a proof found, for the verification page: one small file a proof, kept with the project.

A file names the rules that it was run on; the page says so where the rules have changed since.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from guantong.version import rules_hash

RESULTS = Path(__file__).parent / "results"
RULES = rules_hash()  #: as the run began: somebody may change the rules while it goes on


def record(
    name: str,
    title: str,
    counts: Mapping[str, int | str],
    seconds: float,
    *,
    module: str = "",
    table: Sequence[Sequence[str]] = (),
    folder: Path = RESULTS,
) -> None:
    """``counts``: Chinese name → number; ``table``: rows to show, the first of them the head."""
    found: dict[str, Any] = {
        "title": title,
        "command": f"python -m {module or f'tests.proof.{name}'}",
        "date": date.today().isoformat(),
        "rules": RULES,
        "seconds": round(seconds),
        "counts": dict(counts),
    }
    if table:
        found["table"] = [list(row) for row in table]
    folder.mkdir(exist_ok=True)
    text = json.dumps(found, ensure_ascii=False, indent=1)
    (folder / f"{name}.json").write_text(text + "\n", "utf-8")
