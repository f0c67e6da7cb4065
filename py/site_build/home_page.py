"""The two tables of the home page, and the numbers that other pages ask for: all read off the rules."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from guantong.assess import assess
from guantong.chapter_3_conditions import PROMOTIONS, SKILL_NAMES
from guantong.chapter_3_conditions import RUNGS as SKILL_RUNGS
from guantong.chapter_4_conditions import RUNGS as TITLE_RUNGS
from guantong.chapter_4_honours import EXPERTS_NEEDED
from guantong.retirement import REFORM_YEAR
from guantong.targets import NAMES
from site_build.guide_people import EXAMPLES
from site_build.html import element, table_head, text


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
    body = "".join(element("tr", element("td", text(has)) + element("td", text(gets))) for has, gets in rows)
    return element(
        "table",
        element("caption", caption, class_="gt-vh") + table_head((held, "可申报")) + element("tbody", body),
        class_="gt-map",
    )


def title_years() -> str:
    """The one number of years that a title has to be held, where it has to."""
    (years,) = {rung.years for rung in SKILL_RUNGS if rung.years}
    return str(years)


def promotion_years() -> str:
    """The one number of years after a certificate for 晋级."""
    (years,) = {step.years for step in PROMOTIONS}
    return str(years)


def copies() -> str:
    """How many copies of annex 2 the city centre wants."""
    (option,) = assess(EXAMPLES["engineer"].facts)["channel"]["title_to_skill"]["options"]
    return str(next(item["copies"] for item in option["materials"] if item["id"] == "annex2"))


PARTS = {
    "title_roads": title_roads,
    "skill_roads": skill_roads,
    "title_years": title_years,
    "promotion_years": promotion_years,
    "copies": copies,
    "experts": lambda: str(EXPERTS_NEEDED),
    "reform_year": lambda: str(REFORM_YEAR),
}
