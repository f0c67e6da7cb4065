"""A whole case for browsers other than Chromium: typed, clicked, and the answer read off the page."""

from __future__ import annotations

from tests.browser.support.drivers import Driver, wait_for

HEADING = "document.querySelector('#gt-calc [data-heading]').textContent"
HEADLINE = "document.querySelector('#gt-calc [data-answer] .gt-answer')?.textContent"
LIVE = "document.querySelector('#gt-calc [data-headline]').textContent"


def engineer(driver: Driver, site: str) -> None:
    """An engineer's way through the interview to the answer, and one step back."""
    driver.open(f"{site}calc/")
    wait_for(driver, "document.getElementById('gt-calc')?.dataset.engine === 'ready'")
    _pick(driver, "titles", "some")
    driver.type("[name='titles.0.name']", "工程师")
    for part, words in (("y", "2024"), ("m", "5"), ("d", "20")):
        driver.type(f"[name='titles.0.obtained.{part}']", words)
    _pick(driver, "skills", "none")
    _go_on(driver, "你在哪里工作？")
    wait_for(driver, f"{LIVE}.includes('别的条件都符合的话')")
    for name, value in (
        ("works_in_wuhan", "true"),
        ("employer_affiliation", "wuhan"),
        ("person_type", "enterprise_employee"),
    ):
        _pick(driver, name, value)
    _go_on(driver, "这几件事，由单位和评审机构来定")
    for gate in (
        "titles.0.specialty_matches",
        "occupation_matches_current_post",
        "cumulative_work_years_met",
    ):
        _pick(driver, gate, "true")
    _go_on(driver, "你已办理退休手续了吗？")
    _pick(driver, "retired", "false")
    _go_on(driver, "去哪里办")
    _pick(driver, "employer_accredited", "false")
    driver.click("[data-next-act] button")
    wait_for(driver, f"{HEADLINE}?.includes('二级/技师')")
    driver.run("history.back()")
    wait_for(driver, f"{HEADING} === '去哪里办'")


def _pick(driver: Driver, name: str, value: str) -> None:
    driver.run(
        f"document.querySelector(\"[name='{name}'][value='{value}']\").scrollIntoView({{block: 'center'}})"
    )
    driver.click(f"label:has(> [name='{name}'][value='{value}'])")


def _go_on(driver: Driver, heading: str) -> None:
    driver.run("document.querySelector('[data-next-act] button').scrollIntoView({block: 'center'})")
    driver.click("[data-next-act] button")
    wait_for(driver, f"{HEADING} === '{heading}'")
