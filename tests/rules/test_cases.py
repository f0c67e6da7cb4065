"""Every worked case holds: what it names must be there, and a key that this test does not know is an error."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from guantong.cli import answer

Json = dict[str, Any]
CASES: list[Json] = [
    case
    for path in sorted((Path(__file__).parent / "cases").glob("*.json"))
    for case in json.loads(path.read_text("utf-8"))["cases"]
]
RETIREMENT = ("delay_months", "statutory_age", "reach_month", "reach_date", "reached_on_as_of")
ROAD = ("route", "education_treated_as")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_worked_case_holds(case: Json) -> None:
    reply = answer(case["command"], json.dumps([case["facts"]], ensure_ascii=False))
    assert (reply.status, reply.err) == (0, ""), reply.err
    (result,) = json.loads(reply.out)
    CHECKS[case["command"]](result, case["expected"])


def test_ids_are_unique() -> None:
    ids = [case["id"] for case in CASES]
    assert len(ids) == len(set(ids))


def check_assess(result: Json, expected: Json) -> None:
    if "errors_at" in expected:
        assert [error["at"] for error in result["errors"]] == expected["errors_at"]
        assert set(expected) == {"errors_at"}
        return
    assert "errors" not in result, result
    for key, value in expected.items():
        ASSESS[key](result, value)


def check_targets(result: Json, expected: Json) -> None:
    for name, wanted in expected.items():
        found = result["targets"][name]
        for key, value in wanted.items():
            TARGET[key](found[key], value)


def check_channel(result: Json, expected: Json) -> None:
    channel = result["channel"]
    found = {
        **seen_options(channel["title_to_skill"]["options"]),
        **{key: channel["skill_to_title"][key] for key in ROAD},
    }
    assert {key: found[key] for key in expected} == expected


def seen_options(options: list[Json]) -> Json:
    """The options in the short form that the cases use."""
    first = options[0]
    return {
        "receivers": distinct(option["receiver"]["id"] for option in options),
        "issuers": distinct(option["issuer"]["id"] for option in options),
        "certificate_types": distinct(option["certificate_type"] for option in options),
        "options": len(options),
        "materials": [material["id"] for material in first["materials"]],
        "copies": [material["copies"] for material in first["materials"]],
        "sessions": first["sessions"],
    }


def distinct(items: Any) -> list[Any]:
    return list(dict.fromkeys(items))


def equal(found: Any, wanted: Any) -> None:
    assert found == wanted


def at_least(found: Any, wanted: Any) -> None:
    assert set(wanted) <= set(found), found


TARGET: dict[str, Callable[[Any, Any], None]] = {
    "status": equal,
    "earliest": equal,
    "until": equal,
    "answered": equal,
    "sessions": equal,
    "cites": at_least,
    "readings": at_least,
}
ASSESS: dict[str, Callable[[Json, Any], None]] = {
    "targets": check_targets,
    "channel": check_channel,
    "theory_exam": lambda result, value: equal(result["channel"]["title_to_skill"]["theory_exam"], value),
    "problems_at": lambda result, value: equal([p["at"] for p in result["problems"]], value),
    "questions_include": lambda result, value: at_least(result["questions"], value),
    "as_of": lambda result, value: equal(result["as_of"], value),
}


def check_retirement(result: Json, expected: Json) -> None:
    assert set(expected) == set(RETIREMENT)
    assert result == expected


def check_annex_1(result: Json, expected: Json) -> None:
    if "rows" in expected or not result["rows"]:
        raise AssertionError("a case of annex 1 has one row")
    (row,) = result["rows"]
    found = {**row, "errors": result["errors"] + row["errors"]}
    for key, value in expected.items():
        ANNEX[key](found[key], value)


def check_annex_2(result: Json, expected: Json) -> None:
    found = {**result, "wrong": sorted(error["column"] for error in result["errors"])}
    for key, value in expected.items():
        ANNEX[key](found[key], value)


def problems(found: Any, wanted: Any) -> None:
    """Columns with their notes; a case may say more behind the note's number."""
    seen = {(problem["column"], problem["note"]) for problem in found}
    named = {(problem["column"], problem["rule"]) for problem in wanted}
    assert {column for column, _ in seen} == {column for column, _ in named}
    assert all(any(c == column and rule.startswith(note) for c, rule in named) for column, note in seen)
    assert all(any(c == column and rule.startswith(note) for c, note in seen) for column, rule in named)


def columns(found: Any, wanted: Any) -> None:
    assert sorted(found) == sorted(wanted)


ANNEX: dict[str, Callable[[Any, Any], None]] = {
    "status": equal,
    "errors": problems,
    "warnings": problems,
    "wrong": columns,
}
CHECKS: dict[str, Callable[[Any, Json], None]] = {
    "assess": check_assess,
    "retirement": check_retirement,
    "annex1": check_annex_1,
    "annex2": check_annex_2,
}
