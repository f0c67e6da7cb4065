"""The policy text: 108 numbered statements, their clause paths and permanent anchors.

``statements.tsv`` is the one place that maps statement, clause path and anchor; ``source.txt``
is the text as received. Joined in order, the statements say exactly what the source says (a test holds this).
An anchor, once published, is never changed.
"""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from functools import cache

DOCUMENT = "武人社规〔2022〕2号"
TITLE = "武汉市推进高技能人才与专业技术人才职业发展贯通实施办法"
ISSUER = "武汉市人力资源和社会保障局"


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of the policy, word for word."""

    id: str  #: C001 … C108
    clause: str  #: clause path, e.g. 三（二）2; several statements may share one
    anchor: str  #: permanent ASCII id on the policy page
    text: str


def _read(name: str) -> str:
    data = pkgutil.get_data(__name__, name)
    if data is None:
        raise FileNotFoundError(name)
    return data.decode("utf-8")


@cache
def statements() -> tuple[Statement, ...]:
    """All statements in the order of the document."""
    lines = _read("statements.tsv").splitlines()[1:]
    return tuple(Statement(*line.split("\t")) for line in lines)


@cache
def _by_id() -> dict[str, Statement]:
    return {s.id: s for s in statements()}


def statement(id: str) -> Statement:
    """The statement with this number; ``KeyError`` when there is none."""
    return _by_id()[id]


def source_text() -> str:
    """The document as received, page breaks and all."""
    return _read("source.txt")
