"""The link: named parameters after ``#`` fill the form; what is wrong with one is said and the rest is kept."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.support.calculator import Calculator

ENGINEER = (
    "as_of=2026-11-23&works_in_wuhan=true&employer_affiliation=wuhan&person_type=enterprise_employee"
    "&titles.0.level=intermediate&titles.0.obtained=2024-05-20&titles.0.specialty_matches=true&skills=none"
    "&occupation_matches_current_post=true&cumulative_work_years_met=true"
)


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
