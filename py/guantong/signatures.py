"""谁盖章、按什么顺序: who signs or stamps what on each road, as the annexes and 四（五）, （六） have it."""

from __future__ import annotations

from typing import Any

from .chapter_3_channels import ANNEX_2_COPIES
from .chapter_4_channels import STEPS
from .chapter_4_honours import EXPERTS_NEEDED
from .conditions import CENTRE, TITLE_DESK
from .facts import HONOURS_ASSOCIATE, HONOURS_SENIOR
from .person import Person
from .policy import statement
from .targets import NAMES

Line = dict[str, Any]


def _line(who: str, does: str, id: str) -> Line:
    return {"who": who, "does": does, "statement": id, "clause": statement(id).clause}


def for_skill(person: Person, papers: set[str]) -> list[Line]:
    """The boxes of annex 1 and annex 2 from the top of the form down; none where neither is handed in.

    C086 申报单位：（盖章） · C102 本人签名 · C104 本表格一式三份。武汉市职业技能鉴定指导中心、社会培训评价组织、个人各一份。
    """
    if "annex2" not in papers:
        return []
    alone = person.person_type == "social_individual" or person.apply_as == "individual"
    unit = "所在单位" if not alone else "所在单位（个人申报的，这一栏怎么填要先问）"
    return [
        _line("本人", "附件2贴照片", "C101"),
        _line("本人", "附件2承诺书签名，写日期", "C102"),
        _line(unit, "附件2“所在单位意见”盖章，写日期", "C103"),
        _line(unit, "附件1“申报单位”盖章", "C086"),
        _line("评价机构", "附件2“评价机构意见”盖章，写日期", "C103"),
        _line(CENTRE, "附件2“市职鉴中心上网意见”盖章，写日期", "C103"),
        _line("存档", f"附件2一式{ANNEX_2_COPIES}份：指导中心、评价组织、个人各存一份", "C104"),
    ]


def for_title() -> list[Line]:
    """The road of the papers to a title, hand by hand.

    C073 在规定期限内提交申报材料，并对其申报材料真实性负责。
    """
    who = ("用人单位", "上级主管部门或区人社行政部门", "评审委员会", "评审委员会", "人社行政部门")
    ids = ("C074", "C074", "C074", "C078", "C079")
    steps = [_line(one, step.removeprefix(one), id) for one, step, id in zip(who, STEPS, ids, strict=True)]
    return [_line("本人", "按通知准备材料，在期限内提交，对真实性负责", "C073"), *steps]


def recommendations() -> list[Line]:
    """Who recommends on the direct roads; where the text names nobody, that is said, with the office to ask.

    C061 经本行业2名具有正高级专业技术职称的专家推荐 · C060 可推荐申报参加我省正高级职称评审。 · C059 可直接推荐申报
    """
    open_point = f"由谁推荐，原文没有写，问{TITLE_DESK}"
    return [
        {
            **_line(f"本行业{EXPERTS_NEEDED}名正高级职称专家", "写推荐意见", "C061"),
            "target": NAMES["associate_senior"],
            "by": "、".join(HONOURS_ASSOCIATE),
        },
        {**_line(open_point, "推荐", "C060"), "target": NAMES["senior"], "by": "、".join(HONOURS_SENIOR)},
        {
            **_line(open_point, "直接推荐", "C059"),
            "target": f"{NAMES['senior']}、{NAMES['associate_senior']}",
            "by": "突出贡献，并长期在生产服务一线；没有列名荣誉",
        },
    ]
