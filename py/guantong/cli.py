"""The commands: JSON text in, JSON text out. The command line, the browser's worker and tests call the same function."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from . import annex_1, annex_2
from .advice import advice
from .assess import assess
from .intake import BadInput, InputError, show
from .planner import plan
from .retire import retirement
from .schema import schemas

COMMANDS: dict[str, Callable[[object], Any]] = {
    "assess": assess,
    "retirement": retirement,
    "annex1": annex_1.check,
    "annex2": annex_2.check,
    "advice": advice,
    "plan": plan,
}
USAGE = """用法：python -m guantong 命令 文件.json
  assess      一个人或一组人的情况，算出可申报什么、从哪天起、为什么
  retirement  出生日期、性别、原法定退休年龄，算出退休年龄和日期
  annex1      附件1的表头和各行，逐行检查
  annex2      附件2的各栏和附带情况，逐项检查
  advice      一个人的情况，算出怎样改变结果、谁盖章、业绩怎么列
  plan        {"facts": 一个人的情况, "target": 目标}，算出最快的走法和日期
  schema      输入和结果的 JSON Schema（不需要文件）
文件写 - 时从标准输入读。"""


class Reply(NamedTuple):
    """``status`` 0 with JSON in ``out``, or 2 with sentences in ``err`` and nothing in ``out``."""

    status: int
    out: str
    err: str


def answer(command: str, text: str) -> Reply:
    """Run one command on JSON text. A list gives a list of the same length; a bad item never stops the others."""
    if command == "schema":
        return Reply(0, _dump(schemas()), "")
    run = COMMANDS.get(command)
    if run is None:
        return Reply(2, "", f"没有命令 {show(command)}。\n{USAGE}\n")
    try:
        given = _load(text)
        out = _each(run, given) if isinstance(given, list) else _dump(run(given))
    except BadInput as bad:
        return Reply(2, "", "".join(f"{error.says}\n" for error in bad.errors))
    return Reply(0, out, "")


def _each(run: Callable[[object], Any], items: list[object]) -> str:
    """A JSON list, written item by item: a thousand trees kept at once would be the costliest part of a long list."""
    written = [_dump(_one(run, item)) for item in items] or [""]
    written[0] = "[" + written[0]  # brackets around the joined text would copy all of it once more
    written[-1] += "]"
    return ",".join(written)


def _one(run: Callable[[object], Any], item: object) -> Any:
    try:
        return run(item)
    except BadInput as bad:
        return {"errors": [error.as_json() for error in bad.errors]}


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _load(text: str) -> Any:
    """Parse JSON strictly: no NaN, no key twice, no bottomless nesting, no number of a million digits."""
    try:
        return json.loads(
            text.removeprefix("\ufeff"),
            parse_constant=_no_constant,
            object_pairs_hook=_no_twice,
            parse_int=_integer,
        )
    except json.JSONDecodeError as wrong:
        given = f"第 {wrong.lineno} 行第 {wrong.colno} 列读不下去的内容"
        raise BadInput([InputError("", given, "合乎格式的 JSON 文本")]) from wrong
    except RecursionError as wrong:
        raise BadInput([InputError("", "嵌套过深的内容", "合乎格式的 JSON 文本")]) from wrong


def _no_constant(name: str) -> Any:
    raise BadInput([InputError("", name, "普通的数（JSON 没有 NaN 和 Infinity）")])


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) <= 300 else float("inf")


def _no_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise BadInput([InputError("", f"写了两次的键 {show(key)}", "每个键只写一次的对象")])
        found[key] = value
    return found
