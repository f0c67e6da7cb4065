"""Invented rows of annex 1 and forms of annex 2: mostly sound, with a few cells changed, blank or not stated."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from .annexes import ANNEXES
from .table import Facts

HEADER = [
    "序号",
    "姓名",
    "证件类型",
    "证件号",
    "性别",
    "出生日期",
    "文化程度",
    "考生来源",
    "证书领取",
    "职业名称",
    "工种名称",
    "级别",
    "申报条件",
    "手机号码",
    "参加工作时间",
    "从事专业",
    "专业年限",
    "民族",
    "政治面貌",
    "学历证书编号",
    "简要经历",
    "邮政编码",
    "所在单位",
    "通讯地址",
    "邮寄地址",
    "邮箱",
    "户籍所在地",
    "省份",
    "城市",
    "原证书职业",
    "原证书等级",
    "原证书编号",
]
_ROW = {
    **dict.fromkeys(HEADER, ""),
    "序号": "1",
    "姓名": "测试甲",
    "证件类型": "身份证",
    "证件号": "420100198505050012",
    "文化程度": "大学本科",
    "考生来源": "国有企业",
    "证书领取": "自取",
    "职业名称": "电工",
    "级别": "二级/技师",
    "所在单位": "某某公司",
}
_FORM: Facts = {
    "姓名": "测试甲",
    "性别": "男",
    "出生年月": "1985-05",
    "证件类别": "身份证",
    "证件号码": "420100198505050012",
    "文化程度": "大学本科",
    "所在单位": "某某公司",
    "职称系列": "工程",
    "职称专业": "电气工程",
    "职称证书等级": "中级",
    "考生来源": "国有企业",
    "申报职业技能等级职业（工种）": "电工",
    "申报等级": "二级/技师",
    "photo_attached": True,
    "signed": True,
    "signed_on": "2025-06-01",
    "unit_sealed": True,
    "copies": 3,
    "title_certificate_copy_attached": True,
    "title_obtained": "2020-05-01",
    "person_type": "enterprise_employee",
    "as_of": "2025-06-01",
}
_NUMBERS = (
    "420100198505050012",
    "420100198505050010",
    "420100850505001",
    "42010019850505001x",
    "4201001985050500",
    "420100198505050012 ",
    "E00000000",
)
_CHOICES: dict[str, tuple[Any, ...]] = {
    "性别": ("男", "女", ""),
    "出生日期": ("1985-05-05", "1985-05-06", "1985/05/05", "1985-02-30", "19850505", "85-05-05", ""),
    "出生年月": ("1985-05", "1985-06", "2025-07", "2025-06", ""),
    "证件号": (*_NUMBERS, ""),
    "证件号码": (*_NUMBERS, ""),
    "邮寄地址": ("武汉市某区某路1号", "", " "),
    "姓名": ("测试甲", "", " "),
    "职业名称": ("电工", ""),
    "所在单位": ("某某公司", ""),
    "职称证书等级": (*ANNEXES["annex2"]["titles"], ""),
    "photo_attached": (True, False, None),
    "signed": (True, False, None),
    "unit_sealed": (True, False, None),
    "title_certificate_copy_attached": (True, False, None),
    "signed_on": ("2025-06-01", "2025-06-02", "2025-05-01", "", None),
    "copies": (1, 2, 3, 4, None),
    "title_obtained": ("2022-06-01", "2022-06-02", "2022-06", "2022", "2025-06-02", "2025-06", None),
    "person_type": ("social_individual", "school_staff", None),
}
_WRONG = {
    "证件类型": "居民身份证",
    "文化程度": "本科",
    "考生来源": "个体企业",
    "证书领取": "邮寄",
    "级别": "特级技师",
}


def rows(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Rows of annex 1: first each word of each list, then mixed ones."""
    yield from (
        {**_ROW, column: word}
        for column in ANNEXES["annex1"]["listed"]
        for word in (*ANNEXES["lists"][column], _WRONG[column])
    )
    dice = Random(seed)
    for _ in range(count):
        columns = dice.sample([*ANNEXES["annex1"]["listed"], *_NUMBERS_AND_TEXT], dice.randint(0, 5))
        yield {**_ROW, **{column: dice.choice(_words(column, column)) for column in columns}}


_NUMBERS_AND_TEXT = ("性别", "出生日期", "证件号", "邮寄地址", "姓名", "职业名称", "所在单位")


def forms(count: int, seed: int = 2) -> Iterator[Facts]:
    """Forms of annex 2, likewise; a field that is not stated is left out."""
    yield from (
        {**_FORM, column: word}
        for column, (name, _) in ANNEXES["annex2"]["listed"].items()
        for word in (*ANNEXES["lists"][name], _WRONG[name])
    )
    dice = Random(seed)
    lists = {column: name for column, (name, _) in ANNEXES["annex2"]["listed"].items()}
    keys = [key for key in _FORM if key not in ("as_of", "职称系列")]
    for _ in range(count):
        changed = {
            key: None if dice.random() < 0.15 else dice.choice(_words(key, lists.get(key, key)))
            for key in dice.sample(keys, dice.randint(0, 5))
        }
        yield {key: value for key, value in {**_FORM, **changed}.items() if value is not None}


def _words(column: str, name: str) -> tuple[Any, ...]:
    """What may stand in a column: the words of its list, a wrong one and a blank, or its own choices."""
    if name in ANNEXES["lists"]:
        return (*ANNEXES["lists"][name], _WRONG[name], "某某", "")
    return _CHOICES.get(column, (_FORM.get(column), ""))
