"""Which words of the notes belong to which column of annex 1, and what is near a wrong one."""

from __future__ import annotations

from typing import Final

from guantong.annex_1 import COLLECTION
from guantong.forms import EDUCATION, ID_TYPES, SKILL_WORDS, SOURCES, SUGGESTIONS, real_date

from . import dates

WORDS: Final[dict[str, tuple[str, ...]]] = {
    "证件类型": ID_TYPES,
    "文化程度": EDUCATION,
    "考生来源": SOURCES,
    "证书领取": COLLECTION,
    "级别": SKILL_WORDS,
}
DATES: Final = ("出生日期", "参加工作时间")
_SEX: Final = {"男性": "男", "女性": "女", "M": "男", "F": "女"}


def suggestion(column: str, value: str) -> str:
    """What the value probably should be, empty where nothing is near. Only ever offered, never put in silently."""
    if column in WORDS:
        tight = "".join(value.split())
        near = SUGGESTIONS.get(tight, tight)
        return near if near in WORDS[column] and near != value else ""
    if column == "出生日期":
        read = dates.read(value).text
        return read if real_date(read) and read != value else ""
    if column == "证件号":
        tight = "".join(value.split()).upper().replace("Ｘ", "X")
        return tight if tight != value else ""
    if column == "性别":
        return _SEX.get(value.upper(), "")
    return ""
