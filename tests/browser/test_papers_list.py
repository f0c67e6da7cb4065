"""A staff list in the page: read, mapped, answered, filled into forms, cleared; and nobody is asked for anything."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect

from papers.annex_1_check import check
from tests.browser.support.heap import has_no_worker, is_forgotten, sealed_workers, strings_of
from tests.browser.support.papers import READY_MS, ListPage
from tests.papers import files
from tests.papers.test_annex_1 import office_form

HEADER = (*files.HEADER, "在汉工作", "人员类型", "备注")
PEOPLE = tuple((*line, "是", "企业", "标记戊己庚") for line in files.PEOPLE)


def test_a_text_file_as_chinese_excel_saves_it_is_answered_and_saved(
    page: Page, site_url: str, tmp_path: Path
) -> None:
    opened = ListPage(page, site_url)
    opened.read(files.as_csv(HEADER, PEOPLE, "gb18030"))
    expect(opened.root.get_by_label("备注")).to_have_value("")
    opened.start(3)
    expect(opened.person("甲某")).to_contain_text("2021-07-15")
    expect(opened.person("丙某")).to_contain_text("一级/高级技师")
    book = openpyxl.load_workbook(opened.saved("保存为表格", tmp_path))
    assert [row[1] for row in book["逐人结果"].iter_rows(values_only=True)] == [
        "姓名",
        "甲某",
        "乙某",
        "丙某",
    ]


def test_a_column_is_given_its_meaning_by_hand_and_forgotten_afterwards(page: Page, site_url: str) -> None:
    opened = ListPage(page, site_url)
    opened.read(files.by_openpyxl(("员工", "头衔"), (("甲某", "工程师"),)))
    opened.root.get_by_label("员工").select_option(label="姓名")
    opened.root.get_by_label("头衔").select_option(label="职称名称")
    opened.start(1)
    expect(opened.person("甲某")).to_contain_text("工程师")
    kept = page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.hash])"
    )
    assert not any(word in kept for word in ("甲某", "头衔", "工程师"))
    page.reload()
    opened.read(files.by_openpyxl(("员工", "头衔"), (("甲某", "工程师"),)))
    expect(opened.root.get_by_label("头衔")).to_have_value("")


def test_what_is_said_for_everybody_takes_the_question_away(page: Page, site_url: str) -> None:
    opened = ListPage(page, site_url)
    opened.read(files.by_openpyxl(("姓名", "职称", "取得时间"), (("甲某", "工程师", "2015-01-01"),) * 2))
    opened.start(2)
    question = opened.root.locator(".gt-open li").filter(has_text="由单位组织申报，还是自己申报？")
    if not question.is_visible():
        opened.root.get_by_text("其余").click()
    question.get_by_label("全体都是").select_option(label="个人申报")
    opened.root.get_by_role("button", name="按这些答案重新核对").click()
    expect(question).to_have_count(0)


def test_people_are_filtered_sorted_and_found(page: Page, site_url: str) -> None:
    people = [(f"员工{n:03d}", "工程师" if n % 2 else "技术员", "2015-01-01") for n in range(120)]
    opened = ListPage(page, site_url)
    opened.read(files.by_openpyxl(("姓名", "职称", "取得时间"), people))
    opened.root.get_by_label("职称、技能等级或荣誉一栏空着，就是没有").check()
    opened.start(120)
    lines = opened.root.locator(".gt-people tbody tr")
    expect(lines).to_have_count(50)
    opened.root.get_by_role("button", name="全部显示").click()
    expect(lines).to_have_count(120)
    opened.root.get_by_label("找姓名或证书").fill("技术员")
    expect(opened.root.locator("[data-shown]")).to_contain_text("共 60 人")
    opened.root.get_by_label("找姓名或证书").fill("")
    shut = opened.root.get_by_role("button", name="不可申报")
    if shut.count():
        shut.click()
        expect(shut).to_have_attribute("aria-pressed", "true")
    opened.root.get_by_label("排列").select_option(label="按姓名")
    expect(lines.first).to_contain_text("员工000")


def test_the_chosen_go_into_annex_1_also_the_offices_own_and_into_annex_2(
    page: Page, site_url: str, tmp_path: Path
) -> None:
    opened = ListPage(page, site_url)
    opened.read(files.by_xlsxwriter(HEADER, PEOPLE))
    opened.start(3)
    expect(opened.root.get_by_role("button", name="填附件1")).to_be_disabled()
    for name in ("甲某", "丙某"):
        opened.root.get_by_label(f"选中{name}").check()
    _, lines = check(opened.saved("填附件1", tmp_path).read_bytes())
    assert [cells["姓名"] for cells, _ in lines] == ["甲某", "丙某"]
    assert opened.saved("填附件2（一人三份）", tmp_path).read_bytes().startswith(b"PK")
    with page.expect_download(timeout=READY_MS) as download:
        page.set_input_files(
            "[data-form] input[type=file]", {"name": "空白.xlsx", "mimeType": "", "buffer": office_form()}
        )
    target = tmp_path / "office.xlsx"
    download.value.save_as(target)
    sheet = openpyxl.load_workbook(target)["导入模板"]
    assert [sheet["B3"].value, sheet["B4"].value] == ["甲某", "丙某"]


def test_a_bad_file_gets_a_sentence_and_loses_nothing(page: Page, site_url: str, tmp_path: Path) -> None:
    opened = ListPage(page, site_url)
    opened.read(files.by_xlsxwriter(HEADER, PEOPLE))
    opened.start(3)
    page.set_input_files(
        "[data-choose] input[type=file]",
        {"name": "旧.xls", "mimeType": "", "buffer": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99},
    )
    expect(opened.root.get_by_role("alert")).to_contain_text("旧的 .xls 格式")
    expect(opened.person("甲某")).to_be_visible()
    opened.saved("保存为表格", tmp_path)


def test_everybody_found_is_on_paper(page: Page, site_url: str) -> None:
    opened = ListPage(page, site_url)
    people = [(f"员工{n:03d}", "技术员", "无") for n in range(60)]
    opened.read(files.by_openpyxl(("姓名", "职称", "技能等级"), people))
    opened.start(60)
    page.evaluate("window.print = () => document.title += ' 在打印'")
    opened.root.get_by_role("button", name="打印").click()
    expect(page).to_have_title(re.compile("在打印$"))
    page.emulate_media(media="print")
    expect(opened.person("员工059")).to_be_visible()
    expect(opened.root.locator("[data-shown]")).to_be_visible()
    expect(opened.root.get_by_role("heading", name="为选中的人填表")).to_be_hidden()


def test_a_list_can_be_pasted(page: Page, site_url: str) -> None:
    opened = ListPage(page, site_url)
    opened.root.get_by_text("粘贴表格").click()
    opened.root.locator("textarea").fill("姓名\t职称\n甲某\t工程师\n")
    opened.root.get_by_role("button", name="用粘贴的内容").click()
    expect(opened.root.locator("[data-mapping]")).to_be_visible(timeout=READY_MS)
    opened.start(1)


def test_a_long_list_can_be_stopped_and_the_page_goes_on_answering(page: Page, site_url: str) -> None:
    opened = ListPage(page, site_url)
    people = [("甲某", "工程师", "2015-01-01")] * 5000
    opened.read(files.as_csv(("姓名", "职称", "取得时间"), people, "utf-8"), "名单.csv")
    opened.root.get_by_role("button", name="开始核对").click()
    expect(opened.root.locator("[data-progress-words]")).to_contain_text("共 5000 人", timeout=READY_MS)
    opened.root.get_by_role("button", name="停下").click()
    expect(opened.root.locator("[data-said]")).to_contain_text("已停下", timeout=READY_MS)
    done = int(opened.root.get_attribute("data-answered") or 0)
    assert 0 < done < 5000


def test_after_clearing_nothing_of_the_file_is_left_in_the_page(page: Page, site_url: str) -> None:
    marker = "标记辛壬癸"
    opened = ListPage(page, site_url)
    opened.read(files.by_openpyxl((*files.HEADER, "部门"), tuple((*line, marker) for line in files.PEOPLE)))
    opened.start(3)
    opened.root.get_by_label("找姓名或证书").fill("甲")
    assert len(sealed_workers(page)) == 1
    name = "甲某"
    assert name in strings_of(page)
    opened.root.get_by_role("button", name="清除全部").click()
    expect(opened.root.locator("[data-said]")).to_contain_text("已清除")
    assert has_no_worker(page)
    assert is_forgotten(page, marker, name)
    assert page.frames == [page.main_frame]
