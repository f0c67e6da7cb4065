"""The examples page: twenty situations from the worked cases, answered by the rules at build time."""

from __future__ import annotations

import json
from typing import Any

from guantong.cli import answer
from guantong.facts import FACTS
from site_build.annexes import scroller
from site_build.calculator_link import calculator_link
from site_build.citations import clause_address, reading_address
from site_build.html import element, link, table_head, text
from site_build.paths import CASES

Json = dict[str, Any]

#: status → word and mark
_SHOWN = {"eligible": ("可申报", "can"), "needs_confirmation": ("需确认", "man")}
_SHUT = "不可申报"
_HEAD = ("等级", "结果", "依据")
_PERSONAL = {fact.key: fact.label for fact in FACTS if fact.personal}


def people() -> str:
    """A list of the people, then one section for each."""
    cases: list[Json] = json.loads((CASES / "people.json").read_text("utf-8"))["cases"]
    results = [_result(case) for case in cases]
    said_of_all = _said_of_all(results)
    items = (element("li", link(f"#{case['id'].lower()}", case["title"])) for case in cases)
    sections = (_section(case, found, said_of_all) for case, found in zip(cases, results, strict=True))
    intro = element("p", text("".join(said_of_all)))
    return "\n\n".join([intro, element("ul", "".join(items), class_="gt-index"), *sections])


def _said_of_all(results: list[Json]) -> list[str]:
    """The sentences that every answer ends with, to be said once."""
    first, *others = (result["answer"]["more"] for result in results)
    return [sentence for sentence in first if all(sentence in other for other in others)]


def _result(case: Json) -> Json:
    reply = answer("assess", json.dumps([case["facts"]], ensure_ascii=False))
    result: Json = json.loads(reply.out)[0]
    if "errors" in result:
        raise ValueError(f"{case['id']}: {result['errors']}")
    return result


def _section(case: Json, result: Json, said_of_all: list[str]) -> str:
    said = [sentence for sentence in result["answer"]["more"] if sentence not in said_of_all]
    parts = [
        f"## {case['title']} {{ #{case['id'].lower()} }}",
        element("blockquote", element("p", text(case["story"]))),
        element("p", element("strong", text(result["answer"]["headline"])) + text("".join(said))),
        scroller(_targets(result), f"{case['title']}：每一级的结果"),
        _to_confirm(result),
        element("p", _open(case["facts"])),
    ]
    return "\n\n".join(part for part in parts if part)


def _open(facts: Json) -> str:
    opened = link(f"../calc/{calculator_link(facts)}", "用贯通计算打开这个例子")
    left_out = [label for key, label in _PERSONAL.items() if key in facts]
    if not left_out:
        return opened
    names = "和".join(left_out)
    return f"{opened}。链接里不写{names}；打开以后照例子填上，结果才和这里一样。"


def _targets(result: Json) -> str:
    """A row for each target; those that are plainly shut share the last one."""
    found = result["targets"].values()
    shut = [target for target in found if _is_shut(target)]
    rows = [_row([target], _status(target)) for target in found if not _is_shut(target)]
    if shut:
        rows.append(_row(shut, _SHUT))
    body = element("tbody", "".join(rows))
    return element("table", table_head(_HEAD) + body, class_="gt-table gt-people is-cards")


def _is_shut(target: Json) -> bool:
    return target["status"] == "not_eligible" and target["earliest"] is None


def _row(targets: list[Json], status: str) -> str:
    names = "、".join(target["name"] for target in targets)
    paths = dict.fromkeys(path for target in targets for path in target["cites"])
    clauses = "".join(element("li", link(clause_address(path), path)) for path in paths)
    cells = (element("div", status), element("ul", clauses, class_="gt-cites"))
    named = zip(cells, _HEAD[1:], strict=True)
    return element(
        "tr",
        element("th", text(names), scope="row")
        + "".join(element("td", content, data_th=name) for content, name in named),
    )


def _status(target: Json) -> str:
    """The status as a word, and the days it is about."""
    first, last = target["earliest"], target["until"]
    if target["status"] == "not_eligible":
        opening = f"{first} 起{'，须先确认' if target['confirm'] else '可申报'}"
        return text(f"{opening}，到 {last}" if last else opening)
    word, mark = _SHOWN[target["status"]]
    days = [f"{first} 起"] if first else []
    days += [f"到 {last}"] if last else []
    shown = element("span", word, class_=f"gt-mark {mark}")
    return f"{shown} {text('，'.join(days))}" if days else shown


def _to_confirm(result: Json) -> str:
    """What to ask whom, where every question is answered and only an office can settle it."""
    asked = {
        (point["says"], point["office"]): point["readings"]
        for target in result["targets"].values()
        if target["answered"]
        for point in target["confirm"]
    }
    if not asked:
        return ""
    items = (
        element("li", f"{text(says)}。问：{text(office)}{_rests_on(numbers)}")
        for (says, office), numbers in asked.items()
    )
    return element("p", "要确认的：") + element("ul", "".join(items))


def _rests_on(numbers: list[str]) -> str:
    links = "、".join(link(reading_address(number), number) for number in numbers)
    return f"（解读 {links}）" if links else ""
