"""附件1: for every rule of its notes the cell that is found fault with and what stands in it; what is no workbook at all."""

from __future__ import annotations

import pytest

from guantong import annex_1
from guantong.intake import BadInput
from tests.rules.test_annexes import COLUMNS, NUMBER, ROW, WRONG_DIGIT

Problem = tuple[str, str, str]
GB = "GB 11643"


def note(number: int) -> str:
    return f"附件1·说明{number}"


def found(row: dict[str, str]) -> tuple[list[Problem], list[Problem]]:
    """Errors and warnings of a row, as (column, what it holds, note)."""
    (report,) = annex_1.check({"header": COLUMNS, "rows": [row]})["rows"]
    errors, warnings = (
        [(p["column"], p["value"], p["note"]) for p in report[kind]] for kind in ("errors", "warnings")
    )
    return errors, warnings


def refused(book: object) -> list[tuple[str, str]]:
    """Where a workbook can't be read, and what was found there; [] for one that can."""
    try:
        annex_1.check(book)
    except BadInput as bad:
        return [(error.at, error.given) for error in bad.errors]
    return []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"备注": "x"}, ("备注", "x", note(1))),
        ({"证件类型": "驾照"}, ("证件类型", "驾照", note(3))),
        ({"证件类型": "护照", "性别": ""}, ("性别", "", note(4))),
        ({"证件类型": "护照", "出生日期": ""}, ("出生日期", "", note(4))),
        ({"出生日期": "1985/05/05"}, ("出生日期", "1985/05/05", note(5))),
        ({"出生日期": " 1985年5月5日 "}, ("出生日期", "1985年5月5日", note(5))),
        ({"文化程度": "本科"}, ("文化程度", "本科", note(6))),
        ({"考生来源": "国企"}, ("考生来源", "国企", note(7))),
        ({"证书领取": "邮寄"}, ("证书领取", "邮寄", note(8))),
        ({"证书领取": "快递到付"}, ("邮寄地址", "", note(9))),
        ({"级别": "技师"}, ("级别", "技师", note(10))),
    ],
)
def test_an_error_shows_the_cell_and_the_note(changes: dict[str, str], problem: Problem) -> None:
    assert found({**ROW, **changes}) == ([problem], [])


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        *(({column: ""}, (column, "", note(2))) for column in annex_1.EXPECTED),
        ({"性别": "M"}, ("性别", "M", note(4))),
        ({"证件类型": "护照", "出生日期": "2199-12-31"}, ("出生日期", "2199-12-31", note(5))),
        ({"考生来源": "个体企业"}, ("考生来源", "个体企业", note(7))),
        ({"考生来源": "个体外企"}, ("考生来源", "个体外企", note(7))),
        ({"级别": "五级/初级工"}, ("级别", "五级/初级工", "三（二）")),
        ({"级别": "无级别"}, ("级别", "无级别", "三（二）")),
        ({"证件号": WRONG_DIGIT}, ("证件号", WRONG_DIGIT, GB)),
        ({"性别": "女"}, ("证件号", NUMBER, GB)),
        ({"出生日期": "1985-05-06"}, ("证件号", NUMBER, GB)),
    ],
)
def test_a_warning_shows_the_cell_and_the_note(changes: dict[str, str], problem: Problem) -> None:
    assert found({**ROW, **changes}) == ([], [problem])


def test_a_row_with_no_cell_at_all_lacks_what_is_expected_and_nothing_else() -> None:
    blanks = [(column, "", note(2)) for column in annex_1.EXPECTED]
    assert found({}) == ([], blanks)
    assert found(dict.fromkeys(COLUMNS, "")) == ([], blanks)


def test_all_errors_of_a_row_are_told_at_once() -> None:
    changes = {"证件类型": "护照", "性别": "", "出生日期": "85.5.5", "文化程度": "本科", "级别": "技师"}
    errors, _ = found({**ROW, **changes})
    assert errors == [
        ("性别", "", note(4)),
        ("出生日期", "85.5.5", note(5)),
        ("文化程度", "本科", note(6)),
        ("级别", "技师", note(10)),
    ]


def test_a_wrong_birth_date_is_not_held_against_the_number_too() -> None:
    assert found({**ROW, "出生日期": "1999/1/1"}) == ([("出生日期", "1999/1/1", note(5))], [])


@pytest.mark.parametrize(
    ("name", "spaced"), [(f" {COLUMNS[1]}", True), (f"{COLUMNS[1]}\u3000", True), ("名字", False)]
)
def test_a_column_name_is_called_spaced_only_where_the_space_is_all_that_is_wrong(
    name: str, *, spaced: bool
) -> None:
    errors = annex_1.check({"header": [COLUMNS[0], name, *COLUMNS[2:]]})["errors"]
    assert [p["value"] for p in errors] == [COLUMNS[1], name]
    assert ("多了空格" in errors[1]["says"]) is spaced


LONG = "长" * 2001
LONG_SHOWN = "“" + "长" * 59 + "…"


@pytest.mark.parametrize(
    ("book", "errors"),
    [
        ([1, 2], [("", "一个列表（2 项）")]),
        ("x", [("", "“x”")]),
        (None, [("", "空")]),
        ({"header": [], "颜色": "红"}, [("/颜色", "“红”")]),
        ({"header": [], "a": 1, "b": 2}, [("/a", "1"), ("/b", "2")]),
        (
            {"header": ["姓名", 7, None, LONG]},
            [("/header/1", "7"), ("/header/2", "空"), ("/header/3", LONG_SHOWN)],
        ),
        ({"header": [], "rows": {"姓名": "测试甲"}}, [("/rows", "一个对象（1 个键）")]),
        ({"header": [], "rows": None}, [("/rows", "空")]),
        ({"header": [], "rows": [{}, 7, ["x"]]}, [("/rows/1", "7"), ("/rows/2", "一个列表（1 项）")]),
        ({"header": [], "rows": [{}, {"姓名": 7}]}, [("/rows/1/姓名", "7")]),
        ({"header": [], "rows": [{"姓名": LONG}]}, [("/rows/0/姓名", LONG_SHOWN)]),
        ({"header": [], "rows": [{"姓名": "测\u0000试"}]}, [("/rows/0/姓名", "“测□试”")]),
        ({"header": [], "rows": [{}, {"姓\u0000名": ""}]}, [("/rows/1/姓□名", "列名“姓□名”")]),
        ({"header": [], "rows": [{LONG: ""}]}, [("/rows/0/" + "长" * 60, f"列名{LONG_SHOWN}")]),
        ({"header": [], "rows": [{"长" * 2000: ""}]}, []),
    ],
)
def test_what_is_no_workbook_is_shown_back_with_its_place(
    book: object, errors: list[tuple[str, str]]
) -> None:
    assert refused(book) == errors


def test_everything_that_makes_a_workbook_unreadable_is_told_at_once() -> None:
    book = {"颜色": 1, "header": [7], "rows": [[], {"姓名": 8, "\u0001": ""}, {}, []]}
    places = ["/颜色", "/header/0", "/rows/0", "/rows/1/□", "/rows/1/姓名", "/rows/3"]
    assert [at for at, _ in refused(book)] == places


def test_a_hundred_thousand_rows_are_read_and_not_one_more() -> None:
    many: list[object] = [{}] * 99_999
    assert refused({"header": [], "rows": [*many, 7]}) == [("/rows/99999", "7")]
    assert refused({"header": [], "rows": [*many, 7, {}]}) == [("/rows", "一个列表（100001 项）")]
