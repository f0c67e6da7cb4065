"""The policy page: all statements in order, headings as headings, clauses explained, annexes as tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from guantong.policy import Statement, statements
from site_build.annexes import annex1_table, annex2_table
from site_build.clause import clause, explained, frame
from site_build.html import element
from site_build.terms import used_terms
from site_build.verbatim import marked

_CHAPTER = re.compile(r"[一二三四五六]、[^。；：]+$")
_SECTION = re.compile(r"（[一二三四五六]）[^。；：]+$")
_ANNEX_TITLES = ("附件1·题", "附件2·题")
ANNEX_2 = ("附件2·表", "附件2·承诺", "附件2·意见")


def policy() -> str:
    """Markdown headings and blocks of HTML, a blank line between them; at the end the terms that they link to."""
    used: set[str] = set()
    blocks = list(_blocks(used))
    return "\n\n".join([*blocks, "## 文中的词 { #terms }", used_terms(used)])


def _blocks(used: set[str]) -> Iterator[str]:
    level = 3
    for path, group in groupby(statements(), key=lambda statement: statement.clause):
        members = list(group)
        if path == "文头":
            yield _masthead(members)
        elif path == "办法·题":
            yield heading(members[0], 2)
            level = 3
        elif path == "附件1·表头":
            yield frame(members, _annex1(members), 3)
        elif path in ANNEX_2:
            yield frame(members, _annex2() if path == ANNEX_2[0] else "", 3)
        else:
            for block, depth in _plain_blocks(members, level, used):
                level = depth
                yield block


def _plain_blocks(members: list[Statement], level: int, used: set[str]) -> Iterator[tuple[str, int]]:
    """Headings of chapters and sections by themselves; what is left of the clause as one block."""
    rest = list(members)
    while rest and (depth := heading_level(rest[0])):
        level = depth + 1
        yield heading(rest.pop(0), depth), level
        if members[0].clause in _ANNEX_TITLES and (note := explained(members)):
            yield note, level
    if rest:
        yield clause(rest, level, used), level


def heading_level(statement: Statement) -> int:
    """2 for chapters and annexes, 3 for sections, 0 for everything else."""
    if statement.clause in _ANNEX_TITLES or _CHAPTER.match(statement.text):
        return 2
    return 3 if _SECTION.match(statement.text) else 0


def heading(statement: Statement, level: int) -> str:
    """A heading the table of contents knows, carrying the statement's id."""
    return f"{'#' * level} {statement.text} {{ #{statement.anchor} data-statement={statement.id} }}"


def _masthead(members: list[Statement]) -> str:
    """Issuer, number and title of the notice; the title is its heading."""
    *above, title = members
    lines = [*(marked("p", statement) for statement in above), marked("h2", title)]
    return element("div", "".join(lines), class_="gt-masthead")


def _annex1(members: list[Statement]) -> str:
    unit, head, note = members
    return marked("p", unit, class_="law") + annex1_table(head) + marked("p", note, class_="law")


def _annex2() -> str:
    """One table says all three parts; the parts after the first get only their explanation below it."""
    parts = {statement.clause: statement for statement in statements()}
    return annex2_table(*(parts[path] for path in ANNEX_2))
