"""A staff list in, an answer for everybody out, whatever program the list comes from."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from papers.archive import OFFICE
from papers.cli import main
from papers.people import Assessor, Summary, Verdict
from papers.people_book import RESULT_HEADER, template
from papers.people_list import open_list, people, verdicts
from papers.people_rows import PersonRow
from tests.papers import files

AS_OF = date(2026, 11, 24)
Made = Callable[[files.Line, "tuple[files.Line, ...]"], bytes]


def read(source: bytes, *, blank_is_none: bool = False, **common: Any) -> list[tuple[PersonRow, Verdict]]:
    staff = open_list(source)
    found = people(staff, staff.fields, common, blank_is_none=blank_is_none)
    return list(verdicts(found, Assessor(AS_OF), Summary()))


@pytest.mark.parametrize(
    "made",
    [
        files.by_openpyxl,
        files.by_xlsxwriter,
        files.by_wps,
        lambda header, lines: files.by_openpyxl(header, lines, "某某厂职工花名册"),
        lambda header, lines: files.by_xlsxwriter(header, lines, "某某厂职工花名册"),
        lambda header, lines: files.as_csv(header, lines, "utf-8"),
        lambda header, lines: files.as_csv(header, lines, "utf-8-sig"),
        lambda header, lines: files.as_csv(header, lines, "gb18030"),
        lambda header, lines: files.as_csv(header, lines, "utf-16"),
    ],
)
def test_the_same_list_says_the_same_from_every_program(made: Made) -> None:
    found = [person for person, _ in read(made(files.HEADER, files.PEOPLE))]
    assert [person.name for person in found] == ["甲某", "乙某", "丙某"]
    first, second, third = (person.facts for person in found)
    assert first == {
        "titles": [{"name": "工程师", "obtained": "2021-07-15"}],
        "skills": [],
        "birth_date": "1985-03-07",
    }
    assert second == {"titles": [{"name": "助理工程师", "obtained": "2025-03"}], "birth_date": "1990-01-05"}
    assert third == {
        "titles": [],
        "skills": [{"level": "1", "obtained": "2019-06-30"}],
        "birth_date": "1966-08",
    }


def test_a_blank_title_is_unknown_unless_the_user_says_otherwise() -> None:
    source = files.by_openpyxl(("姓名", "职称", "技能等级"), (("甲某", None, "技师"),))
    assert "titles" not in read(source)[0][0].facts
    assert read(source, blank_is_none=True)[0][0].facts["titles"] == []


def test_a_date_beside_no_title_makes_no_title() -> None:
    source = files.by_openpyxl(
        ("姓名", "职称", "取得时间"), (("甲某", "无", "2020-01-01"), ("乙某", "", "2020-01-01"))
    )
    said, unsaid = (person.facts for person, _ in read(source))
    assert said["titles"] == []
    assert unsaid["titles"] == [{"obtained": "2020-01-01"}]


def test_what_holds_for_everybody_yields_to_what_a_row_says() -> None:
    source = files.by_openpyxl(
        ("姓名", "职称", "在汉工作"), (("甲某", "工程师", "否"), ("乙某", "工程师", ""))
    )
    found = [person.facts["works_in_wuhan"] for person, _ in read(source, works_in_wuhan=True)]
    assert found == [False, True]


def test_a_bad_row_never_stops_the_others() -> None:
    lines = (
        ("甲某", "工程师" * 200, "昨天"),
        ("乙某", "神仙", "2090-01-01"),
        ("=1+1", "工程师", 45000),
        ("丁某", "工程师", "2020-13-45"),
        ("戊某", "工程师", "2020-05-20"),
    )
    found = read(files.by_xlsxwriter(("姓名", "职称", "取得时间"), lines))
    assert [verdict.name for _, verdict in found] == ["甲某", "乙某", "=1+1", "丁某", "戊某"]
    assert [bool(verdict.doubts) for _, verdict in found] == [True, True, True, True, False]
    assert "“取得时间”一栏：填的是“昨天”" in found[0][1].doubts[0]
    assert found[2][0].facts["titles"] == [{"name": "工程师", "obtained": "2023-03-15"}]


def test_birth_date_and_sex_come_from_a_right_identity_number_only() -> None:
    wrong = files.NUMBER[:-1] + ("0" if files.NUMBER[-1] != "0" else "1")
    source = files.by_openpyxl(
        ("姓名", "身份证号", "职称"), (("甲某", files.NUMBER, "工程师"), ("乙某", wrong, "工程师"))
    )
    right, other = (person for person, _ in read(source))
    assert (right.facts["birth_date"], right.facts["sex"]) == ("1985-03-07", "female")
    assert "birth_date" not in other.facts
    assert any("校验码" in doubt for doubt in other.doubts)


def test_an_identity_number_that_became_a_number_is_said_to_have_lost_its_end() -> None:
    found = read(
        files.by_openpyxl(("姓名", "身份证号", "职称"), (("甲某", int(files.NUMBER[:17]) * 10, "工程师"),))
    )
    person, _ = found[0]
    assert "证件号" not in person.form
    assert any("存成了数字" in doubt for doubt in person.doubts)


def test_who_reaches_the_retirement_age_is_told_the_last_day() -> None:
    header = ("姓名", "职称", "技能等级", "技能等级取得时间", "出生日期", "性别")
    closing = ("甲某", "无", "高级技师", "2015-01-01", "1966-08-15", "男")
    too_late = ("乙某", "无", "高级技师", "2024-03-04", "1964-12-02", "男")
    common: dict[str, Any] = {
        "employer_affiliation": "wuhan",
        "person_type": "enterprise_employee",
        "retired": False,
    }
    source = files.by_openpyxl(header, (closing, too_late))
    first, second = (verdict for _, verdict in read(source, **common))
    assert first.last_day > "2026-11-24"
    assert not first.lost
    assert second.lost


def test_questions_are_counted_over_people_and_settle_in_order() -> None:
    assessor, summary = Assessor(AS_OF), Summary()
    source = files.by_xlsxwriter(files.HEADER, files.PEOPLE)
    staff = open_list(source)
    list(verdicts(people(staff, staff.fields, {}), assessor, summary))
    ranked = summary.ranked(assessor.questions)
    touched = [count for _, count, _ in ranked]
    settled = [count for _, _, count in ranked]
    assert touched == sorted(touched, reverse=True)
    assert settled == sorted(settled)
    assert settled[-1] == summary.total == 3


def test_the_template_is_read_back_with_every_column_known() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template()))
    sheet = book["名单"]
    assert len(sheet.data_validations.dataValidation) > 10
    sheet["A2"], sheet["D2"] = "甲某", "工程师"
    target = io.BytesIO()
    book.save(target)
    staff = open_list(target.getvalue())
    assert all(staff.fields)
    assert len(set(staff.fields)) == len(staff.fields)


def test_the_command_writes_results_and_a_summary(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "名单.xlsx", tmp_path / "结果.xlsx"
    source.write_bytes(files.by_xlsxwriter(files.HEADER, files.PEOPLE))
    status = main(
        ["people", str(source), str(target), "--as-of", "2026-11-24", "--all", "works_in_wuhan=是",
         "--blank-is-none"]
    )  # fmt: skip
    assert status == 0
    assert "共 3 人" in capsys.readouterr().out
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["汇总", "逐人结果"]
    lines = list(book["逐人结果"].iter_rows(values_only=True))
    assert lines[0] == RESULT_HEADER
    assert [line[1] for line in lines[1:]] == ["甲某", "乙某", "丙某"]
    assert "三（二）" in str(lines[1][RESULT_HEADER.index("依据")])


def test_rows_stream_through_the_command_one_at_a_time(tmp_path: Path) -> None:
    """The list is never held as a whole: the first verdict is there when only the first rows were read."""
    source = tmp_path / "名单.csv"
    source.write_text("姓名,职称\n" + "甲某,工程师\n" * 200_000, "utf-8")
    staff = open_list(source, OFFICE)
    first = next(verdicts(people(staff, staff.fields, {}), Assessor(AS_OF), Summary()))
    assert first[1].name == "甲某"
    assert sum(1 for _ in staff.rows) == 199_999
