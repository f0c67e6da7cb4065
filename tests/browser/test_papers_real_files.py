"""Files as offices really have them, through the pages: by LibreOffice, openpyxl, xlsxwriter and in the style of WPS.

Each is read, answered and turned into papers while nobody is asked for anything, and is gone after 清除全部.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest
from playwright.sync_api import Page, Request, expect
from pypdf import PdfReader

from guantong.annex_1 import COLUMNS
from papers.annex_1_check import check
from papers.annex_1_fill import sheet_with_header
from papers.tables import is_workbook
from tests.browser.support.heap import has_no_worker, is_forgotten, strings_of
from tests.browser.support.papers import READY_MS, ListPage, give, saved
from tests.browser.support.watched import Watched, watched
from tests.papers import files
from tests.papers.office import CSV_GB18030, OFFICE, PDF, XLSX, converted
from tests.papers.test_annex_1 import office_form
from tests.papers.test_annex_2 import FORM

MARK = "标记壬癸丁"
TITLE = "某某集团有限责任公司"
LIST_HEADER = (*files.HEADER, "备注")
LIST = tuple((*line, MARK) for line in files.PEOPLE)
WRONG = files.annex_1_row(文化程度="本科", 简要经历=MARK)
ANNEX_1 = [[WRONG.get(name, "") for name in COLUMNS]]


class Made(NamedTuple):
    """A file with its name, and the row of its first person."""

    data: bytes
    name: str
    first: int


def wps_list() -> bytes:
    """A merged title, groups over the names, and a column of remarks."""
    book = openpyxl.load_workbook(io.BytesIO(files.by_wps(files.HEADER, files.PEOPLE)))
    sheet = book.active
    assert sheet is not None
    for row, text in ((3, "备注"), *((row, MARK) for row in range(4, 4 + len(LIST)))):
        sheet.cell(row, len(LIST_HEADER), text)
    return written(book)


def wps_annex_1() -> bytes:
    """A merged title and a merged line for the unit over a header with asterisks."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row, line in enumerate(
        ([TITLE], ["填报单位：某某厂"], [f"*{name}" for name in COLUMNS], *ANNEX_1), start=1
    ):
        for column, text in enumerate(line, start=1):
            sheet.cell(row, column, text or None)
    for row in (1, 2):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(COLUMNS))
    return written(book)


def written(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def written_by_many(
    name: str, header: Sequence[str], rows: Sequence[Sequence[object]], wps: Callable[[], bytes]
) -> dict[str, Callable[[Path], Made]]:
    """The same table as several programs write it, with a line of title and without."""
    found: dict[str, Callable[[Path], Made]] = {
        "openpyxl": lambda _: Made(files.by_openpyxl(header, rows), f"{name}.xlsx", 2),
        "xlsxwriter": lambda _: Made(files.by_xlsxwriter(header, rows, TITLE), f"{name}.xlsx", 3),
        "wps": lambda _: Made(wps(), f"{name}.xlsx", 4),
    }
    if OFFICE:
        plain = files.by_openpyxl(header, rows, TITLE)

        def office(kind: str) -> Callable[[Path], Made]:
            file = f"{name}.{kind.partition(':')[0]}"
            return lambda folder: Made(converted(plain, "表.xlsx", kind, folder), file, 3)

        found |= {"libreoffice": office(XLSX), "libreoffice-gb18030": office(CSV_GB18030)}
    return found


def lists() -> dict[str, Callable[[Path], Made]]:
    return written_by_many("名单", LIST_HEADER, LIST, wps_list)


def annexes() -> dict[str, Callable[[Path], Made]]:
    return written_by_many("附件1", COLUMNS, ANNEX_1, wps_annex_1)


class Silence:
    """What a page asks for from now on, seen by the server and by the browser."""

    def __init__(self, page: Page, server: Watched) -> None:
        page.wait_for_load_state("networkidle")
        self.server, self.before = server, len(server.asked)
        self.sent: list[str] = []
        page.on("request", self._note)

    def _note(self, request: Request) -> None:
        if not request.url.startswith(("blob:", "data:")):
            self.sent.append(request.url)

    def assert_kept(self, page: Page) -> None:
        page.wait_for_timeout(300)
        assert self.server.asked[self.before :] == []
        assert self.sent == []


def assert_gone(page: Page, *markers: str) -> None:
    """After 清除全部: no worker, and no marker of the file in the page's memory, its storage or its address."""
    there = strings_of(page) + page.content()
    assert all(marker in there for marker in markers)
    page.get_by_role("button", name="清除全部").click()
    expect(page.locator("[data-said]")).to_contain_text("已清除")
    assert has_no_worker(page)
    assert page.frames == [page.main_frame]
    assert is_forgotten(page, *markers)
    left = page.content() + page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])"
    )
    assert [marker for marker in markers if marker in left] == []


@pytest.mark.parametrize("writer", lists())
def test_a_list_becomes_answers_and_papers_unheard(
    page: Page, site_dir: Path, tmp_path: Path, writer: str
) -> None:
    made = lists()[writer](tmp_path)
    with watched(site_dir) as server:
        opened = ListPage(page, server.url)
        opened.read(files.by_openpyxl(("姓名", "职称"), (("己某", "工程师"),)))  # brings the tools
        silence = Silence(page, server)
        opened.read(made.data, made.name)
        expect(opened.root.get_by_label("备注")).to_have_value("")
        opened.start(3)
        expect(opened.person("甲某")).to_contain_text(f"第 {made.first} 行")
        expect(opened.person("甲某")).to_contain_text("2021-07-15")
        expect(opened.person("乙某")).to_contain_text("助理工程师 2025-03")
        expect(opened.person("丙某")).to_contain_text("一级/高级技师 2019-06-30")
        opened.root.get_by_role("button", name="选中筛选出的全部").click()
        _, lines = check(opened.saved("填附件1", tmp_path).read_bytes())
        assert [cells["姓名"] for cells, _ in lines] == ["甲某", "乙某", "丙某"]
        results = openpyxl.load_workbook(opened.saved("保存为表格", tmp_path))
        assert [row[1] for row in results["逐人结果"].iter_rows(min_row=2, values_only=True)] == [
            "甲某",
            "乙某",
            "丙某",
        ]
        assert opened.saved("填附件2（一人三份）", tmp_path).stat().st_size > 0
        silence.assert_kept(page)
        assert_gone(page, MARK, "甲某")
        silence.assert_kept(page)
        assert not any("甲" in path or "rest-" in path for path in server.asked)


@pytest.mark.parametrize("writer", annexes())
def test_an_annex_1_is_checked_and_corrected_unheard(
    page: Page, site_dir: Path, tmp_path: Path, writer: str
) -> None:
    made = annexes()[writer](tmp_path)
    with watched(site_dir) as server:
        page.goto(f"{server.url}annex1/")
        root = page.locator("#gt-annex1")
        give(page, files.by_openpyxl(COLUMNS, [[""] * 2 + ["护照"]]))  # brings the tools
        expect(root).to_have_attribute("data-checked", "1", timeout=READY_MS)
        silence = Silence(page, server)
        give(page, made.data, made.name)
        wrong = root.locator(".gt-findings li").filter(has_text=f"第 {made.first} 行 文化程度")
        expect(wrong).to_contain_text("附件1·说明6", timeout=READY_MS)
        expect(root.locator("[data-count]")).to_contain_text("检查了 1 行，1 处错误")
        wrong.get_by_role("button", name="改成“大学本科”").click()
        mended = saved(page, root, "保存改好的文件", tmp_path).read_bytes()
        _, lines = check(mended, sheet=sheet_with_header(mended) if is_workbook(mended) else "")
        [(cells, findings)] = list(lines)
        assert {name: text for name, text in cells.items() if text} == {**WRONG, "文化程度": "大学本科"}
        assert [finding for finding in findings if finding.severity == "error"] == []
        silence.assert_kept(page)
        assert_gone(page, "本科")
        assert is_forgotten(page, MARK)
        silence.assert_kept(page)


def test_an_annex_2_is_filled_and_saved_unheard(page: Page, site_dir: Path, tmp_path: Path) -> None:
    with watched(site_dir) as server:
        page.goto(f"{server.url}annex2/")
        root = page.locator("#gt-annex2")
        root.get_by_label("姓名", exact=True).fill("己某")
        expect(root.locator('.gt-sheet:first-child [data-cell="姓名"]')).to_have_text(
            "己某", timeout=READY_MS
        )
        silence = Silence(page, server)
        for name in ("姓名", "证件号码", "所在单位", "职称专业"):
            root.get_by_label(name, exact=True).fill(MARK if name == "职称专业" else FORM[name])
        expect(root.locator('.gt-sheet:first-child [data-cell="职称专业"]')).to_have_text(MARK)
        assert saved(page, root, "存成 Word 文档", tmp_path).stat().st_size > 0
        silence.assert_kept(page)
        assert_gone(page, MARK, FORM["证件号码"])
        silence.assert_kept(page)


def test_the_blank_list_of_the_site_comes_back_filled(page: Page, site_url: str, site_dir: Path) -> None:
    book = openpyxl.load_workbook(site_dir / "assets/forms/list.xlsx")
    sheet = book["名单"]
    column = {str(cell.value): at for at, cell in enumerate(sheet[1], start=1)}
    for name, text in (
        ("姓名", "甲某"),
        ("职称名称", "工程师"),
        ("职称取得时间", "2021-07-15"),
        ("性别", "男"),
    ):
        sheet.cell(2, column[name], text)
    opened = ListPage(page, site_url)
    opened.read(written(book))
    assert opened.root.locator("[data-column]").count() > 0
    assert [
        select.input_value()
        for select in opened.root.locator("[data-column]").all()
        if not select.input_value()
    ] == []
    opened.start(1)
    expect(opened.person("甲某")).to_contain_text("工程师 2021-07-15")


_DROP = """([bytes, name]) => {
  const data = new DataTransfer();
  data.items.add(new File([new Uint8Array(bytes)], name));
  document.querySelector("[data-choose] [data-drop]").dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
}"""


def test_a_file_may_be_dropped(page: Page, site_url: str) -> None:
    opened = ListPage(page, site_url)
    page.evaluate(_DROP, [list(files.by_openpyxl(LIST_HEADER, LIST)), "名单.xlsx"])
    expect(opened.root.locator("[data-mapping]")).to_be_visible(timeout=READY_MS)
    page.goto(f"{site_url}annex1/")
    page.evaluate(_DROP, [list(files.by_openpyxl(COLUMNS, ANNEX_1)), "附件1.xlsx"])
    expect(page.locator("#gt-annex1")).to_have_attribute("data-checked", "1", timeout=READY_MS)


BAD = {
    "文件加了密码": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "锁.xlsx"),
    "旧的 .xls 格式": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, "旧.xls"),
    "损坏": (files.by_openpyxl(LIST_HEADER, LIST)[:2000], "断.xlsx"),
    "大得不正常": (files.with_part(files.by_openpyxl(LIST_HEADER, LIST), "xl/media/1.bin", b" " * 40_000_000), "弹.xlsx"),
    "最多读 20000 行": ("姓名,职称\n".encode() + "甲某,工程师\n".encode() * 20_001, "长.csv"),
    "其实是网页": (b"<html><table><tr><td>1</td></tr></table>", "页.xls"),
}  # fmt: skip


def test_bad_files_get_a_sentence_and_lose_nothing_of_a_list(
    page: Page, site_url: str, tmp_path: Path
) -> None:
    opened = ListPage(page, site_url)
    opened.read(files.by_openpyxl(LIST_HEADER, LIST))
    opened.start(3)
    for says, (data, name) in BAD.items():
        give(page, data, name)
        expect(opened.root.get_by_role("alert")).to_contain_text(says, timeout=READY_MS)
        expect(opened.person("甲某")).to_be_visible()
    assert opened.saved("保存为表格", tmp_path).stat().st_size > 0


def test_bad_files_get_a_sentence_and_lose_nothing_of_an_annex_1(
    page: Page, site_url: str, tmp_path: Path
) -> None:
    page.goto(f"{site_url}annex1/")
    root = page.locator("#gt-annex1")
    give(page, files.by_openpyxl(COLUMNS, ANNEX_1))
    expect(root).to_have_attribute("data-checked", "1", timeout=READY_MS)
    root.get_by_role("button", name="改成“大学本科”").click()
    no_annex = {"没有找到附件1的表头": (files.by_openpyxl(("甲", "乙"), (("1", "2"),)), "别的.xlsx")}
    for says, (data, name) in {**BAD, **no_annex}.items():
        if name == "长.csv":
            continue  # a list; the limit of rows is the same
        give(page, data, name)
        expect(root.get_by_role("alert")).to_contain_text(says, timeout=READY_MS)
        expect(root.locator("[data-fixes]")).to_contain_text("已选 1 处修改")
    _, lines = check(saved(page, root, "保存改好的文件", tmp_path).read_bytes())
    assert [cells["文化程度"] for cells, _ in lines] == ["大学本科"]


if OFFICE:

    def test_what_the_pages_write_opens_in_libreoffice(page: Page, site_url: str, tmp_path: Path) -> None:
        opened = ListPage(page, site_url)
        opened.read(files.by_xlsxwriter((*LIST_HEADER, "单位"), [(*line, "=某某厂") for line in LIST], TITLE))
        opened.start(3)
        opened.root.get_by_role("button", name="选中筛选出的全部").click()
        annex_1 = opened.saved("填附件1", tmp_path).read_bytes()
        again = converted(annex_1, "附件1.xlsx", XLSX, tmp_path)
        assert [cells for cells, _ in check(again)[1]] == [cells for cells, _ in check(annex_1)[1]]
        with page.expect_download(timeout=READY_MS) as download:
            blank = converted(office_form(), "空白.xlsx", XLSX, tmp_path)
            page.set_input_files(
                "[data-form] input[type=file]", {"name": "空白.xlsx", "mimeType": "", "buffer": blank}
            )
        download.value.save_as(tmp_path / "填好.xlsx")
        sheet = openpyxl.load_workbook(
            io.BytesIO(converted((tmp_path / "填好.xlsx").read_bytes(), "填好.xlsx", XLSX, tmp_path))
        )["导入模板"]
        assert [sheet.cell(row, 2).value for row in (3, 4, 5)] == ["甲某", "乙某", "丙某"]
        assert "字典" in str(sheet.data_validations.dataValidation[0].formula1)
        annex_2 = opened.saved("填附件2（一人三份）", tmp_path).read_bytes()
        pages = [
            sheet.extract_text()
            for sheet in PdfReader(io.BytesIO(converted(annex_2, "附件2.docx", PDF, tmp_path))).pages
        ]
        assert [next(name for name in ("甲某", "乙某", "丙某") if name in text) for text in pages] == [
            *["甲某"] * 3, *["乙某"] * 3, *["丙某"] * 3,
        ]  # fmt: skip
