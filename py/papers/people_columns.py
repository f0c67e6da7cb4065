"""Columns of a staff list: which fact or which field of an annex a Chinese header means.

The names of the facts come from :mod:`guantong.facts`; here are only the other spellings that staff lists have.
A *field* is named like a link's parameter: ``birth_date``, ``titles.0.obtained``; ``form.证件号`` for what only the annexes need.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from guantong.annex_1 import COLUMNS
from guantong.facts import FACTS, Fact

from .header import bare

#: entries of each list that a list of people has columns for, and the word before a column's name
ENTRIES: Final = {"titles": ("职称", 3), "skills": ("技能证书", 3), "awards": ("荣誉", 2)}
NAME: Final = "form.姓名"
UNIT: Final = "form.所在单位"
FORM: Final = "form."
#: what only the annexes need: the fields of annex 1 that no fact has, and the three of annex 2 that annex 1 lacks
FORM_FIELDS: Final = (
    *(name for name in COLUMNS if name not in ("序号", "性别", "出生日期", "级别")),
    "职称专业",
)


@dataclass(frozen=True, slots=True)
class Field:
    """A column that a list of people may have."""

    id: str
    label: str
    fact: Fact | None = None
    parent: str = ""  #: key of the list it belongs to
    entry: int = 0


def _label(prefix: str, label: str, entry: int) -> str:
    label = label.removesuffix("）") + "）" if label.endswith("）") else label
    name = label if label.startswith((prefix, "技能", "荣誉")) else prefix + label
    return name + (str(entry + 1) if entry else "")


def _fields() -> dict[str, Field]:
    found = [Field(f"{FORM}{name}", name) for name in FORM_FIELDS[:1]]
    for fact in FACTS:
        if fact.kind == "list":
            prefix, count = ENTRIES[fact.key]
            found += [
                Field(
                    f"{fact.key}.{entry}.{item.key}", _label(prefix, item.label, entry), item, fact.key, entry
                )
                for entry in range(count)
                for item in fact.items
            ]
        else:
            found.append(Field(fact.key, fact.label, fact))
    found += [Field(f"{FORM}{name}", name) for name in FORM_FIELDS[1:]]
    return {field.id: field for field in found}


FIELDS: Final = _fields()

#: other spellings, by field
_SPELLINGS: Final[dict[str, str]] = {
    NAME: "姓名 名字 员工姓名 职工姓名 人员姓名 申报人 申报人姓名 本人姓名",
    "form.证件号": "身份证号 身份证号码 身份证 证件号码 公民身份号码 居民身份证号 证件编号 身份号码",
    "form.证件类型": "证件类别 证件种类",
    "form.手机号码": "手机 手机号 电话 联系电话 联系方式 移动电话 电话号码 联系手机",
    UNIT: "单位 工作单位 单位名称 现工作单位 所属单位 用人单位",
    "form.参加工作时间": "参加工作日期 工作时间 参工时间 入职前参加工作时间 参加工作年月",
    "form.从事专业": "现从事专业 专业 专业名称 从事专业名称 专业技术工作",
    "form.专业年限": "从事专业年限 专业工作年限",
    "form.职业名称": "职业 申报职业 申报职业名称 职业（工种） 申报职业（工种） 拟申报职业 拟申报职业（工种）",
    "form.工种名称": "工种 申报工种 拟申报工种",
    "form.职称专业": "职称证书专业 专业技术资格专业",
    "form.通讯地址": "通信地址 地址 联系地址 家庭住址",
    "form.邮箱": "电子邮箱 电子邮件 E-mail Email",
    "form.户籍所在地": "户籍 户口所在地 籍贯",
    "form.原证书编号": "证书编号 技能证书编号 技能等级证书编号",
    "form.学历证书编号": "毕业证书编号 毕业证编号",
    "sex": "性别",
    "birth_date": "出生日期 出生年月 出生年月日 出生时间 生日",
    "education": "学历 文化程度 最高学历 学历层次 全日制学历",
    "titles.0.name": "职称 职称名称 现职称 现有职称 专业技术职称 专业技术职务 专业技术资格 专业技术职务任职资格"
    " 任职资格 职称资格 资格名称 职称证书名称 已取得职称 现专业技术职务",
    "titles.0.level": "职称级别 职称等级 职称档次 职称证书等级 职称层级 资格级别",
    "titles.0.series": "职称系列 系列 专业技术系列",
    "titles.0.obtained": "职称取得时间 职称取得日期 职称获得时间 取得职称时间 职称时间 职称评定时间 职称批准时间 资格取得时间"
    " 资格批准时间 任职资格取得时间 评审通过时间 职称批准日期 批准时间 现职称取得时间",
    "titles.0.obtained@appointed": "聘任时间 职称聘任时间 聘任日期 聘用时间 受聘时间",
    "titles.0.obtained@printed": "职称发证时间 职称发证日期 职称证书发证日期 职称证书日期",
    "skills.0.level": "技能等级 技能证书等级 技能等级级别 职业技能等级 技能级别 技能水平 职业资格等级 职业资格 职业资格证书 技能等级证书 技能证书 工种等级"
    " 职业等级 技术等级 技能人才等级 职业技能等级证书 现有技能等级 已取得技能等级 原证书等级",
    "skills.0.obtained": "技能等级取得时间 技能证书取得时间 技能取得时间 技能等级时间 技能证书时间 职业资格取得时间 技能等级证书取得时间"
    " 技能证书发证日期 技能等级发证日期 技能证书日期 职业技能等级取得时间 职业资格证书取得时间 技能等级证书时间",
    "skills.0.years_worked": "取得后从事年数 技能从事年限 取证后工作年限",
    "person_type": "人员类型 人员类别 人员身份 身份类别",
    "employer_affiliation": "单位隶属 隶属关系 单位隶属关系 单位归属",
    "works_in_wuhan": "在汉工作 是否在汉工作 在武汉工作",
    "last3_appraisals_passed": "近3年度考核合格 近三年考核 近三年考核结果 近3年考核 近三年年度考核 近三年度考核 年度考核 年度考核结果"
    " 考核结果 近三年考核情况 近3年年度考核 近三年度考核结果",
    "years_in_current_post": "现岗位年数 现岗位年限 现岗位工作年限 任现岗位年限 本岗位年限",
    "retired": "已退休 是否退休 退休",
    "target_series": "拟申报职称系列 申报系列 拟申报系列 申报职称系列",
    "target_specialty": "拟申报专业 申报专业",
    "awards.0.name": "荣誉 荣誉名称 所获荣誉 获奖情况 荣誉称号 表彰奖励 获得荣誉",
    "apply_as": "申报方式",
}
#: a date without saying of what belongs to the certificate in the column before it
_DATE_OF_ANY: Final = {
    "取得时间": "",
    "取得日期": "",
    "获得时间": "",
    "获取时间": "",
    "批准日期": "",
    "证书取得时间": "",
    "取证时间": "",
    "发证时间": "@printed",
    "发证日期": "@printed",
    "证书日期": "@printed",
}
_YES_NO: Final = re.compile(r"^是否|（是/否）$|（是否）$|？$|\?$")


def _known() -> dict[str, str]:
    known: dict[str, str] = {}
    for field in FIELDS.values():
        known.setdefault(bare(field.label), field.id)
    for wanted, names in _SPELLINGS.items():
        for name in names.split():
            known.setdefault(bare(name), wanted)
    return known


_KNOWN: Final = _known()


def field_of(header: str) -> str:
    """The field that a header means by itself; empty where it is not known."""
    name = bare(header)
    found = _KNOWN.get(name) or _KNOWN.get(_YES_NO.sub("", name)) or _KNOWN.get(re.sub(r"（.*?）", "", name))
    if found or name[-1:] not in ("2", "3"):
        return found or ""
    first = _KNOWN.get(name[:-1], "")
    list_key, _, rest = first.partition(".0.")
    entry = int(name[-1]) - 1
    return f"{list_key}.{entry}.{rest}" if rest and entry < ENTRIES[list_key][1] else ""


def is_known(header: str) -> bool:
    """Whether a header says something to us; generic dates count, since a certificate may stand before them."""
    return bool(field_of(header)) or bare(header) in _DATE_OF_ANY


def map_columns(headers: Sequence[str]) -> list[str]:
    """A field for each column, empty where none is known; each field at most once, the first column first.

    A second column for the same field of a list goes to its next entry (职称, 取得时间, 职称, 取得时间).
    """
    taken: set[str] = set()
    out: list[str] = []
    last = ""  #: the certificate before: "titles.0"
    for header in headers:
        field = field_of(header)
        generic = _DATE_OF_ANY.get(bare(header))
        if generic is not None and not field and last:
            field = f"{last}.obtained{generic}"
        field = _free(field, taken)
        if field:
            taken.add(field.partition("@")[0])
            parts = field.partition("@")[0].split(".")
            if len(parts) == 3 and parts[0] in ("titles", "skills"):
                last = ".".join(parts[:2])
        out.append(field)
    return out


def _free(field: str, taken: set[str]) -> str:
    """The field, or the same of the next entry where it is taken; empty where no entry is left."""
    key, mark, kind = field.partition("@")
    while key in taken:
        parts = key.split(".")
        if len(parts) != 3 or int(parts[1]) + 1 >= ENTRIES[parts[0]][1]:
            return ""
        key = f"{parts[0]}.{int(parts[1]) + 1}.{parts[2]}"
    return key + mark + kind if key else ""
