"""What stands in a cell of a staff list → the value of a fact. What can't be read leaves the fact unknown, with a sentence."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from guantong import titles
from guantong.facts import Fact

from . import dates

_YES: Final = frozenset(
    [
        "是",
        "有",
        "对",
        "√",
        "✓",
        "✔",
        "y",
        "yes",
        "true",
        "t",
        "1",
        "已",
        "符合",
        "达到",
        "合格",
        "称职",
        "优秀",
        "良好",
        "已办",
        "具备",
        "具有",
        "满足",
        "属于",
    ]
)
_NO: Final = frozenset(
    [
        "否",
        "无",
        "没有",
        "不是",
        "×",
        "✗",
        "n",
        "no",
        "false",
        "f",
        "0",
        "未",
        "不",
        "不符合",
        "未达到",
        "不合格",
        "不称职",
        "未办",
        "不具备",
        "没",
        "不属于",
        "不满足",
    ]
)
_UNKNOWN: Final = frozenset(
    [
        "不确定",
        "不清楚",
        "不详",
        "未知",
        "不知道",
        "待定",
        "待核",
        "待查",
        "?",
        "？",
        "/",
        "-",
        "—",
        "——",
        "－",
        "、",
    ]
)
#: words for “none” in the column of a certificate
NONE: Final = frozenset(
    ["无", "没有", "未取得", "未评", "暂无", "无职称", "无证书", "未评定", "没有职称", "没有证书", "未定级"]
)
_BRACKETS: Final = re.compile(r"[（(\[【].*?[）)\]】]")
_OTHER_WORDS: Final[dict[str, dict[str, str]]] = {
    "sex": {"男性": "male", "女性": "female"},
    "person_type": {
        "企业": "enterprise_employee", "企业职工": "enterprise_employee", "企业在职": "enterprise_employee",
        "职工": "enterprise_employee", "员工": "enterprise_employee", "教师": "school_staff", "教职工": "school_staff",
        "学校": "school_staff", "院校": "school_staff", "事业": "public_institution_employee",
        "事业单位": "public_institution_employee", "事业编": "public_institution_employee",
        "机关": "government_employee", "公务员": "government_employee", "社会人员": "social_individual",
        "自由职业": "social_individual", "灵活就业": "social_individual",
    },
    "employer_affiliation": {
        "本市": "wuhan", "市属": "wuhan", "区属": "wuhan", "市区属": "wuhan", "武汉": "wuhan", "在汉": "wuhan",
        "央企": "central_or_provincial", "中央": "central_or_provincial", "省属": "central_or_provincial",
        "部属": "central_or_provincial", "驻汉央企": "central_or_provincial", "外地": "elsewhere",
        "自由职业": "self_employed", "无单位": "none",
    },
    "apply_as": {"单位": "through_unit", "单位申报": "through_unit", "单位组织": "through_unit", "个人": "individual"},
    "level": {
        "助理": "assistant", "初级（助理）": "assistant", "助级": "assistant", "初级": "junior_unspecified",
        "员级": "below_assistant", "副高": "associate_senior", "正高": "senior",
    },
    "role": {"选手": "competitor", "参赛选手": "competitor", "主教练": "head_coach", "教练": "head_coach"},
}  # fmt: skip
_SKILLS: Final = (
    (re.compile("特级技师"), "special_technician"),
    (re.compile("首席技师"), "chief_technician"),
    (re.compile("高级技师|一级|^1级?$|壹级"), "1"),
    (re.compile("高级工|三级|^3级?$|叁级"), "3"),
    (re.compile("中级工|四级|^4级?$"), "4"),
    (re.compile("初级工|五级|^5级?$"), "5"),
    (re.compile("技师|二级|^2级?$|贰级"), "2"),
    (re.compile("学徒"), "apprentice"),
)
_SHORT_SKILLS: Final = {"高级": "3", "中级": "4", "初级": "5"}  # as older certificates of skill say it
#: qualifications of professionals that carry a level in their name and are no skill level
_PROFESSIONAL: Final = re.compile("建造师|造价|消防工程师|监理|建筑师|结构工程师|注册|会计师|工程师|经济师")
_NUMBER: Final = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*年?")


class Value(NamedTuple):
    """``value`` is ``None`` where the fact stays unknown; ``doubt`` says why, or what was assumed."""

    value: Any
    doubt: str = ""


def is_blank(text: str) -> bool:
    return not text or text in _UNKNOWN


def parse(fact: Fact, text: str) -> Value:
    """The value of a fact in the words of a staff list."""
    if is_blank(text):
        return Value(None)
    match fact.kind:
        case "bool":
            return _yes_no(text)
        case "choice":
            return _choice(fact, text)
        case "date":
            read = dates.read(text)
            return (
                Value(read.text, read.doubt)
                if read.text
                else Value(None, _unread(text, "2023-05-20、2023-05 或 2023"))
            )
        case "integer" | "number":
            match = _NUMBER.fullmatch(text)
            if match is None:
                return Value(None, _unread(text, "一个数"))
            return Value(int(float(match[1])) if fact.kind == "integer" else float(match[1]))
        case _:
            return Value(text)


def _unread(text: str, accepted: str) -> str:
    return f"填的是“{text[:40]}”，看不懂，先按不知道算。可以填：{accepted}。"


def _yes_no(text: str) -> Value:
    word = text.lower().strip("。. ")
    if word in _YES:
        return Value(True)
    if word in _NO:
        return Value(False)
    parts = [part for part in re.split(r"[、,，;；/\s]+", word) if part]
    said = {part in _YES for part in parts if part in _YES or part in _NO}
    if len(parts) > 1 and len(said) == 1 and all(part in _YES or part in _NO for part in parts):
        return Value(said.pop())  # “合格、优秀、合格”
    return Value(None, _unread(text, "是、否"))


def _choice(fact: Fact, text: str) -> Value:
    tight = "".join(text.split()).replace("(", "（").replace(")", "）")
    for choice in fact.choices:
        if tight in (choice.value, choice.label, _BRACKETS.sub("", choice.label)):
            return Value(choice.value)
    found = _OTHER_WORDS.get(fact.key, {}).get(tight)
    if any(found == choice.value for choice in fact.choices):
        return Value(found)
    if any(choice.value == "chief_technician" for choice in fact.choices):
        return _skill(fact, tight)
    if any(choice.value == "associate_senior" for choice in fact.choices) and tight in titles.LEVEL_WORDS:
        return Value(titles.LEVEL_WORDS[tight])
    return Value(None, _unread(text, "、".join(choice.label for choice in fact.choices)))


def _skill(fact: Fact, text: str) -> Value:
    """A level of skill out of whatever stands around it: 电工三级, 国家职业资格二级（技师）."""
    if _PROFESSIONAL.search(text):
        return Value(None, f"“{text[:40]}”不是技能等级，先按不知道算。")
    if level := _SHORT_SKILLS.get(text):
        label = next(choice.label for choice in fact.choices if choice.value == level)
        return Value(level, f"“{text}”按{label}算。")
    for pattern, level in _SKILLS:
        if pattern.search(text):
            return Value(level)
    return Value(None, _unread(text, "、".join(choice.label for choice in fact.choices)))


def title(text: str) -> dict[str, str]:
    """The cell of a title → its name, or its level where only that is written: 工程师（中级）, 中级, 中级工程师."""
    tight = _BRACKETS.sub("", "".join(text.split())) or "".join(text.split())
    if tight in titles.LEVEL_WORDS:
        return {"level": titles.LEVEL_WORDS[tight]}
    if titles.known(tight):
        return {"name": tight}
    for word in sorted(titles.LEVEL_WORDS, key=len, reverse=True):
        rest = tight.removeprefix(word)
        if rest != tight and titles.known(rest) and titles.level_of(rest, None) == titles.LEVEL_WORDS[word]:
            return {"name": rest}
    return {"name": tight}
