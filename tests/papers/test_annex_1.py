"""Annex 1: written as the form asks, read back identical, filled into the office's own form, checked and corrected."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from guantong.annex_1 import COLUMNS
from guantong.forms import Findings, identity_number
from papers import annex_1_book
from papers.annex_1_check import Finding, check
from papers.annex_1_fill import correct, fill
from papers.annex_1_words import WORDS
from papers.cli import main
from papers.refusal import Refused
from tests.papers import files

ROWS = [
    files.annex_1_row(),
    files.annex_1_row(
        姓名="乙某", 证件号="420106199001011234567", 手机号码="+86 000", 简要经历="=1+1\n第二行"
    ),
    files.annex_1_row(姓名="丙某", 证件号="000123", 邮箱="@某", 通讯地址="-某路"),
]


def checked(source: bytes) -> tuple[list[Finding], list[dict[str, str]], list[Finding]]:
    """Findings of the header, the rows, findings of the rows."""
    sheet, lines = check(source)
    rows, found = [], []
    for cells, findings in lines:
        rows.append({name: text for name, text in cells.items() if text})
        found += findings
    return sheet.header, rows, found


def only(source: bytes, column: str) -> list[Finding]:
    return [finding for finding in checked(source)[2] if finding.column == column]


def test_what_is_written_reads_back_identical_and_without_error() -> None:
    header, rows, found = checked(annex_1_book.as_bytes(ROWS, "某某厂"))
    assert header == []
    assert [finding for finding in found if finding.severity == "error"] == []
    assert rows == [{"序号": str(number), **row} for number, row in enumerate(ROWS, start=1)]


def test_the_form_has_its_title_its_columns_its_notes_and_its_drop_downs() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(annex_1_book.template())).active
    assert sheet is not None
    first = [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows()]
    assert first[1] == ["武汉市专业技术人才向高技术人才贯通申报汇总表"]
    assert first[3] == list(COLUMNS)
    assert len(COLUMNS) == 32
    tail = [row[0] for row in first if row][4:]
    assert tail[0] == "填表说明附后"
    assert len(tail) == 13
    offered = {rule.formula1: str(rule.sqref) for rule in sheet.data_validations.dataValidation}
    for words in WORDS.values():
        assert f'"{",".join(words)}"' in offered


def test_numbers_stay_text_and_no_text_becomes_a_formula() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(annex_1_book.as_bytes(ROWS))).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    quoted = {str(cell.value)[0] for cell in cells if cell.quotePrefix}
    assert quoted == {"+", "=", "@", "-"}


def office_form() -> bytes:
    """A blank form as an office might have it: asterisks, its own drop-down from another sheet, notes, a hidden sheet."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet, words = book.add_worksheet("导入模板"), book.add_worksheet("字典")
    text = book.add_format({"num_format": "@", "border": 1})
    sheet.merge_range(0, 0, 0, 31, annex_1_book.TITLE_TEXT)
    for column, name in enumerate(COLUMNS):
        sheet.write_string(1, column, f"*{name}" if name in ("姓名", "证件号") else name)
        for row in range(2, 6):
            sheet.write_blank(row, column, None, text)
    words.write_column(0, 0, ["大学本科", "只有这里有的词"])
    words.hide()
    sheet.data_validation(2, 6, 5, 6, {"validate": "list", "source": "=字典!$A$1:$A$2"})
    sheet.write_comment(1, 1, "必填")
    book.close()
    return target.getvalue()


def test_the_offices_own_form_keeps_everything_but_its_blank_rows() -> None:
    blank = office_form()
    filled = fill(blank, ROWS)
    before, after = (openpyxl.load_workbook(io.BytesIO(book))["导入模板"] for book in (blank, filled))
    assert [cell.value for cell in after[2]] == [cell.value for cell in before[2]]
    assert after["B3"].value == "甲某"
    assert after["D4"].value == "420106199001011234567"
    assert {cell.number_format for cell in after[3]} == {"@"}
    assert str(after.data_validations.dataValidation[0].formula1) == "字典!$A$1:$A$2"
    for name in ("xl/comments1.xml", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet2.xml"):
        assert files.part(filled, name) == files.part(blank, name)
    assert [row["姓名"] for row in checked(filled)[1]] == ["甲某", "乙某", "丙某"]


def test_a_form_without_room_is_refused_before_anything_is_written_over() -> None:
    narrow = files.by_openpyxl(COLUMNS, [[None] * 32, ["说明"]])
    with pytest.raises(Refused, match="只有 1 个空行"):
        fill(narrow, ROWS)


@pytest.mark.parametrize(
    ("column", "value", "note", "suggestion"),
    [
        ("文化程度", "本科", "附件1·说明6", "大学本科"),
        ("文化程度", "大专", "附件1·说明6", "大学专科和专科学校"),
        ("证件类型", "居民身份证", "附件1·说明3", "身份证"),
        ("出生日期", "1985.3.7", "附件1·说明5", "1985-03-07"),
        ("级别", "技师", "附件1·说明10", "二级/技师"),
        ("证书领取", "自领", "附件1·说明8", "自取"),
        ("考生来源", "民营企业", "附件1·说明7", "私营企业"),
        ("文化程度", "神童", "附件1·说明6", ""),
    ],
)
def test_an_error_names_row_column_value_note_and_what_is_near(
    column: str, value: str, note: str, suggestion: str
) -> None:
    book = files.by_openpyxl(
        COLUMNS, [[row.get(name) for name in COLUMNS] for row in (files.annex_1_row(**{column: value}),)]
    )
    found = only(book, column)
    assert [(f.row, f.value, f.severity, f.note, f.suggestion) for f in found] == [
        (2, value, "error", note, suggestion)
    ]
    assert value in found[0].says


def test_every_error_of_every_row_is_reported_from_a_csv_in_either_encoding() -> None:
    lines = [[row.get(name, "") for name in COLUMNS] for row in
             (files.annex_1_row(文化程度="本科", 级别="技师", 出生日期="昨天"), files.annex_1_row(证件号="1"))]  # fmt: skip
    for encoding in ("utf-8", "gb18030"):
        _, rows, found = checked(files.as_csv(COLUMNS, lines, encoding))
        assert len(rows) == 2
        errors = {(finding.row, finding.column) for finding in found if finding.severity == "error"}
        assert errors == {(2, "文化程度"), (2, "级别"), (2, "出生日期")}


def test_people_twice_and_dates_at_odds_are_warnings() -> None:
    rows = [
        files.annex_1_row(参加工作时间="1990-01-01"),
        files.annex_1_row(姓名="另一人"),
        files.annex_1_row(证件号="X2", 参加工作时间="2024-01-01", 专业年限="20"),
    ]
    _, _, found = checked(annex_1_book.as_bytes(rows))
    assert all(finding.severity == "warning" for finding in found)
    said = {(finding.row, finding.column): finding.says for finding in found}
    assert "不满16岁" in said[5, "参加工作时间"]
    assert "与第 5 行相同" in said[6, "证件号"]
    assert "没有这么多年" in said[7, "专业年限"]
    assert "与第 5 行相同" in said[7, "姓名"]


def test_an_unknown_region_in_an_identity_number_is_a_warning() -> None:
    number = files.identity_number("99999919850307901")
    found = only(annex_1_book.as_bytes([files.annex_1_row(证件类型="身份证", 证件号=number)]), "证件号")
    assert [(finding.severity, finding.says) for finding in found] == [
        ("warning", "身份证号前6位查不到对应的地区，请核对。")
    ]


@given(st.integers(0, 10**4 - 1), st.sampled_from("0123456789X"))
def test_the_check_digit_is_judged_as_by_the_kept_library(sequence: int, last: str) -> None:
    number = f"4201061985030{sequence:04d}{last}"
    findings = Findings()
    identity_number(findings, "证件号", number, "", "")
    assert (not any("校验码" in problem["says"] for problem in findings.warnings)) == (
        ric.calc_check_digit(number) == last
    )


def test_suggestions_go_in_only_where_they_are_chosen_and_nothing_else_changes() -> None:
    wrong = files.annex_1_row(文化程度="本科", 级别="技师", 简要经历="=HYPERLINK(1)")
    book = annex_1_book.as_bytes([wrong])
    mended = correct(book, {(5, "文化程度"): "大学本科"})
    assert checked(mended)[1] == [{"序号": "1", **wrong, "文化程度": "大学本科"}]
    text = files.as_csv(COLUMNS, [[wrong.get(name, "") for name in COLUMNS]], "gb18030")
    again = correct(text, {(2, "文化程度"): "大学本科"})
    assert "大学本科" in again.decode("gb18030")
    assert "'=HYPERLINK(1)" in again.decode("gb18030")
    assert checked(again)[1][0]["级别"] == "技师"


def test_a_changed_header_is_reported_by_name() -> None:
    header = ["姓名", "序号", *COLUMNS[2:-1], "备注"]
    found, _, _ = checked(files.by_openpyxl(header, [["甲某", "1"]]))
    said = " ".join(finding.says for finding in found)
    assert "表头缺少“原证书编号”一列" in said
    assert "第32列“备注”不是模板里的列名" in said


def test_the_command_lists_everything_and_writes_a_corrected_book(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "附件1.xlsx", tmp_path / "改好.xlsx"
    source.write_bytes(annex_1_book.as_bytes([files.annex_1_row(文化程度="本科")]))
    assert main(["annex1-check", str(source), "--json", "--corrected", str(target)]) == 1
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert found[0] == {
        "row": 5, "column": "文化程度", "value": "本科", "severity": "error", "note": "附件1·说明6",
        "says": found[0]["says"], "suggestion": "大学本科",
    }  # fmt: skip
    assert main(["annex1-check", str(target)]) == 0
