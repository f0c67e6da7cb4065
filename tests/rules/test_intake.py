"""What goes in: the published limits on both sides, and what an error says about what was given and what is accepted."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guantong.cli import answer
from guantong.facts import FACTS
from guantong.intake import MAX_SHOWN, BadInput, accepted, read, show

ENTRY = {"level": "assistant"}


def refused(**facts: Any) -> list[str]:
    """The pointers of the errors, none where the facts are taken."""
    try:
        read({"as_of": "2026-11-23", **facts})
    except BadInput as bad:
        return [error.at for error in bad.errors]
    return []


def test_the_exception_itself_says_every_error() -> None:
    with pytest.raises(BadInput, match=r"/sex.*/retired") as bad:
        read({"sex": 1, "retired": 2})
    assert str(bad.value) == "；".join(error.says for error in bad.value.errors)


def test_the_limits_are_those_that_the_schema_publishes() -> None:
    facts = json.loads(answer("schema", "").out)["facts"]["properties"]
    assert facts["titles"]["maxItems"] == 100
    assert facts["education"]["maxLength"] == 200
    assert facts["years_in_current_post"]["maximum"] == 100


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        ("titles", [[], [ENTRY] * 100], [[ENTRY] * 101, {}, "x", 1]),
        (
            "education",
            ["大", "大" * 200, "大 专", "大\u3000专"],
            ["", " ", "\u3000", "大" * 201, "大\n专", 7, ["大专"]],
        ),
        ("years_in_current_post", [0, 0.5, 3, 100, 100.0], [-1, -0.1, 100.5, 101, True, "3", [3]]),
        ("expert_recommendations", [0, 2, 2.0, 100], [-1, 2.5, 101, True, "2", [2]]),
        ("retired", [True, False], [0, 1, "true", [True]]),
        ("sex", ["male", "female"], ["m", "", 1, True, ["male"]]),
        ("birth_date", ["1980-05-20", "1980-05", "1980"], ["1980-5-20", "", 1980, "1980-02-30", ["1980"]]),
    ],
)
def test_each_kind_of_fact_takes_what_fits_and_nothing_beside_it(
    key: str, good: list[Any], bad: list[Any]
) -> None:
    assert [value for value in good if refused(**{key: value})] == []
    assert [value for value in bad if refused(**{key: value}) != [f"/{key}"]] == []


@pytest.mark.parametrize("day", ["2026-11", "2026", "", 7, "2026-11-31"])
def test_the_day_of_calculation_needs_its_day(day: Any) -> None:
    assert refused(as_of=day) == ["/as_of"]


def test_what_is_wrong_in_an_entry_is_pointed_to() -> None:
    assert refused(titles=[ENTRY, {"level": "professor"}, 3]) == ["/titles/1/level", "/titles/2"]
    assert refused(skills=[{"levels": "3"}]) == ["/skills/0/levels"]
    assert refused(**{"a/b~c": 1}) == ["/a~1b~0c"]


def test_a_flood_of_unknown_keys_is_counted_and_hides_nothing_else() -> None:
    with pytest.raises(BadInput) as bad:
        read({**{f"k{n}": n for n in range(150)}, "sex": "unknown"})
    *named, flood = bad.value.errors
    assert [error.at for error in named] == [*(f"/k{n}" for n in range(100)), "/sex"]
    assert (flood.at, flood.given, flood.accepted) == ("", "另外 50 个不认识的键", named[0].accepted)
    assert refused(**{f"k{n}": n for n in range(100)}) == [f"/k{n}" for n in range(100)]


UNSURE_TAKES = "问题的指针，如 /retired、/titles/0/obtained，组成的列表"


@pytest.mark.parametrize(
    ("facts", "at", "given", "accepts"),
    [
        ({"sex": 1}, "/sex", "1", "male（男）、female（女）"),
        ({"retired": "是"}, "/retired", "“是”", "true（是）或 false（否）"),
        (
            {"titles": [{"obtained": 7}]},
            "/titles/0/obtained",
            "7",
            "日期 YYYY-MM-DD、YYYY-MM 或 YYYY（1900 至 2200 年）",
        ),
        ({"titles": [{"rank": "x"}]}, "/titles/0/rank", "“x”", "只有这些键：name、"),
        ({"no\nkey": [1]}, "/no□key", "一个列表（1 项）", "只有这些键："),
        ({"k" * 80: 1}, "/" + "k" * 60, "1", "只有这些键："),
        ({"unsure": "/retired"}, "/unsure", "“/retired”", UNSURE_TAKES),
        ({"unsure": {"/retired": 1}}, "/unsure", "一个对象（1 个键）", UNSURE_TAKES),
        ({"unsure": ["/retired", "retired"]}, "/unsure/1", "“retired”", UNSURE_TAKES),
        ({"unsure": ["/titles/0/obtained", 3]}, "/unsure/1", "3", UNSURE_TAKES),
        ({"unsure": ["/titles/0/nothing"]}, "/unsure/0", "“/titles/0/nothing”", UNSURE_TAKES),
        ({"unsure": ["/nothing/0/obtained"]}, "/unsure/0", "“/nothing/0/obtained”", UNSURE_TAKES),
        ({"unsure": ["/retired"] * 1001}, "/unsure", "一个列表（1001 项）", UNSURE_TAKES),
    ],
)
def test_an_error_says_where_what_was_given_and_what_is_accepted(
    facts: dict[str, Any], at: str, given: str, accepts: str
) -> None:
    with pytest.raises(BadInput) as bad:
        read(facts)
    [error] = bad.value.errors
    assert (error.at, error.given) == (at, given)
    assert error.accepted.startswith(accepts)
    assert error.says == f"{at}：填的是 {given}，这里接受的是：{error.accepted}。"


def test_what_was_asked_and_stays_open_is_kept_apart_from_the_facts() -> None:
    person = read({"sex": "male", "unsure": ["/retired", "/titles/0/obtained"]})
    assert person.unsure == {"/retired", "/titles/0/obtained"}
    assert person.sex == "male"
    assert read({"unsure": ["/retired"] * 1000}).unsure == {"/retired"}
    assert read({"unsure": None}).unsure == read({}).unsure == frozenset()


def test_beside_a_wrong_list_of_open_questions_the_facts_are_checked_too() -> None:
    assert refused(unsure=["x", "/retired", 7], sex="m") == ["/unsure/0", "/unsure/2", "/sex"]
    assert refused(unsure=7, sex="m") == ["/unsure", "/sex"]


@pytest.mark.parametrize(
    ("day", "is_taken"), [("1899", False), ("1900", True), ("2200-12-31", True), ("2201-01-01", False)]
)
def test_years_from_1900_to_2200_are_taken(day: str, *, is_taken: bool) -> None:
    assert refused(birth_date=day) == ([] if is_taken else ["/birth_date"])


def test_facts_that_are_no_object_are_refused_as_a_whole() -> None:
    with pytest.raises(BadInput) as bad:
        read([1])
    assert [(error.at, error.given) for error in bad.value.errors] == [("", "一个列表（1 项）")]
    assert bad.value.errors[0].says.startswith("/：")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "空"),
        (True, "true"),
        (False, "false"),
        ([1, 2], "一个列表（2 项）"),
        ({"a": 1}, "一个对象（1 个键）"),
        ("大专", "“大专”"),
        (2.5, "2.5"),
        (1 / 3, "0.333333"),
        (12, "12"),
        (10**60, "一个很大的整数"),
        (2**128 - 1, str(2**128 - 1)),
        (2**128, "一个很大的整数"),
        ("a\nb", "“a□b”"),
    ],
)
def test_a_given_value_is_shown_as_it_was_written(value: object, words: str) -> None:
    assert show(value) == words


def test_a_long_value_is_cut_and_says_so() -> None:
    fits, cut = show("长" * (MAX_SHOWN - 2)), show("长" * (MAX_SHOWN - 1))
    assert fits == "“" + "长" * (MAX_SHOWN - 2) + "”"
    assert cut.endswith("…")
    assert len(cut) == MAX_SHOWN + 1


def test_what_is_accepted_is_said_for_every_kind_of_fact() -> None:
    for fact in [*FACTS, *(item for whole in FACTS for item in whole.items)]:
        says = accepted(fact)
        wanted = {
            "bool": ["true", "false"],
            "choice": [part for choice in fact.choices for part in (choice.value, choice.label)],
            "date": ["YYYY-MM-DD", "1900", "2200"],
            "integer": ["0", "100", "整数"],
            "number": ["0", "100"],
            "text": ["1", "200"],
            "list": ["100"],
        }[fact.kind]
        assert all(word in says for word in wanted), fact.key
        assert ("YYYY-MM 或" in says) == (fact.kind == "date" and not fact.full_date)


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ({"level": "3", "obtained": "2024-11-23", "years_worked": 2}, False),
        ({"level": "3", "obtained": "2024-11-24", "years_worked": 2}, True),
        ({"level": "3", "obtained": "2024-11", "years_worked": 2}, False),
        ({"level": "3", "obtained": "2025-05-23", "years_worked": 1.5}, False),
        ({"level": "3", "obtained": "2025-05-24", "years_worked": 1.5}, True),
        ({"level": "3", "years_worked": 40}, False),
    ],
)
def test_more_years_than_the_calendar_allows_are_a_problem(entry: dict[str, Any], problem: bool) -> None:
    person = read({"as_of": "2026-11-23", "skills": [entry]})
    assert [at for at, _ in person.problems] == (["/skills/0/years_worked"] if problem else [])
    assert person.skills is not None
    assert (person.skills[0].years_worked is None) == problem


@pytest.mark.parametrize(
    ("entry", "level", "ask", "problem"),
    [
        ({}, None, "level", False),
        ({"level": "assistant"}, "assistant", "level", False),
        ({"name": "工程师"}, "intermediate", "level", False),
        ({"name": "工程师", "level": "intermediate"}, "intermediate", "level", False),
        ({"name": "工程师", "level": "assistant"}, None, "level", True),
        ({"name": "助理工程师", "level": "junior_unspecified"}, "assistant", "level", False),
        ({"name": "技术员", "level": "junior_unspecified"}, "below_assistant", "level", False),
        ({"name": "工程师", "level": "junior_unspecified"}, None, "level", True),
        ({"name": "初级", "level": "assistant"}, "assistant", "level", False),
        ({"name": "初级", "level": "below_assistant"}, "below_assistant", "level", False),
        ({"name": "初级", "level": "intermediate"}, None, "level", True),
        ({"name": "技师"}, None, "series", False),
        ({"name": "技师", "level": "assistant"}, "assistant", "series", False),
        ({"name": "技师", "level": "senior"}, None, "name", True),
        ({"name": "技师", "series": "卫生"}, "assistant", "level", False),
        ({"name": "技师", "series": "工程"}, None, "name", True),
        ({"name": "首席工程师"}, None, "name", True),
        ({"name": "工 程 师"}, "intermediate", "level", False),
    ],
)
def test_name_series_and_level_of_a_title(
    entry: dict[str, Any], level: str | None, ask: str, problem: bool
) -> None:
    person = read({"as_of": "2026-11-23", "titles": [entry]})
    assert person.titles is not None
    (title,) = person.titles
    assert (title.level, title.ask) == (level, f"/titles/0/{ask}")
    assert [at for at, _ in person.problems] == (["/titles/0/name"] if problem else [])


def test_a_title_is_called_by_its_name_else_by_its_level() -> None:
    entries = [{"name": " 工程师 "}, {"level": "assistant"}, {}]
    person = read({"as_of": "2026-11-23", "titles": entries})
    assert person.titles is not None
    assert [title.label for title in person.titles] == ["工程师", "助理级职称", "级别不明的职称"]


@pytest.mark.parametrize(
    ("day", "problem"), [("2026-11-23", False), ("2026-11-24", True), ("2026-11", False), ("2026-12", True)]
)
def test_a_date_still_to_come_is_a_problem_and_unknown(day: str, problem: bool) -> None:
    facts = {"titles": [{"obtained": day}], "skills": [{"obtained": day}], "birth_date": day}
    person = read({"as_of": "2026-11-23", **facts})
    wanted = {"/birth_date", "/titles/0/obtained", "/skills/0/obtained"} if problem else set()
    assert {at for at, _ in person.problems} == wanted
    assert person.titles is not None
    assert person.skills is not None
    assert person.titles[0].held == person.skills[0].held == (not problem)
    assert (person.birth_date is None) == problem
