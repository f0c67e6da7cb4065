"""The direct roads by honour: which honour, in which role and with which result, opens which title."""

from __future__ import annotations

from ..days import add_years
from ..facts import BY_KEY, CONTEST_RESULTS, HONOURS_ASSOCIATE, HONOURS_SENIOR
from ..honours import REACHING, is_contest
from .sample import DAY, SKILL_HOLDER, Facts, route, skill, status
from .table import Table

_ROADS = {"senior": "honour_to_senior", "associate_senior": "honour_to_associate_senior"}
_EXPERTS: Facts = {
    "expert_recommendations": 2,
    "expert_title_level": "senior",
    "experts_same_industry": True,
}
_NO_EXPERTS: Facts = {**_EXPERTS, "expert_recommendations": 0}
_ITEMS = {item.key: item for item in BY_KEY["awards"].items}
#: results below the lists, so that a table shows the threshold from both sides
_BELOW = "其他成绩"


def tables() -> list[Table]:
    return [_listed(), _contests()]


def _cell(award: Facts, level: str, experts: Facts) -> str:
    holder = {**SKILL_HOLDER, **experts, "skills": [skill("1", add_years(DAY, -1))], "awards": [award]}
    return status(holder, route(level, _ROADS[level]))


def _listed() -> Table:
    names = [name for name in HONOURS_SENIOR + HONOURS_ASSOCIATE if not is_contest(name)]
    rows = tuple(
        (
            name,
            _cell({"name": name}, "senior", _NO_EXPERTS),
            _cell({"name": name}, "associate_senior", _EXPERTS),
            _cell({"name": name}, "associate_senior", _NO_EXPERTS),
        )
        for name in (*names, "名单以外的荣誉")
    )
    return Table(
        "honours",
        "荣誉：直接申报职称",
        "不看证书满几年，其他条件照样要。正高级的名单没有“等”字，副高级的名单以“等”结尾。",
        ("荣誉", "正高级", "副高级，有2名本行业正高级专家推荐", "副高级，没有专家推荐"),
        rows,
        ("四（二）4-②", "四（二）4-③"),
    )


def _contests() -> Table:
    roles = [(choice.label, {"role": choice.value}) for choice in _ITEMS["role"].choices]
    coaches = [
        (f"主教练，指导{c.label}", {"role": "head_coach", "coached": c.value})
        for c in _ITEMS["coached"].choices
    ]
    shown = [
        row
        for label, facts in roles
        for row in (coaches if facts["role"] == "head_coach" else [(label, facts)])
    ]
    rows = tuple(
        (
            f"{contest}，{result}",
            *(_cell({"name": contest, "result": result, **facts}, "senior", {}) for _, facts in shown),
        )
        for contest in REACHING
        for result in (*CONTEST_RESULTS, _BELOW)
    )
    return Table(
        "contests",
        "竞赛：直接申报正高级职称",
        "两个竞赛的门槛不同。团队奖牌，每名参赛的人都算本人。",
        ("竞赛和成绩", *(label for label, _ in shown)),
        rows,
        ("四（二）4-②",),
    )
