"""The answer on paper: one or two pages with all that counts, nothing that belongs to a screen."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from tests.browser.support import answers
from tests.browser.support.answers import Reader


@pytest.fixture(scope="module")
def reader(chromium: Browser, site_url: str) -> Iterator[Reader]:
    opened = Reader(chromium, site_url)
    yield opened
    opened.close()


#: the shortest answer and the longest ones
HARDEST = ("both ladders", "an honour", "an examined series", "hardly anything answered", "many certificates")


def plain(text: str) -> str:
    """Without spaces and line ends; a font may print a character by its twin among the radicals."""
    return "".join(normalize("NFKC", text).split())


def printed(reader: Reader, state: str) -> list[str]:
    """The text of each printed page."""
    reader.read(state)
    pages = PdfReader(BytesIO(reader.page.pdf(prefer_css_page_size=True))).pages
    return [plain(one.extract_text()) for one in pages]


@pytest.mark.parametrize("name", HARDEST)
def test_every_answer_fits_on_two_pages(reader: Reader, name: str) -> None:
    found = printed(reader, answers.STATES[name])
    assert 1 <= len(found) <= 2
    assert "规则版本" in found[-1]


def test_the_sheet_carries_answer_facts_reasons_and_address(reader: Reader) -> None:
    text = "".join(printed(reader, answers.BOTH_LADDERS))
    for words in (
        "自查结果，不是受理结论",
        "2027-05-20起可申报：一级/高级技师。",
        "按2026-11-23的情况计算",
        "填写的情况",
        "1985-03-12",
        "三（二）3：“3.取得相应专业中级职称满3年",
        "解读A06",
        "最小改变",
        "武汉市职业技能鉴定指导中心",
        "3份",
        "要问清楚的事",
        "答复人",
        "武人社规〔2022〕2号",
        "calc/#",
    ):
        assert plain(words) in text, words


def test_nothing_of_the_screen_is_printed_and_the_address_holds_no_personal_fact(
    reader: Reader,
) -> None:
    text = "".join(printed(reader, answers.BOTH_LADDERS))
    for words in ("复制链接", "清除全部", "看结果", "打印", "核对码", "birth_date", "sex="):
        assert plain(words) not in text, words


def test_the_page_is_as_before_after_printing(reader: Reader) -> None:
    printed(reader, answers.BOTH_LADDERS)
    expect(reader.page.locator(".gt-paper")).to_have_count(0)
    expect(reader.page.locator("#gt-answer .gt-answer")).to_be_visible()


def test_the_sheet_of_achievements_is_printed_alone(reader: Reader) -> None:
    calculator = reader.read(answers.SKILL_ONLY)
    reader.page.evaluate("window.print = () => window.dispatchEvent(new Event('beforeprint'))")
    calculator.root.locator("summary", has_text="业绩怎么列").click()
    calculator.root.get_by_role("button", name="打印这张表").click()
    sheet = reader.page.locator(".gt-paper")
    expect(sheet.locator("h1")).to_have_text("申报职称的业绩清单")
    expect(sheet.locator("tbody tr")).to_have_count(13)
    expect(sheet.locator(".why")).to_have_count(0)
