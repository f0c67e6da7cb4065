"""The answer one can act on, as a visitor reads it: dates, what would change a no, the way ahead, what to do, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.support import answers
from tests.browser.support.answers import Reader


@pytest.fixture(scope="module")
def reader(chromium: Browser, site_url: str) -> Iterator[Reader]:
    opened = Reader(chromium, site_url)
    yield opened
    opened.close()


def test_every_date_stands_on_the_line_from_today_to_retirement(reader: Reader) -> None:
    stops = reader.part(answers.BOTH_LADDERS, "days").locator("li")
    assert [stop.locator("b").text_content() for stop in stops.all()] == [
        "今天",
        "2027-05-20",
        "2027-06",
        "2048-03-12",
    ]
    expect(stops.nth(1)).to_contain_text("5个月27天后")
    expect(stops.nth(1)).to_contain_text("一级/高级技师可申报")
    expect(stops.nth(3)).to_contain_text("达到退休年龄（63岁）")


def test_a_no_tells_the_smallest_change_that_turns_it(reader: Reader) -> None:
    calculator = reader.read(answers.BOTH_LADDERS)
    change = calculator.target("副高级职称").locator(".gt-change")
    expect(change).to_contain_text("一级/高级技师证书")
    expect(change).to_contain_text("今天就办到的话，2030-11-23 起可申报。")
    expect(calculator.target("一级/高级技师").locator(".gt-change")).to_have_count(0)


def test_who_has_retired_reads_that_nothing_changes_it(reader: Reader) -> None:
    calculator = reader.read(answers.RETIRED)
    expect(calculator.target("中级职称").locator(".gt-change")).to_contain_text(
        "等待或补证书，都不会改变这个结果：已办理退休手续，不能申报。"
    )


def test_a_sure_day_is_not_hidden_behind_what_an_office_might_allow(reader: Reader) -> None:
    card = reader.read(answers.BOTH_LADDERS).target("一级/高级技师")
    expect(card.locator("header .gt-chip")).to_have_text("2027-05-20 起可申报")
    expect(card.locator("dl.facts").first).to_contain_text("时间。到日子就行。")
    expect(card.locator("dl.facts").first).to_contain_text("有关单位确认了，现在就可申报。")


def test_what_is_held_stands_apart_and_at_the_end(reader: Reader) -> None:
    calculator = reader.read(answers.BOTH_LADDERS)
    last = calculator.root.locator(".gt-target").last
    expect(last.locator("header")).to_contain_text("已持有")
    expect(last).to_contain_text("三级/高级工、二级/技师、助理级、中级")
    expect(calculator.target("中级职称")).to_have_count(0)


def test_the_tree_opens_to_conditions_with_quotes_and_states(reader: Reader) -> None:
    card = reader.read(answers.SKILL_ONLY).target("一级/高级技师")
    fold = card.locator("details")
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    missing = card.locator(".gt-cond", has_text="不具备").first
    expect(missing).to_be_visible()
    expect(missing.locator("q")).not_to_be_empty()
    assert (missing.locator("a").first.get_attribute("href") or "").startswith("../policy/#s")
    expect(card.locator(".gt-cond .st", has_text="不必再问").first).to_be_visible()


def test_the_way_to_a_chosen_level_is_told_step_by_step(reader: Reader) -> None:
    road = reader.part(answers.SKILL_ONLY, "road")
    road.get_by_label("目标").select_option(label="一级/高级技师")
    steps = road.locator(".gt-way").first.locator("li")
    expect(steps.first).to_contain_text("2028-09-01 申报中级")
    expect(steps.first.locator("q")).to_contain_text("取得技师职业资格或2级职业技能等级后")
    expect(steps.nth(1)).to_contain_text("申报一级/高级技师")
    expect(steps.last).to_contain_text("达到退休年龄")
    expect(road.locator("summary", has_text="这样算的前提")).to_be_visible()


def test_the_waiting_time_of_a_review_moves_the_days(reader: Reader) -> None:
    road = reader.part(answers.SKILL_ONLY, "road")
    road.get_by_label("目标").select_option(label="一级/高级技师")
    first = road.locator(".gt-way").first.locator("li").first
    expect(first).to_contain_text("约 2029-09-01 取得")
    road.get_by_label("职称评审要几个月").fill("6")
    reader.page.keyboard.press("Tab")
    expect(first).to_contain_text("约 2029-03-01 取得")


def test_a_level_without_a_way_says_so(reader: Reader) -> None:
    road = reader.part(answers.BOTH_LADDERS, "road")
    road.get_by_label("目标").select_option(label="正高级")
    expect(road).to_contain_text("没有通到正高级职称的路")


def test_who_signs_is_told_in_order_for_both_roads(reader: Reader) -> None:
    tables = reader.part(answers.BOTH_LADDERS, "do").locator("table.is-order")
    expect(tables).to_have_count(2)
    expect(tables.first.locator("tbody tr").first).to_contain_text("贴照片")
    expect(tables.first).to_contain_text("一式3份")
    assert [cell.text_content() for cell in tables.last.locator("tbody td:nth-child(2)").all()][:3] == [
        "本人",
        "用人单位",
        "上级主管部门或区人社行政部门",
    ]


def test_achievements_are_a_sheet_to_fill_in_with_its_period(reader: Reader) -> None:
    do = reader.part(answers.SKILL_ONLY, "do")
    do.locator("summary", has_text="业绩怎么列").click()
    expect(do.locator("table.is-blank tbody tr")).to_have_count(13)
    expect(do).to_contain_text("申报条件规定任职期间")
    expect(do).to_contain_text("二级/技师证书的时间：2025-09-01")


def test_questions_to_an_office_stand_under_that_office_once(reader: Reader) -> None:
    ask = reader.part(answers.BOTH_LADDERS, "ask")
    office = ask.locator(".gt-office-asks", has_text="职业能力建设处")
    expect(office.locator("li")).to_have_text(["不是按本办法取得的证书，能不能按“晋级评价”申报？解读 A06"])
    points = [point.text_content() for point in ask.locator("li p").all()]
    assert len(points) == len(set(points))
    assert "三级/高级工" not in "".join(point or "" for point in points)


def test_what_the_visitor_has_not_answered_is_not_put_to_an_office(reader: Reader) -> None:
    calculator = reader.read(answers.UNANSWERED)
    expect(calculator.root.locator("#answer-ask")).to_contain_text("还有问题没有答。先把能答的答完")
    expect(calculator.root.locator("#answer-ask")).not_to_contain_text("是不是在武汉")
    expect(calculator.target("三级/高级工")).to_contain_text("你还有没答的问题")


def test_links_inside_the_answer_move_the_focus_and_keep_the_link_of_the_visitor(
    reader: Reader,
) -> None:
    calculator = reader.read(answers.BOTH_LADDERS)
    before = reader.page.url
    calculator.root.locator(".gt-jump").get_by_role("link", name="要问的事").click()
    assert reader.page.url == before
    assert reader.page.evaluate("document.activeElement.id") == "answer-ask"


def test_the_way_ahead_first_leads_to_what_opens_on_a_known_day(chromium: Browser, site_url: str) -> None:
    opened = Reader(chromium, site_url)  # who has chosen a target keeps it for the visit
    expect(opened.part(answers.BOTH_LADDERS, "road").locator("#plan-target")).to_have_value("skill_1")
    opened.close()
