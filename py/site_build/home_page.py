"""The two tables of the home page: what each ladder opens, read off the rungs of the rules."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from guantong.chapter_3_conditions import RUNGS as SKILL_RUNGS
from guantong.chapter_3_conditions import SKILL_NAMES
from guantong.chapter_4_conditions import RUNGS as TITLE_RUNGS
from guantong.targets import NAMES
from site_build.html import element, text


def title_roads() -> str:
    """Titles → skill levels."""
    rows = (
        ("，或".join(_short(rung.name) for rung in rungs), NAMES[target])
        for target, rungs in groupby(SKILL_RUNGS, key=lambda rung: rung.target)
    )
    return _table("职称对应可申报的技能等级", "你的职称", rows)


def skill_roads() -> str:
    """Skill levels → titles."""
    rows = ((f"{SKILL_NAMES[rung.level]}，工作满{rung.years}年", rung.title) for rung in TITLE_RUNGS)
    return _table("技能等级对应可申报的职称", "你的技能等级", rows)


def _short(name: str) -> str:
    """高级职称（副高级、正高级） → 高级, as the policy says it."""
    return name.partition("（")[0].replace("职称", "")


def _table(caption: str, held: str, rows: Iterable[tuple[str, str]]) -> str:
    head = "".join(element("th", name, scope="col") for name in (held, "可申报"))
    body = "".join(element("tr", element("td", text(has)) + element("td", text(gets))) for has, gets in rows)
    return element(
        "table",
        element("caption", caption, class_="gt-vh")
        + element("thead", element("tr", head))
        + element("tbody", body),
        class_="gt-map",
    )


PARTS = {"title_roads": title_roads, "skill_roads": skill_roads}
