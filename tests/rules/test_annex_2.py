"""附件2: for every field and paper the place that is found fault with and what stands there; what is no form at all."""

from __future__ import annotations

from typing import Any

import pytest

from guantong import annex_2
from guantong.intake import BadInput
from tests.rules.test_annexes import FORM, NUMBER, WRONG_DIGIT

Problem = tuple[str, str, str]
TABLE, PLEDGE, OPINION = "附件2·表", "附件2·承诺", "附件2·意见"
PAPERS = {
    "photo_attached": ("照片", "", TABLE),
    "signed": ("本人签名", "", PLEDGE),
    "unit_sealed": ("单位（盖章）", "", OPINION),
    "title_certificate_copy_attached": ("专业技术职称证书复印件", "", "附件2·说明2"),
}
ALONE = {"person_type": "social_individual"}
CONFIRM = "needs_confirmation"


def report(**changes: Any) -> dict[str, Any]:
    """What is said of the form with these changes; ``None`` takes a key away."""
    return annex_2.check({key: value for key, value in {**FORM, **changes}.items() if value is not None})


def found(**changes: Any) -> tuple[str, list[Problem], list[Problem]]:
    """Status, and errors and warnings as (field or paper, what it holds, note)."""
    said = report(**changes)
    errors, warnings = (
        [(p["column"], p["value"], p["note"]) for p in said[kind]] for kind in ("errors", "warnings")
    )
    return said["status"], errors, warnings


def refused(form: object) -> list[tuple[str, str, str]]:
    """Where a form can't be read, what was found there and what is accepted; [] for one that can."""
    try:
        annex_2.check(form)
    except BadInput as bad:
        return [(error.at, error.given, error.accepted) for error in bad.errors]
    return []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        *(({name: "  "}, (name, "", TABLE)) for name in annex_2.FIELDS if name != "证件号码"),
        *(({key: False}, paper) for key, paper in PAPERS.items()),
        ({"性别": "M"}, ("性别", "M", TABLE)),
        ({"出生年月": " 85-05 "}, ("出生年月", "85-05", TABLE)),
        ({"出生年月": "1985-13"}, ("出生年月", "1985-13", TABLE)),
        ({"出生年月": "2025年7月"}, ("出生年月", "2025年7月", TABLE)),
        ({"证件类别": "驾照"}, ("证件类别", "驾照", "附件2·说明3")),
        ({"文化程度": "本科"}, ("文化程度", "本科", "附件2·说明4")),
        ({"考生来源": "国企"}, ("考生来源", "国企", "附件2·说明5")),
        ({"申报等级": "高手"}, ("申报等级", "高手", TABLE)),
        ({"申报等级": "本科"}, ("申报等级", "本科", TABLE)),  # a word that is near to one of another field
        ({"signed_on": ""}, ("签名日期", "", PLEDGE)),
        ({"signed_on": "  "}, ("签名日期", "", PLEDGE)),
        ({"signed_on": "2025-06-02"}, ("签名日期", "2025-06-02", PLEDGE)),
        ({"copies": 2}, ("份数", "2", "附件2·说明1")),
        ({"copies": 0}, ("份数", "0", "附件2·说明1")),
        ({"title_obtained": "2025-06-02"}, ("职称证书等级", "中级", TABLE)),
        ({"title_obtained": "2025-07"}, ("职称证书等级", "中级", TABLE)),
        ({"title_obtained": "2026", "申报等级": "一级/高级技师"}, ("职称证书等级", "中级", TABLE)),
    ],
)
def test_what_is_lacking_or_wrong_is_shown_with_its_place(changes: dict[str, Any], problem: Problem) -> None:
    assert found(**changes) == ("invalid", [problem], [])


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        *(({name: None}, (name, "", TABLE)) for name in annex_2.FIELDS),
        *(({key: None}, paper) for key, paper in PAPERS.items()),
        ({"所在单位": "", **ALONE}, ("所在单位", "", TABLE)),
        ({"unit_sealed": False, **ALONE}, PAPERS["unit_sealed"]),
        ({"unit_sealed": None, **ALONE}, PAPERS["unit_sealed"]),
        ({"signed_on": None}, ("签名日期", "", PLEDGE)),
        ({"copies": None}, ("份数", "", "附件2·说明1")),
        ({"考生来源": "个体企业"}, ("考生来源", "个体企业", "附件2·说明5")),
        ({"职称证书等级": "大师"}, ("职称证书等级", "大师", TABLE)),
        ({"申报等级": "高级技师", "title_obtained": None}, ("申报等级", "高级技师", "三（二）3")),
        ({"申报等级": "高级技师", "title_obtained": "2022"}, ("申报等级", "高级技师", "三（二）3")),
        ({"申报等级": "高级工", "职称证书等级": "初级"}, ("申报等级", "高级工", "三（二）1")),
        ({"职称证书等级": "讲师", "职称系列": "法律"}, ("申报等级", "二级/技师", "三（二）2")),
    ],
)
def test_what_stays_open_is_shown_with_its_place(changes: dict[str, Any], problem: Problem) -> None:
    assert found(**changes) == (CONFIRM, [], [problem])


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"性别": "女"}, ("证件号码", NUMBER, "GB 11643")),
        ({"证件号码": WRONG_DIGIT}, ("证件号码", WRONG_DIGIT, "GB 11643")),
        ({"考生来源": "个体外企"}, ("考生来源", "个体外企", "附件2·说明5")),
        ({"申报等级": "中级工"}, ("申报等级", "中级工", "三（二）")),
        ({"申报等级": "无级别"}, ("申报等级", "无级别", "三（二）")),
        ({"申报等级": "高级技师"}, ("申报等级", "高级技师", "三（二）3")),
        ({"职称证书等级": "助理工程师"}, ("申报等级", "二级/技师", "三（二）2")),
        ({"职称证书等级": "员级", "申报等级": "三级"}, ("申报等级", "三级", "三（二）1")),
    ],
)
def test_what_needs_a_second_look_is_shown_with_its_place(changes: dict[str, Any], problem: Problem) -> None:
    assert found(**changes) == ("valid", [], [problem])


@pytest.mark.parametrize(
    ("level", "target"),
    [
        ("助理级", "三级/高级工"),
        ("中级", "二级/技师"),
        ("副高级", "一级/高级技师"),
        ("正高级", "一级/高级技师"),
        ("工程师", "二级/技师"),
        ("高级工程师", "一级/高级技师"),
    ],
)
@pytest.mark.parametrize("obtained", [None, "2025-06-01", "2025-06", "2025", "1999-01-01"])
def test_where_no_years_are_asked_the_date_of_the_title_does_not_matter(
    level: str, target: str, obtained: str | None
) -> None:
    """三（二）1 to 3: 取得…职称可申报, without 满3年."""
    assert found(职称证书等级=level, 申报等级=target, title_obtained=obtained) == ("valid", [], [])


@pytest.mark.parametrize(
    ("obtained", "first"),
    [
        ("2025-06-01", "2028-06-01"),  # obtained on the day of calculation
        ("2024-02-29", "2027-02-28"),  # 29 February (A02)
        ("2023-05", "2026-06-01"),  # a month is certain from the next one on
        ("2022-06-02", "2025-06-02"),
        ("2022-06-01", ""),
    ],
)
@pytest.mark.parametrize(("level", "target"), [("助理级", "二级/技师"), ("中级", "一级/高级技师")])
def test_three_years_are_counted_from_the_title_to_the_day(
    level: str, target: str, obtained: str, first: str
) -> None:
    said = report(职称证书等级=level, 申报等级=target, title_obtained=obtained)
    assert [f"{first} 起" in p["says"] for p in said["warnings"]] == [True] * bool(first)


def test_a_title_still_to_come_is_not_said_to_lack_years_as_well() -> None:
    assert report(申报等级="一级/高级技师", title_obtained="2025-06-02")["warnings"] == []


@pytest.mark.parametrize("name", annex_2.FIELDS)
def test_the_space_around_a_word_is_no_part_of_it(name: str) -> None:
    assert found(**{name: f" {FORM[name]}\u3000"}) == ("valid", [], [])


@pytest.mark.parametrize(
    ("form", "places"),
    [
        ([1, 2], [("", "一个列表（2 项）")]),
        (7, [("", "7")]),
        (None, [("", "空")]),
        ({"颜色": "红"}, [("/颜色", "“红”")]),
        ({"姓名": 7}, [("/姓名", "7")]),
        ({"as_of": 20250601}, [("/as_of", "20250601")]),
        ({"signed_on": 20250601}, [("/signed_on", "20250601")]),
        ({"title_obtained": ["2023"]}, [("/title_obtained", "一个列表（1 项）")]),
        ({"signed": "yes"}, [("/signed", "“yes”")]),
        ({"copies": "3"}, [("/copies", "“3”")]),
        ({"copies": -1}, [("/copies", "-1")]),
        ({"person_type": "nobody"}, [("/person_type", "“nobody”")]),
        ({"姓名": 7, "copies": 2.5, "颜色": None}, [("/姓名", "7"), ("/copies", "2.5"), ("/颜色", "空")]),
    ],
)
def test_what_is_no_form_is_shown_back_with_its_place(form: object, places: list[tuple[str, str]]) -> None:
    assert [(at, given) for at, given, _ in refused(form)] == places


@pytest.mark.parametrize(
    ("key", "months"), [("as_of", False), ("signed_on", False), ("title_obtained", True)]
)
def test_of_a_date_it_is_said_whether_a_month_will_do_and_that_is_so(key: str, *, months: bool) -> None:
    [(_, _, accepted)] = refused({key: "soon"})
    assert ("YYYY-MM 或 YYYY" in accepted) is months
    assert (refused({key: "2023-05"}) == []) is months
    assert refused({key: "2023-05-01"}) == []
