"""四（三）to（六）: the committee of each level, the road of the papers, and what a class of a technician school counts as."""

from __future__ import annotations

import pytest

from guantong.chapter_4_channels import channel, committees, education
from guantong.conditions import COMMITTEE, TITLE_DESK
from tests.rules.question_laws import person


def test_the_papers_are_those_that_the_notice_of_the_year_lists() -> None:
    found = channel(person())
    assert "评审工作通知" in found["materials"]
    assert "申报工作指南" in found["materials"]
    assert len(found["steps"]) == 5
    assert [(entry["office"], entry["readings"]) for entry in found["confirm"]] == [
        (COMMITTEE, ["A04", "A45"])
    ]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("技工院校中级工班", "中专"),
        ("技工院校高级工班", "大专"),
        ("技工院校预备技师(技师)班", "本科"),
        ("技师 班", "本科"),
        ("高级技师班", None),
        ("大专", None),
        (None, None),
    ],
)
def test_a_class_of_a_technician_school_counts_as_its_degree_and_cites_the_clause(
    text: str | None, counts: str | None
) -> None:
    assert education(text) == counts
    found = channel(person(education=text))
    assert found["education_treated_as"] == counts
    assert ("四（二）2-②" in found["cites"]) is (counts is not None)


def test_without_a_junior_committee_the_citys_other_one_reviews() -> None:
    own, none, unknown = (
        committees(person(unit_has_junior_committee=has))["assistant"] for has in (True, False, None)
    )
    assert "代为评审" not in own
    assert "代为评审" in none
    assert own in unknown
    assert "代为评审" in unknown
    assert "省" in committees(person())["senior"]


@pytest.mark.parametrize(
    ("series", "specialty", "route", "offices"),
    [
        ("工程", "机械", "review", [COMMITTEE]),
        ("会计", None, "exam", [COMMITTEE]),
        ("卫生", None, "unlisted", [COMMITTEE]),
        (None, None, None, [COMMITTEE]),
        ("工程", "通信工程", None, [COMMITTEE, TITLE_DESK]),
    ],
)
def test_the_series_sets_the_road_and_telecom_within_engineering_is_for_the_title_desk(
    series: str | None, specialty: str | None, route: str | None, offices: list[str]
) -> None:
    found = channel(person(target_series=series, target_specialty=specialty))
    assert found["route"] == route
    assert [entry["office"] for entry in found["confirm"]] == offices
