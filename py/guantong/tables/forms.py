"""The annex forms: what may be written into the columns that have a list."""

from __future__ import annotations

from ..annex_1 import COLLECTION, COLUMNS
from ..forms import EDUCATION, ID_TYPES, PRINTED_SLIP, REAL_WORD, SKILL_WORDS, SOURCES
from .table import Table

BIRTH = "出生日期"
_LISTS = (
    ("证件类型", ID_TYPES, "附件1·说明3"),
    ("文化程度", EDUCATION, "附件1·说明6"),
    ("考生来源", SOURCES, "附件1·说明7"),
    ("证书领取", COLLECTION, "附件1·说明8"),
    ("级别", SKILL_WORDS, "附件1·说明10"),
)


def tables() -> list[Table]:
    rows = tuple((column, _place(column), "、".join(words)) for column, words, _ in _LISTS)
    birth = (BIRTH, _place(BIRTH), "真实的日期，写成 2019-10-01 这样（解读A41）")
    return [
        Table(
            "annex-words",
            "汇总表（附件1）里要照名单填的栏目",
            f"共{len(COLUMNS)}列，列名和次序不要改。“{PRINTED_SLIP}”是原文印的，很可能是“{REAL_WORD}”之误（解读A43）。",
            ("栏目", "位置", "可以填的词"),
            (*rows, birth),
            (*(note for _, _, note in _LISTS), "附件1·说明5"),
        )
    ]


def _place(column: str) -> str:
    return f"第{COLUMNS.index(column) + 1}列"
