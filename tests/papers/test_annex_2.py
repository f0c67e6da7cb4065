"""Annex 2: every field where the form has it, one page a copy, and what doesn't fit on a page of its own."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from guantong.annex_2 import FIELDS, check
from papers import annex_2_layout as layout
from papers.annex_2_document import document
from papers.cli import main
from tests.papers import files

FORM = {
    "姓名": "甲某", "性别": "男", "出生年月": "1985-03", "证件类别": "护照", "证件号码": "X0000001", "文化程度": "大学本科",
    "所在单位": "某某厂", "职称系列": "工程", "职称专业": "电气", "职称证书等级": "工程师", "考生来源": "国有企业",
    "申报职业技能等级职业（工种）": "电工", "申报等级": "二级/技师",
}  # fmt: skip


def words(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    return "\n".join(
        "".join(node.text or "" for node in paragraph.iter() if node.tag.endswith("}t"))
        for paragraph in root.iter()
        if paragraph.tag.endswith("}p")
    )


def test_every_printed_field_has_its_place_once() -> None:
    placed = [name for row in layout.ROWS for name, _ in row]
    assert sorted(placed) == sorted(FIELDS)
    for row in range(len(layout.ROWS)):
        columns = sum(1 + span for _, span in layout.ROWS[row]) + (row < layout.PHOTO_ROWS)
        assert columns == len(layout.COLUMNS_MM)


def test_the_document_says_what_the_form_prints_and_what_was_filled() -> None:
    said = words(document([FORM], copies=1))
    flat = re.sub(r"\s", "", said)
    for text in (
        *FORM.values(),
        *FIELDS,
        "武汉市专业技术人才向高技能人才贯通",
        "个人申报表",
        "承诺书",
        "评价机构意见",
    ):
        assert text in flat
    assert "本表格一式三份" in flat
    assert layout.ATTACHED not in said


def test_three_copies_unless_asked_otherwise() -> None:
    assert words(document([FORM])).count("甲某") == 3


def test_what_does_not_fit_stands_whole_on_an_attached_page() -> None:
    long = "某某集团有限责任公司" * 12
    sheet = layout.lay_out({**FORM, "所在单位": long})
    assert sheet.cells["所在单位"] == layout.SEE
    assert sheet.attached == [("所在单位", long)]
    said = words(document([{**FORM, "所在单位": long}], copies=1))
    assert long in said
    assert said.count(layout.ATTACHED) == 2


def test_markup_in_a_field_stays_text() -> None:
    assert "<w:p>&甲" in words(document([{**FORM, "姓名": "<w:p>&甲\x07"}], copies=1))


def test_a_list_fills_the_forms_of_its_people(tmp_path: Path) -> None:
    source, target = tmp_path / "名单.xlsx", tmp_path / "附件2.docx"
    header = ("姓名", "身份证号", "单位", "职称", "职称系列", "取得时间", "学历", "申报职业")
    source.write_bytes(
        files.by_openpyxl(
            header, [("甲某", files.NUMBER, "某某厂", "工程师", "工程", "2021-07", "大学本科", "电工")]
        )
    )
    assert main(["annex2", str(source), str(target), "--copies", "1", "--as-of", "2026-11-24"]) == 0
    said = words(target.read_bytes()).split("\n")
    for text in ("甲某", files.NUMBER, "1985-03", "女", "工程师", "工程", "大学本科", "电工"):
        assert text in said


@pytest.mark.parametrize("name", FIELDS)
def test_the_example_form_is_right_in_every_field(name: str) -> None:
    assert [problem for problem in check(FORM)["errors"] if problem["column"] == name] == []
