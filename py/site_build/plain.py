"""The plain-words line of each statement and who decides it, from ``guantong/policy/plain.tsv``."""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Plain:
    """What a statement means in plain words; ``handling`` is information, rule or judgement."""

    handling: str
    words: str


@cache
def plain() -> dict[str, Plain]:
    """Statement id → its plain words."""
    data = pkgutil.get_data("guantong.policy", "plain.tsv")
    if data is None:
        raise FileNotFoundError("guantong/policy/plain.tsv")
    rows = (line.split("\t") for line in data.decode("utf-8").splitlines()[1:])
    return {row[0]: Plain(row[1], row[2]) for row in rows}
