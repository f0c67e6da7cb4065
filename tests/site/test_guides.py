"""Home and guides say what the rules say: no number about the policy typed by hand, every example worked by the rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guantong.assess import assess
from site_build.guide_parts import dated, papers
from site_build.guide_people import EXAMPLES
from site_build.home_page import skill_roads, title_roads
from site_build.paths import DOCS
from tests.helpers.page import Page

GUIDES = sorted(path.stem for path in DOCS.glob("guide-*.md"))
#: a number of years, copies, experts, ages or months; what stands in quotation of the law is checked as a quotation
_NUMBER = re.compile(r"[0-9一二三四五六七八九十两]+\s*(?:年(?!度|龄|限)|份|名(?!单|称|国)|岁|个月)")
_LINKED = re.compile(r"\]\([^)]*\)|<[^>]*>|\{\{[^}]*\}\}")


@pytest.mark.parametrize("name", ["index", "guide", "faq", *GUIDES])
def test_no_number_of_the_policy_is_typed(name: str) -> None:
    text = _LINKED.sub("", (DOCS / f"{name}.md").read_text("utf-8"))
    assert _NUMBER.findall(text) == []


def test_home_says_both_ladders() -> None:
    said = re.sub(r"<[^>]*>", " ", title_roads() + skill_roads()).split()
    assert "助理级满3年，或中级" in said
    assert said[said.index("中级满3年，或高级") + 1] == "一级/高级技师"
    assert said[said.index("一级/高级技师，工作满4年") + 1] == "副高级"


def test_every_example_is_shown_and_opens_in_the_calculator(pages: dict[str, Page], site_dir: Path) -> None:
    assert len(GUIDES) == 11
    shown = {name.rstrip("/") for name in pages if name.startswith("guide-")}
    assert shown == set(GUIDES)
    links = [link for name in shown for link in pages[f"{name}/"].links if "calc/#" in link]
    assert len(links) == len(EXAMPLES)
    for name in shown:
        assert "gt-table" in (site_dir / name / "index.html").read_text("utf-8"), name


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_days_of_an_example_are_those_of_the_rules(name: str) -> None:
    days = re.findall(r'gt-num">([0-9-]+)<', "".join(dated(name)))
    assert days == sorted(days)
    targets = assess(EXAMPLES[name].facts)["targets"]
    shown = [targets[key] for key in EXAMPLES[name].targets]
    for target in shown:
        if target["earliest"]:
            assert target["earliest"] in days
    assert any(target["earliest"] or target["status"] != "not_eligible" for target in shown)


def test_a_person_without_a_unit_is_sent_to_the_city_centre_with_all_papers() -> None:
    said = papers("individual")
    assert "武汉市职业技能鉴定指导中心" in said
    assert "其他佐证材料" in said


def test_near_retirement_shows_a_window_that_closes() -> None:
    target = assess(EXAMPLES["near_retirement"].facts)["targets"]["assistant"]
    assert target["earliest"] is not None
    assert target["until"] is not None
    assert target["earliest"] < target["until"]


def test_a_day_is_cited_by_the_clause_that_decides_it() -> None:
    said = re.sub(r"<[^>]*>", "", "\n".join(dated("near_retirement")))
    assert "起可申报：助理级职称（四（二）3-②）" in said
    assert "是申报助理级职称的最后一天（四（一）-③）" in said
    assert "（四（二）4-③）" in re.sub(r"<[^>]*>", "", "".join(dated("honours")))
    assert "起可申报：三级/高级工（三（二）1）" in re.sub(r"<[^>]*>", "", "".join(dated("engineer")))
