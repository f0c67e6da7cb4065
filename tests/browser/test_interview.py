"""The interview as a visitor meets it: short, forgiving, and plain about what is answered and what is not."""

from __future__ import annotations

from playwright.sync_api import Page, Route, expect

from tests.browser.support.calculator import READY_MS, Calculator

ENGINEER = "titles.0.name=工程师&titles.0.obtained=2024-05-20&skills=none&as_of=2026-11-23"


def has_title(calculator: Calculator) -> None:
    """Fill in the first screen as an engineer does."""
    calculator.pick("titles", "some")
    calculator.page.fill('[name="titles.0.name"]', "工程师")
    for part, words in (("y", "2024"), ("m", "5"), ("d", "20")):
        calculator.page.fill(f'[name="titles.0.obtained.{part}"]', words)
    calculator.pick("skills", "none")


def test_an_engineer_is_done_in_five_screens_and_told_something_after_the_first(
    page: Page, site_url: str
) -> None:
    calculator = Calculator.interview(page, site_url)
    live = calculator.root.locator("[data-headline]")
    expect(calculator.heading()).to_have_text("你现在有什么证书？")
    has_title(calculator)
    calculator.go_on()
    expect(live).to_contain_text("别的条件都符合的话，现在可申报：二级/技师")
    expect(calculator.heading()).to_have_text("你在哪里工作？")
    calculator.pick("works_in_wuhan", "true")
    calculator.pick("employer_affiliation", "wuhan")
    calculator.pick("person_type", "enterprise_employee")
    calculator.go_on()
    expect(calculator.heading()).to_have_text("这几件事，由单位和评审机构来定")
    for gate in (
        "titles.0.specialty_matches",
        "occupation_matches_current_post",
        "cumulative_work_years_met",
    ):
        calculator.pick(gate, "true")
    expect(live).to_contain_text("现在可申报：二级/技师")
    calculator.go_on()
    expect(calculator.heading()).to_have_text("你已办理退休手续了吗？")
    expect(calculator.root.locator("[data-count]")).to_have_text("第 4 步，最多还有 1 步")
    calculator.pick("retired", "false")
    calculator.go_on()
    expect(calculator.heading()).to_have_text("去哪里办")
    calculator.pick("employer_accredited", "false")
    calculator.go_on()
    expect(calculator.headline()).to_contain_text("现在可申报：二级/技师")
    assert page.evaluate("document.activeElement.id") == "gt-answer"


def test_each_question_gives_its_clause_with_the_quote_and_a_link(page: Page, site_url: str) -> None:
    calculator = Calculator.interview(page, site_url)
    has_title(calculator)
    calculator.go_on()
    question = calculator.question("works_in_wuhan")
    question.get_by_text("为什么问这个").click()
    expect(question.locator(".gt-quote")).to_contain_text("在汉企事业单位员工")
    assert question.locator(".gt-quote a").get_attribute("href") == "../policy/#s3-1"


def test_changing_one_answer_and_deleting_another_loses_nothing_else(page: Page, site_url: str) -> None:
    calculator = Calculator.interview(
        page, site_url, f"{ENGINEER}&titles.1.name=助理工程师&works_in_wuhan=true&person_type=school_staff"
    )
    given = calculator.root.locator("[data-given]")
    given.locator("summary").click()
    expect(given).to_contain_text("工程师 · 2024-05-20")
    given.get_by_role("button", name="改：人员类型").click()
    expect(calculator.heading()).to_have_text("你在哪里工作？")
    expect(calculator.question("works_in_wuhan").get_by_label("是")).to_be_checked()
    calculator.pick("person_type", "enterprise_employee")
    page.get_by_role("button", name="上一步").click()
    expect(calculator.headline()).to_be_visible()
    expect(given).to_contain_text("企业员工")
    given.get_by_role("button", name="改：职称", exact=True).click()
    page.get_by_role("button", name="删除：助理工程师").click()
    page.get_by_role("button", name="写好了这一项").click()
    expect(calculator.question("titles").locator("[data-row]")).to_have_count(1)
    expect(given).not_to_contain_text("助理工程师")
    expect(given).to_contain_text("企业员工")
    expect(given).to_contain_text("工程师 · 2024-05-20")


def test_one_row_is_open_at_a_time_and_the_others_are_lines(page: Page, site_url: str) -> None:
    calculator = Calculator.interview(page, site_url)
    has_title(calculator)
    page.get_by_role("button", name="再加一项职称").click()
    rows = calculator.question("titles").locator("[data-row]")
    expect(rows.nth(0).locator("[data-line]")).to_contain_text("工程师")
    expect(rows.nth(0).locator("[data-edit]")).to_be_hidden()
    expect(rows.nth(1).locator("[data-edit]")).to_be_visible()
    calculator.pick("skills", "some")
    expect(calculator.question("skills").locator("[data-edit]")).to_be_visible()
    page.get_by_role("button", name="改：工程师").click()
    expect(rows.nth(0).locator("[data-edit]")).to_be_visible()
    assert page.evaluate("document.activeElement.name") == "titles.0.name"


def test_not_answered_and_for_an_office_to_confirm_are_told_apart(page: Page, site_url: str) -> None:
    calculator = Calculator.interview(
        page,
        site_url,
        f"{ENGINEER}&works_in_wuhan=true&employer_affiliation=wuhan&retired=false"
        "&titles.0.specialty_matches=true&occupation_matches_current_post=true",
    )
    page.get_by_role("button", name="接着答").click()
    line = calculator.root.locator("[data-live] li").filter(has_text="二级/技师")
    expect(line).to_contain_text("还没答完")
    expect(calculator.heading()).to_have_text("你属于哪一类人员？")
    calculator.pick("person_type", "enterprise_employee")
    calculator.go_on()
    calculator.go_on()
    expect(line).to_contain_text("需确认")
    expect(line).to_contain_text("你答了“不确定”的，要向武汉市职业技能鉴定指导中心确认")
    expect(calculator.root.locator("[data-given]")).to_contain_text("你答了不确定")
    page.get_by_role("button", name="上一步").click()
    calculator.pick("cumulative_work_years_met", "false")
    expect(line).to_contain_text("政策条件已满足，另须向")


def test_a_missing_date_is_asked_for_once_and_then_let_be(page: Page, site_url: str) -> None:
    calculator = Calculator.interview(page, site_url)
    calculator.pick("titles", "some")
    page.fill('[name="titles.0.name"]', "助理工程师")
    calculator.pick("skills", "none")
    page.get_by_role("button", name="下一步").click()
    expect(calculator.question("titles.0.obtained").locator("[data-error]")).to_contain_text("这一项还没填")
    assert page.evaluate("document.activeElement.name") == "titles.0.obtained.y"
    calculator.go_on()
    expect(calculator.heading()).to_have_text("你在哪里工作？")


def test_the_series_is_asked_only_where_a_name_needs_it(page: Page, site_url: str) -> None:
    calculator = Calculator.interview(page, site_url)
    has_title(calculator)
    series = calculator.question("titles.0.series")
    expect(series).to_be_hidden()
    page.fill('[name="titles.0.name"]', "技师")
    page.keyboard.press("Tab")
    expect(series).to_be_visible()


def test_what_comes_up_because_of_an_answer_stands_on_the_same_screen(page: Page, site_url: str) -> None:
    state = "skills.0.level=2&skills.0.obtained=2022-03&titles=none&retired=false"
    calculator = Calculator.interview(page, site_url, state)
    given = calculator.root.locator("[data-given]")
    given.locator("summary").click()
    given.get_by_role("button", name="改：已退休").click()
    age = calculator.question("female_original_retirement_age")
    expect(age).to_be_hidden()
    calculator.pick("sex", "female")
    expect(age).to_be_visible()
    calculator.pick("sex", "male")
    expect(age).to_be_hidden()


def test_the_browsers_back_goes_one_screen_back_with_all_answers(page: Page, site_url: str) -> None:
    calculator = Calculator.interview(page, site_url)
    has_title(calculator)
    calculator.go_on()
    calculator.pick("works_in_wuhan", "true")
    page.go_back()
    expect(calculator.heading()).to_have_text("你现在有什么证书？")
    expect(calculator.question("titles")).to_contain_text("工程师")
    page.go_forward()
    expect(calculator.question("works_in_wuhan").get_by_label("是")).to_be_checked()


def test_the_form_works_while_python_is_still_loading(page: Page, site_url: str) -> None:
    waiting: list[Route] = []
    page.route("**/image-*.bin", lambda route: waiting.append(route))
    page.goto(f"{site_url}calc/")
    calculator = Calculator(page)
    expect(page.locator(".gt-load")).to_contain_text("MB")
    expect(page.locator(".gt-load progress")).to_be_visible()
    has_title(calculator)
    calculator.go_on()
    expect(calculator.heading()).to_have_text("你在哪里工作？")
    calculator.pick("works_in_wuhan", "true")
    expect(calculator.root.locator("[data-waiting] a")).to_be_visible()
    for route in waiting:
        route.continue_()
    expect(calculator.root.locator("[data-headline]")).to_contain_text("二级/技师", timeout=READY_MS)
    expect(calculator.question("works_in_wuhan").get_by_label("是")).to_be_checked()


def test_what_the_interview_leaves_out_can_still_be_answered_at_the_end(page: Page, site_url: str) -> None:
    """A title holder without a skill certificate isn't asked for a series, though one series is by examination."""
    state = (
        f"{ENGINEER}&works_in_wuhan=true&employer_affiliation=wuhan&person_type=enterprise_employee&retired=false"
        "&titles.0.specialty_matches=true&occupation_matches_current_post=true&cumulative_work_years_met=true"
        "&employer_accredited=false&occupation_access_type=false&related_diploma=true&apply_as=individual"
    )
    calculator = Calculator.interview(page, site_url, state)
    expect(calculator.headline()).to_contain_text("现在可申报：二级/技师")
    expect(page.locator("[data-act=more]")).to_be_hidden()
    page.locator("[data-given] > summary").click()
    page.get_by_role("button", name="答：拟申报职称系列").click()
    page.fill('[name="target_series"]', "会计")
    page.keyboard.press("Tab")
    expect(calculator.question("exam_conditions_met")).to_be_visible()


def test_paper_shows_the_answer_also_from_the_middle_of_the_interview(page: Page, site_url: str) -> None:
    calculator = Calculator.interview(page, site_url)
    has_title(calculator)
    calculator.go_on()
    expect(calculator.root.locator("[data-headline]")).to_contain_text("二级/技师")
    expect(page.locator("[data-answer]")).to_be_hidden()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(
        page.locator("#gt-calc").get_by_text("一级/高级技师").locator("visible=true").first
    ).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(calculator.heading()).to_have_text("你在哪里工作？")
    expect(page.locator("[data-answer]")).to_be_hidden()
