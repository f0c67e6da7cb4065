"""The form of a decision table: what a page or a print needs to show it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """One table in plain Chinese. Every row has as many cells as the head; the first cell names the row."""

    id: str  #: permanent ASCII id
    title: str
    intro: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    clauses: tuple[str, ...]  #: clause paths as in policy/statements.tsv
