"""What the runtime is tried with while it is built: every worked case of the rules, and input that is bad in every way."""

from __future__ import annotations

import json
from functools import cache

from guantong import cli
from site_build.paths import CASES

Question = tuple[str, str]
Reply = tuple[int, str, str]

#: A day for what names none: the same build tomorrow asks the same.
DAY = "2026-01-01"
BAD = ("", "[", "[]", "null", "[null, 3]", "[" * 200, '{"a": NaN}', '{"a": 1, "a": 2}', "1" * 500)


@cache
def questions() -> tuple[Question, ...]:
    """Commands with their JSON text."""
    found: list[Question] = [("schema", ""), ("nothing", "")]
    for path in sorted(CASES.glob("*.json")):
        for case in json.loads(path.read_text("utf-8"))["cases"]:
            command, facts = case["command"], case["facts"]
            if command != "annex1":
                facts = {"as_of": DAY, **facts}
            found.append((command, json.dumps([facts], ensure_ascii=False)))
    found += [(command, text) for command in cli.COMMANDS for text in BAD]
    return tuple(found)


@cache
def replies() -> tuple[Reply, ...]:
    """What this Python answers."""
    return tuple((*cli.answer(command, text),) for command, text in questions())


def text() -> str:
    """The questions as the JSON that the trial programs read."""
    return json.dumps(questions(), ensure_ascii=False)


def check(found: list[list[object]], what: str) -> None:
    """Raises ``RuntimeError`` where another runtime answered otherwise than this Python."""
    for question, ours, theirs in zip(questions(), replies(), found, strict=True):
        if list(ours) != theirs:
            asked = f"{question[0]} {question[1][:200]}"
            raise RuntimeError(f"{what} answers otherwise. Asked: {asked}\nHere: {ours}\nThere: {theirs}")
