"""The command line: exit status, what goes to which stream, and that bad input gets a sentence and stops nothing else."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import guantong
from guantong.cli import COMMANDS, answer
from guantong.intake import MAX_ENTRIES, MAX_NUMBER, MAX_TEXT
from tests.rules.people import SKILL_HOLDER, TITLE_HOLDER, people

ROOT = Path(guantong.__file__).parents[1]


def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "guantong", *arguments]
    return subprocess.run(
        command, input=given, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False
    )


def errors(facts: object) -> list[dict[str, Any]]:
    """The errors of one bad item, as it stands in a list."""
    reply = answer("assess", json.dumps([facts]))
    assert reply.status == 0
    (item,) = json.loads(reply.out)
    assert set(item) == {"errors"}
    found: list[dict[str, Any]] = item["errors"]
    return found


def test_one_object_gives_json_on_standard_output(tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    file.write_text(json.dumps(TITLE_HOLDER), "utf-8")
    done = run("assess", str(file))
    assert (done.returncode, done.stderr) == (0, b"")
    result = json.loads(done.stdout)
    assert result["targets"]["skill_2"]["status"] == "eligible"
    assert done.stdout.decode() == answer("assess", json.dumps(TITLE_HOLDER)).out + "\n"


def test_a_dash_reads_standard_input() -> None:
    done = run("assess", "-", given=json.dumps(SKILL_HOLDER).encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["targets"]["assistant"]["status"] == "eligible"


def test_bad_input_gives_sentences_on_standard_error_and_nothing_else() -> None:
    done = run("assess", "-", given=b'{"retired": "yes", "colour": 1, "birth_date": "1990-02-30"}')
    assert (done.returncode, done.stdout) == (2, b"")
    lines = done.stderr.decode().splitlines()
    assert [line.split("：")[0] for line in lines] == ["/retired", "/colour", "/birth_date"]
    assert "1990-02-30" in lines[2]


def test_a_byte_order_mark_is_no_matter() -> None:
    done = run("assess", "-", given=b"\xef\xbb\xbf" + json.dumps(SKILL_HOLDER).encode())
    assert done.returncode == 0


def test_a_missing_file_is_named() -> None:
    done = run("assess", "no-such-file.json")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "no-such-file.json" in done.stderr.decode()


def test_text_that_is_not_utf_8_gets_a_sentence() -> None:
    done = run("assess", "-", given="{}，武汉".encode("gb18030"))
    assert (done.returncode, done.stdout) == (2, b"")
    assert "UTF-8" in done.stderr.decode()


@pytest.mark.parametrize("arguments", [(), ("assess",), ("assess", "a", "b"), ("schema", "a", "b")])
def test_wrong_use_says_how_to_use_it(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "assess" in done.stderr.decode()


def test_help_and_schema_need_no_file() -> None:
    assert "annex1" in run("--help").stdout.decode()
    done = run("schema")
    assert done.returncode == 0
    assert set(json.loads(done.stdout)) == {"facts", "result"}


def test_an_unknown_command_is_refused() -> None:
    reply = answer("guess", "{}")
    assert (reply.status, reply.out) == (2, "")
    assert "guess" in reply.err


def test_a_list_gives_a_list_of_the_same_length_with_bad_items_in_place() -> None:
    given = [SKILL_HOLDER, {"retired": "yes"}, 7, None, [], TITLE_HOLDER]
    reply = answer("assess", json.dumps(given))
    assert (reply.status, reply.err) == (0, "")
    found = json.loads(reply.out)
    assert ["errors" in item for item in found] == [False, True, True, True, True, False]
    assert set(found[1]["errors"][0]) == {"at", "given", "accepted", "says"}


def test_an_empty_list_gives_an_empty_list() -> None:
    assert answer("assess", "[]") == (0, "[]", "")


def test_a_thousand_people_give_a_thousand_results() -> None:
    given = list(people(40, 1000))
    found = json.loads(answer("assess", json.dumps(given)).out)
    assert len(found) == 1000
    assert not any("errors" in item for item in found)


@pytest.mark.parametrize(
    ("facts", "at"),
    [
        ({"colour": True}, "/colour"),
        ({"a/b~c": True}, "/a~1b~0c"),
        ({"retired": 1}, "/retired"),
        ({"retired": "true"}, "/retired"),
        ({"person_type": "clerk"}, "/person_type"),
        ({"sex": ""}, "/sex"),
        ({"birth_date": "1990-02-30"}, "/birth_date"),
        ({"birth_date": 1990}, "/birth_date"),
        ({"as_of": "2026-11"}, "/as_of"),
        ({"titles": {}}, "/titles"),
        ({"titles": [7]}, "/titles/0"),
        ({"titles": [{"level": 3}]}, "/titles/0/level"),
        ({"titles": [{"obtained": "2026-13"}]}, "/titles/0/obtained"),
        ({"titles": [{"obtained": "2022-00"}]}, "/titles/0/obtained"),
        ({"titles": [{"obtained": "2022-05-00"}]}, "/titles/0/obtained"),
        ({"skills": [{"level": 3}]}, "/skills/0/level"),
        ({"skills": [{}, {"grade": "3"}]}, "/skills/1/grade"),
        ({"skills": [{"years_worked": -1}]}, "/skills/0/years_worked"),
        ({"skills": [{"years_worked": True}]}, "/skills/0/years_worked"),
        ({"skills": [{}] * (MAX_ENTRIES + 1)}, "/skills"),
        ({"years_in_current_post": MAX_NUMBER + 1}, "/years_in_current_post"),
        ({"expert_recommendations": 1.5}, "/expert_recommendations"),
        ({"education": ""}, "/education"),
        ({"education": "  "}, "/education"),
        ({"education": "大" * (MAX_TEXT + 1)}, "/education"),
        ({"education": "大\u0000专"}, "/education"),
        ({"education": "\ud800"}, "/education"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_wrong_is_refused_where_it_stands(facts: dict[str, Any], at: str) -> None:
    (error,) = errors(facts)
    assert error["at"] == at
    assert error["accepted"]
    assert error["says"].endswith("。")


def test_every_error_is_reported_at_once() -> None:
    found = errors({"retired": "no", "titles": [{"level": "x", "obtained": "soon"}], "colour": 1})
    assert {error["at"] for error in found} == {
        "/retired",
        "/titles/0/level",
        "/titles/0/obtained",
        "/colour",
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "{} {}",
        "nothing",
        "NaN",
        '{"years_in_current_post": NaN}',
        '{"years_in_current_post": Infinity}',
        '{"retired": true, "retired": false}',
        '[{"titles": [{"level": "3", "level": "3"}]}]',
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"years_in_current_post": 1' + "0" * 5000 + "}",
        '{"years_in_current_post": 1e999}',
        "7",
        "null",
        '"text"',
    ],
    ids=range(16),
)
def test_text_that_is_no_good_json_gets_a_sentence(text: str) -> None:
    reply = answer("assess", text)
    assert (reply.status, reply.out) == (2, "")
    assert reply.err.endswith("。\n")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("item", [7, "text", None, [], {"colour": {"deep": [1]}}, {"": None}])
def test_no_command_falls_over_bad_items(command: str, item: object) -> None:
    (found,) = json.loads(answer(command, json.dumps([item])).out)
    assert found["errors"]


@pytest.mark.parametrize("name", ["\ud800", "姓\u0000名", "长" * 2001], ids=["surrogate", "control", "long"])
def test_annex_1_refuses_column_names_that_cannot_be_printed(name: str) -> None:
    text = json.dumps([{"header": [], "rows": [{name: "王"}]}])
    reply = answer("annex1", text)
    reply.out.encode()
    (found,) = json.loads(reply.out)
    (error,) = found["errors"]
    assert error["at"].startswith("/rows/0/")
    assert "列名" in error["given"]


def test_a_full_width_space_is_no_fault() -> None:
    facts = {"education": "技工院校\u3000高级工班", "titles": [{"name": "助理\u3000工程师"}]}
    (found,) = json.loads(answer("assess", json.dumps([facts])).out)
    assert found["problems"] == []
    assert found["channel"]["skill_to_title"]["education_treated_as"] == "大专"


@pytest.mark.parametrize("key", ["as_of", "signed_on", "title_obtained"])
@pytest.mark.parametrize("value", ["2025-06-00", "2025-00-01", "2025-00", "soon", 7])
def test_annex_2_refuses_impossible_dates(key: str, value: object) -> None:
    (found,) = json.loads(answer("annex2", json.dumps([{key: value}])).out)
    assert [error["at"] for error in found["errors"]] == [f"/{key}"]


def test_null_is_the_same_as_absent() -> None:
    nothing = dict.fromkeys(json.loads(answer("schema", "").out)["facts"]["properties"])
    given = {**nothing, "as_of": "2026-11-23"}
    assert answer("assess", json.dumps(given)) == answer("assess", '{"as_of": "2026-11-23"}')


@pytest.mark.parametrize(
    ("command", "given"),
    [
        ("assess", [TITLE_HOLDER, SKILL_HOLDER, {"titles": [{"obtained": "2024-13-20"}], "skills": 5}]),
        ("advice", [TITLE_HOLDER, SKILL_HOLDER]),
        ("plan", [{"target": "skill_1", "facts": TITLE_HOLDER}, {"target": "senior", "facts": SKILL_HOLDER}]),
        (
            "retirement",
            [{"birth_date": "1970-02-30", "sex": "male"}, {"birth_date": "1970-02-03", "sex": "male"}],
        ),
        ("annex1", {"rows": [{"姓名": "甲"}]}),
        ("annex2", {"姓名": "甲"}),
    ],
)
def test_an_answer_leaves_no_cycles_for_a_collector(command: str, given: object) -> None:
    """The page runs with the collector off: what an answer leaves behind would never be given back."""
    text = json.dumps(given)
    answer(command, text)
    gc.collect()
    gc.disable()
    try:
        answer(command, text)
        assert gc.collect() == 0
    finally:
        gc.enable()
