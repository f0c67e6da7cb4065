"""Both forms, one change at a time: a form without a fault, what is changed, and which fields are found fault with."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from guantong import annex_1, annex_2, days
from guantong.intake import BadInput
from guantong.policy import statement

Changed = dict[str, Any]
COLUMNS = statement("C087").text.split(" · ")
#: nobody's: 420100 is no district, and the order numbers are the lowest
NUMBER, WOMAN, WRONG_DIGIT, NO_DAY = (
    "420100198505050012",
    "420100198505050020",
    "420100198505050013",
    "420100198513050012",
)


def _digit(number: str) -> str:
    """A number of 17 digits with its check digit (GB 11643: the weighted sum is 1 modulo 11)."""
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(number))
    return number + "0123456789X"[(1 - total) % 11]


ROW = {
    **dict.fromkeys(COLUMNS, ""),
    "姓名": "测试甲",
    "证件类型": "身份证",
    "证件号": NUMBER,
    "性别": "男",
    "出生日期": "1985-05-05",
    "文化程度": "大学本科",
    "考生来源": "国有企业",
    "证书领取": "自取",
    "职业名称": "电工",
    "级别": "二级/技师",
    "所在单位": "某某公司",
}
FORM = {
    "as_of": "2025-06-01",
    "姓名": "测试甲",
    "性别": "男",
    "出生年月": "1985-05",
    "证件类别": "身份证",
    "证件号码": NUMBER,
    "文化程度": "大学本科",
    "所在单位": "某某公司",
    "职称系列": "工程",
    "职称专业": "电气工程",
    "职称证书等级": "中级",
    "考生来源": "国有企业",
    "申报职业技能等级职业（工种）": "电工",
    "申报等级": "二级/技师",
    "photo_attached": True,
    "signed": True,
    "signed_on": "2025-06-01",
    "unit_sealed": True,
    "copies": 3,
    "title_certificate_copy_attached": True,
    "title_obtained": "2023-05-01",
}


def found(report: Changed) -> tuple[str, list[str], list[str]]:
    """Status, and the fields of the errors and of the warnings with their notes."""
    errors, warnings = ([f"{p['column']} {p['note']}" for p in report[k]] for k in ("errors", "warnings"))
    assert all(
        p["says"].endswith("。") and "None" not in p["says"] for p in report["errors"] + report["warnings"]
    )
    return report["status"], errors, warnings


def row(**changes: str) -> tuple[str, list[str], list[str]]:
    (report,) = annex_1.check({"header": COLUMNS, "rows": [{**ROW, **changes}]})["rows"]
    return found(report)


def form(**changes: Any) -> tuple[str, list[str], list[str]]:
    changed = {key: value for key, value in {**FORM, **changes}.items() if value is not None}
    return found(annex_2.check(changed))


def test_the_check_digits_of_the_invented_numbers_are_as_meant() -> None:
    assert [_digit(number[:17]) == number for number in (NUMBER, WOMAN, WRONG_DIGIT, NO_DAY)] == [
        True,
        True,
        False,
        True,
    ]


GB = "证件号 GB 11643"
GB_2 = "证件号码 GB 11643"


@pytest.mark.parametrize(
    ("changes", "status", "errors", "warnings"),
    [
        ({}, "valid", [], []),
        ({"姓名": ""}, "valid", [], ["姓名 附件1·说明2"]),
        ({"证件类型": ""}, "needs_confirmation", [], ["证件类型 附件1·说明2"]),
        ({"证件号": ""}, "valid", [], ["证件号 附件1·说明2"]),
        ({"职业名称": ""}, "valid", [], ["职业名称 附件1·说明2"]),
        ({"级别": ""}, "valid", [], ["级别 附件1·说明2"]),
        ({"所在单位": ""}, "valid", [], ["所在单位 附件1·说明2"]),
        ({"性别": "", "出生日期": ""}, "valid", [], []),
        ({"证件类型": "居民身份证"}, "invalid", ["证件类型 附件1·说明3"], []),
        ({"证件类型": "护照", "证件号": "E1"}, "valid", [], []),
        ({"证件类型": "护照", "性别": ""}, "invalid", ["性别 附件1·说明4"], []),
        ({"证件类型": "护照", "出生日期": ""}, "invalid", ["出生日期 附件1·说明4"], []),
        ({"证件类型": "", "性别": "", "出生日期": ""}, "needs_confirmation", [], ["证件类型 附件1·说明2"]),
        ({"证件类型": "驾照", "性别": ""}, "invalid", ["证件类型 附件1·说明3"], []),
        ({"性别": "M"}, "valid", [], ["性别 附件1·说明4"]),
        ({"性别": "女"}, "valid", [], [GB]),
        ({"性别": "女", "证件号": WOMAN}, "valid", [], []),
        ({"性别": "男", "证件号": WOMAN}, "valid", [], [GB]),
        ({"出生日期": "1985-5-5"}, "invalid", ["出生日期 附件1·说明5"], []),
        ({"出生日期": "1985-02-30"}, "invalid", ["出生日期 附件1·说明5"], []),
        ({"出生日期": "1985/05/05"}, "invalid", ["出生日期 附件1·说明5"], []),
        ({"出生日期": "198505-05-"}, "invalid", ["出生日期 附件1·说明5"], []),
        ({"出生日期": "1985-05-0X"}, "invalid", ["出生日期 附件1·说明5"], []),
        ({"出生日期": "１９８５-05-05"}, "invalid", ["出生日期 附件1·说明5"], []),
        ({"出生日期": "1985-05-06"}, "valid", [], [GB]),
        ({"证件号": WRONG_DIGIT}, "valid", [], [GB]),
        ({"证件号": NO_DAY}, "valid", [], [GB]),
        ({"证件号": NO_DAY, "性别": "女"}, "valid", [], [GB, GB]),
        ({"证件号": "420100850505001"}, "valid", [], [GB]),
        ({"证件号": "42010085050500X"}, "valid", [], [GB]),
        ({"证件号": "12345"}, "valid", [], [GB]),
        ({"证件号": "4201001985050500X2"}, "valid", [], [GB]),
        ({"证件号": "42010019850505001Y"}, "valid", [], [GB]),
        ({"证件号": "１２０100198505050012"}, "valid", [], [GB]),
        ({"文化程度": "本科"}, "invalid", ["文化程度 附件1·说明6"], []),
        ({"文化程度": ""}, "valid", [], []),
        ({"考生来源": "国企"}, "invalid", ["考生来源 附件1·说明7"], []),
        ({"考生来源": "个体企业"}, "needs_confirmation", [], ["考生来源 附件1·说明7"]),
        ({"考生来源": "个体外企"}, "valid", [], ["考生来源 附件1·说明7"]),
        ({"证书领取": "邮寄"}, "invalid", ["证书领取 附件1·说明8"], []),
        ({"证书领取": "快递到付"}, "invalid", ["邮寄地址 附件1·说明9"], []),
        ({"证书领取": "快递到付", "邮寄地址": "某路1号"}, "valid", [], []),
        ({"级别": "技师"}, "invalid", ["级别 附件1·说明10"], []),
        ({"级别": "一级/高级技师"}, "valid", [], []),
        ({"级别": "三级/高级工"}, "valid", [], []),
        ({"级别": "四级/中级工"}, "valid", [], ["级别 三（二）"]),
        ({"级别": "无级别"}, "valid", [], ["级别 三（二）"]),
        ({"备注": "x"}, "invalid", ["备注 附件1·说明1"], []),
    ],
)
def test_a_row_of_annex_1(
    changes: dict[str, str], status: str, errors: list[str], warnings: list[str]
) -> None:
    assert row(**changes) == (status, errors, warnings)


def test_a_small_x_is_to_be_a_large_one() -> None:
    number = next(n for order in range(1, 40) if (n := _digit(f"42010019850505{order:03d}")).endswith("X"))
    sex = "男" if int(number[16]) % 2 else "女"
    assert row(证件号=number, 性别=sex) == ("valid", [], [])
    assert row(证件号=number.lower(), 性别=sex) == ("valid", [], [GB])


def test_a_birth_still_to_come_is_worth_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annex_1, "today", lambda: date(2026, 11, 23))
    others = {"证件类型": "护照", "证件号": "E1"}
    assert row(出生日期="2026-11-23", **others) == ("valid", [], [])
    assert row(出生日期="2026-11-24", **others) == ("valid", [], ["出生日期 附件1·说明5"])


def header(names: list[str]) -> list[tuple[str, str]]:
    reported = annex_1.check({"header": names})["errors"]
    assert {problem["column"] for problem in reported} <= {"表头"}
    assert {problem["note"] for problem in reported} <= {"附件1·说明1"}
    return [(problem["value"], problem["says"]) for problem in reported]


def test_a_header_that_is_no_list_is_shown_back() -> None:
    with pytest.raises(BadInput) as bad:
        annex_1.check({"header": 7, "rows": []})
    assert [(error.at, error.given) for error in bad.value.errors] == [("/header", "7")]


def test_the_header_is_that_of_the_form() -> None:
    assert header(COLUMNS) == []
    assert header([f"*{name}" for name in COLUMNS]) == []
    assert [value for value, _ in header(COLUMNS[1:])] == [COLUMNS[0]]
    assert [value for value, _ in header([*COLUMNS, "备注"])] == ["备注"]
    assert [value for value, _ in header([*COLUMNS, COLUMNS[0]])] == [COLUMNS[0]]
    assert len(header([])) == len(COLUMNS)


def test_where_the_header_is_wrong_is_said_by_its_place() -> None:
    ((value, says),) = header([COLUMNS[0], COLUMNS[2], COLUMNS[1], *COLUMNS[3:]])
    assert (value, "第2列" in says, COLUMNS[1] in says) == (COLUMNS[2], True, True)
    ((_, says),) = header([*COLUMNS, "备注"])
    assert f"第{len(COLUMNS) + 1}列" in says
    ((_, says),) = header([*COLUMNS, COLUMNS[0]])
    assert f"第{len(COLUMNS) + 1}列" in says
    assert "空格" in dict(header([f" {COLUMNS[0]}", *COLUMNS[1:]]))[f" {COLUMNS[0]}"]


@pytest.mark.parametrize(
    ("book", "at"),
    [
        ([], [""]),
        ({}, ["/header"]),
        ({"header": "x"}, ["/header"]),
        ({"header": ["a", 7]}, ["/header/1"]),
        ({"header": ["长" * 2001]}, ["/header/0"]),
        ({"header": ["长" * 2000]}, []),
        ({"header": [], "rows": {}}, ["/rows"]),
        ({"header": [], "rows": [[]]}, ["/rows/0"]),
        ({"header": [], "rows": [{}, {"姓名": 7}]}, ["/rows/1/姓名"]),
        ({"header": [], "rows": [{"姓名": "长" * 2001}]}, ["/rows/0/姓名"]),
        ({"header": [], "rows": [{"姓名": "长" * 2000, "性别": None, "民族": "a\nb\tc\rd"}]}, []),
        ({"header": [], "rows": [{"姓名": "a\u0000"}]}, ["/rows/0/姓名"]),
        ({"header": [], "colour": 1}, ["/colour"]),
    ],
)
def test_a_book_of_another_form_is_refused_where_it_differs(book: object, at: list[str]) -> None:
    try:
        annex_1.check(book)
    except BadInput as bad:
        assert [error.at for error in bad.errors] == at  # noqa: PT017 (some books are fine)
    else:
        assert at == []


def test_cells_are_read_without_the_space_around_them() -> None:
    assert row(性别=" 男 ", 级别="\u3000二级/技师\n") == ("valid", [], [])


ABSENT = "needs_confirmation"


@pytest.mark.parametrize(
    ("changes", "status", "errors", "warnings"),
    [
        ({}, "valid", [], []),
        *(({name: ""}, "invalid", [f"{name} 附件2·表"], []) for name in annex_2.FIELDS if name != "证件号码"),
        *(({name: None}, ABSENT, [], [f"{name} 附件2·表"]) for name in annex_2.FIELDS),
        ({"所在单位": "", "person_type": "social_individual"}, ABSENT, [], ["所在单位 附件2·表"]),
        ({"所在单位": "", "person_type": "school_staff"}, "invalid", ["所在单位 附件2·表"], []),
        ({"photo_attached": False}, "invalid", ["照片 附件2·表"], []),
        ({"photo_attached": None}, ABSENT, [], ["照片 附件2·表"]),
        ({"signed": False}, "invalid", ["本人签名 附件2·承诺"], []),
        ({"signed": None}, ABSENT, [], ["本人签名 附件2·承诺"]),
        ({"signed_on": None}, ABSENT, [], ["签名日期 附件2·承诺"]),
        ({"signed_on": "2025-06-02"}, "invalid", ["签名日期 附件2·承诺"], []),
        ({"unit_sealed": False}, "invalid", ["单位（盖章） 附件2·意见"], []),
        ({"unit_sealed": None}, ABSENT, [], ["单位（盖章） 附件2·意见"]),
        ({"unit_sealed": False, "person_type": "social_individual"}, ABSENT, [], ["单位（盖章） 附件2·意见"]),
        ({"unit_sealed": True, "person_type": "social_individual"}, "valid", [], []),
        ({"copies": 2}, "invalid", ["份数 附件2·说明1"], []),
        ({"copies": 4}, "valid", [], []),
        ({"copies": None}, ABSENT, [], ["份数 附件2·说明1"]),
        ({"title_certificate_copy_attached": False}, "invalid", ["专业技术职称证书复印件 附件2·说明2"], []),
        ({"title_certificate_copy_attached": None}, ABSENT, [], ["专业技术职称证书复印件 附件2·说明2"]),
        ({"证件类别": "驾照"}, "invalid", ["证件类别 附件2·说明3"], []),
        ({"证件类别": "护照", "证件号码": "E1"}, "valid", [], []),
        ({"文化程度": "本科"}, "invalid", ["文化程度 附件2·说明4"], []),
        ({"考生来源": "国企"}, "invalid", ["考生来源 附件2·说明5"], []),
        ({"考生来源": "个体企业"}, ABSENT, [], ["考生来源 附件2·说明5"]),
        ({"性别": "M"}, "invalid", ["性别 附件2·表"], []),
        ({"性别": "女"}, "valid", [], [GB_2]),
        ({"性别": "女", "证件号码": WOMAN}, "valid", [], []),
        ({"证件号码": WRONG_DIGIT}, "valid", [], [GB_2]),
        ({"出生年月": "1985.5"}, "valid", [], []),
        ({"出生年月": "1985年5月"}, "valid", [], []),
        ({"出生年月": "1985-05-20"}, "valid", [], []),
        ({"出生年月": "1985/6"}, "valid", [], [GB_2]),
        ({"出生年月": "1985-13"}, "invalid", ["出生年月 附件2·表"], []),
        ({"出生年月": "85-05"}, "invalid", ["出生年月 附件2·表"], []),
        ({"出生年月": "2025-07"}, "invalid", ["出生年月 附件2·表"], []),
        ({"出生年月": "2025-06"}, "valid", [], [GB_2]),
        ({"申报等级": "技师"}, "valid", [], []),
        ({"申报等级": "高手"}, "invalid", ["申报等级 附件2·表"], []),
        ({"申报等级": "四级/中级工"}, "valid", [], ["申报等级 三（二）"]),
        ({"申报等级": "无级别"}, "valid", [], ["申报等级 三（二）"]),
        ({"申报等级": "一级/高级技师"}, "valid", [], ["申报等级 三（二）3"]),
        ({"申报等级": "一级/高级技师", "title_obtained": "2022-06-01"}, "valid", [], []),
        # of the month nobody knows whether the three years are complete on 1 June
        ({"申报等级": "一级/高级技师", "title_obtained": "2022-06"}, ABSENT, [], ["申报等级 三（二）3"]),
        ({"申报等级": "一级/高级技师", "title_obtained": "2022-05"}, "valid", [], []),
        ({"申报等级": "一级/高级技师", "title_obtained": "2022-07"}, "valid", [], ["申报等级 三（二）3"]),
        ({"申报等级": "一级/高级技师", "title_obtained": None}, ABSENT, [], ["申报等级 三（二）3"]),
        ({"申报等级": "三级/高级工"}, "valid", [], []),
        ({"职称证书等级": "高级"}, "valid", [], []),
        ({"职称证书等级": "高级", "申报等级": "一级/高级技师"}, "valid", [], []),
        ({"职称证书等级": "工程师"}, "valid", [], []),
        ({"职称证书等级": "助理工程师"}, "valid", [], ["申报等级 三（二）2"]),
        ({"职称证书等级": "助理工程师", "申报等级": "三级/高级工"}, "valid", [], []),
        ({"职称证书等级": "员级", "申报等级": "三级/高级工"}, "valid", [], ["申报等级 三（二）1"]),
        ({"职称证书等级": "初级", "申报等级": "三级/高级工"}, ABSENT, [], ["申报等级 三（二）1"]),
        ({"职称证书等级": "技师", "职称系列": "卫生", "申报等级": "三级/高级工"}, "valid", [], []),
        ({"职称证书等级": "大师"}, ABSENT, [], ["职称证书等级 附件2·表"]),
    ],
)
def test_the_form_of_annex_2(changes: Changed, status: str, errors: list[str], warnings: list[str]) -> None:
    assert form(**changes) == (status, errors, warnings)


def test_a_level_not_reached_yet_names_the_day() -> None:
    report = annex_2.check({**FORM, "申报等级": "一级/高级技师"})
    assert "2026-05-01 起" in report["warnings"][0]["says"]
    report = annex_2.check({**FORM, "职称证书等级": "员级", "申报等级": "三级/高级工"})
    assert "起才满年限" not in report["warnings"][0]["says"]


@pytest.mark.parametrize(
    ("changes", "at"),
    [
        ({"colour": 1}, "/colour"),
        ({"colour": None}, "/colour"),
        ({"姓名": 7}, "/姓名"),
        ({"姓名": "长" * 2001}, "/姓名"),
        ({"姓名": "a\nb"}, "/姓名"),
        ({"as_of": "2025-06"}, "/as_of"),
        ({"signed_on": "2025-06"}, "/signed_on"),
        ({"title_obtained": "soon"}, "/title_obtained"),
        ({"signed": "yes"}, "/signed"),
        ({"copies": 2.5}, "/copies"),
        ({"copies": -1}, "/copies"),
        ({"copies": 101}, "/copies"),
        ({"copies": True}, "/copies"),
        ({"person_type": "nobody"}, "/person_type"),
    ],
)
def test_annex_2_refuses_what_no_field_takes(changes: Changed, at: str) -> None:
    with pytest.raises(BadInput) as bad:
        annex_2.check({**FORM, **changes})
    (error,) = bad.value.errors
    assert error.at == at
    assert error.given
    assert error.accepted


@pytest.mark.parametrize(
    "changes", [{"姓名": "长" * 2000}, {"copies": 100}, {"copies": 3.0}, {"姓名": " 测试甲 "}]
)
def test_annex_2_takes_what_is_just_within(changes: Changed) -> None:
    assert form(**changes) == ("valid", [], [])


def test_a_form_that_is_no_object_is_refused_as_a_whole() -> None:
    with pytest.raises(BadInput) as bad:
        annex_2.check([])
    assert [error.at for error in bad.value.errors] == [""]


def test_without_a_day_annex_2_takes_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(days, "today", lambda: date(2025, 5, 31))
    assert form(as_of=None) == ("invalid", ["签名日期 附件2·承诺"], [])


@pytest.mark.parametrize(
    ("column", "value", "near"),
    [("文化程度", "本科", "大学本科"), ("级别", "技师", "二级/技师"), ("证件类型", "居民身份证", "身份证")],
)
def test_a_near_word_is_suggested_and_another_is_not(column: str, value: str, near: str) -> None:
    (report,) = annex_1.check({"header": COLUMNS, "rows": [{**ROW, column: value}]})["rows"]
    assert f"“{near}”" in report["errors"][0]["says"].partition("可填")[0]
    (report,) = annex_1.check({"header": COLUMNS, "rows": [{**ROW, column: "别的"}]})["rows"]
    assert "是不是" not in report["errors"][0]["says"]
