"""A whole case typed with the keyboard alone, in each direction, the verdict read off the page."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.support.calculator import Calculator


def test_an_engineer_types_his_way_to_the_skill_levels(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url)
    calculator.choose("titles", "some")
    calculator.choose("titles.0.level", "intermediate")
    calculator.write_date("titles.0.obtained", "2024", "5", "20")
    calculator.choose("titles.0.specialty_matches", "true")
    calculator.choose("skills", "none")
    calculator.choose("works_in_wuhan", "true")
    calculator.choose("employer_affiliation", "wuhan")
    calculator.choose("person_type", "enterprise_employee")
    calculator.unfold("用职称申报技能等级")
    calculator.choose("employer_accredited", "false")
    calculator.choose("occupation_access_type", "false")
    calculator.choose("occupation_matches_current_post", "true")
    calculator.choose("cumulative_work_years_met", "true")
    calculator.unfold("计算到哪一天和其他")
    calculator.write_date("as_of", "2026", "11", "23")
    page.keyboard.press("Tab")

    expect(calculator.headline()).to_contain_text("2027-05-20 起可申报：一级/高级技师")
    expect(calculator.target("二级/技师").locator("header .gt-chip")).to_have_text("可申报")
    expect(calculator.target("一级/高级技师").locator("header .gt-chip")).to_have_text("2027-05-20 起可申报")
    expect(calculator.target("正高级职称").locator("header .gt-chip")).to_have_text("不可申报")
    expect(calculator.root.locator("[data-headline]")).to_contain_text("现在可申报：二级/技师")
    condition = calculator.target("二级/技师").locator(".gt-cond", has_text="三（二）2").first
    assert condition.locator("a").first.get_attribute("href") == "../policy/#s3-2-2"
    assert condition.locator("q").text_content() != ""


def test_a_technician_types_her_way_to_the_titles(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url)
    calculator.choose("titles", "none")
    calculator.choose("skills", "some")
    calculator.choose("skills.0.level", "2")
    calculator.write_date("skills.0.obtained", "2022", "3")
    calculator.choose("skills.0.same_occupation", "true")
    calculator.choose("skills.0.continuous", "true")
    calculator.choose("employer_affiliation", "wuhan")
    calculator.choose("person_type", "enterprise_employee")
    calculator.unfold("用技能等级申报职称")
    calculator.write("target_series", "工程")
    calculator.choose("specialty_same_or_similar", "true")
    calculator.choose("does_professional_technical_work", "true")
    calculator.choose("meets_hubei_conditions", "true")
    calculator.choose("last3_appraisals_passed", "true")
    calculator.write("years_in_current_post", "5")
    calculator.unfold("年龄和退休")
    calculator.choose("retired", "false")
    calculator.write_date("birth_date", "1985", "5", "5")
    calculator.choose("sex", "female")
    calculator.choose("female_original_retirement_age", "55")
    calculator.unfold("荣誉和直接申报")
    calculator.choose("awards", "none")
    calculator.unfold("计算到哪一天和其他")
    calculator.write_date("as_of", "2026", "11", "23")
    page.keyboard.press("Tab")

    expect(calculator.headline()).to_contain_text("现在可申报：中级职称")
    expect(calculator.target("中级职称").locator("header .gt-chip")).to_have_text("可申报")
    expect(calculator.target("副高级职称").locator("header .gt-chip")).to_have_text("不可申报")


def test_rows_are_added_and_removed_with_the_focus_kept(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url)
    calculator.choose("titles", "some")
    calculator.choose("titles.0.level", "assistant")
    calculator.press_button("再加一项职称")
    assert page.evaluate("document.activeElement.name") == "titles.1.name"
    page.keyboard.press("ArrowDown")
    rows = calculator.question("titles").locator("[data-row]")
    expect(rows).to_have_count(2)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(rows).to_have_count(1)
    assert page.evaluate("document.activeElement.name") == "titles.0.name"


def test_an_impossible_date_is_named_beside_its_field_and_the_rest_is_answered(
    page: Page, site_url: str
) -> None:
    calculator = Calculator.open(page, site_url)
    calculator.choose("titles", "some")
    calculator.choose("titles.0.level", "assistant")
    calculator.write_date("titles.0.obtained", "2023", "13")
    calculator.tab_to("titles.0.specialty_matches")
    complaint = calculator.question("titles.0.obtained").locator("[data-error]")
    expect(complaint).to_contain_text("2023-13")
    expect(calculator.headline()).to_be_visible()


def test_what_still_matters_is_marked_and_the_rest_is_put_away(page: Page, site_url: str) -> None:
    calculator = Calculator.open(page, site_url, "titles=none&works_in_wuhan=true")
    expect(calculator.question("skills").locator("[data-matters]")).to_be_visible()
    expect(calculator.question("works_in_wuhan").locator("[data-matters]")).to_be_hidden()
    expect(calculator.question("occupation_matches_current_post")).to_be_hidden()
    page.get_by_label("收起不影响结果的问题").uncheck()
    page.locator("#part-skill_road > summary").click()
    expect(calculator.question("occupation_matches_current_post")).to_be_visible()
