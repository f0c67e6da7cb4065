"""The verification page: every statement with what carries it, every road with its cases, what the long proofs found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from guantong.policy import Statement, statement, statements
from site_build import condition_coverage
from site_build.annexes import scroller
from site_build.citations import clause_address, reading_address, readings_of
from site_build.coverage import Road, carriers, cases, check, roads
from site_build.html import element, link, table_head, text
from site_build.plain import plain
from site_build.proof_runs import runs

_HANDLING = {"rule": "能算", "judgement": "要人判断", "information": "供了解"}
_ENDS = ("eligible", "needs_confirmation", "not_eligible")
_ROAD_HEAD = ("路", "依据", "解读", "可申报", "需确认", "不可申报")
_CONDITION_HEAD = ("条件", "由谁承担", "解读", "满足", "不满足", "没有答", "要判断")
_STATEMENT_HEAD = ("条款", "原文", "怎么处理", "由谁承担", "解读")
_BEFORE_CHAPTERS = "通知和引言"


def summary() -> str:
    """The counts, after the check that lets no orphan through."""
    check()
    condition_coverage.check()
    handled = Counter(line.handling for line in plain().values())
    kinds = "，".join(f"{word} {handled[kind]} 句" for kind, word in _HANDLING.items())
    lines = (
        f"原文 {len(statements())} 句：{kinds}。",
        f"路 {len(roads())} 条，每条都有依据，也都有案例。",
        f"条件 {len(condition_coverage.conditions())} 种，每种都有程序承担，也都有案例遇到。",
        f"算好结果的案例 {len(cases())} 个，放在 tests/rules/cases。",
    )
    return element("ul", "".join(element("li", text(line)) for line in lines))


def road_table() -> str:
    """Every road: its clause, the readings of its conditions, the cases that end on it."""
    rows = "".join(_road(road) for road in roads().values())
    return scroller(_table(_ROAD_HEAD, rows), "每条路的依据、解读和案例")


def _road(road: Road) -> str:
    names = sorted({name.rpartition("：")[2] for name in road.names})
    title = element("th", f"{text('、'.join(names))}<br>{element('code', text(road.id))}", scope="row")
    clauses = dict.fromkeys(statement(id).clause for id in sorted(road.statements))
    cells = [_clauses(clauses), _readings(sorted(road.readings))]
    return _cells(title, [*cells, *(str(road.ends[status]) for status in _ENDS)], _ROAD_HEAD[1:])


def condition_table() -> str:
    """Every statement that is a condition: its modules, its readings, and the cases that meet it, by state."""
    rows = "".join(_condition(id, seen) for id, seen in condition_coverage.conditions().items())
    return scroller(_table(_CONDITION_HEAD, rows), "每个条件由谁承担，有多少案例")


def _condition(id: str, seen: condition_coverage.Seen) -> str:
    line = statement(id)
    title = element("th", link(f"../policy/#{line.anchor}", line.clause), scope="row")
    modules = "<br>".join(element("code", text(name)) for name in condition_coverage.named()[id])
    counts = [str(seen.cases[state]) for state in condition_coverage.STATES]
    cells = [element("div", modules), _readings(sorted(seen.readings)), *counts]
    return _cells(title, cells, _CONDITION_HEAD[1:])


def statement_tables() -> str:
    """The statements, a folded table for each chapter."""
    found = []
    for chapter, members in groupby(statements(), key=_Chapters()):
        lines = list(members)
        head = element("summary", text(f"{chapter}（{len(lines)}句）"))
        table = scroller(_table(_STATEMENT_HEAD, "".join(map(_statement, lines))), chapter)
        found.append(element("details", head + table, class_="gt-long"))
    return "\n\n".join(found)


class _Chapters:
    """The heading under which a statement stands, as the statements go by in order."""

    def __init__(self) -> None:
        self.now = _BEFORE_CHAPTERS

    def __call__(self, line: Statement) -> str:
        if line.clause.endswith("·题") and line.clause[0] in "一二三四五附" and "（" not in line.clause:
            self.now = line.text
        return self.now


def _statement(line: Statement) -> str:
    title = element("th", link(f"../policy/#{line.anchor}", line.clause), scope="row")
    numbers = [reading.number for reading in readings_of(line.clause)]
    cells = [text(line.text), _HANDLING[plain()[line.id].handling], _carried(line), _readings(numbers)]
    return _cells(title, cells, _STATEMENT_HEAD[1:])


def _carried(line: Statement) -> str:
    """The modules; for a judgement also who is asked; for what is only to be known, nothing."""
    said = plain()[line.id]
    parts = [element("code", text(name)) for name in carriers()[line.id]]
    parts += [text(f"{count}条路的条件")] if (count := _roads_on(line.id)) else []
    parts += [text(said.words)] if said.handling == "judgement" else []
    return element("div", "<br>".join(parts)) if parts else ""


def _roads_on(id: str) -> int:
    return sum(id in road.rests_on for road in roads().values())


def _clauses(paths: Iterable[str]) -> str:
    return _links((clause_address(path), path) for path in paths)


def _readings(numbers: Iterable[str]) -> str:
    return _links((reading_address(number), number) for number in numbers)


def _links(found: Iterable[tuple[str, str]]) -> str:
    items = "".join(element("li", link(address, name)) for address, name in found)
    return element("ul", items, class_="gt-cites") if items else ""


def _table(head: Sequence[str], rows: str) -> str:
    return element("table", table_head(head) + element("tbody", rows), class_="gt-table gt-proof is-cards")


def _cells(title: str, cells: Sequence[str], names: Sequence[str]) -> str:
    named = zip(cells, names, strict=True)
    return element("tr", title + "".join(element("td", cell, data_th=name) for cell, name in named))


PARTS = {
    "proof_summary": summary,
    "proof_roads": road_table,
    "proof_conditions": condition_table,
    "proof_statements": statement_tables,
    "proof_runs": runs,
}
