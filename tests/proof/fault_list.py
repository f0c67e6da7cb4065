"""The faults: what a hurried change could do to the rules, each as one exact replacement in one module."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """One place of one module; ``old`` must stand there exactly once."""

    name: str
    says: str  #: the same for the page
    module: str
    old: str
    new: str


FAULTS: tuple[Fault, ...] = (
    Fault(
        "3 years after 助理级 become 2",
        "助理级满3年，改成满2年",
        "chapter_3_conditions.py",
        '"skill_2",\n        ("assistant",),\n        3,',
        '"skill_2",\n        ("assistant",),\n        2,',
    ),
    Fault(
        "the anniversary itself no longer counts",
        "满年限那一天不算满（≥ 改成 >）",
        "clocks.py",
        "add_years(obtained.certain, years).toordinal())\n\n\ndef calendar_years",
        "add_years(obtained.certain, years).toordinal() + 1)\n\n\ndef calendar_years",
    ),
    Fault(
        "中级满3年 carries the clause of 技师",
        "中级满3年一路，换成了技师的条款",
        "chapter_3_conditions.py",
        '"C027",\n        readings=("A01", "A02", "A18"),',
        '"C026",\n        readings=("A01", "A02", "A18"),',
    ),
    Fault(
        "武汉工匠 falls off the list",
        "荣誉名单漏了武汉工匠",
        "facts.py",
        '    "湖北工匠",\n    "武汉工匠",\n',
        '    "湖北工匠",\n',
    ),
    Fault(
        "women of 55 retire by steps of two months",
        "原55岁的女性，延迟的步子改成每2个月",
        "retirement.py",
        "55: (4, 36)",
        "55: (2, 36)",
    ),
    Fault(
        "专业技术工作 is asked by nobody any more",
        "不再看是否从事专业技术工作",
        "chapter_4_applicants.py",
        "        does_technical_work(person),\n",
        "",
    ),
    Fault(
        "an unanswered gate counts as no",
        "没有答的条件，当作“没有”",
        "conditions.py",
        "GATE if value is None or no_is_open else NO",
        "GATE if no_is_open else NO",
    ),
    Fault(
        "a higher title serves a lower rung for certain",
        "用更高的职称申报较低等级，算成确定可以",
        "chapter_3_conditions.py",
        'readings=("A13",),\n    )\n    return (',
        'readings=("A13",),\n    )\n    condition.span = YES\n    return (',
    ),
    Fault(
        "applying alone beside an accredited unit is gone",
        "单位有评价资质时，去掉个人申报这条路",
        "chapter_3_channels.py",
        "own_clause), *([_ALONE] if alone else [])]",
        "own_clause)]",
    ),
    Fault(
        "高级技校 falls off the words of both forms",
        "附件的文化程度名单漏了高级技校",
        "forms.py",
        '    "高级技校",\n    "技师学院",\n    "高中",\n',
        '    "技师学院",\n    "高中",\n',
    ),
)
