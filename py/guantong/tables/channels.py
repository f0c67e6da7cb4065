"""Where to apply for a skill level, and who reviews a title."""

from __future__ import annotations

from typing import Any

from ..chapter_3_channels import Option, options
from ..chapter_4_channels import committees, education
from ..facts import BY_KEY, CLASSES
from ..person import Person
from ..targets import NAMES
from .sample import DAY
from .table import Table

_UNIT, _ALONE = {"apply_as": "through_unit"}, {"apply_as": "individual"}
_OWN = {"employer_accredited": True, "employer_scope_covers_occupation": True}
_SHORT = {"employer_accredited": True, "employer_scope_covers_occupation": False}
_NONE = {"employer_accredited": False}
#: what a person says beside the type: in words, and as facts
_CASES: dict[str, tuple[tuple[str, dict[str, Any]], ...]] = {
    **{
        kind: (
            ("单位有资质，备案范围包括这个职业", {**_OWN, **_UNIT}),
            ("单位有资质，备案范围不包括", {**_SHORT, **_UNIT}),
            ("单位没有资质，由单位组织", {**_NONE, **_UNIT}),
            ("单位没有资质，个人申报", {**_NONE, **_ALONE}),
        )
        for kind in ("enterprise_employee", "school_staff")
    },
    "public_institution_employee": (
        ("单位有资质，备案范围包括这个职业", {**_OWN, **_UNIT}),
        ("单位没有资质", {**_NONE, **_UNIT}),
    ),
    "government_employee": (("", {**_NONE, **_UNIT}),),
    "social_individual": (("", {**_NONE, **_ALONE}),),
}


def tables() -> list[Table]:
    return [_channels(), _committees(), _education()]


def _channels() -> Table:
    rows = [
        _row(f"{choice.label}：{words}" if words else choice.label, person_type=choice.value, **facts)
        for choice in BY_KEY["person_type"].choices
        for words, facts in _CASES[choice.value]
    ]
    access = _row("任何人：职业（工种）是准入类", access=True)
    return Table(
        "channels",
        "申报技能等级：交到哪里，要哪些材料",
        "除最后一行，都按“不是准入类”算。写“或者”的，两处都有可能，先问清楚。没有写份数的，原文也没有写。",
        ("你的情况", "交到哪里", "谁发证", "证书", "材料", "时间"),
        (*rows, access),
        (
            "三（三）1-①",
            "三（三）1-②",
            "三（三）2-①",
            "三（三）2-②",
            "三（三）3",
            "三（三）4",
            "三（三）末段-受理",
            "三（三）末段-材料",
        ),
    )


def _row(words: str, *, access: bool = False, **facts: Any) -> tuple[str, ...]:
    found = options(Person(DAY, occupation_access_type=access, **(facts or _ANYBODY)))
    columns = zip(*(_cells(option) for option in found), strict=True)
    return (words, *("；或者：".join(dict.fromkeys(column)) for column in columns))


_ANYBODY: dict[str, Any] = {"person_type": "enterprise_employee", **_NONE, **_UNIT}


def _cells(option: Option) -> tuple[str, ...]:
    papers = (
        item["name"] + (f"，一式{item['copies']}份" if item["copies"] else "") for item in option["materials"]
    )
    return (
        option["receiver"]["name"],
        option["issuer"]["name"],
        option["certificate_type"],
        "、".join(papers),
        "双数月份集中开展" if option["sessions"] else "看受理单位的安排",
    )


def _committees() -> Table:
    without, with_one = (committees(Person(DAY, unit_has_junior_committee=has)) for has in (False, True))
    rows = tuple((NAMES[level], with_one[level], without[level]) for level in with_one)
    return Table(
        "committees",
        "申报职称：由谁评审",
        "材料先交用人单位初审，再由主管部门或区人社部门复核复审。",
        ("申报的职称", "单位或主管部门有初级评审委员会", "没有初级评审委员会"),
        rows,
        ("四（三）-①", "四（三）-②", "四（三）-③", "四（五）-④"),
    )


def _education() -> Table:
    return Table(
        "education",
        "技工院校的班次相当于什么学历",
        "学历不作为限制性条件。这里只是申报时怎么算。",
        ("毕业的班次", "相当于"),
        tuple((name, education(name) or "照原来的学历") for name in CLASSES),
        ("四（二）2-①", "四（二）2-②"),
    )
