"""What the guides are filled with: decision tables, an example worked through, where the papers go. All from the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from guantong.assess import assess
from guantong.facts import BY_KEY, Fact
from guantong.tables import Table, tables
from site_build.calculator_link import calculator_link
from site_build.citations import clause_address
from site_build.guide_people import EXAMPLES, Example
from site_build.html import element, link, text
from site_build.tables_page import rendered

Json = dict[str, Any]
_WORDS = {"eligible": "可申报", "needs_confirmation": "需确认", "not_eligible": "不可申报"}
#: facts that every example shares and that a reader needs no line for
_UNSAID = ("as_of",)


@cache
def result(name: str) -> Json:
    """What the rules say about the person of a guide."""
    return assess(EXAMPLES[name].facts)


def example(name: str) -> str:
    """Facts, dates in order, the result of each target, and a link that opens the same in the calculator."""
    one, found = EXAMPLES[name], result(name)
    parts = [
        element("p", element("strong", text(f"例：{one.who}")) + text(f"，年限算到 {found['as_of']}。")),
        element("ul", "".join(element("li", text(line)) for line in _facts(one.facts)), class_="gt-facts"),
        element("ol", "".join(dated(name)), class_="gt-dates"),
        element("p", element("strong", text(found["answer"]["headline"]))),
        _open(one, found),
        element("p", link(f"../calc/{calculator_link(one.facts)}", "用贯通计算打开这个例子")),
    ]
    return element("div", "\n".join(part for part in parts if part), class_="gt-example")


def _facts(facts: Json) -> Iterator[str]:
    for key, value in facts.items():
        fact = BY_KEY[key]
        if key in _UNSAID:
            continue
        if not isinstance(value, list):
            yield f"{fact.label}：{_said(fact, value)}"
            continue
        if not value:
            yield f"{fact.label}：没有"
        items = {item.key: item for item in fact.items}
        for entry in value:
            said = "，".join(_entry(items[field], scalar) for field, scalar in entry.items())
            yield f"{fact.label}：{said}"


def _entry(item: Fact, value: object) -> str:
    if item.kind == "choice" or item.key == "name":
        return _said(item, value)
    return f"{_said(item, value)} 取得" if item.key == "obtained" else f"{item.label}：{_said(item, value)}"


def _said(fact: Fact, value: object) -> str:
    labels = {choice.value: choice.label for choice in fact.choices}
    if isinstance(value, bool):
        return "是" if value else "否"
    return labels.get(str(value), str(value))


def dated(name: str) -> list[str]:
    """The days of an example in order: obtained, open from, sessions, last day, retirement."""
    one, found = EXAMPLES[name], result(name)
    events: list[tuple[str, str]] = []
    for key in ("titles", "skills"):
        for entry in one.facts.get(key, ()):
            level = next(item for item in BY_KEY[key].items if item.key == "level")
            events.append((entry["obtained"], text(f"取得{_said(level, entry['level'])}证书")))
    for key in one.targets:
        target = found["targets"][key]
        if target["status"] == "not_eligible" and not target["earliest"]:
            continue
        if target["earliest"]:
            asked = "" if target["status"] == "eligible" or not target["confirm"] else "（先确认几件事）"
            events.append((target["earliest"], text(f"起可申报：{target['name']}{asked}") + _cites(target)))
        if target["until"]:
            events.append(
                (target["until"], text(f"是申报{target['name']}的最后一天") + _cites(target, "until"))
            )
        later = (month for month in target.get("sessions", ()) if month >= (target["earliest"] or ""))
        events += [(month, text(f"{target['name']}的一批集中认定")) for month in list(later)[:1]]
    if reach := (found["retirement"] or {}).get("reach_date"):
        events.append((reach, text(f"到法定退休年龄（{found['retirement']['statutory_age']}）")))
    unique = sorted(dict.fromkeys(events))
    return [element("li", element("span", day, class_="gt-num") + f" {words}") for day, words in unique]


#: clauses that say who may apply at all: cited for a day only where no other clause decides it
_WHO = ("一（二）", "三（一）", "四（一）-①")


def _cites(target: Json, edge: str = "since") -> str:
    """The clause that opens the target on its earliest day, or (``until``) closes it after its last."""
    day = target["earliest" if edge == "since" else "until"]
    routes = [route for route in target["routes"] if route["earliest"] == target["earliest"]]
    conditions = [condition for route in routes for condition in route["conditions"]]
    timed = [condition for condition in conditions if condition[edge] == day]
    deciding = [
        c for c in (*timed, *conditions) if c["clause"] not in _WHO or (c in timed and edge == "until")
    ]
    if not deciding:
        return ""
    path = deciding[0]["clause"]
    return f"（{link(clause_address(path), path)}）"


def _open(one: Example, found: Json) -> str:
    """What an office has to confirm before it holds, and what is lacking where a target is shut."""
    lines: dict[str, None] = {}
    for key in one.targets:
        target = found["targets"][key]
        for point in target["confirm"] if target["status"] == "needs_confirmation" else ():
            lines[f"{point['says']}。问：{point['office']}"] = None
        if target["status"] == "not_eligible" and not target["earliest"]:
            lines[f"{target['name']}不可申报：{'；'.join(target['missing'])}"] = None
    if not lines:
        return ""
    return element("p", "还要知道的：") + element("ul", "".join(element("li", text(line)) for line in lines))


def papers(name: str) -> str:
    """Where the papers of the person go, which papers, who issues what."""
    channel = result(name)["channel"][EXAMPLES[name].channel]
    rows = list(_skill_rows(channel) if "options" in channel else _title_rows(name, channel))
    cites = "".join(element("li", link(clause_address(path), path)) for path in channel["cites"])
    body = "".join(element("dt", head) + element("dd", said) for head, said in rows)
    return element("dl", body, class_="gt-plain") + element("ul", cites, class_="gt-cites")


def _skill_rows(channel: Json) -> Iterator[tuple[str, str]]:
    for option in channel["options"]:
        yield "交到", text(option["receiver"]["name"])
        yield "材料", element("ul", "".join(element("li", _paper(item)) for item in option["materials"]))
        if option["sessions"]:
            yield "批次", text(f"双数月份，最近是 {'、'.join(option['sessions'])}")
        issued = option["certificate_type"] or "证书"
        yield "发证", text(f"{option['issuer']['name']}发{issued}")
    for point in channel["confirm"]:
        yield "先问", text(f"{point['says']}。问：{point['office']}")


def _paper(item: Json) -> str:
    return text(item["name"] + (f"，{item['copies']}份" if item["copies"] else ""))


def _title_rows(name: str, channel: Json) -> Iterator[tuple[str, str]]:
    steps = "".join(element("li", text(step)) for step in channel["steps"])
    if channel["route"] != "exam":
        yield "顺序", element("ol", steps)
        targets = [key for key in EXAMPLES[name].targets if key in channel["committee"]]
        names = {key: result(name)["targets"][key]["name"] for key in targets}
        yield "谁评", "<br>".join(text(f"{names[key]}：{channel['committee'][key]}") for key in targets)
        yield "材料", text(channel["materials"])
    for point in channel["confirm"]:
        yield "先问", text(f"{point['says']}。问：{point['office']}")


def _table(table: Table) -> Callable[[], str]:
    return lambda: rendered(table)


def _bound(make: Callable[[str], str], name: str) -> Callable[[], str]:
    return lambda: make(name)


def parts() -> dict[str, Callable[[], str]]:
    """Slots: ``table_<id>``, ``example_<guide>``, ``papers_<guide>``."""
    made = {f"table_{table.id.replace('-', '_')}": _table(table) for table in tables()}
    made |= {f"example_{name}": _bound(example, name) for name in EXAMPLES}
    return made | {f"papers_{name}": _bound(papers, name) for name in EXAMPLES}
