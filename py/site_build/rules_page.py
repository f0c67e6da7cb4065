"""The rules in the open: for each statement that the rules carry, the law, the Python beside it, its cases, its changes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from textwrap import dedent

import guantong
from guantong.policy import Statement, statements
from site_build.citation_form import cite
from site_build.citations import reading_address, readings_of
from site_build.coverage import carriers, cases, is_ruled, replies
from site_build.html import element, link, text
from site_build.paths import ROOT
from site_build.plain import plain

PACKAGE = Path(guantong.__file__).parent
#: so many cases are named, the others counted
_NAMED = 4
_HEADING = re.compile(r"(?m)^## (?P<version>\S+)$")


def rules() -> str:
    """One section for each statement that the rules carry, in the order of the policy."""
    return "\n\n".join(_section(one) for one in carried())


def carried() -> list[Statement]:
    """The statements that some module of the rules names."""
    return [one for one in statements() if is_ruled(one)]


def _section(one: Statement) -> str:
    rows = [("原文", element("p", text(one.text))), ("白话", element("p", text(plain()[one.id].words)))]
    rows += [("代码", "".join(_code(name, one) for name in carriers()[one.id]))]
    rows += [
        ("案例", element("p", text(_cases(one.clause)))),
        ("改动", element("p", text(_changes(one.clause)))),
    ]
    numbers = readings_of(one.clause)
    if numbers:
        links = "".join(
            element("li", link(reading_address(r.number), f"{r.number} {r.subject}")) for r in numbers
        )
        rows.append(("解读", element("ul", links)))
    body = "".join(element("dt", name) + element("dd", said) for name, said in rows)
    to_law = element("p", link(f"../policy/#{one.anchor}", cite(one.clause)))
    return f"## {one.clause} {{ #r-{one.anchor} }}\n\n{to_law}\n\n{element('dl', body, class_='gt-plain gt-rule')}"


def _code(name: str, one: Statement) -> str:
    pieces = "\n\n".join(snippets(name, one)) or "（整个模块）"
    head = element("summary", element("code", text(f"guantong/{name}")))
    shown = element("pre", element("code", _unbroken(text(pieces))), tabindex="0", aria_label=f"代码 {name}")
    return element("details", head + shown)


def _unbroken(code: str) -> str:
    """A blank line would end the block of HTML."""
    return code.replace("\n\n", "\n&#10;")


@cache
def snippets(name: str, one: Statement) -> tuple[str, ...]:
    """The smallest whole pieces of a module that name the statement or its clause."""
    source = (PACKAGE / name).read_text("utf-8")
    lines = source.splitlines()
    named = {number for number, line in enumerate(lines, 1) if one.id in line or f'"{one.clause}"' in line}
    found: list[tuple[int, int]] = []
    for begin, end in _pieces(ast.parse(source)):
        while begin > 1 and lines[begin - 2].lstrip().startswith("#"):
            begin -= 1
        inside = {number for number in named if begin <= number <= end}
        if inside:
            found.append((begin, end))
            named -= inside
    return tuple(dedent("\n".join(lines[begin - 1 : end])) for begin, end in sorted(found))


def _pieces(tree: ast.Module) -> Iterator[tuple[int, int]]:
    """Lines of the pieces of a module: elements of its lists first, then functions and other top-level parts."""
    for node in tree.body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if isinstance(value, ast.Tuple | ast.List):
            for item in value.elts:
                if isinstance(item, ast.Call):
                    yield item.lineno, item.end_lineno or item.lineno
    for node in tree.body:
        first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))])
        yield first, node.end_lineno or node.lineno


@cache
def cases_by_clause() -> dict[str, tuple[str, ...]]:
    """Clause → the cases that it decides: a target that they expect cites it, or a form is wrong by it."""
    found: dict[str, list[str]] = {}
    for case in cases():
        expected = case["expected"]
        paths: set[str] = set()
        if case["command"] == "assess" and "errors_at" not in expected:
            result = replies()[case["id"]]
            paths = {path for key in expected.get("targets", ()) for path in result["targets"][key]["cites"]}
            paths |= {
                path for way in result["channel"].values() for path in way["cites"] if "channel" in expected
            }
        for kind in ("errors", "warnings"):
            problems = expected.get(kind, ())
            paths |= {str(one["rule"]) for one in problems if isinstance(one, dict) and "rule" in one}
        for path in sorted(paths):
            found.setdefault(path, []).append(case["id"])
    return {path: tuple(ids) for path, ids in found.items()}


def _cases(clause: str) -> str:
    ids = cases_by_clause().get(clause, ())
    if not ids:
        return "没有案例专门由这一条决定。"
    named = "、".join(ids[:_NAMED])
    return f"{len(ids)}个案例由这一条决定：{named}{'等' if len(ids) > _NAMED else ''}，在 tests/rules/cases。"


@cache
def _versions() -> tuple[tuple[str, str], ...]:
    parts = _HEADING.split((ROOT / "CHANGELOG.md").read_text("utf-8"))
    return tuple(zip(parts[1::2], parts[2::2], strict=True))


def _changes(clause: str) -> str:
    """The lines of the change log that name the clause; without one, since which version it stands."""
    lines = [
        f"{version}：{line.removeprefix('- ').strip()}"
        for version, body in _versions()
        for line in body.splitlines()
        if re.search(rf"{re.escape(clause)}(?![0-9①-⑳-])", line)
    ]
    return "；".join(lines) or f"{_versions()[-1][0]} 起就是这样，没有改过。"
