"""Which series of titles are obtained by review, which by examination, which the policy does not name."""

from __future__ import annotations

from .. import chapter_2
from .. import series as names
from ..person import Person
from .sample import DAY
from .table import Table

_WAYS = {"review": "评审", "exam": "考试", "unlisted": "本办法没有点名，需确认"}


def tables() -> list[Table]:
    rows = tuple(
        (name, _way(name), _aliases(name)) for name in names.REVIEWED + names.EXAMINED + names.OTHERS
    )
    return [
        Table(
            "series",
            "职称系列：评审还是考试",
            "两份名单都以“等”结尾。没有点名的系列，要问武汉市人社局专业技术人员管理处。",
            ("系列", "怎么取得", "也写作"),
            rows,
            ("二（一）", "二（二）"),
        )
    ]


def _way(name: str) -> str:
    return _WAYS[chapter_2.kind(Person(DAY, target_series=name)) or "unlisted"]


def _aliases(name: str) -> str:
    return "、".join(alias for alias, meant in names.ALIASES.items() if meant == name) or "—"
