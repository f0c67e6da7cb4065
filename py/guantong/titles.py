"""Names of professional titles and the level each stands for.

Source: the national table of title names by series (人社部 2021), rows for the series that this policy meets, with older
names still found on certificates. A name that means different levels in different series, or that is also the name of a
skill level (技师), needs its series.
"""

from __future__ import annotations

from typing import Final, Literal

Level = Literal[
    "below_assistant", "junior_unspecified", "assistant", "intermediate", "associate_senior", "senior"
]

LEVELS: Final[tuple[Level, ...]] = (
    "below_assistant",
    "junior_unspecified",
    "assistant",
    "intermediate",
    "associate_senior",
    "senior",
)
LEVEL_NAMES: Final[dict[str, str]] = {
    "below_assistant": "员级",
    "junior_unspecified": "初级（级别不明）",
    "assistant": "助理级",
    "intermediate": "中级",
    "associate_senior": "副高级",
    "senior": "正高级",
}

_RUNGS: Final[tuple[Level, ...]] = (
    "senior",
    "associate_senior",
    "intermediate",
    "assistant",
    "below_assistant",
)

# One line a series: names from 正高级 down to 员级, several names of a rung parted by "/", "-" where there is none.
_TABLE = """
工程 正高级工程师/教授级高级工程师 高级工程师 工程师 助理工程师 技术员
农业 正高级农艺师/正高级畜牧师/正高级兽医师/农业技术推广研究员 高级农艺师/高级畜牧师/高级兽医师 农艺师/畜牧师/兽医师 助理农艺师/助理畜牧师/助理兽医师 农业技术员
工艺美术 正高级工艺美术师 高级工艺美术师 工艺美术师 助理工艺美术师 工艺美术员
文物博物 研究馆员 副研究馆员 馆员 助理馆员 -
实验技术 正高级实验师 高级实验师 实验师 助理实验师 实验员
技工院校教师 正高级讲师/正高级实习指导教师 高级讲师/高级实习指导教师 讲师/一级实习指导教师 助理讲师/二级实习指导教师 教员/三级实习指导教师
体育 国家级教练 高级教练 中级教练/一级教练 初级教练/二级教练/三级教练 -
经济 正高级经济师 高级经济师 经济师 助理经济师 经济员
会计 正高级会计师 高级会计师 会计师 助理会计师 会计员
统计 正高级统计师 高级统计师 统计师 助理统计师 统计员
审计 正高级审计师 高级审计师 审计师 助理审计师 审计员
翻译 译审 一级翻译 二级翻译 三级翻译 -
出版 编审 副编审 编辑 助理编辑 -
卫生 主任医师/主任药师/主任护师/主任技师 副主任医师/副主任药师/副主任护师/副主任技师 主治医师/主管药师/主管护师/主管技师 医师/药师/护师/技师 医士/药士/护士/技士
研究 研究员 副研究员 助理研究员 研究实习员 -
高校教师 教授 副教授 讲师 助教 -
中小学教师 正高级教师 高级教师 一级教师 二级教师 三级教师
新闻 高级记者/高级编辑 主任记者/主任编辑 记者 助理记者 -
艺术 一级演员/一级演奏员/一级编剧/一级导演/一级美术师/一级作曲/一级指挥 二级演员/二级演奏员/二级编剧/二级导演/二级美术师/二级作曲/二级指挥 三级演员/三级演奏员/三级编剧/三级导演/三级美术师/三级作曲/三级指挥 四级演员/四级演奏员/四级编剧/四级导演/四级美术师/四级作曲/四级指挥 -
"""

#: words for a level itself, as they stand on forms
LEVEL_WORDS: Final[dict[str, Level]] = {
    "员级": "below_assistant",
    "员级职称": "below_assistant",
    "初级": "junior_unspecified",
    "初级职称": "junior_unspecified",
    "助理级": "assistant",
    "助理级职称": "assistant",
    "中级": "intermediate",
    "中级职称": "intermediate",
    "副高级": "associate_senior",
    "副高": "associate_senior",
    "副高级职称": "associate_senior",
    "正高级": "senior",
    "正高": "senior",
    "正高级职称": "senior",
}

#: names whose meaning hangs on the series (艺术 ranks are added below)
_SERIES_NEEDED = {"技师", "讲师"}


def _read() -> tuple[dict[tuple[str, str], Level], dict[str, Level], frozenset[str]]:
    by_series: dict[tuple[str, str], Level] = {}
    alone: dict[str, Level] = dict(LEVEL_WORDS)
    needs = set(_SERIES_NEEDED)
    for line in _TABLE.split("\n"):
        series, *rungs = line.split() or [""]
        for level, names in zip(_RUNGS, rungs, strict=False):
            for name in names.split("/"):
                if name == "-":
                    continue
                by_series[series, name] = level
                if series == "艺术":
                    needs.add(name)
                if alone.setdefault(name, level) != level:
                    needs.add(name)
    return by_series, alone, frozenset(needs)


_BY_SERIES, _ALONE, NEEDS_SERIES = _read()

#: names for a picker, in the order of the table
NAMES: Final[tuple[str, ...]] = tuple(dict.fromkeys(name for _, name in _BY_SERIES))
#: (series, name, level) in the order of the table
TABLE: Final[tuple[tuple[str, str, Level], ...]] = tuple(
    (s, n, level) for (s, n), level in _BY_SERIES.items()
)


def known(name: str) -> bool:
    """Whether the published list has this name in any series."""
    return name in _ALONE


def possible_levels(name: str) -> frozenset[Level]:
    """The levels that a name stands for in one series or another."""
    return frozenset(level for _, other, level in TABLE if other == name)


def level_of(name: str, series: str | None) -> Level | None:
    """The level that a title's name stands for; ``None`` where the name is unknown or needs a series that is not given.

    ``series`` is the normalised name of a series (see :mod:`guantong.series`).
    """
    if name in NEEDS_SERIES:
        return _BY_SERIES.get((series, name)) if series else None
    return _ALONE.get(name)
