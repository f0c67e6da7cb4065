"""The two ladders: which certificate opens which level, and after how many years."""

from __future__ import annotations

from ..chapter_3_conditions import PROMOTIONS, SKILL_NAMES
from ..chapter_3_conditions import RUNGS as SKILL_RUNGS
from ..chapter_4_conditions import RUNGS as TITLE_RUNGS
from ..facts import SKILL_LEVELS, TITLE_LEVELS
from ..policy import statement
from ..targets import NAMES, SKILLS, TITLES
from .sample import DAY, SKILL_HOLDER, TITLE_HOLDER, Facts, route, skill, target, title, when
from .table import Table


def tables() -> list[Table]:
    return [_title_to_skill(), _promotion(), _skill_to_title(), _roads()]


def _title_to_skill() -> Table:
    holders: list[tuple[str, list[Facts]]] = [("没有职称", [])]
    holders += [(choice.label, [title(choice.value)]) for choice in TITLE_LEVELS]
    earlier = DAY.replace(year=DAY.year - 5)
    holders.append(("中级，也填了五年前的助理级", [title("intermediate"), title("assistant", earlier)]))
    rows = tuple(
        (name, *(when({**TITLE_HOLDER, "titles": titles}, target(key)) for key in SKILLS))
        for name, titles in holders
    )
    return Table(
        "title-to-skill",
        "凭职称申报技能等级",
        "其他条件都具备时，各级职称能申报哪一级。年数从取得职称那天算。写“需确认”的，原文没有写明，先问清楚。",
        ("你的职称", *(NAMES[key] for key in SKILLS)),
        rows,
        ("三（一）", "三（二）1", "三（二）2", "三（二）3"),
    )


def _promotion() -> Table:
    holder = {**TITLE_HOLDER, "titles": [title("assistant")]}
    kinds = (("按本办法取得", True), ("不是按本办法取得", False))
    rows = tuple(
        (
            f"{SKILL_NAMES[step.source]}，{how}",
            NAMES[step.target],
            when(
                {**holder, "skills": [skill(step.source, via_this_policy=via)]}, route(step.target, step.id)
            ),
        )
        for step in PROMOTIONS
        for how, via in kinds
    )
    return Table(
        "promotion",
        "由低一级晋级",
        "另一条路：已有职称，又有同一职业（工种）的技能证书。累计工作年限也要达到。哪条路先到，就用哪条。",
        ("你的技能证书", "申报什么", "何时可申报"),
        rows,
        ("三（二）晋级",),
    )


def _skill_to_title() -> Table:
    rows = tuple(
        (
            choice.label,
            *(when({**SKILL_HOLDER, "skills": [skill(choice.value)]}, target(key)) for key in TITLES),
        )
        for choice in SKILL_LEVELS
    )
    return Table(
        "skill-to-title",
        "凭技能等级申报职称",
        "其他条件都具备，取得证书后一直从事这个职业（工种）的，各级证书能申报哪一级职称。没有荣誉，不含直接申报。",
        ("你的技能证书", *(NAMES[key] for key in TITLES)),
        rows,
        ("四（二）3-②", "四（二）3-③", "四（二）3-④"),
    )


def _roads() -> Table:
    rungs = [(r.name, r.target, r.years, r.statement) for r in SKILL_RUNGS]
    rungs += [(p.name, p.target, p.years, p.statement) for p in PROMOTIONS]
    rungs += [(r.name, r.target, r.years, r.statement) for r in TITLE_RUNGS]
    rows = tuple(
        (name, NAMES[key], f"满{years}年" if years else "取得即可", f"“{statement(number).text}”")
        for name, key, years, number in rungs
    )
    clauses = tuple(dict.fromkeys(statement(number).clause for _, _, _, number in rungs))
    return Table(
        "roads",
        "每一条路和它的原文",
        "按年数走的路都在这里。荣誉的路见“荣誉”一表。",
        ("凭什么", "申报什么", "年数", "原文"),
        rows,
        clauses,
    )
