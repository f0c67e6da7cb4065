"""Annex 1 checked and corrected, annex 2 filled and printed, both in the page and nowhere else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from guantong.annex_1 import COLUMNS
from papers import annex_1_book
from papers.annex_1_check import check
from tests.browser.support.calculator import Calculator
from tests.browser.support.heap import has_no_worker, is_forgotten
from tests.browser.support.papers import READY_MS, give, saved
from tests.browser.support.watched import watched
from tests.papers import files
from tests.papers.test_annex_2 import FORM

WRONG = files.annex_1_row(文化程度="本科", 级别="技师", 姓名="庚某")


def opened_annex_1(page: Page, site: str, data: bytes, rows: int, name: str = "附件1.xlsx") -> None:
    page.goto(f"{site}annex1/")
    give(page, data, name)
    expect(page.locator("#gt-annex1")).to_have_attribute("data-checked", str(rows), timeout=READY_MS)


def filled_annex_2(page: Page, site: str, **other: str) -> None:
    page.goto(f"{site}annex2/")
    root = page.locator("#gt-annex2")
    for name, text in {**FORM, **other}.items():
        field = root.get_by_label(name, exact=True)
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(text)
        else:
            field.fill(text)
    expect(root.locator('.gt-sheet:first-child [data-cell="申报等级"]')).to_have_text(
        "二级/技师", timeout=READY_MS
    )
    expect(root.locator('.gt-sheet:first-child [data-cell="姓名"]')).to_have_text(FORM["姓名"])


def plain(text: str) -> str:
    """Without blanks; a PDF may name a character by the radical that looks like it."""
    return normalize("NFKC", "".join(text.split())).translate({0x2EC5: "见", 0x2EDA: "页", 0x2ED3: "长"})


def printed(page: Page) -> list[str]:
    """The words of each printed page."""
    pages = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    return [plain(sheet.extract_text()) for sheet in pages]


def test_a_suggestion_goes_in_only_on_a_click(page: Page, site_url: str, tmp_path: Path) -> None:
    opened_annex_1(page, site_url, annex_1_book.as_bytes([WRONG]), 1)
    root = page.locator("#gt-annex1")
    expect(root.locator("[data-count]")).to_contain_text("2 处错误")
    expect(root.locator(".gt-findings li").first).to_contain_text("第 5 行 文化程度")
    expect(root.get_by_role("button", name="保存改好的文件")).to_be_disabled()
    root.get_by_role("button", name="改成“大学本科”").click()
    _, lines = check(saved(page, root, "保存改好的文件", tmp_path).read_bytes())
    assert next(cells for cells, _ in lines) | {"序号": ""} == dict.fromkeys(COLUMNS, "") | WRONG | {
        "文化程度": "大学本科"
    }


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_csv_is_checked_and_comes_back_in_its_encoding(
    page: Page, site_url: str, tmp_path: Path, encoding: str
) -> None:
    data = files.as_csv(COLUMNS, [[WRONG.get(name, "") for name in COLUMNS]], encoding)
    opened_annex_1(page, site_url, data, 1, "附件1.csv")
    root = page.locator("#gt-annex1")
    root.get_by_role("button", name="采用列出的全部建议").click()
    mended = saved(page, root, "保存改好的文件", tmp_path).read_bytes().decode(encoding)
    assert "大学本科" in mended
    assert "二级/技师" in mended


def test_a_file_that_is_no_annex_1_gets_a_sentence(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}annex1/")
    give(page, files.by_openpyxl(("甲", "乙"), (("1", "2"),)))
    expect(page.get_by_role("alert")).to_contain_text("没有找到附件1的表头", timeout=READY_MS)


def test_three_copies_of_annex_2_fill_three_sheets_of_a4_exactly(page: Page, site_url: str) -> None:
    filled_annex_2(page, site_url)
    pages = printed(page)
    assert len(pages) == 3
    assert len(set(pages)) == 1
    for text in (*FORM.values(), "武汉市专业技术人才向高技能人才贯通", "承诺书", "本表格一式三份"):
        assert plain(text) in pages[0]


def test_what_overflows_prints_on_a_page_of_its_own(page: Page, site_url: str) -> None:
    long = "某某集团有限责任公司" * 12
    filled_annex_2(page, site_url, 所在单位=long)
    expect(page.locator("[data-overflow]")).to_contain_text("所在单位")
    pages = printed(page)
    assert len(pages) == 6
    assert "见附页" in pages[0]
    assert long in pages[1]


def test_annex_2_is_saved_as_a_document_with_three_copies(page: Page, site_url: str, tmp_path: Path) -> None:
    filled_annex_2(page, site_url)
    with zipfile.ZipFile(saved(page, page.locator("#gt-annex2"), "存成 Word 文档", tmp_path)) as archive:
        assert archive.read("word/document.xml").decode().count(FORM["姓名"]) == 3


def test_the_calculators_answers_fill_what_they_say(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}annex2/")
    page.get_by_label("在计算页答过了").fill(
        f"{site_url}calc/#titles.0.name=工程师&titles.0.series=工程&titles.0.obtained=2021-05-20"
    )
    page.get_by_role("button", name="带过来").click()
    expect(page.get_by_label("职称证书等级")).to_have_value("工程师", timeout=READY_MS)
    expect(page.get_by_label("职称系列")).to_have_value("工程")
    expect(page.get_by_label("职称取得时间")).to_have_value("2021-05-20")
    page.get_by_label("职称取得时间").fill("2026.1.1")
    page.get_by_label("申报等级", exact=True).select_option("一级/高级技师")
    expect(page.locator("[data-problems]")).to_contain_text("还不能申报一级/高级技师")
    expect(page.get_by_label("姓名", exact=True)).to_have_value("")


def test_the_calculators_result_leads_to_the_form_with_its_answers(page: Page, site_url: str) -> None:
    state = "titles.0.name=工程师&titles.0.obtained=2021-05-20&skills=none&birth_date=1985-03-07&apply_as=individual"
    Calculator.open(page, site_url, state)
    page.get_by_role("link", name="在这里填").first.click()
    expect(page.get_by_label("职称证书等级")).to_have_value("工程师", timeout=READY_MS)
    assert "1985" not in page.url


def test_nobody_hears_of_it_and_nothing_stays_after_clearing(page: Page, site_dir: Path) -> None:
    with watched(site_dir) as server:
        filled_annex_2(page, server.url, 职称专业="标记甲")
        page.wait_for_load_state("networkidle")
        before = len(server.asked)
        page.get_by_label("所在单位", exact=True).fill("某某新厂")
        expect(page.locator('.gt-sheet:first-child [data-cell="所在单位"]')).to_have_text("某某新厂")
        assert server.asked[before:] == []
    kept = page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])"
    )
    assert "标记甲" not in kept
    assert "标记甲" in page.content()
    page.get_by_role("button", name="清除全部").click()
    expect(page.locator("[data-said]")).to_contain_text("已清除")
    assert has_no_worker(page)
    assert "标记甲" not in page.content()
    assert is_forgotten(page, "标记甲")
    expect(page.get_by_label("职称专业")).to_have_value("")


def test_what_is_empty_stands_in_one_line_and_what_is_done_on_paper_is_no_finding(
    page: Page, site_url: str
) -> None:
    page.goto(f"{site_url}annex2/")
    page.get_by_label("姓名", exact=True).fill("甲某")
    findings = page.locator("[data-problems] li")
    expect(findings).to_have_count(1, timeout=READY_MS)
    expect(findings).to_contain_text("性别、出生年月、证件类别、证件号码")
    expect(page.get_by_text("印好以后：贴照片")).to_be_visible()
