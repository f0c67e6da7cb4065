"""What the runtime is tried with while it is built: every worked case of the rules, and input that is bad in every way."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from random import Random

from guantong import cli
from guantong.facts import FACTS, Fact
from guantong.targets import SKILLS, TITLES
from site_build import node
from site_build.paths import CASES

Question = tuple[str, str]
Reply = tuple[int, str, str]

#: A day for what names none: the same build tomorrow asks the same.
DAY = "2026-01-01"
BAD = ("", "[", "[]", "null", "[null, 3]", "[" * 200, '{"a": NaN}', '{"a": 1, "a": 2}', "1" * 500)
#: Of the people drawn by lot.
SEED, DRAWN = 20220002, 400
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
    texts = [question for some in _CHARACTERS for question in _named(some)]
    odd = [
        (command, json.dumps([{key: odd}])) for command, keys in _KEYS.items() for key in keys for odd in ODD
    ]
    drawn = [question for person in _drawn(DRAWN) for question in _all_of(person)]
    return (*questions(), *alone, *(("assess", text) for text in lists), *texts, *odd, *drawn)


def _named(text: str) -> list[Question]:
    """Where a visitor may write what they like."""
    person: dict[str, object] = {"as_of": DAY}
    person |= {fact.key: text for fact in FACTS if fact.kind == "text"}
    person |= {
        fact.key: [{item.key: text for item in fact.items if item.kind == "text"}]
        for fact in FACTS
        if fact.kind == "list"
    }
    form = {"as_of": DAY, "姓名": text, "证件号码": text}
    return [(command, json.dumps([given])) for command, given in (("assess", person), ("annex2", form))]


def _all_of(person: dict[str, object]) -> list[Question]:
    """What the page asks about a person: the answer, then advice, then a way to some target."""
    wish = {
        "target": _PLANNED[len(person) % len(_PLANNED)],
        "facts": person,
        "skill_months": 6,
        "title_months": 12,
    }
    asked = (("assess", person), ("advice", person), ("plan", wish))
    return [(command, json.dumps([given], ensure_ascii=False)) for command, given in asked]


def _drawn(count: int) -> list[dict[str, object]]:
    """People whose every fact is drawn by lot, the same ones at every build."""
    random = Random(SEED)
    people = [_some(FACTS, random) for _ in range(count)]
    for person in people:
        person["unsure"] = [
            f"/{fact.key}" for fact in FACTS if fact.key not in person and random.random() < 0.3
        ]
    return people


def _some(facts: tuple[Fact, ...], random: Random) -> dict[str, object]:
    known = random.choice((0.2, 0.5, 0.9))
    return {fact.key: _value(fact, random) for fact in facts if random.random() < known}


def _value(fact: Fact, random: Random) -> object:
    match fact.kind:
        case "bool":
            return random.random() < 0.6
        case "choice":
            return random.choice(fact.choices).value
        case "integer" | "number":
            return random.choice((0, 1, 2, 3, 4, 12, 2.5) if fact.kind == "number" else (0, 1, 2, 3, 8))
        case "date":
            day = f"{random.randrange(1955, 2027)}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}"
            return day[: random.choice((10, 10, 7, 4))]
        case "text":
            return random.choice(_WORDS)
        case "list":
            return [_some(fact.items, random) for _ in range(random.randrange(3))]


_PLANNED = (*SKILLS, *TITLES)
_WORDS = (
    "工程", "会计", "农业", "卫生", "工程师", "高级工程师", "助理研究员", "技师", "一级演员", "武汉工匠", "中华技能大奖", "没有这个名字",
)  # fmt: skip


#: One character in so many of all that there are, in texts that the rules take: Python has tables of what each of them is.
_EVERY, _LONGEST = 61, 100
_SAMPLE = "".join(filter(str.isprintable, map(chr, range(0, sys.maxunicode, _EVERY))))
_CHARACTERS = [_SAMPLE[start : start + _LONGEST] for start in range(0, len(_SAMPLE), _LONGEST)]

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
    names = {"stdlib": "stdlib.zip", "rules": "rules.zip", "image": "image.bin", "tables": "tables.bin"}
    names |= {"wasm": "pyodide.asm.wasm", "glue": "pyodide.asm.mjs", "called": "called.txt"}

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
