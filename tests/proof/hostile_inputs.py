"""Hostile inputs from a seed: wrong types, huge numbers, deep nesting, strange dates and characters, broken JSON.

``draw(seed, index)`` is one command with one text; the same pair always gives the same input.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

CASES = Path(__file__).parents[1] / "rules" / "cases"
COMMANDS = ("assess", "retirement", "annex1", "annex2")

STRINGS = (
    "", " ", "\u3000", "0", "-1", "NaN", "null", "true", "3", "３", "二级", "一级/高级技师", "ｍａｌｅ", "Male",
    "<script>alert(1)</script>", "<b>&amp;</b>", "&lt;", "'; DROP TABLE titles; --", "{{7*7}}", "${7*7}", "%s%n",
    "../../etc/passwd", "=1+1", "\u202e工程师\u202c", "\u200f", "\u200b工程", "\ufeff", "e\u0301", "工\u0000程",
    "\x1b[31m", "\r\n", "\t", "\x7f", "\u2028", "\ud800", "\udfff", "\udc00\ud800", "\U0001f600", "\U000e0041",
    "👩‍🏭", "\uffff", "~", "/", "~0~1", "a/b~c", "__proto__", "constructor", "__class__", "ﬁ", "㈠", "Ⅲ", "𝟛", "٣",
)  # fmt: skip
DATES = (
    "2022-02-29", "2024-02-29", "2100-02-29", "2022-13-01", "2022-00-10", "2022-10-00", "2022-04-31", "0000-00-00",
    "0001-01-01", "1899-12-31", "1900-01-01", "1900", "2200-12-31", "2200-12", "2200", "2201", "9999-12-31",
    "10000-01-01", "-2022-01-01", "+2022-01-01", "2022-1-1", "2022/01/01", "2022.01.01", "2022年1月1日", "20220101",
    "２０２２-０１-０１", "٢٠٢٢-٠١-٠١", "2022-01-01 ", " 2022-01-01", "2022-01-01\n", "2022-01-01T00:00:00Z", "2022-",
    "2022-01-", "2022-W01", "22-01-01", "2022‐01‐01", "二〇二二年", "yesterday", "2026-11-23", "2026-11-24", "2026-02",
)  # fmt: skip
NUMBERS: tuple[Any, ...] = (
    0, -0.0, -1, 1, 2, 2.0, 3, 99, 100, 100.0, 100.00001, 101, 1e-300, 5e-324, 1e308, -1e308, 1e16, 0.1 + 0.2, 2**31,
    2**53 + 1, 2**63, -(2**64), 10**299, 10**400, float("inf"), float("-inf"), float("nan"), True, False,
)  # fmt: skip
TEXTS = (
    "", " ", "\x00", "\ufeff", "\ufeff\ufeff{}", "{", "}", "[", "]", "[,]", "{,}", '{"a"}', "{'a':1}", "[1 2]", "nul",
    "truefalse", "NaN", "[NaN]", "-Infinity", "[1e999]", "[-1e999]", "01", "[0x10]", "+1", ".5", "5.", "// c", "/**/{}",
    '"', '"\\', '"\\u', '"\\ud800"', '["\\ud800"]', '["\ud800"]', "\ud800", '{"\\udfff":1}', '{"a":1,"a":2}',
    '[{"a":1,"a":2}]', '{"\\u0061":1,"a":2}', "[]", "[[]]", "[[[]]]", "{}", "[{}]", "null", "[null]", "0", '"x"', "[[{}]]",
    "\ud83d\ude00", "[]\x00", "[]\u3000", "｛｝", "【】", "[{}，{}]", "[" * 990 + "]" * 990, "１", "[１]", "<html></html>",
)  # fmt: skip
NAMES = (
    "", " ", "Assess", "assess ", "assess\n", "guess", "schema2", "-", "--help", "__init__", "../assess", "评估", "\ud800",
    "\x00", "\u202e", "annex３", "a" * 100_000, "<b>", "%s", "{0}",
)  # fmt: skip


class Input(NamedTuple):
    """One command with one text."""

    command: str
    text: str


@cache
def valid(command: str) -> tuple[Any, ...]:
    """The facts of every worked case of one command."""
    return tuple(
        case["facts"]
        for path in sorted(CASES.glob("*.json"))
        for case in json.loads(path.read_text("utf-8"))["cases"]
        if case["command"] == command
    )


def draw(seed: int, index: int) -> Input:
    """The input with this number."""
    random = Random(f"{seed}:{index}")
    command = random.choice(COMMANDS) if random.random() < 0.98 else random.choice((*NAMES, "schema"))
    base = command if command in COMMANDS else "assess"
    chance = random.random()
    if chance < 0.60:
        return Input(command, _written(_some_items(random, base), random))
    if chance < 0.80:
        return Input(command, _spoiled(_written(_some_items(random, base), random), random))
    if chance < 0.90:
        return Input(command, _written(_tree(random, 4), random))
    if chance < 0.98:
        return Input(command, random.choice(TEXTS))
    return Input(command, random.choice(LARGE)(random, base))


def _some_items(random: Random, command: str) -> Any:
    """One item, or a list of a few, each valid but for a few places."""
    if random.random() < 0.3:
        return _mutated(random, command)
    return [_mutated(random, command) for _ in range(random.choice((0, 1, 1, 1, 2, 3)))]


def _mutated(random: Random, command: str) -> Any:
    item = deepcopy(random.choice(valid(command)))
    for _ in range(random.choice((0, 1, 1, 1, 2, 4))):
        holder, key = random.choice(list(_places(item)) or [(None, None)])
        if holder is None:
            return _value(random)
        _change(random, holder, key)
    return item


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every place within a JSON value, as its holder and key."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []
    return [(value, key) for key in keys] + [place for key in keys for place in _places(value[key])]


def _change(random: Random, holder: Any, key: Any) -> None:
    """Replace, drop, rename or add in one place."""
    how = random.random()
    if how < 0.7:
        holder[key] = _value(random)
    elif how < 0.8:
        del holder[key]
    elif isinstance(holder, list):
        holder.extend([_value(random), deepcopy(holder[key])])
    elif how < 0.9:
        holder[random.choice((str(key) + " ", str(key).upper(), "\u200b" + str(key)))] = holder.pop(key)
    else:
        holder[random.choice(STRINGS)] = _value(random)


def _value(random: Random) -> Any:
    kind = random.randrange(8)
    if kind < 2:
        return random.choice(STRINGS)
    if kind < 4:
        return random.choice(DATES)
    if kind < 6:
        return random.choice(NUMBERS)
    if kind == 6:
        return random.choice(("长" * 199, "长" * 200, "长" * 201, "x" * 5000, "\ud800" * 300, "\n" * 50))
    return random.choice((None, [], {}, [[]], [{}], {"": None}, [None], _tree(random, 2)))


def _tree(random: Random, depth: int) -> Any:
    """Any JSON value."""
    kind = random.randrange(5) if depth else 2
    if kind == 0:
        return [_tree(random, depth - 1) for _ in range(random.randrange(4))]
    if kind == 1:
        keys = (
            *STRINGS,
            "titles",
            "skills",
            "header",
            "rows",
            "as_of",
            "birth_date",
            "姓名",
            "level",
            "obtained",
        )
        return {random.choice(keys): _tree(random, depth - 1) for _ in range(random.randrange(4))}
    return random.choice((random.choice(STRINGS), random.choice(DATES), random.choice(NUMBERS), None))


def _written(value: Any, random: Random) -> str:
    """JSON as several programs write it; numbers of 400 digits and NaN included."""
    text = json.dumps(value, ensure_ascii=random.random() < 0.5, indent=random.choice((None, None, 1)))
    return "\ufeff" + text if random.random() < 0.02 else text


def _spoiled(text: str, random: Random) -> str:
    """One slip in the text itself: cut, doubled, a sign too many, another sign, a key twice."""
    at, to = sorted((random.randrange(len(text) + 1), random.randrange(len(text) + 1)))
    how = random.randrange(6)
    if how == 0:
        return text[:at]
    if how == 1:
        return text[:to] + text[at:]
    if how == 2:
        return text[:at] + random.choice((*STRINGS, ",", "]", "}", '"', "\\")) + text[at:]
    if how == 3:
        return text[:at] + text[at + 1 :]
    if how == 4 and "{" in text:
        return text.replace("{", '{"as_of":"2026-01-01","as_of":null,', 1)
    return text.translate(str.maketrans('",:', "＂，：")) if random.random() < 0.3 else text[at:]


def _deep_list(random: Random, _: str) -> str:
    return "[" * random.choice((500, 5_000, 200_000)) + random.choice(("", "]" * 500))


def _deep_object(random: Random, command: str) -> str:
    key = random.choice(("a", "titles", "header", "姓名"))
    depth = random.choice((50, 900, 100_000))
    return f'{{"{key}":' * depth + "1" + "}" * (depth if random.random() < 0.5 else 0)


def _long_text(random: Random, command: str) -> str:
    key = random.choice(list(random.choice(valid(command))) or ["a"])
    return json.dumps([{key: random.choice(("长", "<", "\ud800", "\u202e", " ")) * 300_000}])


def _long_number(random: Random, command: str) -> str:
    key = random.choice(("expert_recommendations", "years_in_current_post", "copies", "birth_date"))
    return f'[{{"{key}": {random.choice(("", "-"))}1{"0" * random.choice((308, 309, 4300, 1_000_000))}}}]'


def _long_key(random: Random, _: str) -> str:
    return json.dumps([{random.choice(("k", "~/", "\x00")) * 200_000: 1}])


def _many_keys(random: Random, _: str) -> str:
    return json.dumps({f"k{i}": random.choice((i, None)) for i in range(random.choice((1_000, 100_000)))})


def _many_entries(random: Random, command: str) -> str:
    """Lists within the limits and far beyond them, full of valid entries or of rubbish."""
    item = deepcopy(random.choice(valid(command)))
    lists = [(h, k) for h, k in _places(item) if isinstance(h[k], list) and h[k]]
    for holder, key in lists:
        holder[key] = [deepcopy(holder[key][0]) for _ in range(random.choice((100, 101, 5_000)))]
    if not lists:
        item = {"titles": [_tree(random, 2) for _ in range(100)], "skills": [{"?": 1}] * 100}
    return json.dumps([item])


def _many_items(random: Random, _: str) -> str:
    return json.dumps([random.choice((None, 0, "x", {"?": []}, []))] * random.choice((1_000, 50_000)))


LARGE: tuple[Callable[[Random, str], str], ...] = (
    _deep_list, _deep_object, _long_text, _long_number, _long_key, _many_keys, _many_entries, _many_items,
)  # fmt: skip
