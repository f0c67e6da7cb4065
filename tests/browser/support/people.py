"""People for comparing two Pythons: drawn from the facts with a fixed seed, bad input now and then, always dated."""

from __future__ import annotations

import json
import random

from guantong.facts import FACTS, Fact
from site_build.paths import ROOT

SEED = 20220002
CASES = ROOT / "tests" / "rules" / "cases"
_TEXTS = (
    "工程",
    "卫生",
    "会计",
    "工程师",
    "主管技师",
    "讲师",
    "武汉工匠",
    "金牌",
    "大专",
    "技工院校高级工班",
    "通信工程",
    "随便写的",
)


def drawn(count: int) -> list[dict[str, object]]:
    """``count`` people; the same ones at every run."""
    chance = random.Random(SEED)
    return [_person(chance) for _ in range(count)]


def worked() -> list[dict[str, object]]:
    """The facts of every worked case of the rules' tests that names its day."""
    found: list[dict[str, object]] = []
    for path in sorted(CASES.glob("*.json")):
        for case in json.loads(path.read_text("utf-8"))["cases"]:
            if case["command"] == "assess" and "as_of" in case.get("facts", {}):
                found.append(case["facts"])
    return found


def _person(chance: random.Random) -> dict[str, object]:
    share = chance.choice((0.2, 0.5, 0.9))
    person = {fact.key: _value(fact, chance) for fact in FACTS if chance.random() < share}
    person["as_of"] = f"{chance.randint(2022, 2030)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return person


def _value(fact: Fact, chance: random.Random) -> object:
    if chance.random() < 0.01:
        return chance.choice(("", "坏", -1, [], "2023-02-30"))
    if fact.kind == "list":
        entries = range(chance.randint(0, 3))
        return [{i.key: _value(i, chance) for i in fact.items if chance.random() < 0.7} for _ in entries]
    if fact.kind == "bool":
        return chance.random() < 0.6
    if fact.kind == "choice":
        return chance.choice(fact.choices).value
    if fact.kind == "date":
        return _date(chance)
    if fact.kind in ("integer", "number"):
        return chance.randint(0, 12)
    return chance.choice(fact.suggestions or _TEXTS)


def _date(chance: random.Random) -> str:
    whole = f"{chance.randint(1960, 2026)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return whole[: chance.choice((4, 7, 10, 10))]
