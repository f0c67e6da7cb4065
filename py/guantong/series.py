"""Names of title series with their aliases."""

from __future__ import annotations

from typing import Final

#: 二（一）: series obtained by review
REVIEWED: Final[tuple[str, ...]] = (
    "工程",
    "农业",
    "工艺美术",
    "文物博物",
    "实验技术",
    "艺术",
    "体育",
    "技工院校教师",
)
#: 二（二）: series obtained by examination
EXAMINED: Final[tuple[str, ...]] = (
    "经济",
    "会计",
    "统计",
    "审计",
    "翻译",
    "出版",
    "通信",
    "计算机技术与软件",
)
#: series that the policy does not name, but certificates do
OTHERS: Final[tuple[str, ...]] = ("卫生", "研究", "高校教师", "中小学教师", "新闻")

ALIASES: Final[dict[str, str]] = {
    "工程技术": "工程",
    "农业技术": "农业",
    "文博": "文物博物",
    "文物博物馆": "文物博物",
    "实验": "实验技术",
    "艺术专业": "艺术",
    "体育教练": "体育",
    "体育教练员": "体育",
    "体育专业": "体育",
    "技工院校": "技工院校教师",
    "技工学校教师": "技工院校教师",
    "技校教师": "技工院校教师",
    "技工教育": "技工院校教师",
    "经济专业": "经济",
    "会计专业": "会计",
    "统计专业": "统计",
    "审计专业": "审计",
    "翻译专业": "翻译",
    "出版专业": "出版",
    "通信专业": "通信",
    "通信专业技术": "通信",
    "计算机": "计算机技术与软件",
    "软件": "计算机技术与软件",
    "计算机软件": "计算机技术与软件",
    "软考": "计算机技术与软件",
    "计算机与软件": "计算机技术与软件",
    "计算机技术与软件专业": "计算机技术与软件",
    "卫生技术": "卫生",
    "卫生专业": "卫生",
    "自然科学研究": "研究",
    "社会科学研究": "研究",
    "哲学社会科学研究": "研究",
    "科学研究": "研究",
    "高等学校教师": "高校教师",
    "大学教师": "高校教师",
}


def normalise(text: str) -> str:
    """A series' name without 系列 or 职称 behind it, aliases replaced; an unlisted one comes back as given."""
    name = "".join(text.split())
    for tail in ("系列职称", "职称系列", "系列", "职称"):
        if len(name) > len(tail) and name.endswith(tail):
            name = name[: -len(tail)]
            break
    return ALIASES.get(name, name)
