"""Names of titles: every line of the table with its traps, and the names that need their series."""

from __future__ import annotations

import pytest

from guantong.assess import assess
from guantong.series import normalise
from guantong.titles import NAMES, NEEDS_SERIES, level_of

LEVELS = ("senior", "associate_senior", "intermediate", "assistant", "below_assistant")
#: series → names from 正高级 down to 员级, written from the published table and not from the code
TABLE = {
    "工程": "正高级工程师 高级工程师 工程师 助理工程师 技术员",
    "农业": "正高级农艺师/正高级畜牧师/正高级兽医师/农业技术推广研究员 高级农艺师/高级畜牧师/高级兽医师 "
    "农艺师/畜牧师/兽医师 助理农艺师/助理畜牧师/助理兽医师 农业技术员",
    "工艺美术": "正高级工艺美术师 高级工艺美术师 工艺美术师 助理工艺美术师 工艺美术员",
    "文物博物": "研究馆员 副研究馆员 馆员 助理馆员 -",
    "实验技术": "正高级实验师 高级实验师 实验师 助理实验师 实验员",
    "技工院校教师": "正高级讲师/正高级实习指导教师 高级讲师/高级实习指导教师 讲师/一级实习指导教师 "
    "助理讲师/二级实习指导教师 教员/三级实习指导教师",
    "艺术": "一级演员 二级演员 三级演员 四级演员 -",
    "体育": "国家级教练 高级教练 中级教练/一级教练 初级教练/二级教练/三级教练 -",
    "经济": "正高级经济师 高级经济师 经济师 助理经济师 经济员",
    "会计": "正高级会计师 高级会计师 会计师 助理会计师 会计员",
    "统计": "正高级统计师 高级统计师 统计师 助理统计师 统计员",
    "审计": "正高级审计师 高级审计师 审计师 助理审计师 审计员",
    "出版": "编审 副编审 编辑 助理编辑 -",
    "卫生": "主任技师 副主任技师 主管技师 技师 技士",
    "研究": "研究员 副研究员 助理研究员 研究实习员 -",
    "高校教师": "教授 副教授 讲师 助教 -",
}
LINES = [
    (series, name, level)
    for series, line in TABLE.items()
    for level, names in zip(LEVELS, line.split(), strict=True)
    for name in names.split("/")
    if name != "-"
]


@pytest.mark.parametrize(("series", "name", "level"), LINES)
def test_every_name_of_the_table_has_its_level_in_its_series(series: str, name: str, level: str) -> None:
    assert level_of(name, series) == level


@pytest.mark.parametrize(("series", "name", "level"), LINES)
def test_a_name_without_series_means_its_level_or_asks(series: str, name: str, level: str) -> None:
    assert level_of(name, None) == (None if name in NEEDS_SERIES else level)


@pytest.mark.parametrize(
    ("name", "series", "level"),
    [
        ("助理研究员", None, "intermediate"),
        ("助理研究员", "研究", "intermediate"),
        ("技师", "卫生", "assistant"),
        ("主管技师", None, "intermediate"),
        ("二级实习指导教师", None, "assistant"),
        ("三级实习指导教师", None, "below_assistant"),
        ("助理馆员", None, "assistant"),
        ("副研究馆员", None, "associate_senior"),
        ("技术员", None, "below_assistant"),
        ("初级", None, "junior_unspecified"),
    ],
)
def test_traps(name: str, series: str | None, level: str) -> None:
    assert level_of(name, series) == level


@pytest.mark.parametrize("name", ["技师", "讲师", "一级演员", "二级演员", "三级演员", "四级演员"])
def test_names_that_hang_on_their_series_are_unknown_without_it(name: str) -> None:
    assert name in NEEDS_SERIES
    assert level_of(name, None) is None


@pytest.mark.parametrize("name", ["高级技师", "首席工程师", "工程", "", "Engineer"])
def test_other_names_are_not_guessed(name: str) -> None:
    assert level_of(name, None) is None


def test_a_name_that_needs_its_series_is_asked_for_it_and_is_no_problem() -> None:
    result = assess({"titles": [{"name": "技师", "obtained": "2020-01-01", "specialty_matches": True}]})
    assert result["problems"] == []
    assert "/titles/0/series" in result["questions"]


def test_an_unknown_name_is_a_problem_and_unknown() -> None:
    result = assess({"titles": [{"name": "首席工程师", "specialty_matches": True}]})
    assert [problem["at"] for problem in result["problems"]] == ["/titles/0/name"]
    assert result["targets"]["skill_3"]["status"] == "needs_confirmation"


def test_a_name_at_odds_with_its_level_is_a_problem_and_unknown() -> None:
    result = assess({"titles": [{"name": "助理研究员", "level": "assistant", "specialty_matches": True}]})
    assert [problem["at"] for problem in result["problems"]] == ["/titles/0/name"]


def test_a_name_stands_in_for_the_level() -> None:
    def statuses(entry: dict[str, object]) -> list[str]:
        title = {"obtained": "2020-01-01", "specialty_matches": True, **entry}
        result = assess({"as_of": "2026-01-01", "titles": [title]})
        return [target["status"] for target in result["targets"].values()]

    assert statuses({"name": "助理工程师"}) == statuses({"level": "assistant"})


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("工程系列", "工程"),
        ("工程技术", "工程"),
        ("会计专业", "会计"),
        ("卫生技术系列", "卫生"),
        ("计算机", "计算机技术与软件"),
        ("文博系列职称", "文物博物"),
        ("档案", "档案"),
        ("系列", "系列"),
    ],
)
def test_series_are_known_by_their_other_names(text: str, series: str) -> None:
    assert normalise(text) == series


def test_every_published_name_has_a_level() -> None:
    assert all(level_of(name, None) or name in NEEDS_SERIES for name in NAMES)
