"""The link: named parameters after ``#`` fill the form; what is wrong with one is said and the rest is kept."""

from __future__ import annotations

import json
import subprocess
from html import escape

from playwright.sync_api import Page, Route, expect

from site_build.paths import ROOT
from tests.browser.support.calculator import Calculator

CALCULATOR = ROOT / "calculator"
_NOTHING_RENAMED = escape('{"names":{},"values":{}}')

ENGINEER = (
    "as_of=2026-11-23&works_in_wuhan=true&employer_affiliation=wuhan&person_type=enterprise_employee"
    "&titles.0.level=intermediate&titles.0.obtained=2024-05-20&titles.0.specialty_matches=true&skills=none"
    "&occupation_matches_current_post=true&cumulative_work_years_met=true"
)

#: Reads the drawn path itself, four dots for each of its squares.
_READ_CODE = """
const svg = document.querySelector("svg.gt-code"), scale = 4, size = svg.viewBox.baseVal.width * scale;
const data = new Uint8ClampedArray(size * size * 4).fill(255);
for (const [, x, y] of svg.querySelector("path").getAttribute("d").matchAll(/M(\\d+) (\\d+)h1/g))
  for (let row = 0; row < scale; row++) for (let column = 0; column < scale; column++)
    data.set([0, 0, 0, 255], ((y * scale + row) * size + x * scale + column) * 4);
return reader.default({width: size, height: size, data});
"""


def test_a_deep_link_is_answered_at_once(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url, ENGINEER)
    expect(calculator.target("二级/技师").locator("header .gt-chip")).to_have_text("可申报")
    expect(calculator.target("一级/高级技师").locator("header .gt-chip")).to_have_text("2027-05-20 起可申报")
    assert page.locator('[name="titles.0.obtained.m"]').input_value() == "05"


def test_a_deep_link_works_in_a_section_of_a_site(page: Page, section_url: str) -> None:
    calculator = Calculator.open(page, section_url, ENGINEER)
    expect(calculator.target("二级/技师").locator("header .gt-chip")).to_have_text("可申报")
    calculator.target("二级/技师").locator(".gt-law a").first.click()
    assert page.url.startswith(f"{section_url}policy/#s")


def test_an_opened_page_follows_another_link(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url, ENGINEER)
    page.evaluate("location.hash = 'skills.0.level=3&titles=none'")
    expect(page.locator('[name="skills.0.level"]')).to_have_value("3")
    expect(calculator.question("works_in_wuhan").locator("input:checked")).to_have_value("")


def test_the_copied_link_holds_everything_but_birth_date_and_sex(page: Page, site_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    calculator = Calculator.open(
        page, site_url, f"{ENGINEER}&birth_date=1985-05-05&sex=male&target_series=工程"
    )
    page.locator("#part-age > summary").click()
    assert page.locator('[name="birth_date.y"]').input_value() == "1985"
    page.get_by_role("button", name="复制链接").click()
    expect(page.locator("[data-copied]")).to_contain_text("出生日期、性别")
    link = page.evaluate("navigator.clipboard.readText()")
    assert "1985" not in link
    assert "sex" not in link
    page.goto("about:blank")
    page.goto(link)
    calculator.wait_until_ready()
    assert page.locator('[name="target_series"]').input_value() == "工程"
    expect(calculator.target("二级/技师").locator("header .gt-chip")).to_have_text("可申报")


def test_a_malformed_link_is_explained_and_the_good_part_kept(page: Page, site_url: str) -> None:
    state = f"{ENGINEER}&retired=maybe&no_such_question=1&titles.0.colour=red&%E0%A4%A=x&__proto__.x=1"
    calculator = Calculator.open(page, site_url, state)
    notice = page.locator("[data-notice]")
    for wrong in ("retired", "maybe", "no_such_question", "titles.0.colour", "__proto__"):
        expect(notice).to_contain_text(wrong)
    expect(calculator.target("二级/技师").locator("header .gt-chip")).to_have_text("可申报")
    notice.get_by_role("button", name="知道了").click()
    expect(notice).to_be_hidden()


def test_clearing_leaves_no_answer_and_no_state(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url, ENGINEER)
    expect(calculator.headline()).to_be_visible()
    page.get_by_role("button", name="清除全部").click()
    expect(page.locator("[data-answer]")).to_be_hidden()
    assert page.url == f"{site_url}calc/"
    kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie]")
    assert [name for name in kept if name and not name.endswith("__palette")] == []  # the theme's own scheme


def test_birth_date_and_sex_are_written_only_when_ticked(page: Page, site_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    calculator = Calculator.interview(page, site_url, f"{ENGINEER}&birth_date=1985-05-05&sex=male")
    contains = page.locator("[data-contains]")
    expect(contains).to_contain_text("职称")
    expect(contains).not_to_contain_text("出生日期")
    page.get_by_label("链接里也写出生日期").check()
    expect(contains).to_contain_text("出生日期")
    page.get_by_role("button", name="复制链接").click()
    expect(page.locator("[data-copied]")).to_have_text("链接已复制，里面没有性别。")
    link = page.evaluate("navigator.clipboard.readText()")
    assert "birth_date=1985-05-05" in link
    assert "sex=" not in link
    assert calculator.page.url.count("sex=male") == 1  # the address opened is left as it was


def test_the_code_holds_the_copied_link_and_is_drawn_without_a_request(page: Page, site_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    Calculator.interview(
        page, site_url, f"{ENGINEER}&target_series=工程&birth_date=1985-05-05"
    ).wait_until_complete()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="显示二维码").click()
    expect(page.locator("svg.gt-code")).to_be_visible()
    page.get_by_role("button", name="复制链接").click()
    expect(page.locator("[data-copied]")).to_contain_text("链接已复制")
    assert page.evaluate(f"() => {{ {_reader()}; {_READ_CODE} }}") == page.evaluate(
        "navigator.clipboard.readText()"
    )
    assert asked == []


def test_what_was_answered_with_not_sure_travels_with_the_link(page: Page, site_url: str) -> None:
    calculator = Calculator.interview(page, site_url, f"{ENGINEER}&unsure=retired,employer_accredited")
    given = page.locator("[data-given]")
    given.locator("summary").click()
    line = given.locator("li").filter(has_text="已退休")
    expect(line).to_contain_text("你答了不确定")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="复制链接").click()
    expect(page.locator("[data-copied]")).to_contain_text("链接已复制")
    assert "unsure=employer_accredited%2Cretired" in page.evaluate("navigator.clipboard.readText()")
    expect(calculator.headline()).to_be_visible()


def test_a_link_made_before_a_parameter_was_renamed_still_works(page: Page, site_url: str) -> None:
    known = {
        "names": {"in_wuhan": "works_in_wuhan", "titles.when": "titles.obtained"},
        "values": {"employer_affiliation": {"city": "wuhan"}},
    }

    def renamed(route: Route) -> None:
        text = route.fetch().text()
        assert text.count(_NOTHING_RENAMED) == 1
        route.fulfill(
            body=text.replace(_NOTHING_RENAMED, escape(json.dumps(known))), content_type="text/html"
        )

    page.route("**/calc/", renamed)
    state = "titles.0.name=工程师&titles.0.when=2024-05-20&in_wuhan=true&employer_affiliation=city"
    calculator = Calculator.interview(page, site_url, state)
    expect(calculator.root.locator("[data-given]")).to_contain_text("工程师 · 2024-05-20")
    expect(calculator.question("works_in_wuhan").get_by_label("是")).to_be_checked()
    expect(calculator.question("employer_affiliation").locator("input:checked")).to_have_value("wuhan")
    expect(page.locator("[data-notice]")).to_be_hidden()


def _reader() -> str:
    """The reader of codes that comes with the library that draws them, as a script of its own."""
    command = [
        str(CALCULATOR / "node_modules" / ".bin" / "esbuild"),
        str(CALCULATOR / "node_modules" / "qr" / "decode.js"),
        "--bundle",
        "--format=iife",
        "--global-name=reader",
        "--log-level=error",
    ]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
