"""Headers of real lists are recognised, and what they hold is read as people write it."""

from __future__ import annotations

import pytest

from guantong.facts import BY_KEY
from guantong.intake import ITEMS
from papers import dates, people_values
from papers.people_columns import map_columns


def test_a_date_without_a_name_belongs_to_the_certificate_before_it() -> None:
    headers = ["姓名", "身份证号", "职称", "取得时间", "技能等级", "取得时间", "部门"]
    assert map_columns(headers) == [
        "form.姓名", "form.证件号", "titles.0.name", "titles.0.obtained", "skills.0.level", "skills.0.obtained", "",
    ]  # fmt: skip


def test_a_second_title_goes_to_the_next_entry() -> None:
    headers = ["职称", "取得时间", "职称", "取得时间", "职称3", "职称取得时间3"]
    assert map_columns(headers) == [
        "titles.0.name", "titles.0.obtained", "titles.1.name", "titles.1.obtained", "titles.2.name",
        "titles.2.obtained",
    ]  # fmt: skip


def test_dates_of_appointment_and_of_printing_keep_what_they_are() -> None:
    assert map_columns(["职称", "聘任时间"])[1] == "titles.0.obtained@appointed"
    assert map_columns(["职称", "发证日期"])[1] == "titles.0.obtained@printed"


@pytest.mark.parametrize("header", ["* 姓 名", "姓名：", "＊姓名", "姓\n名"])
def test_asterisks_blanks_and_colons_do_not_matter(header: str) -> None:
    assert map_columns([header]) == ["form.姓名"]


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("2023-5-20", "2023-05-20"), ("2023/05/20 00:00:00", "2023-05-20"), ("2023.5.20", "2023-05-20"),
        ("2023年5月20日", "2023-05-20"), ("2023年5月", "2023-05"), ("2023.05", "2023-05"), ("202305", "2023-05"),
        ("20230520", "2023-05-20"), ("２０２３－５－２０", "2023-05-20"), ("2023", "2023"), ("2023年", "2023"),
        ("45066", "2023-05-20"), ("2023.1", "2023"), ("2023-02-30", ""), ("去年", ""), ("12", ""), ("99999", ""),
    ],
)  # fmt: skip
def test_dates_are_read_as_people_write_them(given: str, text: str) -> None:
    assert dates.read(given).text == text


@pytest.mark.parametrize(
    ("given", "level"),
    [
        ("高级技师", "1"), ("电工三级", "3"), ("国家职业资格二级（技师）", "2"), ("三级/高级工", "3"), ("高级工", "3"),
        ("中级工", "4"), ("特级技师", "special_technician"), ("高级", "3"), ("中式烹调师二级", "2"), ("二级建造师", None),
        ("一级造价工程师", None), ("熟练工", None),
    ],
)  # fmt: skip
def test_a_level_of_skill_is_read_out_of_its_cell(given: str, level: str | None) -> None:
    assert people_values.parse(ITEMS["skills"]["level"], given).value == level


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("工程师（中级）", {"name": "工程师"}), ("中级工程师", {"name": "工程师"}), ("副高", {"level": "associate_senior"}),
        ("高级工程师", {"name": "高级工程师"}), ("主管技师", {"name": "主管技师"}), ("初级职称", {"level": "junior_unspecified"}),
    ],
)  # fmt: skip
def test_a_title_is_read_out_of_its_cell(given: str, title: dict[str, str]) -> None:
    assert people_values.title(given) == title


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("合格、优秀、合格", True),
        ("合格、不合格", None),
        ("不合格", False),
        ("√", True),
        ("不确定", None),
        ("大概", None),
    ],
)
def test_yes_and_no_are_never_guessed(given: str, value: bool | None) -> None:
    assert people_values.parse(BY_KEY["last3_appraisals_passed"], given).value is value
