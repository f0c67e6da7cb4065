"""What to do with an answer: stops of the timeline, who signs what, what to put forward; all of it carried by the text."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from guantong.advice import advice
from guantong.assess import assess
from guantong.policy import statement
from guantong.tables.sample import SKILL_HOLDER, TITLE_HOLDER, skill, title
from guantong.timeline import gap

READY: dict[str, Any] = {**TITLE_HOLDER, **SKILL_HOLDER, "as_of": "2026-11-23", "sex": "male"}
ENGINEER = {**READY, "titles": [title("intermediate") | {"obtained": "2024-05-20"}]}


def stops(facts: dict[str, Any]) -> list[tuple[str, str]]:
    return [(stop["date"], stop["kind"]) for stop in assess(facts)["timeline"]]


def test_the_timeline_runs_from_today_over_every_date_to_the_retirement_age() -> None:
    found = stops({**ENGINEER, "birth_date": "1985-03-12"})
    assert found == [
        ("2026-11-23", "now"),
        ("2026-12", "session"),
        ("2027-05-20", "opens"),
        ("2027-06", "session"),
        ("2048-03-12", "retirement"),
    ]


def test_the_last_day_of_a_title_stands_before_the_retirement_age() -> None:
    facts = {**READY, "skills": [skill("2") | {"obtained": "2020-01-01"}], "birth_date": "1970-05-05"}
    found = stops(facts)
    assert ("2031-10-04", "closes") in found
    assert found[-1] == ("2031-10-05", "retirement")


def test_a_date_that_hangs_on_an_office_is_no_certain_one() -> None:
    facts = {**READY, "titles": [title("assistant") | {"obtained": "2025-05-20"}], "works_in_wuhan": None}
    assert ("2028-05-20", "ask") in stops(facts)
    assert ("2028-05-20", "opens") not in stops(facts)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2026-11-24", "1天后"),
        ("2026-12-23", "1个月后"),
        ("2027-05-20", "5个月27天后"),
        ("2027-11-23", "1年后"),
        ("2048-03-12", "21年3个月后"),
        ("2026-11", "本月"),
        ("2026-12", "下个月"),
        ("2027-06", "7个月后"),
        ("2026-11-23", ""),
    ],
)
def test_how_far_off_a_date_is(when: str, words: str) -> None:
    assert gap(date(2026, 11, 23), when) == words


def test_every_signature_names_a_statement_with_its_clause() -> None:
    found = advice(ENGINEER)
    lines = [
        *found["signatures"]["title_to_skill"],
        *found["signatures"]["skill_to_title"],
        *found["recommendations"],
    ]
    assert len(lines) >= 10
    assert all(statement(line["statement"]).clause == line["clause"] for line in lines)
    assert found["signatures"]["title_to_skill"][0]["who"] == "本人"


def test_boxes_of_the_annexes_are_told_only_where_the_annexes_are_handed_in() -> None:
    facts = {**ENGINEER, "employer_accredited": True, "employer_scope_covers_occupation": True}
    assert advice(facts)["signatures"]["title_to_skill"] == []


def test_what_may_be_put_forward_is_the_list_of_the_text_itself() -> None:
    facts = {**READY, "skills": [skill("2") | {"obtained": "2023-09-01"}]}
    found = advice(facts)["achievements"]
    items = [item for group in found["groups"] for item in group["items"]]
    assert len(items) == 13
    assert all(item in found["quote"] for item in items)
    assert found["since"] == [{"name": "二级/技师", "date": "2023-09-01"}]
    assert f"在{found['period']}的" in statement("C069").text
