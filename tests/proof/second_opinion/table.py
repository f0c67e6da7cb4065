"""Reads the decision table and finds the row that decides."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Facts = dict[str, Any]
Row = dict[str, Any]

TABLE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "table.toml").read_text("utf-8"))
_OUTCOMES = frozenset(
    ("then", "before", "from", "office_years_before", "senior", "associate", "experts", "why", "to")
)


def first_row(rows: Iterable[Row], facts: Facts) -> Row:
    """The first row whose conditions all fit the facts."""
    return next(
        row
        for row in rows
        if all(_fits(facts.get(key), wanted) for key, wanted in row.items() if key not in _OUTCOMES)
    )


def _fits(given: Any, wanted: Any) -> bool:
    if wanted == "?":
        return given is None
    if isinstance(wanted, list):
        return given in wanted
    if isinstance(wanted, str) and wanted.startswith("<"):
        return given is not None and given < int(wanted[1:])
    return given is not None and bool(given == wanted)


def word(value: Any) -> str:
    """A fact as the keys of small tables have it."""
    return "?" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
