"""四、（三）to（六）— which committee reviews, the road of the papers, what education counts as."""

from __future__ import annotations

from typing import Any

from . import chapter_2
from .conditions import COMMITTEE, TITLE_DESK
from .person import Person

# C074 经用人单位初审、上级主管部门或区人社行政部门复核复审后，按专业类别分别报送至贯通领域相关专业评委会组织评审。
# C078 评审结果须面向社会公示 · C079 经公示无异议的，由人社行政部门按权限核准，并制发专业技术职务任职资格批文和资格证书。
STEPS = (
    "用人单位初审",
    "上级主管部门或区人社行政部门复核复审",
    "按专业类别报送贯通领域相关专业评委会评审",
    "评审结果向社会公示",
    "人社行政部门按权限核准，制发批文和资格证书",
)
MATERIALS = "按当年的“评审工作通知”或“申报工作指南”准备；材料目录和期限写在那里，本办法没有写。"

#: 四（二）2-②: class of a technician school → what it counts as
CLASSES = (
    ("中级工班", "中专"),
    ("高级工班", "大专"),
    ("预备技师班", "本科"),
    ("预备技师（技师）班", "本科"),
    ("技师班", "本科"),
)


def education(text: str | None) -> str | None:
    """What graduation from a class of a technician school counts as; other education stays as it is (A52).

    C054 技工院校中级工班、高级工班、预备技师（技师）班毕业的高技能人才，分别按照相当于中专、大专、本科学历申报评审。
    """
    name = "".join((text or "").split()).replace("(", "（").replace(")", "）")
    name = name.replace("高级技师班", "")  # no class that the text names
    return next((counts for ending, counts in CLASSES if ending in name), None)


def committees(person: Person) -> dict[str, str]:
    """Which committee reviews each level (C063, C064, C065, C060)."""
    higher = "相应系列高（中）级评审委员会"
    junior = {
        True: "相应系列初级评审委员会",
        False: "没有初级评审委员会，可报送市相应系列高（中）级评审委员会代为评审",
        None: "相应系列初级评审委员会；没有组建的，可报送市相应系列高（中）级评审委员会代为评审",
    }[person.unit_has_junior_committee]
    return {
        "assistant": junior,
        "intermediate": higher,
        "associate_senior": f"{higher}（市级评审）",
        "senior": "省正高级职称评审",
    }


def channel(person: Person) -> dict[str, Any]:
    """The block ``channel.skill_to_title`` of a result."""
    route = None if chapter_2.is_telecom_engineering(person) else chapter_2.kind(person)
    confirm = [
        {"says": "当年的申报时间、材料和专业目录", "office": COMMITTEE, "readings": ["A04", "A45"]},
    ]
    if chapter_2.is_telecom_engineering(person):
        confirm.append(
            {
                "says": "通信专业该走工程系列评审，还是参加通信专业考试",
                "office": TITLE_DESK,
                "readings": ["A14"],
            }
        )
    treated = education(person.education)
    cites = ["四（五）-④", "四（五）-②", "四（五）-③", "四（三）-①", "四（三）-②", "四（三）-③"]
    if treated:
        cites.append("四（二）2-②")
    return {
        "steps": list(STEPS),
        "committee": committees(person),
        "materials": MATERIALS,
        "route": route,
        "education_treated_as": treated,
        "confirm": confirm,
        "cites": cites,
    }
