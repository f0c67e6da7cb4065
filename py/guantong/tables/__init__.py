"""The decision tables of the policy, computed by the rules themselves.

No number and no list is typed in here a second time: a cell that says when one may apply is what the rules answer for a
made-up person, and a list is the list that the rules read.
"""

from __future__ import annotations

from . import channels, forms, gates, honours, ladders, names, retirement, series
from .table import Table

__all__ = ["Table", "tables"]

_PARTS = (ladders, gates, channels, honours, series, names, retirement, forms)


def tables() -> list[Table]:
    """All tables, in the order in which a reader meets the questions."""
    return [table for part in _PARTS for table in part.tables()]
