"""The roads by years of work after a certificate: what each certificate leads to and when, and what of it is asked."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from guantong.chapter_4_conditions import routes
from guantong.conditions import SELF, TITLE_DESK, Condition, dates, verdict
from guantong.person import Person
from tests.rules.question_laws import TODAY, Roads, Space, person, wrongly_asked_for_titles

TITLES = ("assistant", "intermediate", "associate_senior")
ROADS: dict[str, Roads] = {title: partial(routes, target=title, gates=()) for title in TITLES}

SPECIAL, CHIEF = "special_technician", "chief_technician"
LONG_AGO: dict[str, Any] = {"obtained": "2010-01-01", "continuous": True, "same_occupation": True}
YES_NO = [True, False]
LEVELS = ["3", "2", "1", SPECIAL, "4"]
OLD_OR_YOUNG = ["2010-01-01", "2025-05-20"]


def each(number: int, **answers: list[Any]) -> dict[str, list[Any]]:
    """Answers to facts of one certificate."""
    return {f"/skills/{number}/{key}": values for key, values in answers.items()}


@pytest.mark.parametrize(
    ("certificate", "answers"),
    [
        ({}, each(0, level=LEVELS, obtained=OLD_OR_YOUNG, continuous=YES_NO, same_occupation=YES_NO)),
        ({"obtained": "2022-11"}, each(0, level=LEVELS, continuous=YES_NO, same_occupation=YES_NO)),
        ({"obtained": "2027-01-01"}, each(0, level=LEVELS, continuous=YES_NO, same_occupation=YES_NO)),
        ({"years_worked": 1}, each(0, level=LEVELS, obtained=OLD_OR_YOUNG, same_occupation=YES_NO)),
        ({"years_worked": 5}, each(0, level=LEVELS, obtained=OLD_OR_YOUNG, same_occupation=YES_NO)),
    ],
)
def test_of_one_certificate_exactly_what_can_matter_is_asked(
    certificate: dict[str, Any], answers: dict[str, Any]
) -> None:
    beside = ["/skills/0/years_worked"]
    if certificate.get("obtained") == "2027-01-01":
        beside.append("/skills/0/obtained")  # a date still to come is asked again
    assert wrongly_asked_for_titles(list(ROADS.values()), Space(answers, skills=[certificate]), beside) == []


def test_after_a_break_the_years_are_asked_and_nothing_that_they_make_idle() -> None:
    answers = each(
        0, level=LEVELS, obtained=["2010-01-01", "2012-05-20"], years_worked=[1, 5], same_occupation=YES_NO
    )
    assert (
        wrongly_asked_for_titles(list(ROADS.values()), Space(answers, skills=[{"continuous": False}])) == []
    )


def test_where_no_certificate_is_stated_the_list_is_asked() -> None:
    answers = {"/skills": [[], *([{"level": level, **LONG_AGO}] for level in LEVELS)]}
    assert wrongly_asked_for_titles(list(ROADS.values()), Space(answers)) == []
    for title in TITLES:
        assert wrongly_asked_for_titles([ROADS[title]], Space(answers)) == []


@pytest.mark.parametrize("levels", [("3", SPECIAL), ("3", "2"), ("3", "1"), ("2", SPECIAL), ("2", "1")])
def test_of_two_certificates_exactly_what_can_matter_is_asked(levels: tuple[str, str]) -> None:
    stated = {"skills": [{"level": levels[0]}, {"level": levels[1], "same_occupation": True}]}
    answers = {
        **each(0, obtained=OLD_OR_YOUNG, continuous=YES_NO, same_occupation=YES_NO),
        **each(1, obtained=OLD_OR_YOUNG, continuous=YES_NO),
    }
    beside = [f"/skills/{number}/years_worked" for number in (0, 1)]
    assert wrongly_asked_for_titles(list(ROADS.values()), Space(answers, **stated), beside) == []


@pytest.mark.parametrize("level", ["3", "2", "1"])
def test_a_certificate_of_unknown_level_is_asked_beside_one_that_is_known(level: str) -> None:
    known = {"level": level, "obtained": "2008-12-01", "continuous": True}
    levels = ["3", "2", "1"] if level == "1" else ["3", "2", "1", SPECIAL]  # 特级技师 come after 高级技师
    answers = {
        **each(0, same_occupation=YES_NO),
        **each(1, level=levels, obtained=["2005-06-20", "2025-06-20"], continuous=YES_NO),
    }
    stated = {"skills": [known, {"same_occupation": True}]}
    assert (
        wrongly_asked_for_titles(list(ROADS.values()), Space(answers, **stated), ["/skills/1/years_worked"])
        == []
    )


@pytest.mark.parametrize(
    ("certificate", "answers"),
    [
        # too young for the years, unless 高级技师 is older: no number of years settles that
        ({"obtained": "2025-05-20", "continuous": False}, {"years_worked": [1]}),
        ({"obtained": "2022-11-23", "continuous": False}, {"years_worked": [1, 4]}),
        ({"obtained": "2012-01-01"}, {"continuous": YES_NO}),
    ],
)
def test_of_the_two_highest_certificates_years_are_asked_only_where_they_can_be_complete(
    certificate: dict[str, Any], answers: dict[str, list[Any]]
) -> None:
    one = {"level": SPECIAL, "same_occupation": True, **certificate}
    other = {"level": CHIEF, **LONG_AGO, "recognised": False}  # keeps the title open, and gives it a date
    beside = [] if "years_worked" in answers else ["/skills/0/years_worked"]
    stated = {"skills": [one, other]}
    assert (
        wrongly_asked_for_titles([ROADS["associate_senior"]], Space(each(0, **answers), **stated), beside)
        == []
    )


def who(*skills: dict[str, Any]) -> Person:
    """Somebody with certificates in the occupation, who never left it, as far as nothing else is said."""
    entries = [{"same_occupation": True, "continuous": True, **skill} for skill in skills]
    return person(skills=entries)


def outcome(title: str, *skills: dict[str, Any]) -> tuple[str, str | None]:
    """The verdict on a title by these certificates alone, with the day on which the years are complete."""
    [road] = ROADS[title](who(*skills))
    return verdict(road.span, TODAY), dates(road.span, TODAY)[0]


def told(title: str, *skills: dict[str, Any]) -> list[Condition]:
    """What is told on the road to a title."""
    [road] = ROADS[title](who(*skills))
    return list(road.explained(TODAY))


YES, ASK, NO = "eligible", "needs_confirmation", "not_eligible"


@pytest.mark.parametrize(
    ("title", "skills", "found"),
    [
        ("assistant", [{"level": "3", "obtained": "2024-11-23"}], (YES, "2026-11-23")),
        ("assistant", [{"level": "3", "obtained": "2024-11-24"}], (NO, "2026-11-24")),
        ("intermediate", [{"level": "2", "obtained": "2023-11-23"}], (YES, "2026-11-23")),
        ("intermediate", [{"level": "2", "obtained": "2023-11-24"}], (NO, "2026-11-24")),
        ("associate_senior", [{"level": "1", "obtained": "2022-11-23"}], (YES, "2026-11-23")),
        ("associate_senior", [{"level": "1", "obtained": "2022-11-24"}], (NO, "2026-11-24")),
        ("associate_senior", [{"level": SPECIAL, "obtained": "2022-11-23"}], (YES, "2026-11-23")),
        ("associate_senior", [{"level": CHIEF, "obtained": "2022-11-24"}], (ASK, "2026-11-24")),
        ("associate_senior", [{"level": SPECIAL}], (ASK, None)),
        # a dated 高级技师 says itself from when it was held
        (
            "associate_senior",
            [{"level": "1", "obtained": "2024-05-20"}, {"level": SPECIAL, "obtained": "2025-05-20"}],
            (NO, "2028-05-20"),
        ),
        (
            "associate_senior",
            [
                {"level": "1", "obtained": "2020-05-20", "continuous": None},
                {"level": SPECIAL, "obtained": "2022-05-20"},
            ],
            (YES, "2024-05-20"),
        ),
        # without a date it doesn't
        (
            "associate_senior",
            [{"level": "1"}, {"level": SPECIAL, "obtained": "2025-05-20"}],
            (ASK, "2029-05-20"),
        ),
        # nor does one whose date is still to come
        (
            "associate_senior",
            [{"level": "1", "obtained": "2027-01-01"}, {"level": SPECIAL, "obtained": "2025-05-20"}],
            (ASK, "2029-05-20"),
        ),
        # a higher certificate alone: an office is asked, and there is no date
        ("assistant", [{"level": "2", "obtained": "2010-01-01"}], (ASK, None)),
        ("assistant", [{"level": SPECIAL, "obtained": "2010-01-01"}], (ASK, None)),
        ("intermediate", [{"level": "1", "obtained": "2010-01-01"}], (ASK, None)),
        ("associate_senior", [{"level": "2", "obtained": "2010-01-01"}], (NO, None)),
        ("intermediate", [{"level": "3", "obtained": "2010-01-01"}], (NO, None)),
        # one of unknown level may be the very one, or a higher one
        ("assistant", [{"obtained": "2010-01-01"}], (ASK, "2012-01-01")),
        ("assistant", [{"obtained": "2026-01-01"}], (ASK, "2028-01-01")),
        ("associate_senior", [{"obtained": "2025-05-20"}], (ASK, "2029-05-20")),
        (
            "associate_senior",
            [{"level": "1", "obtained": "2025-01-20"}, {"obtained": "2025-05-20"}],
            (NO, "2029-01-20"),
        ),
        ("assistant", [], (NO, None)),
    ],
)
def test_each_certificate_opens_its_title_when_its_years_are_complete(
    title: str, skills: list[dict[str, Any]], found: tuple[str, str | None]
) -> None:
    assert outcome(title, *skills) == found


@pytest.mark.parametrize(
    ("title", "level", "own"),
    [
        ("assistant", "2", "中级职称"),
        ("assistant", "1", "副高级职称"),
        ("assistant", SPECIAL, "副高级职称"),
        ("intermediate", "1", "副高级职称"),
        ("intermediate", CHIEF, "副高级职称"),
    ],
)
def test_a_higher_certificate_is_sent_to_the_title_desk_and_told_its_own_title(
    title: str, level: str, own: str
) -> None:
    first, *_ = told(title, {"level": level, "obtained": "2010-01-01"})
    assert (first.office, first.readings, first.facts) == (TITLE_DESK, ("A13",), ("/skills/0/level",))
    assert own in first.says


@pytest.mark.parametrize(
    ("title", "skills", "readings"),
    [
        ("assistant", [{"level": "3", "obtained": "2010-01-01"}], ("A02", "A03")),
        ("associate_senior", [{"level": "1", "obtained": "2010-01-01"}], ("A02", "A03")),
        ("associate_senior", [{"level": SPECIAL, "obtained": "2010-01-01"}], ("A02", "A03", "A38")),
    ],
)
def test_only_the_two_highest_certificates_rest_on_the_reading_for_them(
    title: str, skills: list[dict[str, Any]], readings: tuple[str, ...]
) -> None:
    assert told(title, *skills)[0].readings == readings


def test_whether_the_date_of_the_certificate_itself_is_known_is_told_of_the_two_highest() -> None:
    alone = told("associate_senior", {"level": SPECIAL, "obtained": "2022-05-20"})[0]
    beside = told(
        "associate_senior",
        {"level": "1", "obtained": "2020-05-20", "continuous": False},
        {"level": SPECIAL, "obtained": "2022-05-20"},
    )[0]
    assert beside.facts[0] == "/skills/1/level"
    for condition, known in ((alone, False), (beside, True)):
        assert ("特级技师" in condition.says, "2022-05-20" in condition.says) == (True, True)
        assert ("取得时间不知道" in condition.says) is not known
    assert "特级技师" not in told("associate_senior", {"level": "1", "obtained": "2020-05-20"})[0].says


def test_of_the_highest_certificate_beside_an_undated_one_that_which_can_open_the_title_is_told() -> None:
    first = told("associate_senior", {"level": "1"}, {"level": SPECIAL, "obtained": "2025-05-20"})[0]
    assert first.facts[0] == "/skills/1/level"


@pytest.mark.parametrize(
    ("title", "obtained"),
    [("assistant", "2010-01-01"), ("assistant", "2026-01-01"), ("associate_senior", "2025-05-20")],
)
def test_a_level_not_stated_is_a_question_to_the_person_and_for_no_office(title: str, obtained: str) -> None:
    first = told(title, {"obtained": obtained})[0]
    assert (first.asks, first.office) == (("/skills/0/level",), SELF)
    assert first.status(TODAY) == "unknown"


@pytest.mark.parametrize("title", TITLES)
def test_certificates_not_stated_are_a_question_to_the_person_and_for_no_office(title: str) -> None:
    [road] = ROADS[title](person())
    found = [(condition.asks, condition.office) for condition in road.explained(TODAY)]
    assert found == [(("/skills",), SELF)] * 2


def test_a_certificate_whose_date_is_still_to_come_is_asked_for_its_date_alone() -> None:
    first = told("assistant", {"level": "3", "obtained": "2027-01-01", "continuous": None})[0]
    assert first.asks == ("/skills/0/obtained",)
    assert (first.status(TODAY), first.office) == ("unknown", SELF)
