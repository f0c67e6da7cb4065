"""Finding the header row of a table: below a merged title, with the names that people really use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from .tables import Row

_LOOK = 30  #: rows in which the header is looked for
_NOISE = re.compile(r"[\s*＊:：]+")


class Headed(NamedTuple):
    """The header with the number of its row, and the rows below it."""

    number: int
    names: list[str]
    rows: Iterator[Row]


def bare(name: str) -> str:
    """A column's name without blanks, asterisks and colons, brackets in one width."""
    return _NOISE.sub("", name).replace("(", "（").replace(")", "）")


def find_header(rows: Iterable[Row], is_known: Callable[[str], bool]) -> Headed | None:
    """The row with the most names that ``is_known`` accepts, the first of equals; else the first with two cells or more.

    A title over the table is one merged cell, so it never wins. Names parted over two rows (“职称” above “取得时间”) are joined
    where the lower one alone is not known. ``None`` for a table without two cells beside each other.
    """
    found = iter(rows)
    head = list(islice(found, _LOOK))
    wide = [row for row in head if sum(map(bool, row.cells)) >= 2]
    if not wide:
        return None
    best = max(wide, key=lambda row: sum(is_known(bare(cell)) for cell in row.cells if cell))
    at = head.index(best)
    names = best.cells
    if at and sum(map(bool, head[at - 1].cells)) >= 2:
        names = _joined(head[at - 1].cells, names, is_known)
    return Headed(best.number, [bare(name) for name in names], chain(head[at + 1 :], found))


def _joined(above: list[str], names: list[str], is_known: Callable[[str], bool]) -> list[str]:
    out: list[str] = []
    group = ""
    for index in range(max(len(above), len(names))):
        group = (above[index] if index < len(above) else "") or group
        name = names[index] if index < len(names) else ""
        alone = bare(name)
        both = bare(group + name)
        out.append(name if is_known(alone) or not is_known(both) else both)
    return out
