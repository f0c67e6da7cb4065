"""The decision tables, spot-checked against the policy's own sentences."""

from __future__ import annotations

import re

import pytest

from guantong.policy import statements
from guantong.readings import READINGS
from guantong.tables import Table, tables

TABLES = {table.id: table for table in tables()}


def cell(table: str, row: str, column: str) -> str:
    found = TABLES[table]
    (line,) = [cells for cells in found.rows if cells[0] == row]
    return line[found.head.index(column)]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_table_is_whole(table: Table) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9-]*", table.id)
    assert table.title
    assert table.intro.endswith("。")
    assert table.rows
    assert {len(row) for row in table.rows} == {len(table.head)}
    assert all(text for row in (table.head, *table.rows) for text in row)
    assert set(table.clauses) <= {statement.clause for statement in statements()}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_tables_speak_plainly(table: Table) -> None:
    words = "".join([table.title, table.intro, *table.head, *(text for row in table.rows for text in row)])
    assert not re.search(r"[!！]|您|通过评审|符合资格", words)
    assert not re.search(r"[a-z]+_[a-z]+|None|True|False", words)
    assert set(re.findall(r"解读(A\d{2})", words)) <= set(READINGS)


def test_ids_are_unique() -> None:
    assert len(TABLES) == len(tables())


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        # 1. 取得相应助理级专业技术职称可申报…高级工
        ("助理级", "三级/高级工", "取得后可申报"),
        # 2. 取得相应助理级专业技术职称满3年或取得相应专业中级职称可申报…技师
        ("助理级", "二级/技师", "满3年起可申报"),
        ("中级", "二级/技师", "取得后可申报"),
        # 3. 取得相应专业中级职称满3年或取得相应专业高级职称可申报…高级技师
        ("助理级", "一级/高级技师", "不可申报"),
        ("中级", "一级/高级技师", "满3年起可申报"),
        ("副高级", "一级/高级技师", "取得后可申报"),
        ("正高级", "一级/高级技师", "取得后可申报"),
        # 具有助理级（含）以上职称
        ("员级（技术员等）", "三级/高级工", "不可申报"),
        ("只写“初级”", "三级/高级工", "需确认"),
        ("只写“初级”", "二级/技师", "满3年起需确认"),
        ("中级", "三级/高级工", "需确认"),
    ],
)
def test_ladder_from_titles(row: str, column: str, words: str) -> None:
    assert cell("title-to-skill", row, column) == words


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        # 取得高级工…满2年，可申报评审相应专业助理级职称
        ("三级/高级工", "助理级职称", "满2年起可申报"),
        ("三级/高级工", "中级职称", "不可申报"),
        # 取得技师…满3年，可申报评审相应专业中级职称
        ("二级/技师", "中级职称", "满3年起可申报"),
        # 取得高级技师…满4年，可申报评审相应专业副高级职称
        ("一级/高级技师", "副高级职称", "满4年起可申报"),
        ("一级/高级技师", "正高级职称", "不可申报"),
        ("四级/中级工", "助理级职称", "不可申报"),
    ],
)
def test_ladder_from_skills(row: str, column: str, words: str) -> None:
    assert cell("skill-to-title", row, column) == words


def test_promotion_one_year_after() -> None:
    assert cell("promotion", "三级/高级工，按本办法取得", "何时可申报") == "满1年起可申报"
    assert cell("promotion", "二级/技师，不是按本办法取得", "何时可申报") == "满1年起需确认"


def test_every_road_carries_its_sentence() -> None:
    texts = {f"“{statement.text}”" for statement in statements()}
    assert {row[-1] for row in TABLES["roads"].rows} <= texts


def test_thresholds_of_the_two_contests_differ() -> None:
    worlds, national = "世界技能大赛", "中华人民共和国职业技能大赛"
    assert cell("contests", f"{worlds}，优胜奖", "本人参赛") == "可申报"
    assert cell("contests", f"{national}，优胜奖", "本人参赛") == "不可申报"
    assert cell("contests", f"{national}，铜牌", "主教练，指导学生") == "可申报"
    assert cell("contests", f"{national}，铜牌", "主教练，指导企业职工") == "需确认"
    assert cell("contests", f"{worlds}，金牌", "助理教练") == "不可申报"


def test_honours_of_the_two_lists() -> None:
    assert cell("honours", "中华技能大奖", "正高级") == "可申报"
    assert cell("honours", "武汉工匠", "正高级") == "不可申报"
    assert cell("honours", "武汉工匠", "副高级，有2名本行业正高级专家推荐") == "可申报"
    assert cell("honours", "武汉工匠", "副高级，没有专家推荐") == "不可申报"


def test_answers_to_the_gates() -> None:
    question = "你在武汉的单位工作吗？"
    assert [cell("gates-skill", question, word) for word in ("可申报", "需确认", "不可申报")] == [
        "是",
        "不确定",
        "不是",
    ]
    question = "单位的专业技术岗位还有结构比例空额吗？"
    assert cell("gates-title", question, "需确认") == "不是；不确定"


def test_channels() -> None:
    row = "企业员工：单位没有资质，由单位组织"
    assert cell("channels", row, "交到哪里") == "武汉市职业技能鉴定指导中心"
    assert cell("channels", row, "谁发证") == "社会培训评价组织"
    assert "附件2），一式3份" in cell("channels", row, "材料")
    assert cell("channels", row, "时间") == "双数月份集中开展"
    assert cell("channels", "企业员工：单位有资质，备案范围包括这个职业", "谁发证") == "所在单位"
    assert cell("channels", "任何人：职业（工种）是准入类", "证书") == "职业资格证书"


def test_theory_examination() -> None:
    assert cell("theory", "没有", "职业不是准入类") == "不免"
    assert cell("theory", "有", "职业不是准入类").startswith("可以免")


def test_education_counts_as() -> None:
    assert [row[1] for row in TABLES["education"].rows] == ["中专", "大专", "本科"]


def test_series() -> None:
    assert cell("series", "工程", "怎么取得") == "评审"
    assert cell("series", "会计", "怎么取得") == "考试"
    assert "没有点名" in cell("series", "卫生", "怎么取得")


def test_title_names() -> None:
    assert "助理研究员" in cell("title-names", "研究", "中级")
    assert "技师" in cell("title-names", "卫生", "助理级").split("、")


@pytest.mark.parametrize(
    ("table", "row", "words", "steps"),
    [
        ("retirement-60", "1965-01 至 1965-04", "60岁1个月", 37),
        ("retirement-60", "1976-09 及以后", "63岁", 37),
        ("retirement-55", "1981-09 及以后", "58岁", 37),
        ("retirement-50", "1975-01 至 1975-02", "50岁1个月", 61),
        ("retirement-50", "1984-11 及以后", "55岁", 61),
    ],
)
def test_retirement_steps(table: str, row: str, words: str, steps: int) -> None:
    assert cell(table, row, "退休年龄") == words
    assert len(TABLES[table].rows) == steps


def test_words_of_annex_1_stand_in_its_notes() -> None:
    notes = "".join(statement.text for statement in statements() if statement.clause.startswith("附件1·说明"))
    listed = [word for row in TABLES["annex-words"].rows[:-1] for word in row[2].split("、")]
    assert len(listed) == 7 + 12 + 23 + 2 + 6
    assert not [word for word in listed if word not in notes]
