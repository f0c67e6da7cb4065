"""What the runtime is tried with while it is built: every worked case of the rules, and input that is bad in every way."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from guantong import cli
from guantong.facts import FACTS
from site_build import node
from site_build.paths import CASES

Question = tuple[str, str]
Reply = tuple[int, str, str]

#: A day for what names none: the same build tomorrow asks the same.
DAY = "2026-01-01"
BAD = ("", "[", "[]", "null", "[null, 3]", "[" * 200, '{"a": NaN}', '{"a": 1, "a": 2}', "1" * 500)
#: What nobody should write, and numbers of every size.
ODD: tuple[object, ...] = (
    "", "坏", "工程", "2023-02-30", "2024-02-29", "2023-05", "2023", "9999-12-31", -1, 0, 1, 2, 3.5, 2.25, -0.5, 1e-7, 70, 1e300,
    10**30, True, False, None, [], {}, [1], ["坏"], "长" * 600,
)  # fmt: skip


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


def wide() -> tuple[Question, ...]:
    """The questions and many more: every worked person with the facts of others, alone and in lists, and odd values everywhere."""
    people = [
        json.loads(text)[0] for command, text in questions() if command == "assess" and text[:2] == "[{"
    ]
    mixed = [{**person, **people[(7 * number + 3) % len(people)]} for number, person in enumerate(people)]
    alone = [("assess", json.dumps([person], ensure_ascii=False)) for person in mixed]
    lists = [json.dumps(some, ensure_ascii=False) for some in (mixed, mixed[:20], _odd_people())]
    odd = [
        (command, json.dumps([{key: odd}])) for command, keys in _KEYS.items() for key in keys for odd in ODD
    ]
    return (*questions(), *alone, *(("assess", text) for text in lists), *odd)


#: Of the commands beside ``assess``.
_KEYS = {
    "retirement": ("as_of", "birth_date", "sex", "original_retirement_age", "titles"),
    "annex1": ("header", "rows", "as_of"),
    "annex2": ("as_of", "姓名", "出生年月", "证件号码", "申报等级", "份数", "照片", "签名日期"),
}


def _odd_people() -> list[dict[str, object]]:
    """Each fact, and each part of an entry, with each odd value."""
    facts: list[dict[str, object]] = [{fact.key: odd} for fact in FACTS for odd in ODD]
    entries: list[dict[str, object]] = [
        {fact.key: [{item.key: odd}]} for fact in FACTS for item in fact.items for odd in ODD
    ]
    return [{"as_of": DAY, **person} for person in (*facts, *entries)]


def run(program: str, parts: dict[str, bytes], asked: tuple[Question, ...], suffix: str = ".json") -> bytes:
    """What a program of ``calculator/runtime`` makes of these parts (see ``start.mjs``) and questions.

    ``wasm`` and ``glue`` among the parts stand in for Pyodide's own files.
    """
    names = {"stdlib": "stdlib.zip", "rules": "rules.zip", "image": "image.bin"}
    names |= {"wasm": "pyodide.asm.wasm", "glue": "pyodide.asm.mjs"}

    def make(product: Path, scratch: Path) -> None:
        given: dict[str, object] = {"questions": asked}
        for part, data in parts.items():
            (scratch / names[part]).write_bytes(data)
            given[part] = str(scratch / names[part])
        if "wasm" in parts:
            given["folder"] = str(scratch)
        (scratch / "given.json").write_text(json.dumps(given, ensure_ascii=False), "utf-8")
        node.run(f"runtime/{program}.mjs", scratch / "given.json", product)

    made_of: list[bytes | str] = [node.runtime_source(), program, json.dumps(asked)]
    for part, data in sorted(parts.items()):
        made_of += [part, data]
    return node.kept(tuple(made_of), suffix, make)


def ask(parts: dict[str, bytes]) -> dict[str, list[list[object]]]:
    """Replies of a runtime to the questions, and the ``modules`` of its library in use after them."""
    found: dict[str, list[list[object]]] = json.loads(run("ask", parts, questions()))
    return found


def check(found: list[list[object]], what: str) -> None:
    """Raises ``RuntimeError`` where another runtime answered otherwise than this Python."""
    for question, ours, theirs in zip(questions(), replies(), found, strict=True):
        if list(ours) != theirs:
            asked = f"{question[0]} {question[1][:200]}"
            raise RuntimeError(f"{what} answers otherwise. Asked: {asked}\nHere: {ours}\nThere: {theirs}")
