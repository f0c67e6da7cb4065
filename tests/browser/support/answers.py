"""People whose answers differ in every way, as links; nobody real. And one page on which their answers are read in turn."""

from __future__ import annotations

from typing import Literal

from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.browser.support.calculator import Calculator

_TITLE_ROAD = (
    "employer_affiliation=wuhan&person_type=enterprise_employee&specialty_same_or_similar=true"
    "&does_professional_technical_work=true&meets_hubei_conditions=true&last3_appraisals_passed=true"
    "&years_in_current_post=5&target_series=工程&retired=false&as_of=2026-11-23"
)
_SKILL_ROAD = (
    "works_in_wuhan=true&employer_accredited=false&occupation_access_type=false"
    "&occupation_matches_current_post=true&cumulative_work_years_met=true"
)
_ENGINEER = "titles.0.level=intermediate&titles.0.obtained=2024-05-20&titles.0.specialty_matches=true"
_TECHNICIAN = "skills.0.level=2&skills.0.same_occupation=true&skills.0.continuous=true"

BOTH_LADDERS = (
    f"{_TITLE_ROAD}&{_SKILL_ROAD}&{_ENGINEER}&{_TECHNICIAN}&skills.0.obtained=2023-09-01"
    "&skills.0.via_this_policy=false&birth_date=1985-03-12&sex=male&awards=none"
)
TITLE_ONLY = (
    f"as_of=2026-11-23&{_SKILL_ROAD}&{_ENGINEER}&skills=none&awards=none&person_type=enterprise_employee"
)
SKILL_ONLY = f"{_TITLE_ROAD}&titles=none&{_TECHNICIAN}&skills.0.obtained=2025-09-01&birth_date=1985-05-05&sex=male&awards=none&works_in_wuhan=true"
HONOURED = (
    f"{_TITLE_ROAD}&titles=none&skills.0.level=1&skills.0.obtained=2024-09-01&skills.0.same_occupation=true"
    "&skills.0.continuous=true&awards.0.name=全国技术能手&expert_recommendations=2&expert_title_level=senior"
    "&experts_same_industry=true&birth_date=1975-05-05&sex=male&delayed_retirement_procedure=false"
)
RETIRED = f"{_TITLE_ROAD.replace('retired=false', 'retired=true')}&titles=none&{_TECHNICIAN}&skills.0.obtained=2015-01-01&delayed_retirement_procedure=false&awards=none"
EXAMINED = "as_of=2026-11-23&titles.0.name=会计师&titles.0.obtained=2020-05-01&skills.0.level=3&skills.0.obtained=2020&target_series=会计&works_in_wuhan=true"
UNANSWERED = "as_of=2026-11-23&titles.0.level=assistant&titles.0.obtained=2025-05-20"
NOTHING_HELD = f"{_TITLE_ROAD}&{_SKILL_ROAD}&titles=none&skills=none&awards=none"
MANY_CERTIFICATES = (
    f"{BOTH_LADDERS}&titles.1.level=assistant&titles.1.obtained=2019&titles.1.specialty_matches=true"
    "&skills.1.level=3&skills.1.obtained=2018-03&skills.1.same_occupation=true"
)
WITH_PROBLEMS = f"{TITLE_ONLY}&titles.1.level=assistant&titles.1.obtained=2029-01-01"

STATES = {
    "both ladders": BOTH_LADDERS,
    "titles only": TITLE_ONLY,
    "skills only": SKILL_ONLY,
    "an honour": HONOURED,
    "retired": RETIRED,
    "an examined series": EXAMINED,
    "hardly anything answered": UNANSWERED,
    "nothing held": NOTHING_HELD,
    "many certificates": MANY_CERTIFICATES,
    "a date to come": WITH_PROBLEMS,
}


class Reader:
    """One page for many answers: each state is opened as a link on the page that stands there, with its engine."""

    def __init__(
        self, chromium: Browser, site: str, width: int = 1280, scheme: Literal["light", "dark"] = "light"
    ) -> None:
        screen: ViewportSize = {"width": width, "height": 900}
        context = chromium.new_context(locale="zh-CN", viewport=screen, color_scheme=scheme)
        self.thrown: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("pageerror", lambda error: self.thrown.append(str(error)))
        self._state = STATES["both ladders"]
        self._calculator = Calculator.open(self.page, site, self._state)
        expect(self._calculator.root.locator("[data-answer]")).to_have_attribute("data-advised")

    def read(self, state: str) -> Calculator:
        """The calculator with the answer to a state, and all that comes after it."""
        if state != self._state:
            self.page.evaluate(
                "state => { delete document.querySelector('[data-answer]').dataset.advised; location.hash = state; }",
                f"#{state}",
            )
        self._state = state
        expect(self._calculator.root.locator("[data-answer]")).to_have_attribute("data-advised")
        return self._calculator

    def part(self, state: str, name: str) -> Locator:
        """One part of the answer to a state."""
        return self.read(state).root.locator(f"#answer-{name}")

    def close(self) -> None:
        """Close the page; an error that a script threw fails the test."""
        self.page.context.close()
        assert self.thrown == []
