"""The faults: what a hurried change could do to the rules, each as one exact replacement in one module."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """One place of one module; ``old`` must stand there exactly once."""

    name: str
    module: str
    old: str
    new: str


FAULTS: tuple[Fault, ...] = (
    Fault(
        "3 years after 助理级 become 2",
        "chapter_3_conditions.py",
        '"skill_2",\n        ("assistant",),\n        3,',
        '"skill_2",\n        ("assistant",),\n        2,',
    ),
    Fault(
        "the anniversary itself no longer counts",
        "clocks.py",
        "add_years(obtained.certain, years).toordinal())\n\n\ndef calendar_years",
        "add_years(obtained.certain, years).toordinal() + 1)\n\n\ndef calendar_years",
    ),
    Fault(
        "中级满3年 carries the clause of 技师",
        "chapter_3_conditions.py",
        '"C027",\n        readings=("A01", "A02", "A18"),',
        '"C026",\n        readings=("A01", "A02", "A18"),',
    ),
    Fault(
        "武汉工匠 falls off the list",
        "facts.py",
        '    "湖北工匠",\n    "武汉工匠",\n',
        '    "湖北工匠",\n',
    ),
    Fault(
        "women of 55 retire by steps of two months",
        "retirement.py",
        "55: (4, 36)",
        "55: (2, 36)",
    ),
    Fault(
        "专业技术工作 is asked by nobody any more",
        "chapter_4_applicants.py",
        "        does_technical_work(person),\n",
        "",
    ),
    Fault(
        "an unanswered gate counts as no",
        "conditions.py",
        "GATE if value is None or no_is_open else NO",
        "GATE if no_is_open else NO",
    ),
    Fault(
        "a higher title serves a lower rung for certain",
        "chapter_3_conditions.py",
        'readings=("A13",),\n    )\n    return (',
        'readings=("A13",),\n    )\n    condition.span = YES\n    return (',
    ),
    Fault(
        "applying alone beside an accredited unit is gone",
        "chapter_3_channels.py",
        "own_clause), *([_ALONE] if alone else [])]",
        "own_clause)]",
    ),
    Fault(
        "高级技校 falls off the words of both forms",
        "forms.py",
        '    "高级技校",\n    "技师学院",\n    "高中",\n',
        '    "技师学院",\n    "高中",\n',
    ),
)
