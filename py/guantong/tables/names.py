"""Names of titles by series and level."""

from __future__ import annotations

from ..titles import LEVEL_NAMES, TABLE
from .table import Table

_LEVELS = ("senior", "associate_senior", "intermediate", "assistant", "below_assistant")


def tables() -> list[Table]:
    series = tuple(dict.fromkeys(name for name, _, _ in TABLE))
    rows = tuple((name, *(_names(name, level) for level in _LEVELS)) for name in series)
    return [
        Table(
            "title-names",
            "职称名称是哪一级",
            "有的名称要看系列才知道级别，例如“讲师”和艺术系列的名称。卫生系列的“技师”是职称，不是二级/技师。",
            ("系列", *(LEVEL_NAMES[level] for level in _LEVELS)),
            rows,
            ("三（一）",),
        )
    ]


def _names(series: str, level: str) -> str:
    return "、".join(name for group, name, rung in TABLE if (group, rung) == (series, level)) or "—"
