"""The other reading of an open point, tried at build time on the gallery: whose answer would change.

Nothing here is a rule of this site. A reading that can be switched is either a change of the facts (as if the question had been
put the other way) or a patch of one function or list of the rules, in force only while the gallery is computed. For the
others ``WHY_NOT`` says plainly why nothing is computed.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from guantong import chapter_3_conditions, clocks, retirement
from guantong.days import Moment, add_years
from guantong.facts import HONOURS_ASSOCIATE, HONOURS_SENIOR
from guantong.person import TitleEntry
from guantong.series import EXAMINED, REVIEWED
from guantong.windows import NO, Span, opens

Facts = dict[str, Any]
Change = Callable[[Facts], None]
Patch = Callable[[], AbstractContextManager[object]]


@dataclass(frozen=True, slots=True)
class Other:
    """The other reading: what it says, and how to try it."""

    says: str
    change: Change | None = None
    patch: Patch = nullcontext

    def applied(self, facts: Facts) -> Facts:
        """The facts as the other reading takes them."""
        changed = copy.deepcopy(facts)
        if self.change:
            self.change(changed)
        return changed


def _entries(facts: Facts, key: str) -> Iterator[Facts]:
    yield from facts.get(key) or ()


def _set(key: str, value: object, *, where: Callable[[Facts], bool] = lambda _: True) -> Change:
    def change(facts: Facts) -> None:
        if where(facts):
            facts[key] = value

    return change


def _appointed_counts(facts: Facts) -> None:
    for entry in _entries(facts, "titles"):
        entry.pop("date_kind", None)


def _calendar_time(facts: Facts) -> None:
    for entry in _entries(facts, "skills"):
        entry.pop("years_worked", None)
        entry["continuous"] = True


def _any_certificate(facts: Facts) -> None:
    for entry in _entries(facts, "skills"):
        entry["via_this_policy"] = True


_TITLE_LADDER = ("assistant", "intermediate", "associate_senior", "senior")
_SKILL_LADDER = ("3", "2", "1")


def _higher_for_lower(facts: Facts) -> None:
    for key, ladder in (("titles", _TITLE_LADDER), ("skills", _SKILL_LADDER)):
        held = list(_entries(facts, key))
        levels = {entry.get("level") for entry in held}
        added = [
            {name: value for name, value in entry.items() if name != "name"} | {"level": lower}
            for entry in held
            if entry.get("level") in ladder
            for lower in ladder[: ladder.index(entry["level"])]
            if lower not in levels
        ]
        if added:
            facts[key] = held + added


def _top_as_first(facts: Facts) -> None:
    for entry in _entries(facts, "skills"):
        if entry.get("level") in ("special_technician", "chief_technician"):
            entry["level"] = "1"


def _all_recognised(facts: Facts) -> None:
    for key in ("titles", "skills"):
        for entry in _entries(facts, key):
            entry["recognised"] = True


def _named_series(facts: Facts) -> None:
    series = facts.get("target_series")
    if series and str(series).removesuffix("系列") not in (*REVIEWED, *EXAMINED):
        facts["target_series"] = REVIEWED[0]


def _open_list(facts: Facts) -> None:
    for award in _entries(facts, "awards"):
        if award.get("name") not in (*HONOURS_SENIOR, *HONOURS_ASSOCIATE):
            award["name"] = HONOURS_ASSOCIATE[0]


def _senior_for_associate(facts: Facts) -> None:
    if any(award.get("name") in HONOURS_SENIOR for award in _entries(facts, "awards")):
        facts["awards"] = [*facts["awards"], {"name": HONOURS_ASSOCIATE[0]}]
        facts |= {"expert_recommendations": 2, "expert_title_level": "senior", "experts_same_industry": True}


def _coached_anybody(facts: Facts) -> None:
    for award in _entries(facts, "awards"):
        award.pop("coached", None)


def _is(key: str, value: object) -> Callable[[Facts], bool]:
    return lambda facts: facts.get(key) == value


@contextmanager
def _day_after() -> Iterator[None]:
    def anniversary(obtained: Moment, years: int) -> Span:
        first, last = (add_years(day, years).toordinal() for day in (obtained.first, obtained.certain))
        return opens(first + 1, last + 1)

    with patch.object(clocks, "_anniversary", anniversary):
        yield


@contextmanager
def _only_full_senior() -> Iterator[None]:
    as_it_is = chapter_3_conditions._level_span

    def level_span(entry: TitleEntry, rung: chapter_3_conditions.Rung) -> Span:
        shut = rung.id == "senior_to_skill_1" and entry.level == "associate_senior"
        return NO if shut else as_it_is(entry, rung)

    with patch.object(chapter_3_conditions, "_level_span", level_span):
        yield


@contextmanager
def _ages_before_reform() -> Iterator[None]:
    steps = {original: (step, 0) for original, (step, _) in retirement.STEPS.items()}
    with patch.object(retirement, "STEPS", steps):
        yield


def _year_end(facts: Facts) -> None:
    facts["as_of"] = f"{facts.get('as_of', '2026')[:4]}-12-31"


OTHERS: dict[str, Other] = {
    "A01": Other("聘任日期、发证日期也照样从那天起算，不用再确认。", _appointed_counts),
    "A02": Other("对应日当天还不算满，次日才可申报。", patch=_day_after),
    "A03": Other("只看证书拿了多久，中断也算在内。", _calendar_time),
    "A04": Other("年限算到当年的最后一天。", _year_end),
    "A05": Other("这半句只是下面各项的概括，不另成条件。", _set("cumulative_work_years_met", True)),
    "A06": Other("不管证书怎么取得，都可以晋级。", _any_certificate),
    "A07": Other("“高级”只指正高级。", patch=_only_full_senior),
    "A09": Other(
        "“在汉”不管社会人员。",
        _set("works_in_wuhan", True, where=_is("person_type", "social_individual")),
    ),
    "A12": Other("这是说通常的情形，不是条件。", _set("occupation_matches_current_post", True)),
    "A13": Other("高的当然可以报低的，从高的那张算起。", _higher_for_lower),
    "A14": Other("“等”字包括没点名的系列，一律可以评审。", _named_series),
    "A24": Other(
        "在武汉的单位都算，央属、省属也在内。",
        _set("employer_affiliation", "wuhan", where=_is("employer_affiliation", "central_or_provincial")),
    ),
    "A27": Other("没有空额也一律可以推荐。", _set("public_institution_quota_available", True)),
    "A28": Other("退休年龄按2025年以前的，不延迟。", patch=_ages_before_reform),
    "A29": Other(
        "弹性延迟退休的约定就是延缓退休手续。",
        _set("delayed_retirement_procedure", True, where=_is("flexible_delay_agreement", True)),
    ),
    "A32": Other("只看近几年考核合格，不管在哪个岗位。", _set("years_in_current_post", 10)),
    "A34": Other("没列出的荣誉，一律当作列出的，可报副高级。", _open_list),
    "A35": Other("有正高级的荣誉，当然也可报副高级，不另要专家推荐。", _senior_for_associate),
    "A37": Other("主教练指导企业员工，和指导学生一样算。", _coached_anybody),
    "A38": Other("特级技师、首席技师就从那张证书的日期起，按一级算。", _top_as_first),
    "A51": Other("查不到的证书也一律算数。", _all_recognised),
    "A55": Other(
        "机关工作人员也可以评审。",
        _set("person_type", "enterprise_employee", where=_is("person_type", "government_employee")),
    ),
}

_CHANNEL = "这一条只影响交到哪里、交什么、问谁，不改变可不可以申报，所以没有结果可比。"
_FORM = "这一条只影响表怎么填、文本怎么读，不改变可不可以申报，所以没有结果可比。"
_PERSON = "换一种读法，要有人替你判断才有结果，规则算不出来。"
_OUTSIDE = "答案在别的文件里，本办法两种读法都要先去查，规则算不出来。"
_EMPTY = "另一种读法会让原文的另一句落空，说不通，所以没有当作备选来算。"

#: Readings without another reading that could be computed, each with the reason.
WHY_NOT: dict[str, str] = {
    "A08": _OUTSIDE,
    "A10": _CHANNEL,
    "A11": _PERSON,
    "A15": _OUTSIDE,
    "A16": "这一条只影响要不要考理论，不改变可不可以申报，所以没有结果可比。",
    "A17": _EMPTY,
    "A18": _EMPTY,
    "A19": _CHANNEL,
    "A20": _CHANNEL,
    "A21": "这一条只影响赶哪一批，不改变可不可以申报，所以没有结果可比。",
    "A22": _CHANNEL,
    "A23": _CHANNEL,
    "A25": _PERSON,
    "A26": _OUTSIDE,
    "A30": "另一种读法要在第三部分添一条原文没有的限制，所以没有当作备选来算。",
    "A31": "另一种读法要把第四部分开头的几条从直接推荐里去掉，原文没有这样写，所以没有当作备选来算。",
    "A33": _EMPTY,
    "A36": _PERSON,
    "A39": "另一种读法要添一条原文没有的路，所以没有当作备选来算。",
    "A40": _FORM,
    "A41": _FORM,
    "A42": _FORM,
    "A43": _FORM,
    "A44": _FORM,
    "A45": _FORM,
    "A46": "文件如果已经失效，就不能再按它申报，不是换一种读法的事。",
    "A47": _FORM,
    "A48": _FORM,
    "A49": "这是填错了怎么办，不是原文的两种读法。",
    "A50": "另一种读法要添一条原文没有的限制，所以没有当作备选来算。",
    "A52": _FORM,
    "A53": _CHANNEL,
    "A54": "另一种读法是不管退休年龄，原文明写了不得申报，所以没有当作备选来算。",
    "A56": _CHANNEL,
}
